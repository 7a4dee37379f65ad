"""Train both models, the same on every run: ``python -m tests.training.train``; here that of references.

A structured perceptron: read a printed work with what is known so far, and where the reading is wrong, count what
speaks for the right parts up and what speaks for the wrong ones down. The weights are the means over all steps.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from random import Random

from converter.references.features import Key
from converter.references.labels import FIXED, NUMBER
from converter.references.units import Units, cut
from tests.training import train_notes
from tests.training.learner import Example, learn, numbered, raw_of, ship
from tests.training.lexicon import NAMES, forgetful, load_lexicon
from tests.training.matter import load_words
from tests.training.styles import Printed, Printer, load_styles

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "converter" / "references" / "model.bin"
REFERENCES, EPOCHS, SEED = 30_000, 5, 20
FEWEST = 4
"""A key that fewer references have teaches nothing that holds elsewhere."""


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
    extractors = [forgetful(lexicon, random) for _ in range(12)]
    raw = []
    for number in range(count):
        units, gold = units_and_gold(printer.print_one())
        if gold:
            kept = partial(_kept, lexicon=lexicon, random=random)
            raw.append(raw_of(extractors[number % len(extractors)], units, gold, kept))
    return numbered(raw, FEWEST)


def _kept(key: Key, *, lexicon: dict[str, str], random: Random) -> bool:
    """Learn single words only from the lists; endings and beginnings now and then."""
    if isinstance(key, int):
        return True
    if key[0] in "wba":
        return lexicon.get(key[1:], "given") not in NAMES and random.random() < 0.85
    return random.random() < 0.5


def train(count: int = REFERENCES, epochs: int = EPOCHS, seed: int = SEED) -> bytes:
    """Learn, and return the model as it is shipped."""
    examples, names = collect(count, seed)
    print(f"{len(examples)} references, {len(names)} keys", file=sys.stderr)
    return ship(learn(examples, len(names), epochs, Random(seed)), names, load_lexicon())


if __name__ == "__main__":
    MODEL.write_bytes(train())
    train_notes.MODEL.write_bytes(train_notes.train_on_all())
