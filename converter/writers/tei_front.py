"""What stands before the body in TEI: title, byline, date and series as printed, abstract, other lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.model import Text
from converter.writers.page_marks import PageMarks, add_furniture
from converter.writers.tei_content import ContentWriter
from converter.writers.tei_elements import XML_ID
from converter.writers.xml_text import Element, add, append_text, put

if TYPE_CHECKING:
    from converter.model import Commentary, Furniture, Section

TITLE_PARTS = {"title": "main", "subtitle": "sub"}
FRONT_DIVISIONS = frozenset(["abstract", "keywords"])
FRONT_LINES = {"date": "docDate", "series": "docImprint"}


class FrontWriter:
    """Writes ``front``, and remembers what TEI lets follow: behind a division only divisions."""

    def __init__(self, front: Element, commentary: Commentary, writer: ContentWriter) -> None:
        self._front = front
        self._authors = [name.literal for name in commentary.metadata.authors]
        self._writer = writer
        self._titles: Element | None = None
        self._divided = False
        self._rest: Element | None = None

    def section(self, section: Section) -> None:
        """Write one section in the element that its type asks for."""
        if section.type in FRONT_DIVISIONS:
            self._divided, self._rest = True, None
            add_division(self._front, section, self._writer)
        elif self._divided:
            self._behind_division(section)
        elif section.type in TITLE_PARTS:
            self._title(section)
        elif section.type == "byline":
            self._byline(section)
        else:
            name = FRONT_LINES.get(section.type, "p")
            self._line(add(self._front, name, None, {XML_ID: section.id}), section)
        if section.type not in TITLE_PARTS:
            self._titles = None

    def furniture(self, marks: list[Furniture]) -> None:
        """Write marks of the page between two sections."""
        if marks:
            add_furniture(self._front, marks)
            self._titles = self._rest = None

    def _title(self, section: Section) -> None:
        if self._titles is None or section.type == "title":
            self._titles = add(self._front, "docTitle")
        attributes = {"type": TITLE_PARTS[section.type], XML_ID: section.id}
        self._line(add(self._titles, "titlePart", None, attributes), section)

    def _byline(self, section: Section) -> None:
        byline = add(self._front, "byline", section.heading and f"{section.heading} ", {XML_ID: section.id})
        if not any(type(part) is Text and self._names_author(part.text) for part in section.content):
            self._writer.inlines(add(byline, "docAuthor"), section.content)
            return
        for part in section.content:
            if type(part) is Text and not part.marks and part.language is None:
                self._authors_in(byline, part.text)
            elif type(part) is Text and part.text in self._authors:
                self._writer.inlines(add(byline, "docAuthor"), (part,))
            else:
                self._writer.inlines(byline, (part,))

    def _names_author(self, text: str) -> bool:
        return any(author in text for author in self._authors if author)

    def _authors_in(self, byline: Element, text: str) -> None:
        """Mark each author's name, as printed, in a stretch of the byline."""
        position = 0
        for author in self._authors:
            start = text.find(author, position) if author else -1
            if start >= 0:
                append_text(byline, text[position:start])
                put(byline, "docAuthor", author)
                position = start + len(author)
        append_text(byline, text[position:])

    def _behind_division(self, section: Section) -> None:
        if self._rest is None:
            self._rest = add(self._front, "div", None, {"type": "front"})
        self._line(add(self._rest, "p", None, {XML_ID: section.id}), section)

    def _line(self, element: Element, section: Section) -> None:
        if section.heading:
            append_text(element, f"{section.heading} ")
        self._writer.inlines(element, section.content)


def add_division(parent: Element, section: Section, writer: ContentWriter) -> Element:
    """Write a section that has its own division: heading, then blocks."""
    division = add(parent, "div", None, {"type": section.type, XML_ID: section.id})
    if section.heading:
        put(division, "head", section.heading)
    writer.blocks(division, section.content)
    return division


def add_front(text: Element, commentary: Commentary, writer: ContentWriter, marks: PageMarks) -> None:
    """Write what stands before the body; nothing if there is nothing."""
    front = add(text, "front")
    front_writer = FrontWriter(front, commentary, writer)
    for section in commentary.front_matter:
        front_writer.furniture(marks.take_before(section.span.start))
        front_writer.section(section)
    front_writer.furniture(marks.take_before(_body_start(commentary)))
    if not front.parts:
        text.parts.remove(front)


def _body_start(commentary: Commentary) -> int:
    if commentary.body:
        return min(block.span.start for block in commentary.body)
    return max((section.span.end for section in commentary.front_matter), default=0)
