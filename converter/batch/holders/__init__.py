"""Files that hold many inputs, read without unpacking them: archives, and files with a row for each.

What a holder holds is found by the ending of its name. A package that is a document itself (DOCX, ODT, EPUB)
is none, whatever it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import PurePath

from converter.batch.holders.members import Finder, Member, Members
from converter.batch.holders.spool import Spool

__all__ = ["ENDINGS", "Member", "Spool", "find_members", "holder_kind", "is_holder"]

ENDINGS = {
    ".zip": ("zip_members", ""),
    ".tar": ("tar_members", ""),
    ".tar.gz": ("tar_members", "gzip"), ".tgz": ("tar_members", "gzip"),
    ".tar.bz2": ("tar_members", "bzip2"), ".tbz2": ("tar_members", "bzip2"),
    ".tar.xz": ("tar_members", "xz"), ".txz": ("tar_members", "xz"),
    ".tar.zst": ("tar_members", "zstd"), ".tzst": ("tar_members", "zstd"),
    ".jsonl": ("rows", ""), ".ndjson": ("rows", ""),
    ".jsonl.gz": ("rows", "gzip"), ".jsonl.zst": ("rows", "zstd"),
    ".jsonl.xz": ("rows", "xz"), ".jsonl.bz2": ("rows", "bzip2"),
    ".parquet": ("parquet_rows", ""),
}  # fmt: skip
"""End of a name, in small letters → module of this package that reads such a file; how it is compressed."""


def holder_kind(name: str) -> tuple[str, str] | None:
    """Return how a file of this name is read as a holder, or ``None`` if it is none.

    >>> holder_kind("texts.tar.gz"), holder_kind("texts.docx")
    (('tar_members', 'gzip'), None)
    """
    small = PurePath(name).name.lower()
    return next((kind for ending, kind in ENDINGS.items() if small.endswith(ending)), None)


def is_holder(name: str) -> bool:
    """Say whether a file of this name holds others."""
    return holder_kind(name) is not None


def find_members(file: bytes, name: str, spool: Spool) -> Iterator[Member] | None:
    """Return what a holder holds, ordered as the files of a folder are; ``None`` if it is a document."""
    kind = holder_kind(name)
    if kind is None:
        return None
    module, packing = kind
    reading = import_module(f"{__name__}.{module}")
    if hasattr(reading, "is_document") and reading.is_document(file):
        return None
    return _ordered(reading.find, file, packing, spool)


def _ordered(finder: Finder, file: bytes, packing: str, spool: Spool) -> Iterator[Member]:
    with closing(Members()) as members:
        members.take(finder(file, packing, spool))
        yield from members
