"""How the rows of a table become a block, its caption over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.analysis.content import Built, Insert, build
from converter.analysis.passages import Passage
from converter.analysis.placed import BuiltBlock, InsertsOf, Placed, outer, shifted
from converter.model import Block, Cell, Content, Paragraph, Row

TABLE_RULE = re.compile(r"[|\s:-]+")  # |---|:--|


def build_table(
    identifier: str, passages: Sequence[Passage], numbers: range, whole: range, inserts_of: InsertsOf
) -> BuiltBlock:
    """Build a table of these rows; what ``whole`` has beside them is its caption, which comes first."""
    rows: list[Content] = []
    places: list[Placed] = []
    texts: list[str] = []
    length = 0
    captions = [number for number in whole if number not in numbers]
    for number in captions:
        built = build(passages[number].flow, inserts_of(number))
        rows.append(Paragraph(built.content))
        places.append(Placed(number, length, built.offsets))
        texts.append(built.text)
        length += len(built.text) + 1
    for number in numbers:
        if TABLE_RULE.fullmatch(passages[number].text):
            continue
        cells = _cells(passages[number], inserts_of(number))
        text = " ".join(built.text for built in cells)
        places.append(Placed(number, length, _offsets_in_row(cells)))
        rows.append(Row(tuple(Cell(built.content) for built in cells)))
        texts.append(text)
        length += len(text) + 1
    spans = (passages[captions[0]].flow.whole(), outer(passages, numbers)) if captions else ()
    span = outer(passages, whole)
    return Block("table", identifier, tuple(rows), "\n".join(texts), span, spans), places


def _offsets_in_row(cells: Sequence[Built]) -> tuple[int, ...]:
    offsets: list[int] = []
    at = 0
    for built in cells:
        offsets += [at + offset for offset in built.offsets]
        at += len(built.text) + 1
    return tuple(offsets)


def _cells(passage: Passage, inserts: Sequence[Insert]) -> list[Built]:
    flow = passage.flow
    cells: list[Built] = []
    for begin, end in passage.cells or _between_bars(passage.text):
        cell = flow.part(begin, end).stripped()
        start = begin + len(flow.text[begin:end]) - len(flow.text[begin:end].lstrip())
        own = [insert for insert in shifted(inserts, start) if insert.end <= len(cell.text)]
        cells.append(build(cell, own))
    return cells


def _between_bars(text: str) -> Iterator[tuple[int, int]]:
    begin = 1
    while (end := text.find("|", begin)) >= 0:
        yield begin, end
        begin = end + 1
