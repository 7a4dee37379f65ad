"""Disks that are full or read-only, inputs that change or go away: words, and the next run completes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.batch.inputs import Input, convert_input
from converter.batch.options import Options
from converter.pipeline import Result
from tests.batch.archives import codes, convert, fill, litter, outputs

COMMAND = [sys.executable, "-m", "converter", "convert", "in", "--out", "out", "--quiet", "--jobs", "2"]


def run(folder: Path, **more: object) -> tuple[int, str]:
    """Run the command; return the exit code and what it says."""
    done = subprocess.run(COMMAND, cwd=folder, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload]
    return done.returncode, done.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder with documents whose ``out`` is a disk of a few blocks."""
    fill(tmp_path / "in", 40)
    (tmp_path / "out").mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", tmp_path / "out"],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("to mount a disk one must be root")
    yield tmp_path
    subprocess.run(["umount", tmp_path / "out"], check=True)


def remount(folder: Path, options: str) -> None:
    """Change the disk."""
    subprocess.run(["mount", "-o", f"remount,{options}", folder / "out"], check=True)


def test_a_full_disk_is_told_and_the_next_run_completes(small_disk: Path) -> None:
    """The run ends with one line of words; with room again the rest is done, as if nothing had been."""
    code, words = run(small_disk)
    assert (code, words.count("\n")) == (1, 1)
    assert "no space left on device" in words or "disk is full" in words
    remount(small_disk, "size=64m")
    assert run(small_disk) == (0, "")
    expected = convert(small_disk / "in", small_disk / "whole", options=Options(("tei", "json", "bibtex")))
    assert len(expected) == 40
    assert outputs(small_disk / "whole") == outputs(small_disk / "out")
    assert litter(small_disk / "out") == []


def test_a_disk_that_is_read_only_is_told(small_disk: Path) -> None:
    """Nothing is written, and the words say why."""
    remount(small_disk, "ro")
    code, words = run(small_disk)
    assert (code, words.count("\n")) == (1, 1)
    assert "read-only file system" in words
    remount(small_disk, "rw,size=64m")
    assert run(small_disk) == (0, "")


def test_files_that_may_not_grow_are_told(tmp_path: Path) -> None:
    """A limit on the size of files ends the run with words too, and the next one completes."""
    fill(tmp_path / "in", 40)
    code, words = run(tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000)))
    assert (code, words.count("\n")) == (1, 1)
    assert "too large" in words or "disk I/O error" in words or "full" in words
    assert run(tmp_path) == (0, "")
    assert litter(tmp_path / "out") == []


def remove_the_last(given: Input, options: Options) -> Result:
    """Convert a document; with the first one the last of the archive goes away, another one changes."""
    if given.name == "0000.txt":
        folder = Path(os.environ["CONVERTER_TEST_FOLDER"])
        (folder / "02" / "0029.txt").unlink()
        (folder / "02" / "0028.txt").write_text("Another title\n\nAnother text.\n")
    return convert_input(given, options)


def test_an_input_that_goes_away_or_changes_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is gone is told; of what has changed the outputs are of one reading, and all of it is noticed."""
    folder = fill(tmp_path / "in", 30)
    monkeypatch.setenv("CONVERTER_TEST_FOLDER", str(folder))
    first = convert(folder, tmp_path / "out", jobs=1, conversion=remove_the_last)
    assert codes(first) == {"0029.txt": ["unreadable"]}
    convert(folder, tmp_path / "out")
    convert(folder, tmp_path / "whole")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "whole")
