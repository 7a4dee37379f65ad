"""Where the tags of a PDF put its lines: which are one paragraph, heading, row or note."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.readers.pdf_elements import Tag, Tags, read_tags
from converter.readers.pdf_glyphs import WORD, Chunk, PageText
from converter.readers.pdf_library import Handle
from converter.readers.pdf_lines import Line, Lines, joined

MOST_WRONG = 0.1
"""Share of the borders of elements that may be wrong: more, and none is believed."""

FEWEST_WRONG = 2
MOST_TAGGED = 0.9
"""Share of the lines of a page that are in elements, if their order is to be that of the page."""

WIDEST_GAP = 8.0
"""Gap between two words of a line, in sizes of the font, at most."""


def with_tags(page: Handle, number: int, lines: Lines, reading: PageText) -> Lines:
    """Return the lines of a page with where the tags put them; what is of two cells is cut in two."""
    tags = read_tags(page, number)
    if not tags:
        return lines
    found: Lines = []
    for line in lines:
        anchor = line.glyphs[0].anchor
        line.tag = tags.get(reading.content(anchor)) if anchor >= 0 else None
        if found and _is_more_of(found[-1], line):
            found[-1] = joined([found[-1], line])
        else:
            found += _cells(line, tags, reading) if line.tag and line.tag.cell else [line]
    return found


def _is_more_of(before: Line, line: Line) -> bool:
    """Tell whether two stretches are one line of an element that wide gaps between its words part."""
    if not line.tag or line.tag.cell or line.tag != before.tag or before.style.angle:
        return False
    return abs(before.y - line.y) < 0.5 and 0 < line.x0 - before.x1 < WIDEST_GAP * line.size


def _cells(line: Line, tags: Tags, reading: PageText) -> Lines:
    """Cut a line where another cell begins."""
    pieces: list[tuple[Tag | None, Chunk]] = []
    for glyphs in line.glyphs:
        at = 0
        for word in WORD.finditer(glyphs.text) if glyphs.index >= 0 else ():
            tag = tags.get(reading.content(glyphs.index + word.start()))
            if not pieces or (tag and pieces[-1][0] and tag.cell != pieces[-1][0].cell):
                if pieces and word.start() > at:
                    pieces[-1][1].append(glyphs.part(at, word.start()))
                pieces.append((tag, []))
                at = word.start()
        if not pieces:
            pieces.append((line.tag, []))
        pieces[-1][1].append(glyphs.part(at, len(glyphs.text)) if at else glyphs)
    if len(pieces) < 2:
        return [line]
    cells = [Line(chunk, line.page) for _, chunk in pieces]
    for cell, (tag, _) in zip(cells, pieces, strict=True):
        cell.tag = tag
    return cells


def in_tagged_order(columns: Sequence[Lines]) -> Sequence[Lines]:
    """Return the lines of a page of several columns in the order of its elements, if nearly all are in one.

    What is in none comes behind what it stood behind.
    """
    lines = [line for column in columns for line in column]
    tagged = sum(line.tag is not None for line in lines)
    if len(columns) < 2 or tagged < MOST_TAGGED * len(lines):
        return columns
    at, order = 0, []
    for number, line in enumerate(lines):
        at = line.tag.block if line.tag else at
        order.append((at, number, line))
    return [[line for _, _, line in sorted(order, key=lambda one: one[:2])]]


def forget_false_tags(columns: Sequence[Lines]) -> None:
    """Take all tags away where they contradict what is printed: some programs tag every line."""
    parted = wrong = 0
    for lines in columns:
        for before, line in pairwise(lines):
            if before.tag and line.tag and before.tag.block != line.tag.block and not line.tag.row:
                parted += 1
                wrong += _goes_on(before, line)
    if wrong > max(FEWEST_WRONG, MOST_WRONG * parted):
        for lines in columns:
            for line in lines:
                line.tag = None


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a sentence runs on from one line into the next of the same size."""
    end, begin = before.text.rstrip()[-1:], line.text.lstrip()[:1]
    return abs(before.size - line.size) < 0.2 and (end.isalpha() or end in ",-") and begin.islower()
