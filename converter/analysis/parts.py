"""How a stretch falls into recognised parts: fields and links in order, the words between as text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from converter.analysis.content import linked
from converter.analysis.flow import Flow
from converter.model import Field, Link, Text


class Part(msgspec.Struct, frozen=True, gc=False):
    """A recognised part of a flow: where, and what it is called (``url`` becomes a link)."""

    start: int
    end: int
    name: str
    values: dict[str, str | None]
    """What else is known of it: ``when``, ``role``, ``level``, ``language``, ``unit``, ``target``."""


def content_of(flow: Flow, start: int, end: int, parts: Iterable[Part]) -> tuple[Text | Link | Field, ...]:
    """Return a stretch of a flow as fields, links and the text between."""
    items: list[Text | Link | Field] = []
    at = start
    for part in sorted(parts, key=_place):
        if part.start < at or part.end > end:
            continue
        if part.start > at:
            items += linked(flow, at, part.start)
        text = flow.text[part.start : part.end]
        if part.name == "url":
            target = part.values["target"]
            items.append(Link(text, target) if target else Text(text))
        else:
            items.append(Field(part.name, text, **part.values))
        at = part.end
    if end > at:
        items += linked(flow, at, end)
    return tuple(items)


def _place(part: Part) -> tuple[int, int, str]:
    return part.start, part.end, part.name


def gaps(start: int, end: int, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches between the taken ones, in order."""
    found, at = [], start
    for begin, stop in sorted(taken):
        if begin > at:
            found.append((at, begin))
        at = max(at, stop)
    if at < end:
        found.append((at, end))
    return found


def trimmed(text: str, start: int, end: int, characters: str = " \t.,;:") -> tuple[int, int]:
    """Return a stretch without these characters at its ends."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip(characters))
    right = start + len(piece.rstrip(characters))
    return (left, max(left, right))
