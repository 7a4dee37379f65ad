"""What a format cannot hold as it is: each such value is a finding, nothing is left out in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.diagnostics import Code, Diagnostic
from converter.writers.bibtex_ascii import NOT_ASCII
from converter.writers.ris import PLAIN, RisStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.works import Work

MOST_SHOWN = 12
"""Letters that a finding shows."""


def ascii_losses(written: str) -> Iterator[Diagnostic]:
    """Report the letters that LaTeX has no command for, and that a file in ASCII therefore still holds."""
    letters = sorted(set(NOT_ASCII.findall(written)))
    if letters:
        shown = "".join(letters[:MOST_SHOWN]) + ("…" if len(letters) > MOST_SHOWN else "")
        yield Code.LETTERS_KEPT.at(None, letters=shown)


def ris_losses(works: Iterable[Work], style: RisStyle = PLAIN) -> Iterator[Diagnostic]:
    """Report names with a comma inside: RIS parts family and given name by it, so it becomes a blank."""
    for work in works:
        for name in (*work.author, *work.editor, *work.translator):
            parts = [part for part in (name.family, name.given) if part]
            if any("," in part for part in parts or ([] if style.body_comma else [name.literal])):
                yield Code.NOT_HELD.at(None, format="RIS", what="the comma in a name", value=name.literal)
