"""Which part of a reference each of its words belongs to: the best sequence of parts, and how sure it is.

The weights of a word are one whole number with a lane of 32 bits for each part, and so are those of one part
following another: a sum of such numbers is the sums for all parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct
from typing import NamedTuple

from converter.references.features import Extractor, Nodes
from converter.references.labels import FIXED, LANES, NUMBER
from converter.references.units import Units

UNPACK = Struct(f"<{LANES}I").unpack
WIDTH = 4 * LANES
EACH = sum(1 << 32 * lane for lane in range(LANES))
"""One in every lane."""

LIFT = 1 << 22
"""Keeps the lanes of a row above zero."""

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
    states: list[tuple[int, int]] = []
    back: list[dict[int, int]] = []
    for place, total in enumerate(nodes.totals):
        least = states[-1][0] if states else 0
        lanes, origins = _reach(model, total, states, nodes.groups[place])
        if place in fixed:
            states = [(lanes[fixed[place]] + least, fixed[place])]
        else:
            floor = max(lanes) - model.near
            states = sorted(
                [(value + least, label) for label, value in enumerate(lanes) if value > floor], reverse=True
            )
            del states[MOST_STATES:]
        back.append(_origins(origins, states))
    return _walk_back(states, back), states[0][0]


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


Origins = list[tuple[int, tuple[int, ...]]]


def _reach(
    model: Model, total: int, states: list[tuple[int, int]], group: int
) -> tuple[Sequence[int], Origins]:
    """Return for each part how good the best reading that ends with it is, and from where it comes."""
    if not states:
        return UNPACK(total.to_bytes(WIDTH, "little")), []
    rows = model.rows[group]
    least = states[-1][0]
    origins = [
        (label, UNPACK((total + rows[label] + (score - least) * EACH).to_bytes(WIDTH, "little")))
        for score, label in states
    ]
    if len(origins) == 1:
        return origins[0][1], origins
    return list(map(max, *[lanes for _, lanes in origins])), origins


def _origins(origins: Origins, states: list[tuple[int, int]]) -> dict[int, int]:
    if len(origins) == 1:
        return {label: origins[0][0] for _, label in states}
    return (
        {label: max(origins, key=lambda origin: origin[1][label])[0] for _, label in states}
        if origins
        else {}
    )


def _walk_back(states: list[tuple[int, int]], back: list[dict[int, int]]) -> list[int]:
    label = states[0][1]
    labels = [label]
    for origins in reversed(back[1:]):
        label = origins[label]
        labels.append(label)
    labels.reverse()
    return labels


def _confidences(model: Model, nodes: Nodes, labels: list[int], fixed: dict[int, int]) -> list[float]:
    """Return by how much each part beats the others at its place, its neighbours being as they are."""
    _, totals, groups = nodes
    found: list[float] = []
    last = len(labels) - 1
    for place, label in enumerate(labels):
        if place in fixed:
            found.append(1.0)
            continue
        total = totals[place]
        if place:
            total += model.rows[groups[place]][labels[place - 1]]
        if place < last:
            total += model.columns[groups[place + 1]][labels[place + 1]]
        lanes = list(UNPACK(total.to_bytes(WIDTH, "little")))
        own = lanes[label]
        lanes[label] = 0
        found.append(min(max((own - max(lanes)) / model.sure, 0.0), 1.0))
    return found


def _spread(firsts: list[int], labels: list[int], confidences: list[float], count: int) -> Tagged:
    """Give every word what its node has."""
    if len(firsts) == count:
        return Tagged(labels, confidences)
    words: list[int] = []
    sure: list[float] = []
    for first, following, label, confidence in zip(
        firsts, [*firsts[1:], count], labels, confidences, strict=True
    ):
        words += [label] * (following - first)
        sure += [confidence] * (following - first)
    return Tagged(words, sure)
