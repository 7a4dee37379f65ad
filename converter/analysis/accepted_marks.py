"""Which marks of the running text are markers: those of the styles that this document uses for notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.analysis.labels import ANSWERS, Mark, Plan
from converter.analysis.note_drafts import STRONG, ByLabel, NoteDraft, numberings_of
from converter.analysis.numberings import Count


def accept_marks(
    plan: Plan, marks: Sequence[Mark], notes: Sequence[NoteDraft], by_label: ByLabel
) -> list[Mark]:
    """Leave out the styles that this document does not use for its notes."""
    hits = Counter(mark.style for mark in marks if mark.label in by_label)
    answers = ANSWERS.get(plan.style or "", ())
    used = [style for style in answers if hits[style]]
    main = max(used, key=lambda style: (hits[style], -answers.index(style)), default=None)
    by_main = {mark.label for mark in marks if mark.style == main}
    count = Count([numbering for _, numbering in numberings_of(notes)])
    following = _following(marks, main)
    taken: list[Mark] = []
    end = (-1, -1)
    for number, mark in enumerate(marks):
        if (mark.passage, mark.start) < end:
            continue
        known = mark.label in by_label
        if mark.style not in STRONG:
            if not known or not _goes_on(number, marks, main, count, following[number], by_label):
                continue
        elif mark.style == "raised" and main != "raised" and (mark.label in by_main or not known):
            continue  # km² in a text whose markers look like [2]
        if known and mark.label.isdecimal():
            count.take(int(mark.label))
        taken.append(mark)
        end = (mark.passage, mark.end)
    return taken


def _goes_on(
    number: int,
    marks: Sequence[Mark],
    main: str | None,
    count: Count,
    following: int | None,
    by_label: ByLabel,
) -> bool:
    """Tell whether a mark that may be something else goes on with the others."""
    mark = marks[number]
    if mark.style == "listed":
        return all(one.label in by_label for one in _list_of(number, marks))
    if not mark.label.isdecimal():
        return mark.style == "alpha"
    return mark.style == main and count.goes_on(int(mark.label), following)


def _list_of(number: int, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks that stand in one pair of brackets."""
    first = number
    while first and _touch(marks[first - 1], marks[first]):
        first -= 1
    last = number
    while last + 1 < len(marks) and _touch(marks[last], marks[last + 1]):
        last += 1
    return [*marks[first : last + 1]]


def _touch(before: Mark, mark: Mark) -> bool:
    return before.style == mark.style == "listed" and (before.passage, before.end) == (
        mark.passage,
        mark.start,
    )


def _following(marks: Sequence[Mark], style: str | None) -> list[int | None]:
    """Return, for each mark, the label of the next one of a style."""
    following: list[int | None] = []
    value: int | None = None
    for mark in reversed(marks):
        following.append(value)
        if mark.style == style and mark.label.isdecimal():
            value = int(mark.label)
    return following[::-1]
