"""Which reader reads a file: the content decides; a name that promises something else is a finding."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import msgspec

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.readers.kinds import ENDINGS, HEAD, JSON, TEXT, Kind, kind_by_name, kind_of, promise_of
from converter.readers.letterheads import without_letterhead
from converter.readers.own import ReadBack
from converter.readers.repairs import repaired
from converter.source import Source

Reader = Callable[[bytes, str, str], Source]
"""(content, name, sha256 of the content) → Source"""

OwnReader = Callable[[bytes, str, str], ReadBack]
"""(content, name, sha256 of the content) → the model"""

MAY_PRECEDE = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
OWN_OPENINGS = (b"<", b"{", b"[")
OWN_SIGN = b'"urn:converter:schema:'

LIMIT = 8 * 1024 * 1024
"""Bytes of one text, and of what is read from any other file, in UTF-8; a commentary of this size is none.

Parsers of XML refuse a text of more than 10 MB in one piece, so that no output may hold one.
"""

FILE_LIMIT = 64 * 1024 * 1024
"""Bytes of one file that may hold pictures beside its text."""

READERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("text", "read_text"),
        "markdown": ("text", "read_text"),
        "docx": ("docx", "read_docx"),
        "odt": ("odt", "read_odt"),
        "rtf": ("rtf", "read_rtf"),
        "epub": ("epub", "read_epub"),
        "html": ("html", "read_html"),
        "mhtml": ("mhtml", "read_mhtml"),
        "pdf": ("pdf", "read_pdf"),
    }
)
"""Key of a kind → module of this package and its function, imported when a file of that kind is met."""

REFUSED: Mapping[str, Code] = MappingProxyType(
    {"doc": Code.OLD_FORMAT, "ole": Code.OLD_FORMAT, "encrypted": Code.ENCRYPTED}
)
"""Key of a kind that no reader is for, but of which we can say what to do."""

OWN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"json": ("own", "read_json"), "tei": ("tei", "read_tei")}
)
"""Key of a kind that the converter itself writes → module and function, which give the model."""

WITH_PICTURES = frozenset({"docx", "odt", "epub", "rtf", "pdf", "html", "mhtml"})
"""Keys of the kinds whose files may be as large as ``FILE_LIMIT``; their text is bounded all the same."""


def read(content: bytes, name: str) -> Source:
    """Read the bytes of a file; raise ``UnreadableInput`` if it cannot be."""
    kind = kind_of(content, name)
    _check_size(content, name, FILE_LIMIT if kind.key in WITH_PICTURES else LIMIT)
    source = repaired(_reader(kind, name)(content, name, hashlib.sha256(content).hexdigest()))
    if kind.key in WITH_PICTURES:
        source = without_letterhead(source)
    if not source.blocks:
        raise UnreadableInput(name, Code.EMPTY.at(None))
    _check_size(source.text.encode("utf-8", "surrogatepass"), name, LIMIT)  # more than other encodings have
    promised = promise_of(name, kind)
    if promised is None:
        return source
    mismatch = Code.TYPE_MISMATCH.at(None, named=promised, found=kind.words)
    return msgspec.structs.replace(source, diagnostics=(mismatch, *source.diagnostics))


def read_back(content: bytes, name: str) -> ReadBack | None:
    """Read a document that the converter wrote (TEI, JSON); ``None`` for a file of any other kind."""
    if content[:HEAD].lstrip(MAY_PRECEDE)[:1] not in OWN_OPENINGS:
        return None
    kind = kind_of(content, name)
    if kind.key not in OWN:
        return None
    _check_size(content, name, FILE_LIMIT)
    reader: OwnReader = _function(*OWN[kind.key])
    return reader(content, name, hashlib.sha256(content).hexdigest())


def is_input(name: str, head: bytes) -> bool:
    """Tell whether a file found in a folder is meant as an input, by its name and its first bytes.

    A text needs an ending that says so; a file whose content alone says what it is needs none.
    """
    key, named = kind_of(head, name).key, kind_by_name(name)
    if key in OWN:
        return key != JSON.key or OWN_SIGN in head
    if named is None:
        return key in READERS.keys() - {TEXT.key}
    return named.key not in OWN and not {key, named.key}.isdisjoint(READERS.keys() | REFUSED.keys())


def known_endings() -> list[str]:
    """Return the endings of the files that there are readers for; our own are told by their content."""
    return sorted(ending for ending, kind in ENDINGS.items() if kind.key in READERS)


def is_own(name: str) -> bool:
    """Tell by its name whether a file may be a document that the converter wrote."""
    named = kind_by_name(name)
    return named is not None and named.key in OWN


def _reader(kind: Kind, name: str) -> Reader:
    if kind.key not in READERS:
        raise UnreadableInput(name, REFUSED.get(kind.key, Code.UNKNOWN_TYPE).at(None, type=kind.words))
    reader: Reader = _function(*READERS[kind.key])
    return reader


def _function(module: str, function: str) -> Any:
    return getattr(import_module(f"{__name__}.{module}"), function)


def _check_size(content: bytes, name: str, limit: int) -> None:
    if len(content) > limit:
        raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=len(content), limit=limit))
