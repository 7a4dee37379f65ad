"""What stands where: every passage with its region, cut paragraphs joined, marks and labels of notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.analysis import regions
from converter.analysis.cuts import goes_on, join_cut_paragraphs, joined
from converter.analysis.features import score_passages
from converter.analysis.head_keys import MOST as LEARNED
from converter.analysis.head_scores import with_learned
from converter.analysis.hints import gather_hints
from converter.analysis.label_styles import plan_notes
from converter.analysis.labels import Mark, Plan, Start
from converter.analysis.ledger import Ledger
from converter.analysis.lines import Lines
from converter.analysis.native_notes import with_native_notes
from converter.analysis.passages import Passage
from converter.analysis.reading_signs import signs_of
from converter.diagnostics import Code
from converter.model import Furniture
from converter.profiles import Profile
from converter.profiles.judge import load_judge

DOUBT = 1.0
"""A reading whose margin is below this is reported."""

HEAD_DOUBT, SHORTEST_VALUE = 2.0, 3
"""The same for lines of the head, from which values are read, and the letters of such a value."""

FEWEST_JUDGED = 9
"""Passages of the shortest page that the judge has seen any like of."""

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
    plan = with_native_notes(plan_notes(passages), passages)
    hints = gather_hints(passages, plan, profile)
    scores = score_passages(passages, hints)
    readings = regions.best_reading(with_learned(scores, passages, hints))
    for number, (passage, reading) in enumerate(zip(passages, readings, strict=True)):
        if reading.runner_up and _is_doubtful(passage, reading, in_head=number < LEARNED):
            ledger.find(
                Code.REGIONS_UNCERTAIN,
                passage.flow.whole(),
                label=reading.label,
                runner_up=reading.runner_up,
            )
    _report_title_below(passages, readings, ledger)
    _report_doubts(passages, readings, plan, profile, ledger)
    labels = [reading.label for reading in readings]
    return _with_joined_paragraphs(passages, labels, plan, lines.furniture, ledger)


def _is_doubtful(passage: Passage, reading: regions.Reading, *, in_head: bool) -> bool:
    """Tell whether another reading is so near that it is to be told; where a value may stand, sooner."""
    if in_head and not regions.FRONT.isdisjoint((reading.label, reading.runner_up)):
        return reading.margin < HEAD_DOUBT and len(passage.text) >= SHORTEST_VALUE
    return reading.margin < DOUBT and len(passage.text) > WORTH_REPORTING


def _report_doubts(
    passages: Sequence[Passage],
    readings: Sequence[regions.Reading],
    plan: Plan,
    profile: Profile,
    ledger: Ledger,
) -> None:
    """Report each passage of which the judge says that such are often read wrongly."""
    if len(passages) < FEWEST_JUDGED:
        return
    judge = load_judge()
    all_signs = signs_of(passages, readings, plan, profile)
    for passage, reading, signs in zip(passages, readings, all_signs, strict=True):
        for code, opinion in (
            (Code.PARAGRAPH_UNCERTAIN, judge.paragraphs),
            (Code.NOTE_UNCERTAIN, judge.notes),
        ):
            value = opinion.doubt(signs)
            if value >= opinion.least:
                share = round(100 * value)
                ledger.find(code, passage.flow.whole(), label=reading.label, share=share)


def _with_joined_paragraphs(
    passages: list[Passage], labels: list[str], plan: Plan, furniture: list[Furniture], ledger: Ledger
) -> Layout:
    groups = _join_over_notes(_groups(passages, labels, furniture, ledger), passages, labels, ledger)
    if len(groups) == len(passages):
        return Layout(passages, labels, plan, furniture)
    new_passages: list[Passage] = []
    places: dict[int, tuple[int, int]] = {}
    for group in groups:
        if len(group) == 1:
            places[group[0]] = (len(new_passages), 0)
            new_passages.append(passages[group[0]])
            continue
        passage, begins = joined(passages, group)
        for number, begin in zip(group, begins, strict=True):
            places[number] = (len(new_passages), begin)
        new_passages.append(passage)
    return Layout(new_passages, [labels[group[0]] for group in groups], _moved(plan, places), furniture)


def _groups(
    passages: list[Passage], labels: Sequence[str], furniture: list[Furniture], ledger: Ledger
) -> list[Sequence[int]]:
    """Return the passages that are one, over every stretch of body text."""
    groups: list[Sequence[int]] = []
    at = 0
    while at < len(passages):
        end = at
        while end < len(passages) and labels[end] == regions.BODY:
            end += 1
        if end == at:
            groups.append((at,))
            at += 1
            continue
        groups += join_cut_paragraphs(passages, range(at, end), furniture, ledger)
        at = end
    return groups


def _join_over_notes(
    groups: Sequence[Sequence[int]], passages: Sequence[Passage], labels: Sequence[str], ledger: Ledger
) -> list[Sequence[int]]:
    """Join a paragraph that goes on behind the notes at the end of its page."""
    found: list[Sequence[int]] = []
    body, noted = -1, False
    for group in groups:
        label = labels[group[0]]
        if label == regions.BODY:
            if body >= 0 and noted and goes_on(passages[found[body][-1]], passages[group[0]], ledger):
                found[body] = [*found[body], *group]
            else:
                body = len(found)
                found.append(group)
            noted = False
            continue
        noted = label == regions.NOTE
        body = body if label in (regions.NOTE, regions.NOTES) else -1
        found.append(group)
    return found


def _moved(plan: Plan, places: dict[int, tuple[int, int]]) -> Plan:
    """Count labels and marks in the joined passages; those in what became furniture go with it."""
    starts: dict[int, Start] = {}
    for number, label_start in plan.starts.items():
        place = places.get(number)
        if place and place[1] == 0:
            starts[place[0]] = Start(place[0], label_start.style, label_start.label, label_start.end)
    marks: list[Mark] = []
    for mark in plan.marks:
        place = places.get(mark.passage)
        if place:
            marks.append(Mark(place[0], mark.style, mark.label, mark.start + place[1], mark.end + place[1]))
    return Plan(plan.style, starts, marks)


def _report_title_below(
    passages: Sequence[Passage], readings: Sequence[regions.Reading], ledger: Ledger
) -> None:
    """Report a title between two bylines, the first in doubt: that may be the title, this its subtitle."""
    labels = [reading.label for reading in readings]
    title = labels.index(regions.TITLE) if regions.TITLE in labels else 0
    if regions.BYLINE not in labels[:title] or regions.BYLINE not in labels[title:]:
        return
    above = passages[labels.index(regions.BYLINE)].flow.whole()
    place = passages[title].flow.whole()
    if ledger.is_doubted(above) and not ledger.is_doubted(place):
        ledger.find(Code.REGIONS_UNCERTAIN, place, label=regions.TITLE, runner_up=regions.SUBTITLE)
