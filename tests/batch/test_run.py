"""What one bad document does to the others, and what the report says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.batch.inputs import Input, convert_input
from converter.batch.options import Options
from converter.batch.plan import NoInput
from converter.pipeline import Result
from tests.batch.archives import codes, convert, fill, outputs

TEXT = "A title\n\nSome text of a document.\n"
STRICT = Options(("json",), strict=True)


def break_on_a(given: Input, options: Options) -> Result:
    """Convert a document, unless it is called a."""
    if given.name == "a.txt":
        raise RecursionError("too deep")
    return convert_input(given, options)


def test_a_fault_of_ours_costs_one_document_only(tmp_path: Path) -> None:
    """An exception that nobody foresaw is a finding of that document, and the next one is converted."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    first, second = convert(tmp_path, tmp_path / "out", conversion=break_on_a)
    assert [found.code for found in first.diagnostics] == ["internal-error"]
    assert (first.status, second.status) == ("failed", "warning")
    assert [one.path for one in second.outputs] == ["b.json"]


def test_strict_writes_no_document_with_a_warning(tmp_path: Path) -> None:
    """Under strict a warning fails the document."""
    (tmp_path / "a.txt").write_text(TEXT)
    (line,) = convert(tmp_path, tmp_path / "out", options=STRICT)
    assert (line.status, line.outputs) == ("failed", ())
    assert codes([line]) == {"a.txt": ["strict-refused"]}


def test_the_report_has_a_line_of_ascii_for_each_input(tmp_path: Path) -> None:
    """Each input is a JSON object on one line of ASCII: path, status, findings, seconds, outputs, house."""
    (tmp_path / "ağ\n.txt").write_text(TEXT)
    (tmp_path / "x.png").write_text(TEXT)
    convert(tmp_path, tmp_path / "out")
    lines = (tmp_path / "out" / "report.jsonl").read_text("ascii").splitlines()
    entries = [json.loads(line) for line in lines]
    assert [(Path(entry["path"]).name, entry["status"]) for entry in entries] == [
        ("ağ\n.txt", "warning"),
        ("x.png", "skipped"),
    ]
    keys = ["path", "status", "diagnostics", "seconds", "outputs", "profile", "publisher"]
    assert [list(entry) for entry in entries] == [keys] * 2


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_number_of_workers_changes_nothing(jobs: int, tmp_path: Path) -> None:
    """The same files and the same lines in the same order, but for the time that each took."""
    folder = fill(tmp_path / "in", 23)
    expected = convert(folder, tmp_path / "one", jobs=1)
    found = convert(folder, tmp_path / "more", jobs=jobs)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "more")
    assert [(line.path, line.status, line.diagnostics, line.outputs) for line in expected] == [
        (line.path, line.status, line.diagnostics, line.outputs) for line in found
    ]


def test_nothing_is_left_of_a_run_without_inputs(tmp_path: Path) -> None:
    """The output folder is not even made; one that was there stays, without our state."""
    (tmp_path / "in").mkdir()
    (tmp_path / "old").mkdir()
    for out in (tmp_path / "new", tmp_path / "old"):
        with pytest.raises(NoInput):
            convert(tmp_path / "in", out)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "old"]
