"""Learn how heads are read, the same on every run: ``python -m tests.training.heads``.

A conditional random field over the lines of a head. What the rules say and what it costs to go from one region to
the next stand as they are; learnt is what is to be added for each key of a line. Weigh all readings, and those that
agree with the labels, and move the weights from the former to the latter.
"""

from __future__ import annotations

import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import msgspec

from converter.analysis.head_keys import Known
from converter.analysis.head_model import REGIONS, pack
from converter.analysis.head_scores import SHARE, share_of_learned
from converter.analysis.regions import PLAIN
from tests.training.head_examples import Example, examples, known_words, load_pages
from tests.training.head_field import likelihoods

MODEL = Path(__file__).parents[2] / "converter" / "analysis" / "heads.bin"
EACH, EPOCHS, SEED = 6, 4, 20
"""Pages made from each labelled one, rounds, and where chance begins."""

RATE, SLOWER, DECAY = 0.05, 0.5, 0.01
"""How far a weight moves, how much less so in each round, and how much of it is forgotten."""

LEFT_OUT = 0.2
"""How often a key is not looked at while learning, so that none is relied on alone."""

SOURCES, HIDDEN = ("again", "tail"), 0.15
"""First words of keys that say what another part of the page, a list of words or the rules say; how often a page
has to do without one of them."""

FEWEST_HOUSES = 2
"""A key that the pages of fewer houses have says nothing of others."""

LEAST = 0.02
"""A key that says less is not shipped."""

LANE = {region: lane for lane, region in enumerate(REGIONS)}
Weights = dict[str, list[float]]


def train(learnt_from: Sequence[Example], epochs: int = EPOCHS, seed: int = SEED) -> Weights:
    """Return the weights of all keys."""
    known = _common_keys(learnt_from)
    weights: Weights = {}
    random = Random(seed)
    order = [*range(len(learnt_from))]
    for epoch in range(epochs):
        random.shuffle(order)
        for number in order:
            one = learnt_from[number]
            keys = _looked_at(one, known, random)
            _learn(one, keys, weights, RATE / (1 + epoch * SLOWER))
        print(f"round {epoch + 1} of {epochs}", file=sys.stderr)
    return weights


def _looked_at(one: Example, known: frozenset[str], random: Random) -> list[list[str]]:
    """Return the keys of a page but for some, and now and then for all that one source gives."""
    hidden = {source for source in SOURCES if random.random() < HIDDEN}
    return [
        [
            key
            for key in line
            if key in known and key.partition(" ")[0] not in hidden and random.random() >= LEFT_OUT
        ]
        for line in one.keys
    ]


def _common_keys(learnt_from: Iterable[Example]) -> frozenset[str]:
    houses: dict[str, set[str]] = defaultdict(set)
    for one in learnt_from:
        for line in one.keys:
            for key in line:
                houses[key].add(one.house)
    return frozenset(key for key, found in houses.items() if len(found) >= FEWEST_HOUSES)


def _learn(one: Example, keys: Sequence[Sequence[str]], weights: Weights, rate: float) -> None:
    """Move the weights of the keys of a page."""
    scores = weighed(one.scores, keys, weights)
    right = likelihoods([_agreeing(own, gold) for own, gold in zip(scores, one.gold, strict=True)])
    found = likelihoods(scores)
    if right is None or found is None:
        return
    for line, wanted, likely, rules in zip(keys, right, found, one.scores, strict=False):
        counts = share_of_learned(rules) / SHARE
        moves = [
            (LANE[region], counts * (wanted.get(region, 0.0) - share))
            for region, share in likely.items()
            if region in LANE
        ]
        for key in line:
            row = weights.setdefault(key, [0.0] * len(REGIONS))
            for lane, move in moves:
                row[lane] += rate * (move - DECAY * row[lane])


def _agreeing(own: Mapping[str, float], gold: str | None) -> Mapping[str, float]:
    """Return the scores that agree with what a person says of a line."""
    return own if gold is None else {one: score for one, score in own.items() if PLAIN.get(one, one) == gold}


def weighed(
    scores: Sequence[Mapping[str, float]],
    keys: Sequence[Sequence[str]],
    weights: Mapping[str, Sequence[float]],
) -> list[dict[str, float]]:
    """Return the scores of the rules with the weights of all keys."""
    found = [dict(own) for own in scores]
    for own, line in zip(found, keys, strict=False):
        rows = [weights[key] for key in line if key in weights]
        learned = dict(zip(REGIONS, map(sum, zip(*rows, strict=True)), strict=True)) if rows else {}
        share = share_of_learned(own) / SHARE if learned else 1.0
        for region in own:
            own[region] += share * learned.get(PLAIN.get(region, region), 0.0)
    return found


def shipped(weights: Weights, known: Known) -> bytes:
    """Return the model as the package has it."""
    rows = {key: pack(row) for key, row in sorted(weights.items()) if max(row) - min(row) >= LEAST}
    whole = {
        "weights": rows,
        "names": " ".join(sorted(known.names)),
        "common": " ".join(sorted(known.common)),
    }
    print(f"{len(rows)} keys, {len(known.names)} names, {len(known.common)} words", file=sys.stderr)
    return zlib.compress(msgspec.msgpack.encode(whole), 9)


def main() -> None:
    """Learn from the labelled pages and write the model."""
    pages = load_pages()
    MODEL.write_bytes(shipped(train(examples(pages, EACH, SEED)), known_words(pages)))


if __name__ == "__main__":
    main()
