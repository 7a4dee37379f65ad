"""Which element of TEI each block of the body becomes, and how headings nest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from converter.model import Link, NoteMarker, PageBreak, Row, Text
from converter.writers.page_marks import PageMarks, add_furniture, gaps_of
from converter.writers.tei_content import ContentWriter
from converter.writers.tei_elements import XML_ID
from converter.writers.xml_text import Element, add, part_lines, put

if TYPE_CHECKING:
    from converter.model import Block, Commentary, Content


DEEPEST_HEADING = 9


class BodyWriter:
    """Writes ``body``; headings open divisions inside each other by their level."""

    def __init__(self, body: Element, writer: ContentWriter) -> None:
        self._open: list[tuple[int, Element]] = [(0, body)]
        self._writer = writer

    @property
    def place(self) -> Element:
        """The division that is open."""
        return self._open[-1][1]

    def block(self, block: Block) -> None:
        """Write one block in the element that its type asks for."""
        match block.type:
            case "heading":
                self._heading(block)
            case "list" if block.content:
                self._writer.items(self.place, block.content, block.ordered, {XML_ID: block.id})
            case "table" if any(isinstance(part, Row) for part in block.content):
                self._writer.rows(add(self.place, "table", None, {XML_ID: block.id}), block.content)
            case "quote":
                self._quote(block)
            case "figure" if self._writer.sets_all(block.content):
                self._figure(block)
            case _:
                self._writer.inlines(add(self.place, "p", None, {XML_ID: block.id}), block.content)

    def _heading(self, block: Block) -> None:
        level = min(max(block.level or 1, 1), DEEPEST_HEADING)
        while self._open[-1][0] >= level:
            self._open.pop()
        division = add(self.place, "div")
        self._writer.inlines(add(division, "head", None, {XML_ID: block.id}), block.content)
        self._open.append((level, division))

    def _quote(self, block: Block) -> None:
        quote = add(self.place, "quote", None, {XML_ID: block.id})
        self._writer.blocks(quote, block.content)
        if not quote.parts:
            put(quote, "p")
        part_lines(quote)

    def _figure(self, block: Block) -> None:
        """Write a picture's caption; its notes and page breaks follow, since ``figDesc`` takes none."""
        figure = add(self.place, "figure", None, {XML_ID: block.id})
        apart = [part for part in block.content if isinstance(part, (NoteMarker, PageBreak))]
        caption = [_plainer(part) for part in block.content if not isinstance(part, (NoteMarker, PageBreak))]
        if caption:
            self._writer.inlines(add(figure, "figDesc"), caption)
        self._writer.inlines(figure, apart)


def _plainer(part: Content) -> Content:
    """Take from a part of a caption the markup that ``figDesc`` does not hold."""
    match part:
        case Text(language=str()):
            return replace(part, language=None)
        case Link(marks=(_, *_)):
            return replace(part, marks=())
        case _:
            return part


def add_body(
    text: Element, commentary: Commentary, writer: ContentWriter, marks: PageMarks, *, back: bool
) -> None:
    """Write the blocks of the body; TEI wants at least one that is no picture."""
    body = add(text, "body")
    body_writer = BodyWriter(body, writer)
    for block in commentary.body:
        add_furniture(body_writer.place, marks.take_before(block.span.start))
        writer.expect_furniture(gaps_of(block, marks.take_before(block.span.end)))
        body_writer.block(block)
        add_furniture(body_writer.place, writer.unset_furniture())
    if not back:
        add_furniture(body_writer.place, marks.take_all())
    if all(block.type == "figure" for block in commentary.body):
        put(body, "p")
