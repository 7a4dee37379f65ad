"""Work in several processes gives what it gives in one, and leaves none behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.batch.checking import Wishes, validate_files
from converter.batch.parallel import FEWEST, WorkerDied, in_parts, processors
from tests.samples import ROOT

OUTPUTS = ROOT / "samples" / "out"
MANY = range(5 * FEWEST)


def squared(number: int) -> int:
    """Do some work."""
    return number * number


def process_of(_number: int) -> int:
    """Say which process works."""
    return os.getpid()


def die(_number: int) -> int:
    """End the process that works, as the system does when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_are_in_order(jobs: int) -> None:
    """However many processes work, what comes is in the order of the tasks."""
    assert [squared(number) for number in MANY] == list(in_parts(squared, MANY, jobs))


def test_few_tasks_need_no_process() -> None:
    """A process more would cost more than it saves."""
    assert {os.getpid()} == set(in_parts(process_of, MANY[: FEWEST - 1], 2))
    assert os.getpid() not in set(in_parts(process_of, MANY, 2))


def test_a_process_that_dies_is_told() -> None:
    """The caller learns of it, in words, and nothing waits for ever."""
    with pytest.raises(WorkerDied, match="--jobs 1"):
        list(in_parts(die, MANY, 2))
    assert [] == multiprocessing.active_children()


def test_who_stops_early_leaves_no_process() -> None:
    """When the caller goes away, so do the processes."""
    results = in_parts(squared, MANY, 2)
    assert isinstance(results, Iterator)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert [] == multiprocessing.active_children()


def test_findings_are_the_same_in_parallel(tmp_path: Path) -> None:
    """A folder gives the same findings in the same order from one process and from two."""
    for path in OUTPUTS.iterdir():
        if not path.name.endswith((".findings", ".biblatex.bib")):
            (tmp_path / path.name).write_bytes(path.read_bytes().replace(b"2024", b"2023", 1))
    one, two = (validate_files([tmp_path], Wishes(), jobs) for jobs in (1, 2))
    assert one == two
    assert one.findings


def test_there_is_a_processor() -> None:
    """The number of processes is never none."""
    assert processors() >= 1
