"""The elements of a tagged PDF page: paragraphs, headings, cells, notes, and the text that is in each."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from converter.readers.pdf_library import Handle, calls

BLOCKS = frozenset(
    {
        "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "LI", "TD", "TH", "Caption", "Note", "FENote",
        "TOCI", "BibEntry", "Code",
    }
)  # fmt: skip
"""Elements that are blocks: the innermost round a stretch of text is that of the text."""

NOTES = frozenset({"Note", "FENote"})
HEADING = re.compile(r"H(?P<level>[1-6]?)$|Title$")
LARGEST_PAGE = 20_000
"""Elements of a page that are looked at."""

DEEPEST = 60


class Tag(NamedTuple):
    """Where the tags put a stretch of text; numbers are those of the elements on the page, 0 is none."""

    page: int
    block: int = 0
    kind: str = ""
    note: int = 0
    row: int = 0
    cell: int = 0
    quote: bool = False

    @property
    def level(self) -> int:
        """The level of a heading; 0 for text."""
        match = HEADING.match(self.kind)
        return int(match["level"] or 1) if match else 0


Tags = Mapping[int, Tag]
"""Number of a stretch of marked content on a page → where it belongs."""


def read_tags(page: Handle, number: int) -> Tags:
    """Read the tags of a page."""
    library = calls()
    tree = library.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        roots = [
            library.FPDF_StructTree_GetChildAtIndex(tree, at)
            for at in range(min(library.FPDF_StructTree_CountChildren(tree), LARGEST_PAGE))
        ]
        return _Reading(number).of([root for root in roots if root])
    finally:
        library.FPDF_StructTree_Close(tree)


class _Reading:
    """Walks the elements of one page."""

    def __init__(self, page: int) -> None:
        self.library = calls()
        self.tags: dict[int, Tag] = {}
        self.page = page
        self.count = 0
        self.name = ctypes.create_string_buffer(64)

    def of(self, roots: Sequence[Handle]) -> Tags:
        waiting = [(root, Tag(self.page), 0) for root in reversed(roots)]
        while waiting and self.count < LARGEST_PAGE:
            element, around, depth = waiting.pop()
            self.count += 1
            tag = self._within(self._type(element), around)
            children: list[tuple[Handle, Tag, int]] = []
            for at in range(min(self.library.FPDF_StructElement_CountChildren(element), LARGEST_PAGE)):
                child = self.library.FPDF_StructElement_GetChildAtIndex(element, at)
                if child and depth < DEEPEST:
                    children.append((child, tag, depth + 1))
                elif not child and tag.block:
                    self._add(self.library.FPDF_StructElement_GetChildMarkedContentID(element, at), tag)
            waiting += reversed(children)
        return self.tags

    def _add(self, content: int, tag: Tag) -> None:
        if content >= 0:
            self.tags[content] = tag

    def _within(self, kind: str, around: Tag) -> Tag:
        if kind == "BlockQuote":
            return around._replace(quote=True)
        if kind == "TR":
            return around._replace(row=self.count)
        if kind not in BLOCKS:
            return around
        tag = around._replace(block=self.count, kind=kind)
        if kind in NOTES:
            return tag._replace(note=self.count)
        return tag._replace(cell=self.count) if kind in ("TD", "TH") else tag

    def _type(self, element: Handle) -> str:
        size = self.library.FPDF_StructElement_GetType(element, ctypes.addressof(self.name), len(self.name))
        return self.name.raw[: max(size - 2, 0)].decode("utf-16-le", "replace") if size <= 64 else ""
