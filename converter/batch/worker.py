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
from time import monotonic
from typing import Protocol

from converter.batch.files import STATE_FOLDER, reason_of
from converter.batch.freshness import Freshness
from converter.batch.journal import Journal, Place, journal_path
from converter.batch.options import Limits, Options
from converter.batch.plan import Plan
from converter.batch.state import State
from converter.batch.work import Bench, Convert, Taken
from converter.batch.writing import NoSpace, Writer
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
GROUP, GROUP_SECONDS = 32, 0.5
"""So many documents reach the disk together, or fewer if they are slow."""
PR_SET_PDEATHSIG = 1


class Announcements(Protocol):
    """Numbers in memory that parent and workers share: what each worker is at."""

    def __getitem__(self, slot: int, /) -> int: ...
    def __setitem__(self, slot: int, number: int, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Work:
    """What all workers of a run have to do."""

    out: Path
    plan: Path
    options: Options
    limits: Limits
    convert: Convert

    @property
    def state(self) -> Path:
        """The folder of our own things."""
        return self.out / STATE_FOLDER


def serve(work: Work, slot: int, channel: Connection, announced: Announcements, parent: int) -> None:
    """Be a worker: the whole life of the process."""
    _stand_apart(parent)
    _limit_memory(work.limits)
    try:
        _serve(work, slot, channel, announced)
    except MemoryError:
        os._exit(NO_MEMORY)
    except (ConverterError, OSError, sqlite3.Error) as error:
        words = str(error) if isinstance(error, ConverterError) else str(NoSpace(work.out, _reason(error)))
        with suppress(OSError):
            channel.send_bytes(FAULT + words.encode("utf-8", "backslashreplace"))
    os._exit(0)  # nothing that the parent had in hand is to be finished here a second time


def _serve(work: Work, slot: int, channel: Connection, announced: Announcements) -> None:
    with (
        Plan(str(work.plan)) as plan,
        State.opened(work.state) as state,
        closing(Journal(journal_path(work.state, slot))) as journal,
    ):
        freshness = Freshness(work.out, state, work.options, work.limits)
        writer = Writer(work.out, state, force=work.options.force)
        bench = Bench(work.options, work.limits, freshness, writer, work.convert, plan.open_beside)
        desk = Desk(bench, plan, journal, channel)
        channel.send_bytes(READY)
        while numbers := _next_chunk(channel):
            desk.take(numbers, announced, slot)


def _reason(error: OSError | sqlite3.Error) -> str:
    return reason_of(error) if isinstance(error, OSError) else str(error)


class Desk:
    """Where a worker does chunk after chunk."""

    def __init__(self, bench: Bench, plan: Plan, journal: Journal, channel: Connection) -> None:
        self._bench = bench
        self._plan = plan
        self._journal = journal
        self._channel = channel
        self._waiting: list[tuple[int, Taken]] = []

    def take(self, numbers: Sequence[int], announced: Announcements, slot: int) -> None:
        """Do a chunk."""
        since = monotonic()
        for number, step in zip(numbers, self._plan.steps_of(numbers), strict=True):
            announced[slot] = number
            self._waiting.append((number, self._bench.take(step)))
            announced[slot] = IDLE
            if len(self._waiting) >= GROUP or monotonic() - since > GROUP_SECONDS:
                self._finish()
                since = monotonic()
        self._finish()

    def _finish(self) -> None:
        """Let what waits appear: journal, disk, names; then tell the parent."""
        taken = [one for _, one in self._waiting]
        places = self._journal.add([one.entry for one in taken])
        if any(one.staged is not None for one in taken):
            self._journal.sync()
            self._bench.writer.sync()
        named = [self._bench.name(one) for one in taken]
        for index, (before, after) in enumerate(zip(taken, named, strict=True)):
            if after is not before:
                (places[index],) = self._journal.add([after.entry])
        self._tell([number for number, _ in self._waiting], places)
        self._waiting.clear()

    def _tell(self, numbers: Sequence[int], places: Sequence[Place]) -> None:
        records = (RECORD.pack(number, *place) for number, place in zip(numbers, places, strict=True))
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


def _limit_memory(limits: Limits) -> None:
    """Let the system refuse memory beyond the limit; libraries and programs that we start inherit this.

    What counts is memory for data (Linux), not addresses: some programs reserve many of those and use few.
    """
    if resource is not None and sys.platform == "linux":
        most = limits.mebibytes << 20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
