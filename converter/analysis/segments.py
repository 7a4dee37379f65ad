"""How a line of several facts (``Given FAMILY | 3 July 2024 | Commentary 2024/19``) falls into its pieces."""

from __future__ import annotations

import re

SEPARATOR = re.compile(
    r"""
      \s+ [|·•] \s+ | \s* [|•] \s*      # Given FAMILY | 3 July 2024
    | \s+ [–—] \s+                       # Note n° 9 – mars 2017
    | \s* , \s+ (?= (?:by|par|von|por|door) \s+ [^\W\d_a-z] )    # 9 May 2019, by Given FAMILY
    """,
    re.VERBOSE,
)
SIGNS = frozenset("|·•–—")
CREDITED = re.compile(r", (?:by|par|von|por|door) [^\W\d_a-z]")


def split_segments(text: str) -> list[tuple[int, int]]:
    """Return the pieces between the separators of a line; the whole line where it has none.

    >>> [("a | b"[start:end]) for start, end in split_segments("a | b")]
    ['a', 'b']
    """
    if SIGNS.isdisjoint(text) and not CREDITED.search(text):
        return [(0, len(text))] if text else []
    pieces, at = [], 0
    for sign in SEPARATOR.finditer(text):
        if sign.start() > at:
            pieces.append((at, sign.start()))
        at = sign.end()
    if at < len(text):
        pieces.append((at, len(text)))
    return pieces
