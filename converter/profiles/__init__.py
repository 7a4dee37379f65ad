"""What is known of a house: labels, cue words and names, read from a TOML file; a new house is a new file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path

from converter.errors import InvalidProfile, UnknownProfile
from converter.profiles.profile import Profile, Written
from converter.profiles.reading import line_of, parse_profile
from converter.profiles.words import Cue, Label

__all__ = ["Cue", "Label", "Profile", "load", "load_houses", "load_text", "names", "open_profile"]

GENERIC = "generic"
LIMIT = 1024 * 1024
"""Bytes of the file of a profile."""


@cache
def names() -> tuple[str, ...]:
    """Return the names of the shipped profiles, the generic one last."""
    found = sorted(
        entry.name.removesuffix(".toml")
        for entry in files(__name__).iterdir()
        if entry.name.endswith(".toml")
    )
    return (*(name for name in found if name != GENERIC), GENERIC)


@cache
def load(name: str) -> Profile:
    """Load a shipped profile; raise ``UnknownProfile`` for a name that there is not."""
    if name not in names():
        raise UnknownProfile(name, known=names())
    text = (files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
    written = parse_profile(text, f"{name}.toml")
    base = load(written.extends) if written.extends and name != GENERIC else None
    return Profile(written, base, Written(text))


@cache
def load_text(text: str, file: str) -> Profile:
    """Read the profile that a user wrote; raise ``InvalidProfile`` for what no profile can say."""
    written = parse_profile(text, file)
    if written.extends and written.extends not in names():
        problem = f"extends: there is no shipped profile {written.extends!r} ({', '.join(names())})"
        raise InvalidProfile(file, line_of(text, "extends"), problem)
    return Profile(written, load(written.extends) if written.extends else None, Written(text, file))


@cache
def load_houses(written: tuple[tuple[str, str], ...]) -> Profile:
    """Return the generic profile with houses that a user wrote, each text with its file, beside it."""
    houses = tuple(load_text(text, file) for text, file in written)
    names_of = [house.name for house in houses]
    for at, (house, (text, file)) in enumerate(zip(houses, written, strict=True)):
        if house.name in names_of[:at]:
            first = houses[names_of.index(house.name)].origin.file
            raise InvalidProfile(file, line_of(text, "name"), f"name: {first} has this name too")
    generic = load(GENERIC)
    return Profile(generic.written, None, generic.origin, houses)


def open_profile(asked: str | PathLike[str]) -> Profile:
    """Return the shipped profile of a name, that of a file (``house.toml``), or those of a folder."""
    name = fspath(asked)
    if name in names():
        return load(name)
    if not name.endswith(".toml"):
        if not Path(name).is_dir():
            raise UnknownProfile(name, known=names())
        paths = sorted(str(path) for path in Path(name).glob("*.toml"))
        if not paths:
            raise InvalidProfile(name, 1, "no profile (NAME.toml) is in this folder")
        return load_houses(tuple((_text_of(path), path) for path in paths))
    return load_text(_text_of(name), name)


def _text_of(name: str) -> str:
    try:
        with Path(name).open("rb") as stream:
            content = stream.read(LIMIT + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise InvalidProfile(name, 1, error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidProfile(name, line, "not UTF-8") from None
    if len(content) > LIMIT:
        raise InvalidProfile(name, 1, f"more than {LIMIT} bytes, which is no profile")
    return text.replace("\r\n", "\n")
