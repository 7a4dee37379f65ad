"""Which of our JSON documents stand in files and folders, and how a file beside them is written whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from converter.batch.files import (
    VALIDATION_LIMIT,
    FoundFile,
    is_folder,
    is_plain_file,
    read_file,
    reason_of,
)
from converter.batch.plan import NoInput
from converter.batch.walk import find_files
from converter.batch.writing import NotWritten
from converter.bibliography import Document, read_document
from converter.bibliography.documents import is_ours
from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.validation.findings import FileFinding

NO_DOCUMENTS = (".csl.json", ".merges.json", ".graph.json")
"""Ends of our JSON files that are no documents."""


def load_documents(paths: Iterable[Path]) -> tuple[list[Document], list[FileFinding]]:
    """Read the documents in files and below folders, in a stable order, and what could not be read.

    Below a folder everything that is no document of ours is passed over; what was named must be one.
    """
    documents: dict[str, Document] = {}
    findings: list[FileFinding] = []
    for path in paths:
        for found, name, named in _candidates(path):
            if found.problem is not None:
                findings.append(FileFinding(str(found.path), 1, 1, found.problem))
                continue
            try:
                content = read_file(found.path, follow_links=named, limit=VALIDATION_LIMIT)
                if named or is_ours(content):
                    name = _unused(name, documents)
                    documents[name] = read_document(content, name)
            except UnreadableInput as error:
                findings.append(FileFinding(str(found.path), 1, 1, error.diagnostic))
    if not documents and not findings:
        places = ", ".join(map(str, paths))
        raise NoInput(f"no documents in {places} (the .json files that converter convert wrote)")
    return list(documents.values()), findings


def _candidates(path: Path) -> Iterator[tuple[FoundFile, str, bool]]:
    """Yield the files that one argument means, each with the name of its document."""
    if not is_folder(path):
        yield FoundFile(path, Path(path.name)), path.name, True
        return
    for found in find_files(path):
        name = found.path.name
        if found.problem is not None and found.problem.code != Code.UNREADABLE.code:
            continue
        if found.problem or (name.endswith(".json") and not name.endswith(NO_DOCUMENTS)):
            yield found, os.fsencode(found.relative).decode("utf-8", "replace"), False


def _unused(name: str, documents: dict[str, Document]) -> str:
    """Return a name that no document has: two folders may hold files of one name."""
    choice, count = name, 2
    while choice in documents:
        choice, count = f"{name} ({count})", count + 1
    return choice


def write_whole(target: Path, content: bytes, *, force: bool, known: Iterable[str] = ()) -> None:
    """Write a file whole or not at all; one that is not ours stays unless ``force`` is said.

    ``known`` are the hashes of what we wrote there before.
    """
    if is_folder(target):
        raise NotWritten(Code.UNWRITABLE.at(None, path=target, reason="it is a folder"))
    if os.path.lexists(target) and not force:
        if not is_plain_file(target):
            raise NotWritten(Code.FOREIGN_FILE.at(None, path=target))
        present = hashlib.sha256(read_file(target, limit=VALIDATION_LIMIT)).hexdigest()
        if present not in (*known, hashlib.sha256(content).hexdigest()):
            raise NotWritten(Code.FOREIGN_FILE.at(None, path=target))
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(target)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise NotWritten(Code.UNWRITABLE.at(None, path=target, reason=reason_of(error))) from None


def hash_of_record(path: Path) -> str | None:
    """Return what the record of an earlier bibliography says of that file, if there is one."""
    import msgspec

    from converter.bibliography.record import read_record

    try:
        return read_record(read_file(path, limit=VALIDATION_LIMIT)).sha256
    except (UnreadableInput, msgspec.DecodeError):
        return None
