"""The words that say something wherever they stand, and how to learn without some of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

from converter.references.features import Extractor
from tests.training.matter import load_words

LEXICON = Path(__file__).parent / "lexicon.toml"
FORGOTTEN = 0.35
"""How many names, towns and houses of the lists are taken for unknown words while training."""

NAMES = ("given", "city", "country", "house", "outlet")
"""Classes of words that no list holds all of."""


def load_lexicon() -> dict[str, str]:
    """Return the class of every listed word."""
    found: dict[str, str] = {}
    table: dict[str, str] = tomllib.loads(LEXICON.read_text("utf-8"))
    for name, words in table.items():
        for word in words.split():
            if not word.endswith("_"):
                found.setdefault(word, name)
    for words_of in load_words().values():
        for name in words_of.lists["given"]:
            for part in name.replace("-", " ").split():
                found.setdefault(part.replace("İ", "i").lower(), "given")
    return found


def forgetful(lexicon: dict[str, str], random: Random) -> Extractor:
    """Return what takes the keys of a text, with some of the words forgotten."""
    known = {word: name for word, name in lexicon.items() if name not in NAMES or random.random() > FORGOTTEN}
    known = {word: name for word, name in known.items() if random.random() > 0.04 or name in ("and", "month")}
    return Extractor(lambda key, _: (key,), (), known)  # type: ignore[arg-type, return-value]  # tuples add like numbers
