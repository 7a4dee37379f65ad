"""What is in a package: the parts of a DOCX, ODT or EPUB (a ZIP file), inflated in memory within bounds.

Nothing is unpacked to disk and a name is only ever looked up in the list of contents, so that a part called
``../../etc/passwd`` is as harmless as any other. Sizes in the file are not trusted: inflating ends at the
budget.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.xml import UnusableXml, parse_xml

BUDGET = 32 * 1024 * 1024
"""Bytes that all parts read of one package may have together once inflated."""

PART_BUDGET = 16 * 1024 * 1024
"""Bytes of one part; a tree of XML takes many times as much memory."""

MOST_PARTS = 50_000
DIRECTORY_ENTRY = b"PK\x01\x02"
LOCAL_ENTRY = b"PK\x03\x04"
LOCAL_HEAD = struct.Struct("<26xHH")
ENCRYPTED_FLAG = 0x1
CUT_OFF = "its list of contents is missing or cut off; the file may not have been copied whole"


class Package:
    """The parts of a package by name; ``UnreadableInput`` with a code says what is wrong with it."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._content = content
        self._left = BUDGET
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._doubled: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in self._listed():
            part = _plain(entry.filename)
            if part in self._entries:
                self._doubled.setdefault(part, [self._entries[part]]).append(entry)
            self._entries[part] = entry

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._entries

    def find(self, part: str) -> bytes | None:
        """Return the bytes of a part, or ``None`` if there is none of this name."""
        key = _plain(part)
        if key not in self._entries:
            key = _plain(unquote(part))
        if key not in self._entries:
            return None
        found = {self._inflated(entry) for entry in self._doubled.get(key, (self._entries[key],))}
        if len(found) > 1:
            raise self.broken(f"it holds two different parts called {part}")
        return found.pop()

    def tree(self, part: str) -> etree._Element | None:
        """Return the root of a part that is XML, or ``None`` if there is none of this name."""
        content = self.find(part)
        return None if content is None else self.tree_of(part, content)

    def tree_of(self, part: str, content: bytes) -> etree._Element:
        """Return the root of what was read of a part."""
        try:
            return parse_xml(content)
        except UnusableXml as error:
            where = f"{part}, line {error.line}" if error.line > 1 else part
            raise self.broken(f"{where}: {error.diagnostic.message}") from None

    def needed(self, part: str) -> etree._Element:
        """Return the root of a part without which there is no document."""
        root = self.tree(part)
        if root is None:
            raise self.broken(f"there is no {part} in it")
        return root

    def broken(self, reason: str) -> UnreadableInput:
        """Return the error that says what is wrong with the package."""
        return UnreadableInput(self.name, Code.BROKEN_PACKAGE.at(None, reason=reason))

    def _listed(self) -> list[zipfile.ZipInfo]:
        if self._content.count(DIRECTORY_ENTRY) > MOST_PARTS:
            raise self.broken(f"it has more than {MOST_PARTS} parts")
        try:
            with zipfile.ZipFile(BytesIO(self._content)) as archive:
                return archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error, EOFError):
            raise self.broken(CUT_OFF) from None

    def _inflated(self, entry: zipfile.ZipInfo) -> bytes:
        part = entry.filename
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise UnreadableInput(self.name, Code.ENCRYPTED.at(None))
        begin = self._begin(entry)
        packed = self._content[begin : begin + entry.compress_size]
        limit = min(self._left, PART_BUDGET)
        if entry.compress_type == zipfile.ZIP_STORED:
            content, whole = packed, len(packed) == entry.compress_size
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            content, whole = self._deflated(part, packed, limit)
        else:
            raise self.broken(f"{part} is compressed in a way that no office program uses")
        if len(content) > limit:
            raise UnreadableInput(self.name, Code.TOO_LARGE.at(None, size=len(content), limit=limit))
        if not whole or zlib.crc32(content) != entry.CRC:
            raise self.broken(f"{part} is damaged: its checksum is another")
        self._left -= len(content)
        return content

    def _begin(self, entry: zipfile.ZipInfo) -> int:
        """Return where the bytes of a part begin, behind its own head, whose lengths may be others."""
        at = entry.header_offset
        if not 0 <= at <= len(self._content) - 30 or self._content[at : at + 4] != LOCAL_ENTRY:
            raise self.broken(f"{entry.filename} is not where the list of contents says")
        name, extra = LOCAL_HEAD.unpack_from(self._content, at)
        return int(at + 30 + name + extra)

    def _deflated(self, part: str, packed: bytes, limit: int) -> tuple[bytes, bool]:
        """Return what was inflated, up to one byte over the limit, and whether it came to its end."""
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return stream.decompress(packed, limit + 1), stream.eof
        except zlib.error:
            raise self.broken(f"{part} is damaged: it cannot be inflated") from None


def _plain(part: str) -> str:
    """Return a name as it is looked up: names of parts do not differ by case."""
    return part.replace("\\", "/").lstrip("/").casefold()


def resolved(base: str, target: str) -> str:
    """Return the name of the part that a target in another part leads to; it cannot lead out of the package.

    >>> resolved("word/document.xml", "footnotes.xml")
    'word/footnotes.xml'
    >>> resolved("word/document.xml", "../../../etc/passwd")
    'etc/passwd'
    """
    joined = target if target.startswith("/") else posixpath.join("/", posixpath.dirname(base), target)
    return posixpath.normpath(joined).lstrip("/")
