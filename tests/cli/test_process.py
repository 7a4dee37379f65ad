"""How the command behaves as a process: signals, closed streams, and how little it loads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from converter.cli import main
from tests.cli.transcript import ROOT, environment

COMMAND = [sys.executable, "-m", "converter"]
LIST_MODULES = """
import sys
from converter.cli import main
main(["--help"])
print(*sorted(sys.modules), file=sys.stderr)
"""
HEAVY = (
    "lxml",
    "jsonschema_rs",
    "jsonschema",
    "msgspec",
    "bibtexparser",
    "chardet",
    "pypandoc",
    "converter.pipeline",
)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_without_a_trace(number: int, code: int, tmp_path: Path) -> None:
    """Interrupted while it waits for its input, it gives the exit code of the signal and says nothing."""
    process = subprocess.Popen(
        [*COMMAND, "convert", "-", "--to", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    time.sleep(1.5)  # until it reads its input
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.strip()) == (code, b"", b"")


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    """Printing the help imports neither parsers nor validators, so it starts fast."""
    done = subprocess.run(
        [sys.executable, "-c", LIST_MODULES],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        check=True,
    )
    loaded = set(done.stderr.split())
    assert [name for name in HEAVY if name in loaded] == []


def test_a_reader_that_goes_away_is_no_error_message(tmp_path: Path) -> None:
    """Standard output closed early gives no traceback and no complaint."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*COMMAND, "schema", "json"],
        stdout=write,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        check=False,
    )
    os.close(write)
    assert done.stderr == b""


def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    """Standard output that takes nothing is a failure with words."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "schema", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"No space left" in done.stderr


def test_closed_streams_are_survived(tmp_path: Path) -> None:
    """With standard error closed the work is done all the same, without a traceback."""
    (tmp_path / "note.txt").write_text("A title\n\nA text.\n")
    script = f'"{sys.executable}" -m converter convert note.txt -o out 2>&-; echo $?'
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(tmp_path),
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


MANY = 'for number in $(seq 40); do printf "A title\\n\\nText.\\n" > in/$number.txt; done; '


@pytest.mark.parametrize(
    ("redirection", "status"),
    [("2>/dev/full", "0"), ("2>&1 | head -1 >/dev/null", "0"), ("nope 2>/dev/full", "1")],
)
def test_nobody_reads_the_findings_and_all_is_done(redirection: str, status: str, tmp_path: Path) -> None:
    """Standard error that is full or closed stops nothing, and the exit code tells how it went."""
    script = f'mkdir in; {MANY} "{sys.executable}" -m converter convert in -o out {redirection}; '
    done = subprocess.run(
        ["bash", "-c", script + "echo ${PIPESTATUS[0]}; ls out | wc -l; wc -l < out/report.jsonl"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(tmp_path),
        check=False,
    )
    records = "41" if status == "1" else "40"
    assert (done.stdout.split(), done.stderr) == ([status, "121", records], "")


def test_what_is_closed_to_us_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An input that may not be read is a finding with exit code 1, whatever the command."""
    closed, sound = tmp_path / "closed.txt", tmp_path / "sound.txt"
    for path in (closed, sound):
        path.write_text("A title\n\nA text.\n")
    opening = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == "closed.txt":
            raise PermissionError(13, "Permission denied")
        return opening(path, flags, mode)

    monkeypatch.setattr("os.open", refuse)
    monkeypatch.setattr("os.access", lambda path, _mode: not str(path).endswith("closed.txt"))
    out = tmp_path / "out"
    for arguments in (["convert", closed, sound, "-o", out], ["validate", closed], ["inspect", closed]):
        assert main(list(map(str, arguments))) == 1
        assert f"{closed}:1:1: error unreadable: cannot be read: permission denied" in capsys.readouterr().err
    assert (out / "sound.json").exists()


def test_an_error_of_the_system_names_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An output folder below one that is closed to us is told with its path, without numbers."""

    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", refuse)
    out = tmp_path / "out"
    assert main(["convert", str(tmp_path), "-o", str(out)]) == 1
    assert capsys.readouterr().err == f"converter: {out}: permission denied\n"


def test_the_package_under_test_is_this_one() -> None:
    """The processes run the code that the tests import."""
    assert (ROOT / "converter" / "cli").is_dir()
