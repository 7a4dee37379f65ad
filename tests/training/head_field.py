"""How likely each line of a head is in each region, all readings of the head being weighed (sum, not best)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from converter.analysis.regions import END, END_IN_HEADER, PLAIN, PRICES, START, VARIANTS

Likely = dict[str, float]

FAR = 9.0
"""The price of a region that no page begins with."""

WEIGHTS = {
    (before, after): exp(-price) for before, prices in PRICES.items() for after, price in prices.items()
}


@cache
def _ways(before: tuple[str, ...], after: tuple[str, ...]) -> list[tuple[str, list[tuple[str, float]]]]:
    return [
        (one, [(other, WEIGHTS[other, one]) for other in before if (other, one) in WEIGHTS]) for one in after
    ]


def likelihoods(scores: Sequence[Mapping[str, float]]) -> list[Likely] | None:
    """Return for each line how likely each region is, or ``None`` if no reading is possible."""
    lines = [_likely(own) for own in scores]
    forward = [_normed({one: own * WEIGHTS.get((START, one), exp(-FAR)) for one, own in lines[0].items()})]
    for line in lines[1:]:
        before = forward[-1]
        now = {
            one: line[one] * sum(before[other] * weight for other, weight in ways)
            for one, ways in _ways(tuple(before), tuple(line))
        }
        if not any(now.values()):
            return None
        forward.append(_normed(now))
    return _backward(lines, forward)


def _backward(lines: Sequence[Likely], forward: Sequence[Likely]) -> list[Likely] | None:
    behind = {one: WEIGHTS.get((one, END), exp(-END_IN_HEADER)) for one in forward[-1]}
    found: list[Likely] = []
    for at in range(len(lines) - 1, -1, -1):
        if at < len(lines) - 1:
            following, line = behind, lines[at + 1]
            behind = dict.fromkeys(forward[at], 0.0)
            for one, ways in _ways(tuple(forward[at]), tuple(line)):
                value = line[one] * following[one]
                for other, weight in ways:
                    behind[other] += weight * value
            behind = _normed(behind)
        together: Likely = {}
        for one, value in forward[at].items():
            region = PLAIN.get(one, one)
            together[region] = together.get(region, 0.0) + value * behind[one]
        if not any(together.values()):
            return None
        found.append(_normed(together))
    found.reverse()
    return found


def _likely(own: Mapping[str, float]) -> Likely:
    best = max(own.values())
    likely = {region: exp(score - best) for region, score in own.items()}
    return likely | {name: likely[region] for region, name in VARIANTS if region in likely}


def _normed(values: Likely) -> Likely:
    whole = sum(values.values())
    return {one: value / whole for one, value in values.items()} if whole else values
