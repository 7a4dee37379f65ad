"""How word lists become tables to score a text by, and how scores become an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

UNSURE = ("und", 0.0)

Table = Mapping[str, tuple[tuple[int, float], ...]]
"""Word → the places of the languages that have it, each with the weight of the word."""


def make_table(languages: Mapping[str, Iterable[str]], weights: Sequence[float]) -> Table:
    """Turn word lists into a table; a word weighs the more the fewer languages have it.

    >>> make_table({"en": ["an", "to"], "de": ["an"]}, (1.0, 0.7))["an"]
    ((0, 0.7), (1, 0.7))
    """
    owners: dict[str, list[int]] = {}
    for place, words in enumerate(languages.values()):
        for word in dict.fromkeys(words):
            owners.setdefault(word, []).append(place)
    last = len(weights) - 1
    return {
        word: tuple((place, weights[min(len(places) - 1, last)]) for place in places)
        for word, places in owners.items()
    }


def add_scores(scores: list[float], table: Table, words: Iterable[str]) -> None:
    """Add what each word says to the scores of the languages."""
    for place, weight in chain.from_iterable(filter(None, map(table.get, words))):
        scores[place] += weight


def only_allowed(tags: Sequence[str], scores: list[float], allowed: Collection[str] | None) -> list[float]:
    """Set the scores of all other languages to nothing."""
    if allowed is None:
        return scores
    return [score if tag in allowed else 0.0 for tag, score in zip(tags, scores, strict=True)]


def best_and_margin(scores: list[float]) -> tuple[int, float]:
    """Return the place of the best score and how far the next is behind."""
    best = max(scores)
    return scores.index(best), best - sorted(scores)[-2]
