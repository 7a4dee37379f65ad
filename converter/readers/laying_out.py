"""How a reader of a structured format lays out its text: blocks with empty lines between, places known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from converter.diagnostics import Code, Diagnostic
from converter.readers.encoding import FORBIDDEN
from converter.source import Block, Clue, Run, Source, Span

PAGE_BREAK = "\x0c"
LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", " "))
"""A block is one line; what breaks a line in the file is a blank in it."""


class Piece(NamedTuple):
    """A stretch of text as the format gives it; see ``Run`` for what it may say."""

    text: str
    marks: tuple[str, ...] = ()
    target: str | None = None
    marker: bool = False


class Paper:
    """The text that is laid out so far, with its blocks.

    A note is laid out as one block or several with ``note`` set to its label, the first of them beginning
    with the label as a piece of its own (``marker=True``); notes of the format come behind everything else,
    in their order. A number of an ordered list is printed in the text (``1. First``) and given as ``label``,
    a bullet is not printed. Cells of a table go to ``row``.
    """

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._replaced: list[int] = []

    def block(
        self,
        pieces: Iterable[Piece],
        kind: str = "text",
        *,
        level: int = 0,
        label: str | None = None,
        gap: int = 1,
        note: str | None = None,
        continues: str | None = None,
        furniture: str | None = None,
    ) -> None:
        """Lay out one block; one without text is left out. ``gap`` 0 puts it right under the one before."""
        runs = [_on_one_line(piece) for piece in pieces if piece.text]
        if not any(not piece.text.isspace() for piece in runs):
            return
        if self._length:
            self._print("\n" * (gap + 1))
        start = self._length
        placed = tuple([self._run(piece) for piece in _trimmed(runs)])
        self._blocks.append(
            Block(
                start, self._length, placed, kind, level, label, gap,
                note=note, continues=continues, furniture=furniture,
            )
        )  # fmt: skip

    def row(self, cells: Sequence[Sequence[Piece]], *, gap: int = 0) -> None:
        """Lay out a row of a table, its cells between bars."""
        pieces = [Piece("| ")]
        for cell in cells:
            pieces += [*cell, Piece(" | ")]
        self.block(pieces, "row", gap=gap)

    def page_break(self) -> None:
        """Mark the place where a page of the file ends."""
        if self._length:
            self._print("\n")
        start = self._length
        self._print(PAGE_BREAK)
        self._blocks.append(Block(start, start + 1, (), "page-break"))

    @property
    def text(self) -> str:
        """What was laid out so far."""
        return "".join(self._texts)

    def source(
        self,
        name: str,
        media_type: str,
        encoding: str,
        sha256: str,
        findings: Iterable[Diagnostic] = (),
        clues: Iterable[Clue] = (),
    ) -> Source:
        """Return what was laid out as a source."""
        found = list(findings)
        if self._replaced:
            first = Span(self._replaced[0], self._replaced[0] + 1)
            found.append(Code.CONTROL_CHARACTERS.at(first, count=len(self._replaced)))
        return Source(
            name, media_type, encoding, sha256, self.text, tuple(self._blocks), tuple(found), tuple(clues)
        )

    def _run(self, piece: Piece) -> Run:
        start = self._length
        text = piece.text
        if not text.isprintable() and FORBIDDEN.search(text):
            self._replaced += [start + match.start() for match in FORBIDDEN.finditer(text)]
            text = FORBIDDEN.sub("\ufffd", text)
        self._print(text)
        return Run(start, self._length, piece.marks, piece.target, piece.marker)

    def _print(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)


def _on_one_line(piece: Piece) -> Piece:
    if piece.text.isprintable():  # so quickly told that most text need not be looked through
        return piece
    return piece._replace(text=piece.text.translate(LINE_ENDS))


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out white space at the ends of a block."""
    trimmed = list(pieces)
    while trimmed[0].text.isspace():
        del trimmed[0]
    while trimmed[-1].text.isspace():
        del trimmed[-1]
    if trimmed[0].text[0].isspace():
        trimmed[0] = trimmed[0]._replace(text=trimmed[0].text.lstrip())
    if trimmed[-1].text[-1].isspace():
        trimmed[-1] = trimmed[-1]._replace(text=trimmed[-1].text.rstrip())
    return trimmed
