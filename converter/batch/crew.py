"""The workers of a run and who is at what: chunks go out, records come back, a death costs one document.

A pool of processes loses its queue when a worker dies. Here the parent keeps for each worker the numbers that
it has not heard of yet, and sees in shared memory at which of them the worker is. When a worker dies, hangs
or eats memory, that one document is given up (or, if its worker merely died, tried once more by itself), and
the rest of the chunk goes back to the queue.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic

from converter.batch.journal import Place
from converter.batch.worker import DONE, FAULT, IDLE, NO_MEMORY, NUMBER, RECORD, Announcements, Work, serve
from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError

TICK = 0.1
"""Seconds between two looks at the workers."""
CHUNK = 64
OTHER_SECONDS = 60.0
"""How long a worker may take for anything but a document: to start, or to bring its outputs to the disk."""
FALSE_STARTS = 3
THREADED = frozenset({"pyarrow"})
"""Libraries with threads that Python does not know of; a copy of a process with such is not sound."""
PATIENCE = 5.0
"""Seconds to wait for the end of a process that was killed; one that hangs in the system may take longer."""


class NoWorkers(ConverterError):
    """Workers cannot work here at all."""


@dataclass(frozen=True, slots=True)
class Done:
    """A record that a worker wrote."""

    number: int
    slot: int
    place: Place


@dataclass(frozen=True, slots=True)
class Lost:
    """A document that was given up together with its worker."""

    number: int
    problem: Diagnostic
    seconds: float


@dataclass(slots=True)
class Worker:
    """One worker as the parent knows it."""

    process: BaseProcess
    channel: Connection
    slot: int
    remaining: dict[int, None] = field(default_factory=dict)
    """The numbers of its chunk that it has not told of, in order."""
    at_work: bool = False
    seen: int = IDLE
    """At which document it was when it was last looked at."""
    since: float = field(default_factory=monotonic)
    """Since when it has been at that."""

    @property
    def is_busy(self) -> bool:
        """Whether something is expected from it."""
        return bool(self.remaining) or not self.at_work

    def kill(self) -> None:
        """End the worker and whatever it started."""
        self.process.kill()
        if os.name == "posix" and self.process.pid is not None:
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.join(PATIENCE)


class Crew:
    """The workers of a run; ``outcomes`` yields what they bring until all is done."""

    def __init__(self, work: Work, total: int, jobs: int, stopped: Callable[[], bool]) -> None:
        self._work = work
        self._jobs = jobs
        self._total = total
        self._next = 1
        self._stopped = stopped
        self._context = multiprocessing.get_context(start_method())
        self._announced: Announcements = self._context.RawArray("Q", jobs)
        self._workers: list[Worker] = []
        self._returned: deque[list[int]] = deque()
        self._suspects: set[int] = set()
        """Documents whose worker died once."""
        self._false_starts = 0

    @property
    def slots(self) -> int:
        """How many journals the workers write."""
        return self._jobs

    def outcomes(self) -> Generator[Done | Lost, None, None]:
        """Yield what comes of the documents, in the order in which it comes."""
        try:
            while self._employ() and not self._stopped():
                self._wait()
                for worker in list(self._workers):
                    yield from self._hear(worker)
                    yield from self._judge(worker)
        finally:
            self._dismiss()

    def _employ(self) -> bool:
        """Give everybody something to do; say whether anything is going on."""
        idle = [worker for worker in self._workers if worker.at_work and not worker.remaining]
        for worker in idle:
            chunk = self._chunk()
            if not chunk:
                break
            self._give(worker, chunk)
        if self._has_chunks() and len(self._workers) < self._jobs:
            self._workers.extend(self._start(slot) for slot in self._free_slots())
        return self._has_chunks() or any(worker.remaining for worker in self._workers)

    def _give(self, worker: Worker, chunk: Sequence[int]) -> None:
        worker.remaining = dict.fromkeys(chunk)
        worker.since = monotonic()
        with suppress(OSError):  # it has just died: that is heard next
            worker.channel.send_bytes(b"".join(map(NUMBER.pack, chunk)))

    def _has_chunks(self) -> bool:
        return bool(self._returned) or self._next <= self._total

    def _chunk(self) -> list[int]:
        """Return the next numbers to be done: small chunks at the end, so that all end together."""
        if self._returned:
            return self._returned.popleft()
        left = self._total - self._next + 1
        count = min(left, max(1, min(CHUNK, left // (self._jobs * 3))))
        chunk = list(range(self._next, self._next + count))
        self._next += count
        return chunk

    def _free_slots(self) -> list[int]:
        taken = {worker.slot for worker in self._workers}
        wanted = len(self._returned) + self._total - self._next + 1
        return [slot for slot in range(self._jobs) if slot not in taken][:wanted]

    def _start(self, slot: int) -> Worker:
        self._announced[slot] = IDLE
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=serve, args=(self._work, slot, theirs, self._announced, os.getpid()), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, ours, slot)

    def _wait(self) -> None:
        """Wait until somebody says something or dies, but not for long."""
        wait([one for worker in self._workers for one in (worker.channel, worker.process.sentinel)], TICK)

    def _hear(self, worker: Worker) -> Iterator[Done | Lost]:
        """Take in what a worker says; at its end, see to what it leaves."""
        try:
            while worker.channel.poll():
                yield from self._understand(worker, worker.channel.recv_bytes())
        except (EOFError, OSError):
            worker.kill()
            yield from self._bury(worker, None)

    def _understand(self, worker: Worker, message: bytes) -> Iterator[Done]:
        kind, rest = message[:1], message[1:]
        worker.since = monotonic()
        worker.at_work = True
        if kind == FAULT:
            raise ConverterError(rest.decode("utf-8"))
        if kind == DONE:
            self._false_starts = 0
            for number, start, length in RECORD.iter_unpack(rest):
                worker.remaining.pop(number, None)
                yield Done(number, worker.slot, (start, length))

    def _judge(self, worker: Worker) -> Iterator[Done | Lost]:
        """End a worker that is at one thing for too long, or has taken too much memory."""
        if worker not in self._workers:
            return
        limits = self._work.limits
        number, now = self._announced[worker.slot], monotonic()
        if number != worker.seen:
            worker.seen, worker.since = number, now
        problem: Diagnostic | None = None
        spent = now - worker.since
        if resident_bytes(worker.process.pid) > limits.mebibytes << 20:
            problem = Code.MEMORY_LIMIT.at(None, mebibytes=limits.mebibytes)
        elif number != IDLE and spent > limits.seconds:
            problem = Code.TIME_LIMIT.at(None, seconds=f"{limits.seconds:g}")
        elif not worker.is_busy or spent < max(OTHER_SECONDS, limits.seconds):
            return
        worker.kill()
        yield from self._last_words(worker)
        yield from self._bury(worker, problem)

    def _last_words(self, worker: Worker) -> Iterator[Done]:
        with suppress(EOFError, OSError):
            while worker.channel.poll():
                yield from self._understand(worker, worker.channel.recv_bytes())

    def _bury(self, worker: Worker, problem: Diagnostic | None) -> Iterator[Lost]:
        """Return what a dead worker had not done to the queue, but for the document that it died of."""
        self._workers.remove(worker)
        worker.channel.close()
        self._sweep(worker)
        if not (worker.at_work and worker.remaining):
            self._false_starts += 1
            if self._false_starts >= FALSE_STARTS:
                reason = problem.message if problem else how_it_ended(worker.process.exitcode)
                raise NoWorkers(f"the workers end before their first document ({reason})")
        if not worker.remaining:
            return
        number = self._announced[worker.slot]
        guilty = number if number in worker.remaining else next(iter(worker.remaining))
        yield from self._give_up(worker, guilty, problem)
        rest = list(worker.remaining)
        if rest:
            self._returned.appendleft(rest)

    def _give_up(self, worker: Worker, guilty: int, problem: Diagnostic | None) -> Iterator[Lost]:
        """Give a document up, or try it once more by itself if only its worker's death speaks against it."""
        del worker.remaining[guilty]
        if problem is None and worker.process.exitcode == NO_MEMORY:
            problem = Code.MEMORY_LIMIT.at(None, mebibytes=self._work.limits.mebibytes)
        if problem is None and guilty not in self._suspects:
            self._suspects.add(guilty)
            self._returned.appendleft([guilty])
            return
        if problem is None:
            problem = Code.WORKER_DIED.at(None, how=how_it_ended(worker.process.exitcode))
        yield Lost(guilty, problem, monotonic() - worker.since)

    def _sweep(self, worker: Worker) -> None:
        """Remove what a dead worker had written aside."""
        for aside in self._work.state.glob(f"aside-{worker.process.pid}-*"):
            aside.unlink(missing_ok=True)

    def _dismiss(self) -> None:
        """End all workers; what they told us of is done, and nothing else counts."""
        for worker in self._workers:
            worker.kill()
            worker.channel.close()
        self._workers.clear()


def start_method() -> str:
    """Say how workers are started: as a copy of this process where that is cheap and safe."""
    is_safe = threading.active_count() == 1 and THREADED.isdisjoint(sys.modules)
    return "fork" if sys.platform == "linux" and is_safe else "spawn"


def how_it_ended(code: int | None) -> str:
    """Say in words how a process ended."""
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def resident_bytes(process: int | None) -> int:
    """Return how much memory a process has now, as far as the system says."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
