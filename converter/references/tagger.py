"""Which part of a reference each of its words belongs to: the best sequence of parts, and how sure it is.

The weights of a word are one whole number with a lane of 32 bits for each part, and so are those of one part
following another: a sum of such numbers is the sums for all parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from operator import sub
from struct import Struct
from typing import NamedTuple, TypeAlias

from converter.references.features import Extractor, Nodes
from converter.references.labels import FIXED, LANES, NUMBER
from converter.references.units import Units

UNPACK = Struct(f"<{LANES}I").unpack
WIDTH = 4 * LANES
EACH = sum(1 << 32 * lane for lane in range(LANES))
"""One in every lane."""

LIFT = 1 << 22
"""Keeps the lanes of a row above zero."""

EDGE = LANES
"""The part before the first word and behind the last, of which nothing is known."""

State: TypeAlias = tuple[int, int]
"""How good a reading is, and the part that it ends with."""

MOST_STATES = 4
TITLE = NUMBER["title"]
MAY_BE_TITLE = frozenset(
    NUMBER[name] for name in ("author", "container", "publisher", "editor", "genre", "other")
)
"""What a title is taken for by mistake."""


class Model(NamedTuple):
    """What was learnt: how much each key speaks for each part, and each part for the next."""

    extractor: Extractor
    rows: tuple[tuple[int, ...], ...]
    """By the group of the sign and the part before: what that says of the part behind."""
    columns: tuple[tuple[int, ...], ...]
    """By the group of the sign and the part behind: what that says of the part before."""
    near: int
    """A reading that is further behind the best one is given up."""
    dear: int
    """A reading with a title may be so much worse than the best one without."""
    sure: int
    """A part that is so far ahead of the next best one is sure."""


class Tagged(NamedTuple):
    """The part of each word, and how sure it is (0 to 1)."""

    labels: list[int]
    confidences: list[float]


def pack(values: Sequence[int]) -> int:
    """Put numbers into the lanes of one."""
    return sum(value + LIFT << 32 * lane for lane, value in enumerate(values))


def tag(model: Model, units: Units) -> Tagged:
    """Return the best sequence of parts; one with a title, unless that is much worse."""
    nodes = model.extractor.nodes(units)
    fixed = {
        place: FIXED[units.kinds[first]] for place, first in enumerate(nodes.firsts) if first in units.kinds
    }
    labels, score = _best(model, nodes, fixed)
    if TITLE not in labels:
        labels = _with_title(model, nodes, fixed, labels, score)
    confidences = _confidences(model, nodes, labels, fixed)
    return _spread(nodes.firsts, labels, confidences, len(units.words))


def _best(model: Model, nodes: Nodes, fixed: dict[int, int]) -> tuple[list[int], int]:
    """Return the best labels of the nodes, and how good they are."""
    near = model.near
    states: list[State] = [(0, EDGE)]
    back: list[int | dict[int, int]] = []
    for place, (total, row) in enumerate(zip(nodes.totals, map(model.rows.__getitem__, nodes.groups))):  # noqa: B905  # as many, and the fastest
        least, came = states[-1]
        lanes = UNPACK((total + row[came]).to_bytes(WIDTH, "little"))
        reached = None
        if len(states) > 1:
            reached = _reached(states, total, row, lanes)
            lanes = _highest(reached)
        ranked = sorted(lanes)
        best = ranked[-1]
        if place in fixed:
            states = [(lanes[fixed[place]] + least, fixed[place])]
        elif ranked[-2] <= best - near:
            states = [(best + least, lanes.index(best))]
        else:
            states = _many(lanes, best - near, least)
        back.append({label: _origin(reached, label) for _, label in states} if reached else came)
    return _walk_back(states, back), states[0][0]


Reached: TypeAlias = list[tuple[int, tuple[int, ...]]]
"""By the part before: how good the best reading by way of it is for each part."""


def _reached(states: list[State], total: int, row: tuple[int, ...], last: tuple[int, ...]) -> Reached:
    """Return what is reached from each of the readings; ``last`` is reached from the worst of them."""
    least, came = states[-1]
    return [
        *[
            (before, UNPACK((total + row[before] + (score - least) * EACH).to_bytes(WIDTH, "little")))
            for score, before in states[:-1]
        ],
        (came, last),
    ]


def _highest(reached: Reached) -> tuple[int, ...]:
    """Return for each part how good the best reading that ends with it is."""
    highest = reached[0][1]
    for _, lanes in reached[1:]:
        highest = tuple([one if one > other else other for one, other in zip(highest, lanes, strict=True)])
    return highest


def _many(lanes: tuple[int, ...], floor: int, least: int) -> list[State]:
    """Return the readings that are not given up, the best first."""
    states = [(value + least, label) for label, value in enumerate(lanes) if value > floor]
    states.sort(reverse=True)
    return states[:MOST_STATES]


def _origin(reached: Reached, label: int) -> int:
    """Return from which part the best reading that ends with a part comes."""
    return max(reached, key=lambda one: one[1][label])[0]


def _with_title(
    model: Model, nodes: Nodes, fixed: dict[int, int], labels: list[int], score: int
) -> list[int]:
    """Return the best reading in which some words are the title, if it is not much worse."""
    best = score - model.dear
    for place, label in enumerate(labels):
        if label in MAY_BE_TITLE and place not in fixed:
            other, its_score = _best(model, nodes, {**fixed, place: TITLE})
            if its_score > best:
                labels, best = other, its_score
    return labels


def _walk_back(states: list[State], back: list[int | dict[int, int]]) -> list[int]:
    label = states[0][1]
    labels = [label]
    for before in reversed(back[1:]):
        label = before if isinstance(before, int) else before[label]
        labels.append(label)
    labels.reverse()
    return labels


def _confidences(model: Model, nodes: Nodes, labels: list[int], fixed: dict[int, int]) -> list[float]:
    """Return by how much each part beats the others at its place, its neighbours being as they are."""
    _, totals, groups = nodes
    rows, columns, sure = model.rows, model.columns, model.sure
    found: list[float] = []
    for label, total, group, before, next_group, after in zip(
        labels, totals, groups, [EDGE, *labels], [*groups[1:], 0], [*labels[1:], EDGE], strict=False
    ):
        total += rows[group][before] + columns[next_group][after]
        lanes = UNPACK(total.to_bytes(WIDTH, "little"))
        ranked = sorted(lanes)
        own = lanes[label]
        found.append(min((own - ranked[-2]) / sure, 1.0) if own == ranked[-1] else 0.0)
    for place in fixed:
        found[place] = 1.0
    return found


def _spread(firsts: list[int], labels: list[int], confidences: list[float], count: int) -> Tagged:
    """Give every word what its node has."""
    if len(firsts) == count:
        return Tagged(labels, confidences)
    lengths = list(map(sub, [*firsts[1:], count], firsts))
    return Tagged(
        list(chain.from_iterable(map(repeat, labels, lengths))),
        list(chain.from_iterable(map(repeat, confidences, lengths))),
    )
