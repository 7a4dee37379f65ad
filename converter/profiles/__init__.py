"""What is known of a house: labels, cue words and names, read from a TOML file; a new house is a new file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from converter.errors import UnknownFormat


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words that open or name a part of the page, and the cue words inside notes."""

    cite_as: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    accessed: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    back_reference: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


class SeriesWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a series and its number are named."""

    words: tuple[str, ...] = ()
    number_words: tuple[str, ...] = ()


class House(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The publisher's printed names."""

    names: tuple[str, ...] = ()
    acronym: str | None = None


class ProfileFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A profile as its file says it."""

    name: str
    description: str = ""
    extends: str | None = None
    detect: tuple[str, ...] = ()
    labels: Labels = Labels()
    series: SeriesWords = SeriesWords()
    publisher: House = House()
    authors: dict[str, str] = {}
    """Printed form → ``Given|Family`` as the house writes it in running text."""


class Profile:
    """A profile ready for use: word lists as patterns, what it extends taken in."""

    def __init__(self, written: ProfileFile, base: Profile | None) -> None:
        self.name = written.name
        self.description = written.description
        self.detect = written.detect
        self.publisher = written.publisher
        self.authors: Mapping[str, str] = {**(base.authors if base else {}), **written.authors}
        self._lists = _merged(written, base)
        self.cite_as = _label(self._lists["cite_as"])
        self.about = _label(self._lists["about"])
        self.notes = _label(self._lists["notes"])
        self.abstract = _label(self._lists["abstract"])
        self.keywords = _label(self._lists["keywords"])
        self.author = _label(self._lists["author"])
        self.date = _label(self._lists["date"])
        self.title = _label(self._lists["title"])
        self.accessed = Cue(self._lists["accessed"])
        self.published = Cue(self._lists["published"])
        self.back_reference = Cue(self._lists["back_reference"])
        example = r"(?:,?\s*(?:for\s+(?:instance|example)|e\.g\.|örneğin|z\.\s?B\.|par\s+exemple|например),?)?"
        self.see = Cue(self._lists["see"], rf"{example}\s*:?\s*")
        self.series_words = self._lists["words"]
        self.number_words = self._lists["number_words"]

    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """Return the word lists by name, those of the base included."""
        return self._lists


def _merged(written: ProfileFile, base: Profile | None) -> dict[str, tuple[str, ...]]:
    own = {**msgspec.structs.asdict(written.labels), **msgspec.structs.asdict(written.series)}
    inherited = base.lists() if base else {}
    return {key: (*words, *(word for word in inherited.get(key, ()) if word not in words)) for key, words in own.items()}


def _alternatives(words: Iterable[str]) -> str:
    """Join words into alternatives, the longest first; blanks match any blanks, i matches İ and I."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(_tolerant(word) for word in ordered) or r"(?!)"


def _tolerant(word: str) -> str:
    pattern = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.sub("[iİıI]", "[iİıI]", pattern)


def _label(words: Iterable[str]) -> re.Pattern[str]:
    """Match a label at the start of a line, with its colon, or alone on the line."""
    return re.compile(rf"(?P<label>(?:{_alternatives(words)})\s*(?::|(?=\s*$)))\s*", re.IGNORECASE)


class Cue:
    """Cue words that may stand anywhere in a text, whole, with the stop or colon behind them.

    Most texts hold none of the words; that is found out by plain search before any pattern is tried.
    """

    def __init__(self, words: Iterable[str], tail: str = r"\.?\s*:?") -> None:
        words = tuple(words)
        self.pattern = re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w){tail}", re.IGNORECASE)
        stems = sorted({_plain(word.split()[0]) for word in words}, key=len)
        self._stems = tuple(stem for at, stem in enumerate(stems) if not any(other in stem for other in stems[:at]))

    def occurs(self, text: str) -> bool:
        """Tell whether a text may hold one of the words."""
        plain = _plain(text)
        return any(stem in plain for stem in self._stems)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first of the words."""
        if not self.occurs(text):
            return None
        return self.pattern.search(text, start, len(text) if end is None else end)

    def find_all(self, text: str, start: int, end: int) -> list[re.Match[str]]:
        """Return all of them in order."""
        return list(self.pattern.finditer(text, start, end)) if self.occurs(text) else []


def _plain(text: str) -> str:
    """Lower-case a text so that all forms of the letter i are one."""
    return text.replace("İ", "i").replace("I", "i").replace("ı", "i").lower()


def names() -> tuple[str, ...]:
    """Return the names of the shipped profiles, the generic one last."""
    found = sorted(entry.name.removesuffix(".toml") for entry in files(__name__).iterdir() if entry.name.endswith(".toml"))
    return (*(name for name in found if name != "generic"), "generic")


@cache
def load(name: str) -> Profile:
    """Load a shipped profile; raise ``UnknownFormat`` for a name that there is not."""
    if name not in names():
        raise UnknownFormat(name, known=names())
    text = (files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = tomllib.loads(text)
    written = msgspec.convert(loaded, ProfileFile)
    return Profile(written, load(written.extends) if written.extends else None)


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    return tuple((sign.casefold(), name) for name in names() for sign in load(name).detect)


def detect(text: str) -> Profile:
    """Return the profile of the house that the text names, or the generic one.

    The text is what the house says of itself: header, cite-as and colophon, not the notes.
    """
    folded = text.casefold()
    for sign, name in _signs():
        if sign in folded:
            return load(name)
    return load("generic")
