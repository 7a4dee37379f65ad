"""Whether a change in any part of one file is found against the two others, at its line."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from msgspec.structs import replace

from converter.diagnostics import Severity
from converter.model import Commentary, Furniture, PrintedDate, Section, Text
from converter.source import Span
from converter.validation import FileFinding, validate_contents
from converter.validation.agreement import check_agreement
from converter.writers.bibtex import Dialect, write_bibtex
from converter.writers.json import write_json
from converter.writers.tei import write_tei
from tests.validation.breaking import sample

ENDINGS = {"tei": "x.tei.xml", "json": "x.json", "bibtex": "x.bib"}


def section(kind: str, identifier: str, text: str, start: int) -> Section:
    """Return a section of one line."""
    return Section(kind, identifier, None, text, (Text(text),), Span(start, start + len(text)))


@cache
def document() -> Commentary:
    """Return the sample with all that it lacks."""
    plain = msgspec.json.decode(sample("tides.json"), type=Commentary)
    publisher = plain.metadata.publisher
    assert publisher is not None
    first, second = plain.references
    return replace(
        plain,
        metadata=replace(
            plain.metadata,
            publisher=replace(
                publisher,
                address="1 Quay\nHalden",
                phone="12 34",
                fax="56 78",
                email="post@tidal.example.org",
            ),
            subtitle="A survey",
            rights="All rights reserved",
            doi="10.1000/tides",
            keywords=("ferries", "fares"),
        ),
        references=(
            replace(
                first, issued=PrintedDate("2024-05-02", "day"), title=None, literal="Ferries return, printed"
            ),
            replace(second, date=PrintedDate("2024-04", "month"), doi="10.1000/towns"),
        ),
        back_matter=(
            section("about-author", "about", "Ada Orman sails.", 800),
            section("colophon", "colophon", "Printed at Halden.", 900),
        ),
        provenance=replace(
            plain.provenance,
            furniture=(
                Furniture("page-number", "7", Span(820, 821)),
                Furniture("navigation", "Home", Span(830, 834)),
            ),
        ),
    )


@cache
def written(dialect: Dialect = "bibtex") -> dict[str, str]:
    """Return the three files of the document."""
    return {
        ENDINGS["tei"]: write_tei(document()),
        ENDINGS["json"]: write_json(document()),
        ENDINGS["bibtex"]: write_bibtex(document(), dialect),
    }


def compared(files: dict[str, str]) -> list[FileFinding]:
    """Return where files disagree."""
    return check_agreement({kind: (path, files[path].encode()) for kind, path in ENDINGS.items()})


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_what_is_written_agrees(dialect: Dialect) -> None:
    """A document that has every part is said alike in all three formats."""
    assert compared(written(dialect)) == []


def test_what_is_written_has_no_errors() -> None:
    """Nor is any of the files wrong by itself but for the places, which are made up."""
    files = {path: text.encode() for path, text in written().items() if path != "x.json"}
    assert [one for one in validate_contents(files) if one.diagnostic.severity == Severity.ERROR] == []


CHANGES = [
    # in the TEI
    ("tei", '<p xml:id="p2">', '<p xml:id="p9">', "blocks"),
    ("tei", "<body>", "<body>\n<p>Another one.</p>", "blocks"),
    ("tei", "Nobody had", "Somebody had", "text of p1"),
    ("tei", '<byline xml:id="byline">', "<byline>", "front sections"),
    ("tei", "Ada Orman sails", "Ada Orman rows", "text of about"),
    ("tei", "Printed at", "Bound at", "text of colophon"),
    ("tei", ' xml:id="colophon"', "", "back sections"),
    ("tei", "<orgName>Tidal Institute (TIDAL)", "<orgName>Tidal Institute", "publisher"),
    ("tei", "<orgName>Tidal Institute (TIDAL)</orgName>", "", "publisher"),
    ("tei", "<addrLine>Halden", "<addrLine>Holden", "address"),
    ("tei", "Tel: 12", "Tel: 13", "address"),
    ("tei", "<addrLine>Fax: 56 78</addrLine>", "", "address"),
    ("tei", "E-mail: post", "E-mail: past", "address"),
    ("tei", "All rights", "No rights", "rights"),
    ("tei", "10.1000/tides", "10.1000/tide", "doi"),
    ("tei", "<term>fares", "<term>fairs", "keywords"),
    (
        "tei",
        '<bibl type="citeAs"><author>ORMAN',
        '<bibl type="citeAs"><author>ORMEN',
        "cite-as in the header",
    ),
    ("tei", "<bibl><author>ORMAN", "<bibl><author>ORMEN", "cite-as"),
    ("tei", "To cite this article", "Cite this article", "cite-as label"),
    ("tei", "ORMAN, Ada</author>. <date>2024<", "ORMAN, Ada</author>. <date>2023<", "cite-as year"),
    (
        "tei",
        'Accessed <date type="accessed" when="2024-06-03"',
        'Accessed <date type="accessed" when="2024-06-04"',
        "cite-as access date",
    ),
    (
        "tei",
        '              <date type="accessed" when="2024-06-03">',
        '              <date type="accessed" when="2024-06-04">',
        "access date",
    ),
    ("tei", '<fw type="page-number">7', '<fw type="page-number">8', "marks of the page"),
    ("tei", '<fw type="page-number">7</fw>', "", "marks of the page"),
    (
        "tei",
        '<date type="published" when="2024-05-02"',
        '<date type="published" when="2024-05-03"',
        "issued of example2024ferries",
    ),
    (
        "tei",
        '                <date type="accessed" when="2024-05-09"',
        '                <date type="accessed" when="2024-05-08"',
        "accessed of example2024ferries",
    ),
    ("tei", '<date when="2024-04"', '<date when="2024-03"', "date of example2024towns"),
    ("tei", '<ptr target="https://news.example.org/ferries-return"/>', "", "url of example2024ferries"),
    ("tei", "Ferries return, printed", "Ferries return", "printed form of example2024ferries"),
    ("tei", "10.1000/towns", "10.1000/town", "doi of example2024towns"),
    ("tei", '<idno type="URI">https://tidal.example.org/ferries</idno>', "", "url"),
    # in the BibTeX
    ("bibtex", "institution = {{Tidal Institute (TIDAL)}}", "institution = {{Tidal Institute}}", "publisher"),
    ("bibtex", "  institution = {{Tidal Institute (TIDAL)}},\n", "", "publisher"),
    ("bibtex", "urldate = {2024-06-03}", "urldate = {2024-06-04}", "access date"),
    ("bibtex", "urldate = {2024-05-09}", "urldate = {2024-05-10}", "accessed of example2024ferries"),
    ("bibtex", "  urldate = {2024-06-03},\n", "", "access date"),
    ("bibtex", "  day = {2},\n", "", "published of example2024ferries"),
    ("bibtex", "doi = {10.1000/towns}", "doi = {10.1000/town}", "doi of example2024towns"),
    (
        "bibtex",
        "note = {Ferries return, printed}",
        "note = {Ferries return}",
        "printed form of example2024ferries",
    ),
    ("bibtex", "keywords = {ferries, fares}", "keywords = {ferries}", "keywords"),
    (
        "bibtex",
        "key = {example},\n  title = {Towns agree on a timetable},\n",
        "key = {example},\n",
        "title of example2024towns",
    ),
]


@pytest.mark.parametrize(("kind", "old", "new", "name"), CHANGES)
def test_a_change_in_one_file_is_told(kind: str, old: str, new: str, name: str) -> None:
    """A value that one file alone says otherwise is an error there that names it."""
    path = ENDINGS[kind]
    text = written()[path]
    assert old in text
    found = compared(written() | {path: text.replace(old, new, 1)})
    told = [one for one in found if one.path == path and one.diagnostic.message.startswith(f"{name}: ")]
    assert len(told) == 1, found


def test_the_language_of_a_work_is_compared() -> None:
    """A language tag in the entry of a work alone is told at its line."""
    text = written()["x.bib"]
    head, entry, rest = text.partition("@misc{example2024towns")
    changed = head + entry + rest.replace("langid = {en}", "langid = {de}")
    (found,) = compared(written() | {"x.bib": changed})
    assert found.diagnostic.message.startswith('language of example2024towns: "de" here, but "en"')
    assert (found.line, found.column) == (changed[: changed.index("langid = {de}")].count("\n") + 1, 3)


def test_a_difference_stands_at_the_line_of_its_element() -> None:
    """A changed line of the address is told where the address begins; a lost mark at the text."""
    text = written()["x.tei.xml"]
    (found,) = compared(written() | {"x.tei.xml": text.replace("Tel: 12", "Tel: 13")})
    assert found.line == text[: text.index("<addrLine>")].count("\n") + 1
    assert found.diagnostic.message.startswith("address: ")
