"""What the builders of blocks share: where a passage and its markers stand in the text of its block."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from converter.analysis.content import Insert
from converter.analysis.passages import Passage
from converter.model import Block
from converter.source import Span

InsertsOf = Callable[[int], Sequence[Insert]]
"""Number of a passage in the body → the markers and breaks in it, by their place in its flow."""


class Placed(msgspec.Struct, frozen=True, gc=False):
    """Where the text of a passage begins in the text of its block, and where its markers are from there."""

    number: int
    begin: int
    offsets: tuple[int, ...]


BuiltBlock = tuple[Block, list[Placed]]


def outer(passages: Sequence[Passage], numbers: range) -> Span:
    """Return the place of the first to the last of these passages."""
    return Span(passages[numbers[0]].flow.whole().start, passages[numbers[-1]].flow.whole().end)


def shifted(inserts: Sequence[Insert], begin: int) -> list[Insert]:
    """Count the inserts behind an offset from there."""
    return [
        Insert(insert.start - begin, insert.end - begin, insert.node)
        for insert in inserts
        if insert.start >= begin
    ]
