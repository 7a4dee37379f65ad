"""How the paragraphs of a PDF are laid out: headings by size and weight, lines joined, marks kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from converter.diagnostics import Code, Diagnostic
from converter.normalizers.language_scripts import is_dense
from converter.readers.laying_out import Paper, Piece
from converter.readers.pdf_glyphs import Glyphs
from converter.readers.pdf_hyphens import (
    APART,
    DROPPED,
    DROPPED_UNSURE,
    KEPT_UNSURE,
    Hyphens,
    goes_on_unspaced,
)  # fmt: skip
from converter.readers.pdf_lines import Line
from converter.readers.pdf_notes import Note
from converter.readers.pdf_paragraphs import TITLE, Joiner, Paragraph
from converter.source import Source, Span

LONGEST_HEADING = 220
LONGEST_BOLD = 110
MOST_BOLD_LINES = 2
LONGEST_SHOWN = 60
UNPLAIN = frozenset("-\u2010\u00ad–—/=&?_%#~+.")
BROKEN = {
    DROPPED: Code.HYPHEN_JOINED,
    DROPPED_UNSURE: Code.HYPHEN_DROPPED,
    KEPT_UNSURE: Code.HYPHEN_KEPT,
}
NEAR, LONGEST_TAIL = 8, 400
"""Pieces and characters before a line end that may belong to what it cuts."""


class Layer:
    """Lays out what was found on the pages."""

    def __init__(self, paper: Paper, joiner: Joiner, hyphens: Hyphens) -> None:
        self.paper = paper
        self.joiner = joiner
        self.hyphens = hyphens
        self.size = joiner.measures.size
        self.levels: dict[float, int] = {}
        self.broken: list[tuple[Code, str, str]] = []
        """Words broken at line ends: what is to be said of each, and how it was printed and laid out."""

    def rank(self, paragraphs: Iterable[Paragraph]) -> None:
        """Settle which size of headings is of which level, over the whole document."""
        sizes = Counter(
            round(paragraph.lines[0].size) for paragraph in paragraphs if self._is_large(paragraph)
        )
        self.levels = {size: level for level, size in enumerate(sorted(sizes, reverse=True), 1)}

    def block(self, paragraph: Paragraph, turn: Callable[[int], None]) -> None:
        """Lay out a paragraph or a heading; ``turn`` is called before what stands on another page."""
        if paragraph.lines[0].is_row:
            turn(paragraph.lines[0].page)
            self.row(paragraph.lines[0])
            return
        level = self._level(paragraph)
        kind = "heading" if level else "quote" if self.joiner.is_quote(paragraph) else "text"
        continues: str | None = None
        for lines, following in _by_page(paragraph.lines):
            pieces = self.pieces(lines)
            glue = self._glue(pieces, lines[-1], following) if following else ""
            if level:
                pieces = [piece._replace(marks=_without_bold(piece.marks)) for piece in pieces]
            turn(lines[0].page)
            self.paper.block(pieces, kind, level=level, continues=continues)
            continues = glue

    def row(self, line: Line) -> None:
        """Lay out a row of a table."""
        self.paper.row([_stripped(_pieces_of(cell.glyphs)) for cell in line.cells])

    def note(self, note: Note) -> None:
        """Lay out a note, its label as a piece of its own."""
        label = "".join([glyphs.text for glyphs in note.mark]).strip()
        opening = Piece(label, ("superscript",) if note.mark[0].raised else (), None, marker=True)
        paragraphs = self.joiner.paragraphs([note.lines]) if note.lines else []
        first = self.pieces(paragraphs[0].lines) if paragraphs else []
        self.paper.block([opening, Piece(" "), *first], note=note.label)
        for paragraph in paragraphs[1:]:
            self.paper.block(self.pieces(paragraph.lines), note=note.label)

    def mark(self, kind: str, line: Line) -> None:
        """Lay out a mark of the page."""
        self.paper.block(_pieces_of(line.glyphs), furniture=kind)

    def pieces(self, lines: Sequence[Line]) -> list[Piece]:
        """Return lines as one text."""
        found: list[Piece] = []
        before: Line | None = None
        for line in lines:
            pieces = list(_pieces_of(line.glyphs))
            if before and (glue := self._glue(found, before, line)):
                found.append(Piece(glue))
            found += pieces
            before = line
        return _coalesced(found)

    def _glue(self, found: list[Piece], before: Line, line: Line) -> str:
        """Return what stands between two lines, a blank or nothing; take away a hyphen of the line."""
        last, first = before.glyphs[-1], line.glyphs[0]
        if not last.target and _ends_plainly(last.text):
            return "" if last.text[-1] == " " else " "
        left = "".join([piece.text for piece in found[-NEAR:]])[-LONGEST_TAIL:].rstrip()
        right = line.text.lstrip()
        if last.target and last.target == first.target and "://" in left.rsplit(" ", 1)[-1]:
            return ""
        verdict = self.hyphens.decide(left, right)
        if verdict == APART and found[-1].text[-1:] == " ":
            return ""
        if verdict == APART:
            return "" if goes_on_unspaced(left, right) or _fills(before, right) else " "
        if verdict in (DROPPED, DROPPED_UNSURE):
            found[-1] = found[-1]._replace(text=found[-1].text.rstrip()[:-1])
        if verdict in BROKEN:
            head, tail = left.rsplit(" ", 1)[-1], right.split(" ", 1)[0]
            printed = (head if verdict == KEPT_UNSURE else head[:-1]) + tail
            self.broken.append((BROKEN[verdict], head + tail, printed))
        return ""

    def _is_large(self, paragraph: Paragraph) -> bool:
        first = paragraph.lines[0]
        length = sum(len(line.text) for line in paragraph.lines)
        return first.size >= TITLE * self.size and 1 < length <= LONGEST_HEADING

    def _level(self, paragraph: Paragraph) -> int:
        """Return the level of a heading; 0 for text."""
        tag = paragraph.lines[0].tag
        if tag and tag.level and 1 < sum(len(line.text) for line in paragraph.lines) <= LONGEST_HEADING:
            return self.levels.get(round(paragraph.lines[0].size), min(len(self.levels) + 1, 6))
        if self._is_large(paragraph):
            return min(self.levels.get(round(paragraph.lines[0].size), 1), 6)
        text = paragraph.lines[-1].text.rstrip()
        length = sum(len(line.text) for line in paragraph.lines)
        short = length <= LONGEST_BOLD and len(paragraph.lines) <= MOST_BOLD_LINES
        if paragraph.bold and short and paragraph.gap and text[-1:] not in ".,;:":
            return min(len(self.levels) + 1, 6)
        return 0


def _ends_plainly(text: str) -> bool:
    """Tell by a quick look that no word, address or dash can go on behind the end of a line."""
    end = text.rstrip()
    last = end[end.rfind(" ") + 1 :]
    return end[-1:] not in UNPLAIN and not is_dense(end[-1:]) and " " in end and UNPLAIN.isdisjoint(last)


def find_broken(source: Source, broken: Sequence[tuple[Code, str, str]]) -> Iterator[Diagnostic]:
    """Yield what is to be said of words broken at line ends, each with its place."""
    at = 0
    for code, word, laid_out in broken:
        found = source.text.find(laid_out, at)
        place = Span(found, found + len(laid_out)) if found >= 0 else None
        at = max(at, found)
        yield code.at(place, word=f"“{word[:LONGEST_SHOWN]}”")


def _by_page(lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], Line | None]]:
    """Yield the lines of each page, and the first of the next."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].page != lines[start].page:
            yield lines[start:at], lines[at] if at < len(lines) else None
            start = at


def _fills(line: Line, following: str) -> bool:
    """Tell whether a line is full of one address, which was cut because it is longer than a line."""
    text = line.text.strip()
    if (
        " " in text
        or "/" not in text
        or text[-1] in ".,;)"
        or not (following[:1].islower() or following[:1].isdigit())
    ):
        return False
    return line.right - line.x1 < 0.6 * line.size


def _without_bold(marks: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([mark for mark in marks if mark != "bold"])


def _pieces_of(glyphs: Iterable[Glyphs]) -> Iterator[Piece]:
    for one in glyphs:
        style = one.style
        if not (style.bold or style.italic or one.raised or one.marker or one.target):
            yield Piece(one.text)
            continue
        marks = ("bold",) * style.bold + ("italic",) * style.italic + ("superscript",) * one.raised
        text = one.text
        if one.raised and text[-1] == " ":  # the blank behind a marker is none of it
            yield Piece(text.rstrip(), marks, one.target, marker=one.marker)
            yield Piece(" ")
        else:
            yield Piece(text, marks, one.target, marker=one.marker)


def _stripped(pieces: Iterable[Piece]) -> list[Piece]:
    """Leave out the blank that ends a cell."""
    found = list(pieces)
    found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return found


def _coalesced(pieces: Sequence[Piece]) -> list[Piece]:
    """Put stretches of one make together; a blank goes with what stands before it."""
    found: list[Piece] = []
    for piece in pieces:
        if (
            found
            and not piece.marker
            and not found[-1].marker
            and (
                piece[1:] == found[-1][1:]
                or (piece.text == " " and not found[-1].marks and not found[-1].target)
            )
        ):
            found[-1] = found[-1]._replace(text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return found
