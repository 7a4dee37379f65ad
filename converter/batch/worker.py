"""What runs in a worker: chunks of inputs come in by number, and where their records stand goes out.

A worker may die at any moment. It therefore announces each input before it begins, in memory that it shares
with the parent; it writes outputs aside, journal to the disk, and only then lets the outputs appear; and it
tells the parent only of what is done.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sqlite3
import struct
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from converter.batch.files import reason_of
from converter.batch.freshness import Freshness, OnDisk, Present
from converter.batch.groups import Group
from converter.batch.journal import Journal, journal_path
from converter.batch.options import Limits, Options
from converter.batch.parcels import Parcels
from converter.batch.plan import Plan
from converter.batch.sinks import Sink
from converter.batch.sinks.rows import InRows
from converter.batch.sinks.store_outputs import LISTING, Objects, StoreParcels
from converter.batch.state import State
from converter.batch.stores import Location
from converter.batch.work import Begun, Bench, Convert, warm_up
from converter.batch.writing import NoSpace, Outbox, Writer
from converter.errors import ConverterError

try:
    import resource
except ImportError:  # a system without limits
    resource = None  # type: ignore[assignment]

READY, DONE, FAULT = b"r", b"d", b"f"
"""The first byte of a message: at work, records written, nothing goes any more (with words)."""
NUMBER = struct.Struct("<Q")
RECORD = struct.Struct("<QQL")
"""Number of the input, first byte and length of its line in the journal."""
NO_MEMORY = 77
"""Exit code of a worker that was refused memory."""
IDLE = 0
PLAN = "plan.db"
PR_SET_PDEATHSIG = 1


class Announcements(Protocol):
    """Numbers in memory that parent and workers share: what each worker is at."""

    def __getitem__(self, slot: int, /) -> int: ...
    def __setitem__(self, slot: int, number: int, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Work:
    """What all workers of a run have to do."""

    out: Location
    state: Path
    """The folder of our own things."""
    options: Options
    limits: Limits
    convert: Convert
    sink: Sink = "folder"
    whole: frozenset[str] = frozenset()
    """In a sink of rows: the parts that are as they were written."""

    @property
    def plan(self) -> Path:
        """The plan of the run."""
        return self.state / PLAN


def serve(work: Work, slot: int, channel: Connection, announced: Announcements, parent: int) -> None:
    """Be a worker: the whole life of the process."""
    _stand_apart(parent)
    limit_memory(work.limits)
    try:
        _serve(work, slot, channel, announced)
    except MemoryError:
        os._exit(NO_MEMORY)
    except (ConverterError, OSError, sqlite3.Error) as error:
        words = str(error) if isinstance(error, ConverterError) else str(NoSpace(work.state, _reason(error)))
        with suppress(OSError):
            channel.send_bytes(FAULT + words.encode("utf-8", "backslashreplace"))
    os._exit(0)  # nothing that the parent had in hand is to be finished here a second time


def _serve(work: Work, slot: int, channel: Connection, announced: Announcements) -> None:
    with (
        Plan(str(work.plan)) as plan,
        State.opened(work.state) as state,
        closing(Journal(journal_path(work.state, slot))) as journal,
    ):
        bench = bench_for(work, plan, state)
        desk = Desk(bench, plan, journal, channel)
        channel.send_bytes(READY)
        while numbers := _next_chunk(channel):
            desk.take(numbers, announced, slot)


def bench_for(work: Work, plan: Plan, state: State) -> Bench:
    """Return what is at hand for a run: how it looks at outputs, and to what new ones are given."""
    options, limits = work.options, work.limits
    present, outbox = _ends(work, state)
    freshness = Freshness(present, state, options, limits)
    return Bench(options, limits, freshness, outbox, work.convert, plan.open_beside)


def _ends(work: Work, state: State) -> tuple[Present, Outbox]:
    if work.sink != "folder":
        return InRows(state, work.whole), Parcels(work.state)
    if isinstance(work.out, str):
        objects = Objects(work.out, work.state / LISTING, state)
        return objects, StoreParcels(Parcels(work.state), objects, work.out, force=work.options.force)
    return OnDisk(work.out), Writer(work.out, state, force=work.options.force)


def _reason(error: OSError | sqlite3.Error) -> str:
    return reason_of(error) if isinstance(error, OSError) else str(error)


class Desk:
    """Where a worker does chunk after chunk."""

    def __init__(self, bench: Bench, plan: Plan, journal: Journal, channel: Connection) -> None:
        self._bench = bench
        self._plan = plan
        self._group = Group(bench, journal)
        self._channel = channel
        self._is_warm = False

    def take(self, numbers: Sequence[int], announced: Announcements, slot: int) -> None:
        """Do a chunk."""
        for number, step in zip(numbers, self._plan.steps_of(numbers), strict=True):
            announced[slot] = number
            taken = self._bench.begin(step)
            if isinstance(taken, Begun):
                if not self._is_warm:
                    announced[slot] = IDLE
                    self._warm_up()
                    announced[slot] = number
                taken = self._bench.convert_begun(taken)
            self._group.add(number, taken)
            announced[slot] = IDLE
            if self._group.is_full:
                self._finish()
        self._finish()

    def _warm_up(self) -> None:
        """Load what the first conversion needs: that is no time of a document."""
        warm_up(self._bench.options)
        self._is_warm = True

    def _finish(self) -> None:
        """Let what waits appear, then tell the parent."""
        records = (RECORD.pack(number, *place) for number, place in self._group.finish())
        self._channel.send_bytes(DONE + b"".join(records))


def _next_chunk(channel: Connection) -> tuple[int, ...]:
    """Wait for numbers; nothing when the parent wants no more, or is no more."""
    try:
        message = channel.recv_bytes()
    except (EOFError, OSError):
        return ()
    return tuple(number for (number,) in NUMBER.iter_unpack(message))


def _stand_apart(parent: int) -> None:
    """Leave the terminal and its signals to the parent, and die with it."""
    if os.name == "posix":
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with open(os.devnull, "r+b") as nowhere:  # noqa: PTH123 - libraries write where they like
            for stream in (0, 1, 2):
                os.dup2(nowhere.fileno(), stream)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before
            os._exit(0)


def limit_memory(limits: Limits) -> None:
    """Let the system refuse memory beyond the limit; libraries and programs that we start inherit this.

    What counts is memory for data (Linux), not addresses: some programs reserve many of those and use few.
    """
    if resource is not None and sys.platform == "linux":
        most = limits.mebibytes << 20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
