"""What one bad document does to the others, and what the report says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.batch.outputs import OutputFolder
from converter.batch.plan import make_plan
from converter.batch.record import Record, report_lines
from converter.batch.run import Options, run
from converter.pipeline import convert_bytes

ENDINGS = {".txt"}
TEXT = "A title\n\nSome text of a document.\n"


def records(folder: Path, *, strict: bool = False) -> list[Record]:
    """Convert a folder and return what came of its files."""
    plan = make_plan([folder], folder / "out", ENDINGS)
    with OutputFolder(folder / "out", force=False) as out:
        return list(run(plan, out, Options(("json",), strict=strict)))


def test_a_fault_of_ours_costs_one_document_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody foresaw is a finding of that document, and the next one is converted."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)

    def break_on_a(content: bytes, name: str, **options: object) -> object:
        if name == "a.txt":
            raise RecursionError("too deep")
        return convert_bytes(content, name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("converter.batch.run.convert_bytes", break_on_a)
    first, second = records(tmp_path)
    assert [found.diagnostic.code for found in first.findings] == ["internal-error"]
    assert (first.status, second.status, list(second.outputs)) == ("failed", "warning", ["b.json"])


def test_strict_writes_no_document_with_a_warning(tmp_path: Path) -> None:
    """Under strict a warning fails the document."""
    (tmp_path / "a.txt").write_text(TEXT)
    (record,) = records(tmp_path, strict=True)
    assert (record.status, dict(record.outputs)) == ("failed", {})
    assert "strict-refused" in [found.diagnostic.code for found in record.findings]


def test_the_report_has_a_line_of_ascii_for_each_input(tmp_path: Path) -> None:
    """Each input is a JSON object on one line of ASCII, with path, status, findings, seconds and hashes."""
    (tmp_path / "ağ\n.txt").write_text(TEXT)
    (tmp_path / "x.png").write_text(TEXT)
    lines = report_lines(records(tmp_path)).decode("ascii").splitlines()
    entries = [json.loads(line) for line in lines]
    assert [(Path(entry["path"]).name, entry["status"]) for entry in entries] == [
        ("ağ\n.txt", "warning"),
        ("x.png", "skipped"),
    ]
    assert [list(entry) for entry in entries] == [["path", "status", "diagnostics", "seconds", "outputs"]] * 2
