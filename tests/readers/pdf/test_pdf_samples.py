"""Samples that programs have printed give the same document as their text, and no character is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.pipeline import convert
from converter.readers import read
from tests.readers.pdf.invariance import characters, printed, shape
from tests.samples import NAMES, converted

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.*.pdf"))
"""``program-layout.sample.pdf``"""


def sample_of(fixture: Path) -> str:
    """Return the file name of the sample that a fixture prints."""
    stem = fixture.stem.partition(".")[2]
    return next(name for name in NAMES if Path(name).stem == stem)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_printed_sample_gives_the_document_of_its_text(fixture: Path) -> None:
    """Two columns, notes at the foot of the page, running heads and hyphens change nothing."""
    assert shape(convert(fixture)) == shape(converted(sample_of(fixture)))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_no_character_of_a_page_is_lost(fixture: Path) -> None:
    """Whatever PDFium extracts is laid out, as text or as furniture."""
    content = fixture.read_bytes()
    source = read(content, fixture.name)
    laid_out = "".join([source.text[run.start : run.end] for block in source.blocks for run in block.runs])
    assert characters(laid_out) == characters(printed(content))
