"""The members of a tar archive, which is gone through once, from its start to its end."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Any

from converter.batch.files import HEAD
from converter.batch.holders.members import Member, damaged, judged, left_out, refused
from converter.batch.holders.spool import Spool
from converter.batch.holders.streams import Damaged, Forward, opened
from converter.batch.origins import Origin
from converter.diagnostics import Code, Diagnostic
from converter.readers import FILE_LIMIT, is_input
from converter.readers.kinds import kind_by_name
from converter.sidecars import is_sidecar


def find(file: bytes, packing: str, spool: Spool) -> Iterator[Member]:
    """Yield the members of an archive, and last what is wrong with the whole."""
    with opened(file) as stream:
        forward = Forward(stream, packing)
        try:
            yield from _members(file, packing, forward, spool)
            if forward.last != b"\0" * tarfile.BLOCKSIZE:
                yield Member("", None, damaged("its end is missing; it may not have been copied whole"))
        except (Damaged, tarfile.TarError) as error:
            yield Member("", None, damaged(str(error)))
    spool.flush()


def _members(file: bytes, packing: str, forward: Forward, spool: Spool) -> Iterator[Member]:
    source: Any = forward
    with tarfile.open(fileobj=source, mode="r:", errors="surrogateescape") as archive:
        while (entry := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined] # it would keep them all
            if entry.isdir():
                continue
            name, problem = judged(entry.name)
            problem = problem or _problem(entry)
            if problem is not None:
                yield Member(name, None, problem)
            elif packing:
                yield _spooled(name, entry, forward, spool)
            else:
                yield Member(name, Origin(file, "slice", entry.offset_data, entry.size))


def _problem(entry: tarfile.TarInfo) -> Diagnostic | None:
    if entry.islnk() or entry.issym():
        return left_out("it is a link")
    if entry.issparse():
        return refused("it is a sparse file")
    if not entry.isreg():
        return left_out("it is no regular file")
    if entry.size > FILE_LIMIT:
        return Code.TOO_LARGE.at(None, size=entry.size, limit=FILE_LIMIT)
    return None


def _spooled(name: str, entry: tarfile.TarInfo, forward: Forward, spool: Spool) -> Member:
    """Keep what may be read, for nobody can come back to it in a packed archive."""
    forward.seek(entry.offset_data)
    head = forward.take(min(entry.size, HEAD))
    if not _is_wanted(name, head):
        return Member(name, None, left_out("no reader for such files"))
    content = head + forward.take(entry.size - len(head))
    if len(content) < entry.size:
        raise Damaged(f"it ends within {name}")
    return Member(name, spool.add(content))


def _is_wanted(name: str, head: bytes) -> bool:
    named = kind_by_name(name)
    return named is not None or is_sidecar(name.rpartition("/")[2]) or is_input(name, head)
