"""Which reader reads a file: a table from file ending to function."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.readers.text import read_text
from converter.source import Source

Reader = Callable[[bytes, str, str], Source]
"""(content, name, sha256 of the content) → Source"""

LIMIT = 8 * 1024 * 1024
"""Bytes of one input, and of its text in UTF-8; a commentary of this size is none.

Parsers of XML refuse a text of more than 10 MB in one piece, so that no output may hold one.
"""

SUFFIXES: Mapping[str, Reader] = MappingProxyType(
    {".txt": read_text, ".md": read_text, ".markdown": read_text}
)
"""File ending → reader."""


def read(content: bytes, name: str) -> Source:
    """Read the bytes of a file by the ending of its name; raise ``UnreadableInput`` if it cannot be."""
    _check_size(content, name)
    reader = SUFFIXES.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnreadableInput(
            name, Code.UNKNOWN_TYPE.at(None, type=PurePath(name).suffix or "a file without ending")
        )
    source = reader(content, name, hashlib.sha256(content).hexdigest())
    if not source.blocks:
        raise UnreadableInput(name, Code.EMPTY.at(None))
    _check_size(source.text.encode("utf-8", "surrogatepass"), name)  # more than the bytes of other encodings
    return source


def _check_size(content: bytes, name: str) -> None:
    if len(content) > LIMIT:
        raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=len(content), limit=LIMIT))
