"""The brackets inside a line of gold: `⟦key value:printed⟧`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BRACKET = re.compile(
    r"""
    ⟦ (?P<key>[a-z]+)
    (?: [ ] (?P<value>[^:⟦⟧]*) )?    # ⟦issued 2024-05-04:…⟧
    (?: : (?P<printed>[^⟦⟧]*) )?     # ⟦work⟧ has nothing printed
    ⟧
    """,
    re.VERBOSE,
)
NOTE_KINDS = frozenset({"reference", "comment", "mixed", "back-reference"})
WORK_KEYS = frozenset(
    {
        "author", "editor", "translator", "title", "container", "publisher", "place", "volume", "issue",
        "number", "page", "issued", "accessed", "date", "url", "doi", "genre",
    }
)  # fmt: skip
CITE_KEYS = frozenset(
    {"author", "year", "title", "publisher", "place", "series", "number", "date", "accessed", "url", "doi"}
)
PLAIN_KEYS = frozenset({"m", "n", "work", "back", "label", "x", "fix", "no"})
DATE_KEYS = frozenset({"issued", "accessed", "date"})
KEYS = WORK_KEYS | CITE_KEYS | PLAIN_KEYS


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket: what it labels, with which value, and the text on the page inside it."""

    key: str
    value: str
    printed: str


Piece = str | Bracket


def pieces(text: str) -> Iterator[Piece]:
    """Yield the stretches of a labelled text: plain text, and brackets.

    >>> list(pieces("met.⟦m 1:[1]⟧ Then"))
    ['met.', Bracket(key='m', value='1', printed='[1]'), ' Then']
    """
    end = 0
    for match in BRACKET.finditer(text):
        if match.start() > end:
            yield text[end : match.start()]
        yield Bracket(match["key"], (match["value"] or "").strip(), match["printed"] or "")
        end = match.end()
    if end < len(text):
        yield text[end:]


def visible(text: str) -> str:
    """Return what stands on the page: the text without its brackets.

    >>> visible("⟦n 1:[1]⟧ ⟦title en:Ferries⟧, 2020")
    '[1] Ferries, 2020'
    """
    return "".join(piece if isinstance(piece, str) else piece.printed for piece in pieces(text))
