"""Which lines are rows of a table: three and more below each other, cut at the same places."""

from __future__ import annotations

from itertools import pairwise

from converter.readers.pdf_lines import Line, Lines
from converter.readers.pdf_notes import start_of

FEWEST_ROWS = 3
ALIGNED = 3.0
"""Points within which cells stand below each other."""


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
