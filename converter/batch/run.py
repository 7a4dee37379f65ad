"""A run over an archive: planned, done by workers, recorded in the order of the plan."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from converter.batch.crew import Crew, Done, Lost
from converter.batch.inputs import convert_input
from converter.batch.journal import Entry, Journal, Place, journal_path
from converter.batch.options import Limits, Options
from converter.batch.outputs import OutputFolder
from converter.batch.plan import Plan, make_plan
from converter.batch.record import Line, read_line
from converter.batch.sinks import Nobody, Receiver, Sink
from converter.batch.sinks.delivery import Delivery, ToFolder, ToStore
from converter.batch.sinks.row_files import row_file
from converter.batch.sinks.rows import Desk, Rows, whole_parts
from converter.batch.sinks.store_outputs import Putting
from converter.batch.state import State, take_in_journals
from converter.batch.store_folder import StoreFolder
from converter.batch.stores import Location
from converter.batch.work import Convert, lost
from converter.batch.worker import PLAN, Work

SPOOL = "spool"


def let_be(_words: str) -> None:
    """Let a remark be."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to do."""

    inputs: Sequence[Location]
    out: Location
    options: Options
    limits: Limits = field(default_factory=Limits)
    jobs: int = 1
    convert: Convert = convert_input
    sink: Sink = "folder"
    cluster: str | None = None
    """The address of a scheduler whose workers convert; ``None``: processes of this machine do."""
    remark: Callable[[str], None] = let_be
    """Told what a caller may want to know of a cluster."""


class Engine(Protocol):
    """Who converts."""

    @property
    def slots(self) -> int:
        """How many journals there are."""

    def outcomes(self) -> Generator[Done | Lost, None, None]:
        """Yield what comes of the documents, in the order in which it comes."""


class Run:
    """One run; a context manager. ``lines`` does the work and yields what the report says of each input."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._open = ExitStack()
        self._is_complete = False
        self._client: object = None
        self.total = 0

    def __enter__(self) -> Self:
        order = self._order
        if order.sink != "folder":
            row_file(order.sink)  # what is not installed is told before anything is done
        with ExitStack() as opened:
            if order.cluster is not None:  # before anything is written
                from converter.batch.cluster.connection import connected

                self._client = opened.enter_context(connected(order.cluster))
            self._folder: OutputFolder | StoreFolder = opened.enter_context(_folder(order))
            state = self._folder.state
            plan = make_plan(order.inputs, order.out, str(state / PLAN), state / SPOOL)
            self._plan: Plan = opened.enter_context(plan)
            self.total = self._plan.total
            self._open = opened.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._open:
            if self._is_complete:  # after a run that was stopped the next one does this
                take_in_journals(self._folder.state)

    def lines(self, stopped: Callable[[], bool] = bool) -> Generator[Line, None, None]:
        """Convert everything; yield a line for each input, in the order of the plan.

        ``stopped`` is asked again and again. Once it says yes the run ends; what was done is kept and told.
        """
        state_folder = self._folder.state
        with State.opened(state_folder) as state, self._folder.report() as report:
            work = work_of(self._order, state_folder, state)
            engine = self._engine(work, self._living(stopped))
            with Shelf(state_folder, engine.slots + 1) as shelf:
                receiver = self._receiver(work, state, shelf)
                with closing(engine.outcomes()) as outcomes:
                    yield from self._in_order(outcomes, shelf, report, receiver)
                receiver.finish(complete=not stopped())
        self._is_complete = not stopped()

    def _engine(self, work: Work, stopped: Callable[[], bool]) -> Engine:
        order = self._order
        if order.cluster is None:
            return Crew(work, self.total, max(1, min(order.jobs, self.total)), stopped)
        from converter.batch.cluster.engine import Cluster

        return Cluster(self._client, order.cluster, work, self._plan, stopped, order.remark)

    def _living(self, stopped: Callable[[], bool]) -> Callable[[], bool]:
        """Return the same question, with a sign of life to the store on each asking."""
        folder = self._folder
        if isinstance(folder, OutputFolder):
            return stopped

        def ask() -> bool:
            folder.beat()
            return stopped()

        return ask

    def _receiver(self, work: Work, state: State, shelf: Shelf) -> Receiver:
        remember = self._remember(shelf)
        if work.sink != "folder":
            delivery, kind = _delivery(work.out), row_file(work.sink)
            return Rows(Desk(work.state, state, delivery, kind, work.whole, remember))
        if isinstance(work.out, str):
            return Putting(work.out, work.state, remember)
        return Nobody()

    def _remember(self, shelf: Shelf) -> Callable[[Sequence[Entry]], None]:
        """Return what notes what is about to be delivered: here, and in the store if it goes there."""
        folder = self._folder

        def remember(entries: Sequence[Entry]) -> None:
            shelf.add(entries, sync=True)
            if isinstance(folder, StoreFolder):
                folder.note(entries)

        return remember

    def _in_order(
        self, outcomes: Iterator[Done | Lost], shelf: Shelf, report: BinaryIO, receiver: Receiver
    ) -> Iterator[Line]:
        """Keep what comes too early; what is next goes to the report and to the caller."""
        early: dict[int, tuple[int, Place]] = {}
        following = 1
        for outcome in outcomes:
            early[outcome.number] = self._place(outcome, shelf)
            while following in early:
                yield self._told(following, shelf.read(*early.pop(following)), report, receiver)
                following += 1
        for number in sorted(early):  # of a run that was stopped
            yield self._told(number, shelf.read(*early[number]), report, receiver)

    def _told(self, number: int, entry: Entry, report: BinaryIO, receiver: Receiver) -> Line:
        receiver.take(self._plan.step(number), entry)
        text = entry.report.encode("ascii")
        report.write(text)
        return read_line(text)

    def _place(self, outcome: Done | Lost, shelf: Shelf) -> tuple[int, Place]:
        if isinstance(outcome, Done):
            return outcome.slot, outcome.place
        order = self._order
        step = self._plan.step(outcome.number)
        told = outcome.problem, outcome.seconds
        return shelf.add([lost(step, *told, order.options, order.limits, self._plan.open_beside)])


def _folder(order: Order) -> AbstractContextManager[OutputFolder | StoreFolder]:
    force = order.options.force
    if isinstance(order.out, str):
        return StoreFolder(order.out, force=force)
    return OutputFolder(order.out, force=force)


def _delivery(out: Location) -> Delivery:
    return ToStore(out) if isinstance(out, str) else ToFolder(out)


def work_of(order: Order, state_folder: Path, state: State) -> Work:
    """Return what workers have to know of an order."""
    whole: frozenset[str] = frozenset()
    if order.sink != "folder" and not order.options.force:
        whole = whole_parts(state, _delivery(order.out), row_file(order.sink).ending)
    return Work(order.out, state_folder, order.options, order.limits, order.convert, order.sink, whole)


class Shelf:
    """The journals of a run, read by the parent; the last of them is its own. A context manager."""

    def __init__(self, state: Path, count: int) -> None:
        self._state = state
        self._own = count - 1
        self._journals: dict[int, Journal] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for journal in self._journals.values():
            journal.close()

    def read(self, number: int, place: Place) -> Entry:
        """Return the line that stands at a place of a journal."""
        return self._journal(number).read(place)

    def add(self, entries: Sequence[Entry], *, sync: bool = False) -> tuple[int, Place]:
        """Write to the journal of the parent; return where the first line is."""
        journal = self._journal(self._own)
        place, *_ = journal.add(entries)
        if sync:
            journal.sync()
        return self._own, place

    def _journal(self, number: int) -> Journal:
        if number not in self._journals:
            self._journals[number] = Journal(journal_path(self._state, number))
        return self._journals[number]
