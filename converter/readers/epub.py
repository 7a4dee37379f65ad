"""EPUB: the documents of the book in reading order, joined into one page and read as web pages are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import msgspec
from lxml import etree

from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput
from converter.readers.clues import means_something
from converter.readers.epub_pages import Joined
from converter.readers.html import read_html
from converter.readers.html_encoding import decode_page
from converter.readers.packages import Package, resolved
from converter.source import Clue, Source

MEDIA_TYPE = "application/epub+zip"
CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
ROOT_FILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
CIPHER = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
CLUES = {
    "title": "title",
    "language": "language",
    "publisher": "publisher",
    "rights": "rights",
    "subject": "keywords",
}
ROLES = {"trl": "translator", "edt": "editor"}


def read_epub(content: bytes, name: str, sha256: str) -> Source:
    """Read a book; its list of contents is set aside, its notes may stand in a document of their own."""
    package = Package(content, name)
    book = _Book(package)
    pages = [(part, page) for part, page in book.pages() if page is not None]
    joined = Joined([part for part, _ in pages])
    for part, page in pages:
        joined.add(part, decode_page(page, name)[0], is_contents=part == book.contents)
    clues = list(book.clues())
    title = escape(next((clue.value for clue in clues if clue.field == "title"), ""))
    whole = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{joined.text()}</body></html>"
    source = read_html(whole.encode("utf-8", "replace"), name, sha256)
    return msgspec.structs.replace(
        source,
        media_type=MEDIA_TYPE,
        diagnostics=(*book.missing(), *source.diagnostics),
        clues=tuple(clues),
    )


class _Book:
    """What the package file says: the documents, their order, the properties."""

    def __init__(self, package: Package) -> None:
        self._package = package
        container = package.needed(CONTAINER)
        file = next((one.get("full-path") for one in container.iter(ROOT_FILE)), None)
        if not file:
            raise package.broken("it does not say where its contents are listed")
        self._file = str(file)
        self._root = package.needed(self._file)
        items = [one for one in self._root.iter(f"{OPF}item") if one.get("href")]
        self._items = {one.get("id"): one for one in items}
        listed = [one for one in items if "nav" in one.get("properties", "").split()]
        self.contents = self._part(listed[0]) if listed else None
        """The document that is the list of contents."""
        self._refuse_encrypted()

    def pages(self) -> Iterator[tuple[str, bytes | None]]:
        """Yield the documents of the book in reading order, ``None`` for one that is not there."""
        for part in self._spine():
            yield part, self._package.find(part)

    def missing(self) -> Iterator[Diagnostic]:
        """Yield a finding for each document that is not there."""
        for part in self._spine():
            if part not in self._package:
                yield Code.PART_NOT_READ.at(None, what=f"{part}, which is missing,")

    def clues(self) -> Iterator[Clue]:
        """Yield what the properties say; when the file was made is none of it."""
        for element in self._root.iter(f"{DC}*"):
            text = " ".join((element.text or "").split())
            if means_something(text):
                yield from self._clue(etree.QName(element).localname, element, text)

    def _clue(self, name: str, element: etree._Element, text: str) -> Iterator[Clue]:
        if name in CLUES:
            yield Clue(CLUES[name], text, self._file)
        elif name in ("creator", "contributor"):
            role = ROLES.get(self._role(element), "author" if name == "creator" else "")
            yield from [Clue(role, text, self._file)] if role else []
        elif name in ("identifier", "source") and text.startswith(("http://", "https://")):
            yield Clue("url", text, self._file)

    def _role(self, element: etree._Element) -> str:
        """Return the role of a person: an attribute in EPUB 2, an element that refines in EPUB 3."""
        refined = f"#{element.get('id')}"
        metas = [one for one in self._root.iter(f"{OPF}meta") if one.get("refines") == refined]
        roles = [one.text or "" for one in metas if one.get("property") == "role"]
        return (roles[0] if roles else element.get(f"{OPF}role", "")).strip()

    def _spine(self) -> Sequence[str]:
        items = [self._items.get(one.get("idref")) for one in self._root.iter(f"{OPF}itemref")]
        pages = [one for one in items if one is not None and one.get("media-type") in PAGES]
        return list(dict.fromkeys(self._part(one) for one in pages))

    def _part(self, item: etree._Element) -> str:
        return resolved(self._file, item.get("href", ""))

    def _refuse_encrypted(self) -> None:
        """Raise if a document is encrypted; fonts may be, which nobody needs."""
        root = self._package.tree(ENCRYPTION)
        ciphers = root.iter(CIPHER) if root is not None else ()
        encrypted = {resolved("x", one.get("URI", "")) for one in ciphers}
        if encrypted.intersection(self._spine()):
            raise UnreadableInput(self._package.name, Code.ENCRYPTED.at(None))
