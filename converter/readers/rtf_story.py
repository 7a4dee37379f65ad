"""The paragraphs of one story of an RTF file: its text, a note, a running head, a text box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from converter.readers.laying_out import Piece
from converter.readers.paragraphs import LONGEST_CELL, Line, Shape, Sheet, has_text

MARKER_LENGTH = 3
"""Characters; a longer raised text before a note is no mark typed for it."""


class Paragraph(NamedTuple):
    """A paragraph that is laid out when the file has been read."""

    pieces: list[Piece]
    shape: Shape


class Row(NamedTuple):
    """A row of a table."""

    cells: list[list[Paragraph]]


@dataclass(slots=True)
class Story:
    """Paragraphs in order; those of a text box wait for the end of the paragraph that it stands at."""

    kind: str = "text"
    """``text``, ``note``, ``box``, ``running-head`` or ``running-foot``."""
    label: str = ""
    """Of a note."""
    is_endnote: bool = False
    items: list[Paragraph | Row] = field(default_factory=list)
    line: Line = field(default_factory=Line)
    list_label: str | None = None
    """The number or bullet that is printed before the paragraph."""
    _cell: list[Paragraph] = field(default_factory=list)
    _cells: list[list[Paragraph]] = field(default_factory=list)
    _boxes: list[Paragraph | Row] = field(default_factory=list)

    def end_paragraph(self, shape: Shape, level: int = 1, *, in_table: bool = False) -> None:
        """End a paragraph; ``level`` is that of the list that it may be in."""
        pieces = self.line.take()
        label, self.list_label = self.list_label, None
        if label is not None:
            number = label if any(map(str.isalnum, label)) else None
            pieces = [Piece(f"{number} "), *pieces] if number and has_text(pieces) else pieces
            if shape.kind != "heading":
                shape = shape._replace(kind="item", level=max(level, 1))
            shape = shape._replace(label=number)
        if shape.kind == "heading" and all("bold" in piece.marks for piece in pieces):
            pieces = [piece._replace(marks=tuple(set(piece.marks) - {"bold"})) for piece in pieces]
        paragraph = Paragraph(pieces, shape)
        if in_table:
            self._cell.append(paragraph)
            return
        self.end_row()
        self.items.append(paragraph)
        self.items += self._boxes
        self._boxes = []

    def end_cell(self, shape: Shape, level: int) -> None:
        """End a cell of a table."""
        self.end_paragraph(shape, level, in_table=True)
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """End a row of a table, if one was begun."""
        if self._cell:
            self._cells.append(self._cell)
        if self._cells:
            self.items.append(Row(self._cells))
        self._cell, self._cells = [], []

    def add_box(self, box: Story) -> None:
        """Keep the text of a box."""
        self._boxes += box.items

    def typed_marker(self) -> str | None:
        """Take a raised mark typed at the end of the text so far, and return it."""
        pieces = self.line.take()
        mark = None
        if pieces and "superscript" in pieces[-1].marks and not pieces[-1].marker:
            text = pieces[-1].text.strip()
            mark = text if 0 < len(text) <= MARKER_LENGTH else None
        self.line.give_back(pieces[:-1] if mark else pieces)
        return mark

    def text(self) -> str:
        """Return the text of a running head: pages may have the same."""
        paragraphs = [item for item in self.items if isinstance(item, Paragraph)]
        return "".join(piece.text for paragraph in paragraphs for piece in paragraph.pieces)


def lay_out(sheet: Sheet, story: Story) -> None:
    """Lay out a story; a note begins with its label."""
    label = [Piece(story.label, ("superscript",), None, marker=True)] if story.label else []
    note = story.label or None
    for item in story.items:
        if isinstance(item, Row) and not note and not _is_layout(item):
            sheet.cells([_joined(cell) for cell in item.cells])
            continue
        cells = item.cells if isinstance(item, Row) else [[item]]
        for paragraph in (paragraph for cell in cells for paragraph in cell):
            pieces = paragraph.pieces
            if not has_text(pieces):
                sheet.end_page_if(paragraph.shape, pieces)
                continue
            if label:
                pieces, label = [*label, Piece(" "), *_without(pieces, story.label)], []
            furniture = story.kind if story.kind.startswith("running") else paragraph.shape.furniture
            sheet.paragraph(pieces, paragraph.shape._replace(furniture=furniture), note)
    if label:
        sheet.paragraph(label, note=note)


def _without(pieces: Sequence[Piece], label: str) -> Sequence[Piece]:
    """Leave out a label that is typed before the text of a note."""
    first = pieces[0]
    if "superscript" in first.marks and first.text.strip() == label:
        return pieces[1:]
    return pieces


def _is_layout(row: Row) -> bool:
    if len(row.cells) < 2:
        return True
    return any(
        sum(len(piece.text) for paragraph in cell for piece in paragraph.pieces) > LONGEST_CELL
        for cell in row.cells
    )


def _joined(cell: Sequence[Paragraph]) -> list[Piece]:
    """Return the text of a cell on one line."""
    pieces: list[Piece] = []
    for paragraph in cell:
        pieces += [*([Piece(" ")] if pieces else []), *paragraph.pieces]
    return pieces
