"""The lines of a page: what stands on one base line, with its place, its size and what is raised in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from converter.readers.pdf_elements import Tag
from converter.readers.pdf_glyphs import Chunk, Glyphs, PageText
from converter.readers.pdf_mirrored import mirrored_chunks
from converter.readers.pdf_styles import Style

SMALL = 0.87
"""Size of a raised figure, as a share of that of its line, at most."""

LIFT = 0.1
"""Height of its base line over that of the line, in sizes of the font, at least."""

SAME_LINE, SAME_LINE_RAISED = 0.3, 0.62
"""Distance of base lines, in sizes of the font, within which two stretches stand on one line."""

FEWEST_SPACED = 5
"""Single letters that are a word set with gaps, no initials."""

WORD_GAP = 0.14
"""Gap between letters, in sizes of the font, from which on there is a blank."""

LABEL = re.compile(r"\d{1,3}|[*†‡]{1,3}")
LONGEST_LABEL = 4
SMALLER = 0.95
"""Size of a label that begins a line, as a share of that of the line, at most: nothing else looks so."""

LABEL_GAP = 1.5
"""Gap behind it, in sizes of the font, at most."""

DIGIT = re.compile(r"\d")
FIGURES = re.compile("^[0-9]{1,9}|[0-9]{1,9}(?![A-Za-z/:%-])")
"""Figures of which the first of a line or the last may be raised by the glyphs of the font: ``in 1993⁵``."""


class Line:
    """Stretches that stand on one base line, from left to right."""

    __slots__ = (
        "artifact", "bold", "cells", "glyphs", "is_row", "left", "page", "right", "set_in", "size", "style",
        "tag", "text",
        "x0", "x1", "y",
    )  # fmt: skip

    def __init__(self, glyphs: Chunk, page: int) -> None:
        self.glyphs = glyphs
        self.page = page
        main = glyphs[0] if len(glyphs) == 1 else _main(glyphs)
        self.style: Style = main.style
        self.size = main.style.size
        self.y = main.y
        self.x0, self.x1 = glyphs[0].x0, glyphs[-1].x1
        self.text = glyphs[0].text if len(glyphs) == 1 else "".join([piece.text for piece in glyphs])
        self.bold = self.style.bold and all(piece.style.bold or piece.raised for piece in glyphs)
        self.cells: Sequence[Line] = ()
        """Where it was put together from stretches with gaps between them, each of them."""
        self.is_row = False
        """It is a row of a table, its stretches the cells."""
        self.left, self.right = self.x0, self.x1
        """Edges of the column that it stands in."""
        self.set_in = False
        """It is set in from both edges of the column, as a quotation is."""
        self.artifact = False
        """The file itself says that it is no part of the text."""
        self.tag: Tag | None = None
        """Where the tags of the file put it."""


Lines = list[Line]

by_height = attrgetter("y")
by_left = attrgetter("x0")


def read_lines(page: PageText, number: int) -> Lines:
    """Return the stretches of a page as lines, in the order of the file; raised figures are marked."""
    lines: Lines = []
    for chunk in mirrored_chunks(page) if page.mirrored else page.chunks():
        line = _line(page, _unspaced(page, chunk), number)
        if lines and _is_over(lines[-1], line):
            lines[-1] = Line(_woven(page, [*lines[-1].glyphs, *chunk]), number)
            mark_raised(lines[-1])
        elif lines and _is_label_of(lines[-1], line):
            lines[-1] = _labelled(lines[-1], line)
        else:
            lines.append(line)
    return lines


def _is_label_of(before: Line, line: Line) -> bool:
    """Tell a raised label right before the line of the note that it is of."""
    if len(before.text) > LONGEST_LABEL or not LABEL.fullmatch(before.text.strip()) or before.style.angle:
        return False
    smaller = before.size < SMALLER * line.size
    lifted = LIFT * line.size < before.y - line.y < SAME_LINE_RAISED * line.size
    return smaller and lifted and -0.3 * line.size < line.x0 - before.x1 < LABEL_GAP * line.size


def _labelled(label: Line, line: Line) -> Line:
    whole = joined([label, line])
    whole.cells = ()
    for piece in label.glyphs:
        piece.raised = True
    return whole


def _unspaced(page: PageText, chunk: Chunk) -> Chunk:
    """Put words together that are set with blanks or gaps between all their letters."""
    text = "".join([glyphs.text for glyphs in chunk])
    letters = text.split()
    if (
        len(letters) < FEWEST_SPACED
        or len(text) > 3 * len(letters)
        or any(glyphs.index < 0 for glyphs in chunk)
    ):
        return chunk
    if sum(len(letter) == 1 for letter in letters) < 0.8 * len(letters):
        return chunk
    found = [letter for piece in chunk for letter in page.letters(piece)]
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(found))
    return _woven(page, chunk, 1.5 * max(gaps[len(gaps) // 2], 0.0) + WORD_GAP * found[0].style.size)


def _is_over(before: Line, line: Line) -> bool:
    """Tell whether letters of a line stand between those of another: they are of a second font."""
    if (
        abs(before.y - line.y) > 0.5
        or before.style.angle
        or line.style.angle
        or before.style.hidden != line.style.hidden
    ):
        return False
    inside = before.x0 - 0.5 < line.x0 < before.x1 - 0.5 * line.size and line.x1 < before.x1 + line.size
    return inside and all(glyphs.index >= 0 for glyphs in (*before.glyphs, *line.glyphs))


def _woven(page: PageText, glyphs: Chunk, gap: float | None = None) -> Chunk:
    """Put the letters of stretches that stand over each other in their order, blanks where there are gaps."""
    letters = sorted((letter for piece in glyphs for letter in page.letters(piece)), key=by_left)
    woven = [letters[0]]
    for letter in letters[1:]:
        before = woven[-1]
        limit = WORD_GAP * letter.style.size if gap is None else gap
        blank = " " if letter.x0 - before.x1 > limit else ""
        if letter.style == before.style or blank:
            before.text += blank
        if letter.style == before.style:
            before.text, before.x1 = before.text + letter.text, letter.x1
        else:
            woven.append(letter)
        woven[-1].index = -1
    return woven


def _line(page: PageText, chunk: Chunk, number: int) -> Line:
    if any(DIGIT.search(glyphs.text) for glyphs in chunk):
        chunk = [piece for glyphs in chunk for piece in _with_raised(page, glyphs)]
    line = Line(chunk, number)
    if len(chunk) > 1:
        mark_raised(line)
    return line


def mark_raised(line: Line) -> None:
    """Mark the stretches that are smaller than the line and stand above its base line."""
    for number, piece in enumerate(line.glyphs):
        opens = number == 0 and LABEL.fullmatch(piece.text.strip()) is not None
        if (
            piece.style.size < (SMALLER if opens else SMALL) * line.size
            and piece.y - line.y > LIFT * line.size
        ):
            piece.raised = True


def _with_raised(page: PageText, glyphs: Glyphs) -> Iterator[Glyphs]:
    """Yield a stretch in pieces, figures that the font itself raises each as one."""
    if glyphs.index < 0 or glyphs.style.angle:
        yield glyphs
        return
    at = 0
    for match in FIGURES.finditer(glyphs.text):
        for start, end in _raised_figures(page, glyphs, *match.span()):
            if start > at:
                yield glyphs.part(at, start)
            figure = glyphs.part(start, end)
            figure.raised = True
            yield figure
            at = end
    if at == 0:
        yield glyphs
    elif at < len(glyphs.text):
        yield glyphs.part(at, len(glyphs.text))


def _raised_figures(page: PageText, glyphs: Glyphs, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the figures that are raised at the head or the end of a number."""

    def is_raised(at: int) -> bool:
        return page.is_raised(glyphs.index + at, glyphs.style.size)

    head = start
    while start == 0 and head < end and is_raised(head):
        head += 1
    if head > start:
        yield start, head
    tail = end
    while tail > head and is_raised(tail - 1):
        tail -= 1
    if tail < end:
        yield tail, end


def merged(lines: Lines) -> Lines:
    """Return the lines of one column from top to bottom; what stands on one base line is one."""
    rows: list[Lines] = []
    for line in sorted(lines, key=by_height, reverse=True):
        if rows and _on_one_line(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [row[0] if len(row) == 1 else joined(row) for row in rows]


def _on_one_line(row: Lines, line: Line) -> bool:
    for other in row:
        large, small = max(line.size, other.size), min(line.size, other.size)
        near = SAME_LINE if small > SMALL * large else SAME_LINE_RAISED
        if abs(other.y - line.y) > near * large:
            return False
        if line.x0 < other.x1 - 0.3 * small and other.x0 < line.x1 - 0.3 * small:
            return False
    return True


def joined(row: Lines) -> Line:
    """Put stretches of one line together, with blanks for the gaps between them."""
    row = sorted(row, key=by_left)
    glyphs = [*row[0].glyphs]
    for line in row[1:]:
        if line.x0 - glyphs[-1].x1 > WORD_GAP * min(line.size, glyphs[-1].style.size or line.size):
            glyphs.append(Glyphs(" ", -1, line.glyphs[0].style, glyphs[-1].x1, line.y, line.x0))
        glyphs += line.glyphs
    whole = Line(glyphs, row[0].page)
    mark_raised(whole)
    whole.cells = row
    whole.tag = max(row, key=lambda line: (line.tag is not None, len(line.text))).tag
    return whole


def stacked(lines: Lines) -> Line:
    """Put the lines of one cell together, from top to bottom."""
    lines = merged(lines)
    if len(lines) == 1:
        return lines[0]
    glyphs: Chunk = []
    for line in lines:
        if glyphs:
            glyphs.append(Glyphs(" ", -1, line.glyphs[0].style, glyphs[-1].x1, line.y, glyphs[-1].x1))
        glyphs += line.glyphs
    whole = Line(glyphs, lines[0].page)
    whole.x0, whole.x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    whole.y, whole.tag = lines[0].y, lines[0].tag
    return whole


def row_of(cells: Lines) -> Line:
    """Put the cells of a row together."""
    glyphs = [glyphs for cell in cells for glyphs in cell.glyphs]
    whole = Line(glyphs, cells[0].page)
    whole.x0, whole.x1 = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
    whole.y, whole.tag = max(cell.y for cell in cells), cells[0].tag
    whole.cells, whole.is_row = cells, True
    return whole


def usual_size(lines: Iterable[Line]) -> float:
    """Return the size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def _main(glyphs: Chunk) -> Glyphs:
    """Return the longest stretch of the style that most characters have."""
    lengths: dict[float, int] = {}
    for piece in glyphs:
        lengths[piece.style.size] = lengths.get(piece.style.size, 0) + len(piece.text)
    size = max(lengths, key=lambda one: lengths[one])
    return max((piece for piece in glyphs if piece.style.size == size), key=lambda piece: len(piece.text))
