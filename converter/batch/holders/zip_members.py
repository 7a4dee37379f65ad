"""The members of a ZIP archive, by its list of contents, which is read piece by piece."""

from __future__ import annotations

import stat
import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from converter.batch.holders.members import Member, damaged, judged, left_out, refused
from converter.batch.holders.spool import Spool
from converter.batch.holders.streams import opened
from converter.batch.origins import DEFLATED, Origin
from converter.diagnostics import Diagnostic

END = struct.Struct("<4s4H2LH")
END_SIGN = b"PK\x05\x06"
LONGEST_COMMENT = 0xFFFF
LOCATOR = struct.Struct("<4sLQL")
LOCATOR_SIGN = b"PK\x06\x07"
END_64 = struct.Struct("<4sQ2H2L4Q")
END_64_SIGN = b"PK\x06\x06"
ENTRY = struct.Struct("<4s6H3L5H2L")
ENTRY_SIGN = b"PK\x01\x02"
LOCAL_HEAD = 30
EXTRA = struct.Struct("<2H")
LARGE = 0xFFFFFFFF
ENCRYPTED, UTF_8 = 0x2041, 0x800
STORED = 0
UNIX = 3
DENSEST, HARMLESS = 200, 1024 * 1024
"""A member larger than this that is packed as densely holds no text."""
DOCUMENT_SIGNS = frozenset({b"word/document.xml", b"META-INF/container.xml", b"mimetype"})


class Contents(NamedTuple):
    """Where the list of contents is."""

    start: int
    length: int
    members: int
    shift: int
    """Bytes before the archive, which its places do not count."""


class Entry(NamedTuple):
    """One entry of the list of contents."""

    system: int
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    attributes: int
    start: int
    name: bytes


def find(file: bytes, _packing: str, _spool: Spool) -> Iterator[Member]:
    """Yield the members of an archive, and last what is wrong with the whole."""
    with opened(file) as stream:
        contents = _contents(stream)
        if contents is None:
            yield Member(
                "", None, damaged("its list of contents is missing; it may not have been copied whole")
            )
            return
        count = 0
        for entry in _entries(stream, contents):
            count += 1
            if not entry.name.endswith(b"/"):
                yield _member(file, entry, contents.shift)
        if count != contents.members:
            yield Member(
                "", None, damaged(f"its list of contents names {contents.members} members and holds {count}")
            )


def is_document(file: bytes) -> bool:
    """Say whether a package is a document itself: by the parts that only such have."""
    with opened(file) as stream:
        contents = _contents(stream)
        return contents is not None and any(one.name in DOCUMENT_SIGNS for one in _entries(stream, contents))


def _contents(stream: BinaryIO) -> Contents | None:
    """Find the list of contents from the end of the file."""
    length = stream.seek(0, 2)
    base = max(0, length - END.size - LONGEST_COMMENT)
    stream.seek(base)
    tail = stream.read(END.size + LONGEST_COMMENT)
    at = tail.rfind(END_SIGN)
    if at < 0 or len(tail) - at < END.size:
        return None
    *_, count, size, start, _comment = END.unpack_from(tail, at)
    end = base + at
    if LARGE in (size, start) or count == LONGEST_COMMENT:
        large = _large_contents(stream, end)
        if large is not None:
            return large
    shift = end - size - start
    return Contents(end - size, size, count, shift) if shift >= 0 else None


def _large_contents(stream: BinaryIO, end: int) -> Contents | None:
    """Find the list of contents of an archive with more than 4 GB or 65,535 members."""
    if end < LOCATOR.size:
        return None
    stream.seek(end - LOCATOR.size)
    sign, _disk, place, _disks = LOCATOR.unpack(stream.read(LOCATOR.size))
    if sign != LOCATOR_SIGN:
        return None
    for start in (place, end - LOCATOR.size - END_64.size):  # the second if bytes stand before the archive
        stream.seek(min(start, end))
        record = stream.read(END_64.size)
        if len(record) == END_64.size and record.startswith(END_64_SIGN):
            *_, count, size, first = END_64.unpack(record)
            shift = start - size - first
            return Contents(start - size, size, count, shift) if shift >= 0 else None
    return None


def _entries(stream: BinaryIO, contents: Contents) -> Iterator[Entry]:
    """Yield the entries; the list ends where it stops making sense."""
    place, end = contents.start, contents.start + contents.length
    while place + ENTRY.size <= end:
        stream.seek(place)
        head = stream.read(ENTRY.size)
        if len(head) < ENTRY.size or not head.startswith(ENTRY_SIGN):
            return
        (
            _, made, _, flags, method, _, _, checksum, packed, size, named, more, comment, _, _, outer, start
        ) = ENTRY.unpack(head)  # fmt: skip
        name, extra = stream.read(named), stream.read(more)
        size, packed, start = _large_values(extra, size, packed, start)
        yield Entry(made >> 8, flags, method, checksum, packed, size, outer >> 16, start, name)
        place += ENTRY.size + named + more + comment


def _large_values(extra: bytes, size: int, packed: int, start: int) -> tuple[int, int, int]:
    """Return the values that may be too large for their fields and then stand behind the name."""
    values = [size, packed, start]
    at = 0
    while at + EXTRA.size <= len(extra):
        kind, length = EXTRA.unpack_from(extra, at)
        at += EXTRA.size
        if kind == 1:
            field = extra[at : at + length]
            for index, value in enumerate(values):
                if value == LARGE and len(field) >= 8:
                    values[index] = int.from_bytes(field[:8], "little")
                    field = field[8:]
        at += length
    return values[0], values[1], values[2]


def _member(file: bytes, entry: Entry, shift: int) -> Member:
    name, problem = judged(_name_of(entry))
    start = entry.start + shift
    origin = Origin(file, "zip", start, entry.packed, entry.size, entry.checksum, entry.method)
    end = start + LOCAL_HEAD + len(entry.name) + entry.packed
    return Member(name, origin, problem or _problem(entry), end)


def _name_of(entry: Entry) -> str:
    """Decode a name: UTF-8 if it says so or is so, else the code page of the first ZIP programs."""
    try:
        return entry.name.decode("utf-8")
    except UnicodeDecodeError:
        return entry.name.decode("utf-8" if entry.flags & UTF_8 else "cp437", "replace")


def _problem(entry: Entry) -> Diagnostic | None:
    if entry.system == UNIX and entry.attributes and not stat.S_ISREG(entry.attributes):
        if stat.S_ISLNK(entry.attributes):
            return left_out("it is a link")
        if stat.S_IFMT(entry.attributes):
            return left_out("it is no regular file")
    if entry.flags & ENCRYPTED:
        return refused("it is protected by a password")
    if entry.method not in (STORED, DEFLATED):
        return refused(f"it is packed in a way that is not read (method {entry.method})")
    if entry.size > HARMLESS and entry.size > DENSEST * max(1, entry.packed):
        return refused(f"it grows more than {DENSEST}-fold when it is unpacked, as a bomb does")
    return None
