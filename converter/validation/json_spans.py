"""Whether the places a JSON file gives in its source can be: each runs forward, no two share a character."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from converter.diagnostics import Code, Diagnostic
from converter.validation.json_tree import Json, child, items, objects, walk

IN_ORDER = ("front_matter", "body", "back_matter")
"""Lists whose parts stand in the order of the source; notes stand in the order of their labels."""
APART = (*IN_ORDER, "footnotes")

Piece = tuple[int, int, str]
"""Start, end, and the JSON pointer of the span."""


def check_spans_run_forward(document: Json) -> Iterator[tuple[str, Diagnostic]]:
    """Report a span that ends before it starts."""
    for pointer, value in walk(document):
        if (piece := _piece(value, pointer)) and piece[1] < piece[0]:
            reason = f"a span runs from {piece[0]} back to {piece[1]}"
            yield pointer, Code.TEXT_DISAGREES.at(None, pointer, reason=reason)


def check_spans_are_apart(document: Json) -> Iterator[tuple[str, Diagnostic]]:
    """Report, in each list, a span that begins before the one above it and one that overlaps another."""
    for part in APART:
        pieces = list(_pieces(document, part))
        misplaced = list(_misplaced(pieces)) if part in IN_ORDER else []
        yield from misplaced
        if not misplaced:
            yield from _overlapping(sorted(pieces))


def _misplaced(pieces: list[Piece]) -> Iterator[tuple[str, Diagnostic]]:
    """Look only at the first piece of each part: what follows it may be cut around another."""
    firsts = [piece for piece in pieces if piece[2].endswith(("/span", "/spans/0"))]
    for before, here in pairwise(firsts):
        if here[0] < before[0]:
            reason = f"the span from {here[0]} to {here[1]} stands behind the one from {before[0]}"
            yield here[2], Code.TEXT_DISAGREES.at(None, here[2], reason=f"{reason}, out of order")


def _overlapping(pieces: list[Piece]) -> Iterator[tuple[str, Diagnostic]]:
    for before, here in pairwise(pieces):
        if here[0] < before[1] and here[0] <= here[1]:
            reason = f"the spans from {before[0]} to {before[1]} and from {here[0]} to {here[1]} overlap"
            yield here[2], Code.TEXT_DISAGREES.at(None, here[2], reason=reason)


def _pieces(document: Json, part: str) -> Iterator[Piece]:
    """Yield the pieces in which the parts of a list stand."""
    for at, one in objects(document, part):
        found = [
            piece
            for number, span in enumerate(items(one, "spans"))
            if (piece := _piece(span, f"/{part}/{at}/spans/{number}"))
        ]
        whole = _piece(child(one, "span"), f"/{part}/{at}/span")
        yield from found or ([whole] if whole else [])


def _piece(value: Json, pointer: str) -> Piece | None:
    start, end = child(value, "start"), child(value, "end")
    return (start, end, pointer) if isinstance(start, int) and isinstance(end, int) else None
