"""Which note each marker refers to: both are matched as sequences, leftovers are kept and reported."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

import msgspec

from converter.analysis.accepted_marks import accept_marks
from converter.analysis.labels import Mark, Plan, is_behind_figure
from converter.analysis.ledger import Ledger
from converter.analysis.native_notes import NATIVE
from converter.analysis.note_drafts import STRONG, ByLabel, NoteDraft, numberings_of
from converter.analysis.numberings import Label, assign, counted_again
from converter.analysis.passages import Passage
from converter.diagnostics import Code

FARTHEST = 5
"""A marker without a note may be that far above the last label."""

COUNTED = 0.7
"""Share of the labels between the last note and a marker far above it that must be there."""

LARGEST_LABEL = 999
"""A figure in brackets above it is a year or a quantity."""


class Match(msgspec.Struct, frozen=True, gc=False):
    """A marker with its note (``None``: there is none)."""

    mark: Mark
    note: NoteDraft | None


def match_markers(
    plan: Plan,
    notes: Sequence[NoteDraft],
    running: frozenset[int],
    passages: Sequence[Passage],
    ledger: Ledger,
) -> list[Match]:
    """Match the marks in running text to the notes; return those that are markers, in order."""
    number_runs(notes)
    by_label: dict[str, list[NoteDraft]] = {}
    for note in notes:
        by_label.setdefault(note.label, []).append(note)
    accepted = accept_marks(plan, [mark for mark in plan.marks if mark.passage in running], notes, by_label)
    matcher = _Matcher(notes, by_label, accepted, passages, ledger)
    return [match for number in range(len(accepted)) if (match := matcher.match(number))]


def number_runs(notes: Sequence[NoteDraft]) -> None:
    """Count the numberings: the first label again, or one that the numbering has, begins a new one."""
    run, last, seen = 0, 0, set[int]()
    for note in notes:
        if note.label.isdecimal():
            number = int(note.label)
            if number <= last and (number == 1 or number in seen):
                run, seen = run + 1, set()
            last = number
            seen.add(number)
        note.run = run


def _runs_of(
    marks: Sequence[Mark], notes: Sequence[NoteDraft], passages: Sequence[Passage]
) -> tuple[dict[int, int], frozenset[int]]:
    """Return the run that each marker belongs to, where there are several, and which markers are doubtful."""
    runs: dict[int, int] = {}
    doubtful: set[int] = set()
    for native in (True, False):
        own = [note for note in notes if (note.start.style == NATIVE) == native] or notes
        numbers = [
            number
            for number, mark in enumerate(marks)
            if (mark.style == NATIVE) == native and _is_number(mark.label)
        ]
        labels = [
            Label(int(marks[at].label), passages[marks[at].passage].flow.place(marks[at].start))
            for at in numbers
        ]
        numberings = numberings_of(own)
        if not (labels and numberings):
            continue
        chosen = assign(labels, [numbering for _, numbering in numberings])
        if len(numberings) > 1:
            runs.update(zip(numbers, (numberings[at][0] for at in chosen), strict=True))
        doubtful.update(numbers[at] for at in counted_again(labels, chosen))
    return runs, frozenset(doubtful)


class _Matcher:
    """Walks the marks in reading order; knows how far the numbering has come."""

    def __init__(
        self,
        notes: Sequence[NoteDraft],
        by_label: ByLabel,
        accepted: Sequence[Mark],
        passages: Sequence[Passage],
        ledger: Ledger,
    ) -> None:
        self.by_label = by_label
        self.accepted = accepted
        self.passages = passages
        self.ledger = ledger
        self.run = 0
        self.last = 0
        self.runs, self.doubtful = _runs_of(accepted, notes, passages)
        self._numbers: dict[str, tuple[Counter[int], list[int]]] = {}
        self._candidates: dict[tuple[str, bool], Sequence[NoteDraft]] = {}

    def match(self, number: int) -> Match | None:
        """Return a mark with its note, or ``None`` when it stays text."""
        mark = self.accepted[number]
        candidates = self._of_one_nature(mark)
        note = self._note_for(number, candidates)
        if note:
            self._take(note, mark, doubtful=number in self.doubtful)
            return Match(mark, note)
        if candidates or self._is_orphan(mark):
            self._report(mark, Code.ORPHAN_MARKER)
            return Match(mark, None)
        if mark.style in ("bracket", "raised") and self.by_label and _is_number(mark.label):
            self._report(mark, Code.MARKER_KEPT_AS_TEXT)
        return None

    def _note_for(self, number: int, candidates: Sequence[NoteDraft]) -> NoteDraft | None:
        """Return the note of the marker's own numbering, or else the next with its label."""
        if number in self.runs:
            at = bisect_left(candidates, self.runs[number], key=_run_of)
            found = candidates[at : at + 1]
            return found[0] if found and found[0].run == self.runs[number] else None
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        at = bisect_right(candidates, self.accepted[number].passage, key=_passage_of)
        following = range(at, len(candidates)) or range(1)
        unused = next((one for one in following if not candidates[one].marks), following[0])
        return candidates[unused]

    def _of_one_nature(self, mark: Mark) -> Sequence[NoteDraft]:
        """Prefer the format's own notes for its own markers, and notes typed by hand for typed marks."""
        notes = self.by_label.get(mark.label, ())
        if len(notes) < 2:
            return notes
        native = mark.style == NATIVE
        if (found := self._candidates.get((mark.label, native))) is None:
            found = [note for note in notes if (note.start.style == NATIVE) == native] or notes
            self._candidates[mark.label, native] = found
        return found

    def _is_orphan(self, mark: Mark) -> bool:
        """Tell whether a mark without a note is a marker: its label continues the others' sequence."""
        if mark.style in (NATIVE, "caret", "star"):
            return mark.style != "star"
        if not mark.label.isdecimal() and mark.style == "bracket":
            letters = [label for label in self.by_label if label.isalpha()]
            return len(letters) > 1 and (len(mark.label) == 1) == (
                len(min(letters, key=len)) == 1 == len(max(letters, key=len))
            )
        if not _is_number(mark.label) or mark.style not in STRONG:
            return False
        counts, ordered = self._numbers_of(mark.style)
        value = int(mark.label)
        if self._is_far(value, counts):
            return False
        if value == 1 or value - 1 in counts or value + 1 in counts:
            return True
        others = len(ordered) - (counts[value] == 1)
        if others < 2:
            return False
        if counts[value] > 1:
            return ordered[0] <= value <= ordered[-1] + FARTHEST
        at = bisect_left(ordered, value)
        highest = ordered[-1] if ordered[-1] != value else ordered[-2]
        return at > 0 and value <= highest + FARTHEST

    def _is_far(self, value: int, counts: Counter[int]) -> bool:
        """Tell whether a label is far above those of the notes, and no markers count up to it."""
        highest = max((int(label) for label in self.by_label if label.isdecimal()), default=value)
        between = range(highest + 1, value)
        return value > highest + FARTHEST and sum(one in counts for one in between) < COUNTED * len(between)

    def _numbers_of(self, style: str) -> tuple[Counter[int], list[int]]:
        """Return the numbers of the notes and of a style's marks: how often each stands, and in order."""
        if style not in self._numbers:
            counts = Counter(
                int(mark.label) for mark in self.accepted if mark.style == style and mark.label.isdecimal()
            )
            counts.update(int(label) for label in self.by_label if label.isdecimal())
            self._numbers[style] = counts, sorted(counts)
        return self._numbers[style]

    def _take(self, note: NoteDraft, mark: Mark, *, doubtful: bool) -> None:
        in_turn = True
        if note.label.isdecimal():
            value = int(note.label)
            in_turn = value == self.last + 1 or note.run > self.run
            if note.run == self.run and value < self.last and not note.marks:
                self._report(mark, Code.MARKER_ORDER)
            self.last = value if note.run > self.run else max(self.last, value)
            self.run = max(self.run, note.run)
        number_end = is_behind_figure(self.passages[mark.passage].text, mark.start)
        if doubtful or (mark.style == "glued" and (number_end or not in_turn)):
            self._report(mark, Code.MARKER_UNCERTAIN, note.label)
        note.marks.append(mark)

    def _report(self, mark: Mark, code: Code, label: str = "") -> None:
        flow = self.passages[mark.passage].flow
        literal = flow.text[mark.start : mark.end]
        self.ledger.find(code, flow.span(mark.start, mark.end), literal=literal, label=label)


def _is_number(label: str) -> bool:
    return label.isdecimal() and int(label) <= LARGEST_LABEL


def _passage_of(note: NoteDraft) -> int:
    return note.start.passage


def _run_of(note: NoteDraft) -> int:
    return note.run
