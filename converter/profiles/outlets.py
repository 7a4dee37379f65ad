"""Which names are known to be newspapers, agencies, broadcasters and news sites, in many languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from converter.normalizers.keys import ascii_fold

LONGEST_NAME = 40
"""Characters of the longest name."""


class Outlets(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """What the table of outlets says."""

    names: dict[str, tuple[str, ...]]
    """By the language or the part of the world that they are read in."""
    ordinary: tuple[str, ...]
    """Words that are no outlet where nothing but a date stands beside them."""


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of all names, and of those that are words of every day."""
    text = (files("converter.profiles") / "tables" / "outlets.toml").read_text(encoding="utf-8")
    outlets = msgspec.convert(tomllib.loads(text), Outlets)
    names = [name for group in outlets.names.values() for name in group]
    return frozenset(map(_key, names)), frozenset(map(_key, outlets.ordinary))


def _key(name: str) -> str:
    return ascii_fold(name).replace(" ", "") or name.strip()


def is_known_outlet(name: str, *, alone: bool = False) -> bool:
    """Tell whether a name is that of a known outlet; ``alone``: even where no title stands beside it.

    >>> is_known_outlet("AZƏRTAC"), is_known_outlet("Коммерсантъ"), is_known_outlet("Ada Orman")
    (True, True, False)
    """
    if len(name) > LONGEST_NAME:
        return False
    names, ordinary = _table()
    key = _key(name)
    return key in names and not (alone and key in ordinary)
