"""Train the model that labels references, the same on every run: ``python -m tests.training.train``.

A structured perceptron: read a printed work with what is known so far, and where the reading is wrong, count what
speaks for the right parts up and what speaks for the wrong ones down. The weights are the means over all steps.
"""

from __future__ import annotations

import sys
import tomllib
import zlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from converter.references.features import Extractor, Key
from converter.references.labels import FIXED, LANES, NUMBER
from converter.references.signs import GROUPS
from converter.references.units import Units, cut
from tests.training.matter import load_words
from tests.training.styles import Printed, Printer, load_styles

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "converter" / "references" / "model.bin"
REFERENCES, EPOCHS, SEED = 30_000, 5, 20
FEWEST = 4
"""A key that fewer references have teaches nothing that holds elsewhere."""

FORGOTTEN = 0.35
"""How many names, towns and houses of the lists are taken for unknown words while training."""

MARGIN = 3
"""How far ahead of every other reading the right one must be, for each word that differs."""

LARGEST = 30_000
"""The largest weight, as it is shipped; it has half of sixteen bits."""
LEAST = 1.0
"""A key whose weights differ by less says nothing."""

WORDS = ("given", "city", "country", "house", "outlet")


class Example(NamedTuple):
    """A reference to learn from: keys by word, groups of the signs, the right parts."""

    keys: list[tuple[int, ...]]
    groups: list[int]
    gold: list[int]
    fixed: dict[int, int]


def load_lexicon() -> dict[str, str]:
    """Return the class of every listed word."""
    found: dict[str, str] = {}
    table: dict[str, str] = tomllib.loads((HERE / "lexicon.toml").read_text("utf-8"))
    for name, words in table.items():
        for word in words.split():
            if not word.endswith("_"):
                found.setdefault(word, name)
    for words_of in load_words().values():
        for name in words_of.lists["given"]:
            for part in name.replace("-", " ").split():
                found.setdefault(part.replace("İ", "i").lower(), "given")
    return found


def units_and_gold(printed: Printed) -> tuple[Units, list[int]]:
    """Return the words of a printed work, and the part of each."""
    units = cut(printed.text)
    gold = [NUMBER[printed.labels[start]] for start in units.starts]
    for place, kind in units.kinds.items():
        gold[place] = FIXED[kind]
    return units, gold


def collect(count: int, seed: int) -> tuple[list[Example], list[Key]]:
    """Print works and take what is to be learnt from them."""
    printer = Printer(load_words(), load_styles(), seed)
    random = Random(seed + 1)
    lexicon = load_lexicon()
    extractors = [_forgetful(lexicon, random) for _ in range(12)]
    raw: list[tuple[list[tuple[Key, ...]], list[int], list[int], dict[int, int]]] = []
    seen: Counter[Key] = Counter()
    for number in range(count):
        units, gold = units_and_gold(printer.print_one())
        if not gold:
            continue
        firsts, totals, groups = extractors[number % len(extractors)].nodes(units)
        keys = [tuple(key for key in total if _kept(key, lexicon, random)) for total in totals]  # type: ignore[attr-defined]
        seen.update({key for one in keys for key in one})
        right = [
            Counter(gold[start:end]).most_common(1)[0][0] for start, end in pairwise([*firsts, len(gold)])
        ]
        fixed = {place: right[place] for place, first in enumerate(firsts) if first in units.kinds}
        raw.append((keys, groups, right, fixed))
    names = [key for key, times in sorted(seen.items(), key=lambda one: str(one[0])) if times >= FEWEST]
    numbers = {key: number for number, key in enumerate(names)}
    examples = [
        Example([tuple(numbers[key] for key in one if key in numbers) for one in keys], groups, gold, fixed)
        for keys, groups, gold, fixed in raw
    ]
    return examples, names


def _forgetful(lexicon: dict[str, str], random: Random) -> Extractor:
    known = {word: name for word, name in lexicon.items() if name not in WORDS or random.random() > FORGOTTEN}
    known = {word: name for word, name in known.items() if random.random() > 0.04 or name in ("and", "month")}
    return Extractor(lambda key, _: (key,), (), known)  # type: ignore[arg-type, return-value]  # tuples add like numbers


def _kept(key: Key, lexicon: dict[str, str], random: Random) -> bool:
    """Learn single words only from the lists; endings and beginnings now and then."""
    if isinstance(key, int):
        return True
    if key[0] in "wba":
        return lexicon.get(key[1:], "given") not in WORDS and random.random() < 0.85
    return random.random() < 0.5


class Learner:
    """The weights while they are learnt, and their sums over time."""

    def __init__(self, keys: int) -> None:
        self.weights = [[0] * LANES for _ in range(keys)]
        self.sums = [[0] * LANES for _ in range(keys)]
        self.follows = [[[0] * LANES for _ in range(LANES)] for _ in GROUPS]
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
                for key in example.keys[place]:
                    self._add(self.weights[key], self.sums[key], right, one)
            if place and (one, before) != (right, before_gold):
                group = example.groups[place]
                self._move(group, before_gold, right, 1)
                self._move(group, before, one, -1)
            before, before_gold = one, right
        self.step += 1
        return wrong

    def _add(self, weights: list[int], sums: list[int], right: int, wrong: int) -> None:
        weights[right] += 1
        weights[wrong] -= 1
        sums[right] += self.step
        sums[wrong] -= self.step

    def _move(self, group: int, before: int, label: int, by: int) -> None:
        self.follows[group][before][label] += by
        self.follow_sums[group][before][label] += by * self.step

    def _read(self, example: Example) -> list[int]:
        weights = self.weights
        scores: list[int] = []
        back: list[list[int]] = []
        labels = range(LANES)
        for place, keys in enumerate(example.keys):
            fixed = example.fixed.get(place)
            own = [sum(column) for column in zip(*[weights[key] for key in keys], strict=True)]
            own = [value + MARGIN for value in own]
            own[example.gold[place]] -= MARGIN
            if fixed is not None:
                own = [-(10**9)] * LANES
                own[fixed] = 0
            if not place:
                scores = own
                continue
            table = self.follows[example.groups[place]]
            top = sorted(labels, key=lambda one: -scores[one])[:6]
            rows = [(scores[one], table[one], one) for one in top]
            choice, reached = [], []
            for label in labels:
                best, last = max([(score + row[label], one) for score, row, one in rows])
                reached.append(best + own[label])
                choice.append(last)
            scores = reached
            back.append(choice)
        label = max(labels, key=lambda one: scores[one])
        found = [label]
        for choice in reversed(back):
            label = choice[label]
            found.append(label)
        found.reverse()
        return found

    def mean(self, weight: int, total: int) -> float:
        """Return the mean of a weight over all steps."""
        return weight - total / self.step


def train(count: int = REFERENCES, epochs: int = EPOCHS, seed: int = SEED) -> bytes:
    """Learn, and return the model as it is shipped."""
    examples, names = collect(count, seed)
    print(f"{len(examples)} references, {len(names)} keys", file=sys.stderr)
    learner, random = Learner(len(names)), Random(seed)
    words = sum(len(example.gold) for example in examples)
    for epoch in range(epochs):
        random.shuffle(examples)
        wrong = sum(map(learner.learn, examples))
        print(f"{epoch + 1}: {wrong / words:.4f} of the words wrong", file=sys.stderr)
    return pack(learner, names, load_lexicon())


def pack(learner: Learner, names: list[Key], lexicon: dict[str, str]) -> bytes:
    """Write the weights down as whole numbers: for each key what it says of every part."""
    means = [
        [learner.mean(*both) for both in zip(weights, sums, strict=True)]
        for weights, sums in zip(learner.weights, learner.sums, strict=True)
    ]
    largest = max(abs(value) for row in means for value in row)
    scale = LARGEST / largest
    table: dict[Key, bytes] = {}
    for key, row in zip(names, means, strict=True):
        if max(row) - min(row) >= LEAST:
            table[key] = b"".join((round(value * scale) + 32768).to_bytes(4, "little") for value in row)
    follows = [
        [
            [round(learner.mean(*both) * scale) for both in zip(row, sums, strict=True)]
            for row, sums in zip(*tables, strict=True)
        ]
        for tables in zip(learner.follows, learner.follow_sums, strict=True)
    ]
    whole = {
        "scale": round(scale, 3),
        "classes": lexicon,
        "follows": follows,
        "words": {key: lanes for key, lanes in table.items() if isinstance(key, str)},
        "places": {key: lanes for key, lanes in table.items() if isinstance(key, int)},
    }
    print(f"{len(table)} keys kept, largest weight {largest:.0f}", file=sys.stderr)
    return zlib.compress(msgspec.msgpack.encode(whole), 9)


if __name__ == "__main__":
    MODEL.write_bytes(train(*map(int, sys.argv[1:])))
