"""Notes at the foot of the pages of a PDF: known by size, place and label, and by the marks that answer."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from converter.readers.pdf_glyphs import Glyphs
from converter.readers.pdf_lines import Line, Lines

SMALLER = 0.94
"""Size of the notes as a share of that of the text, at most; in the same size a note needs more to be one."""

APART = 1.45
"""Distance of two lines, in sizes of the font, at which something else may begin."""

FAR_APART = 2.2

LABEL = re.compile(r"\[?\(?(?P<label>\d{1,3}|\*{1,3}|[†‡§]{1,2}|[¹²³⁰⁴-⁹]{1,3})\)?\]?[.)]?")
START = re.compile(rf"{LABEL.pattern}(?:\s+|(?<=[*†‡§]))(?=\S)")
MARK = re.compile(
    r"""
      \[ (?P<bracket> \d{1,3} ) \]                          # [1]
    | (?<= [^\W_] | [”"’.,)!?] ) (?P<star> \*{1,3} | [†‡§]{1,2} ) (?! \w )   # Title*
    | (?P<figure> [¹²³⁰⁴-⁹]{1,3} )                          # ¹
    """,
    re.VERBOSE,
)
"""A mark that is not raised."""

SIGN = re.compile(r"[\[*†‡§¹²³⁰⁴-⁹]")
RAISED = re.compile(r"\d{1,3}|\*{1,3}|[†‡§]{1,2}")
PLAIN_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
UNIT = re.compile(r"(?:\b|\d)[kcdmµ]?m$|\bft$")


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
        self.unanswered: set[str] = set()
        """Labels of marks on the pages so far that no note has."""

    def take(self, columns: Sequence[Lines], page: int) -> list[Lines]:
        """Return the columns of a page without the notes at their feet."""
        marks = {label for lines in columns for line in lines for label, _, _ in find_marks(line)}
        kept: list[Lines] = []
        begun = len(self.notes)
        for lines in columns:
            at = self._zone(lines, marks, page)
            kept.append(lines[:at])
            self._add(lines[at:], page)
        found = {note.label for note in self.notes[begun:]}
        self.unanswered = (self.unanswered | {label for label in marks if label.isdecimal()}) - found
        return [lines for lines in kept if lines]

    def _zone(self, lines: Lines, marks: set[str], page: int) -> int:
        """Return the number of the first line of the notes of a column."""
        start = len(lines)
        while start and lines[start - 1].size <= SMALLER * self.size:
            start -= 1
        if start == len(lines):
            start = self._same_size(lines)
        labels = [(number, start_of(lines[number])) for number in range(start, len(lines))]
        own = [(number, found[0]) for number, found in labels if found]
        answered = [(number, label) for number, label in own if label in marks or label in self.unanswered]
        goes_on = self._goes_on(lines, start, page)
        if not answered:
            return start if goes_on and not own else len(lines)
        if not self._is_foot(lines, answered, marks):
            return len(lines)
        return start if goes_on else answered[0][0]

    def _same_size(self, lines: Lines) -> int:
        """Find notes of the size of the text: below a gap, each with a raised label."""
        for number in range(len(lines) - 1, 0, -1):
            line = lines[number]
            if abs(line.size - lines[-1].size) > 0.3 or line.bold:
                return len(lines)
            if (lines[number - 1].y - line.y) / line.size <= APART:
                continue
            if not (line.glyphs[0].raised and start_of(line)):
                return len(lines)
            above = lines[number - 1]
            if not (above.glyphs[0].raised and start_of(above)) and not self._within(lines, number):
                return number
        return len(lines)

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

    def _add(self, lines: Lines, page: int) -> None:
        for line in lines:
            found = start_of(line)
            if found and self._is_next(found[0], line):
                label, end = found
                mark, rest = split_line(line, end)
                self.notes.append(Note(label, mark, [rest] if rest else [], page))
            elif self.notes:
                self.notes[-1].lines.append(line)

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


def start_of(line: Line) -> tuple[str, int] | None:
    """Return the label that a line begins with and the length of it, if any."""
    first = line.glyphs[0]
    text = line.text
    if first.raised:
        match = LABEL.match(first.text.strip())
        if match and match.end() == len(first.text.strip()) and len(text) > len(first.text):
            return match["label"].translate(PLAIN_FIGURES), len(first.text)
        return None
    start = START.match(text)
    return (start["label"].translate(PLAIN_FIGURES), start.end()) if start else None


def split_line(line: Line, end: int) -> tuple[list[Glyphs], Line | None]:
    """Return the first characters of a line as stretches, and the rest as a line."""
    head: list[Glyphs] = []
    tail: list[Glyphs] = []
    at = 0
    for piece in line.glyphs:
        following = at + len(piece.text)
        if following <= end:
            head.append(piece)
        elif at >= end:
            tail.append(piece)
        else:
            head.append(piece.part(0, end - at))
            tail.append(piece.part(end - at, len(piece.text)))
        at = following
    while tail and tail[0].text.isspace():
        head.append(tail.pop(0))
    if not tail:
        return head, None
    rest = Line(tail, line.page)
    rest.y, rest.left, rest.right = line.y, line.left, line.right
    return head, rest


def find_marks(line: Line) -> Iterator[tuple[str, int, int]]:
    """Yield what may be a mark of a note: its label, and where it stands in the text of the line."""
    if line.style.angle:
        return
    at = 0
    for piece in line.glyphs:
        if piece.raised and at:
            for match in RAISED.finditer(piece.text):
                yield match[0], at + match.start(), at + match.end()
        at += len(piece.text)
    for match in MARK.finditer(line.text) if SIGN.search(line.text) else ():
        if match.start():
            group = match.lastgroup or ""
            yield match[group].translate(PLAIN_FIGURES), match.start(), match.end()


def set_marks(lines: Lines, labels: frozenset[str]) -> None:
    """Make the marks of these labels stretches of their own that are known as markers."""
    found = [(line, mark) for line in lines for mark in find_marks(line) if mark[0] in labels]
    doubled = {label for label in labels if sum(mark[0] == label for _, mark in found) > 1}
    for line in {id(line): line for line, _ in found}.values():
        spans = [
            (start, end)
            for one, (label, start, end) in found
            if one is line and not (label in doubled and UNIT.search(line.text, 0, start))
        ]
        line.glyphs = list(_marked(line, spans))


def _marked(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[Glyphs]:
    at = 0
    for piece in line.glyphs:
        end = at + len(piece.text)
        edges = sorted({at, end, *(edge for span in spans for edge in span if at < edge < end)})
        for left, right in itertools.pairwise(edges):
            part = piece if (left, right) == (at, end) else piece.part(left - at, right - at)
            part.marker = any(start <= left and right <= stop for start, stop in spans)
            yield part
        at = end
