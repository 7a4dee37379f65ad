"""Web archives (MHTML): the page in a message that also holds its pictures, read as a page is."""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.readers.html import read_html
from converter.source import Clue, Source

MEDIA_TYPE = "multipart/related"
MOST_PARTS = 2000
DEEPEST = 4
"""Messages in messages that are opened; a browser writes two."""

FIELD = re.compile(r"^(?P<name>[A-Za-z][\w-]*):[ \t]*(?P<value>.*(?:\r?\n[ \t].*)*)", re.MULTILINE)
PARAMETER = re.compile(r";\s*(?P<name>[\w-]+)\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s;]+))")
EMPTY_LINE = re.compile(rb"\r?\n[ \t]*\r?\n")
FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+")


class Part(NamedTuple):
    """A part of a message: the fields of its head by their names in small letters, and what follows."""

    fields: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The kind of content, in small letters."""
        return self.fields.get("content-type", "text/plain").partition(";")[0].strip().lower()

    def parameter(self, name: str) -> str:
        """Return a parameter of the kind of content; empty if there is none."""
        found = PARAMETER.finditer(self.fields.get("content-type", ""))
        values = {one["name"].lower(): one["quoted"] or one["bare"] or "" for one in found}
        return values.get(name, "")


def read_mhtml(content: bytes, name: str, sha256: str) -> Source:
    """Read the page that a web archive was made of; pictures and other parts are not looked at."""
    message = _part(content)
    pages = [part for part in _parts(message) if part.type in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise UnreadableInput(name, Code.EMPTY.at(None))
    decoded = [(part, _decoded(part)) for part in pages]
    page, markup = next((one for one in decoded if not FRAMES.search(one[1])), decoded[0])
    text, encoding = _as_unicode(markup, page.parameter("charset"))
    source = read_html(text, name, sha256)
    address = message.fields.get("snapshot-content-location") or page.fields.get("content-location", "")
    clues = (
        [Clue("url", address, "address that the page was saved from")] if ADDRESS.fullmatch(address) else []
    )
    return msgspec.structs.replace(
        source, media_type=MEDIA_TYPE, encoding=encoding or source.encoding, clues=(*source.clues, *clues)
    )


def _parts(message: Part) -> Iterator[Part]:
    """Yield the parts that are no messages of parts themselves, in order."""
    stack = [(message, 0)]
    count = 0
    while stack and count < MOST_PARTS:
        part, depth = stack.pop()
        count += 1
        mark = part.parameter("boundary")
        if not part.type.startswith("multipart/") or not mark or depth > DEEPEST:
            yield part
            continue
        pieces = re.split(
            rb"(?:^|\r?\n)--" + re.escape(mark.encode()) + rb"(?:--)?[ \t]*(?=\r?\n|$)", part.body
        )
        stack += [(_part(piece.lstrip(b"\r\n")), depth + 1) for piece in reversed(pieces[1 : MOST_PARTS + 1])]


def _part(content: bytes) -> Part:
    found = EMPTY_LINE.search(content)
    head, body = (content[: found.start()], content[found.end() :]) if found else (content, b"")
    fields = FIELD.finditer(head.decode("utf-8", "replace"))
    return Part({one["name"].lower(): " ".join(one["value"].split()) for one in fields}, body)


def _decoded(part: Part) -> bytes:
    """Return the bytes of a part as they were before they were written for a message."""
    manner = part.fields.get("content-transfer-encoding", "").lower()
    if manner == "quoted-printable":
        return binascii.a2b_qp(part.body)
    if manner == "base64":
        try:
            return binascii.a2b_base64(part.body)
        except binascii.Error:
            return part.body
    return part.body


def _as_unicode(markup: bytes, charset: str) -> tuple[bytes, str | None]:
    """Return a page in UTF-8, and the encoding that its head names, if it was in that."""
    try:
        text = markup.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return text.encode(), None
    try:
        encoding = codecs.lookup(charset).name if charset else ""
        return (markup.decode(encoding).encode(), encoding) if encoding else (markup, None)
    except (LookupError, UnicodeError):
        return markup, None
