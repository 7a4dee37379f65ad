"""In which order a page is read: columns from left to right, what spans them in its place between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from converter.readers.pdf_lines import Line, Lines, by_height

FEWEST = 3
"""Lines that a column has at least."""

SHORTEST = 11
"""Characters that its lines have on average; shorter ones are cells of a table, labels or bullets."""

MOST_SPANNING = 0.3
"""Lines across a gutter between the first and the last of a column, as a share of the column's."""

LARGER = 1.12
"""Size of a title, as a share of that of most lines, at least."""

FEWEST_LEFT = 12
"""Lines of a left column beside which one line is a right column."""

MOST_LATE = 6
"""Lines of a right column that only begins, at most."""

MOST_TRIED = 6
SHORTEST_QUOTE = 100
DEEPEST = 4
"""Columns within columns; a page of a commentary has no more."""


class Column:
    """Lines that are read one after the other, and how many columns stand side by side there."""

    __slots__ = ("count", "lines", "number")

    def __init__(self, lines: Lines, number: int, count: int) -> None:
        self.lines = lines
        self.number = number
        self.count = count


def split_columns(lines: Lines, depth: int = 0) -> Iterator[Column]:
    """Yield the columns of a page in reading order."""
    gutter = _gutter(lines) if depth < DEEPEST else None
    if gutter is None:
        if lines:
            yield Column(lines, 0, 1)
        return
    sides: tuple[Lines, Lines] = ([], [])
    across: Lines = []
    usual = sorted(line.size for line in lines)[len(lines) // 2]
    for line in sorted(lines, key=by_height, reverse=True):
        if _crosses(line, gutter) or (line.size > LARGER * usual and across and _goes_on(across[-1], line)):
            heads = _heads_over(line, sides)
            yield from _side_by_side(sides, depth)
            sides = ([], [])
            across += [*heads, line]
        else:
            if across:
                yield Column(across, 0, 1)
                across = []
            sides[line.x0 + line.size > gutter].append(line)
    if across:
        yield Column(across, 0, 1)
    yield from _side_by_side(sides, depth)


def _crosses(line: Line, gutter: float) -> bool:
    return line.x0 < gutter - line.size and line.x1 > gutter + 0.3 * line.size


def _heads_over(line: Line, sides: tuple[Lines, Lines]) -> Lines:
    """Take from the left column a heading that stands below both, over a line that spans them."""
    left, right = sides
    if len(left) < 2 or not right:
        return []
    last, before = left[-1], left[-2]
    apart = before.y - last.y > last.y - line.y or last.size > LARGER * line.size
    if (last.bold or last.size > LARGER * line.size) and apart and last.y < right[-1].y - 0.5 * last.size:
        return [left.pop()]
    return []


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a line is the next one of a title that spans the columns."""
    return abs(before.size - line.size) < 0.2 and before.y - line.y < 1.8 * line.size


def _side_by_side(sides: tuple[Lines, Lines], depth: int) -> Iterator[Column]:
    for number, side in enumerate(sides):
        for column in split_columns(side, depth + 1):
            yield Column(column.lines, number * 2**depth + column.number, 2 * column.count)


def _gutter(lines: Lines) -> float | None:
    """Return where the right one of two columns begins, if the lines are two columns or more."""
    if len(lines) < 2 * FEWEST:
        return None
    ends, starts = sorted(line.x1 for line in lines), sorted(line.x0 for line in lines)
    places = {round(x): x for x in starts[: FEWEST - 1 : -1]}.values()
    scored = [
        (min(bisect_right(ends, x - 3.0), len(starts) - bisect_left(starts, x - 0.5)), x) for x in places
    ]
    likely = sorted((one for one in scored if one[0] >= FEWEST), reverse=True)
    found = next((x for _, x in likely[:MOST_TRIED] if _is_gutter(lines, x)), None)
    return found if found is not None else _late_gutter(lines, ends, starts)


def _late_gutter(lines: Lines, ends: Sequence[float], starts: Sequence[float]) -> float | None:
    """Return where the right column begins if only its first lines are there: all others end before it."""
    for count in range(1, min(MOST_LATE, len(starts) - 1) + 1):
        x = starts[-count]
        beside = len(lines) - count >= FEWEST_LEFT and ends[-count - 1] <= x - 3.0
        if count >= FEWEST and _mean_length([line for line in lines if line.x0 >= x]) < SHORTEST:
            return None
        if beside and x - starts[0] > 0.45 * (ends[-1] - starts[0]) and starts[-count - 1] < x - 3.0:
            return x
    return None


def _is_gutter(lines: Lines, x: float) -> bool:
    left = [line for line in lines if line.x1 <= x - 3.0]
    right = [line for line in lines if line.x0 >= x - 0.5]
    if _mean_length(left) < SHORTEST or _mean_length(right) < SHORTEST:
        return False
    top = min(max(line.y for line in left), max(line.y for line in right))
    foot = max(min(line.y for line in left), min(line.y for line in right))
    beside = [line for line in (*left, *right) if foot - 1 <= line.y <= top + 1]
    spanning = sum(line.x0 < x - 0.5 and line.x1 > x - 3.0 and foot <= line.y <= top for line in lines)
    return (
        top - foot > 2 * lines[0].size
        and len(beside) >= 2 * FEWEST
        and spanning <= MOST_SPANNING * len(beside)
    )


def _mean_length(lines: Lines) -> float:
    return sum(len(line.text) for line in lines) / len(lines)


def set_edges(columns: list[list[Column]]) -> None:
    """Tell every line the edges of its column: of all columns of the document at that place."""
    frames: dict[tuple[int, int, int], Lines] = {}
    for page in columns:
        for column in page:
            key = _frame(column)
            frames.setdefault(key, []).extend(column.lines)
    edges = {key: (min(line.x0 for line in lines), _right_edge(lines)) for key, lines in frames.items()}
    for page in columns:
        for column in page:
            left, right = edges[_frame(column)]
            for line in column.lines:
                line.left, line.right = left, right
            _set_in(column.lines)


def set_note_edges(lines: Iterable[Line]) -> None:
    """Tell the lines of notes their own right edge, which may not be that of the text above."""
    columns: dict[tuple[float, float], Lines] = {}
    for line in lines:
        columns.setdefault((line.left, line.right), []).append(line)
    for column in columns.values():
        edge = _right_edge(column)
        for line in column:
            line.right = edge


def _set_in(lines: Lines) -> None:
    """Find the lines that are set in from both edges, as quotations are, and tell them their own edge."""
    run: Lines = []
    for line in [*lines, None]:
        first = line is not None and len(run) == 1 and line.x0 - line.left > line.size
        indented = first and line is not None and 0 < run[0].x0 - line.x0 < 3 * line.size
        if (
            run
            and line
            and (indented or abs(line.x0 - run[-1].x0) < 2)
            and run[-1].y - line.y < 1.6 * line.size
        ):
            run.append(line)
            continue
        if len(run) >= FEWEST - 1:
            edge = max(one.x1 for one in run)
            even = all(edge - one.x1 < 0.25 * (edge - one.x0) for one in run[:-1])
            if (
                even
                and run[0].right - edge > run[0].size
                and sum(len(one.text) for one in run) > SHORTEST_QUOTE
            ):
                for one in run:
                    one.right, one.set_in = edge, True
        run = [line] if line and line.x0 - line.left > line.size else []


def _right_edge(lines: Lines) -> float:
    """Return where most lines end, if they do so at one edge, or else nearly the farthest end.

    A line that a long address pushes over the edge is no measure.
    """
    ends = sorted(line.x1 for line in lines)
    edge, count = Counter(map(round, ends)).most_common(1)[0]
    if count >= max(FEWEST, 0.2 * len(ends)) and edge >= ends[len(ends) // 2] - 1:
        return float(edge)
    return ends[min(int(0.98 * len(ends)), len(ends) - 1)]


def _frame(column: Column) -> tuple[int, int, int]:
    left = min(line.x0 for line in column.lines)
    return column.count, column.number, round(left / 40) if column.count > 1 else 0
