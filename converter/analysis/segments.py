"""How a line of several facts (``Given FAMILY | 3 July 2024 | Commentary 2024/19``) falls into its pieces."""

from __future__ import annotations

import re

SEPARATOR = re.compile(
    r"""
      \s+ [|·•] \s+ | \s* [|•] \s*      # Given FAMILY | 3 July 2024
    | \s+ [–—] \s+                       # Note n° 9 – mars 2017
    | \s+ on \s+ (?= (?: [A-Z][a-z]{2,8}\.? \s )? \d{1,2} (?:\s|,|$) )     # By Given FAMILY on March 14, 2023
    | \s* , \s+ (?= \d{1,2} (?: [.]? \s [^\W\d_]{3,} \s | [./] \d{1,2} [./] ) (?:19|20)\d\d $ )
                                                                 # Given FAMILY, 14 March 2023
    | \s* , \s+ (?= (?:by|par|von|por|door) \s+ [^\W\d_a-z] )    # 9 May 2019, by Given FAMILY
    """,
    re.VERBOSE,
)
SIGNS = frozenset("|·•–—")
CREDITED = re.compile(
    r", (?:by|par|von|por|door) [^\W\d_a-z]|^by .* on (?:[A-Z][a-z]{2,8}\.? )?\d{1,2}\b"
    r"|, \d{1,2}[./ ].{2,14}(?:19|20)\d\d$",
    re.IGNORECASE,
)


def has_segments(text: str) -> bool:
    """Tell whether a line may fall into pieces."""
    return not SIGNS.isdisjoint(text) or CREDITED.search(text) is not None


def split_segments(text: str) -> list[tuple[int, int]]:
    """Return the pieces between the separators of a line; the whole line where it has none.

    >>> [("a | b"[start:end]) for start, end in split_segments("a | b")]
    ['a', 'b']
    """
    if SIGNS.isdisjoint(text) and not CREDITED.search(text):
        return [(0, len(text))] if text else []
    pieces, at = [], 0
    by = text[:3].lower() == "by "
    for sign in SEPARATOR.finditer(text):
        if not by and sign[0].strip() == "on":
            continue
        if sign.start() > at:
            pieces.append((at, sign.start()))
        at = sign.end()
    if at < len(text):
        pieces.append((at, len(text)))
    return pieces
