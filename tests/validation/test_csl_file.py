"""What ``validate_csl`` says of files: a case for each rule, pointers, and CSL-JSON that is none."""

from __future__ import annotations

import json

import pytest

from converter.validation import validate_csl
from tests.validation.breaking import codes

SOUND = {
    "id": "orman2024tides",
    "type": "report",
    "title": "Tides of the northern shore",
    "author": [{"family": "Orman", "given": "Ada"}, {"literal": "Tidal Institute"}],
    "issued": {"date-parts": [[2024, 5, 14], ["2024", "6"]]},
    "accessed": {"date-parts": [[2024, 6, 3]]},
    "original-date": "2023-05",
    "number": 12,
    "URL": "https://tidal.example.org/lights",
    "language": "az-Cyrl",
    "custom": {"cited-by": ["a"]},
}


def told(*items: object) -> list[tuple[str, str | None, str]]:
    """Return code, pointer and message of what is found in a list of works."""
    found = validate_csl(json.dumps(items).encode(), "a.csl.json")
    return [(one.diagnostic.code, one.diagnostic.field, one.diagnostic.message) for one in found]


def test_a_sound_file_has_no_findings() -> None:
    """Numbers may be texts and texts numbers, dates of any of the forms, names whole."""
    assert told(SOUND) == []


BREAKS: list[tuple[str, object, str, str, str]] = [
    ("id", None, "csl-schema", "/0/id", "an entry needs an id"),
    ("id", "", "csl-schema", "/0/id", "an entry needs an id"),
    ("type", "jornal", "csl-schema", "/0/type", "jornal is no type of CSL"),
    ("title", 3, "csl-schema", "/0/title", "title should be a text"),
    ("title", "", "csl-field", "/0/title", "title is empty"),
    ("number", [1], "csl-schema", "/0/number", "number should be a text"),
    ("journal", "Tides", "csl-field", "/0/journal", "journal is no variable of CSL"),
    ("author", "Ada", "csl-schema", "/0/author", "author should be a list of names"),
    ("author", ["Ada"], "csl-schema", "/0/author/0", "a name of author should be an object"),
    ("author", [{"name": "A"}], "csl-schema", "/0/author/0", "a name has no part name"),
    ("author", [{"family": 3}], "csl-schema", "/0/author/0", "family of a name should be a text"),
    ("author", [{"family": ""}], "csl-schema", "/0/author/0", "neither family, given nor literal"),
    (
        "issued",
        {"date-parts": [[2024, 2, 30]]},
        "date-invalid",
        "/0/issued/date-parts",
        "2024-02-30 is no date",
    ),
    ("issued", {"date-parts": [[]]}, "csl-schema", "/0/issued/date-parts", "a list of year, month and day"),
    ("issued", {"date-parts": [["May"]]}, "csl-schema", "/0/issued/date-parts", "a list of year, month"),
    ("issued", {"date-parts": 2024}, "csl-schema", "/0/issued/date-parts", "a list of one date"),
    ("issued", {"year": 2024}, "csl-schema", "/0/issued", "a date has no part year"),
    ("issued", {}, "csl-schema", "/0/issued", "a date needs date-parts, raw or literal"),
    ("issued", 2024, "csl-schema", "/0/issued", "a date should be an object"),
    ("issued", "14 May", "date-invalid", "/0/issued", "14 May is no date"),
    ("accessed", {"date-parts": [[2023]]}, "date-order", "/0/accessed", "visited on 2023, but published on"),
    ("URL", "tidal.example.org", "address-invalid", "/0/URL", "it lacks https:// before it"),
    ("language", "jp", "language-invalid", "/0/language", "ja may be meant"),
]


@pytest.mark.parametrize(("key", "value", "code", "pointer", "words"), BREAKS)
def test_each_rule_reports_its_break(key: str, value: object, code: str, pointer: str, words: str) -> None:
    """One break, one finding of that code, with the pointer to its place."""
    found = told({**SOUND, key: value})
    assert any((code, pointer) == one[:2] and words in one[2] for one in found), found


def test_an_id_given_twice_is_reported() -> None:
    """Two entries of one id cannot be cited apart."""
    assert [("id-duplicate", "/1/id", "the id orman2024tides is given twice")] == told(SOUND, SOUND)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "json-syntax"),
        (b"[{]", "json-syntax"),
        (b"{}", "csl-schema"),
        (b"[3]", "csl-schema"),
        (b'[{"id": "a", "id": "b", "type": "book", "title": "B"}]', "json-duplicate-key"),
        (b'[{"id": "a", "title": "B"}]', "csl-schema"),
        (b'[{"id": "a", "type": "book"}]', "csl-field"),
    ],
)
def test_what_is_no_list_of_works_is_told(content: bytes, code: str) -> None:
    """Each gives exactly one finding."""
    assert [code] == codes(validate_csl(content, "a.csl.json"))
