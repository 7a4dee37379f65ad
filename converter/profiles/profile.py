"""A profile ready for use: its word lists as patterns, with what it extends taken in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from converter.normalizers.names import fold_name
from converter.profiles.series_words import SeriesPatterns
from converter.profiles.templates import name_pattern
from converter.profiles.words import Cue, Label, Words
from converter.profiles.written import House, ProfileFile

EXAMPLE = (
    r"(?:,?\s*(?:for\s+(?:instance|example)|e\.g\.|örneğin|z\.\s?B\.|par\s+exemple|например),?)?\s*:?\s*"
)
"""What may follow ``see``: ``see, for example,``."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where a profile comes from: its text, and the file that the user named (``None``: it is shipped)."""

    text: str
    file: str | None = None


class Profile:
    """A profile ready for use; it travels between processes as its text."""

    def __init__(
        self,
        written: ProfileFile,
        base: Profile | None,
        origin: Written,
        houses: tuple[Profile, ...] = (),
    ) -> None:
        self.written = written
        self.houses = houses
        """Houses of the user, to be recognised beside the shipped ones: what shows none is read with this."""
        self.base = base
        self.origin = origin
        self.name = written.name
        self.description = written.description
        self.publisher: House = written.publisher
        self.dates = written.dates
        self.addresses = written.addresses
        own = {fold_name(name): spelling for name, spelling in written.authors.items()}
        self.authors: Mapping[str, str] = {**(base.authors if base else {}), **own}
        """Folded names → ``Given|Family``."""
        self._lists = lists = _merged(written, base)
        self._read_labels(lists)
        self.navigation = Words(lists["navigation"])
        self.has_own_navigation = bool(base and written.labels.navigation)
        self.phone = Cue(lists["phone"])
        self.fax = Cue(lists["fax"])
        self.accessed = Cue(lists["accessed"])
        self.published = Cue(lists["published"])
        self.back_reference = Cue(lists["back_reference"])
        self.see = Cue(lists["see"], EXAMPLE)
        names = tuple(name for names in written.series.names for name in names.values())
        self.series = SeriesPatterns(lists["words"], lists["number_words"], names, written.series.patterns)
        self._file_names = tuple(map(name_pattern, written.file_names))
        self.paths = tuple(map(name_pattern, written.addresses.paths))
        self.openings = self.cite_as.openings | self.about.openings | self.notes.openings
        self.openings |= self.closing.openings
        """How the passages begin that a label of their own may open."""

    def _read_labels(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        """Make patterns of the words that open a line or are one."""
        self.cite_as = Label(lists["cite_as"])
        self.about = Label(lists["about"])
        self.notes = Label(lists["notes"], joined=True)
        self.closing = Label(lists["closing"], joined=True)
        self.abstract = Label(lists["abstract"])
        self.keywords = Label(lists["keywords"])
        self.author = Label(lists["author"])
        self.date = Label(lists["date"])
        self.title = Label(lists["title"])
        self.header = Label(lists["header"])
        self.kicker = Words(lists["kicker"])
        self.series_label = Label(lists["series"])
        self.publisher_label = Label(lists["publisher"])
        self.address = Label(lists["address"])

    def __repr__(self) -> str:
        """Say which profile it is: two of one name that differ are not shown alike."""
        written = self.origin.text.encode() + repr(self.base).encode()
        written += "".join(map(repr, self.houses)).encode()
        return f"Profile({self.name!r}, {hashlib.sha256(written).hexdigest()[:16]})"

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Travel as text: patterns are made anew, once, where it arrives."""
        from converter import profiles  # the table of the profiles imports this module

        if self.houses:
            files = tuple((one.origin.text, one.origin.file or "") for one in self.houses)
            return profiles.load_houses, (files,)
        if self.origin.file is None:
            return profiles.load, (self.name,)
        return profiles.load_text, (self.origin.text, self.origin.file)

    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """Return the word lists by name, those of the base included."""
        return self._lists

    def file_name_patterns(self) -> Iterator[re.Pattern[str]]:
        """Yield how files may be named, the house's own ways before those of everybody."""
        yield from self._file_names
        if self.base:
            yield from self.base.file_name_patterns()

    def shorten(self, url: str) -> tuple[str, str | None]:
        """Return an address of the house without the part of its path that is not needed, and that part."""
        site, slashes, rest = url.partition("://")
        host, slash, path = rest.partition("/")
        for beginning in self.addresses.left_out:
            shorter = path.removeprefix(beginning.strip("/") + "/")
            if shorter != path:
                return f"{site}{slashes}{host}{slash}{shorter}", beginning
        return url, None

    def series_name(self, name: str, language: str) -> str | None:
        """Return what the house calls a series in a language, by any of its names."""
        folded = name.casefold()
        for names in self.written.series.names:
            if folded in map(str.casefold, names.values()):
                return names.get(language)
        return None


def _merged(written: ProfileFile, base: Profile | None) -> dict[str, tuple[str, ...]]:
    own: dict[str, tuple[str, ...]] = {
        **msgspec.structs.asdict(written.labels),
        "words": (
            *written.series.words,
            *(name for names in written.series.names for name in names.values()),
        ),
        "number_words": written.series.number_words,
    }
    inherited = base.lists() if base else {}
    return {
        key: (*words, *(word for word in inherited.get(key, ()) if word not in words))
        for key, words in own.items()
    }
