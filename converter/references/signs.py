"""What stands between two words of a reference, as the model tells it apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from converter.references.classes import CLASS

SIGNS = (
    "", " ", ", ", ". ", ": ", "; ", ".", ",", ":", ";", "(", " (", ")", ") ", "). ", "), ", "): ", ").",
    "-", "–", "--", " - ", " – ", " — ", "/", " / ", " // ", "'", "’", " & ", ", & ", "., ", "., & ", ".; ",
    "Q", "quote, ", "quote. ", " [", "[", "]", "] ", "]. ", "|", "., (", ". (", "=", "#", "?", "? ", "! ",
    ", (", ".-", ".: ", ". – ", ". — ", " : ", "+", "other",
)  # fmt: skip
SIGN = {sign: number for number, sign in enumerate(SIGNS)}
OTHER_SIGN = SIGN["other"]
GROUPS = ("", " ", ",", ".", ":", ";", "(", ")", "-", "/", "quote", "[", "other")
GROUP_OF = tuple(
    next(
        (
            number
            for number, group in enumerate(GROUPS)
            if (group and group in sign.replace(" ", "")) or sign == group
        ),
        1,
    )
    for sign in SIGNS
)
CUTTING = frozenset(',.;:()[]/“”«»„"?!|–—')
OPENING, CLOSING = frozenset("“«„‘"), frozenset("”»’")


class Sign(NamedTuple):
    """What stands between two words."""

    number: int
    group: int
    cuts: bool
    turn: int
    """What it does to the quotes and brackets that the words behind it stand in: a row of ``TURNS``."""


WIDE = str.maketrans({
    "，": ", ", "、": ", ", "。": ". ", "．": ". ", "：": ": ", "；": "; ", "（": " (", "）": ") ",
    "［": " [", "］": "] ", "〔": " [", "〕": "] ", "【": " [", "】": "] ", "،": ",", "؛": ";", "՝": ",",
    "։": ".", "·": ".", "・": " ", "《": "“", "》": "”", "「": "“", "」": "”", "『": "“", "』": "”",
    "\u200c": "-", "～": "-", "\u2011": "-",
})  # fmt: skip
"""Signs of other scripts → those that say the same here."""


@lru_cache(4096)
def sign_of(text: str) -> Sign:
    """Read what stands between two words."""
    text = text if text.isascii() else text.translate(WIDE)
    plain = " ".join(text.split()) if len(text) > 1 else text
    if text[:1].isspace():
        plain = f" {plain}".replace("  ", " ") if plain else " "
    if text[-1:].isspace() and plain.strip():
        plain += " "
    opens, closes = not OPENING.isdisjoint(text), not CLOSING.isdisjoint(text) and text != "’"
    straight = text.count('"') + text.count("''")
    if opens or closes or straight:
        number = SIGN["quote, "] if "," in text else SIGN["quote. "] if "." in text else SIGN["Q"]
    else:
        number = SIGN.get(plain, -1)
        if number < 0:
            number = next(
                (
                    SIGN[one]
                    for one in (". (", ", (", "). ", ". – ", " // ", ". ", "; ", ": ", ", ")
                    if one.strip() in plain
                ),
                OTHER_SIGN,
            )
    group = GROUPS.index("quote") if opens or closes or straight else GROUP_OF[number]
    quotes = TOGGLE if straight % 2 else OPEN if opens else CLOSE if closes else 0
    depth = text.count("(") + text.count("[") - text.count(")") - text.count("]")
    turn = quotes * 3 + (UP if depth > 0 else DOWN if depth < 0 else 0)
    return Sign(number, group, not CUTTING.isdisjoint(text) or " - " in text, turn)


TOGGLE, OPEN, CLOSE = 1, 2, 3
UP, DOWN = 1, 2
YEAR = CLASS["year"]
YEARS_SEEN = 2
"""A third year says no more than a second."""


def _turned(state: int, quotes: int, brackets: int) -> int:
    """Return what a state becomes: quotes (0 none so far, 1 inside, 2 behind), a bracket, years before."""
    quoted, depth, dated = state >> 3, state >> 2 & 1, state & 3
    if quotes == OPEN or (quotes == TOGGLE and quoted != 1):
        quoted = 1
    elif quotes and quoted:
        quoted = 2
    if brackets:
        depth = brackets & 1
    return quoted << 3 | depth << 2 | dated


TURNS = tuple(
    tuple(_turned(state, quotes, brackets) for state in range(24))
    for quotes in range(4)
    for brackets in range(3)
)
"""By the turn of a sign: what each state becomes behind it."""


def states_of(turns: Iterable[int], numbers: Iterable[int]) -> list[int]:
    """Return for each word: inside or behind quotes, in brackets, behind a year (one number for all)."""
    state = 0
    states = []
    for turn, number in zip(turns, numbers, strict=False):
        if turn:
            state = TURNS[turn][state]
        states.append(state)
        if number == YEAR and state & 3 < YEARS_SEEN:
            state += 1
    return states
