"""The paragraphs and tables of a part of a Word document, in order, laid out with what their styles say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from lxml import etree

from converter.readers.docx_inline import NO_TEXT, Inline, inside
from converter.readers.docx_lists import Lists
from converter.readers.docx_notes import Note, Notes
from converter.readers.docx_styles import BODY_LEVEL, Style, Styles
from converter.readers.docx_xml import VAL, W, is_on, number, properties_of
from converter.readers.laying_out import Piece
from converter.readers.left_out import LeftOut
from converter.readers.paragraphs import DEEPEST_HEADING, LONGEST_CELL, Shape, Sheet, has_text

PARAGRAPH, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
PROPERTIES, SECTION = f"{W}pPr", f"{W}sectPr"
SHAPES = {kind: Shape(kind) for kind in ("text", "quote")}
CHUNK = f"{W}altChunk"
LEAVES = frozenset({PARAGRAPH, TABLE, ROW, CELL, CHUNK})


def blocks(container: etree._Element, wanted: frozenset[str] = LEAVES) -> Iterator[etree._Element]:
    """Yield paragraphs, tables, rows and cells in order, whatever is wrapped around them."""
    open_elements = [inside(container)]
    while open_elements:
        element = next(open_elements[-1], None)
        if element is None:
            open_elements.pop()
        elif element.tag in wanted:
            yield element
        elif element.tag not in NO_TEXT:
            open_elements.append(inside(element))


class Body:
    """Lays out the paragraphs of one part on the sheet of the document."""

    def __init__(
        self, sheet: Sheet, inline: Inline, styles: Styles, lists: Lists, notes: Notes, left_out: LeftOut
    ) -> None:
        self._sheet = sheet
        self._inline = inline
        self._styles = styles
        self._lists = lists
        self._notes = notes
        self._left_out = left_out
        self._carried: list[Piece] = []
        """The text of a paragraph whose end is deleted (tracked): it goes on in the next."""
        self._note: str | None = None
        self._typed_label: str | None = None
        self._label: list[Piece] = []
        """The label of a note whose text has not begun."""

    def lay_out(self, container: etree._Element) -> None:
        """Lay out everything in a container, in order; a text box comes behind its paragraph."""
        streams = [blocks(container)]
        while streams:
            element = next(streams[-1], None)
            if element is None:
                streams.pop()
            elif element.tag == PARAGRAPH:
                self._paragraph(element)
                streams += [blocks(box) for box in reversed(self._inline.boxes)]
            elif element.tag == TABLE:
                streams.append(self._table(element))
            elif element.tag == CHUNK:
                self._left_out.unread.append("a document of another format set into it")
            else:
                streams.append(blocks(element))
        if self._carried:
            self._sheet.paragraph(self._carried, note=self._note)
            self._carried = []

    def lay_out_note(self, note: Note) -> None:
        """Lay out a note; its label stands before the first of its text."""
        self._note = note.label
        typed = next(note.body.iter(f"{W}footnoteRef", f"{W}endnoteRef"), None) is None
        self._typed_label = note.label if typed else None
        self._label = [Piece(note.label, ("superscript",), None, marker=True)]
        self.lay_out(note.body)
        if self._label:
            self._sheet.paragraph(self._label, note=self._note)
        self._note, self._label = None, []

    def lay_out_furniture(self, container: etree._Element, furniture: str) -> None:
        """Lay out what stands on every page."""
        for paragraph in blocks(container, frozenset({PARAGRAPH})):
            pieces = self._inline.read(paragraph)
            boxes = [one for box in self._inline.boxes for one in blocks(box, frozenset({PARAGRAPH}))]
            self._sheet.paragraph(pieces, Shape(furniture=furniture))
            for one in boxes:
                self._sheet.paragraph(self._inline.read(one), Shape(furniture=furniture))

    def _paragraph(self, element: etree._Element) -> None:
        pieces = self._carried + self._inline.read(element)
        properties = properties_of(element, PROPERTIES)
        shape = self._shape(properties)
        self._carried = []
        mark = properties.get(f"{W}rPr")
        if mark is not None and mark.find(f"{W}del") is not None:
            self._carried = pieces
        elif has_text(pieces):
            self._sheet.paragraph(self._labelled(pieces, shape), shape, self._note)
        else:
            self._sheet.end_page_if(shape, pieces)
        if SECTION in properties:
            self._end_section()

    def _labelled(self, pieces: Sequence[Piece], shape: Shape) -> list[Piece]:
        """Print what Word prints before a paragraph: the number of a list or the label of a note."""
        number = [Piece(f"{shape.label} ")] if shape.label else []
        if not self._label:
            return [*number, *pieces]
        if self._typed_label:
            pieces = _without_label(pieces, self._typed_label)
        label, self._label = self._label, []
        return [*label, Piece(" "), *number, *pieces]

    def _shape(self, properties: Mapping[str, etree._Element]) -> Shape:
        named = properties.get(f"{W}pStyle")
        key = None if named is None else named.get(VAL)
        style = self._styles.of_paragraph(key)
        listed = properties.get(f"{W}numPr", style.numbering if style else None)
        numbered = None if listed is None else self._lists.number(listed, key)
        label = numbered.label if numbered else None
        new_page = bool(is_on(properties.get(f"{W}pageBreakBefore")))
        furniture = "navigation" if style and style.is_contents else None
        if level := self._heading(properties.get(f"{W}outlineLvl"), style):
            return Shape("heading", min(level, DEEPEST_HEADING), label, furniture, new_page)
        if numbered:
            return Shape("item", numbered.level, label, furniture, new_page)
        kind = "quote" if style and style.is_quote else "text"
        return Shape(kind, 0, None, furniture, new_page) if furniture or new_page else SHAPES[kind]

    def _heading(self, outline: etree._Element | None, style: Style | None) -> int:
        if style and style.is_title:
            return 1
        if outline is not None:
            level = number(outline.get(VAL), BODY_LEVEL)
            level = level + 1 if level < BODY_LEVEL else 0
        else:
            level = style.heading if style else 0
        return level + 1 if level and self._styles.has_title else level

    def _table(self, element: etree._Element) -> Iterator[etree._Element]:
        """Lay out a table by rows; return what is in it if it only places text on the page."""
        rows = [list(blocks(row, frozenset({CELL}))) for row in self._rows(element)]
        if self._note or _is_layout(rows):
            return chain.from_iterable(blocks(cell) for row in rows for cell in row)
        self._sheet.end_list()
        boxes: list[etree._Element] = []
        for row in rows:
            self._sheet.cells([self._cell(cell, boxes) for cell in row])
        return chain.from_iterable(blocks(box) for box in boxes)

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for row in blocks(table, frozenset({ROW})):
            if row.find(f"{W}trPr/{W}del") is None:
                yield row
            else:
                self._left_out.deleted += 1

    def _cell(self, cell: etree._Element, boxes: list[etree._Element]) -> list[Piece]:
        """Return the text of a cell on one line."""
        pieces: list[Piece] = []
        for paragraph in blocks(cell, frozenset({PARAGRAPH})):
            text = self._inline.read(paragraph)
            boxes += self._inline.boxes
            shape = self._shape(properties_of(paragraph, PROPERTIES))
            pieces += [*([Piece(" ")] if pieces else []), *self._labelled(text, shape)]
        return pieces

    def _end_section(self) -> None:
        self._notes.section += 1
        if not self._notes.section_goes_on():
            self._sheet.end_page()


def _is_layout(rows: Sequence[Sequence[etree._Element]]) -> bool:
    """Tell a table that only places text on the page: of one column, or with long text in a cell."""
    if all(len(row) < 2 for row in rows):
        return True
    cells = chain.from_iterable(rows)
    return any(sum(len(text.text or "") for text in cell.iter(f"{W}t")) > LONGEST_CELL for cell in cells)


def _without_label(pieces: Sequence[Piece], label: str) -> Sequence[Piece]:
    """Leave out a label that is typed before the text of a note."""
    first = pieces[0].text.lstrip()
    if not first.startswith(label):
        return pieces
    return [pieces[0]._replace(text=first[len(label) :]), *pieces[1:]]
