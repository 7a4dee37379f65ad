"""What a run would do, found out without changing anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converter.batch.files import STATE_FOLDER
from converter.batch.freshness import Freshness
from converter.batch.inputs import read_input
from converter.batch.lock import Busy, is_locked
from converter.batch.outputs import LOCK
from converter.batch.plan import Plan, make_plan
from converter.batch.run import Order
from converter.batch.state import State
from converter.batch.steps import Job, Refusal, Step
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
    state_folder = order.out / STATE_FOLDER
    if is_locked(state_folder / LOCK):
        raise Busy(order.out, "")
    with make_plan(order.inputs, order.out) as plan, State.looked_at(state_folder) as state:
        freshness = Freshness(order.out, state, order.options, order.limits)
        for step in plan.steps():
            yield _prospect(step, freshness, plan)


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
