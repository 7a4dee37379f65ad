"""The same commentary written in another way gives the same document."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.model import Commentary, Marker
from converter.pipeline import convert_bytes
from tests.metamorphic.variants import LEFT_OUT, MARKER_FORMS, SAME, Variant

SEED = (Path(__file__).parents[2] / "samples" / "avim-2025-37.txt").read_text(encoding="utf-8")


def _document(content: bytes) -> Commentary:
    return convert_bytes(content, "seed.txt").commentary


def _shape(commentary: Commentary) -> object:
    """Return what the document says, places apart."""
    cite_as = commentary.cite_as
    return (
        commentary.metadata,
        [(block.type, block.content, block.text) for block in commentary.body],
        [
            (note.label, note.kind, note.content, note.citations, _places(note.markers))
            for note in commentary.footnotes
        ],
        commentary.references,
        (cite_as.literal, cite_as.content) if cite_as else None,
    )


def _places(markers: tuple[Marker, ...]) -> list[tuple[str, int]]:
    return [(marker.block, marker.offset) for marker in markers]


def _links(commentary: Commentary) -> object:
    texts = [(block.id, block.text) for block in commentary.body]
    notes = [(note.label, note.text, _places(note.markers)) for note in commentary.footnotes]
    return commentary.metadata, texts, notes, commentary.references


BASE = _document(SEED.encode())


@pytest.mark.parametrize("write", SAME.values(), ids=SAME.keys())
def test_a_way_of_writing_changes_nothing(write: Variant) -> None:
    """Line ends, encodings, wraps and the like are not part of the document."""
    assert _shape(BASE) == _shape(_document(write(SEED)))


@pytest.mark.parametrize("write", MARKER_FORMS.values(), ids=MARKER_FORMS.keys())
def test_a_form_of_markers_changes_no_link(write: Variant) -> None:
    """Every note is found at the same place whatever its marker looks like."""
    assert _links(BASE) == _links(_document(write(SEED)))


@pytest.mark.parametrize(("write", "code"), LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_what_is_left_out_is_reported(write: Variant, code: str) -> None:
    """A missing part is a finding, and the text stays whole."""
    result = convert_bytes(write(SEED), "seed.txt")
    assert code in {finding.code for finding in result.diagnostics}
    assert result.is_valid
