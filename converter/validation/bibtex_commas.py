"""Where a comma is missing in a BibTeX entry: parsers then take the next field for a part of the value."""

from __future__ import annotations

import re
from dataclasses import dataclass

PIECE = re.compile(
    r"""
      [{}]
    | \\ .
    | "
    """,
    re.VERBOSE | re.DOTALL,
)
BARE = re.compile(r"[^\s{}\",#=]+")
JOINED = re.compile(r"\s*\#\s*")
NEXT_FIELD = re.compile(r"\s*(?P<name>[A-Za-z][\w-]*)\s*=\s*")
KEY_THEN_FIELD = re.compile(r"@\s*\w+\s*[{(]\s*[^\s,{}()\"=]+\s+[A-Za-z][\w-]*\s*=")
VALUE_THEN_FIELD = re.compile(
    r"""
    (?P<first> [A-Za-z][\w-]* ) \s*=\s*
    (?: \{ [^{}]* \} | "[^"{}]*" | \w+ )      # a plain value
    \s*\n\s*
    (?P<second> [A-Za-z][\w-]* ) \s*=
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A value that is followed by another field: the value itself, and the field's name, begin and value."""

    value: str
    name: str
    start: int
    rest: str


def behind_value(raw: str) -> Hidden | None:
    """Return the field that a missing comma hid in the value before it.

    >>> behind_value("{az} langid = {az}")
    Hidden(value='{az}', name='langid', start=5, rest='{az}')
    """
    end = value_end(raw)
    found = NEXT_FIELD.match(raw, end)
    if found is None or end == 0:
        return None
    return Hidden(raw[:end], found["name"], found.start("name"), raw[found.end() :].strip())


def value_end(raw: str) -> int:
    """Return where a value ends: behind its braces, quotes or word, and what ``#`` joins to it.

    >>> value_end('"a" # b year = 3'), value_end("2024 month = may")
    (7, 4)
    """
    at = 0
    while True:
        end = _piece_end(raw, at)
        joined = JOINED.match(raw, end)
        if joined is None or end == at:
            return end
        at = joined.end()


def _piece_end(raw: str, at: int) -> int:
    opening = raw[at : at + 1]
    if opening not in ("{", '"'):
        bare = BARE.match(raw, at)
        return bare.end() if bare else at
    depth = 0
    for piece in PIECE.finditer(raw, at):
        depth += {"{": 1, "}": -1}.get(piece[0], 0)
        closed = piece[0] == ("}" if opening == "{" else '"') and piece.start() > at
        if closed and depth == 0:
            return piece.end()
    return len(raw)


def missing_comma(raw: str, key: str | None) -> str | None:
    """Say which comma is missing in an entry that could not be read, if that is what is wrong.

    >>> missing_comma("@misc{a title = {x}", "a")
    'there is no comma behind the key a'
    """
    if KEY_THEN_FIELD.match(raw.lstrip()):
        return f"there is no comma behind the key {key}"
    if found := VALUE_THEN_FIELD.search(raw):
        return f"there is no comma between {found['first']} and {found['second']} in {key}"
    return None
