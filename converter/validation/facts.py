"""What a file says of its document, under names that TEI, JSON and BibTeX share, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Place = Callable[[], tuple[int, int]]
"""Line and column, worked out only for what turns out to disagree."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value, and where it stands."""

    name: str
    """``title``, ``author 1``, ``note fn1``, ``work key url`` ..."""
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one file says."""

    path: str
    by_name: Mapping[str, Fact]


def collect(path: str, facts: Iterator[Fact]) -> Facts:
    """Gather the facts of a file; the first one of each name counts."""
    by_name: dict[str, Fact] = {}
    for fact in facts:
        by_name.setdefault(fact.name, fact)
    return Facts(path, by_name)


COMPLETE_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
YEAR = re.compile(r"\d{4}[a-z]?", re.ASCII)


def complete(date: str | None) -> str:
    """Return a date that all three formats can hold: one with its year; else nothing."""
    return date if date and COMPLETE_DATE.fullmatch(date) else ""


def known_language(tag: str | None) -> str:
    """Return a language tag, nothing for one that says that nothing is known."""
    return tag if tag and tag != "und" else ""


def dated(year: str, month: str | None, day: str | None) -> str:
    """Join the parts of a date as exactly as they are known."""
    parts = [year]
    if month:
        parts.append(month.zfill(2))
        if day:
            parts.append(day.zfill(2))
    return "-".join(parts)


def number_of(volume: str | None, number: str | None) -> str:
    """Join volume and number of a series: ``2025/37``."""
    return "/".join(part for part in (volume, number) if part)
