"""Patterns as people write them, ``{series} {volume}/C {number}``, and the regular expressions they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from converter.profiles.words import alternatives, tolerant

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
SIGN = re.compile(r"\s*([/:,.|])\s*")
"""A sign in a printed pattern, around which blanks do not matter."""

PRINTED = {
    "volume": r"(?:19|20)\d\d",
    "number": r"[A-Z]{0,3}\s?\d{1,4}[A-Za-z]?",
    "day": r"\d{1,2}",
    "month": r"[^\W\d_]{3,12}\.?",
    "year": r"(?:19|20)\d\d",
}
"""Placeholder of a printed line → what may stand for it; ``{series}`` is one of the names of the series."""

NAMED = {
    "volume": r"(?:19|20)\d\d",
    "number": r"\d{1,4}",
    "day": r"[0-3]?\d",
    "month": r"[01]?\d|[^\W\d_]{3,12}",
    "year": r"(?:19|20)\d\d",
    "language": r"[a-z]{2}",
    "series": r"[^/]+?",
    "title": r"[^/]+?",
    "author": r"[^/]+?",
    "any": r"[^/]*?",
}
"""Placeholder of a file name or of the path of an address → what may stand for it."""


class TemplateError(ValueError):
    """A pattern that cannot be used; the message says why."""


def printed_pattern(template: str, series: Sequence[str]) -> re.Pattern[str]:
    """Return what finds a printed series and number anywhere in a line.

    >>> pattern = printed_pattern("{series} {volume}/C {number}", ["Tide Comment"])
    >>> pattern.search("TIDE COMMENT 2021/C 32").group("volume", "number")
    ('2021', '32')
    """
    kinds = {"series": alternatives(series), **PRINTED}
    if "number" not in placeholders(template):
        raise TemplateError(f"{template!r} has no {{number}}")
    return re.compile(rf"(?<!\w){_compiled(template, kinds, _printed)}(?!\w)", re.IGNORECASE)


def name_pattern(template: str) -> re.Pattern[str]:
    """Return what reads a file name without its ending, or the path of an address, as a whole.

    >>> name_pattern("tide-{volume}-{number}").fullmatch("tide-2021-32")["number"]
    '32'
    """
    if not placeholders(template):
        raise TemplateError(f"{template!r} has nothing in braces")
    return re.compile(_compiled(template, NAMED, re.escape), re.IGNORECASE)


def placeholders(template: str) -> list[str]:
    """Return the words in braces, in order."""
    return PLACEHOLDER.findall(template)


def _compiled(template: str, kinds: Mapping[str, str], literally: Callable[[str], str]) -> str:
    parts: list[str] = []
    seen: set[str] = set()
    at = 0
    for match in PLACEHOLDER.finditer(template):
        word = match[1]
        if word not in kinds:
            raise TemplateError(f"{template!r} has {{{word}}} (there are {', '.join(sorted(kinds))})")
        if word in seen and word != "any":
            raise TemplateError(f"{template!r} has {{{word}}} twice")
        seen.add(word)
        parts.append(literally(template[at : match.start()]))
        parts.append(kinds[word] if word == "any" else f"(?P<{word}>{kinds[word]})")
        at = match.end()
    return "".join([*parts, literally(template[at:])])


def _printed(text: str) -> str:
    """Match printed words whatever the blanks around signs are: ``2021 / 37`` is ``2021/37``."""
    pieces = SIGN.split(text)
    return "".join(
        rf"\s*{re.escape(piece)}\s*" if number % 2 else tolerant(piece) for number, piece in enumerate(pieces)
    )
