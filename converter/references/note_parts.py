"""The parts of a note as the model of notes reads them: of cited works, prose, words that refer back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from converter.references.cleaning import (
    ISSUE,
    VOLUME,
    clean_name,
    clean_number,
    clean_report_number,
    clean_title,
)
from converter.references.model import load_model
from converter.references.note_labels import NOTE_LABELS
from converter.references.note_units import Hint, cut_note
from converter.references.part import Part
from converter.references.parts import parts_of_runs
from converter.references.tagger import tag

NOTES = "notes.bin"
LONGEST = 4000
"""Characters of a note that are read; a longer one is an essay."""

CLEAN = {
    "title": clean_title,
    "container": clean_name,
    "publisher": clean_name,
    "place": clean_name,
    "volume": lambda text: clean_number(text, VOLUME),
    "issue": lambda text: clean_number(text, ISSUE),
    "number": clean_report_number,
}
PAGES = re.compile(
    r"""
    \W* (?: \b(?: pp? | pages? | pgs? | ss? | sayfa | seiten? | сс? | стр | səh | syf | p[áa]gs? | str | blz
        | bl | col | σσ? | σελ | ص | صص | էջ | გვ | б | бет | 第 | a | l )\b \.? \s* )?
    (?P<pages> .* )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
EDGES = " \t,;:.()[]"


def read_parts(
    text: str, hints: Sequence[Hint] | None = None, italics: Iterable[tuple[int, int]] = ()
) -> list[Part]:
    """Return the parts of a note in order; ``hints`` is how rules read it, for a second opinion on that."""
    units = cut_note(text[:LONGEST], hints, italics)
    if not units.words:
        return []
    parts = parts_of_runs(units, tag(load_model(NOTES), units), NOTE_LABELS)
    return _joined(text, parts)


def _joined(text: str, parts: list[Part]) -> list[Part]:
    """Join two runs of one part that no word and no semicolon parts."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before and before.name == part.name and part.name in ("title", "author", "page", "prose", "back"):
            between = text[before.end : part.start]
            if not any(map(str.isalnum, between)) and ";" not in between:
                joined[-1] = before._replace(end=part.end, confidence=min(before.confidence, part.confidence))
                continue
        joined.append(part)
    return joined


def value_of(text: str, part: Part) -> tuple[int, int]:
    """Return the place of what a part says, without the words and signs that only lead to it.

    >>> text = "vol. 12"
    >>> value_of(text, Part("volume", 0, 7, 1.0))
    (5, 7)
    """
    start, end = part.start, part.end
    if part.name == "page":
        pages = PAGES.fullmatch(text, start, end)
        start = pages.start("pages") if pages else start
        return start, start + len(text[start:end].rstrip(EDGES))
    value = CLEAN[part.name](text[start:end])
    at = text.find(value, start, end)
    return (at, at + len(value)) if value and at >= 0 else (start, end)
