"""Documents converted by the workers of a Dask cluster, whichever of them die.

This process reads the inputs, looks whether anything is to be done, and sends what is, in chunks; it takes
the results and writes them as a worker of a run on one machine would. So the workers need nothing but the
converter itself, no common disk and no credentials, and report and outputs cannot differ.

A chunk whose worker dies is given to another by the scheduler. If that happens too often, it is cut up, until
the document is found that ends workers: this one document is tried once more, by itself, and then has failed.
"""

from __future__ import annotations

import pickle
import queue
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from converter.batch.cluster.child import Manner
from converter.batch.cluster.chunks import Answer, Chunk, convert_chunk, end_run
from converter.batch.cluster.connection import (
    NoCluster,
    everywhere,
    run_name,
    threads_of,
    words_of,
)
from converter.batch.cluster.versions import versions_here
from converter.batch.crew import Done, Lost
from converter.batch.groups import Group
from converter.batch.journal import Journal, journal_path
from converter.batch.plan import Plan
from converter.batch.state import State
from converter.batch.work import Begun, Made, Taken
from converter.batch.worker import Work, bench_for
from converter.diagnostics import Code

TICK = 0.1
MOST, LARGEST = 32, 4 * 1024 * 1024
"""A chunk has at most so many documents, and is closed at so many bytes."""
PARTS = 8
"""Into so many parts a chunk is cut whose workers die."""
AT_ONCE, FEWEST, MOST_BYTES = 2, 4, 256 * 1024 * 1024
"""Chunks on the way for each thread, at least, and how many bytes they may have together."""
SILENCE = 20.0
"""Seconds without the scheduler after which a run gives up."""
COUNTED = 5.0
"""Seconds between two looks at how many workers there are."""
Begin = tuple[int, Begun]


@dataclass(slots=True)
class Cluster:
    """A run on a cluster; ``outcomes`` yields what comes of the documents until all is done."""

    client: Any
    address: str
    work: Work
    plan: Plan
    stopped: Callable[[], bool]
    remark: Callable[[str], None]
    slots: int = 1
    _run: str = field(default_factory=run_name)
    _under_way: dict[Any, list[Begin]] = field(default_factory=dict)
    """Task → its documents."""
    _bytes: int = 0
    _heard: queue.SimpleQueue[Any] = field(default_factory=queue.SimpleQueue)
    _again: deque[list[Begin]] = field(default_factory=deque)
    _alone: deque[list[Begin]] = field(default_factory=deque)
    """Documents that are tried once more when nothing else is under way."""
    _suspects: set[int] = field(default_factory=set)
    _threads: int = 0
    _counted: float = 0.0
    _seen: float = 0.0

    def outcomes(self) -> Generator[Done | Lost, None, None]:
        """Yield what comes of the documents, in the order in which it comes."""
        client = self.client
        with (
            State.opened(self.work.state) as state,
            closing(Journal(journal_path(self.work.state, 0))) as journal,
        ):
            self._greet(client)
            bench = bench_for(self.work, self.plan, state)
            group = Group(bench, journal)
            try:
                yield from self._all(bench.begin, bench.finish, group)
            finally:
                self._leave(client)

    def _greet(self, client: Any) -> None:
        self._threads = threads_of(client) or 0
        self._seen = self._counted = monotonic()
        if self._threads:
            self.remark(f"workers with {self._threads} threads at {self.address}")
        else:
            self.remark(f"{self.address} has no workers yet; waiting for them")

    def _all(
        self,
        begin: Callable[[Any], Begun | Taken],
        finish: Callable[[Begun, Made, float], Taken],
        group: Group,
    ) -> Iterator[Done | Lost]:
        chunks = self._chunks(begin, group)
        more = True
        while not self.stopped():
            while more and self._has_room() and not group.is_full:
                chunk = next(chunks, None)
                more = chunk is not None
                if chunk:
                    self._send(chunk)
            self._send_again(idle=not more)
            for outcome in self._hear():
                if isinstance(outcome, Lost):
                    yield outcome
                else:
                    begun, answer, made = outcome
                    group.add(answer.number, finish(begun, made, answer.seconds))
            if group.is_full or not self._is_busy(more=more):
                yield from (Done(number, 0, place) for number, place in group.finish())
            if not self._is_busy(more=more):
                return

    def _is_busy(self, *, more: bool) -> bool:
        return bool(more or self._under_way or self._again or self._alone)

    def _chunks(self, begin: Callable[[Any], Begun | Taken], group: Group) -> Iterator[list[Begin]]:
        """Yield chunks of what is to be converted; an empty one when others should have their turn."""
        chunk: list[Begin] = []
        size = 0
        for number, step in enumerate(self.plan.steps(), 1):
            begun = begin(step)
            if isinstance(begun, Taken):
                group.add(number, begun)
                if group.is_full:
                    yield []
                continue
            chunk.append((number, begun))
            size += len(begun.given.content)
            if len(chunk) >= MOST or size >= LARGEST:
                yield chunk
                chunk, size = [], 0
        yield chunk

    def _has_room(self) -> bool:
        now = monotonic()
        if now - self._counted > COUNTED:
            self._threads, self._counted = threads_of(self.client) or self._threads, now
        most = max(FEWEST, AT_ONCE * self._threads)
        return len(self._under_way) < most and self._bytes < MOST_BYTES

    def _send(self, chunk: list[Begin]) -> None:
        work = self.work
        documents = tuple((number, begun.job.label, begun.given) for number, begun in chunk)
        manner = Manner(work.options, work.limits, work.convert)
        packed = pickle.dumps(Chunk(self._run, versions_here(), manner, documents))
        task = self._submit(packed)
        self._under_way[task] = chunk
        self._bytes += _size(chunk)
        task.add_done_callback(self._heard.put)

    def _submit(self, packed: bytes) -> Any:
        try:
            return self.client.submit(convert_chunk, packed, pure=False)
        except (OSError, RuntimeError):
            raise self._gone() from None

    def _send_again(self, *, idle: bool) -> None:
        while self._again:
            self._send(self._again.popleft())
        if idle and self._alone and not self._under_way:
            self._send(self._alone.popleft())

    def _hear(self) -> Iterator[tuple[Begun, Answer, Made] | Lost]:
        """Wait a moment for tasks; yield what came of their documents."""
        try:
            task = self._heard.get(timeout=TICK)
        except queue.Empty:
            self._look_for_the_scheduler()
            return
        chunk = self._under_way.pop(task, None)
        if chunk is None:
            return
        self._bytes -= _size(chunk)
        if task.status == "finished":
            yield from self._answered(chunk, task)
        elif task.status == "error":
            yield from self._failed(chunk, task.exception())
        elif not self.stopped():  # lost with the scheduler, or cancelled by somebody else
            self._look_for_the_scheduler()
            self._again.append(chunk)

    def _answered(self, chunk: list[Begin], task: Any) -> Iterator[tuple[Begun, Answer, Made] | Lost]:
        begun = dict(chunk)
        answers: list[Answer] = pickle.loads(task.result())  # noqa: S301 - from the workers that we chose
        for answer in answers:
            if isinstance(answer.made, Made):
                yield begun[answer.number], answer, answer.made
            else:
                yield Lost(answer.number, answer.made, answer.seconds)

    def _failed(self, chunk: list[Begin], error: BaseException) -> Iterator[Lost]:
        """Cut up a chunk whose workers died; anything else is no fault of a document."""
        if type(error).__name__ != "KilledWorker":
            raise NoCluster(f"a worker of the cluster cannot convert: {words_of(error)}")
        number = chunk[0][0]
        if len(chunk) > 1:
            length = -(-len(chunk) // PARTS)
            self._again.extend(chunk[at : at + length] for at in range(0, len(chunk), length))
        elif number not in self._suspects:
            self._suspects.add(number)
            self._alone.append(chunk)
        else:
            yield Lost(number, Code.WORKER_DIED.at(None, how="with the worker of the cluster"), 0.0)

    def _look_for_the_scheduler(self) -> None:
        if self.client.status == "running":
            self._seen = monotonic()
        elif monotonic() - self._seen > SILENCE or self.client.status == "closed":
            raise self._gone()

    def _gone(self) -> NoCluster:
        return NoCluster(
            f"the scheduler at {self.address} does not answer any more; "
            "what was done is kept, run it again when it is there"
        )

    def _leave(self, client: Any) -> None:
        """Let nothing go on for a run that is over."""
        if client.status == "running":
            client.cancel(list(self._under_way), force=True)
            everywhere(client, end_run, self._run)


def _size(chunk: list[Begin]) -> int:
    return sum(len(begun.given.content) for _, begun in chunk)
