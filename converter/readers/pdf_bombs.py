"""Whether a PDF would draw more than any commentary has: a few kilobytes can inflate to a page of gigabytes.

PDFium makes an object of some hundred bytes of every letter before it says how many there are. What the
pages draw is therefore inflated here first, up to a limit; pictures and fonts are left alone.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

BEGIN, END = b"stream", b"endstream"
LONGEST_HEAD = 1000
"""Bytes before a stream in which stands what it is."""

NO_DRAWING = re.compile(
    rb"/Image\b|/Length[123]\b|/FontFile|/XRef\b|/ObjStm\b|/Metadata\b|/ICCBased|/N\s+[134]\b"
)
SHORTEST = 1000
"""Bytes of a packed stream; a shorter one cannot inflate to much."""

HARMLESS = 1 << 20
"""Bytes that a stream may inflate to without its letters being counted."""

MOST_DRAWN = 64 << 20
"""Bytes that one stream may inflate to: a map of many lines has some megabytes."""

LETTERS = re.compile(rb"\((?:[^()\\]|\\.)*+\)|<[0-9A-Fa-f\s]{4,}+>", re.DOTALL)


def drawn_characters(content: bytes, limit: int) -> int:
    r"""Return how many letters a page may have, if one has more than a limit; else 0.

    >>> drawn_characters(b"1 0 obj<</Length 3>>stream\n...\nendstream endobj", 100)
    0
    """
    for packed in _packed_drawings(content):
        drawn = _inflated(packed)
        if len(drawn) > MOST_DRAWN:
            return len(drawn)
        if len(drawn) > HARMLESS and (count := _letters(drawn)) > limit:
            return count
    return 0


def _packed_drawings(content: bytes) -> Iterator[memoryview]:
    """Yield the packed streams that may be drawn on a page."""
    view, end = memoryview(content), 0
    while (at := content.find(BEGIN, end)) >= 0:
        end = content.find(END, at)
        end = end + len(END) if end >= 0 else len(content)
        begin = at + len(BEGIN) + (2 if content[at + len(BEGIN) : at + len(BEGIN) + 2] == b"\r\n" else 1)
        if end - begin < SHORTEST:
            continue
        head = content[max(at - LONGEST_HEAD, 0) : at]
        head = head[head.rfind(b" obj") + 1 :]
        if b"/Fl" in head and not NO_DRAWING.search(head):
            yield view[begin:end]


def _inflated(packed: memoryview) -> bytes:
    """Return what a stream inflates to, at most one byte more than may be; what is no stream, nothing."""
    try:
        return zlib.decompressobj().decompress(packed, MOST_DRAWN + 1)
    except zlib.error:
        return b""


def _letters(drawn: bytes) -> int:
    """Count the letters of all strings, at least: of two figures in angle brackets each is one."""
    return sum(match.end() - match.start() - 2 for match in LETTERS.finditer(drawn))
