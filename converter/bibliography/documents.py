"""Which documents a bibliography is made from: our JSON, read back into the model, and the works in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.model import Commentary
from converter.works import Work, cited_work, own_work
from converter.writers import read_json

OURS = b'"urn:converter:schema:commentary:'


class Document(NamedTuple):
    """A document and the name under which it was found: its path below the folder that was named."""

    name: str
    commentary: Commentary


class Entry(NamedTuple):
    """A work in one document: the document itself, or one that it cites."""

    document: str
    """The name of the document."""
    work: Work
    is_own: bool
    """Whether the work is the document itself."""


def read_document(content: bytes, name: str) -> Document:
    """Read one of our JSON documents; raise ``UnreadableInput`` for anything else."""
    if not is_ours(content):
        raise UnreadableInput(
            name, Code.UNREADABLE.at(None, reason="it is no JSON document of the converter")
        )
    try:
        return Document(name, read_json(content))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(name, Code.UNREADABLE.at(None, reason=str(error))) from None


def is_ours(content: bytes) -> bool:
    """Say whether a file names our schema where a document of ours does."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and OURS in content[:400]


def entries_of(document: Document) -> Iterator[Entry]:
    """Yield the document itself, then every work that it cites."""
    yield Entry(document.name, own_work(document.commentary), is_own=True)
    for reference in document.commentary.references:
        yield Entry(document.name, cited_work(reference), is_own=False)
