"""Where the bytes of an input stand that is no file: in an archive, in a line of a file, in a store."""

from __future__ import annotations

import base64
import binascii
import os
import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from converter.batch.files import HEAD, OPENING, reason_of
from converter.batch.stores import cat_slice, is_url
from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.readers import FILE_LIMIT

Form = Literal["slice", "zip", "line", "object"]
LOCAL_HEAD = struct.Struct("<4s22xHH")
LOCAL_SIGN = b"PK\x03\x04"
DEFLATED = 8
ADDRESS_AS_PATH = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]+:)/(?!/)")
CHANGED = "the archive was changed since it was looked through, or is damaged"


class Origin(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a file or store, and how an input is read from it."""

    file: bytes
    """The path of the file, or an address."""
    form: Form
    start: int = 0
    length: int = 0
    """Bytes as they are stored."""
    size: int = 0
    """Of a member of a ZIP archive: bytes once inflated."""
    checksum: int = 0
    method: int = 0


class Row(msgspec.Struct, frozen=True):
    """One input in a file of rows."""

    path: str | None = None
    id: str | int | None = None
    text: str | None = None
    base64: str | None = None
    metadata: dict[str, object] | None = None

    @property
    def problem(self) -> str | None:
        """Why this is no input, in words."""
        if (self.text is None) == (self.base64 is None):
            return "it must have text or base64, and not both"
        return None


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of an input, and what its row says of it."""

    content: bytes
    metadata: bytes | None = None


pack_origin = msgspec.msgpack.Encoder().encode
unpack_origin = msgspec.msgpack.Decoder(Origin).decode
read_row = msgspec.json.Decoder(Row).decode


def read_origin(origin: Origin, name: str, *, limit: int = FILE_LIMIT) -> Content:
    """Return what stands there; raise ``UnreadableInput`` if it cannot be read or is too large."""
    size = origin.size if origin.form == "zip" else origin.length
    if size > (limit if origin.form != "line" else 2 * limit):
        raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=size, limit=limit))
    try:
        stored = _stored(origin)
        return _row_content(stored, limit, name) if origin.form == "line" else Content(stored)
    except (OSError, ValueError, zlib.error) as error:
        reason = reason_of(error) if isinstance(error, OSError | ValueError) else CHANGED
        raise UnreadableInput(name, Code.UNREADABLE.at(None, reason=reason)) from None


def _stored(origin: Origin) -> bytes:
    if origin.form == "zip":
        return _inflated(origin)
    length = None if origin.form == "object" else origin.length
    content = slice_of(origin.file, origin.start, length)
    if length is not None and len(content) != length:
        raise ValueError(CHANGED)
    return content


def _inflated(origin: Origin) -> bytes:
    """Return a member of a ZIP archive; no more is inflated than the list of contents promises."""
    head = slice_of(origin.file, origin.start, LOCAL_HEAD.size)
    if len(head) < LOCAL_HEAD.size or not head.startswith(LOCAL_SIGN):
        raise ValueError(CHANGED)
    _, name_length, extra_length = LOCAL_HEAD.unpack(head)
    start = origin.start + LOCAL_HEAD.size + name_length + extra_length
    stored = slice_of(origin.file, start, origin.length)
    if origin.method == DEFLATED:
        stored = zlib.decompressobj(-zlib.MAX_WBITS).decompress(stored, origin.size + 1)
    if len(stored) != origin.size or zlib.crc32(stored) != origin.checksum:
        raise ValueError("its size or checksum is not what the archive says; it is damaged")
    return stored


def _row_content(line: bytes, limit: int, name: str) -> Content:
    row = read_row(line)
    if row.text is not None:
        content = row.text.encode("utf-8", "surrogatepass")
    else:
        content = _decoded(row.base64 or "")
    if len(content) > limit:
        raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=len(content), limit=limit))
    return Content(content, msgspec.json.encode(row.metadata) if row.metadata else None)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError("its base64 is damaged") from None


def head_of(origin: Origin) -> bytes:
    """Return the first bytes, which tell its kind; nothing if it cannot be read."""
    try:
        if origin.form in ("slice", "object"):
            return slice_of(origin.file, origin.start, min(HEAD, origin.length))
        return read_origin(origin, "").content[:HEAD]
    except (OSError, UnreadableInput):
        return b""


def label_of(path: Path, origin: Origin | None) -> str:
    """Return how an input is called in the report; a path has lost a stroke of the address that it was."""
    address = origin is not None and is_url(origin.file)
    return ADDRESS_AS_PATH.sub(r"\1//", str(path)) if address else str(path)


def slice_of(file: bytes, start: int, length: int | None) -> bytes:
    """Return a part of a file or of an object in a store; without a length all from the start on."""
    if is_url(file):
        return cat_slice(file.decode(), start, length)
    opened = os.open(Path(os.fsdecode(file)), OPENING)
    try:
        with os.fdopen(opened, "rb", closefd=False) as stream:
            stream.seek(start)
            return stream.read() if length is None else stream.read(length)
    finally:
        os.close(opened)
