"""A damaged text gives the document of the sound one, and the damage is told."""

from __future__ import annotations

import pytest

from converter.model import Block, Commentary
from converter.pipeline import Result, convert_bytes
from tests.metamorphic.damage import DAMAGES, turkish_as_western
from tests.samples import NAMES, converted, decoded

TOLD = {
    "letters taken apart": "letters-composed",
    "ligatures": "ligatures-written-out",
    "soft hyphens": "invisible-left-out",
    "zero-width blanks": "invisible-left-out",
    "character references": "entities-read",
}
"""Damage → the finding that tells it; blanks are no damage."""

CASES = [(name, kind) for name in NAMES for kind in DAMAGES if DAMAGES[kind](decoded(name)) != decoded(name)]

TURKISH = [name for name in NAMES if converted(name).commentary.metadata.language == "tr"]


def shape(commentary: Commentary) -> object:
    """Return what the document says, places apart."""
    return (
        commentary.metadata,
        [(section.type, section.text) for section in (*commentary.front_matter, *commentary.back_matter)],
        [(block.type, block.content, block.text) for block in commentary.body],
        [
            (note.label, note.kind, note.content, [(one.block, one.offset) for one in note.markers])
            for note in commentary.footnotes
        ],
        commentary.references,
        commentary.cite_as.literal if commentary.cite_as else None,
    )


def damaged(name: str, text: str) -> Result:
    """Return what a damaged sample becomes; nothing of it may be lost."""
    result = convert_bytes(text.encode(), name)
    assert result.is_valid
    return result


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_a_damaged_text_gives_the_same_document(name: str, kind: str) -> None:
    """Letters read as they were meant, in every part of the document."""
    result = damaged(name, DAMAGES[kind](decoded(name)))
    assert shape(result.commentary) == shape(converted(name).commentary)
    codes = {found.code for found in result.diagnostics}
    assert kind == "no-break blanks" or TOLD.get(kind, "mojibake-repaired") in codes


@pytest.mark.parametrize("name", TURKISH)
def test_turkish_read_as_western_is_mended(name: str) -> None:
    """Several kinds of signs and Turkish words around them agree."""
    result = damaged(name, turkish_as_western(decoded(name)))
    assert shape(result.commentary) == shape(converted(name).commentary)


def test_a_place_shows_what_stands_in_the_file() -> None:
    """The span of a paragraph with repairs begins and ends where the file has it, signs included."""
    text = "The Oﬃce\n\nﬁrst the harbour was closed, then the oﬃce of the pilots, and the lamps went oﬀ.\n"
    result = convert_bytes(text.encode(), "a.txt")
    block: Block = result.commentary.body[0]
    assert block.text.startswith("first the harbour")
    assert text[block.span.start : block.span.end] == text.splitlines()[2]
    places = [
        text[found.span.start : found.span.end]
        for found in result.diagnostics
        if found.span and "liga" in found.code
    ]
    assert places == ["ﬃ", "ﬁ"]
