"""Which lines of a text are rows of a table that bars or tabs part into cells."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.flow import Flow
from converter.source import Block

LONGEST_CELL = 80
FEWEST_ROWS = 3
"""Rows of a table of two columns; of one of more, two are enough."""

Cells = Sequence[tuple[int, int]]
"""Where the cells of a row begin and end in its text."""


def find_rows(text: str, blocks: Sequence[Block], flows: Sequence[Flow], begin: int) -> dict[int, Cells]:
    """Return the lines that are rows, each with its cells: lines below each other with as many cells.

    Before the text begins there is no table: the lines of a header have bars too.
    """
    if "\t" not in text and "|" not in text:
        return {}
    rows: dict[int, Cells] = {}
    run: list[tuple[int, Cells]] = []
    for number, (block, flow) in enumerate(zip(blocks, flows, strict=True)):
        cells = _cells(text, flow) if number >= begin and block.kind == "text" else ()
        if run and (block.gap or len(cells) != len(run[0][1])):
            rows.update(_table(run))
            run = []
        if cells:
            run.append((number, cells))
    rows.update(_table(run))
    return rows


def _table(run: Sequence[tuple[int, Cells]]) -> dict[int, Cells]:
    if not run or len(run) < (FEWEST_ROWS if len(run[0][1]) == 2 else 2):
        return {}
    return dict(run)


def _cells(text: str, flow: Flow) -> Cells:
    """Cut a line at its bars or tabs; none of the cells may be long, or all but one empty."""
    line = flow.text
    if line[:1] == "|":
        return ()
    cuts = [at for at, sign in enumerate(line) if sign == "|"]
    if not cuts:
        cuts = [at for at, sign in enumerate(line) if sign == " " and text[flow.place(at)] == "\t"]
    if not cuts:
        return ()
    cells = list(zip([0, *(at + 1 for at in cuts)], [*cuts, len(line)], strict=True))
    lengths = [len(line[start:end].strip()) for start, end in cells]
    return cells if max(lengths) <= LONGEST_CELL and sum(map(bool, lengths)) > 1 else ()
