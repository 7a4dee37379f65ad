"""A schema in place of ours: all faults in words, and words for a schema that is none."""

from __future__ import annotations

import pytest

from converter.validation import validate_contents
from converter.validation.contents import OtherSchemas
from converter.validation.other_grammar import OtherGrammar
from converter.validation.other_schema import OtherJsonSchema, UnusableSchema, read_schema
from tests.schemas.programs import tei_all
from tests.validation.breaking import broken, codes, messages, sample

GRAMMAR = b"""\
<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <optional><attribute name="n"><data type="integer"/></attribute></optional>
  <element name="head"><text/></element>
  <zeroOrMore><element name="p">
    <optional><element name="hi"><text/></element></optional>
  </element></zeroOrMore>
</element>
"""
HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"'


def grammar() -> OtherGrammar:
    """Return a small schema."""
    schema = read_schema(GRAMMAR, "small.rng")
    assert isinstance(schema, OtherGrammar)
    return schema


def told(inner: str, attributes: str = "") -> list[str]:
    """Return what the small schema objects to in a document."""
    document = f"{HEAD}{attributes}>{inner}</TEI>".encode()
    return messages(validate_contents({"a.xml": document}, schemas=OtherSchemas(tei=grammar())))


PLACE = "it is not allowed there, stands in the wrong place, or something before it is missing"


@pytest.mark.parametrize(
    ("inner", "attributes", "expected"),
    [
        ("<head/><p/>", ' n="1"', []),
        ("<head/><q/><p/>", "", [f"<q> does not fit in <TEI>: {PLACE}"]),
        ("<head/><p>x</p>", "", ["text may not stand directly in <p>"]),
        ("<head x='1'/>", "", ['<head> may not have x="1": the attribute or its value is not allowed']),
        ("<head/>", ' n="one"', ['<TEI> may not have n="one": the attribute or its value is not allowed']),
        ("", "", ["something is missing in <TEI>, or what it holds is not allowed"]),
    ],
)
def test_faults_are_said_in_words(inner: str, attributes: str, expected: list[str]) -> None:
    """What libxml2 says in its own words is said in ours."""
    assert expected == told(inner, attributes)


def test_not_only_the_first_fault_is_found() -> None:
    """Five faults in five places give five findings, in the order of the file."""
    found = told("<head x='1'/><p><b/></p><p>x</p><p y='2'><hi/><hi/></p>")
    assert [message.partition(" ")[0] for message in found] == ["<head>", "<b>", "text", "<p>", "<hi>"]


def test_what_follows_a_missing_element_is_told_once() -> None:
    """Where a required element is missing, what stands behind it does not fit; the rest is not told of."""
    assert [f"<p> does not fit in <TEI>: {PLACE}"] == told("<p/><p/><p/>")


@pytest.mark.client
def test_tei_all_accepts_our_tei_and_finds_faults() -> None:
    """The schema of the whole TEI can be named; it takes what we write and finds all of four faults."""
    whole = read_schema(tei_all().read_bytes(), "tei_all.rng")
    assert isinstance(whole, OtherGrammar)
    text = sample("tides.tei.xml")
    assert [] == validate_contents({"a.xml": text.encode()}, schemas=OtherSchemas(tei=whole))
    text = text.replace('<p xml:id="p1">', '<p xml:id="p1" foo="x"><foo/>').replace("<body>", "<body>loose")
    text = text.replace("<front>", "<front><bogus/>")
    found = validate_contents({"a.xml": text.encode()}, schemas=OtherSchemas(tei=whole))
    assert ["tei-schema"] * 4 == codes(found)


def test_a_json_schema_of_somebody_else() -> None:
    """It is asked in place of ours, and our rules only of a document that names ours."""
    schema = read_schema(b'{"required": ["a"], "properties": {"b": {"type": "string"}}}', "s.json")
    assert isinstance(schema, OtherJsonSchema)
    other = OtherSchemas(json=schema)
    document = b'{"b": 3, "references": [{"id": "x"}]}'
    assert messages(validate_contents({"a.json": document}, schemas=other)) == [
        "the key a is missing",
        "3 should be a text",
    ]
    ours = broken(
        "tides.json", '"citations": [\n        "example2024ferries"', '"citations": [\n        "other"'
    )
    assert "pointer-dangling" in codes(validate_contents({"a.json": ours}, schemas=other))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.rng", b"<grammar", "line 1:"),
        ("a.rng", b"<!DOCTYPE grammar><grammar/>", "a DOCTYPE is refused"),
        ("a.rng", b"<grammar/>", "its root is <grammar>, not the grammar of RELAX NG"),
        ("a.xsd", b'<schema xmlns="http://www.w3.org/2001/XMLSchema"/>', "XML Schema (XSD) is not used"),
        ("a.rng", b'<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>', "its RELAX NG is broken"),
        (
            "a.rng",
            b'<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="b.rng"/></grammar>',
            "it takes in b.rng, and other files are not opened",
        ),
        ("a.rnc", b"start = element a { text }", "the compact syntax is not read"),
        ("a.txt", b"words", "it is neither RELAX NG (XML) nor JSON Schema"),
        ("a.json", b"{", "1:2: not JSON"),
        ("a.json", b'{"type": "objekt"}', "it is no JSON Schema"),
        ("a.json", b'{"$ref": "https://example.org/s.json"}', "it takes in https://example.org/s.json"),
        ("a.json", b'{"$schema": "https://example.org/s"}', "it is no JSON Schema"),
    ],
)
def test_what_is_no_schema_is_told(name: str, content: bytes, words: str) -> None:
    """Each way to name the wrong file has its words."""
    with pytest.raises(UnusableSchema) as error:
        read_schema(content, name)
    assert str(error.value).startswith(f"{name} cannot be used as a schema: ")
    assert words in str(error.value)
