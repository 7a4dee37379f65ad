"""Where the links of a page lead: their places are laid over the lines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

from converter.readers.pdf_glyphs import Glyphs, PageText
from converter.readers.pdf_library import Handle, calls
from converter.readers.pdf_lines import Lines

LONGEST_ADDRESS = 4096
MOST_LINKS = 2000
"""Links of one page; more of them are not looked at."""


class LinkArea(NamedTuple):
    """A place on a page, and the address it leads to."""

    left: float
    bottom: float
    right: float
    top: float
    target: str


def set_links(document: Handle, page: Handle, lines: Lines, reading: PageText) -> None:
    """Give the stretches that links cover their targets."""
    for area in _areas(document, page):
        if reading.mirrored:
            area = area._replace(left=-area.right, right=-area.left)
        for line in lines:
            if area.bottom - 1 <= line.y <= area.top and line.x0 < area.right and line.x1 > area.left:
                line.glyphs = [piece for glyphs in line.glyphs for piece in _linked(glyphs, area, reading)]


def _areas(document: Handle, page: Handle) -> Iterator[LinkArea]:
    library = calls()
    at, link, box = ctypes.c_int(0), ctypes.c_void_p(), (ctypes.c_float * 4)()
    for _ in range(MOST_LINKS):
        if not library.FPDFLink_Enumerate(page, ctypes.addressof(at), ctypes.addressof(link)):
            return
        target = _target(document, library.FPDFLink_GetAction(link.value))
        if target and library.FPDFLink_GetAnnotRect(link.value, ctypes.addressof(box)):
            left, top, right, bottom = box
            yield LinkArea(left, bottom, right, top, target)


def _target(document: Handle, action: Handle | None) -> str:
    """Return the address of an action; other actions (programs, files, places in the document) have none."""
    if not action:
        return ""
    library = calls()
    size = library.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < size <= LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(size)
    library.FPDFAction_GetURIPath(document, action, ctypes.addressof(buffer), size)
    return buffer.value.decode("utf-8", "replace").strip()


def _linked(glyphs: Glyphs, area: LinkArea, reading: PageText) -> Iterator[Glyphs]:
    """Yield a stretch in pieces, the one inside the area with its target."""
    if glyphs.x1 <= area.left + 1 or glyphs.x0 >= area.right - 1:
        yield glyphs
        return
    start, end = 0, len(glyphs.text)
    if glyphs.index >= 0 and end > 1:
        start = _first_from(glyphs, area.left - 1, reading)
        end = _first_from(glyphs, area.right - 1, reading)
    for left, right in ((0, start), (start, end), (end, len(glyphs.text))):
        if left < right:
            piece = glyphs if (left, right) == (0, len(glyphs.text)) else glyphs.part(left, right)
            if left == start:
                piece.target = area.target
            yield piece


def _first_from(glyphs: Glyphs, x: float, reading: PageText) -> int:
    """Return the first character of a stretch that begins at or behind a place."""
    low, high = 0, len(glyphs.text)
    while low < high:
        middle = (low + high) // 2
        if reading.origin(glyphs.index + middle)[0] < x:
            low = middle + 1
        else:
            high = middle
    return low
