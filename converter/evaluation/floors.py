"""Floors: figures below which a score may not fall, and which may not lie far below it either."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil, floor

from converter.errors import ConverterError
from converter.evaluation.scores import FAMILIES, Score

F1, AT_MOST, CORPUS = "f1", "at_most", "corpus"
PLACES = 1000
PLAY, PLAY_VALUES = 0.005, 2
"""So far below what is measured, or by so many values, a new floor is set: a gain here may cost there."""
PLAY_AT_MOST = 1.05
SLACK = 0.05
"""A floor of F1 may lie so far below what is measured; then it is to be raised."""
SLACK_PER_THOUSAND = 10.0


class InvalidFloors(ConverterError):
    """A file of floors that says what none can."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure on the wrong side of its floor."""

    name: str
    floor: float
    measured: float

    def __str__(self) -> str:
        """Say it in words."""
        return f"{self.name}: {self.measured:.4g}, and the floor is {self.floor:g}"


@dataclass(frozen=True, slots=True)
class Floors:
    """Figures to be reached, and the corpus on which they were measured, if that is said."""

    f1: Mapping[str, float] = field(default_factory=dict)
    at_most: Mapping[str, float] = field(default_factory=dict)
    corpus: str | None = None


def read_floors(text: str, name: str) -> Floors:
    """Read floors: ``f1`` (at least so much), ``at_most`` and ``corpus``; raise ``InvalidFloors``."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise InvalidFloors(f"{name} is no TOML: {problem}") from problem
    corpus = found.pop(CORPUS, None)
    known = {F1: set(FAMILIES), AT_MOST: set(figures(Score()))}
    for table, values in found.items():
        if table not in known or not isinstance(values, dict):
            raise InvalidFloors(f"{name}: {table} is no table of floors (there are {F1} and {AT_MOST})")
        for key, value in values.items():
            if key not in known[table] or not isinstance(value, int | float):
                raise InvalidFloors(
                    f"{name}: {table}.{key} is no floor (known: {', '.join(sorted(known[table]))})"
                )
    return Floors(found.get(F1, {}), found.get(AT_MOST, {}), None if corpus is None else str(corpus))


def figures(score: Score) -> dict[str, float]:
    """Return what has to be small, by name."""
    letters = max(score.letters, 1)
    return {
        "silent per thousand": score.silent_per_thousand,
        "lost per thousand": 1000 * score.lost / letters,
        "invented per thousand": 1000 * score.invented / letters,
    }


def breaches(score: Score, floors: Floors) -> Iterator[Breach]:
    """Yield the figures that are worse than their floors."""
    for name, least in floors.f1.items():
        count = score.family(name)
        if count.f1(count.right) < least:
            yield Breach(f"F1 of {name}", least, count.f1(count.right))
    measured = figures(score)
    for name, most in floors.at_most.items():
        if measured[name] > most:
            yield Breach(name, most, measured[name])


def slack(score: Score, floors: Floors) -> Iterator[Breach]:
    """Yield the floors that lie too far below what is measured: they were lowered, or are to be raised."""
    for name, least in floors.f1.items():
        count = score.family(name)
        room = max(SLACK, 2 * PLAY_VALUES / max(count.values, 1))
        if count.f1(count.right) > least + room:
            yield Breach(f"F1 of {name}", least, count.f1(count.right))
    measured = figures(score)
    for name, most in floors.at_most.items():
        if measured[name] < most - SLACK_PER_THOUSAND:
            yield Breach(name, most, measured[name])


def raised(score: Score, floors: Floors, corpus: str | None = None) -> Floors:
    """Return floors as high as the score allows, and on the same corpus nowhere lower than before."""
    if corpus != floors.corpus:
        floors = Floors()
    f1 = {}
    for name in FAMILIES:
        count = score.family(name)
        if count.values:
            play = max(PLAY, PLAY_VALUES / count.values)
            now = floor((count.f1(count.right) - play) * PLACES) / PLACES
            f1[name] = max(now, floors.f1.get(name, 0.0))
    small = {name: ceil(value * PLAY_AT_MOST * 100) / 100 for name, value in figures(score).items()}
    most = {name: min(value, floors.at_most.get(name, value)) for name, value in small.items()}
    return Floors(f1, most, corpus)


def write_floors(floors: Floors) -> str:
    """Write floors as TOML."""
    tables = [
        "\n".join([f"[{table}]", *(f'"{name}" = {value:g}' for name, value in values.items())])
        for table, values in ((F1, floors.f1), (AT_MOST, floors.at_most))
    ]
    first = [] if floors.corpus is None else [f'{CORPUS} = "{floors.corpus}"']
    return "\n\n".join([*first, *tables]) + "\n"
