"""Which stretches of a text are no prose with markup: the data at its head, and blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^`\n]*$", re.MULTILINE)


class Verbatim(msgspec.Struct, frozen=True, gc=False):
    """A stretch of whole lines in which signs are no markup."""

    start: int
    end: int
    marks: tuple[str, ...] = ()
    furniture: str | None = None
    """Of lines that are no part of the text."""


def find_verbatim(text: str, head: int) -> list[Verbatim]:
    """Return the stretches in order; ``head`` is where the data at the head of the text end."""
    found = [Verbatim(0, head, furniture="front-matter")] if head else []
    if "```" in text or "~~~" in text:
        found += _code(text, head)
    return found


def _code(text: str, begin: int) -> Iterator[Verbatim]:
    """Yield the fences of each block of code and what stands between; one that is not closed is none."""
    opening: re.Match[str] | None = None
    for line in FENCE.finditer(text, begin):
        if opening is None:
            opening = line
        elif line["fence"].startswith(opening["fence"]) and line[0].strip() == line["fence"]:
            yield Verbatim(*opening.span(), furniture="code-fence")
            yield Verbatim(opening.end(), line.start(), ("code",))
            yield Verbatim(*line.span(), furniture="code-fence")
            opening = None
