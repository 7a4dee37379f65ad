"""What stands where: every passage with its region, cut paragraphs joined, and the marks and labels of notes in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.analysis import regions
from converter.analysis.cuts import join_cut_paragraphs, joined
from converter.analysis.features import score_passages
from converter.analysis.labels import Plan, plan_notes
from converter.analysis.ledger import Ledger
from converter.analysis.lines import Lines
from converter.analysis.passages import Passage
from converter.diagnostics import Code
from converter.model import Furniture
from converter.profiles import Profile

DOUBT = 1.0
"""A reading whose margin is below this is reported."""

WORTH_REPORTING = 12
"""Characters of a passage below which the doubt about its region is not worth a finding."""


@dataclass(slots=True)
class Layout:
    """The passages in order, each with its region; labels and marks count in these passages."""

    passages: list[Passage]
    labels: list[str]
    plan: Plan
    furniture: list[Furniture]

    def numbers(self, *labels: str) -> list[int]:
        """Return the numbers of the passages of these regions."""
        return [number for number, label in enumerate(self.labels) if label in labels]


def read_layout(lines: Lines, profile: Profile, ledger: Ledger) -> Layout:
    """Find the best whole reading of the document."""
    passages = lines.passages
    plan = plan_notes(passages)
    readings = regions.best_reading(score_passages(passages, plan, profile))
    for passage, reading in zip(passages, readings, strict=True):
        if reading.margin < DOUBT and reading.runner_up and len(passage.text) > WORTH_REPORTING:
            ledger.find(Code.REGIONS_UNCERTAIN, passage.flow.whole(), label=reading.label, runner_up=reading.runner_up)
    labels = [reading.label for reading in readings]
    return _with_joined_paragraphs(passages, labels, plan, lines.furniture, ledger)


def _with_joined_paragraphs(
    passages: list[Passage], labels: Sequence[str], plan: Plan, furniture: list[Furniture], ledger: Ledger
) -> Layout:
    groups = _groups(passages, labels, furniture, ledger)
    if all(len(group) == 1 for group in groups) and len(groups) == len(passages):
        return Layout(passages, list(labels), plan, furniture)
    new_passages: list[Passage] = []
    places: dict[int, tuple[int, int]] = {}
    for group in groups:
        passage, begins = joined(passages, group)
        places |= {number: (len(new_passages), begin) for number, begin in zip(group, begins, strict=True)}
        new_passages.append(passage)
    moved = _moved(plan, places)
    return Layout(new_passages, [labels[group[0]] for group in groups], moved, furniture)


def _groups(passages: list[Passage], labels: Sequence[str], furniture: list[Furniture], ledger: Ledger) -> list[list[int]]:
    """Return the passages that are one, over every stretch of body text."""
    groups: list[list[int]] = []
    at = 0
    while at < len(passages):
        end = at
        while end < len(passages) and labels[end] == regions.BODY:
            end += 1
        if end == at:
            groups.append([at])
            at += 1
            continue
        found = join_cut_paragraphs(passages[at:end], furniture, ledger)
        groups += [[number + at for number in group] for group in found]
        at = end
    return groups


def _moved(plan: Plan, places: dict[int, tuple[int, int]]) -> Plan:
    """Count labels and marks in the joined passages; those in what became furniture go with it."""
    starts = {}
    for number, start in plan.starts.items():
        if number in places and places[number][1] == 0:
            starts[places[number][0]] = start._replace(passage=places[number][0])
    marks = [
        mark._replace(passage=places[mark.passage][0], start=mark.start + places[mark.passage][1], end=mark.end + places[mark.passage][1])
        for mark in plan.marks
        if mark.passage in places
    ]
    return Plan(plan.style, starts, marks)
