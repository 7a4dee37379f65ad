"""What the inside of a block is in TEI: text, marks, links, notes at their markers, citations."""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from converter.model import (
    Cell,
    Citation,
    Field,
    Footnote,
    Item,
    Link,
    NoteMarker,
    PageBreak,
    Paragraph,
    Row,
    Text,
)
from converter.writers.page_marks import add_furniture
from converter.writers.tei_elements import XML_ID, XML_LANG, add_link, date_attributes
from converter.writers.xml_text import Element, add, append_text, part_lines, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from converter.model import CiteAs, Commentary, Content, Furniture

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
BLOCKS = (Paragraph, Item, Row)

TITLE_LEVELS = {"title": "a", "container": "j", "series": "s"}
FIELD_ELEMENTS = {"author": "author", "editor": "editor", "publisher": "publisher", "place": "pubPlace"}
SCOPE_UNITS = frozenset(["volume", "issue", "page"])


class ContentWriter:
    """Writes ``content[]``; knows which notes have been set and which languages were met."""

    def __init__(self, commentary: Commentary) -> None:
        self.languages: dict[str, None] = {commentary.metadata.language: None}
        self.set_notes: set[str] = set()
        self._notes = {note.id: note for note in commentary.footnotes}
        self._in_note = False
        self._waiting: list[list[Furniture]] = []

    # --- Inlines -------------------------------------------------------------------------------------------

    def inlines(self, parent: Element, content: Iterable[Content | Cell]) -> None:
        """Write characters and inline elements behind what the parent holds."""
        for part in content:
            if type(part) is Text and not part.marks and part.language is None:
                append_text(parent, part.text)
            else:
                self._inline(parent, part)

    def _inline(self, parent: Element, part: Content | Cell) -> None:
        match part:
            case Text():
                self._text(parent, part)
            case Link():
                add_link(self._marked(parent, part.marks), part)
            case NoteMarker():
                self._marker(parent, part)
            case PageBreak():
                self._page_break(parent, part)
            case Citation() if self._in_note:
                self.citation(add(parent, "bibl", None, {"corresp": f"#{part.reference}"}), part.content)
            case Field():
                append_text(parent, part.text)
            case _:
                self.inlines(parent, part.content)

    def _text(self, parent: Element, part: Text) -> None:
        parent = self._marked(parent, part.marks)
        if part.language is not None:
            self.languages[part.language] = None
            parent = add(parent, "foreign", None, {XML_LANG: part.language})
        append_text(parent, part.text)

    def _marked(self, parent: Element, marks: tuple[str, ...]) -> Element:
        return add(parent, "hi", None, {"rend": " ".join(marks)}) if marks else parent

    def _page_break(self, parent: Element, part: PageBreak) -> None:
        put(parent, "pb", None, {"n": part.n} if part.n else None)
        if self._waiting and not self._in_note:
            add_furniture(parent, self._waiting.pop(0))

    def expect_furniture(self, gaps: list[list[Furniture]]) -> None:
        """Set ready, one list for each page break of the next block, what stands at those breaks."""
        self._waiting = gaps

    def unset_furniture(self) -> list[Furniture]:
        """Return what no page break has taken."""
        rest = [furniture for gap in self._waiting for furniture in gap]
        self._waiting = []
        return rest

    # --- Notes ---------------------------------------------------------------------------------------------

    def _marker(self, parent: Element, marker: NoteMarker) -> None:
        note = self._notes.get(marker.footnote or "")
        if note is None:
            put(parent, "ref", marker.literal, {"type": "note", "subtype": "unresolved"})
        elif self._in_note or note.id in self.set_notes:
            put(parent, "ref", None, {"type": "note", "target": f"#{note.id}", "n": marker.label})
        else:
            self.note(parent, note)

    def sets_all(self, content: Iterable[Content]) -> bool:
        """Say whether every marker here is the first of its note, so that none becomes a ``ref``."""
        markers = [part.footnote for part in content if isinstance(part, NoteMarker)]
        fresh = self._notes.keys() - self.set_notes
        return len(set(markers)) == len(markers) and fresh.issuperset(markers)

    def note(self, parent: Element, note: Footnote) -> None:
        """Write a note here, and remember that it has been set."""
        self.set_notes.add(note.id)
        element = add(parent, "note", None, {"place": "foot", XML_ID: note.id, "n": note.label})
        self._in_note = True
        content: Sequence[Content] = note.content
        if len(content) == 1 and isinstance(content[0], Paragraph):
            content = content[0].content
        if any(isinstance(part, BLOCKS) for part in content):
            self.blocks(element, content)
            part_lines(element)
        else:
            self.inlines(element, content)
        self._in_note = False

    # --- Citations -----------------------------------------------------------------------------------------

    def citation(self, bibl: Element, content: Iterable[Content]) -> None:
        """Write the parts of a citation, the text between them included."""
        for part in content:
            if type(part) is Field:
                self._field(bibl, part)
            elif type(part) is Paragraph:
                self.citation(bibl, part.content)
            else:
                self.inlines(bibl, (part,))

    def _field(self, bibl: Element, field: Field) -> None:
        name = field.name
        if name in TITLE_LEVELS:
            put(bibl, "title", field.text, self._title_attributes(field))
        elif name in FIELD_ELEMENTS:
            put(bibl, FIELD_ELEMENTS[name], field.text)
        elif name == "date":
            role = {"type": field.role} if field.role else {}
            put(bibl, "date", field.text, role | date_attributes(field.when))
        else:
            unit = field.unit or name
            put(bibl, "biblScope", field.text, {"unit": unit if unit in SCOPE_UNITS else "issue"})

    def _title_attributes(self, field: Field) -> dict[str, str]:
        attributes = {"level": field.level or TITLE_LEVELS[field.name]}
        if field.language is not None:
            self.languages[field.language] = None
            attributes[XML_LANG] = field.language
        return attributes

    # --- Blocks --------------------------------------------------------------------------------------------

    def blocks(self, parent: Element, content: Iterable[Content]) -> None:
        """Write paragraphs, lists and tables; inlines that stand loose become a paragraph together."""
        for kind, parts in groupby(content, key=_block_kind):
            if kind is Item:
                self.items(parent, tuple(parts))
            elif kind is Row:
                self.rows(add(parent, "table"), tuple(parts))
            elif kind is Paragraph:
                for paragraph in parts:
                    self.inlines(add(parent, "p"), (paragraph,))
            else:
                self.inlines(add(parent, "p"), parts)

    def items(
        self,
        place: Element,
        content: Sequence[Content],
        ordered: bool | None = None,
        attributes: Mapping[str, str] = NO_ATTRIBUTES,
    ) -> None:
        """Write a list; without word on it, printed labels make it a numbered one."""
        if ordered is None:
            ordered = any(isinstance(part, Item) and part.label for part in content)
        parent = add(place, "list", None, {**attributes, "rend": "numbered" if ordered else "bulleted"})
        for part in content:
            label = part.label if isinstance(part, Item) else None
            self.inlines(add(parent, "item", None, {"n": label} if label else None), (part,))

    def rows(self, parent: Element, content: Sequence[Content]) -> None:
        """Write the rows of a table; what is no row is its caption, which TEI wants first."""
        caption = [part for part in content if not isinstance(part, Row)]
        if caption:
            self.inlines(add(parent, "head"), caption)
        for part in content:
            if isinstance(part, Row):
                row = add(parent, "row")
                for cell in part.content:
                    self.inlines(add(row, "cell"), cell.content)


def _block_kind(part: Content) -> type[Content] | None:
    return type(part) if isinstance(part, BLOCKS) else None


def printed_citation(cite_as: CiteAs) -> Sequence[Text | Link | Field]:
    """Return the parts of the cite-as block; where none was understood, its printed form as it is."""
    return cite_as.content or (Text(cite_as.literal),)
