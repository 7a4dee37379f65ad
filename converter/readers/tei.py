"""Our own TEI back into the model: whatever the TEI holds; places count in the text laid out from it."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from lxml import etree
from msgspec.structs import replace

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.model import (
    Block,
    CiteAs,
    Commentary,
    Content,
    Footnote,
    Metadata,
    Provenance,
    Reference,
    Section,
    SourceRecord,
    Text,
)
from converter.readers.own import ReadBack
from converter.readers.tei_cite_as import read_cite_as
from converter.readers.tei_content import (
    XML_ID,
    ContentReader,
    Node,
    children,
    first,
    furniture,
    local,
    plain,
    words,
)
from converter.readers.tei_header import (
    converter_version,
    evidence_of,
    is_ours,
    read_metadata,
    read_reference,
)
from converter.readers.tei_layout import Layout
from converter.readers.tei_places import breaks, citations, order_of, unfolded
from converter.source import Source, Span
from converter.xml import UnusableXml, parse_xml

MEDIA_TYPE = "application/tei+xml"
FRONT_LINES = {"byline": "byline", "docDate": "date", "docImprint": "series", "p": "line"}
LINE_PARTS = frozenset({"p", "head"})


def read_tei(content: bytes, name: str, sha256: str) -> ReadBack:
    """Read a TEI document that the converter wrote; another one is refused."""
    try:
        root = parse_xml(content)
    except UnusableXml as error:
        raise UnreadableInput(name, error.diagnostic) from error
    if not is_ours(root):
        raise UnreadableInput(name, Code.NOT_OURS.at(None, kind="TEI"))
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return _Document(root).read_back(name, sha256)


class _Document:
    """Reads the parts in the order in which they stand, and lays their text out as it goes."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.reader = ContentReader()
        self.paper = Layout()
        self.blocks: list[Block] = []
        self.cite_as: CiteAs | None = None
        self.unmarked: dict[str, Span] = {}

    def read_back(self, name: str, sha256: str) -> ReadBack:
        """Return the commentary, and the text that its places count in."""
        text = first(self.root, "text")
        metadata = self._with_printed_names(read_metadata(self.root), first(text, "front"))
        front = [section for child in children(first(text, "front")) for section in self._front(child)]
        self._division(first(text, "body"), 0)
        back = [section for child in children(first(text, "back")) for section in self._back(child)]
        notes = tuple(self._placed(note) for note in self._notes_in_order())
        laid_out = "".join(self.paper.texts)
        text_sum = hashlib.sha256(laid_out.encode("utf-8", "surrogatepass")).hexdigest()
        record = SourceRecord(name, sha256, MEDIA_TYPE, "utf-8", text_sum)
        own = first(self.root, "teiHeader", "fileDesc", "sourceDesc", "biblStruct")
        commentary = Commentary(
            id=own.get(XML_ID, "") if own is not None else "",
            metadata=metadata,
            front_matter=tuple(front),
            body=tuple(self.blocks),
            footnotes=notes,
            references=self._references(notes),
            cite_as=self.cite_as,
            back_matter=tuple(back),
            diagnostics=(),
            provenance=Provenance(
                record,
                converter_version(self.root),
                "generic",
                tuple(self.paper.furniture),
                evidence_of(metadata),
            ),
        )
        return ReadBack(Source(name, MEDIA_TYPE, "utf-8", sha256, laid_out, ()), commentary)

    def _provenance(self, record: SourceRecord, metadata: Metadata) -> Provenance:
        version, marks = converter_version(self.root), tuple(self.paper.furniture)
        return Provenance(record, version, "generic", marks, evidence_of(metadata))

    def _with_printed_names(self, metadata: Metadata, front: Node | None) -> Metadata:
        """Take the printed forms of the authors' names from the byline, where each has one."""
        printed = [author for line in children(front, "byline") for author in children(line, "docAuthor")]
        if len(printed) != len(metadata.authors):
            return metadata
        names = [
            replace(name, literal=author.text or name.literal)
            for name, author in zip(metadata.authors, printed, strict=True)
        ]
        return replace(metadata, authors=tuple(names))

    # --- Front ---------------------------------------------------------------------------------------------

    def _front(self, node: Node) -> list[Section]:
        name = local(node)
        if name == "fw":
            self.paper.mark(furniture(node))
            return []
        if name == "docTitle":
            return [self._title(part) for part in children(node, "titlePart")]
        if name == "div" and node.get("type") == "front":
            return [
                self.paper.section("line", line, self.reader.inlines(line)) for line in children(node, "p")
            ]
        if name == "div":
            return [self._in_division(node)]
        heading = _taken_label(node) if name == "byline" else None
        return [self.paper.section(FRONT_LINES.get(name, "line"), node, self.reader.inlines(node), heading)]

    def _title(self, part: Node) -> Section:
        return self.paper.section(
            "subtitle" if part.get("type") == "sub" else "title", part, self.reader.inlines(part)
        )

    def _in_division(self, node: Node) -> Section:
        content = unfolded(list(self.reader.blocks(node)))
        return self.paper.section(node.get("type", "line"), node, content, words(first(node, "head")))

    # --- Body ----------------------------------------------------------------------------------------------

    def _division(self, node: Node | None, level: int) -> None:
        for child in children(node):
            name = local(child)
            if name == "div":
                self._division(child, level + 1)
            elif name == "fw":
                self.paper.mark(furniture(child))
            elif child.get(XML_ID):
                self._block(child, name, level)

    def _block(self, node: Node, name: str, level: int) -> None:
        self.reader.begin()
        kind = {"p": "paragraph", "head": "heading"}.get(name, name)
        content = self._block_content(node, name)
        text = plain(content)
        pieces = self._lay_pieces(text, content)
        outer = Span(pieces[0].start, pieces[-1].end)
        identifier = node.get(XML_ID, "")
        self.paper.take_markers(identifier, content, outer)
        self.blocks.append(
            Block(
                kind,
                identifier,
                tuple(content),
                text,
                outer,
                tuple(pieces) if len(pieces) > 1 else (),
                level if kind == "heading" else None,
                node.get("rend") == "numbered" if kind == "list" else None,
            )
        )

    def _block_content(self, node: Node, name: str) -> list[Content]:
        if name == "list":
            return list(self.reader.items(node))
        if name == "table":
            return list(self.reader.rows(node))
        if name == "quote":
            return unfolded(list(self.reader.blocks(node)))
        if name == "figure":
            caption = first(node, "figDesc")
            loose = [
                part
                for child in children(node)
                if local(child) != "figDesc"
                for part in self.reader.inlines_of(child)
            ]
            return [*(self.reader.inlines(caption) if caption is not None else ()), *loose]
        return self.reader.inlines(node)

    def _lay_pieces(self, text: str, content: list[Content]) -> list[Span]:
        """Lay out a block in the pieces that its page breaks make, with the marks that stand between."""
        edges = [0, *breaks(content), len(text)]
        pieces = []
        for number, (start, end) in enumerate(pairwise(edges)):
            pieces.append(self.paper.lay(text[start:end]))
            for before, mark in self.reader.furniture:
                if before == number + 1 or (before == 0 and number == 0):
                    self.paper.mark(mark)
        return pieces

    # --- Back ----------------------------------------------------------------------------------------------

    def _back(self, node: Node) -> list[Section]:
        kind = node.get("type", "line")
        if local(node) == "fw":
            self.paper.mark(furniture(node))
        elif kind == "notes":
            return self._notes(node)
        elif kind == "cite-as" and node.get(XML_ID) is None:
            self.cite_as = self._cite_as(node)
        elif kind == "cite-as":
            paragraph = first(node, "p")
            bibl = first(paragraph, "bibl")
            content: list[Content] = list(self.reader.citation(bibl)) if bibl is not None else []
            return [self.paper.section(kind, node, content, words(first(paragraph, "label")))]
        elif kind != "references":
            return [self._in_division(node)]
        return []

    def _notes(self, node: Node) -> list[Section]:
        """Read the heading of the notes, and the notes that no marker points to."""
        found = []
        for child in children(node):
            if local(child) in LINE_PARTS:
                found.append(self._notes_heading(child))
            else:
                self.reader.note(child)
                note = self.reader.notes[-1]
                self.unmarked[note.id] = self.paper.lay(note.text)
        return found

    def _notes_heading(self, node: Node) -> Section:
        content = self.reader.inlines(node)
        if all(isinstance(part, Text) and not part.marks for part in content):
            return self.paper.section("notes-heading", node, [], plain(content))
        return self.paper.section("notes-heading", node, content)

    def _cite_as(self, node: Node) -> CiteAs | None:
        paragraph = first(node, "p")
        bibl = first(paragraph, "bibl")
        if bibl is None:
            return None
        label = words(first(paragraph, "label"))
        return read_cite_as(bibl, label, self.reader, self.paper)

    # --- Notes and works -----------------------------------------------------------------------------------

    def _notes_in_order(self) -> list[Footnote]:
        return sorted(self.reader.notes, key=lambda note: order_of(note.id))

    def _placed(self, note: Footnote) -> Footnote:
        place = self.unmarked.get(note.id) or self.paper.lay(note.text)
        markers = tuple(self.paper.markers.get(note.id, ()))
        return Footnote(
            note.id, note.label, note.kind, note.text, note.content, note.citations, markers, place
        )

    def _references(self, notes: tuple[Footnote, ...]) -> tuple[Reference, ...]:
        literals: dict[str, str] = {}
        for note in notes:
            for citation in citations(note.content):
                literals.setdefault(citation.reference, plain(citation.content))
        back = first(self.root, "text", "back")
        works = next((div for div in children(back, "div") if div.get("type") == "references"), None)
        return tuple(
            read_reference(record, literals.get(record.get(XML_ID, ""), ""))
            for record in children(first(works, "listBibl"), "biblStruct")
        )


def _taken_label(byline: Node) -> str | None:
    """Take the label that stands before the first author (`By`)."""
    label = byline.text or ""
    if not label.endswith(" ") or first(byline, "docAuthor") is not next(iter(children(byline)), byline):
        return None
    byline.text = None
    return label[:-1]
