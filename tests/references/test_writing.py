"""Whether what is written of a list is valid, and holds all of it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from converter.errors import UnknownFormat
from converter.references import parse_references
from converter.references.writing import WRITERS, write_references
from converter.xml import parse_xml
from tests.schemas.programs import jing_errors, tei_all

LIST = """References
[1] Orman, A., & Vance, C. (2019). The <northern> lamps. Tidal Review, 12(3), 45-67. doi:10.1234/tidal.2019
2. Kaya, I. (2011). Stare latarnie (2nd ed.). Warszawa: Latarnia. 320 p. ISBN 978-83-123-4567-8
The Lamps Are Lit, Harbour Times, 9 May 2024, https://news.example.org/lamps?a=1&b=2 (accessed 3 June 2024).
Vance, C. "Harbour Lights." PhD thesis, University of Northgate, 2001.
Tidal Institute, The Price of Light, Report No. 12, Northgate, May 2015, p. 4.
"""
FOUND = parse_references(LIST)
TEI = "{http://www.tei-c.org/ns/1.0}"


def test_each_bibl_reads_as_its_line() -> None:
    """The string value of every ``bibl`` is its line without the number, which is ``@n``."""
    bibls = list(parse_xml(write_references(FOUND, "tei").encode()).iter(f"{TEI}bibl"))
    assert [reference.text for reference in FOUND.references] == [
        "".join(map(str, bibl.itertext())) for bibl in bibls
    ]
    assert [reference.label for reference in FOUND.references] == [bibl.get("n") for bibl in bibls]


def test_every_part_stands_where_it_says() -> None:
    """The places of parts are in order, inside their line, and never overlap."""
    for reference in FOUND.references:
        spans = sorted(part.span for part in reference.parts)
        edges = [
            reference.span.start,
            *(edge for span in spans for edge in (span.start, span.end)),
            reference.span.end,
        ]
        assert sorted(edges) == edges


def test_the_tei_is_valid_in_the_whole_of_tei(tmp_path: Path) -> None:
    """A list with every kind of part, and an empty one, are valid against tei_all."""
    files = [tmp_path / "list.xml", tmp_path / "empty.xml"]
    for file, text in zip(files, (LIST, ""), strict=True):
        file.write_text(write_references(parse_references(text), "tei"), "utf-8")
    assert [] == jing_errors(tei_all(), files)


def test_csl_json_has_an_item_a_line_in_order() -> None:
    """A line that is no reference is an item that holds it as its note."""
    items = msgspec.json.decode(write_references(FOUND, "csl-json"))
    assert [work.id for work in FOUND.works] == [item["id"] for item in items]
    assert "References" == items[0]["note"]


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_every_id_is_in_every_format(form: str) -> None:
    """The ids of a list are the same in all formats."""
    written = write_references(FOUND, form)
    assert [] == [work.id for work in FOUND.works if work.id not in written]


def test_an_unknown_format_is_named() -> None:
    """The error says what would work."""
    with pytest.raises(UnknownFormat, match="csl-json"):
        write_references(FOUND, "word")
