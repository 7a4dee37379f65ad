"""Which lines of the header a cite-as block quotes as the title, though no quotes show where that is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.passages import Passage
from converter.normalizers.spaces import title_key
from converter.profiles.words import plain

WORD = re.compile(r"\w+")
SHORTEST = 8
SHORTEST_IDEOGRAPHS = 3
PARTS = re.compile(r"[:.–—|!?-]|//")
"""What parts a subtitle from its title."""


def is_cited(line: str, blocks: Sequence[str], limits: Sequence[int], least: int = 0) -> bool:
    """Tell whether a block holds a line, behind so many letters and before its limit, whatever its signs."""
    key = title_key(line)
    shortest = SHORTEST if line.isascii() or line[:1] < "\u0590" else SHORTEST_IDEOGRAPHS
    if len(key) < shortest:
        return False
    return any(
        least <= title_key(block).find(key) <= len(title_key(block[:limit]))
        for block, limit in zip(blocks, limits, strict=True)
    )


def sign_between(first: str, second: str, blocks: Sequence[str]) -> str | None:
    """Return what stands between two lines that follow each other in a block; nothing where they do not.

    >>> sign_between("The Tide", "A History", ["Orman, A. (2020). The tide: A history. Quay."])
    ': '
    """
    for block in blocks:
        words = [(match[0], *match.span()) for match in WORD.finditer(plain(block))]
        written = [word for word, _, _ in words]
        before, behind = WORD.findall(plain(first)), WORD.findall(plain(second))
        whole = before + behind
        for at in range(len(written) - len(whole) + 1):
            if before and behind and written[at : at + len(whole)] == whole:
                last, following = words[at + len(before) - 1], words[at + len(before)]
                return block[last[2] : following[1]]
    return None


def is_subtitle(number: int, passages: Sequence[Passage], blocks: Sequence[str]) -> bool:
    """Tell whether a block parts a line from the title above it by a sign: it is the subtitle."""
    if not number or not blocks:
        return False
    sign = sign_between(passages[number - 1].text, passages[number].text, blocks)
    return sign is not None and PARTS.search(sign) is not None
