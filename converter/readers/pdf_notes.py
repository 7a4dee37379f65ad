"""Notes at the foot of the pages of a PDF: known by size, place and label, and by the marks that answer."""

from __future__ import annotations

from collections.abc import Sequence

from converter.readers.pdf_glyphs import Glyphs
from converter.readers.pdf_lines import Line, Lines
from converter.readers.pdf_note_marks import find_marks, split_line, start_of

SMALLER = 0.94
"""Size of the notes as a share of that of the text, at most; in the same size a note needs more to be one."""

SAME_SIZE = 0.13
"""Difference in size of the lines of notes: programs set scripts in sizes of their own."""

APART = 1.45
"""Distance of two lines, in sizes of the font, at which something else may begin."""

FAR_APART = 2.2

RIGHTS = ("©", "(c) ", "(C) ")


class Note:
    """A note: its label, the stretches that are its label, and its lines without them."""

    __slots__ = ("label", "lines", "mark", "page")

    def __init__(self, label: str, mark: Sequence[Glyphs], lines: Lines, page: int) -> None:
        self.label = label
        self.mark = mark
        self.lines = lines
        self.page = page


class NoteFinder:
    """Takes the notes out of the columns of the pages, page by page."""

    def __init__(self, size: float) -> None:
        self.size = size
        """Of the text."""
        self.notes: list[Note] = []
        self._raised: set[str] = set()
        """Raised figures within the lines of the page."""
        self.unanswered: set[str] = set()
        """Labels of marks on the pages so far that no note has."""

    def take(self, columns: Sequence[Lines], page: int) -> list[Lines]:
        """Return the columns of a page without the notes at their feet."""
        marks = {label for lines in columns for line in lines for label, _, _ in find_marks(line)}
        self._raised = {
            piece.text.strip()
            for lines in columns
            for line in lines
            for piece in line.glyphs[1:]
            if piece.raised
        }
        kept: list[Lines] = []
        begun = len(self.notes)
        for lines in columns:
            plain = [line for line in lines if not (line.tag and line.tag.note)]
            at = self._zone(plain, marks, page) if len(plain) == len(lines) else len(plain)
            kept.append(plain[:at])
            kept[-1] += self._add(plain[at:], page)
            kept[-1] += self._add_tagged([line for line in lines if line.tag and line.tag.note], page)
        found = {note.label for note in self.notes[begun:]}
        self.unanswered = (self.unanswered | {label for label in marks if label.isdecimal()}) - found
        return [lines for lines in kept if lines]

    def _zone(self, lines: Lines, marks: set[str], page: int) -> int:
        """Return the number of the first line of the notes of a column."""
        start = len(lines)
        while start and lines[start - 1].size <= SMALLER * self.size:
            start -= 1
        start = self._same_size(lines, marks) if start == len(lines) else self._below_gap(lines, start)
        labels = [(number, start_of(lines[number])) for number in range(start, len(lines))]
        own = [(number, found[0]) for number, found in labels if found]
        answered = [(number, label) for number, label in own if label in marks or label in self.unanswered]
        goes_on = self._goes_on(lines, start, page)
        if not answered:
            return start if goes_on and not own else len(lines)
        if not self._is_foot(lines, answered, marks):
            return len(lines)
        return start if goes_on else answered[0][0]

    def _below_gap(self, lines: Lines, start: int) -> int:
        """Pass over other small print that stands far above the first note of the page."""
        for number in range(start + 1, len(lines)):
            if start_of(lines[number - 1]):
                return start
            gap = (lines[number - 1].y - lines[number].y) / lines[number].size
            if gap > FAR_APART and self._opens(lines[number]):
                return number
        return start

    def _same_size(self, lines: Lines, marks: set[str]) -> int:
        """Find notes of the size of the text: below a gap, each with a raised label, or counted through."""
        for number in range(len(lines) - 1, 0, -1):
            line = lines[number]
            if abs(line.size - lines[-1].size) > SAME_SIZE * line.size or line.bold:
                return len(lines)
            if (lines[number - 1].y - line.y) / line.size <= APART:
                continue
            if self._are_counted(lines[number:], marks):
                return number
            if not (line.glyphs[0].raised and start_of(line)):
                return len(lines)
            above = lines[number - 1]
            if not (above.glyphs[0].raised and start_of(above)) and not self._within(lines, number):
                return number
        return len(lines)

    def _are_counted(self, lines: Lines, marks: set[str]) -> bool:
        """Tell whether lines begin with numbers that count up and raised figures of the page answer."""
        first = start_of(lines[0])
        if first is None or not first[0].isdecimal() or lines[0].text.lstrip()[0] in "[(":
            return False
        expected = int(first[0])
        raised = self._raised | self.unanswered
        for line in lines:
            found = start_of(line)
            if found and found[0] == str(expected) and found[0] in raised:
                expected += 1
        return expected > int(first[0]) and len(raised & marks) == expected - int(first[0])

    def _within(self, lines: Lines, number: int) -> bool:
        """Tell whether the lines before belong to a note that begins farther up."""
        for at in range(number - 1, 0, -1):
            if lines[at].glyphs[0].raised and start_of(lines[at]):
                return True
            if (lines[at - 1].y - lines[at].y) / lines[at].size > APART:
                return False
        return False

    def _goes_on(self, lines: Lines, start: int, page: int) -> bool:
        """Tell whether the last note of the page before goes on here."""
        last = self.notes[-1] if self.notes else None
        if last is None or start >= len(lines) or last.page < page - 1 or self._opens(lines[start]):
            return False
        same = abs(lines[start].size - last.lines[-1].size) <= 0.2 if last.lines else True
        gap = lines[start - 1].y - lines[start].y if start else self.size * FAR_APART
        return same and gap > APART * lines[start].size

    def _is_foot(self, lines: Lines, answered: Sequence[tuple[int, str]], marks: set[str]) -> bool:
        """Tell notes of the page from a list of notes at the end, whose marks stand on earlier pages."""
        labels = [label for _, label in answered]
        earlier = [label for label in labels if label not in marks]
        foots = any(note.label.isdecimal() for note in self.notes)
        if not foots and (len(self.unanswered - set(labels)) > 1 or len(earlier) > 1):
            return False
        first = answered[0][0]
        starts = {number for number, _ in answered}
        for number in range(first + 1, len(lines)):
            gap = (lines[number - 1].y - lines[number].y) / lines[number].size
            if gap > FAR_APART and number not in starts and not self._opens(lines[number]):
                return False  # something else stands behind the notes
        return self._has_foot(lines, answered)

    def _has_foot(self, lines: Lines, answered: Sequence[tuple[int, str]]) -> bool:
        """Typed labels in brackets are left to the text unless notes stand at the foot of a page before."""
        if not lines[answered[0][0]].text.lstrip().startswith("["):
            return True
        return bool(self.notes)

    def _add(self, lines: Lines, page: int) -> Lines:
        """Add notes; return the lines behind them that are none."""
        for number, line in enumerate(lines):
            found = start_of(line)
            if number and not found and _is_no_more(lines[number - 1], line):
                return lines[number:]
            if found and self._is_next(found[0], line):
                label, end = found
                mark, rest = split_line(line, end)
                self.notes.append(Note(label, mark, [rest] if rest else [], page))
            elif self.notes:
                self.notes[-1].lines.append(line)
        return []

    def _add_tagged(self, lines: Lines, page: int) -> Lines:
        """Add what the tags call notes; return what has no label and stands behind no note."""
        before = 0
        left: Lines = []
        for line in lines:
            number = line.tag.note if line.tag else 0
            found = start_of(line) if number != before else None
            before = number
            if found:
                mark, rest = split_line(line, found[1])
                self.notes.append(Note(found[0], mark, [rest] if rest else [], page))
            elif self.notes:
                self.notes[-1].lines.append(line)
            else:
                left.append(line)
        return left

    def _opens(self, line: Line) -> bool:
        """Tell whether a line begins a note."""
        found = start_of(line)
        return found is not None and self._is_next(found[0], line)

    def _is_next(self, label: str, line: Line) -> bool:
        """Tell whether a figure that opens a line is a label: it is raised, or the next number."""
        if not label.isdecimal() or line.glyphs[0].raised or not self.notes:
            return True
        last = self.notes[-1].label
        first = self.notes[-1].page < line.page and label == "1"
        return first or not last.isdecimal() or int(label) == int(last) + 1


def _is_no_more(before: Line, line: Line) -> bool:
    """Tell whether a line cannot go on with a note: it says whose the text is, or is another element."""
    if before.tag and line.tag and before.tag.page == line.tag.page and before.tag != line.tag:
        return True
    return line.text.lstrip().startswith(RIGHTS)
