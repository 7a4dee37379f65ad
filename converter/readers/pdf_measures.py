"""What is usual in a PDF: the size of its text, the distance of its lines, its indents and straight edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter.readers.pdf_lines import Line, Lines, usual_size
from converter.readers.pdf_note_marks import start_of

INDENT = 0.6
"""First lines are indented by that many sizes of the font at least, a hanging line as much."""

USUAL_LEADING = 1.25
NARROWEST = 0.5
"""Distance of two lines, in sizes of the font, at least."""

LARGEST_TEXT = 1.7
"""Size of a text as a share of that of its notes, at most: what is larger are titles."""

LEAST_TEXT = 120
"""Characters of the shortest text."""

EVEN = 0.2
"""Sizes of the font within which lines end at one edge."""


MOST_NOTES = 0.6
"""Share of the characters of a size that stand from its first label on, if it is the size of notes."""


def text_size(lines: Sequence[Line]) -> float:
    """Return the size of the text: that of most characters, unless those are the notes of a short text."""
    size = usual_size(lines)
    others = [line for line in lines if line.size > size]
    if not others:
        return size
    own = [line for line in lines if line.size == size]
    first = next((number for number, line in enumerate(own) if _is_first_label(line)), len(own))
    behind, whole = (sum(len(line.text) for line in part) for part in (own[first:], own))
    if behind < MOST_NOTES * whole:
        return size
    larger = usual_size(others)
    text = sum(len(line.text) for line in others if line.size == larger)
    return larger if larger < LARGEST_TEXT * size and text > LEAST_TEXT else size


def _is_first_label(line: Line) -> bool:
    found = start_of(line)
    return found is not None and found[0] in ("1", "*")


class Measures:
    """What is usual in a document: the size of its text, the distance of its lines, straight right edges."""

    def __init__(self, columns: Sequence[Lines], size: float) -> None:
        leadings: dict[float, Counter[float]] = {}
        ends: Counter[tuple[float, bool]] = Counter()
        for lines in columns:
            for before, line in pairwise(lines):
                if before.size == line.size and 0 < before.y - line.y < 3 * line.size:
                    leadings.setdefault(line.size, Counter())[round(2 * (before.y - line.y)) / 2] += 1
                    if abs(line.x0 - before.x0) < line.size and len(before.text) > 30:
                        ends[before.size, before.right - before.x1 < EVEN * before.size] += 1
        self.size = size
        self._straight = {
            size for size, straight in ends if straight and ends[size, True] > max(ends[size, False], 1)
        }
        self.justified = self.size in self._straight
        self.indent = self._usual_indent(columns)
        self._leadings = {size: _usual(counted) for size, counted in leadings.items() if counted.total() > 2}

    def _usual_indent(self, columns: Sequence[Lines]) -> float:
        """Return by how much first lines are indented; 0 where they are not."""
        steps = Counter(
            round(line.x0 - following.x0)
            for lines in columns
            for line, following in pairwise(lines)
            if INDENT * line.size < line.x0 - following.x0 < 3 * line.size
            and following.x0 - line.left < INDENT * line.size
            and abs(line.size - self.size) < 0.2
        )
        step, count = steps.most_common(1)[0] if steps else (0, 0)
        return float(step) if count > 2 else 0.0

    def is_straight(self, size: float) -> bool:
        """Tell whether lines of a size end at one edge."""
        return size in self._straight

    def is_indent(self, line: Line) -> bool:
        """Tell whether a line is indented as first lines are."""
        return self.indent > 0 and abs(line.x0 - line.left - self.indent) <= 1.5

    def leading(self, size: float) -> float:
        """Return the usual distance of two lines of a size."""
        own = self._leadings.get(size)
        if own is None:
            own = self._leadings.get(self.size, USUAL_LEADING * self.size) / self.size * size
        return max(own, NARROWEST * size)


def _usual(counted: Counter[float]) -> float:
    """Return the smallest of the frequent distances: the lines of one paragraph."""
    most = max(counted.values())
    return min(distance for distance, count in counted.items() if count >= 0.4 * most)
