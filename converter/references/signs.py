"""What stands between two words of a reference, as the model tells it apart."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

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
    opens: bool
    closes: bool
    straight: int
    depth: int


@lru_cache(4096)
def sign_of(text: str) -> Sign:
    """Read what stands between two words."""
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
    depth = text.count("(") + text.count("[") - text.count(")") - text.count("]")
    return Sign(number, group, not CUTTING.isdisjoint(text) or " - " in text, opens, closes, straight, depth)
