"""How the command behaves as a process: signals, closed streams, and how little it loads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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


def test_the_package_under_test_is_this_one() -> None:
    """The processes run the code that the tests import."""
    assert (ROOT / "converter" / "cli").is_dir()
