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

LIMIT = 32 * 1024 * 1024
"""Bytes of one input; a commentary of this size is none."""

SUFFIXES: Mapping[str, Reader] = MappingProxyType(
    {".txt": read_text, ".md": read_text, ".markdown": read_text}
)
"""File ending → reader."""


def read(content: bytes, name: str) -> Source:
    """Read the bytes of a file by the ending of its name; raise ``UnreadableInput`` if it cannot be."""
    if len(content) > LIMIT:
        raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=len(content), limit=LIMIT))
    reader = SUFFIXES.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UnreadableInput(
            name, Code.UNKNOWN_TYPE.at(None, type=PurePath(name).suffix or "a file without ending")
        )
    source = reader(content, name, hashlib.sha256(content).hexdigest())
    if not source.blocks:
        raise UnreadableInput(name, Code.EMPTY.at(None))
    return source
