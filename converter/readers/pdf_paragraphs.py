"""Which printed lines are one paragraph: by indents, gaps, sizes, and lines that end before the margin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter.readers.pdf_lines import Line, Lines, usual_size

INDENT = 0.6
"""First lines are indented by that many sizes of the font at least, a hanging line as much."""

DEEPEST_INDENT = 6.0
WIDER = 1.14
"""A distance of lines that is wider than the usual one by that factor may part paragraphs."""

MUCH_WIDER = 1.3
USUAL_LEADING = 1.25
NARROWEST = 0.5
"""Distance of two lines, in sizes of the font, at least."""

SAME_SIZE = 0.07
EVEN = 0.2
"""Sizes of the font within which lines end at one edge."""

WIDE_LETTERS = 1.15
"""By how much the letters of a word may be wider than those of its line."""

LONG_WORD = 18
"""Letters of a word that may have been too long for the line before, whose edge it leaves uneven."""

TITLE = 1.12
"""Lines that much larger than the text are titles, whose lines are broken as the sense wants."""

BULLET = re.compile(r"[•●▪◦‣∙■□–—*·-]\s+\S|[\uf0a7\uf0b7]")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")
TYPED_NOTE = re.compile(r"\[\^?[\w*]{1,4}\]\s*\S|\d{1,3}\s+[^\W\d_a-z]")


CUTS = frozenset("-\u2010/=&_%")
"""The end of a line that a word or an address goes on behind."""


class Measures:
    """What is usual in a document: the size of its text, the distance of its lines, straight right edges."""

    def __init__(self, columns: Sequence[Lines]) -> None:
        leadings: dict[float, Counter[float]] = {}
        ends: Counter[bool] = Counter()
        for lines in columns:
            for before, line in pairwise(lines):
                if before.size == line.size and 0 < before.y - line.y < 3 * line.size:
                    leadings.setdefault(line.size, Counter())[round(2 * (before.y - line.y)) / 2] += 1
                    if abs(line.x0 - before.x0) < line.size and len(before.text) > 30:
                        ends[before.right - before.x1 < EVEN * before.size] += 1
        self.size = usual_size(line for lines in columns for line in lines)
        self.justified = ends[True] > ends[False]
        self.indent = self._usual_indent(columns)
        self._leadings = {size: _usual(counted) for size, counted in leadings.items() if counted.total() > 2}

    def _usual_indent(self, columns: Sequence[Lines]) -> float:
        """Return by how much first lines are indented; 0 where they are not."""
        steps = Counter(
            round(line.x0 - following.x0)
            for lines in columns
            for line, following in pairwise(lines)
            if INDENT * line.size < line.x0 - following.x0 < 3 * line.size
            and following.x0 - line.left < INDENT * line.size
            and abs(line.size - self.size) < 0.2
        )
        step, count = steps.most_common(1)[0] if steps else (0, 0)
        return float(step) if count > 2 else 0.0

    def is_indent(self, line: Line) -> bool:
        """Tell whether a line is indented as first lines are."""
        return self.indent > 0 and abs(line.x0 - line.left - self.indent) <= 1.5

    def leading(self, size: float) -> float:
        """Return the usual distance of two lines of a size."""
        own = self._leadings.get(size)
        if own is None:
            own = self._leadings.get(self.size, USUAL_LEADING * self.size) / self.size * size
        return max(own, NARROWEST * size)


def _usual(counted: Counter[float]) -> float:
    """Return the smallest of the frequent distances: the lines of one paragraph."""
    most = max(counted.values())
    return min(distance for distance, count in counted.items() if count >= 0.4 * most)


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
        large = first.size > TITLE * self.measures.size
        return all(line.set_in for line in paragraph.lines) and not large and not _may_hang(first)

    def begins(self, paragraph: Paragraph, line: Line, following: Line | None, *, same_column: bool) -> bool:
        """Tell whether a line begins a paragraph behind this one."""
        before = paragraph.lines[-1]
        if line.is_row or before.is_row or self._is_other_kind(paragraph, before, line):
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
        return not _is_cut(before) and self._ends(before, line, gap)

    def _ends(self, before: Line, line: Line, gap: float) -> bool:
        """Tell whether a paragraph ends with a line, by how it ends and how the next looks."""
        if self._is_in_capitals(before, line) or (self._is_centred(before) and self._is_centred(line)):
            return True
        return self._ends_early(before, line, 0.0 if gap > WIDER else 0.5)

    def _gap(self, before: Line, line: Line) -> float:
        return (before.y - line.y) / self.measures.leading(line.size)

    def _is_other_kind(self, paragraph: Paragraph, before: Line, line: Line) -> bool:
        if abs(before.size - line.size) > SAME_SIZE * max(before.size, line.size):
            return True
        return (
            before.bold != line.bold
            and paragraph.bold != line.bold
            and (paragraph.bold or line.bold)
            and (paragraph.bold or self._ends_early(before, line))
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
        return self._ends_early(before, line) or self._is_in_capitals(before, line)

    def _is_numbered(self, paragraph: Paragraph, line: Line) -> bool:
        """Know an item or a typed note by its number, where the line before it does not need it."""
        if line.text[0] == "[" and TYPED_NOTE.match(line.text) and paragraph.lines[0].text[0] == "[":
            return line.x0 <= paragraph.lines[0].x0 + INDENT * line.size
        if not NUMBER.match(line.text) and not line.glyphs[0].raised:
            return False
        first = paragraph.lines[0]
        hangs = len(paragraph.lines) > 1 and paragraph.lines[-1].x0 - line.x0 > INDENT * line.size
        same = NUMBER.match(first.text) or first.glyphs[0].raised
        return hangs or (bool(same) and abs(first.x0 - line.x0) < INDENT * line.size)

    def _is_indented(self, paragraph: Paragraph, before: Line, line: Line, following: Line | None) -> bool:
        step = (line.x0 - before.x0) / line.size
        if step > INDENT:
            if len(paragraph.lines) == 1 and _may_hang(before):
                return False
            back = following is None or line.x0 - following.x0 > INDENT * line.size * 0.5
            return step < DEEPEST_INDENT and (
                back or self._ends_early(before, line) or len(paragraph.lines) > 1
            )
        if (
            abs(step) < EVEN
            and len(paragraph.lines) == 1
            and self.measures.is_indent(line)
            and not line.set_in
        ):
            return True
        if step < -INDENT:
            return len(paragraph.lines) > 1 and before.x0 - paragraph.lines[0].x0 > -INDENT * line.size
        return False

    def _is_centred(self, line: Line) -> bool:
        left, right = line.x0 - line.left, line.right - line.x1
        return left > 2 * line.size and abs(left - right) < 0.5 * line.size

    def _ends_early(self, before: Line, line: Line, slack: float = 0.5) -> bool:
        """Tell whether a line ends though the first word of the next would have fitted behind it."""
        room = before.right - before.x1
        if room > _first_word(line) + (0.25 + slack) * before.size:
            return True
        straight = (
            self.measures.justified and before.size <= self.measures.size and before.text.count(" ") > 1
        )
        return straight and room > 1.5 * before.size and len(line.text.lstrip().partition(" ")[0]) < LONG_WORD


def _is_cut(line: Line) -> bool:
    """Tell whether a word or an address goes on behind the end of a line."""
    end = line.text.rstrip()
    return end[-1:] in CUTS and not end[-2:-1].isspace()


def _may_hang(line: Line) -> bool:
    """Tell whether the lines after this one may be indented: it begins with a label or bullet."""
    text = line.text
    return bool(BULLET.match(text) or NUMBER.match(text) or TYPED_NOTE.match(text) or line.glyphs[0].raised)


def _first_word(line: Line) -> float:
    """Return the width of the first word, as even letters have it."""
    text = line.text.lstrip()
    length = text.find(" ")
    share = (length if length > 0 else len(text)) / max(len(text), 1)
    return WIDE_LETTERS * share * (line.x1 - line.x0)
