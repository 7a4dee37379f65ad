"""Which numbering each marker belongs to, where the notes are numbered anew by section or by page.

The notes come in numberings, each counting up from its first label; the markers do as well, but one may be
missing, or refer to a note again. So the best whole assignment is sought: both in their order, with a price
for every note passed over, every label met again, every list of notes passed by.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, pairwise

import msgspec

AGAIN = 1.5
"""Price of a label that the numbering has passed already."""

PASSED_OVER = 0.4
"""Price of each note passed over; of three at most."""

LATE = 0.5
"""Price of a numbering that does not begin with its first label."""

UNUSED = 0.5
"""Price of each note at the end of a numbering that no marker refers to; of three at most."""

SKIPPED = 2.0
"""Price of a numbering that no marker refers to."""

MISSING = 3.0
"""Price of a label that the numbering does not have."""

FAR = 2.5
"""Price of each list of notes between a marker and its note."""

MOST_COUNTED = 3
MOST_READINGS = 60
"""Readings that are followed at a time; the others are far behind."""

REACH = 2
"""How many numberings further a marker may begin a new one."""


class Numbering(msgspec.Struct, frozen=True, gc=False):
    """The labels of notes that count up, and where in the source the first of them stands."""

    labels: frozenset[int]
    first: int
    last: int
    place: int


class Label(msgspec.Struct, frozen=True, gc=False):
    """The label of a marker and its place in the source."""

    value: int
    place: int


NEVER = float("inf")

State = tuple[int, int]
"""A numbering, and the last label in it that a marker referred to."""


def assign(marks: Sequence[Label], numberings: Sequence[Numbering]) -> list[int]:
    """Return, for each marker in reading order, the numbering it belongs to.

    >>> two = [Numbering(frozenset({1, 2}), 1, 2, 900), Numbering(frozenset({1, 2}), 1, 2, 950)]
    >>> assign([Label(1, 10), Label(2, 20), Label(1, 30), Label(2, 40)], two)
    [0, 0, 1, 1]
    """
    lists = _lists(marks, numberings)
    places = [
        numbering.place for at, numbering in enumerate(numberings) if lists[at] > lists[at - 1] or not at
    ]
    readings: dict[State, float] = {(0, numberings[0].first - 1): 0.0}
    origins: list[dict[State, State]] = []
    for mark in marks:
        home = min(bisect_right(places, mark.place), len(places) - 1)
        readings, origin = _step(mark.value, readings, numberings, lists, home)
        origins.append(origin)
    state = min(readings, key=lambda one: (readings[one] + _left(one, len(numberings), numberings), one))
    chosen: list[int] = []
    for origin in reversed(origins):
        chosen.append(state[0])
        state = origin[state]
    return chosen[::-1]


def _lists(marks: Sequence[Label], numberings: Sequence[Numbering]) -> list[int]:
    """Return which list of notes each numbering stands in: no marker stands inside a list."""
    places = [mark.place for mark in marks]
    before = [bisect_right(places, numbering.place) for numbering in numberings]
    numbers, at = [0], 0
    for count, following in pairwise(before):
        at += following > count
        numbers.append(at)
    return numbers


def _step(
    value: int,
    readings: dict[State, float],
    numberings: Sequence[Numbering],
    lists: Sequence[int],
    home: int,
) -> tuple[dict[State, float], dict[State, State]]:
    """Go on by one marker: it stays in the numbering of the one before it, or begins a later one."""
    found: dict[State, float] = {}
    origin: dict[State, State] = {}
    for state, price in readings.items():
        for to in range(state[0], min(state[0] + REACH + 1, len(numberings))):
            known = value in numberings[to].labels
            last = state[1] if to == state[0] else numberings[to].first - 1
            whole = price + FAR * abs(lists[to] - home) + _price(state, value, to, numberings)
            following = (to, max(last, value) if known else last)
            if whole < found.get(following, NEVER):
                found[following], origin[following] = whole, state
    if len(found) > MOST_READINGS:
        best = sorted(found, key=lambda state: (found[state], state))[:MOST_READINGS]
        found = {state: found[state] for state in best}
    return found, origin


def _price(state: State, value: int, to: int, numberings: Sequence[Numbering]) -> float:
    numbering = numberings[to]
    price = 0.0 if value in numbering.labels else MISSING
    if to > state[0]:
        price += _left(state, to, numberings) + (LATE if value != numbering.first else 0.0)
        return price + PASSED_OVER * min(max(value - numbering.first, 0), MOST_COUNTED)
    if value <= state[1]:
        return price + AGAIN
    return price + PASSED_OVER * min(value - state[1] - 1, MOST_COUNTED)


def _left(state: State, to: int, numberings: Sequence[Numbering]) -> float:
    """Return the price of what no marker refers to, from a reading to the numbering that comes next."""
    numbering = numberings[state[0]]
    if state[1] < numbering.first:
        return SKIPPED * (to - state[0])
    unused = (1 for label in range(state[1] + 1, numbering.last + 1) if label in numbering.labels)
    return UNUSED * sum(islice(unused, MOST_COUNTED)) + SKIPPED * (to - state[0] - 1)


def counted_again(marks: Sequence[Label], chosen: Sequence[int]) -> list[int]:
    """Return which markers stay in a numbering that has passed their label: a list of notes may be missing.

    Where there is but one numbering, that is so only when the markers count from its first label once more.
    """
    several = len(set(chosen)) > 1
    last: dict[int, int] = {}
    again: list[int] = []
    for number, (mark, numbering) in enumerate(zip(marks, chosen, strict=True)):
        if mark.value <= last.get(numbering, 0) and (several or _counts_again(number, marks, again)):
            again.append(number)
        last[numbering] = max(last.get(numbering, 0), mark.value)
    return again


def _counts_again(number: int, marks: Sequence[Label], again: Sequence[int]) -> bool:
    value = marks[number].value
    if again[-1:] == [number - 1]:
        return value == marks[number - 1].value + 1
    following = marks[number + 1 : number + 2]
    return value == marks[0].value and any(mark.value == value + 1 for mark in following)


class Count:
    """How far the markers have counted: what goes on with the numbering, or begins the next."""

    def __init__(self, numberings: Sequence[Numbering]) -> None:
        self._numberings = numberings
        self._at = 0
        self._expected = 1

    def goes_on(self, value: int, following: int | None) -> bool:
        """Tell whether a label, with the one behind it, is the next or begins the next numbering."""
        if not self._numberings:
            return True
        here = self._numberings[self._at]
        lowest = max(self._expected, here.first)
        return lowest <= value <= lowest + 1 or self._begins(value, following)

    def _begins(self, value: int, following: int | None) -> bool:
        here, then = self._numberings[self._at], self._numberings[self._at + 1 : self._at + 2]
        if not then or value != then[0].first:
            return False
        return self._expected > here.last or following == value + 1

    def take(self, value: int) -> None:
        """Go on to a label."""
        if value < self._expected and self._begins(value, value + 1):
            self._at += 1
            self._expected = value + 1
        else:
            self._expected = max(self._expected, value + 1)
