"""What the report command makes of a report, and that nothing in it is obeyed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import lxml.html
import pytest

from converter.cli import main

EVIL = '=HYPERLINK("http://evil.example")</code><script>alert(1)</script>\x1b[31m\u202e'
FINDING = {"code": "missing-date", "severity": "warning", "message": "no date", "line": 2, "column": 3}
LOST = {"code": "time-limit", "severity": "error", "message": EVIL, "line": 1, "column": 1}
LINES = [
    {"path": "a.txt", "status": "ok", "diagnostics": [], "profile": "avim", "publisher": "A House"},
    {
        "path": "b.txt",
        "status": "warning",
        "diagnostics": [FINDING, FINDING],
        "publisher": "A House",
        "profile": "avim",
    },
    {"path": EVIL, "status": "failed", "diagnostics": [LOST], "publisher": EVIL, "profile": "generic"},
    {
        "path": "d.txt",
        "status": "skipped",
        "diagnostics": [{**FINDING, "code": "up-to-date", "severity": "info"}, FINDING],
        "publisher": "A House",
        "profile": "avim",
    },
    {
        "path": "x.jpg",
        "status": "skipped",
        "diagnostics": [{**FINDING, "code": "file-skipped", "severity": "info"}],
    },
]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an output folder with a report."""
    (tmp_path / "report.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in LINES), "ascii")
    return tmp_path


def report(out: Path, form: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command writes."""
    assert main(["report", str(out), "--format", form]) == 0
    return capsys.readouterr().out


def test_a_table_groups_by_finding_and_by_house(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings with times and documents, houses with what their documents are, and the worst documents."""
    text = report(out, "table", capsys)
    rows = [line.split() for line in text.splitlines()]
    assert ["warning", "missing-date", "3", "2"] in rows
    assert ["A", "House", "avim", "3", "1", "2", "0", "missing-date", "(2)"] in rows
    assert text.startswith("2 converted, 1 of them with warnings, 1 up to date, 1 failed, 1 skipped; see ")
    assert not {"\x1b", "\u202e"} & set(text)


def test_a_spreadsheet_takes_nothing_for_a_formula(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each cell that would be one begins with an apostrophe."""
    rows = list(csv.reader(io.StringIO(report(out, "csv", capsys))))
    assert rows[0] == ["house", "profile", "severity", "finding", "times", "documents", "first place"]
    assert ["A House", "avim", "warning", "missing-date", "3", "2", "b.txt:2:3: no date"] in rows
    (evil,) = (row for row in rows if row[3] == "time-limit")
    assert evil[0].startswith("'=HYPERLINK")
    assert evil[6].startswith("'=HYPERLINK")


def test_a_page_holds_texts_as_texts(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No script, no address, no markup of a name gets into the page, and it says the same as the table."""
    text = report(out, "html", capsys)
    page = lxml.html.document_fromstring(text)
    assert list(page.iter("script", "img", "link", "iframe", "a")) == []
    assert any(code.text is not None and code.text.startswith("=HYPERLINK") for code in page.iter("code"))
    cells = [["".join(map(str, cell.itertext())) for cell in row] for row in page.iter("tr")]
    assert [cell[:12] for cell in cells[2]][2:] == ["3", "2"]
    assert 'http-equiv="Content-Security-Policy"' in text


@pytest.mark.parametrize(
    ("content", "words"), [(None, "there is no report.jsonl in"), ("mine\n", "is no report of the converter")]
)
def test_without_a_report_there_are_words(
    content: str | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is no output folder is told."""
    if content is not None:
        (tmp_path / "report.jsonl").write_text(content)
    assert main(["report", str(tmp_path)]) == 1
    assert words in capsys.readouterr().err
