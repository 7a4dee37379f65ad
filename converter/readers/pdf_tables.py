"""Which lines are rows of a table: three and more below each other, cut at the same places."""

from __future__ import annotations

from itertools import pairwise

from converter.readers.pdf_lines import Line, Lines, row_of, stacked
from converter.readers.pdf_note_marks import start_of

FEWEST_ROWS = 3
LONGEST_CELL = 500
"""Characters of a cell; what is longer is text that a table only places on the page."""

ALIGNED = 3.0
"""Points within which cells stand below each other."""


def with_tagged_rows(lines: Lines) -> Lines:
    """Return lines with the cells of every row that the tags name put together, of however many lines."""
    rows: dict[int, dict[int, Lines]] = {}
    for line in lines:
        if line.tag and line.tag.row and line.tag.cell:
            rows.setdefault(line.tag.row, {}).setdefault(line.tag.cell, []).append(line)
    whole: dict[int, Line] = {}
    for cells in rows.values():
        if len(cells) < 2 or any(_length(cell) > LONGEST_CELL for cell in cells.values()):
            continue
        row = row_of([stacked(cell) for _, cell in sorted(cells.items())])
        whole |= {id(line): row for cell in cells.values() for line in cell}
    seen: set[int] = set()
    found: Lines = []
    for line in lines:
        row_or_line = whole.get(id(line), line)
        if id(row_or_line) not in seen:
            seen.add(id(row_or_line))
            found.append(row_or_line)
    return found


def _length(lines: Lines) -> int:
    return sum(len(line.text) for line in lines)


def find_rows(lines: Lines) -> None:
    """Mark the lines of a column that are rows."""
    run: Lines = []
    for line in lines:
        if not _may_be_row(line) or (run and not _are_aligned(run[-1], line)):
            _close(run)
            run = []
        if _may_be_row(line):
            run.append(line)
    _close(run)


def _close(run: Lines) -> None:
    if len(run) >= FEWEST_ROWS:
        for line in run:
            line.is_row = True


def _may_be_row(line: Line) -> bool:
    if len(line.cells) < 2:
        return False
    gaps = [after.x0 - before.x1 for before, after in pairwise(line.cells)]
    label = len(line.cells) == 2 and (len(line.cells[0].text) < 3 or start_of(line) is not None)
    return min(gaps) > line.size and not label


def _are_aligned(before: Line, line: Line) -> bool:
    """Tell whether two cells of a line stand below cells of the other, at their left or right edges."""
    shared = sum(
        any(abs(cell.x0 - other.x0) < ALIGNED or abs(cell.x1 - other.x1) < ALIGNED for other in before.cells)
        for cell in line.cells
    )
    return shared >= 2 and before.y - line.y < 3 * line.size
