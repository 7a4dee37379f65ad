"""Which documents cite a work, by the keys that the documents themselves have in the bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from converter.bibliography.merging import Merged


def keys_of_documents(works: Iterable[Merged]) -> Mapping[str, str]:
    """Return the key of each document by its name."""
    return {name: one.work.id for one in works for name in one.documents}


def cited_by(works: Iterable[Merged]) -> Mapping[str, tuple[str, ...]]:
    """Return for the key of each work the keys of the documents that cite it, in alphabetical order."""
    works = tuple(works)
    keys = keys_of_documents(works)
    return {one.work.id: tuple(sorted({keys[name] for name in one.cited_in})) for one in works}
