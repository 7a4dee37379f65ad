"""Outputs as rows of large files: the same bytes whatever runs there were before, and nothing made twice."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard

from converter.batch.options import Options
from converter.batch.record import Line
from converter.batch.run import Order, Run
from converter.batch.sinks import Sink
from converter.batch.sinks.row_files import DocumentRow
from converter.pipeline import DEFAULT_FORMATS
from tests.batch.archives import QUICK, convert, fill, litter, outputs

OPTIONS = Options(DEFAULT_FORMATS)


def into_rows(folder: Path, out: Path, *, sink: Sink = "jsonl", jobs: int = 2) -> list[Line]:
    """Convert a folder into rows; return the lines of the report."""
    with Run(Order([folder], out, OPTIONS, QUICK, jobs, sink=sink)) as run:
        return list(run.lines())


def parts(out: Path) -> dict[str, bytes]:
    """Return the parts by name."""
    return {path.name: path.read_bytes() for path in sorted(out.glob("part-*"))}


def rows(out: Path) -> list[dict[str, object]]:
    """Return all rows of compressed JSON Lines."""
    return [
        json.loads(line) for content in parts(out).values() for line in gzip.decompress(content).splitlines()
    ]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a part be full with ten rows."""
    monkeypatch.setattr("converter.batch.sinks.rows.MOST_ROWS", 10)


def test_a_row_holds_what_the_files_hold(tmp_path: Path) -> None:
    """Path, status, findings, house, and each output as the text of its file; documents that failed too."""
    folder = fill(tmp_path / "in", 25)
    (folder / "empty.txt").write_text("")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    lines = convert(folder, tmp_path / "files", options=OPTIONS)
    told = into_rows(folder, tmp_path / "rows")
    assert [(one.path, one.status, one.outputs, one.diagnostics) for one in told] == [
        (one.path, one.status, one.outputs, one.diagnostics) for one in lines
    ]
    found = rows(tmp_path / "rows")
    assert [one["path"] for one in found] == [
        str(Path(line.path).relative_to(folder)) for line in lines if line.status != "skipped"
    ]
    assert {one["name"]: one["status"] for one in found if one["tei"] is None} == {"empty": "failed"}
    written = {
        f"{one['name']}{ending}": one[field]
        for one in found
        for ending, field in ((".tei.xml", "tei"), (".json", "json"), (".bib", "bibtex"))
        if one[field] is not None
    }
    assert written == {
        name: (tmp_path / "files" / name).read_text("utf-8") for name in outputs(tmp_path / "files")
    }
    assert list(parts(tmp_path / "rows")) == sorted(parts(tmp_path / "rows"))
    assert len(parts(tmp_path / "rows")) == 3
    assert litter(tmp_path / "rows") == []


@pytest.mark.parametrize("sink", ["jsonl", "jsonl-zstd"])
def test_the_parts_are_the_same_whatever_was_done_before(sink: Sink, tmp_path: Path) -> None:
    """Documents changed, added, removed: the parts are those of a run into an empty folder."""
    folder = fill(tmp_path / "in", 25)
    first = into_rows(folder, tmp_path / "out", sink=sink)
    assert {line.status for line in first} <= {"ok", "warning"}
    before = parts(tmp_path / "out")
    again = into_rows(folder, tmp_path / "out", sink=sink, jobs=1)
    assert {line.status for line in again} == {"skipped"}
    assert parts(tmp_path / "out") == before
    (folder / "00" / "0001.txt").unlink()
    (folder / "00" / "0000a.txt").write_text("A new one\n\nA text.\n")
    (folder / "01" / "0015.txt").write_text("A changed one\n\nA text.\n")
    changed = into_rows(folder, tmp_path / "out", sink=sink)
    assert sum(line.status != "skipped" for line in changed) == 2
    into_rows(folder, tmp_path / "fresh", sink=sink, jobs=1)
    assert parts(tmp_path / "out") == parts(tmp_path / "fresh")


@pytest.mark.parametrize("damage", ["removed", "cut"])
def test_a_part_that_is_damaged_is_made_again(damage: str, tmp_path: Path) -> None:
    """Only its documents are converted again."""
    folder = fill(tmp_path / "in", 25)
    into_rows(folder, tmp_path / "out")
    before = parts(tmp_path / "out")
    part = tmp_path / "out" / sorted(before)[1]
    part.unlink() if damage == "removed" else part.write_bytes(part.read_bytes()[:50])
    lines = into_rows(folder, tmp_path / "out")
    assert sum(line.status != "skipped" for line in lines) == 10
    assert parts(tmp_path / "out") == before


def test_a_run_that_is_stopped_keeps_the_parts_that_were_full(tmp_path: Path) -> None:
    """The next run goes on behind them."""
    folder = fill(tmp_path / "in", 45)
    into_rows(folder, tmp_path / "whole")
    seen: list[Line] = []
    with Run(Order([folder], tmp_path / "out", OPTIONS, QUICK, 1, sink="jsonl")) as run:
        seen.extend(run.lines(lambda: len(seen) > 22))
    assert set(parts(tmp_path / "out").items()) < set(parts(tmp_path / "whole").items())
    lines = into_rows(folder, tmp_path / "out")
    assert sum(line.status == "skipped" for line in lines) >= 20
    assert parts(tmp_path / "out") == parts(tmp_path / "whole")
    assert litter(tmp_path / "out") == []


READ_PARQUET = """
import json, sys
from pathlib import Path
from pyarrow import parquet
tables = [parquet.read_table(path) for path in sorted(Path(sys.argv[1]).glob("part-*.parquet"))]
found = [row for table in tables for row in table.to_pylist()]
print(json.dumps({"rows": found, "columns": tables[0].schema.names}))
"""


def test_parquet_holds_the_same_rows(tmp_path: Path) -> None:
    """Read by the library itself: the same values as in JSON Lines, in the columns that are documented."""
    folder = fill(tmp_path / "in", 12)
    (folder / "empty.txt").write_text("")
    for sink in ("jsonl", "parquet", "parquet"):
        command = [sys.executable, "-m", "converter", "convert", "in", "-o", sink, "--sink", sink, "--quiet"]
        subprocess.run(command, cwd=tmp_path, check=False, capture_output=True)
    reading = [sys.executable, "-c", READ_PARQUET, str(tmp_path / "parquet")]
    table = json.loads(subprocess.run(reading, capture_output=True, check=True).stdout)
    assert table["rows"] == rows(tmp_path / "jsonl")
    assert table["columns"] == list(DocumentRow.__struct_fields__)
    statuses = [
        json.loads(line)["status"]
        for line in (tmp_path / "parquet" / "report.jsonl").read_text().splitlines()
    ]
    assert statuses.count("skipped") == 12


def test_what_is_no_part_is_left_alone(tmp_path: Path) -> None:
    """A file of somebody else stays, also if it is called like a part."""
    folder = fill(tmp_path / "in", 3)
    out = tmp_path / "out"
    out.mkdir()
    (out / "part-00000-ffffffffffff.jsonl.gz").write_bytes(b"mine")
    into_rows(folder, out)
    into_rows(folder, out)
    assert (out / "part-00000-ffffffffffff.jsonl.gz").read_bytes() == b"mine"
    assert len(parts(out)) == 2


def test_compressed_lines_are_read_by_others(tmp_path: Path) -> None:
    """The program of Zstandard finds whole frames."""
    into_rows(fill(tmp_path / "in", 3), tmp_path / "out", sink="jsonl-zstd")
    (content,) = parts(tmp_path / "out").values()
    lines = zstandard.decompress(content).splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["00/0000", "00/0001", "00/0002"]
    assert litter(tmp_path / "out") == []
