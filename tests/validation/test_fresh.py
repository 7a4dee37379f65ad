"""Whether outputs that would be invalid are noticed, by either validator."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator

from converter.validation import check_json, check_tei, json_schema
from converter.validation.schemas import schema_text
from converter.xml import parse_xml
from tests.validation.breaking import broken, sample


@pytest.fixture(params=["fast", "reference"])
def validator(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a test with the fast validator, and as if no wheel of it existed."""

    def missing() -> None:
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

    def missing() -> None:
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
    assert json.loads(schema_text("json"))["$id"] == "urn:converter:schema:commentary:1.0.0"
