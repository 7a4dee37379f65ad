"""Which note each marker refers to: marks and notes are matched as sequences, leftovers are kept and reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from converter.analysis.labels import ANSWERS, Mark, Plan, Start
from converter.analysis.ledger import Ledger
from converter.analysis.passages import Passage
from converter.diagnostics import Code

STRONG = frozenset({"caret", "bracket", "raised", "star"})
"""Styles that mean a note even out of order; figures in parentheses or glued to words do not."""

FARTHEST = 5
"""A marker without a note may be that far above the last label."""

LARGEST_LABEL = 999
"""A figure in brackets above it is a year or a quantity."""


@dataclass(slots=True)
class NoteDraft:
    """A note before its id and content are settled."""

    start: Start
    passages: list[int]
    run: int = 0
    """Which numbering it belongs to, where numbering begins anew by section."""
    marks: list[Mark] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.start.label


@dataclass(slots=True)
class Matched:
    """Marks that are markers, in reading order, each with its note (``None``: there is none)."""

    markers: list[tuple[Mark, NoteDraft | None]]


def match_markers(plan: Plan, notes: Sequence[NoteDraft], text_passages: frozenset[int], passages: Sequence[Passage], ledger: Ledger) -> Matched:
    """Match the marks of front and body to the notes."""
    _number_runs(notes)
    marks = [mark for mark in plan.marks if mark.passage in text_passages]
    by_label: dict[str, list[NoteDraft]] = {}
    for note in notes:
        by_label.setdefault(note.label, []).append(note)
    accepted = _accept(plan, marks, by_label)
    matched = Matched([])
    state = _Position()
    for mark in accepted:
        note = _note_for(mark, by_label, state)
        if note is None and not _is_orphan(mark, accepted, by_label):
            if mark.style in ("bracket", "raised") and mark.label.isdigit() and int(mark.label) <= LARGEST_LABEL and by_label:
                _report(ledger, passages, mark, Code.MARKER_KEPT_AS_TEXT)
            continue
        matched.markers.append((mark, note))
        if note is None:
            _report(ledger, passages, mark, Code.ORPHAN_MARKER)
        else:
            _take(note, mark, state, ledger, passages)
    return matched


@dataclass(slots=True)
class _Position:
    """How far the numbering has come."""

    run: int = 0
    last: int = 0


def _number_runs(notes: Sequence[NoteDraft]) -> None:
    """Count the numberings: a label that is not above the one before it begins a new one."""
    run, last = 0, 0
    for note in notes:
        if not note.label.isdigit():
            note.run = run
            continue
        if int(note.label) <= last and (int(note.label) == 1 or int(note.label) == last):
            run += 1
        last = int(note.label)
        note.run = run


def _accept(plan: Plan, marks: Sequence[Mark], by_label: Mapping[str, Sequence[NoteDraft]]) -> list[Mark]:
    """Leave out the styles that this document does not use for its notes."""
    hits = Counter(mark.style for mark in marks if mark.label in by_label)
    answers = ANSWERS.get(plan.style or "", ())
    main = max((style for style in answers if hits[style]), key=lambda style: (hits[style], -answers.index(style)), default=None)
    taken: list[Mark] = []
    end = (-1, -1)
    expected = 1
    for mark in marks:
        if (mark.passage, mark.start) < end:
            continue
        weak = mark.style not in STRONG
        if weak and (mark.style != main or not _fits(mark, expected, by_label)):
            continue
        if mark.label.isdigit() and mark.label in by_label:
            expected = max(expected, int(mark.label) + 1)
        taken.append(mark)
        end = (mark.passage, mark.end)
    return taken


def _fits(mark: Mark, expected: int, by_label: Mapping[str, Sequence[NoteDraft]]) -> bool:
    """Tell whether a weak mark is the next of its sequence (one may be missing)."""
    if mark.label not in by_label:
        return False
    first = min((int(label) for label in by_label if label.isdigit()), default=1)
    return max(expected, first) <= int(mark.label) <= max(expected, first) + 1


def _note_for(mark: Mark, by_label: Mapping[str, Sequence[NoteDraft]], state: _Position) -> NoteDraft | None:
    candidates = by_label.get(mark.label, ())
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    following = [note for note in candidates if note.start.passage > mark.passage] or list(candidates)
    if len(following) < len(candidates):  # notes stand behind each section: the next ones are meant
        return following[0]
    current = [note for note in following if note.run >= state.run]
    same = [note for note in current if note.run == state.run]
    if mark.label.isdigit() and int(mark.label) <= state.last and same and same[0].marks:
        later = [note for note in current if note.run > state.run]
        return later[0] if later else same[0]
    return (same or current or following)[0]


def _is_orphan(mark: Mark, accepted: Sequence[Mark], by_label: Mapping[str, Sequence[NoteDraft]]) -> bool:
    """Tell whether a mark without a note is a marker all the same: its label continues the sequence of the others."""
    if mark.style in ("caret", "star"):
        return mark.style == "caret"
    if not mark.label.isdigit() or int(mark.label) > LARGEST_LABEL or mark.style not in STRONG:
        return False
    known = {int(label) for label in by_label if label.isdigit()} | {
        int(other.label) for other in accepted if other.style == mark.style and other.label.isdigit() and other is not mark
    }
    value = int(mark.label)
    if value - 1 in known or value + 1 in known or value == 1:
        return True
    return len(known) >= 2 and min(known) <= value <= max(known) + FARTHEST


def _take(note: NoteDraft, mark: Mark, state: _Position, ledger: Ledger, passages: Sequence[Passage]) -> None:
    if note.label.isdigit():
        value = int(note.label)
        if note.run == state.run and value < state.last and not note.marks:
            _report(ledger, passages, mark, Code.MARKER_ORDER)
        state.last = value if note.run > state.run else max(state.last, value)
        state.run = max(state.run, note.run)
    if mark.style == "glued":
        _report(ledger, passages, mark, Code.MARKER_UNCERTAIN, label=note.label)
    note.marks.append(mark)


def _report(ledger: Ledger, passages: Sequence[Passage], mark: Mark, code: Code, **values: object) -> None:
    flow = passages[mark.passage].flow
    ledger.find(code, flow.span(mark.start, mark.end), literal=flow.text[mark.start : mark.end], **values)
