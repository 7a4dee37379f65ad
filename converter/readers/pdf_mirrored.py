"""The pieces of a page that is read from right to left, in the order of reading, places mirrored."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

from converter.readers.pdf_glyphs import FARTHEST, HYPHEN, Chunk, Glyphs, PageText
from converter.readers.pdf_right_to_left import Letter, pieces_in_order, plain_letter


def mirrored_chunks(page: PageText) -> Iterator[Chunk]:
    """Yield what stands on one line without a wide gap."""
    for piece in pieces_in_order(list(_letters(page))):
        yield _stretches_of(piece)


def _letters(page: PageText) -> Iterator[Letter]:
    """Yield every character that is printed."""
    box = (ctypes.c_float * 4)()
    for at, sign in enumerate(page.text):
        index = page.number(at)
        text_object = None if sign.isspace() else page.library.FPDFText_GetTextObject(page.handle, index)
        if not text_object:
            continue
        x, y = page.origin(at)
        page.library.FPDFText_GetLooseCharBox(page.handle, index, ctypes.addressof(box))
        left, right = min(x, box[2]), max(x, box[2])
        if abs(left) + abs(right) + abs(y) < FARTHEST:
            text = plain_letter(sign.replace(HYPHEN, "-"))
            style = page.style_of(text_object, index)
            raised = "0" <= text <= "9" and page.is_raised(at, style.size)
            yield Letter(text, -right, -left, y, style, at, raised)


def _stretches_of(letters: Sequence[Letter]) -> Chunk:
    """Put letters of one style on one base line together."""
    chunk: Chunk = []
    for one in letters:
        last = chunk[-1] if chunk else None
        alike = last is not None and (one.style, one.y, one.raised) == (last.style, last.y, last.raised)
        if last is not None and (one.text == " " or alike):
            last.text += one.text
            last.x0, last.x1 = min(last.x0, one.x0), max(last.x1, one.x1)
        else:
            chunk.append(Glyphs(one.text, -1, one.style, one.x0, one.y, one.x1))
            chunk[-1].anchor, chunk[-1].raised = one.number, one.raised
    return chunk
