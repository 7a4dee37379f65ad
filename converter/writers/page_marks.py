"""Where the marks of the page (separators, running heads, page numbers) stand among and inside the blocks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from converter.model import PageBreak
from converter.writers.xml_text import Element, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converter.model import Block, Commentary, Furniture


OF_A_PAGE = frozenset({"separator", "page-number", "running-head", "reading-time"})
"""Marks that stand on a page; menus, buttons and side bars of a site are recorded beside the document."""


class PageMarks:
    """The marks of the page in reading order, each to be taken once."""

    def __init__(self, commentary: Commentary) -> None:
        marks = [mark for mark in commentary.provenance.furniture if mark.type in OF_A_PAGE]
        self._marks = sorted(marks, key=lambda mark: mark.span.start)
        self._taken = 0

    def take_before(self, offset: int) -> list[Furniture]:
        """Return the marks before this place that nobody has taken."""
        begin = self._taken
        while self._taken < len(self._marks) and self._marks[self._taken].span.start < offset:
            self._taken += 1
        return self._marks[begin : self._taken]

    def take_all(self) -> list[Furniture]:
        """Return whatever is left."""
        begin, self._taken = self._taken, len(self._marks)
        return self._marks[begin:]


def add_furniture(parent: Element, marks: Iterable[Furniture]) -> None:
    """Write marks of the page where they stood."""
    for mark in marks:
        put(parent, "fw", mark.text, {"type": mark.type})


def gaps_of(block: Block, marks: Sequence[Furniture]) -> list[list[Furniture]]:
    """Deal the marks inside a block to its page breaks: each to the break between its two neighbours."""
    if not marks:
        return []
    breaks = _count_breaks(block.content)
    gaps: list[list[Furniture]] = [[] for _ in range(max(breaks, 1))]
    ends = sorted(piece.end for piece in block.spans)
    for mark in marks:
        gap = bisect_right(ends, mark.span.start) - 1
        gaps[min(max(gap, 0), len(gaps) - 1)].append(mark)
    return gaps


def _count_breaks(content: Iterable[object]) -> int:
    count = 0
    for part in content:
        count += _count_breaks(getattr(part, "content", ())) if not isinstance(part, PageBreak) else 1
    return count
