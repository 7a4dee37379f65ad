"""What the file of a profile may say: labels, cue words, series words, the house's names."""

from __future__ import annotations

import msgspec


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
    header: tuple[str, ...] = ()
    """Other facts that a header may label: series, type, language …"""
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
