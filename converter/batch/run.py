"""A run over an archive: planned, done by workers, recorded in the order of the plan."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from converter.batch.crew import Crew, Done, Lost
from converter.batch.inputs import convert_input
from converter.batch.journal import Entry, Journal, Place, journal_path
from converter.batch.options import Limits, Options
from converter.batch.outputs import OutputFolder
from converter.batch.plan import Plan, make_plan
from converter.batch.record import Line, read_line
from converter.batch.state import take_in_journals
from converter.batch.stores import Location
from converter.batch.work import Convert, lost
from converter.batch.worker import Work

PLAN = "plan.db"
SPOOL = "spool"


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to do."""

    inputs: Sequence[Location]
    out: Path
    options: Options
    limits: Limits = field(default_factory=Limits)
    jobs: int = 1
    convert: Convert = convert_input


class Run:
    """One run; a context manager. ``lines`` does the work and yields what the report says of each input."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._open = ExitStack()
        self._is_complete = False
        self.total = 0

    def __enter__(self) -> Self:
        order = self._order
        with ExitStack() as opened:
            self._folder = opened.enter_context(OutputFolder(order.out, force=order.options.force))
            database = self._folder.state / PLAN
            self._plan: Plan = opened.enter_context(
                make_plan(order.inputs, order.out, str(database), self._folder.state / SPOOL)
            )
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
        order = self._order
        work = Work(order.out, self._folder.state / PLAN, order.options, order.limits, order.convert)
        jobs = max(1, min(order.jobs, self.total))
        crew = Crew(work, self.total, jobs, stopped)
        with self._folder.report() as report, Shelf(self._folder.state, jobs + 1) as shelf:
            yield from self._in_order(crew.outcomes(), shelf, report)
        self._is_complete = not stopped()

    def _in_order(self, outcomes: Iterator[Done | Lost], shelf: Shelf, report: BinaryIO) -> Iterator[Line]:
        """Keep what comes too early; what is next goes to the report and to the caller."""
        early: dict[int, tuple[int, Place]] = {}
        following = 1
        for outcome in outcomes:
            early[outcome.number] = self._place(outcome, shelf)
            while following in early:
                text = shelf.read(*early.pop(following)).encode("ascii")
                following += 1
                report.write(text)
                yield read_line(text)
        for number in sorted(early):  # of a run that was stopped
            text = shelf.read(*early[number]).encode("ascii")
            report.write(text)
            yield read_line(text)

    def _place(self, outcome: Done | Lost, shelf: Shelf) -> tuple[int, Place]:
        if isinstance(outcome, Done):
            return outcome.slot, outcome.place
        order = self._order
        step = self._plan.step(outcome.number)
        return shelf.add(
            lost(
                *(step, outcome.problem, outcome.seconds),
                *(order.options, order.limits, self._plan.open_beside),
            )
        )


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

    def read(self, number: int, place: Place) -> str:
        """Return the line of the report that stands at a place of a journal."""
        return self._journal(number).read(place).report

    def add(self, entry: Entry) -> tuple[int, Place]:
        """Write to the journal of the parent; return where."""
        (place,) = self._journal(self._own).add([entry])
        return self._own, place

    def _journal(self, number: int) -> Journal:
        if number not in self._journals:
            self._journals[number] = Journal(journal_path(self._state, number))
        return self._journals[number]
