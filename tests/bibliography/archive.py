"""Archives that the bibliography is tried with: small documents, built by hand, that cite the same works."""

from __future__ import annotations

import msgspec

from converter.bibliography import Document, Entry, Merged, Merging, entries_of, merge
from converter.bibliography.earlier_keys import NO_KEYS, EarlierKeys
from converter.bibliography.keys import with_keys
from converter.model import Commentary, Footnote, Metadata, Name, PrintedDate, Reference
from converter.source import Span
from tests.writers import commentaries as samples

ADA = Name("Ada", "Orman", None, "Ada Orman")
PIET = Name("Piet", "Aldous", None, "Piet Aldous")
YEAR = PrintedDate("2020", "year", "2020")


def work(key: str = "x2020dams", **fields: object) -> Reference:
    """Return a cited work; a book called `The Long Dams` of 2020 if nothing else is said."""
    known = {"type": "book", "title": "The Long Dams", "issued": YEAR, "language": "en"} | fields
    return Reference(key, **known)  # type: ignore[arg-type]


def note(label: str, *cited: str) -> Footnote:
    """Return a note that cites these works."""
    return Footnote(f"fn{label}", label, "reference", "text", (), cited, (), Span(0, 0))


def document(name: str, *works: Reference, **metadata: object) -> Document:
    """Return a document called ``name.json`` that cites these works, a note each."""
    known = {"title": f"On {name.capitalize()}", "language": "en", "authors": (ADA,)} | metadata
    commentary: Commentary = samples.change(
        samples.empty(),
        id=f"orman{name}",
        metadata=Metadata(**known),  # type: ignore[arg-type]
        references=works,
        footnotes=tuple(note(str(at), one.id) for at, one in enumerate(works, 1)),
    )
    return Document(f"{name}.json", commentary)


def entries(*documents: Document) -> list[Entry]:
    """Return the entries of documents, in order."""
    return [entry for one in documents for entry in entries_of(one)]


def merging(*documents: Document) -> Merging:
    """Return what is merged in documents."""
    return merge(entries(*documents))


def keyed(*documents: Document, earlier: EarlierKeys = NO_KEYS) -> tuple[Merged, ...]:
    """Return the works of documents with their keys."""
    return with_keys(merging(*documents).works, earlier)


def cited(*documents: Document) -> list[Merged]:
    """Return the cited works of documents."""
    return [one for one in merging(*documents).works if one.cited_in]


def but(reference: Reference, **fields: object) -> Reference:
    """Return a reference with other fields."""
    return msgspec.structs.replace(reference, **fields)
