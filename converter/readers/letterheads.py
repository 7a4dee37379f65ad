"""Tables that only place lines on the page: one above all text (a letterhead), one of a single row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from converter.source import Block, Run, Source

MOST_ROWS = 8
"""Rows of a table above the text that may be a header; a longer one is facts."""

LONGEST_TEXT_ABOVE = 60
"""Characters of a block above which a table is no longer at the head of the document."""

BARS = frozenset({"|", ""})
LABEL_ENDS = (":", "：")


def without_letterhead(source: Source) -> Source:
    """Let the cells of such tables be lines of their own; a cell that is but a label goes with the next."""
    kinds = {block.kind for block in source.blocks if block.kind == "row" or _is_text(block)}
    if not kinds > {"row"}:  # no table, or nothing but tables
        return source
    blocks: list[Block] = []
    first = above = True
    for is_row, group in groupby(source.blocks, lambda block: block.kind == "row" and block.note is None):
        found = list(group)
        head = len(found) <= MOST_ROWS and (
            first or (above and all(_is_labelled(row, source.text) for row in found))
        )
        placed = is_row and (len(found) == 1 or head)
        blocks += [line for row in found for line in _lines(row, source.text)] if placed else found
        first = first and not any(block.furniture is None for block in found)
        above = above and (placed or not any(map(_is_text, found)))
    return msgspec.structs.replace(source, blocks=tuple(blocks))


def _is_text(block: Block) -> bool:
    """Tell a block that ends the head of a document."""
    return (
        block.furniture is None
        and block.kind != "page-break"
        and block.end - block.start > LONGEST_TEXT_ABOVE
    )


def _is_labelled(row: Block, text: str) -> bool:
    """Tell a row whose first cell says what the next is."""
    cells = [cell for cell, _ in _cells(row.runs, text)]
    return len(cells) > 1 and text[cells[0][0].start : cells[0][-1].end].rstrip().endswith(LABEL_ENDS)


def _lines(row: Block, text: str) -> Iterator[Block]:
    """Yield the cells of a row, a label with what it is of."""
    line: list[Run] = []
    gap = row.gap + 1
    for cell, bar in _cells(row.runs, text):
        if line and not text[line[0].start : line[-1].end].endswith(LABEL_ENDS):
            yield _line(line, gap)
            line, gap = [], 1
        line += [msgspec.structs.replace(bar, text=" "), *cell] if line and bar else cell
    if line:
        yield _line(line, gap)


def _line(runs: Sequence[Run], gap: int) -> Block:
    return Block(runs[0].start, runs[-1].end, tuple(runs), gap=gap)


def _cells(runs: Sequence[Run], text: str) -> Iterator[tuple[list[Run], Run | None]]:
    """Yield the runs of each cell that has text, and the bar before it."""
    cell: list[Run] = []
    bar: Run | None = None
    for run in runs:
        if text[run.start : run.end].strip() not in BARS:
            cell.append(run)
            continue
        if cell:
            yield cell, bar
            cell = []
        bar = run
    if cell:
        yield cell, bar
