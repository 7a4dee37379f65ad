"""What is known of a house: labels, cue words and names, read from a TOML file; a new house is a new file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from converter.errors import UnknownProfile
from converter.normalizers.names import fold_name
from converter.profiles.series_words import SeriesPatterns
from converter.profiles.words import Cue, Label
from converter.profiles.written import House, Labels, ProfileFile, SeriesWords

__all__ = [
    "Cue",
    "House",
    "Label",
    "Labels",
    "Profile",
    "ProfileFile",
    "SeriesWords",
    "detect",
    "load",
    "names",
]

EXAMPLE = (
    r"(?:,?\s*(?:for\s+(?:instance|example)|e\.g\.|örneğin|z\.\s?B\.|par\s+exemple|например),?)?\s*:?\s*"
)
"""What may follow ``see``: ``see, for example,``."""


class Profile:
    """A profile ready for use: word lists as patterns, what it extends taken in."""

    def __init__(self, written: ProfileFile, base: Profile | None) -> None:
        self.name = written.name
        self.description = written.description
        self.detect = written.detect
        self.publisher: House = written.publisher
        own = {fold_name(name): spelling for name, spelling in written.authors.items()}
        self.authors: Mapping[str, str] = {**(base.authors if base else {}), **own}
        """Folded names → ``Given|Family``."""
        self._lists = lists = _merged(written, base)
        self.cite_as = Label(lists["cite_as"])
        self.about = Label(lists["about"])
        self.notes = Label(lists["notes"], joined=True)
        self.abstract = Label(lists["abstract"])
        self.keywords = Label(lists["keywords"])
        self.author = Label(lists["author"])
        self.date = Label(lists["date"])
        self.title = Label(lists["title"])
        self.header = Label(lists["header"])
        self.accessed = Cue(lists["accessed"])
        self.published = Cue(lists["published"])
        self.back_reference = Cue(lists["back_reference"])
        self.see = Cue(lists["see"], EXAMPLE)
        self.series = SeriesPatterns(lists["words"], lists["number_words"])
        self.openings = self.cite_as.openings | self.about.openings | self.notes.openings
        """How the passages begin that a label of their own may open."""

    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """Return the word lists by name, those of the base included."""
        return self._lists


def _merged(written: ProfileFile, base: Profile | None) -> dict[str, tuple[str, ...]]:
    own: dict[str, tuple[str, ...]] = {
        **msgspec.structs.asdict(written.labels),
        **msgspec.structs.asdict(written.series),
    }
    inherited = base.lists() if base else {}
    return {
        key: (*words, *(word for word in inherited.get(key, ()) if word not in words))
        for key, words in own.items()
    }


@cache
def names() -> tuple[str, ...]:
    """Return the names of the shipped profiles, the generic one last."""
    found = sorted(
        entry.name.removesuffix(".toml")
        for entry in files(__name__).iterdir()
        if entry.name.endswith(".toml")
    )
    return (*(name for name in found if name != "generic"), "generic")


@cache
def load(name: str) -> Profile:
    """Load a shipped profile; raise ``UnknownProfile`` for a name that there is not."""
    if name not in names():
        raise UnknownProfile(name, known=names())
    text = (files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
    written = msgspec.convert(tomllib.loads(text), ProfileFile)
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
