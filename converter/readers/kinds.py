"""What kind of file some bytes are: the content tells; the ending of the name settles what it cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from os.path import splitext
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file: its key in the table of readers, and its name in words."""

    key: str
    words: str


TEXT = Kind("text", "plain text")
MARKDOWN = Kind("markdown", "Markdown")
HTML = Kind("html", "HTML")
MHTML = Kind("mhtml", "a web archive (MHTML)")
EMAIL = Kind("email", "an e-mail message")
DOCX = Kind("docx", "a Word document (DOCX)")
ODT = Kind("odt", "an OpenDocument text (ODT)")
RTF = Kind("rtf", "RTF")
EPUB = Kind("epub", "an EPUB")
PDF = Kind("pdf", "PDF")
JSON = Kind("json", "JSON")
XML = Kind("xml", "XML")
TEI = Kind("tei", "TEI-XML")
ENCRYPTED = Kind("encrypted", "an encrypted Office file")
OLD_WORD = Kind("doc", "an old Word document (DOC)")

ENDINGS: Mapping[str, Kind] = MappingProxyType(
    {
        ".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML,
        ".xhtml": HTML, ".mht": MHTML, ".mhtml": MHTML,
        ".doc": OLD_WORD, ".docx": DOCX, ".docm": DOCX, ".dotx": DOCX, ".odt": ODT,
        ".ott": ODT, ".rtf": RTF, ".epub": EPUB, ".pdf": PDF, ".json": JSON, ".xml": TEI, ".tei": TEI,
    }
)  # fmt: skip
"""Ending of a file name, in small letters → what it promises."""

TWO_PARTS = (".tei.xml",)
ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}")
"""What is an ending at all; ``No. 12.5`` has none."""

MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n", Kind("image", "an image (PNG)")),
    (b"\xff\xd8\xff", Kind("image", "an image (JPEG)")),
    (b"GIF8", Kind("image", "an image (GIF)")),
    (b"II*\x00", Kind("image", "an image (TIFF)")),
    (b"MM\x00*", Kind("image", "an image (TIFF)")),
    (b"\x1f\x8b", Kind("archive", "a compressed file (gzip)")),
    (b"BZh", Kind("archive", "a compressed file (bzip2)")),
    (b"\xfd7zXZ\x00", Kind("archive", "a compressed file (xz)")),
    (b"7z\xbc\xaf\x27\x1c", Kind("archive", "an archive (7z)")),
    (b"Rar!\x1a\x07", Kind("archive", "an archive (RAR)")),
    (b"\x7fELF", Kind("program", "a program")),
    (b"MZ\x90", Kind("program", "a program")),
    (b"SQLite format 3\x00", Kind("database", "a database")),
)
"""First bytes → kind."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_OFFICE = Kind("ole", "an old Office file")

ZIP = b"PK\x03\x04"
ZIP_KINDS: tuple[tuple[bytes, Kind], ...] = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ODT),
    (b"mimetypeapplication/epub+zip", EPUB),
    (b"word/document", DOCX),
    (b"META-INF/container.xml", EPUB),
    (b"xl/workbook", Kind("sheet", "a spreadsheet (XLSX)")),
    (b"ppt/presentation", Kind("slides", "a presentation (PPTX)")),
    (b"mimetypeapplication/vnd.oasis.opendocument", Kind("office", "an OpenDocument file that is no text")),
    (b"content.xml", ODT),  # packed anew by a program that also compresses the mark of the kind
)
"""Bytes that the list of contents of a package holds → kind."""
ANY_ZIP = Kind("zip", "a ZIP archive")
PACKAGES = (DOCX, ODT, EPUB)

PDF_SIGN = b"%PDF-"
FARTHEST_PDF_SIGN = 1024
"""Readers of PDF accept other bytes before the sign, so far."""

HEAD = 4096
"""Bytes from the start that tell the kind of a text file."""

MARKUP_PROLOG = re.compile(
    rb"(?:\s++|<\?.*?\?>|<!--.*?-->|<!doctype(?!\s+html)(?:[^>\[]|\[[^\]]*\])*>)*+", re.DOTALL | re.IGNORECASE
)
HTML_START = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
ROOT = re.compile(rb"<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)[\s/>]")
ANY_TAG = re.compile(
    rb"</?(?:p|div|span|h[1-6]|a|table|ul|ol|li|br|article|section|meta|title|body)[\s/>]", re.IGNORECASE
)
MESSAGE = re.compile(rb"(?:[A-Za-z][\w-]{0,60}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,50}){2,60}(?=\r?\n)")
"""The head of a message: fields and nothing else up to an empty line."""

OF_PARTS = re.compile(rb"^content-type:\s*multipart/(?P<kind>\w+)", re.IGNORECASE | re.MULTILINE)
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_by_name(name: str) -> Kind | None:
    """Return what the ending of a name promises.

    >>> kind_by_name("note.HTM")
    Kind(key='html', words='HTML')
    """
    return ENDINGS.get(splitext(name)[1].lower())  # noqa: PTH122 - asked for every input of an archive


def stem_of(name: str) -> str:
    """Return a name without its ending, which may be of two parts.

    >>> stem_of("avim-2025-37.tei.xml"), stem_of("No. 12.txt")
    ('avim-2025-37', 'No. 12')
    """
    ending = next(
        (ending for ending in TWO_PARTS if name.lower().endswith(ending) and len(name) > len(ending)), None
    )
    return name[: -len(ending)] if ending else PurePath(name).stem


def promise_of(name: str, kind: Kind) -> str | None:
    """Return in words what a name promises that the kind of its file does not keep; ``None`` if it does.

    >>> promise_of("note.pdf", TEXT), promise_of("note", TEXT), promise_of("note.xls", TEXT)
    ('PDF', None, 'a file that ends in .xls')
    """
    named = kind_by_name(name)
    if named is not None:
        return None if named == kind or {named, kind} == {TEXT, MARKDOWN} else named.words
    ending = PurePath(name).suffix
    return f"a file that ends in {ending}" if ENDING.fullmatch(ending) else None


def kind_of(content: bytes, name: str) -> Kind:
    """Return the kind of a file by its content, and by its name where only that can tell.

    That is Markdown, and a package in which nothing says what it is: it may be damaged.
    """
    named = kind_by_name(name)
    kind = _binary_kind(content)
    if kind is ANY_ZIP and named in PACKAGES:
        return named
    return kind or _text_kind(content, named)


def _binary_kind(content: bytes) -> Kind | None:
    for magic, kind in MAGIC:
        if content.startswith(magic):
            return kind
    if content.startswith(ZIP):
        return next((kind for sign, kind in ZIP_KINDS if sign in content), ANY_ZIP)
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return ENCRYPTED
        return OLD_WORD if "WordDocument".encode("utf-16-le") in content else OLD_OFFICE
    return PDF if PDF_SIGN in content[:FARTHEST_PDF_SIGN] else None


def _text_kind(content: bytes, named: Kind | None) -> Kind:
    head = _plain_head(content)
    start = head[:1]
    if start == b"<":
        markup = head[_end_of_prolog(head) :]
        if HTML_START.match(markup):
            return HTML
        if (root := ROOT.match(markup)) and (
            head.startswith(b"<?xml") or root["name"] in (b"TEI", b"teiCorpus")
        ):
            return TEI if root["name"] in (b"TEI", b"teiCorpus") else XML
    if (fields := MESSAGE.match(head)) and (parts := OF_PARTS.search(fields[0])):
        return MHTML if parts["kind"].lower() == b"related" else EMAIL
    if named is HTML and ANY_TAG.search(_plain_head(content, len(content))):
        return HTML
    if start in (b"{", b"[") and (named is JSON or b'"urn:converter:schema:' in head):
        return JSON
    return named if named in (TEXT, MARKDOWN) else TEXT


def _end_of_prolog(head: bytes) -> int:
    match = MARKUP_PROLOG.match(head)
    return match.end() if match else 0


def _plain_head(content: bytes, length: int = HEAD) -> bytes:
    """Return the first bytes without byte order mark, zero bytes of UTF-16 and white space before them."""
    head = content[:length]
    for mark in BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return (head.replace(b"\0", b"") if b"\0" in head[:64] else head).lstrip()
