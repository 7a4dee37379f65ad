"""What the inside of our own TEI is as ``content[]``: the reverse of what the TEI writer does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from converter.model import (
    Cell,
    Citation,
    Content,
    Field,
    Footnote,
    Furniture,
    Item,
    Link,
    NoteMarker,
    PageBreak,
    Paragraph,
    Row,
    Text,
)
from converter.source import Span

NAMESPACE = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

FIELDS = {"author": "author", "editor": "editor", "publisher": "publisher", "pubPlace": "place"}
TITLES = {"a": "title", "m": "title", "j": "container", "s": "series"}
PUNCTUATION = " .,;:()[]"
NOWHERE = Span(0, 0)

Node = etree._Element  # noqa: SLF001 - lxml has no public name for its element


def local(node: Node) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(node).localname


def children(node: Node | None, name: str | None = None) -> list[Node]:
    """Return the elements inside an element, those of one name if it is given."""
    if node is None:
        return []
    return [child for child in node if isinstance(child.tag, str) and name in (None, local(child))]


def first(node: Node | None, *names: str) -> Node | None:
    """Return the element at the end of a path, the first of each name."""
    for name in names:
        node = next(iter(children(node, name)), None)
    return node


def words(node: Node | None) -> str | None:
    """Return the characters of an element, ``None`` where there are none."""
    return ("".join(map(str, node.itertext())) or None) if node is not None else None


class Inside(NamedTuple):
    """What marks and language an element has from those around it."""

    marks: tuple[str, ...] = ()
    language: str | None = None
    in_note: bool = False


class ContentReader:
    """Reads content; gathers the notes and the marks of the page that it meets."""

    def __init__(self) -> None:
        self.notes: list[Footnote] = []
        self.breaks = 0
        self.furniture: list[tuple[int, Furniture]] = []
        """Marks of the page inside the block that is read, each with how many page breaks stand before it."""

    def begin(self) -> None:
        """Begin a block."""
        self.breaks = 0
        self.furniture = []

    # --- Inlines -------------------------------------------------------------------------------------------

    def inlines(self, node: Node, inside: Inside = Inside()) -> list[Content]:  # noqa: B008 - it is frozen
        """Return the text and the inline elements of an element; plain texts beside each other are one."""
        found: list[Content] = []
        for part in self._parts(node, inside):
            last = found[-1] if found else None
            if isinstance(part, Text) and isinstance(last, Text) and _is_plain(part) and _is_plain(last):
                found[-1] = Text(last.text + part.text)
            else:
                found.append(part)
        return found

    def _parts(self, node: Node, inside: Inside) -> Iterator[Content]:
        if node.text:
            yield Text(node.text, inside.marks, inside.language)
        for child in children(node):
            yield from self._inline(child, inside)
            if child.tail:
                yield Text(child.tail, inside.marks, inside.language)

    def _inline(self, child: Node, inside: Inside) -> Iterator[Content]:
        match local(child):
            case "hi":
                yield from self._parts(child, inside._replace(marks=tuple(child.get("rend", "").split())))
            case "foreign":
                yield from self._parts(child, inside._replace(language=child.get(XML_LANG)))
            case "ref":
                yield _reference(child, inside)
            case "note":
                yield self.note(child)
            case "pb":
                self.breaks += 1
                yield PageBreak(child.get("n"))
            case "fw":
                self.furniture.append((self.breaks, furniture(child)))
            case "bibl" if inside.in_note:
                content = tuple(printed(self.citation(child)))
                yield Citation(child.get("corresp", "").removeprefix("#"), content)
            case _:
                yield from self._parts(child, inside)

    # --- Notes and citations -------------------------------------------------------------------------------

    def note(self, node: Node) -> NoteMarker:
        """Read a note where it is set, and return the marker that stands there."""
        label = node.get("n", "")
        content = self._note_content(node)
        citations = tuple(dict.fromkeys(_cited(content)))
        text = plain(content)
        kind = _kind(content, citations)
        identifier = node.get(XML_ID, "")
        self.notes.append(Footnote(identifier, label, kind, text, content, citations, (), NOWHERE))
        return NoteMarker(identifier, label, f"[{label}]")

    def _note_content(self, node: Node) -> tuple[Content, ...]:
        inside = Inside(in_note=True)
        if first(node, "p") is None and first(node, "list") is None and first(node, "table") is None:
            return tuple(self.inlines(node, inside))
        return tuple(self.blocks(node, inside))

    def citation(self, node: Node) -> Iterator[Content]:
        """Yield the fields of a citation and the text between them."""
        titled = False
        if node.text:
            yield Text(node.text)
        for child in children(node):
            field = self._field(child, titled=titled)
            titled = titled or (field is not None and field.name == "title")
            if field:
                yield field
            else:
                yield from self.inlines_of(child)
            if child.tail:
                yield Text(child.tail)

    def inlines_of(self, node: Node) -> Iterator[Content]:
        """Yield what an inline element is among others."""
        yield from self._inline(node, Inside())

    def _field(self, node: Node, *, titled: bool) -> Field | None:
        name, text = local(node), words(node) or ""
        if name == "title":
            level = node.get("level", "a")
            field = "container" if titled and level == "m" else TITLES.get(level, "title")
            return Field(field, text, node.get(XML_LANG), level)
        if name in FIELDS:
            return Field(FIELDS[name], text)
        if name == "date":
            return Field("date", text, when=node.get("when"), role=node.get("type"))
        if name == "biblScope":
            unit = node.get("unit", "issue")
            return Field(unit, text, unit=unit)
        return None

    # --- Blocks --------------------------------------------------------------------------------------------

    def blocks(self, node: Node, inside: Inside = Inside()) -> Iterator[Content]:  # noqa: B008 - it is frozen
        """Yield paragraphs, items and rows."""
        for child in children(node):
            match local(child):
                case "list":
                    yield from self.items(child, inside)
                case "table":
                    yield from self.rows(child, inside)
                case "p":
                    yield Paragraph(tuple(self.inlines(child, inside)))  # type: ignore[arg-type]
                case _:
                    pass

    def items(self, node: Node, inside: Inside = Inside()) -> Iterator[Item]:  # noqa: B008 - it is frozen
        """Yield the items of a list."""
        for item in children(node, "item"):
            yield Item(tuple(self.inlines(item, inside)), item.get("n"))  # type: ignore[arg-type]

    def rows(self, node: Node, inside: Inside = Inside()) -> Iterator[Content]:  # noqa: B008 - it is frozen
        """Yield the caption of a table and its rows."""
        for head in children(node, "head"):
            yield Paragraph(tuple(self.inlines(head, inside)))  # type: ignore[arg-type]
        for row in children(node, "row"):
            cells = [Cell(tuple(self.inlines(cell, inside))) for cell in children(row, "cell")]  # type: ignore[arg-type]
            yield Row(tuple(cells))


def furniture(node: Node) -> Furniture:
    """Return a mark of the page, its place not settled."""
    return Furniture(node.get("type", ""), words(node) or "", NOWHERE)


def printed(content: Iterable[Content]) -> Iterator[Text | Link | Field]:
    """Return the parts of a citation, of which none is a marker."""
    return (part for part in content if isinstance(part, Text | Link | Field))


def _is_plain(text: Text) -> bool:
    return not text.marks and text.language is None


def _reference(node: Node, inside: Inside) -> Link | NoteMarker:
    text = words(node) or ""
    if node.get("type") != "note":
        return Link(text, node.get("target", ""), inside.marks)
    if node.get("subtype") == "unresolved":
        return NoteMarker(None, text.strip("[](){}^.: "), text)
    label = node.get("n", "")
    return NoteMarker(node.get("target", "").removeprefix("#"), label, f"[{label}]")


def plain(content: Sequence[Content]) -> str:
    """Return the text of content without markers: items, rows and paragraphs each on a line."""
    glue = "\n" if any(isinstance(part, Item | Row | Paragraph) for part in content) else ""
    return glue.join(_plain(part) for part in content if not isinstance(part, NoteMarker | PageBreak))


def _plain(part: Content) -> str:
    if isinstance(part, Text | Link | Field):
        return part.text
    if isinstance(part, Row):
        return " ".join(plain(cell.content) for cell in part.content)
    return "" if isinstance(part, NoteMarker | PageBreak) else plain(part.content)


def _cited(content: Sequence[Content | Cell]) -> Iterator[str]:
    for part in content:
        if isinstance(part, Citation):
            yield part.reference
        elif not isinstance(part, Text | Link | Field | NoteMarker | PageBreak):
            yield from _cited(part.content)


def _kind(content: tuple[Content, ...], citations: tuple[str, ...]) -> str:
    """Tell a note that only cites from one that also comments; without works nothing says what it is."""
    if not citations:
        return "unknown"
    loose = plain(tuple(part for part in content if not isinstance(part, Citation)))
    return "mixed" if loose.strip(PUNCTUATION) else "reference"
