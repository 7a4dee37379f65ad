"""What the instruction of a field of Word (in DOCX and RTF) says of the text that it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r'"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"]+)')


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction is read first, then the text that it shows."""

    instruction: str = ""
    shows: bool = False
    """The text of the field has begun."""
    target: str | None = None
    marker: bool = False
    """Its text is a further reference to a note."""

    def show(self) -> None:
        """Let the text of the field begin."""
        self.shows = True
        self.target, self.marker = understood(self.instruction)


def understood(instruction: str) -> tuple[str | None, bool]:
    r"""Return the address that a field leads to, and whether its text refers to a note.

    >>> understood(' HYPERLINK "https://news.example.org/a" \\l "part" ')
    ('https://news.example.org/a#part', False)
    >>> understood(r"NOTEREF _Ref1 \f \h"), understood("PAGE")
    ((None, True), (None, False))
    """
    words = [(match["quoted"], match["bare"]) for match in WORD.finditer(instruction)]
    name = (words[0][1] or "").upper() if words else ""
    if name == "HYPERLINK":
        return _address(words[1:]), False
    return None, name == "NOTEREF" and (None, "\\f") in words


def _address(words: list[tuple[str | None, str | None]]) -> str | None:
    address, place, switch = "", "", ""
    for quoted, bare in words:
        if bare and bare.startswith("\\"):
            switch = bare
            continue
        if not switch or switch in ("\\n", "\\m"):
            address = address or (quoted or bare or "").replace("\\\\", "\\")
        elif switch == "\\l":
            place = quoted or bare or ""
        switch = ""
    return (f"{address}#{place}" if place and "#" not in address else address) if address else None
