"""Word documents (DOCX), read without a program from outside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from converter.readers.docx_body import Body
from converter.readers.docx_clues import docx_clues
from converter.readers.docx_inline import Inline
from converter.readers.docx_lists import Lists
from converter.readers.docx_notes import Notes
from converter.readers.docx_styles import Styles
from converter.readers.docx_xml import VAL, R, Relations, W, part_of_kind, transitional
from converter.readers.left_out import LeftOut
from converter.readers.packages import Package
from converter.readers.paragraphs import Sheet
from converter.source import Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
USUAL_PART = "word/document.xml"
ENCODING = "utf-8"


def read_docx(content: bytes, name: str, sha256: str) -> Source:
    """Read a Word document; nothing that it points at outside itself is opened."""
    package = Package(content, name)
    top = Relations(package, "")
    part = next(top.parts("officeDocument"), USUAL_PART)
    root = transitional(package.needed(part if part in package else USUAL_PART))
    document = _Document(package, part, root)
    document.lay_out(root)
    clues = docx_clues(package, top)
    return document.sheet.source(name, MEDIA_TYPE, ENCODING, sha256, document.left_out.findings(), clues)


class _Document:
    """What all parts of a document share."""

    def __init__(self, package: Package, part: str, root: etree._Element) -> None:
        self.package = package
        self.part = part
        self.sheet = Sheet()
        self.left_out = LeftOut()
        self.relations = Relations(package, part)
        earlier = {one for change in root.iter(f"{W}sectPrChange") for one in change.iter(f"{W}sectPr")}
        self.sections = [one for one in root.iter(f"{W}sectPr") if one not in earlier]
        self.styles = Styles(
            _root(package, self.relations, "styles"), {one.get(VAL) for one in root.iter(f"{W}pStyle")}
        )
        self.lists = Lists(partial(_root, package, self.relations, "numbering"), self.styles)
        self.notes = Notes(package, self.relations, self.sections, self.left_out)

    def lay_out(self, root: etree._Element) -> None:
        """Lay out the running heads, the text, the running feet and the notes."""
        self._page_ends("header", "running-head")
        body = self._body(self.relations)
        container = root.find(f"{W}body")
        body.lay_out(root if container is None else container)
        self._page_ends("footer", "running-foot")
        bodies = {self.part: body}
        for note in self.notes.in_order():
            if note.part not in bodies:
                bodies[note.part] = self._body(Relations(self.package, note.part))
            bodies[note.part].lay_out_note(note)

    def _page_ends(self, name: str, furniture: str) -> None:
        for part in self._page_end_parts(name):
            root = self.package.tree(part)
            if root is not None:
                self._body(Relations(self.package, part)).lay_out_furniture(transitional(root), furniture)

    def _page_end_parts(self, name: str) -> Iterator[str]:
        """Return the heads or feet that pages have, each once."""
        references = [one.get(f"{R}id") for sect in self.sections for one in sect.iter(f"{W}{name}Reference")]
        parts = [self.relations.part(key) for key in references]
        return iter(dict.fromkeys(part for part in parts if part))

    def _body(self, relations: Relations) -> Body:
        inline = Inline(self.styles, self.notes, relations, self.left_out)
        return Body(self.sheet, inline, self.styles, self.lists, self.notes, self.left_out)


def _root(package: Package, relations: Relations, kind: str) -> etree._Element | None:
    found = part_of_kind(package, relations, kind)
    return found[1] if found else None
