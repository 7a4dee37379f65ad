"""A structured perceptron that learns which part each word is: weights as numbers with a lane for each part."""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random
from struct import Struct
from typing import NamedTuple

import msgspec

from converter.references.features import Extractor, Key
from converter.references.labels import LANES
from converter.references.signs import GROUPS
from converter.references.units import Units

UNPACK = Struct(f"<{LANES}I").unpack
WIDTH = 4 * LANES
EACH = sum(1 << 32 * lane for lane in range(LANES))
ONE = [1 << 32 * lane for lane in range(LANES)]
LIFT = 1 << 16
MARGIN = 3
"""How far ahead of every other reading the right one must be, for each word that differs."""
MOST_STATES = 6


class Example(NamedTuple):
    """A text to learn from: keys by word, groups of the signs, the right parts, those known by their form."""

    keys: list[tuple[int, ...]]
    groups: list[int]
    gold: list[int]
    fixed: dict[int, int]


class Learner:
    """The weights while they are learnt, and their sums over time."""

    def __init__(self, keys: int) -> None:
        self.weights = [LIFT * EACH] * keys
        self.moved: dict[int, int] = {}
        self.sums: dict[int, int] = {}
        self.follows = [[LIFT * EACH] * LANES for _ in GROUPS]
        self.follow_sums = [[[0] * LANES for _ in range(LANES)] for _ in GROUPS]
        self.step = 1

    def learn(self, example: Example) -> int:
        """Read an example and learn from what is wrong in the reading; return how many words were."""
        found = self._read(example)
        wrong = 0
        before = before_gold = -1
        for place, (one, right) in enumerate(zip(found, example.gold, strict=True)):
            if one != right:
                wrong += 1
                change = ONE[right] - ONE[one]
                for key in example.keys[place]:
                    self.weights[key] += change
                    self.sums[key * LANES + right] = self.sums.get(key * LANES + right, 0) + self.step
                    self.sums[key * LANES + one] = self.sums.get(key * LANES + one, 0) - self.step
            if place and (one, before) != (right, before_gold):
                group = example.groups[place]
                self._move(group, before_gold, right, 1)
                self._move(group, before, one, -1)
            before, before_gold = one, right
        self.step += 1
        return wrong

    def _move(self, group: int, before: int, label: int, by: int) -> None:
        self.follows[group][before] += by * ONE[label]
        self.follow_sums[group][before][label] += by * self.step

    def _read(self, example: Example) -> list[int]:
        weights, follows = self.weights, self.follows
        states: list[tuple[int, int]] = []
        back: list[list[tuple[int, tuple[int, ...]]]] = []
        for place, keys in enumerate(example.keys):
            total = sum([weights[key] for key in keys]) + MARGIN * (EACH - ONE[example.gold[place]])
            fixed = example.fixed.get(place)
            if states:
                table, least = follows[example.groups[place]], states[-1][0]
                origins = [
                    (label, UNPACK((total + table[label] + (score - least) * EACH).to_bytes(WIDTH, "little")))
                    for score, label in states
                ]
                lanes = tuple(map(max, *[one for _, one in origins])) if len(origins) > 1 else origins[0][1]
                back.append(origins)
            else:
                lanes = UNPACK(total.to_bytes(WIDTH, "little"))
            if fixed is not None:
                states = [(0, fixed)]
                continue
            top = sorted([(-value, label) for label, value in enumerate(lanes)])[:MOST_STATES]
            floor = -top[-1][0]
            states = [(-value - floor, label) for value, label in top]
        label = states[0][1]
        found = [label]
        for origins in reversed(back):
            wanted = label
            label = max(origins, key=lambda one: (one[1][wanted], -one[0]))[0]
            found.append(label)
        found.reverse()
        return found

    def means(self, key: int) -> list[float]:
        """Return the means of the weights of a key over all steps."""
        lanes = UNPACK(self.weights[key].to_bytes(WIDTH, "little"))
        return [
            value - LIFT - self.sums.get(key * LANES + label, 0) / self.step
            for label, value in enumerate(lanes)
        ]

    def follow_means(self) -> list[list[list[float]]]:
        """Return the same of each part behind another, by the sign between them."""
        found = []
        for rows, sums in zip(self.follows, self.follow_sums, strict=True):
            lanes = [UNPACK(row.to_bytes(WIDTH, "little")) for row in rows]
            found.append(
                [
                    [value - LIFT - total / self.step for value, total in zip(row, its, strict=True)]
                    for row, its in zip(lanes, sums, strict=True)
                ]
            )
        return found


LARGEST = 30_000
"""The largest weight, as it is shipped; it has half of sixteen bits."""

LEAST = 1.0
"""A key whose weights differ by less says nothing."""


def ship(learner: Learner, names: Sequence[Key], classes: dict[str, str]) -> bytes:
    """Write the weights down as whole numbers: for each key what it says of every part."""
    means = [learner.means(key) for key in range(len(names))]
    scale = LARGEST / max(abs(value) for row in means for value in row)
    table = {
        key: b"".join((round(value * scale) + 32768).to_bytes(4, "little") for value in row)
        for key, row in zip(names, means, strict=True)
        if max(row) - min(row) >= LEAST
    }
    follows = [[[round(value * scale) for value in row] for row in rows] for rows in learner.follow_means()]
    whole = {
        "scale": round(scale, 3),
        "classes": classes,
        "follows": follows,
        "words": {key: lanes for key, lanes in table.items() if isinstance(key, str)},
        "places": {key: lanes for key, lanes in table.items() if isinstance(key, int)},
    }
    print(f"{len(table)} keys kept, scale {scale:.1f}", file=sys.stderr)
    return zlib.compress(msgspec.msgpack.encode(whole), 9)


class Raw(NamedTuple):
    """A text before its keys have numbers."""

    keys: list[tuple[Key, ...]]
    groups: list[int]
    gold: list[int]
    fixed: dict[int, int]


def raw_of(extractor: Extractor, units: Units, gold: Sequence[int], is_kept: Callable[[Key], bool]) -> Raw:
    """Take from a text what is to be learnt: the keys of each node that are kept, and its part."""
    firsts, totals, groups = extractor.nodes(units)
    keys = [tuple(key for key in total if is_kept(key)) for total in totals]  # type: ignore[attr-defined]  # tuples of keys
    right = [Counter(gold[start:end]).most_common(1)[0][0] for start, end in pairwise([*firsts, len(gold)])]
    fixed = {place: right[place] for place, first in enumerate(firsts) if first in units.kinds}
    return Raw(keys, groups, right, fixed)


def numbered(raw: Sequence[Raw], fewest: int) -> tuple[list[Example], list[Key]]:
    """Give the keys numbers; one that fewer texts have teaches nothing that holds elsewhere."""
    seen: Counter[Key] = Counter()
    for one in raw:
        seen.update({key for keys in one.keys for key in keys})
    names = [key for key, times in sorted(seen.items(), key=lambda one: str(one[0])) if times >= fewest]
    numbers = {key: number for number, key in enumerate(names)}
    return [
        Example(
            [tuple(numbers[key] for key in keys if key in numbers) for keys in one.keys],
            one.groups,
            one.gold,
            one.fixed,
        )
        for one in raw
    ], names


def learn(examples: list[Example], keys: int, epochs: int, random: Random) -> Learner:
    """Go through the examples several times, in another order each time."""
    learner = Learner(keys)
    words = sum(len(example.gold) for example in examples)
    for epoch in range(epochs):
        random.shuffle(examples)
        wrong = sum(map(learner.learn, examples))
        print(f"{epoch + 1}: {wrong / words:.4f} of the words wrong", file=sys.stderr)
    return learner
