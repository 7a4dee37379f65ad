"""What each finding means and what to do about it, as ``docs/findings.md`` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from converter.validation.shipped import shipped_text

PAGE = "docs/findings.md"
ENTRY = re.compile(
    r"^### `(?P<code>[a-z-]+)` · (?P<severity>\w+)\n(?P<text>.*?)(?=^##|\Z)",
    re.MULTILINE | re.DOTALL,
)
LINE_END = re.compile(r"[ ]*\n[ ]*")
PARTS = re.compile(
    r"\A(?P<meaning>.*?)(?:^\* Example: (?P<example>.*?))?^\* What to do: (?P<advice>.*)\Z",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The entry of one code."""

    code: str
    severity: str
    meaning: str
    example: str
    advice: str


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return the entries by code.

    >>> explanations()["xml-syntax"].severity
    'error'
    """
    entries: dict[str, Explanation] = {}
    for match in ENTRY.finditer(shipped_text(PAGE)):
        parts = PARTS.match(match["text"])
        said = [_on_one_line(part or "") for part in parts.groups()] if parts else [match["text"], "", ""]
        entries[match["code"]] = Explanation(match["code"], match["severity"], *said)
    return entries


def advice(code: str) -> str:
    """Return what to do about a finding."""
    entry = explanations().get(code)
    return entry.advice if entry else ""


def _on_one_line(text: str) -> str:
    return LINE_END.sub(" ", text.strip())
