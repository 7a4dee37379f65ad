"""How often the converter is right when it says that it is so sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from converter.evaluation.compare import Sureness

EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.0001)


@dataclass(frozen=True, slots=True)
class Bin:
    """The values of which it was so sure."""

    low: float
    high: float
    count: int
    stated: float
    """The mean of what it said."""
    right: float
    """The share that was right."""


def bins(values: Iterable[Sureness]) -> list[Bin]:
    """Return stated confidence against what was right, for each range in which there is any value."""
    everything = list(values)
    found = []
    for low, high in pairwise(EDGES):
        inside = [one for one in everything if low <= one.confidence < high]
        if inside:
            stated = sum(one.confidence for one in inside) / len(inside)
            right = sum(one.right for one in inside) / len(inside)
            found.append(Bin(low, min(high, 1.0), len(inside), stated, right))
    return found


def gap(found: Iterable[Bin]) -> float:
    """Return the mean distance between what was said and what was right (the expected calibration error)."""
    everything = list(found)
    count = sum(one.count for one in everything)
    return sum(one.count * abs(one.stated - one.right) for one in everything) / count if count else 0.0
