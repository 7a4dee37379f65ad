"""Notes of which the format itself says that they are such: Word's footnotes, linked notes of a web page."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from converter.analysis.labels import Mark, Plan, Start
from converter.analysis.passages import Passage
from converter.normalizers.labels import bare_label

NATIVE = "native"
"""The style of their labels and marks."""


def with_native_notes(plan: Plan, passages: Sequence[Passage]) -> Plan:
    """Add them to the plan; their markers take the place of what only looks like a mark there."""
    starts = dict(plan.starts)
    for number, passage in enumerate(passages):
        if passage.note and (end := _end_of_label(passage)):
            starts[number] = Start(number, NATIVE, passage.note, end)
    labels = {start.label for start in starts.values() if start.style == NATIVE}
    if not labels:
        return plan
    marks = [
        mark
        for number, passage in enumerate(passages)
        for mark in _marks(number, passage, starts[number].end if number in starts else 0, labels)
    ]
    taken = {(mark.passage, at) for mark in marks for at in range(mark.start, mark.end)}
    marks += [mark for mark in plan.marks if (mark.passage, mark.start) not in taken]
    marks.sort(key=lambda mark: (mark.passage, mark.start))
    return Plan(plan.style, dict(sorted(starts.items())), marks)


def _end_of_label(passage: Passage) -> int:
    """Return where the label ends; 0 where a note only goes on."""
    flow = passage.flow
    if not flow.runs[0].marker:
        return 0
    end = flow.starts[1] if len(flow.starts) > 1 else len(flow.text)
    return end + len(flow.text[end:]) - len(flow.text[end:].lstrip())


def _marks(number: int, passage: Passage, begin: int, labels: Container[str]) -> Iterator[Mark]:
    for start, end, run in passage.flow.run_places():
        label = bare_label(passage.text[start:end])
        if run.marker and start >= begin and (label in labels or label.isdecimal()):
            yield Mark(number, NATIVE, label, start, end)
