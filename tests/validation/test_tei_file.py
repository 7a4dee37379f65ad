"""What ``validate_tei`` says of files: one case for each rule, and every error of the schema."""

from __future__ import annotations

import pytest

from converter.validation import validate_tei
from tests.validation.breaking import broken, codes, line_of, messages, sample

TEI = "tides.tei.xml"


def test_a_sound_file_has_no_findings() -> None:
    """What the converter writes is accepted as it is."""
    assert validate_tei(sample(TEI).encode(), TEI) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('xml:id="p2"', 'xml:id="p1"', [(2, "id-duplicate", "the id p1 is given twice")]),
        ('corresp="#', 'corresp="#no', [(1, "pointer-dangling", "#noexample2024ferries points at nothing")]),
        ('n="2"', 'n="1"', [(2, "note-duplicate", "a second note carries the label 1")]),
        ('n="1"', 'n="3"', [(2, "note-order", "note 2 stands out of order")]),
        ('when="2024-05-14"', 'when="2024-02-30"', [(0, "date-invalid", "2024-02-30 is no date")]),
        (
            '<language ident="en"/>',
            '<language ident="en_GB"/>',
            [(0, "language-invalid", "en_GB is no language tag")],
        ),
    ],
)
def test_each_rule_reports_its_break(old: str, new: str, expected: list[tuple[int, str, str]]) -> None:
    """A file broken in one place has the finding for it, with its words."""
    found = validate_tei(broken(TEI, old, new), TEI)
    said = [(one.diagnostic.code, one.diagnostic.message) for one in found]
    assert any(code == expected[0][1] and message.startswith(expected[0][2]) for code, message in said), said


def test_a_finding_has_line_column_and_element() -> None:
    """The place is that of the start tag; the element is the nearest one with an id."""
    found = validate_tei(broken(TEI, 'corresp="#', 'corresp="#no'), TEI)
    dangling = next(one for one in found if one.diagnostic.code == "pointer-dangling")
    line = line_of(TEI, 'corresp="#')
    column = sample(TEI).splitlines()[line - 1].index("<bibl") + 1
    assert (dangling.line, dangling.column, dangling.element) == (line, column, "fn1")


def test_a_work_that_nothing_points_at_is_reported() -> None:
    """A listed work that no note cites is a warning at the work."""
    found = validate_tei(broken(TEI, '<bibl corresp="#example2024ferries">', "<bibl>"), TEI)
    assert "no note cites the work example2024ferries" in messages(found)


def test_a_note_at_the_end_has_no_marker() -> None:
    """A note in the division of orphans is reported as one without marker."""
    orphan = '<div type="notes"><note place="foot" xml:id="fn3" n="3">x</note></div><div type="cite-as">'
    found = validate_tei(broken(TEI, '<div type="cite-as">', orphan), TEI)
    assert messages(found) == ["note 3 has no marker"]


def test_a_marker_without_note_is_reported_as_printed() -> None:
    """An unresolved marker is a warning that quotes it."""
    marker = 'summer<ref type="note" subtype="unresolved">[9]</ref>'
    found = validate_tei(broken(TEI, "summer", marker), TEI)
    assert messages(found) == ["there is no note for the marker [9]"]


def test_a_marker_must_point_at_a_note() -> None:
    """A marker whose target is a paragraph is an error."""
    found = validate_tei(broken(TEI, "summer", 'summer<ref type="note" target="#p1" n="1"/>'), TEI)
    assert codes(found) == ["pointer-dangling"]


def test_a_visit_before_publication_is_reported() -> None:
    """The cite-as block and the record of the document may not be visited before they were published."""
    text = sample(TEI).replace('when="2024-06-03"', 'when="2024-05-03"')
    found = validate_tei(text.encode(), TEI)
    order = {one.diagnostic.message for one in found if one.diagnostic.code == "date-order"}
    assert order == {"visited on 2024-05-03, but published on 2024-05-14, which is later"}


SCHEMA_BREAKS = [
    ('<p xml:id="p2">', '<p xml:id="p2"><foo/>', '<foo> may not stand in <p xml:id="p2">; <p> may hold '),
    (
        '<p xml:id="p2">',
        '<p xml:id="p2" rend="x">',
        '<p xml:id="p2"> may not have the attribute rend; it may have xml:id',
    ),
    ("<body>", "<body>text", "text may not stand in <body>"),
    ('place="foot" xml:id="fn2" n="2"', 'place="foot" xml:id="fn2"', '<note xml:id="fn2"> lacks n'),
    ("<docTitle>", "<docTitle/><docTitle>", "something is missing in <docTitle>; <docTitle> may hold "),
    ("<profileDesc>", "<profileDesc/><profileDesc>", "something is missing in <profileDesc>"),
    ('xmlns="http://www.tei-c.org/ns/1.0" ', "", "the root is <TEI> in no namespace"),
    (
        "<listBibl>",
        '<listBibl xmlns="urn:x">',
        "<listBibl> is not in the namespace http://www.tei-c.org/ns/1.0",
    ),
    ('target="https://news', 'target="javascript:news', "<ref> "),
]


@pytest.mark.parametrize(("old", "new", "words"), SCHEMA_BREAKS)
def test_schema_errors_are_said_in_words(old: str, new: str, words: str) -> None:
    """An error of the schema names the element, its parent and what would be right."""
    found = validate_tei(broken(TEI, old, new), TEI)
    said = [one.diagnostic.message for one in found if one.diagnostic.code == "tei-schema"]
    assert [message[: len(words)] for message in said] == [words]


def test_all_schema_errors_are_found() -> None:
    """Four independent errors give four findings, though libxml2 stops at the first."""
    text = sample(TEI)
    text = text.replace('<p xml:id="p1">', '<p xml:id="p1"><foo/>').replace("<front>", "<front>loose")
    text = text.replace('<p xml:id="p2">', '<p xml:id="p2"><bar/>').replace(
        '<biblStruct type="webpage"', "<biblStruct", 1
    )
    found = validate_tei(text.encode(), TEI)
    assert codes(found) == ["tei-schema"] * 4


def test_a_removal_of_ours_is_no_error_of_the_file() -> None:
    """One wrong element in a place where it is required gives one finding, not a second for its absence."""
    found = validate_tei(
        broken(TEI, "<docAuthor>Ada ORMAN</docAuthor>", "<docAuthor><foo/></docAuthor>"), TEI
    )
    assert messages(found)[0].startswith("<foo> may not stand in <docAuthor>")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "xml-syntax"),
        (b"<TEI>", "xml-syntax"),
        (b"<!DOCTYPE TEI><TEI/>", "doctype-refused"),
        (b"\xff\xfe<", "xml-syntax"),
        (b"<a>" * 5000, "xml-syntax"),
    ],
)
def test_what_is_no_xml_is_one_finding(content: bytes, code: str) -> None:
    """A file that cannot be parsed gives exactly one finding."""
    assert codes(validate_tei(content, "x.tei.xml")) == [code]


def test_a_message_is_one_line() -> None:
    """What libxml2 says of a NUL ends with a line feed, which is no part of the message."""
    (found,) = validate_tei(b"<TEI>\x00</TEI>", "x.tei.xml")
    assert found.diagnostic.message.endswith("the character number 0x0")
