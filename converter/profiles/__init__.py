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

__all__ = ["Cue", "Label", "Profile", "load", "load_text", "names", "open_profile"]

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


def open_profile(asked: str | PathLike[str]) -> Profile:
    """Return the shipped profile of a name, or the one that a file (``house.toml``) holds."""
    name = fspath(asked)
    if name in names():
        return load(name)
    if not name.endswith(".toml"):
        raise UnknownProfile(name, known=names())
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
    return load_text(text.replace("\r\n", "\n"), name)
