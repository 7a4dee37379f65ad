"""Killed, interrupted and stopped at any moment: the next run gives the bytes of one that was left alone."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.batch.archives import fill, litter, outputs

KILLS = 30 if os.environ.get("CI") else 5
DOCUMENTS = 120
SOON = 5.0
"""Seconds in which every process of a run that was killed must have ended."""
COMMAND = [sys.executable, "-m", "converter", "convert", "in", "--out", "out", "--quiet", "--jobs", "2"]


def start(folder: Path) -> subprocess.Popen[bytes]:
    """Start the command in a session of its own."""
    return subprocess.Popen(
        COMMAND, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def finish(folder: Path) -> tuple[int, bytes]:
    """Run the command to its end; return the exit code and what it says."""
    process = start(folder)
    _, err = process.communicate(timeout=120)
    return process.returncode, err


def workers_of(process: int) -> list[int]:
    """Return the processes that a process has started and that are not over."""
    numbers = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [number for number in numbers if standing(number)[1:] == [str(process)]]


def standing(process: int) -> list[str]:
    """Return the state of a process that is not just waiting to be buried, and who started it."""
    try:
        _, _, rest = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(") ")
    except OSError:
        return []
    return rest.split()[:2] if not rest.startswith("Z") else []


def is_alive(process: int) -> bool:
    """Say whether a process is there."""
    return bool(standing(process))


def left_after(seconds: float, processes: list[int]) -> list[int]:
    """Return which processes are still there; as soon as none is, or when the time is over."""
    end = time.monotonic() + seconds
    while (left := [one for one in processes if is_alive(one)]) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def wait_until_it_writes(process: subprocess.Popen[bytes], out: Path) -> None:
    """Wait until a run has the output folder for itself, or has ended."""
    lock = out / ".converter" / "lock"
    while process.poll() is None:
        with suppress(OSError):
            if lock.read_text("ascii") == str(process.pid):
                return
        time.sleep(0.01)


def edit(folder: Path) -> None:
    """Change every document."""
    for path in folder.rglob("*.txt"):
        path.write_text(f"{path.read_text('utf-8').rstrip()} Changed.\n", "utf-8")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """Return the outputs of two states of an archive, each converted in peace."""
    place = tmp_path_factory.mktemp("undisturbed")
    fill(place / "in", DOCUMENTS)
    finish(place)
    first = outputs(place / "out")
    edit(place / "in")
    finish(place)
    return [first, outputs(place / "out")]


@pytest.mark.parametrize("kill", range(KILLS))
def test_killed_at_any_moment_it_is_taken_up(
    kill: int, tmp_path: Path, undisturbed: list[dict[str, str]]
) -> None:
    """Whenever it is killed, no process stays, every file is an old or a new one, and the rest comes next."""
    old, new = undisturbed
    fill(tmp_path / "in", DOCUMENTS)
    if kill % 2:
        finish(tmp_path)
        edit(tmp_path / "in")
    process = start(tmp_path)
    wait_until_it_writes(process, tmp_path / "out")
    time.sleep(random.Random(kill).uniform(0, 0.6))  # noqa: S311 - a moment is no secret
    workers = workers_of(process.pid)
    process.kill()
    process.communicate()
    assert left_after(SOON, workers) == []
    assert all(sha256 in (old[name], new[name]) for name, sha256 in outputs(tmp_path / "out").items())
    assert finish(tmp_path) == (0, b"")
    assert outputs(tmp_path / "out") == undisturbed[kill % 2]
    assert litter(tmp_path / "out") == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("moment", [0.0, 0.3])
def test_a_signal_ends_it_soon_and_tidily(
    number: int, code: int, moment: float, tmp_path: Path, undisturbed: list[dict[str, str]]
) -> None:
    """The exit code tells the signal; no trace, no process, no half file; the report tells what was done."""
    fill(tmp_path / "in", DOCUMENTS)
    process = start(tmp_path)
    wait_until_it_writes(process, tmp_path / "out")
    time.sleep(moment)
    workers = workers_of(process.pid)
    process.send_signal(number)
    _, err = process.communicate(timeout=5)
    assert (process.returncode, err.strip()) == (code, b"")
    assert [one for one in workers if is_alive(one)] == []
    assert [name for name in litter(tmp_path / "out") if not name.startswith("journal-")] == []
    assert finish(tmp_path) == (0, b"")
    assert outputs(tmp_path / "out") == undisturbed[0]
    assert litter(tmp_path / "out") == []


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_a_worker_that_is_killed_is_replaced(
    number: int, tmp_path: Path, undisturbed: list[dict[str, str]]
) -> None:
    """Somebody ends the workers: others go on, and no document is lost."""
    fill(tmp_path / "in", DOCUMENTS)
    process = start(tmp_path)
    wait_until_it_writes(process, tmp_path / "out")
    time.sleep(0.3)
    for worker in workers_of(process.pid):
        os.kill(worker, number)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert outputs(tmp_path / "out") == undisturbed[0]
