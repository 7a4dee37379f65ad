"""Where quoted titles stand in a text."""

from __future__ import annotations

import re

import msgspec

QUOTED = re.compile(
    r"""
      “ (?P<curly> (?: [^“”] | “[^“”]*” )+ ) ”            # “title with “inner” quotes”
    | (?<!\w) " (?P<straight> [^"]+ ) "                    # "title"
    | « (?P<angle> [^«»]+ ) »                              # «title»
    | „ (?P<low> [^„“”"]+ ) [“”"]                          # „title“
    | » (?P<swp> [^«»]+ ) «                                # »title«
    | (?<!\w) ‘ (?P<single> [^‘]+? ) ’ (?!\w)              # ‘title’
    | (?<!\w) '' (?P<doubled> [^']+ ) ''                   # ''title''
    """,
    re.VERBOSE,
)
APOSTROPHES = re.compile(r"(?<!\w)'(?P<plain>[^'\n](?:[^']|'(?=\w))*)'(?!\w)")
"""'title' in straight single quotes; an apostrophe inside a word does not close it."""


SIGN = re.compile(r"[“\"«„»‘]|''")


class Quote(msgspec.Struct, frozen=True, gc=False):
    """A quoted stretch: with its signs (``start``, ``end``) and without (``inner_start``, ``inner_end``)."""

    start: int
    end: int
    inner_start: int
    inner_end: int

    def moved(self, by: int) -> Quote:
        """Return it as it stands in a text that begins so much earlier."""
        if not by:
            return self
        return Quote(self.start + by, self.end + by, self.inner_start + by, self.inner_end + by)


def find_quotes(text: str) -> list[Quote]:
    """Return the quoted stretches in order; those in straight single quotes only if there are no others."""
    sign = SIGN.search(text)
    found = [_quote(match) for match in QUOTED.finditer(text, sign.start())] if sign else []
    if found or "'" not in text:
        return found
    return [_quote(match) for match in APOSTROPHES.finditer(text)]


def _quote(match: re.Match[str]) -> Quote:
    return Quote(*match.span(), *match.span(match.lastgroup or 0))
