"""Where the marks of the page (separators, running heads, page numbers) stand among and inside the blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.model import PageBreak
from converter.writers.xml_text import Element, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converter.model import Block, Commentary, Furniture
    from converter.source import Span


OF_A_PAGE = frozenset({"separator", "page-number", "running-head", "reading-time"})
"""Marks that stand on a page; menus, buttons and side bars of a site are recorded beside the document."""


class PageMarks:
    """The marks of the page in reading order, each to be taken once."""

    def __init__(self, commentary: Commentary) -> None:
        marks = [mark for mark in commentary.provenance.furniture if mark.type in OF_A_PAGE]
        self._marks = sorted(marks, key=lambda mark: mark.span.start)

    def take_before(self, offset: int) -> list[Furniture]:
        """Return the marks before this place that nobody has taken."""
        count = 0
        while count < len(self._marks) and self._marks[count].span.start < offset:
            count += 1
        taken, self._marks = self._marks[:count], self._marks[count:]
        return taken

    def take_all(self) -> list[Furniture]:
        """Return whatever is left."""
        taken, self._marks = self._marks, []
        return taken


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
    for mark in marks:
        gap = _pieces_before(block.spans, mark.span) - 1
        gaps[min(max(gap, 0), len(gaps) - 1)].append(mark)
    return gaps


def _pieces_before(pieces: Iterable[Span], place: Span) -> int:
    return sum(piece.end <= place.start for piece in pieces)


def _count_breaks(content: Iterable[object]) -> int:
    count = 0
    for part in content:
        count += _count_breaks(getattr(part, "content", ())) if not isinstance(part, PageBreak) else 1
    return count
