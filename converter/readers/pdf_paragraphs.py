"""Which printed lines are one paragraph: by indents, gaps, sizes, and lines that end before the margin."""

from __future__ import annotations

from collections.abc import Sequence

from converter.readers.pdf_lines import Line, Lines
from converter.readers.pdf_measures import EVEN, INDENT, Measures
from converter.readers.pdf_openings import (
    BULLET,
    NUMBER,
    TYPED_NOTE,
    counts_on,
    first_word,
    is_cut,
    may_hang,
    stands_alone,
)

DEEPEST_INDENT = 6.0
WIDER = 1.14
"""A distance of lines that is wider than the usual one by that factor may part paragraphs."""

MUCH_WIDER = 1.3
SAME_SIZE = 0.07
LONG_WORD = 18
"""Letters of a word that may have been too long for the line before, whose edge it leaves uneven."""

BROKEN_ROOM = 2.0
"""Room behind a word, in sizes of the font, at which a line was broken by hand."""

TITLE = 1.12
"""Lines that much larger than the text are titles, whose lines are broken as the sense wants."""


class Paragraph:
    """Lines that are one paragraph."""

    __slots__ = ("gap", "lines")

    def __init__(self, line: Line, *, gap: bool) -> None:
        self.lines = [line]
        self.gap = gap
        """It is set apart from what stands before it."""

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


class Joiner:
    """Puts lines in reading order together, column by column and page by page."""

    def __init__(self, measures: Measures) -> None:
        self.measures = measures

    def paragraphs(self, columns: Sequence[Lines]) -> list[Paragraph]:
        """Return the paragraphs of columns that follow each other."""
        found: list[Paragraph] = []
        for lines in columns:
            for number, line in enumerate(lines):
                following = lines[number + 1] if number + 1 < len(lines) else None
                if found and not self.begins(found[-1], line, following, same_column=number > 0):
                    found[-1].lines.append(line)
                else:
                    found.append(
                        Paragraph(line, gap=number == 0 or self._gap(found[-1].lines[-1], line) > WIDER)
                    )
        return found

    def is_quote(self, paragraph: Paragraph) -> bool:
        """Tell whether all lines of a paragraph are set in from both edges of the column."""
        first = paragraph.lines[0]
        if first.tag:
            return first.tag.quote
        large = first.size > TITLE * self.measures.size
        return all(line.set_in for line in paragraph.lines) and not large and not may_hang(first)

    def begins(self, paragraph: Paragraph, line: Line, following: Line | None, *, same_column: bool) -> bool:
        """Tell whether a line begins a paragraph behind this one."""
        before = paragraph.lines[-1]
        if line.is_row or before.is_row:
            return True
        if before.tag and line.tag and before.tag.page == line.tag.page:
            return before.tag.block != line.tag.block or self._is_broken(
                before, line, same_column=same_column
            )
        if self._is_other_kind(paragraph, before, line):
            return True
        if not same_column:
            return self._begins_elsewhere(paragraph, line, following)
        gap = self._gap(before, line)
        if gap > MUCH_WIDER or gap < -0.5:
            return True
        if line.size > TITLE * self.measures.size:
            return gap > WIDER
        opens = BULLET.match(line.text) or self._is_numbered(paragraph, line)
        if opens or self._is_indented(paragraph, before, line, following):
            return True
        return not is_cut(before) and self._ends(paragraph, line, gap)

    def _is_broken(self, before: Line, line: Line, *, same_column: bool) -> bool:
        """Tell whether a line is broken within an element: the next word would have fitted well."""
        if same_column and self._gap(before, line) > MUCH_WIDER:
            return True
        room = before.right - before.x1
        return not is_cut(before) and room > first_word(line) + BROKEN_ROOM * before.size

    def _ends(self, paragraph: Paragraph, line: Line, gap: float) -> bool:
        """Tell whether a paragraph ends before a line, by how it ends and how the line looks."""
        before = paragraph.lines[-1]
        if self._is_in_capitals(before, line) or stands_alone(before, line):
            return True
        if self._is_centred(before) and self._is_centred(line):
            return True
        return self._ends_early(paragraph, line, 0.0 if gap > WIDER else 0.5)

    def _gap(self, before: Line, line: Line) -> float:
        return (before.y - line.y) / self.measures.leading(line.size)

    def _is_other_kind(self, paragraph: Paragraph, before: Line, line: Line) -> bool:
        if abs(before.size - line.size) > SAME_SIZE * max(before.size, line.size):
            return True
        return (
            before.bold != line.bold
            and paragraph.bold != line.bold
            and (paragraph.bold or line.bold)
            and (paragraph.bold or self._ends_early(paragraph, line))
        )

    def _is_in_capitals(self, before: Line, line: Line) -> bool:
        """Know a short line in capitals behind a sentence for a heading."""
        letters = line.text.replace(" ", "")
        ends = before.text.rstrip()[-1:] in '.!?…”"»)]' and not before.text.isupper()
        return ends and letters.isalpha() and letters.isupper() and line.right - line.x1 > 4 * line.size

    def _begins_elsewhere(self, paragraph: Paragraph, line: Line, following: Line | None) -> bool:
        """Tell whether a line at the head of a column begins a paragraph."""
        before = paragraph.lines[-1]
        if BULLET.match(line.text) or line.size > TITLE * self.measures.size:
            return True
        left = (
            min(following.x0, line.x0) if following and abs(following.size - line.size) < 0.2 else line.left
        )
        if INDENT * line.size < line.x0 - left < DEEPEST_INDENT * line.size:
            return True
        if self._is_numbered(paragraph, line):
            return True
        return self._ends_early(paragraph, line) or self._is_in_capitals(before, line)

    def _is_numbered(self, paragraph: Paragraph, line: Line) -> bool:
        """Know an item or a typed note by its number, where the line before it does not need it."""
        if line.text[0] == "[" and TYPED_NOTE.match(line.text) and paragraph.lines[0].text[0] == "[":
            return line.x0 <= paragraph.lines[0].x0 + INDENT * line.size
        first = paragraph.lines[0]
        if counts_on(first, line):
            return True
        if not NUMBER.match(line.text) and not line.glyphs[0].raised:
            return False
        hangs = len(paragraph.lines) > 1 and paragraph.lines[-1].x0 - line.x0 > INDENT * line.size
        same = NUMBER.match(first.text) or first.glyphs[0].raised
        return hangs or (bool(same) and abs(first.x0 - line.x0) < INDENT * line.size)

    def _is_indented(self, paragraph: Paragraph, before: Line, line: Line, following: Line | None) -> bool:
        step = (line.x0 - before.x0) / line.size
        if step > INDENT:
            if len(paragraph.lines) == 1 and may_hang(before):
                return False
            back = following is None or line.x0 - following.x0 > INDENT * line.size * 0.5
            return step < DEEPEST_INDENT and (
                back or self._ends_early(paragraph, line) or len(paragraph.lines) > 1
            )
        if (
            abs(step) < EVEN
            and len(paragraph.lines) == 1
            and self.measures.is_indent(line)
            and not line.set_in
        ):
            return True
        if abs(step) < EVEN and following and self._is_behind_hanging(paragraph, line, following):
            return True
        if step < -INDENT:
            return len(paragraph.lines) > 1 and before.x0 - paragraph.lines[0].x0 > -INDENT * line.size
        return False

    def _is_behind_hanging(self, paragraph: Paragraph, line: Line, following: Line) -> bool:
        """Know a first line by the next one, which goes back to the margin under a hanging item."""
        first = paragraph.lines[0]
        hangs = may_hang(first) and len(paragraph.lines) > 1 and line.x0 - first.x0 > INDENT * line.size
        back = line.x0 - following.x0 > INDENT * line.size and not may_hang(following)
        near = self._gap(line, following) <= WIDER and abs(line.size - following.size) < SAME_SIZE * line.size
        return hangs and back and near and not line.text[0].islower()

    def _is_centred(self, line: Line) -> bool:
        left, right = line.x0 - line.left, line.right - line.x1
        return left > 2 * line.size and abs(left - right) < 0.5 * line.size

    def _ends_early(self, paragraph: Paragraph, line: Line, slack: float = 0.5) -> bool:
        """Tell whether a paragraph ends though the first word of a line would have fitted behind it."""
        before = paragraph.lines[-1]
        room = before.right - before.x1
        if room > first_word(line) + (0.25 + slack) * before.size:
            return True
        ragged = any(one.right - one.x1 > EVEN * one.size for one in paragraph.lines[:-1])
        straight = self.measures.is_straight(before.size) and not ragged and before.text.count(" ") > 1
        return straight and room > 1.5 * before.size and len(line.text.lstrip().partition(" ")[0]) < LONG_WORD
