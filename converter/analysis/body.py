"""How the passages of the body become blocks: items that follow each other are one list, rows one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from converter.analysis.block_kinds import BULLET, NUMBER, block_kind
from converter.analysis.content import Built, Insert, build
from converter.analysis.flow import Flow
from converter.analysis.passages import Passage
from converter.model import Block, Cell, Content, Item, Row
from converter.source import Span

GROUPED = frozenset({"bullet", "number", "row"})
TABLE_RULE = re.compile(r"[|\s:-]+")  # |---|:--|

InsertsOf = Callable[[int], Sequence[Insert]]
"""Number of a passage in the body → the markers and breaks in it, by their place in its flow."""


class Placed(msgspec.Struct, frozen=True, gc=False):
    """Where the text of a passage begins in the text of its block, and where its markers are from there."""

    number: int
    begin: int
    offsets: tuple[int, ...]


BuiltBlock = tuple[Block, list[Placed]]


def build_blocks(
    passages: Sequence[Passage], numbers: Sequence[int], inserts_of: InsertsOf
) -> list[BuiltBlock]:
    """Return the blocks in order, each with the places of its passages.

    ``numbers`` are those of the passages in the document: a list that something else cuts is two.
    """
    kinds = [block_kind(passages, number) for number in range(len(passages))]
    blocks: list[BuiltBlock] = []
    number = 0
    while number < len(passages):
        end = number + 1
        while kinds[number] in GROUPED and kinds[end : end + 1] == [kinds[number]]:
            if numbers[end] != numbers[end - 1] + 1:
                break
            end += 1
        blocks.append(_block(f"p{len(blocks) + 1}", kinds[number], passages, range(number, end), inserts_of))
        number = end
    return blocks


def _block(
    identifier: str, kind: str, passages: Sequence[Passage], numbers: range, inserts_of: InsertsOf
) -> BuiltBlock:
    if kind in ("bullet", "number"):
        return _list(identifier, kind, passages, numbers, inserts_of)
    if kind == "row":
        return _table(identifier, passages, numbers, inserts_of)
    number = numbers[0]
    passage = passages[number]
    built = build(passage.flow, inserts_of(number))
    spans = tuple([piece.whole() for piece in passage.pieces])
    level = max(passage.level, 1) if kind == "heading" else None
    block = Block(kind, identifier, built.content, built.text, passage.flow.whole(), spans, level)
    return block, [Placed(number, 0, built.offsets)]


def _outer(passages: Sequence[Passage], numbers: range) -> Span:
    return Span(passages[numbers[0]].flow.whole().start, passages[numbers[-1]].flow.whole().end)


def _list(
    identifier: str, kind: str, passages: Sequence[Passage], numbers: range, inserts_of: InsertsOf
) -> BuiltBlock:
    items: list[Content] = []
    places: list[Placed] = []
    texts: list[str] = []
    length = 0
    for number in numbers:
        passage = passages[number]
        label, begin = _bullet(kind, passage)
        built = build(passage.flow.part(begin, len(passage.text)), _shifted(inserts_of(number), begin))
        places.append(Placed(number, length, built.offsets))
        items.append(Item(built.content, label))
        texts.append(built.text)
        length += len(built.text) + 1
    span = _outer(passages, numbers)
    block = Block("list", identifier, tuple(items), "\n".join(texts), span, ordered=kind == "number")
    return block, places


def _bullet(kind: str, passage: Passage) -> tuple[str | None, int]:
    """Return the printed number of an item, and where its text begins."""
    match = (NUMBER if kind == "number" else BULLET).match(passage.text)
    label = passage.text[: match.end()].strip() if match else passage.label
    return (label if kind == "number" else None), match.end() if match else 0


def _shifted(inserts: Sequence[Insert], begin: int) -> list[Insert]:
    return [
        Insert(insert.start - begin, insert.end - begin, insert.node)
        for insert in inserts
        if insert.start >= begin
    ]


def _table(identifier: str, passages: Sequence[Passage], numbers: range, inserts_of: InsertsOf) -> BuiltBlock:
    rows: list[Content] = []
    places: list[Placed] = []
    texts: list[str] = []
    length = 0
    for number in numbers:
        if TABLE_RULE.fullmatch(passages[number].text):
            continue
        cells = _cells(passages[number].flow, inserts_of(number))
        text = " ".join(built.text for built in cells)
        places.append(Placed(number, length, _offsets_in_row(cells)))
        rows.append(Row(tuple(Cell(built.content) for built in cells)))
        texts.append(text)
        length += len(text) + 1
    return Block("table", identifier, tuple(rows), "\n".join(texts), _outer(passages, numbers)), places


def _offsets_in_row(cells: Sequence[Built]) -> tuple[int, ...]:
    offsets: list[int] = []
    at = 0
    for built in cells:
        offsets += [at + offset for offset in built.offsets]
        at += len(built.text) + 1
    return tuple(offsets)


def _cells(flow: Flow, inserts: Sequence[Insert]) -> list[Built]:
    cells: list[Built] = []
    begin = 1
    while (end := flow.text.find("|", begin)) >= 0:
        cell = flow.part(begin, end).stripped()
        start = begin + len(flow.text[begin:end]) - len(flow.text[begin:end].lstrip())
        own = [insert for insert in _shifted(inserts, start) if insert.end <= len(cell.text)]
        cells.append(build(cell, own))
        begin = end + 1
    return cells
