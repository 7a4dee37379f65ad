"""The paragraphs, lists and tables of an OpenDocument text, in order, laid out with what their styles say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from lxml import etree

from converter.readers.docx_xml import number
from converter.readers.laying_out import Piece
from converter.readers.left_out import LeftOut
from converter.readers.looks import NO_LOOK
from converter.readers.odt_inline import DRAW, PARAGRAPHS, STYLE_NAME, Inline, Note
from converter.readers.odt_lists import Item, Lists
from converter.readers.odt_styles import OFFICE, TEXT, Style, Styles
from converter.readers.paragraphs import DEEPEST_HEADING, LONGEST_CELL, Shape, Sheet, has_text

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CHANGES = f"{TEXT}tracked-changes"
NO_TEXT = frozenset(
    {f"{OFFICE}forms", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls"}
)
CONTENTS = frozenset({f"{TEXT}table-of-content", f"{TEXT}illustration-index", f"{TEXT}table-index"})


class Place(NamedTuple):
    """Where in lists and indexes a paragraph stands."""

    style: str | None = None
    level: int = 0
    item: Item | None = None
    furniture: str | None = None


class Body:
    """Lays out paragraphs on the sheet of the document."""

    def __init__(self, sheet: Sheet, styles: Styles, left_out: LeftOut, *, has_title: bool) -> None:
        self._sheet = sheet
        self._styles = styles
        self._left_out = left_out
        self._has_title = has_title
        self._lists = Lists(styles)
        self._note: str | None = None
        self._label: list[Piece] = []
        self.inline = Inline(styles, left_out)

    def lay_out(self, container: Iterable[etree._Element], furniture: str | None = None) -> None:
        """Lay out everything in a container, in order; a text box comes behind its paragraph."""
        streams: list[tuple[Iterator[etree._Element], Place]] = [
            (iter(container), Place(furniture=furniture))
        ]
        while streams:
            elements, place = streams[-1]
            element = next(elements, None)
            if element is None:
                streams.pop()
            elif element.tag in PARAGRAPHS:
                self._paragraph(element, place)
                streams += [(iter(box), Place()) for box in reversed(self.inline.boxes)]
            elif element.tag == f"{TABLE}table":
                streams.append((self._table(element), place))
            elif isinstance(element.tag, str) and element.tag not in NO_TEXT:
                streams += self._within(element, place)

    def lay_out_note(self, note: Note) -> None:
        """Lay out a note; its label stands before the first of its text."""
        self._note = note.label
        self._label = [Piece(note.label, ("superscript",), None, marker=True)]
        self.lay_out(note.body)
        if self._label:
            self._sheet.paragraph(self._label, note=self._note)
        self._note, self._label = None, []

    def _within(self, element: etree._Element, place: Place) -> list[tuple[Iterator[etree._Element], Place]]:
        """Return what there is inside an element that is no paragraph."""
        if element.tag == CHANGES:
            self._left_out.deleted += len(list(element.iter(f"{TEXT}deletion")))
            self._left_out.inserted += len(list(element.iter(f"{TEXT}insertion")))
            return []
        if element.tag == f"{OFFICE}annotation":
            self._left_out.comments += 1
            return []
        if element.get(f"{TEXT}display") == "none":
            self._left_out.hidden += len("".join(map(str, element.itertext())).strip())
            return []
        return [(iter(element), self._place(element, place))]

    def _place(self, element: etree._Element, place: Place) -> Place:
        if element.tag == f"{TEXT}list":
            style, level = element.get(STYLE_NAME) or place.style, place.level + 1
            self._lists.begin(element, style, level)
            return place._replace(style=style, level=level, item=None)
        if element.tag == f"{TEXT}list-item":
            start = element.get(f"{TEXT}start-value")
            item = Item(place.style, place.level, None if start is None else number(start, 1))
            return place._replace(item=item)
        if element.tag in CONTENTS:
            return place._replace(furniture="navigation")
        return place

    def _paragraph(self, element: etree._Element, place: Place) -> None:
        style = self._styles.get("paragraph", element.get(STYLE_NAME))
        pieces = self.inline.read(element, style.own_look if style else NO_LOOK)
        shape = self._shape(element, style, place)
        if has_text(pieces):
            number = [Piece(f"{shape.label} ")] if shape.label else []
            label, self._label = self._label, []
            begin = [*label, Piece(" ")] if label else []
            self._sheet.paragraph([*begin, *number, *pieces], shape, self._note)
        else:
            self._sheet.end_page_if(shape, pieces)

    def _shape(self, element: etree._Element, style: Style | None, place: Place) -> Shape:
        new_page = style is not None and style.page_break
        begins = place.item is not None and place.item.is_open
        label = self._lists.label(place.item) if place.item and begins else None
        if place.item:
            place.item.is_open = False
        level = self._heading(element, style)
        if level:
            label = label or self._lists.heading_label(element, level)
            level += self._has_title and not (style and style.is_title)
            return Shape("heading", min(level, DEEPEST_HEADING), label, place.furniture, new_page)
        if begins:
            return Shape("item", place.level, label, place.furniture, new_page)
        kind = "quote" if style and style.is_quote else "text"
        return Shape(kind, 0, None, place.furniture, new_page)

    def _heading(self, element: etree._Element, style: Style | None) -> int:
        if style and style.is_title:
            return 1
        if element.tag == f"{TEXT}h":
            return max(number(element.get(f"{TEXT}outline-level"), 1), 1)
        return style.outline if style else 0

    def _table(self, element: etree._Element) -> Iterator[etree._Element]:
        """Lay out a table by rows; return what is in it if it only places text on the page."""
        rows = [_cells(row) for row in _rows(element)]
        if self._note or _is_layout(rows):
            return chain.from_iterable(cell for row in rows for cell in row)
        self._sheet.end_list()
        boxes: list[etree._Element] = []
        for row in rows:
            self._sheet.cells([self._cell(cell, boxes) for cell in row])
        return chain.from_iterable(boxes)

    def _cell(self, cell: etree._Element, boxes: list[etree._Element]) -> list[Piece]:
        """Return the text of a cell on one line."""
        pieces: list[Piece] = []
        for paragraph in _paragraphs(cell):
            style = self._styles.get("paragraph", paragraph.get(STYLE_NAME))
            text = self.inline.read(paragraph, style.own_look if style else NO_LOOK)
            boxes += self.inline.boxes
            pieces += [*([Piece(" ")] if pieces else []), *text]
        return pieces


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, not those of tables in its cells."""
    open_elements = [iter(table)]
    while open_elements:
        element = next(open_elements[-1], None)
        if element is None:
            open_elements.pop()
        elif element.tag == f"{TABLE}table-row":
            yield element
        else:
            open_elements.append(iter(element))


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag == f"{TABLE}table-cell"]


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of a cell, those of notes and frames in them left out."""
    open_elements = [iter(cell)]
    while open_elements:
        element = next(open_elements[-1], None)
        if element is None:
            open_elements.pop()
        elif element.tag in PARAGRAPHS:
            yield element
        elif isinstance(element.tag, str) and not element.tag.startswith(DRAW):
            open_elements.append(iter(element))


def _is_layout(rows: Sequence[Sequence[etree._Element]]) -> bool:
    """Tell a table that only places text on the page: of one column, or with long text in a cell."""
    if all(len(row) < 2 for row in rows):
        return True
    cells = chain.from_iterable(rows)
    return any(sum(len(text) for text in map(str, cell.itertext())) > LONGEST_CELL for cell in cells)
