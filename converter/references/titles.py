"""Where a title begins whose first half, before a colon, was taken for one more person."""

from __future__ import annotations

import re

from converter.references.part import Part

HAS_INITIAL = re.compile(r"\b[^\W\d_]\.")
MOST_WORDS = 7


def with_first_halves(text: str, parts: list[Part]) -> list[Part]:
    """Give `Carl Vance, Black Gardens: Ports through War` its whole title."""
    mended: list[Part] = []
    for part in parts:
        before = mended[-1] if mended else None
        if before and part.name == "title" and before.name == "author":
            cut = _first_half(text, before, part)
            if cut is not None:
                mended[-1] = before._replace(end=cut)
                comma = len(text[cut : before.end]) - len(text[cut : before.end].lstrip(", "))
                mended.append(Part("title", cut + comma, part.end, min(before.confidence, part.confidence)))
                continue
        mended.append(part)
    return mended


def _first_half(text: str, author: Part, title: Part) -> int | None:
    """Return where the persons end, if what follows them and a comma is the first half of the title."""
    if text[author.end : title.start].strip() != ":":
        return None
    comma = text.rfind(", ", author.start, author.end)
    if comma < 0:
        return None
    name, half = text[author.start : comma].rpartition(", ")[2], text[comma + 2 : author.end]
    if " " not in name.strip() or HAS_INITIAL.search(half) or half.count(" ") >= MOST_WORDS:
        return None
    return comma
