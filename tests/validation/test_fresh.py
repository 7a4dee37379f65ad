"""Whether outputs that would be invalid are noticed, by either validator."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from lxml.etree import tostring

from converter.model import Commentary, Footnote, NoteMarker, Paragraph, Section, Text
from converter.source import Span
from converter.validation import check_json, check_tei, json_schema
from converter.validation.fresh import check_written
from converter.validation.schemas import schema_text
from converter.writers.json import write_json
from converter.writers.tei import write_tei
from converter.xml import parse_xml
from tests.validation.breaking import broken, sample
from tests.writers.test_tei_any import commentaries


@pytest.fixture(params=["fast", "reference"])
def validator(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a test with the fast validator, and as if no wheel of it existed."""

    def missing(_version: str | None = None) -> None:
        raise ImportError

    if request.param == "reference":
        monkeypatch.setattr(json_schema, "json_validator", missing)
    json_schema.validator.cache_clear()
    yield str(request.param)
    json_schema.validator.cache_clear()


def test_sound_outputs_pass(validator: str) -> None:
    """What the converter writes is valid, as bytes and as a tree."""
    tei = sample("tides.tei.xml").encode()
    assert [*check_tei(tei), *check_tei(parse_xml(tei)), *check_json(sample("tides.json").encode())] == [], (
        validator
    )


def test_the_reference_validator_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the fast validator the reference one is used."""

    def missing(_version: str | None = None) -> None:
        raise ImportError

    monkeypatch.setattr(json_schema, "json_validator", missing)
    json_schema.validator.cache_clear()
    used = json_schema.validator()
    json_schema.validator.cache_clear()
    assert isinstance(used, Draft202012Validator)


def test_invalid_json_is_told_with_its_place(validator: str) -> None:
    """Each error of the schema is an error finding that names the place; both validators say the same."""
    found = check_json(broken("tides.json", '"subtitle": null', '"subtitle": 3, "mood": [1]'))
    assert {(one.code, one.message, one.field) for one in found} == {
        (
            "output-invalid",
            "the JSON would not be valid: /metadata/subtitle: 3 should be a text or null",
            "/metadata/subtitle",
        ),
        (
            "output-invalid",
            "the JSON would not be valid: /metadata: no such key is known here: 'mood'",
            "/metadata",
        ),
    }, validator


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            broken("tides.tei.xml", "<body>", "<body>x"),
            "the TEI would not be valid: text may not stand in <body>",
        ),
        (b"<TEI", "the TEI would not be valid: line 1:5: not well-formed XML"),
    ],
)
def test_invalid_tei_is_told_in_words(content: bytes, words: str) -> None:
    """What the schema refuses is one error finding."""
    assert [one.message[: len(words)] for one in check_tei(content)] == [words]


@pytest.mark.parametrize("content", [b"{", b"\xff", b""])
def test_what_is_no_json_is_told(content: bytes) -> None:
    """Bytes that are no JSON are one error finding, never an exception."""
    assert [one.code for one in check_json(content)] == ["output-invalid"]


def test_the_schema_is_what_is_printed() -> None:
    """The schema that validates is the one that ``converter schema`` prints."""
    assert json.loads(schema_text("json"))["$id"] == "urn:converter:schema:commentary:1.1.0"


def commentary() -> Commentary:
    """Return the document of the sample, whose TEI is broken below."""
    return msgspec.json.decode(sample("tides.json"), type=Commentary)


def test_the_value_of_a_commentary_is_judged_as_its_json_is(validator: str) -> None:
    """A commentary that is given with its JSON changes no verdict, by either validator."""
    invalid = msgspec.structs.replace(
        commentary(), schema_version="0", references=commentary().references * 2
    )
    for document in (commentary(), invalid):
        written = write_json(document)
        assert check_json(written, document) == check_json(written.encode()), validator
    assert check_json(write_json(invalid), invalid) != []


def test_what_was_written_holds_the_text() -> None:
    """The sample's TEI holds the sample's text, as bytes and as a tree, which is left as it was."""
    tei = sample("tides.tei.xml").replace("<body>", '<body>\n<fw type="page-number">7</fw>', 1).encode()
    tree = parse_xml(tei)
    before = tostring(tree)
    assert [*check_written(tei, commentary()), *check_tei(tree, commentary())] == []
    assert before == tostring(tree)


UNWRITTEN = [
    (r'\n *<p xml:id="p2">.*?</p>', "", "The harbour towns now plan a common timetable"),
    (r'(<note place="foot" xml:id="fn2".*?</note>)', r"\1\1", ". Whether it will last"),
    (r"Nobody had", "Nobody hat", "had expected"),
    (r"</title>, Accessed ", "</title>, ", "Accessed 9 May 2024"),
    (r"To cite this article:", "", "To cite this article: ORMAN"),
    (r"FERRIES ACROSS THE HALDEN STRAIT</titlePart>", "</titlePart>", "FERRIES ACROSS"),
    (r"</back>", "<div><p>more</p></div></back>", "https://tidal.example.org/ferries"),
]


@pytest.mark.parametrize(("pattern", "to", "words"), UNWRITTEN)
def test_text_that_was_not_written_is_told(pattern: str, to: str, words: str) -> None:
    """A lost paragraph, a doubled note or a changed letter is told with the words from there on."""
    tei, count = re.subn(pattern, to, sample("tides.tei.xml"), count=1, flags=re.DOTALL)
    found = check_written(tei.encode(), commentary())
    assert count == 1
    assert [one.code for one in found] == ["text-not-written"]
    assert words in found[0].message, found
    assert found[0] in check_tei(tei.encode(), commentary())


def test_the_list_of_works_is_no_text() -> None:
    """What the list of works says is not the text of the document."""
    tei = sample("tides.tei.xml")
    start = tei.index('<div type="references">')
    changed = tei[:start] + tei[start:].replace("Towns agree", "Towns quarrel")
    assert check_written(changed.encode(), commentary()) == []


def test_what_xml_cannot_hold_is_written_as_a_replacement() -> None:
    """A control character in the model stands as U+FFFD in the TEI, which is no loss."""
    text = sample("tides.json").replace("Nobody had", "Nobody\\u0001 had")
    document = msgspec.json.decode(text, type=Commentary)
    tei = sample("tides.tei.xml").replace("Nobody had", "Nobody\ufffd had", 1)
    assert check_written(tei.encode(), document) == []


def test_a_note_of_which_a_section_and_the_heading_of_the_notes_speak() -> None:
    """A note stands at its first marker in the TEI, where all that is of the notes is together."""
    marker, span = NoteMarker("fn2", "2", "[2]"), Span(0, 1)
    document = msgspec.structs.replace(
        commentary(),
        front_matter=(),
        body=(),
        footnotes=(
            Footnote("fn1", "1", "comment", "a", (Text("a"),), (), (), span),
            Footnote("fn2", "2", "comment", "b", (Text("b"),), (), (), Span(1, 2)),
        ),
        back_matter=(
            Section("line", "b1", None, "", (Paragraph((marker,)),), Span(3, 4)),
            Section("notes-heading", "b2", None, "Notes", (marker, Text("Notes")), Span(5, 6)),
        ),
        cite_as=None,
    )
    assert check_written(write_tei(document).encode(), document) == []


@given(commentaries())
@settings(max_examples=60)
def test_every_shape_is_written_whole(document: Commentary) -> None:
    """Whatever parts a commentary has, the check reads them in the order in which they are written."""
    assert check_written(write_tei(document).encode(), document) == []
