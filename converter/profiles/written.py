"""What the file of a profile may say: evidence, labels, cue words, series, the house's names and habits.

``docs/profiles.md`` describes every key; a test holds the page and these classes together.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Detect(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """What shows that a page is of this house."""

    addresses: tuple[str, ...] = ()
    """Hosts of its web and e-mail addresses, without ``www.``"""
    names: tuple[str, ...] = ()
    """Printed names by which it is known."""
    lines: tuple[str, ...] = ()
    """How lines begin that only this house prints: running heads, series and number."""
    dois: tuple[str, ...] = ()
    """Prefixes of its DOIs: ``10.18449``."""


class Labels(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """The words that open or name a part of the page, and the cue words inside notes."""

    cite_as: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    """What heads other parts behind the text: thanks, a disclaimer, further reading."""
    abstract: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    """Other facts that a header may label: series, type, language …"""
    kicker: tuple[str, ...] = ()
    """Whole lines that say but the kind of the piece: ``COMMENTARY``, ``Analiz``."""
    series: tuple[str, ...] = ()
    """What stands before the name of the series."""
    publisher: tuple[str, ...] = ()
    """What stands before the name of the house."""
    phone: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    """What stands before a postal address."""
    navigation: tuple[str, ...] = ()
    """Whole lines that belong to the web page and not to the text: ``Download PDF``."""
    accessed: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    back_reference: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


class SeriesWords(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """How a series and its number are named."""

    words: tuple[str, ...] = ()
    number_words: tuple[str, ...] = ()
    names: tuple[dict[str, str], ...] = ()
    """The house's series, each by language: ``{ en = "Commentary", tr = "Yorum" }``."""
    patterns: tuple[str, ...] = ()
    """How series and number are printed: ``{series} {volume}/C {number}``."""


class House(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """The publisher: its name by language, other spellings, its postal address as printed."""

    acronym: str | None = None
    names: dict[str, str] = {}
    spellings: tuple[str, ...] = ()
    address: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every printed name, those by language first."""
        return (*self.names.values(), *self.spellings)


class Addresses(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """How the house's web addresses are built and cleaned."""

    paths: tuple[str, ...] = ()
    """Path of a page: ``/{language}/{series}/{title}``."""
    tracking: tuple[str, ...] = ()
    """Parameters that only follow the reader, beside those that everybody uses."""
    left_out: tuple[str, ...] = ()
    """Beginnings of the path without which the same page is reached."""


class Dates(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """How the house writes and means dates."""

    order: Literal["day-month", "month-day"] | None = None
    """What ``04/05/2021`` means: 4 May, or April 5; if not said, 4 May, and a finding says so."""
    notes: Literal["visit", "publication"] | None = None
    """What a date without a cue word in a note is of, if the house always means the same."""


class ProfileFile(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A profile as its file says it."""

    name: str
    description: str = ""
    extends: str | None = "generic"
    detect: Detect = Detect()
    publisher: House = House()
    series: SeriesWords = SeriesWords()
    labels: Labels = Labels()
    addresses: Addresses = Addresses()
    file_names: tuple[str, ...] = ()
    """How the house names its files: ``avim-{volume}-{number}``."""
    dates: Dates = Dates()
    authors: dict[str, str] = {}
    """Printed form → ``Given|Family`` as the house writes it in running text."""
