"""How the paragraphs of office files are laid out: stretches of text, line breaks and page breaks in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from converter.readers.laying_out import PAGE_BREAK, Paper, Piece

LINE_BREAK = "\n"
"""In the text of a piece: a new line of the same paragraph; ``PAGE_BREAK`` a new page."""

WHITE_SPACE = str.maketrans("\n\r\x0c\x0b", "    ")

DEEPEST_HEADING = 6
LONGEST_CELL = 600
"""Characters; a table with more in one cell only places running text on the page."""

SPLIT_KINDS = frozenset({"text", "quote"})
"""A line break inside a heading, an item or a note is for the eye only."""


def on_one_line(text: str) -> str:
    """Return text of a file in which a line end is only white space."""
    return text if text.isprintable() else text.translate(WHITE_SPACE)


class Shape(NamedTuple):
    """What a paragraph is: see ``Block``."""

    kind: str = "text"
    level: int = 0
    label: str | None = None
    furniture: str | None = None
    page_break: bool = False
    """It begins on a new page."""


TEXT = Shape()


class Line:
    """The text of one paragraph; a piece goes on as long as nothing about it changes."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._texts: list[str] = []
        self._look: tuple[tuple[str, ...], str | None, bool] = ((), None, False)

    def add(
        self, text: str, marks: tuple[str, ...] = (), target: str | None = None, marker: bool = False
    ) -> None:
        """Let text follow."""
        look = (marks, target, marker)
        if look != self._look or marker:
            self._close()
            self._look = look
        self._texts.append(text)

    def take(self) -> list[Piece]:
        """Return what there is, and begin anew."""
        self._close()
        pieces, self._pieces = self._pieces, []
        return pieces

    def has_text(self) -> bool:
        """Tell whether anything was added since the last paragraph."""
        return bool(self._pieces or self._texts)

    def give_back(self, pieces: Sequence[Piece]) -> None:
        """Put pieces back that were taken."""
        self._pieces = [*pieces, *self._pieces]

    def _close(self) -> None:
        if self._texts:
            self._pieces.append(Piece("".join(self._texts), *self._look))
            self._texts = []


class Sheet(Paper):
    """A paper on which the paragraphs, rows and page breaks of an office file are laid out."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        self._new_page = False

    def paragraph(self, pieces: Sequence[Piece], shape: Shape = TEXT, note: str | None = None) -> None:
        """Lay out a paragraph, cut where a page ends in it and, if it is running text, where a line does."""
        self._new_page = self._new_page or shape.page_break
        if all(piece.text.isprintable() for piece in pieces):
            self._line(pieces, shape, note, self._gap(shape.kind))
            return
        for number, page in enumerate(_split(pieces, PAGE_BREAK)):
            self._new_page = self._new_page or number > 0
            cut = shape.kind in SPLIT_KINDS and note is None
            for at, line in enumerate(_split(page, LINE_BREAK) if cut else [page]):
                self._line(line, shape, note, gap=0 if at else self._gap(shape.kind))

    def cells(self, cells: Sequence[Sequence[Piece]]) -> None:
        """Lay out a row of a table."""
        if any(map(has_text, cells)):
            self._turn_page()
            self.row(cells, gap=self._gap("row"))
            self._last = "row"

    def end_page(self) -> None:
        """Let whatever follows begin on a new page."""
        self._new_page = True

    def end_page_if(self, shape: Shape, pieces: Sequence[Piece]) -> None:
        """Let what follows begin on a new page if a paragraph without text says so."""
        self._new_page = self._new_page or shape.page_break or any(PAGE_BREAK in one.text for one in pieces)

    def end_list(self) -> None:
        """Let an item or row that follows begin another list or table."""
        self._last = ""

    def _line(self, line: Sequence[Piece], shape: Shape, note: str | None, gap: int) -> None:
        if not has_text(line):
            return
        if self._new_page:
            self._turn_page()
        self.block(
            line,
            shape.kind,
            level=shape.level,
            label=shape.label,
            gap=gap,
            note=note,
            furniture=shape.furniture,
        )
        if shape.furniture is None:
            self._last = shape.kind

    def _gap(self, kind: str) -> int:
        return 0 if kind == self._last and kind in ("item", "row") else 1

    def _turn_page(self) -> None:
        if self._new_page and self._last:
            self.page_break()
        self._new_page = False


def has_text(pieces: Iterable[Piece]) -> bool:
    """Tell whether anything is printed."""
    return any(piece.text and not piece.text.isspace() for piece in pieces)


def _split(pieces: Sequence[Piece], sign: str) -> Iterator[list[Piece]]:
    """Cut pieces at every sign."""
    if not any(sign in piece.text for piece in pieces):
        yield list(pieces)
        return
    line: list[Piece] = []
    for piece in pieces:
        if sign not in piece.text:
            line.append(piece)
            continue
        first, *others = piece.text.split(sign)
        line.append(piece._replace(text=first))
        for text in others:
            yield line
            line = [piece._replace(text=text)]
    yield line
