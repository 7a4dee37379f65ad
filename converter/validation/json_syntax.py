"""Whether a file is JSON that every parser reads alike, and where it is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast

from converter.diagnostics import Code
from converter.source import LineIndex
from converter.validation.findings import FileFinding, decode_utf8
from converter.validation.json_tree import Json, walk
from converter.validation.positions import position_of

DEEPEST = 64
TOO_DEEP = f"it is nested deeper than {DEEPEST}"
LARGEST_INTEGER = 2**53
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
TOKEN = re.compile(
    r"""
      "(?P<string> (?: [^"\\] | \\. )*+ )" (?P<colon> \s*+ : )?   # "key":  or  "value"
    | (?P<opening> [{\[] )
    | (?P<closing> [}\]] )
    """,
    re.VERBOSE | re.DOTALL,
)


class NotJsonError(Exception):
    """The file cannot be used further; ``finding`` says why."""

    def __init__(self, finding: FileFinding) -> None:
        super().__init__(finding.diagnostic.message)
        self.finding = finding


class _RefusedNumberError(ValueError):
    """A constant or number that other parsers read differently or not at all."""


def parse_json(content: bytes, path: str) -> tuple[Json, str]:
    """Return the value and the text of a file; raise ``NotJsonError`` with the place otherwise."""
    text = decode_utf8(content, path, Code.JSON_SYNTAX)
    if isinstance(text, FileFinding):
        raise NotJsonError(text)
    try:
        value = cast(
            "Json", json.loads(text, parse_constant=_refuse, parse_int=_integer, parse_float=_number)
        )
    except json.JSONDecodeError as error:
        raise _not_json(path, error.msg[0].lower() + error.msg[1:], error.lineno, error.colno) from None
    except _RefusedNumberError as error:
        word = str(error)
        line, column = LineIndex(text).locate(max(text.find(word), 0))
        raise _not_json(path, f"{word[:40]} is no number that all parsers can read", line, column) from None
    except RecursionError:
        raise _too_deep(path, text) from None
    _refuse_unusable(value, text, path)
    return value, text


def duplicate_keys(text: str, path: str) -> Iterator[FileFinding]:
    """Yield each key that stands twice in one object: a parser silently keeps one of the values."""
    lines = LineIndex(text)
    open_objects: list[set[str]] = []
    for token in TOKEN.finditer(text):
        if token["opening"]:
            open_objects.append(set())
        elif token["closing"]:
            open_objects.pop()
        elif token["colon"]:
            key = json.loads(f'"{token["string"]}"', strict=False)
            if key in open_objects[-1]:
                line, column = lines.locate(token.start())
                yield FileFinding(path, line, column, Code.JSON_DUPLICATE_KEY.at(None, key=json.dumps(key)))
            open_objects[-1].add(key)


def _not_json(path: str, reason: str, line: int, column: int) -> NotJsonError:
    return NotJsonError(FileFinding(path, line, column, Code.JSON_SYNTAX.at(None, reason=reason)))


def _refuse(constant: str) -> Json:
    raise _RefusedNumberError(constant)


def _integer(digits: str) -> Json:
    if len(digits) > 17 or abs(int(digits)) > LARGEST_INTEGER:
        raise _RefusedNumberError(digits)
    return int(digits)


def _number(digits: str) -> Json:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise _RefusedNumberError(digits)
    return number


def _refuse_unusable(value: Json, text: str, path: str) -> None:
    """Raise if a well-formed value cannot be used further."""
    for pointer, one in walk(value):
        if pointer.count("/") > DEEPEST:
            raise _too_deep(path, text)
        if LONE_SURROGATE.search(pointer) or (isinstance(one, str) and LONE_SURROGATE.search(one)):
            place = pointer.encode("ascii", "backslashreplace").decode()
            reason = f"half of a character (a lone surrogate) stands at {place}"
            raise _not_json(path, reason, *position_of(text, pointer))


def _too_deep(path: str, text: str) -> NotJsonError:
    """Refuse a file at the first bracket that opens too deep."""
    depth = 0
    for token in TOKEN.finditer(text):
        depth += 1 if token["opening"] else -1 if token["closing"] else 0
        if depth > DEEPEST:
            return _not_json(path, TOO_DEEP, *LineIndex(text).locate(token.start()))
    return _not_json(path, TOO_DEEP, 1, 1)
