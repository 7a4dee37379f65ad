"""The forms of ``converter validate`` for machines, read by those that they are made for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from junitparser import JUnitXml, TestSuite

from converter.cli.reports import FORMS, written
from converter.cli.reports.sarif import SCHEMA
from converter.diagnostics import Code
from converter.source import Span
from converter.validation.findings import FileFinding, Report
from tests.clients.programs import HERE, missing

SARIF_SCHEMA = (
    HERE / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
)
NASTY = "a, b: 100%\n\x1b[31m\u202eİ.json"
COMMAND = re.compile(r"::(?P<command>\w+) (?P<properties>[^:]*)::(?P<text>.*)")

FINDINGS = (
    FileFinding("b.bib", 3, 1, Code.BIBTEX_FIELD.at(None, reason="a: month = {may}"), "a"),
    FileFinding(NASTY, 2, 7, Code.JSON_SCHEMA.at(None, "/body/0", reason="50% of it\r\nis: wrong, \x1b[0m")),
    FileFinding(NASTY, 9, 1, Code.SCHEMA_OLD.at(Span(0, 1), version="1", newest="2")),
    FileFinding("/x/y z.tei.xml", 1, 1, Code.TEI_SCHEMA.at(None, reason="<p> & ]]>"), "fn1"),
    FileFinding("lost.xml", 1, 1, Code.UNREADABLE.at(None, reason="no such file")),
)
REPORT = Report(("sound.json", "b.bib", NASTY, "/x/y z.tei.xml"), FINDINGS)
EMPTY = Report(("sound.json",), ())


@pytest.fixture(scope="module")
def sarif() -> Draft7Validator:
    """Compile the schema of SARIF 2.1.0."""
    if not SARIF_SCHEMA.is_file():
        missing("the schema of SARIF", f"npm install --no-package-lock --prefix {HERE}")
    return Draft7Validator(json.loads(SARIF_SCHEMA.read_text("utf-8")))


@pytest.mark.client
@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_sarif_keeps_its_schema(sarif: Draft7Validator, report: Report) -> None:
    """What we write is SARIF 2.1.0 by its own schema, with and without findings."""
    assert [] == [error.message for error in sarif.iter_errors(json.loads(written("sarif", report)))]


def test_sarif_places_every_finding() -> None:
    """A result has the level, the rule with its help, and the place, whatever the path."""
    (run,) = json.loads(written("sarif", REPORT))["runs"]
    rules = run["tool"]["driver"]["rules"]
    told = [
        (
            rules[result["ruleIndex"]]["id"],
            result["level"],
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            result["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for result in run["results"]
    ]
    assert told == [
        ("bibtex-field", "warning", "b.bib", 3),
        ("json-schema", "error", "a%2C%20b%3A%20100%25%0A%1B%5B31m%E2%80%AE%C4%B0.json", 2),
        ("schema-old", "note", "a%2C%20b%3A%20100%25%0A%1B%5B31m%E2%80%AE%C4%B0.json", 9),
        ("tei-schema", "error", "file:///x/y%20z.tei.xml", 1),
        ("unreadable", "error", "lost.xml", 1),
    ]
    assert all(rule["help"]["text"] for rule in rules)
    assert "sarif-2.1.0" in SCHEMA


def test_junit_is_read_by_its_reader() -> None:
    """A file is a test; it fails with its errors, and a warning is no failure."""
    (suite,) = JUnitXml.fromstring(written("junit", REPORT).encode())
    assert isinstance(suite, TestSuite)
    failed = {case.name: [one.message for one in case.result] for case in suite}
    shown = r"a, b: 100%\u000a\u001b[31m\u202eİ.json"
    assert failed == {
        "sound.json": [],
        "b.bib": [],
        shown: ["json-schema"],
        "/x/y z.tei.xml": ["tei-schema"],
        "lost.xml": ["unreadable"],
    }
    assert (5, 3, 0) == (suite.tests, suite.failures, suite.errors)
    assert "/x/y z.tei.xml:1:1: error tei-schema: <p> & ]]> [fn1]" in next(
        case.result[0].text or "" for case in suite if case.name.startswith("/x")
    )


def unescaped(text: str) -> str:
    """Read a value of a workflow command as the runner does."""
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Read workflow commands: name, properties, text."""
    for line in text.splitlines()[:-1]:
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        pairs = (pair.partition("=") for pair in match["properties"].split(","))
        properties = {name: unescaped(value) for name, _, value in pairs}
        yield match["command"], properties, unescaped(match["text"])


def test_github_reads_what_was_meant() -> None:
    """A comma, a colon or a line end in a path or message does not cut the command."""
    read = list(commands(written("github", REPORT)))
    assert [name for name, _, _ in read] == ["warning", "error", "notice", "error", "error"]
    _, properties, text = read[1]
    assert properties == {
        "file": "a, b: 100%\n\\u001b[31m\\u202eİ.json",
        "line": "2",
        "col": "7",
        "title": "json-schema",
    }
    assert text.startswith("50% of it\r\nis: wrong, \\u001b[0m [/body/0]\nGive the value the form")


def test_github_ends_with_the_verdict() -> None:
    """The last line is for people."""
    assert written("github", REPORT).endswith(
        "\nconverter: 4 files: not valid (3 errors, 1 warning, 1 info)\n"
    )
    assert written("github", EMPTY) == "converter: 1 file: valid\n"


def test_json_has_everything() -> None:
    """The verdict, the counts, and each finding with path, place, code, element, pointer and hint."""
    value = json.loads(written("json", REPORT))
    assert (False, {"error": 3, "warning": 1, "info": 1}) == (value["valid"], value["counts"])
    assert value["files"] == list(REPORT.files)
    first = value["findings"][0]
    assert first.pop("hint")
    assert first == {
        "path": "b.bib",
        "line": 3,
        "column": 1,
        "severity": "warning",
        "code": "bibtex-field",
        "message": "a: month = {may}",
        "element": "a",
        "pointer": None,
    }
    assert "/body/0" == value["findings"][1]["pointer"]


@pytest.mark.parametrize("form", FORMS)
def test_a_path_that_is_no_utf8_can_be_written(form: str, tmp_path: Path) -> None:
    """A name of bytes that are no letters is shown as well as can be, and never fails."""
    name = "a\udcff.json"
    report = Report((name,), (FileFinding(name, 1, 1, Code.JSON_SYNTAX.at(None, reason="x")),))
    (tmp_path / "out").write_text(written(form, report), "utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_a_terminal_would_obey(form: str) -> None:
    """No form has a control character, whatever path and message hold."""
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", written(form, REPORT)) is None
