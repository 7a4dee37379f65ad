"""The same work on many things in several processes: in the order of the things, and none left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from converter.errors import ConverterError

Task = TypeVar("Task")
Result = TypeVar("Result")

FEWEST = 16
"""Things below which a process more costs more than it saves."""
CHUNK = 8


class WorkerDied(ConverterError):
    """A process that worked for us ended on its own."""


def in_parts(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """Yield what the work gives for each task; of many tasks in so many processes.

    Whatever ends this, an interrupt too, ends the processes.
    """
    if jobs < 2 or len(tasks) < FEWEST:
        yield from map(work, tasks)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_leave_signals_to_the_parent)
    try:
        yield from pool.map(work, tasks, chunksize=CHUNK)
        pool.shutdown()
    except BrokenProcessPool as error:
        raise WorkerDied("a process was ended from outside (too little memory?); try --jobs 1") from error
    finally:
        for process in multiprocessing.active_children():
            process.terminate()
        pool.shutdown(cancel_futures=True)  # a thread of its own waits for the processes; now it has done so


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> multiprocessing.context.BaseContext:
    """Return how a process starts: as a copy of this one, with all that is compiled, where that is safe."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if os.name == "posix" and "fork" in methods[:1] else None)


def _leave_signals_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
