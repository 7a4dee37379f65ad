"""What stands at the head and the foot of the pages of a PDF and is no text: running heads, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from converter.readers.pdf_lines import Line, Lines, by_height

MOST_ROWS = 3
"""Rows at the head or foot of a page that may be marks."""

SAME_HEIGHT = 4.0
"""Points within which two lines of different pages stand at the same height."""

ROW_HEIGHT = 3.0
LONGEST = 160
"""Characters of a mark."""

LONGEST_LONE, FEWEST_LINES = 90, 6
MARGIN = 0.13
"""Share of the page's height in which a lone figure is a page number."""

OUTER_MARGIN, SMALL_HEAD = 0.08, 0.8
"""Share of the page's height, and of the size of the text, of a head that no other page repeats."""

FIGURES = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"""
    [-–—|\s\[]* (?: (?: page | sayfa | s\. | p\. | seite | стр\.? | səhifə ) \s* )?       # Page 3
    [-–—|\s]* (?P<n> \d{1,4} ) [-–—|\s\]]*                                    # - 3 -
    (?: (?: / | of | von | из ) \s* \d{1,4} [-–—|\s]* )?                      # 3 / 12
    """,
    re.VERBOSE | re.IGNORECASE,
)

Marks = list[tuple[str, Line]]
"""Type and line of each mark."""


class Page:
    """The lines of a page, and what of them is set aside."""

    __slots__ = ("asides", "bottom", "feet", "heads", "lines", "number", "top")

    def __init__(self, number: int, lines: Lines, asides: Marks, bottom: float, top: float) -> None:
        self.number = number
        self.lines = lines
        self.bottom = bottom
        self.top = top
        self.heads: Marks = []
        self.feet: Marks = []
        self.asides = asides
        """What is turned or hidden."""


def set_marks_aside(pages: Sequence[Page], size: float) -> None:
    """Take running heads and page numbers out of the lines of every page; the text has this size."""
    edges = [(_rows(page, at_head=True), _rows(page, at_head=False)) for page in pages]
    shown = [
        (page, line)
        for page, rows in zip(pages, edges, strict=True)
        for half in rows
        for row in half
        for line in row
    ]
    repeated = _repeated(shown)
    sequence = _sequence(shown)
    heights = [line.y for page, line in shown if id(line) in repeated]
    for page, (head, foot) in zip(pages, edges, strict=True):
        judge = _Judge(page, size, len(pages), repeated, sequence, heights)
        page.heads = list(judge.peeled(head))
        taken = {id(line) for _, line in page.heads}
        page.feet = [*judge.peeled([[one for one in row if id(one) not in taken] for row in foot])][::-1]
        taken |= {id(line) for _, line in page.feet}
        if taken:
            page.lines = [line for line in page.lines if id(line) not in taken]


def edge_lines(page: Page) -> Iterator[Line]:
    """Yield the lines of a page that may be marks."""
    for at_head in (True, False):
        for row in _rows(page, at_head=at_head):
            yield from row


def _rows(page: Page, *, at_head: bool) -> list[Lines]:
    """Return the outermost rows of a page and one more, from the edge inwards."""
    rows: list[Lines] = []
    for line in sorted(page.lines, key=by_height, reverse=at_head):
        if rows and abs(rows[-1][0].y - line.y) <= ROW_HEIGHT:
            rows[-1].append(line)
        elif len(rows) > MOST_ROWS:
            break
        else:
            rows.append([line])
    return rows


def _repeated(shown: Sequence[tuple[Page, Line]]) -> set[int]:
    """Return the lines that another page has at the same height, figures apart."""
    places: dict[str, list[tuple[int, float, Line]]] = {}
    for page, line in shown:
        key = FIGURES.sub("0", line.text.casefold()).strip()
        if len(key) > 1 and len(key) <= LONGEST:
            places.setdefault(key, []).append((page.number, line.y, line))
    return {
        id(line)
        for found in places.values()
        if len(found) > 1
        for number, y, line in found
        if any(other != number and abs(height - y) <= SAME_HEIGHT for other, height, _ in found)
    }


def _sequence(shown: Sequence[tuple[Page, Line]]) -> int | None:
    """Return by how much the printed numbers of the pages are above the counted ones, if two agree."""
    counted = Counter(
        offset
        for offset, _ in {
            (value - page.number, page.number) for page, line in shown for value in number_of(line)
        }
    )
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def number_of(line: Line) -> Iterator[int]:
    """Yield the number of the page that a line shows."""
    if match := PAGE_NUMBER.fullmatch(line.text.strip()):
        yield int(match["n"])


class _Judge:
    """Knows the marks of one page from its text."""

    def __init__(
        self,
        page: Page,
        size: float,
        count: int,
        repeated: set[int],
        sequence: int | None,
        heights: Sequence[float],
    ) -> None:
        self.page = page
        self.size = size
        self.count = count
        self.repeated = repeated
        self.sequence = sequence
        self.heights = heights

    def peeled(self, rows: Sequence[Lines]) -> Iterator[tuple[str, Line]]:
        """Yield the marks from the edge inwards, up to the first row that is text."""
        for number, row in enumerate(rows[:MOST_ROWS]):
            following = rows[number + 1] if number + 1 < len(rows) else []
            kinds = [self._kind(line, following) for line in row]
            if row and not any(kinds):
                return
            for line, kind in zip(row, kinds, strict=True):
                if kind or len(line.text) <= LONGEST:
                    yield kind or "running-head", line

    def _kind(self, line: Line, following: Lines) -> str | None:
        for value in number_of(line):
            if self.sequence is not None and value - self.page.number == self.sequence:
                return "page-number"
            if self._is_in_margin(line, following) and (self.count == 1 or value == self.page.number + 1):
                return "page-number"
            if line.artifact:
                return "page-number"
        if line.artifact or id(line) in self.repeated:
            return "running-head"
        apart = not following or abs(following[0].y - line.y) > 1.8 * line.size
        if self._is_lone_head(line, following) or self._is_small_head(line, following):
            return "running-head"
        level = any(abs(height - line.y) <= 1.0 for height in self.heights)
        return "running-head" if level and apart and len(line.text) <= LONGEST else None

    def _is_lone_head(self, line: Line, following: Lines) -> bool:
        """Know a line at the head of a later page, far apart from the text, though no other page has it."""
        near = self.page.top - line.y < MARGIN * (self.page.top - self.page.bottom)
        apart = bool(following) and line.y - following[0].y > 2.2 * max(line.size, following[0].size)
        full = len(self.page.lines) >= FEWEST_LINES
        return (
            full
            and self.page.number > 0
            and near
            and apart
            and len(line.text) < LONGEST_LONE
            and line.size < 12
        )

    def _is_small_head(self, line: Line, following: Lines) -> bool:
        """Know a small line in the very margin of the first page, far above all that is text."""
        height = self.page.top - self.page.bottom
        near = 0 < self.page.top - line.y < OUTER_MARGIN * height
        apart = bool(following) and line.y - following[0].y > 2.2 * max(line.size, following[0].size)
        small = line.size <= SMALL_HEAD * self.size
        return near and apart and small and not line.tag and len(line.text) < LONGEST_LONE

    def _is_in_margin(self, line: Line, following: Lines) -> bool:
        """Tell whether a line stands near the edge of the page, apart from the text."""
        height = self.page.top - self.page.bottom
        near = min(line.y - self.page.bottom, self.page.top - line.y) < MARGIN * height
        return near and (not following or abs(following[0].y - line.y) > 1.8 * following[0].size)
