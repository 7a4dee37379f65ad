"""Which part of a reference each of its words belongs to: the best sequence of parts, and how sure it is.

The weights of a word are one whole number with a lane of 32 bits for each part, and so are those of one part
following another: a sum of such numbers is the sums for all parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct
from typing import NamedTuple

from converter.references.features import Extractor
from converter.references.labels import FIXED, LANES
from converter.references.units import Units

UNPACK = Struct(f"<{LANES}I").unpack
WIDTH = 4 * LANES
EACH = sum(1 << 32 * lane for lane in range(LANES))
"""One in every lane."""

LIFT = 1 << 22
"""Keeps the lanes of a row above zero."""

MOST_STATES = 4


class Model(NamedTuple):
    """What was learnt: how much each key speaks for each part, and each part for the next."""

    extractor: Extractor
    rows: tuple[tuple[int, ...], ...]
    """By the group of the sign and the part before: what that says of the part behind."""
    columns: tuple[tuple[int, ...], ...]
    """By the group of the sign and the part behind: what that says of the part before."""
    near: int
    """A reading that is further behind the best one is given up."""
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
    """Return the best sequence of parts."""
    nodes = model.extractor.nodes(units)
    firsts, totals, groups = nodes
    fixed = (
        {first: FIXED[units.kinds[first]] for first in firsts if first in units.kinds} if units.kinds else {}
    )
    states: list[tuple[int, int]] = []
    back: list[dict[int, int]] = []
    for place, total in enumerate(totals):
        lanes, origins = _reach(model, total, states, groups[place])
        if firsts[place] in fixed:
            states = [(0, fixed[firsts[place]])]
        else:
            floor = max(lanes) - model.near
            states = sorted(
                [(value, label) for label, value in enumerate(lanes) if value > floor], reverse=True
            )
            del states[MOST_STATES:]
        back.append(_origins(origins, states))
    labels = _walk_back(states, back)
    confidences = _confidences(model, nodes, labels, fixed)
    return _spread(firsts, labels, confidences, len(units.words))


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


def _confidences(
    model: Model, nodes: tuple[list[int], list[int], list[int]], labels: list[int], fixed: dict[int, int]
) -> list[float]:
    """Return by how much each part beats the others at its place, its neighbours being as they are."""
    firsts, totals, groups = nodes
    found: list[float] = []
    last = len(labels) - 1
    for place, label in enumerate(labels):
        if firsts[place] in fixed:
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
