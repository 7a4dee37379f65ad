"""What a run would do, found out without changing anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from converter.batch.files import STATE_FOLDER
from converter.batch.freshness import Freshness
from converter.batch.inputs import read_input
from converter.batch.lock import Busy, is_locked
from converter.batch.outputs import LOCK
from converter.batch.plan import Plan, make_plan
from converter.batch.run import Order, work_of
from converter.batch.state import State
from converter.batch.steps import Job, Refusal, Step
from converter.batch.store_folder import StoreFolder
from converter.batch.worker import bench_for
from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput


@dataclass(frozen=True, slots=True)
class Prospect:
    """One input: why it would be converted, or what stands against that, or neither if it is up to date."""

    path: str
    reason: str | None = None
    problem: Diagnostic | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether the file is no input at all."""
        return self.problem is not None and self.problem.code == Code.FILE_SKIPPED.code


def preview(order: Order) -> Iterator[Prospect]:
    """Yield what would become of each input, in the order of the plan."""
    with (
        _looked_at(order) as state_folder,
        make_plan(order.inputs, order.out) as plan,
        State.looked_at(state_folder) as state,
    ):
        work = work_of(order, state_folder, state)
        freshness = bench_for(work, plan, state).freshness
        for step in plan.steps():
            yield _prospect(step, freshness, plan)


@contextmanager
def _looked_at(order: Order) -> Iterator[Path]:
    """Find the state of the output folder, which must not change meanwhile."""
    if isinstance(order.out, str):
        with StoreFolder(order.out, force=order.options.force).looked_at() as state_folder:
            yield state_folder
        return
    state_folder = order.out / STATE_FOLDER
    if is_locked(state_folder / LOCK):
        raise Busy(order.out, "")
    yield state_folder


def _prospect(step: Step, freshness: Freshness, plan: Plan) -> Prospect:
    if isinstance(step, Refusal):
        return Prospect(step.label, problem=step.diagnostic)
    return _of_job(step, freshness, plan)


def _of_job(job: Job, freshness: Freshness, plan: Plan) -> Prospect:
    try:
        given = read_input(job, plan.open_beside)
    except UnreadableInput as error:
        return Prospect(job.label, problem=error.diagnostic)
    return Prospect(job.label, freshness.reason(job, given)[0])
