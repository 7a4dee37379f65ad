"""Reading parsed JSON of any shape: what has the wrong type reads as absent, the schema reports it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, cast

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"

ABSENT = object()


def child(value: Json, *keys: str | int) -> Json:
    """Follow keys and indices; ``None`` where there is nothing.

    >>> child({"a": [{"b": "c"}]}, "a", 0, "b")
    'c'
    """
    for key in keys:
        if isinstance(key, str) and isinstance(value, dict):
            value = value.get(key)
        elif isinstance(key, int) and isinstance(value, list) and key < len(value):
            value = value[key]
        else:
            return None
    return value


def string(value: Json, *keys: str | int) -> str | None:
    """Follow keys to a string."""
    found = child(value, *keys)
    return found if isinstance(found, str) else None


def items(value: Json, *keys: str | int) -> list[Json]:
    """Follow keys to an array and return its items."""
    found = child(value, *keys)
    return found if isinstance(found, list) else []


def objects(value: Json, *keys: str | int) -> list[tuple[int, dict[str, Json]]]:
    """Follow keys to an array and return its objects with their indices."""
    return [(at, item) for at, item in enumerate(items(value, *keys)) if isinstance(item, dict)]


def walk(value: Json, pointer: str = "") -> Iterator[tuple[str, Json]]:
    """Yield every value with its JSON pointer, an object before what it holds."""
    waiting = [(pointer, value)]
    while waiting:
        here, found = waiting.pop()
        yield here, found
        if isinstance(found, dict):
            inner = [(f"{here}/{escaped(key)}", one) for key, one in found.items()]
        elif isinstance(found, list):
            inner = [(f"{here}/{at}", one) for at, one in enumerate(found)]
        else:
            continue
        waiting.extend(reversed(inner))


def resolve(value: Json, pointer: str) -> object:
    """Return what a JSON pointer leads to, or ``ABSENT``.

    >>> resolve({"a/b": [1, 2]}, "/a~1b/1"), resolve({}, "/a") is ABSENT
    (2, True)
    """
    if pointer and not pointer.startswith("/"):
        return ABSENT
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and key in value:
            value = value[key]
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return ABSENT
    return value


def nearest_id(value: Json, pointer: str) -> str | None:
    """Return the ``id`` of the innermost object on the way to a pointer that has one."""
    found = None
    tokens = pointer.split("/")
    for depth in range(2, len(tokens) + 1):  # not the document itself, which is everywhere
        here = cast("Json", resolve(value, "/".join(tokens[:depth])))
        found = string(here, "id") or found
    return found


def escaped(key: str) -> str:
    """Write a key as a token of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")
