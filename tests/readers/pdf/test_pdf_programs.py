"""The programs that PDF files are made with, as installed here: what they print is read as its text is."""

from __future__ import annotations

import pytest

from converter.pipeline import convert_bytes
from tests.readers.pdf.invariance import characters, printed, shape
from tests.readers.pdf.parts import sheet_of
from tests.readers.pdf.setters import LAYOUTS
from tests.samples import converted

PRINTED = {
    "chromium-a4": "lodestar-2025-2.txt",
    "chromium-columns": "dapa-2023-8.md",
    "weasyprint-a4": "hazargozlem-2018-77.txt",
    "weasyprint-letter": "kuzeyofis-2024-18.txt",
    "typst-indented": "avim-2025-37.txt",
    "typst-columns": "kuzeyofis-2024-18.txt",
    "libreoffice-docx": "straitsforum-2022-7.md",
    "libreoffice-odt": "harbour-2021-64.txt",
    "pdflatex-article": "hazargozlem-2018-77.txt",
    "pdflatex-columns": "arsiv-0412.txt",
    "groff-ms": "arsiv-0412.txt",
    "groff-columns": "harbour-2019-112.txt",
}
"""Layout → the sample that is printed in it."""


@pytest.mark.client
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_program_prints_is_read_as_its_text_is(layout: str) -> None:
    """Nothing is lost, and metadata, body, notes and works are those of the text."""
    name = PRINTED[layout]
    content = LAYOUTS[layout](sheet_of(name))
    result = convert_bytes(content, "printed.pdf")
    source = result.source
    laid_out = "".join([source.text[run.start : run.end] for block in source.blocks for run in block.runs])
    assert characters(laid_out) == characters(printed(content))
    assert shape(result) == shape(converted(name))
