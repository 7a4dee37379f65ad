"""Where the value that a JSON pointer names stands in the text of a JSON file.

No JSON parser tells this of values. The scan costs a pass over the text, so it runs only for files that have
findings to place. The text must be JSON that a parser has accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed does not know it

BLANK = re.compile(r"[ \t\n\r]*+")
STRING = re.compile(
    r"""
    " (?: [^"\\]++    # "plain
      | \\ .          # \" or \n or the beginning of \u0131
    )*+ "
    """,
    re.VERBOSE | re.DOTALL,
)
SCALAR = re.compile(r"[^\s,\]}]++")
"""``12.5e3``, ``true``, ``null``."""
STRUCTURE = re.compile(r"""[^"\[\]{}]*+(["\[\]{}])""")
"""Everything up to the next sign that opens or closes something."""


def position_of(text: str, pointer: str) -> tuple[int, int]:
    r"""Return line and column (both from 1, in code points) of a value.

    A pointer that leads nowhere gives the place where its way ends: the innermost value that exists.

    >>> position_of('{"a": [1,\n  {"b": 2}]}', "/a/1/b")
    (2, 9)
    """
    offset = offset_of(text, pointer)
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def offset_of(text: str, pointer: str) -> int:
    """Return how many code points stand before a value.

    >>> offset_of('{"a": [10, 20]}', "/a/1")
    11
    """
    at = _after_blank(text, 0)
    for token in pointer.split("/")[1:]:
        inside = dict(_members(text, at)) if text[at] in "{[" else {}
        key = token.replace("~1", "/").replace("~0", "~")
        if key not in inside:
            break
        at = inside[key]
    return at


def _members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield key (or index) and offset of each value directly in the object or array that begins here."""
    keyed = text[at] == "{"
    at = _after_blank(text, at + 1)
    number = 0
    while text[at] not in "]}":
        key = str(number)
        if keyed:
            key, at = scanstring(text, at + 1)
            at = _after_blank(text, _after_blank(text, at) + 1)
        yield key, at
        at = _after_blank(text, _end_of(text, at))
        if text[at] == ",":
            at = _after_blank(text, at + 1)
        number += 1


def _end_of(text: str, at: int) -> int:
    """Return the offset behind the value that begins here, however deep it is."""
    if text[at] not in '"{[':
        return _matched(SCALAR, text, at).end()
    depth = 0
    while True:
        found = _matched(STRUCTURE, text, at)
        if found[1] == '"':
            at = _matched(STRING, text, found.start(1)).end()
        else:
            at = found.end()
            depth += 1 if found[1] in "[{" else -1
        if depth == 0:
            return at


def _after_blank(text: str, at: int) -> int:
    return _matched(BLANK, text, at).end()


def _matched(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    match = pattern.match(text, at)
    if match is None:
        raise ValueError(f"no JSON from character {at} on")
    return match
