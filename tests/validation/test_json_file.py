"""What ``validate_json`` says of files: a case for each rule, places, and JSON that is none."""

from __future__ import annotations

import pytest

from converter.validation import validate_json
from tests.validation.breaking import broken, codes, line_of, sample

JSON = "tides.json"


def test_a_sound_file_has_no_findings() -> None:
    """What the converter writes is accepted as it is."""
    assert validate_json(sample(JSON).encode(), JSON) == []


BREAKS = [
    ('"id": "p2"', '"id": "p1"', "id-duplicate", "the id p1 is given twice"),
    (
        '"text": "The harbour towns now plan a common timetable for the summer. W',
        '"text": "W',
        "text-disagrees",
        "text and",
    ),
    ('"offset": 93', '"offset": 92', "marker-misplaced", "the marker of note 1 does not stand"),
    ('"footnote": "fn2"', '"footnote": null', "orphan-marker", "there is no note for the marker [2]"),
    ('"footnote": "fn2"', '"footnote": "fn9"', "pointer-dangling", "fn9 points at nothing"),
    (
        '"label": "2",\n      "kind"',
        '"label": "1",\n      "kind"',
        "note-duplicate",
        "a second note carries the label 1",
    ),
    (
        '"label": "1",\n      "kind"',
        '"label": "3",\n      "kind"',
        "note-order",
        "note 2 stands out of order",
    ),
    (
        '"citations": [\n        "example',
        '"citations": [\n        "other',
        "pointer-dangling",
        "other2024ferries points at",
    ),
    (
        '"citations": [\n        "example2024ferries"\n      ]',
        '"citations": []',
        "text-disagrees",
        "the text of the note cites",
    ),
    (
        '"citations": [\n        "example2024ferries"\n      ]',
        '"citations": []',
        "work-uncited",
        "no note cites the work",
    ),
    (
        '"field": "/metadata/published',
        '"field": "/metadata/publication',
        "pointer-dangling",
        "/metadata/publication",
    ),
    ('"date": "2024-05-14"', '"date": "2024-02-30"', "date-invalid", "2024-02-30 is no date"),
    (
        '"date": "2024-05-14"',
        '"date": "2024-05"',
        "text-disagrees",
        "2024-05 is exact to the month, not to the day",
    ),
    (
        '"date": "2024-06-03"',
        '"date": "2024-04-03"',
        "date-order",
        "visited on 2024-04-03, but published on 2024-05-14",
    ),
    (
        '"language": "en"',
        '"language": "english language"',
        "language-invalid",
        "english language is no language tag",
    ),
    ('"start": 0', '"start": 999', "text-disagrees", "a span runs from 999 back to"),
    (
        '"code": "year-inferred"',
        '"code": "year-dreamt"',
        "code-unknown",
        "no finding has the code year-dreamt",
    ),
    ('"start": 34', '"start": 30', "text-disagrees", "the spans from 0 to 32 and from 30 to 43 overlap"),
    ('"start": 0', '"start": 36', "text-disagrees", "the span from 34 to 43 stands behind the one from 36"),
    ('"language": "en",', "", "json-schema", "the key language is missing"),
    ('"subtitle": null', '"subtitle": 3', "json-schema", "3 should be a text or null"),
    ('"subtitle": null', '"subtitle": ""', "json-schema", '"" is empty'),
    ('"subtitle": null', '"subtitle": null, "mood": 1', "json-schema", "no such key is known here: 'mood'"),
    ('"schema_version": "1.1.0"', '"schema_version": "2"', "json-schema", '"2" should be "1.1.0"'),
    ('"type": "byline"', '"type": "bye"', "json-schema", '"bye" is none of title, subtitle, byline'),
    ('"id": "p1"', '"id": "p 1"', "json-schema", '"p 1" does not have the form ^[A-Za-z]'),
    (
        '"subtitle": null',
        '"subtitle": null, "subtitle": null',
        "json-duplicate-key",
        'the key "subtitle" stands twice',
    ),
]


@pytest.mark.parametrize(("old", "new", "code", "words"), BREAKS)
def test_each_rule_reports_its_break(old: str, new: str, code: str, words: str) -> None:
    """A file broken in one place has the finding for it, with its words."""
    said = [
        (one.diagnostic.code, one.diagnostic.message) for one in validate_json(broken(JSON, old, new), JSON)
    ]
    assert any(one == code and message.startswith(words) for one, message in said), said


def test_an_unknown_code_is_a_warning() -> None:
    """A file with findings of a later version is not wrong."""
    found = validate_json(broken(JSON, '"code": "year-inferred"', '"code": "year-dreamt"'), JSON)
    assert [one.diagnostic.severity for one in found] == ["warning"]


def test_a_note_without_markers_is_reported() -> None:
    """A note whose list of markers is empty, and whose marker is gone from the text, has no marker."""
    text = sample(JSON)
    start = text.index('"markers": [')
    end = text.index("]", start)
    found = validate_json((text[:start] + '"markers": [' + text[end:]).encode(), JSON)
    assert "note-unmarked" in codes(found)


def test_a_finding_has_line_column_and_id() -> None:
    """The place is that of the value; the element is the innermost part with an id."""
    found = validate_json(broken(JSON, '"offset": 93', '"offset": 92'), JSON)[0]
    assert (found.line, found.element) == (line_of(JSON, '"markers": [') + 1, "fn1")


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        (b'{\n "a": 1,\n}', 3, 1, "not JSON: "),
        (b'{"a": NaN}', 1, 7, "not JSON: NaN is no number"),
        (b'{"a": 1e999}', 1, 7, "not JSON: 1e999 is no number"),
        (b'{"a": 99999999999999999999}', 1, 7, "not JSON: 99999999999999999999 is no number"),
        (b'{"a":\n ["\\ud800"]}', 2, 3, "not JSON: half of a character"),
        (b'{"a": "\xff"}', 1, 8, "not JSON: byte 0xFF is not UTF-8"),
        (b"[" * 200 + b"]" * 200, 1, 65, "not JSON: it is nested deeper than 64"),
        (b'{"a":\n' * 100000, 65, 1, "not JSON: it is nested deeper than 64"),
        (b"", 1, 1, "not JSON: expecting value"),
    ],
)
def test_json_that_parsers_read_differently_is_refused(
    content: bytes, line: int, column: int, words: str
) -> None:
    """A file that is no JSON, or not the same JSON to everybody, is one finding with its place."""
    found = validate_json(content, "x.json")
    assert [(one.line, one.column) for one in found] == [(line, column)]
    assert found[0].diagnostic.message.startswith(words)


@pytest.mark.parametrize(
    "content", [b"[]", b"null", b"3", b'"text"', b"{}", b'{"body": {"a": 1}, "footnotes": [3]}']
)
def test_any_json_value_is_survived(content: bytes) -> None:
    """JSON of a wrong shape gives findings of the schema, never an exception."""
    assert "json-schema" in codes(validate_json(content, "x.json"))
