"""Our own TEI and JSON back into the model: nothing is lost on the way, and foreign files are refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from converter.errors import UnreadableInput
from converter.model import SCHEMA_ID, Commentary
from converter.pipeline import convert_bytes
from converter.readers import read_back
from converter.readers.own import ReadBack
from converter.writers.json import write_json
from converter.writers.tei import write_tei
from converter.xml import parse_xml
from tests.samples import NAMES, converted, golden
from tests.writers.test_tei_any import commentaries


def back(content: str | bytes, name: str = "note") -> ReadBack:
    """Return a document of ours as it is read back."""
    found = read_back(content.encode() if isinstance(content, str) else content, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", NAMES)
def test_json_is_the_model_and_back(name: str) -> None:
    """The same bytes are written, and the model is the same."""
    text = converted(name).json
    commentary = back(text).commentary
    assert commentary == converted(name).commentary
    assert write_json(commentary) == text


@pytest.mark.parametrize("name", NAMES)
def test_tei_is_written_again_as_it_stood(name: str) -> None:
    """TEI holds less than the model; of what it holds nothing is lost."""
    text = converted(name).tei
    assert write_tei(back(text).commentary) == text


@pytest.mark.parametrize("name", NAMES)
def test_what_tei_holds_is_the_same_in_the_model(name: str) -> None:
    """Text, places of markers, works and their dates; printed forms that the header lacks are left out."""
    before, after = converted(name).commentary, back(converted(name).tei).commentary
    assert [(block.type, block.text) for block in after.body] == [
        (block.type, block.text) for block in before.body
    ]
    assert notes_of(after) == notes_of(before)
    assert works_of(after) == works_of(before)
    assert (after.id, after.metadata.title, after.metadata.url) == (
        before.id,
        before.metadata.title,
        before.metadata.url,
    )
    names = [[(name.given, name.family) for name in one.metadata.authors] for one in (before, after)]
    assert names[0] == names[1]
    if before.cite_as and after.cite_as:
        assert (after.cite_as.literal, after.cite_as.year) == (before.cite_as.literal, before.cite_as.year)


def notes_of(commentary: Commentary) -> object:
    """Return the notes with the places of their markers."""
    return [
        (note.id, note.label, note.text, note.citations, [(one.block, one.offset) for one in note.markers])
        for note in commentary.footnotes
    ]


def works_of(commentary: Commentary) -> object:
    """Return what the list of works says."""
    return [
        (
            work.id,
            work.type,
            work.title,
            work.language,
            work.container,
            work.url,
            work.issued and work.issued.date,
        )
        for work in commentary.references
    ]


@pytest.mark.parametrize("name", NAMES)
def test_places_show_the_text_that_is_laid_out(name: str) -> None:
    """Every block and note reads as its place does."""
    found = back(converted(name).tei)
    text = found.source.text
    for note in found.commentary.footnotes:
        assert text[note.span.start : note.span.end] == note.text
    for block in found.commentary.body:
        pieces = block.spans or (block.span,)
        assert "".join(text[piece.start : piece.end] for piece in pieces) == block.text


@given(commentaries())
@settings(max_examples=60)
def test_any_shape_of_tei_keeps_its_characters(commentary: Commentary) -> None:
    """Notes in titles, tables and lists, figures, page breaks; what is read once is written as it stood."""
    text = write_tei(commentary)
    again = write_tei(back(text).commentary)
    assert characters(again) == characters(text)
    assert write_tei(back(again).commentary) == again


def characters(tei: str) -> list[str]:
    """Return the characters of the text of a document, whatever their order."""
    root = parse_xml(tei.encode())
    return sorted("".join(map(str, root.itertext())).replace("\n", "").replace(" ", ""))


@pytest.mark.parametrize("ending", [".tei.xml", ".json"])
def test_an_output_is_an_input(ending: str) -> None:
    """It is converted without analysis, and its findings come along without a place."""
    content = golden("avim-2025-37.txt", ending).read_bytes()
    result = convert_bytes(content, f"avim{ending}")
    assert result.is_valid
    assert result.outputs["tei" if "tei" in ending else "json"].encode() == content
    assert all(found.span is None for found in result.diagnostics)


@pytest.mark.parametrize(
    ("ending", "old", "new"),
    [
        (".tei.xml", "<body>", "<body><!-- read again --><p>An editor's paragraph</p>"),
        (".json", '"schema_version"', '"editor": "A. N. Editor", "schema_version"'),
    ],
)
def test_a_change_that_is_not_read_is_told(ending: str, old: str, new: str) -> None:
    """What somebody added to a document of ours is not lost without a word."""
    content = golden("avim-2025-37.txt", ending).read_text("utf-8").replace(old, new, 1)
    assert "read-back-differs" in {
        found.code for found in convert_bytes(content.encode(), "a" + ending).diagnostics
    }


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (
            b"<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/></TEI>",
            "a.xml",
            "not-ours",
        ),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>", "a.xml", "xml-syntax"),
        (
            b"<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI xmlns='http://www.tei-c.org/ns/1.0'/>",
            "a.xml",
            "doctype-refused",
        ),
        (b'{"name": "package"}', "package.json", "not-ours"),
        (b"[1, 2]", "a.json", "not-ours"),
        (b'{"$schema": 7}', "a.json", "not-ours"),
        (f'{{"$schema": "{SCHEMA_ID}"}}'.encode(), "a.json", "json-schema"),
        (f'{{"$schema": "{SCHEMA_ID}"'.encode(), "a.json", "json-syntax"),
        (b'{"$schema": "x", "id": "\xff"}', "a.json", "json-syntax"),
        (b'{"a":' * 100_000, "a.json", "json-syntax"),
    ],
)
def test_foreign_and_broken_documents_are_refused(content: bytes, name: str, code: str) -> None:
    """Each with its own code, never with a trace."""
    with pytest.raises(UnreadableInput) as caught:
        convert_bytes(content, name)
    assert caught.value.diagnostic.code == code
