"""What one input of the command line means: a file, or what is in a folder, an archive, a store."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.batch.files import FoundFile, is_folder, plain_name, read_head
from converter.batch.holders import Member, Spool, find_members, is_holder
from converter.batch.objects import objects_below
from converter.batch.origins import Origin, head_of, label_of
from converter.batch.stores import Location
from converter.batch.walk import find_files
from converter.diagnostics import Code, Diagnostic
from converter.readers import is_input, is_own
from converter.readers.kinds import stem_of
from converter.sidecars import is_sidecar


@dataclass(frozen=True, slots=True)
class Job:
    """One input and the path of its outputs below the output folder, without their endings."""

    path: Path
    target: Path
    named: bool
    """Whether the caller named this file; then it may be a link."""
    origin: Origin | None = None
    """Where its bytes are if it is no file: in an archive, in a store."""

    @property
    def label(self) -> str:
        """How it is called in the report."""
        return label_of(self.path, self.origin)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that is not converted, and why: an info is a file left out, an error one that failed."""

    path: Path
    diagnostic: Diagnostic
    origin: Origin | None = None
    """Of a member of an archive that speaks of others: where its bytes are."""

    @property
    def label(self) -> str:
        """How it is called in the report."""
        return label_of(self.path, self.origin)


Step = Job | Refusal


def steps_of(place: Location, out: Location, endings: Collection[str], spool: Spool) -> Iterator[Step]:
    """Yield what one argument of the command line means."""
    if isinstance(place, str):
        yield from _in_store(place, out, endings, spool)
    elif is_folder(place):
        yield from _in_folder(place, out if isinstance(out, Path) else None, endings)
    elif not is_holder(place.name) or (members := _members_of(place, spool)) is None:
        yield Job(place, Path(stem_of(place.name)), named=True)
    else:
        yield from _in_holder(place, members, endings)


def _in_folder(folder: Path, out: Path | None, endings: Collection[str]) -> Iterator[Step]:
    own = False
    for found in find_files(folder, leave_out=out):
        if is_own(found.path.name):
            own = True
        else:
            yield _decide(found, endings)
    if own:  # behind the files that they may have been made from, which come first
        for found in find_files(folder, leave_out=out):
            if is_own(found.path.name):
                yield _decide(found, endings)


def _in_store(url: str, out: Location, endings: Collection[str], spool: Spool) -> Iterator[Step]:
    """Yield what stands below an address, or in the holder that it names."""
    holder = Path(url)
    if is_holder(url) and (members := find_members(url.encode(), url, spool)) is not None:
        yield from _in_holder(holder, members, endings)
        return
    for found in objects_below(url, leave_out=out if isinstance(out, str) else None):
        yield _decide_member(holder / found.name, Path(found.name), found.origin, found.problem, endings)


def _members_of(path: Path, spool: Spool) -> Iterator[Member] | None:
    """Return what a holder on the disk holds; of one that cannot be read, that."""
    try:
        return find_members(os.fsencode(path), path.name, spool)
    except OSError:
        return None  # the document of this name cannot be read, and that is what will be told of it


def _in_holder(holder: Path, members: Iterator[Member], endings: Collection[str]) -> Iterator[Step]:
    for member in members:
        if member.name:
            path, relative = Path(f"{holder}!", member.name), Path(member.name)
            yield _decide_member(path, relative, member.origin, member.problem, endings)
        elif member.problem is not None:
            yield Refusal(holder, member.problem)


def _decide_member(
    path: Path, relative: Path, origin: Origin | None, problem: Diagnostic | None, endings: Collection[str]
) -> Step:
    """Decide on what is no file of its own, as on a file that was found in a folder."""
    if problem is not None or origin is None:
        return Refusal(path, problem or Code.FILE_SKIPPED.at(None, reason="it holds nothing"), origin)
    told = None if origin.form == "line" else _why_left_out(path, lambda: head_of(origin), endings)
    if told is not None:
        return Refusal(path, told, origin if is_sidecar(path.name) else None)
    return Job(path, relative.with_name(stem_of(relative.name)), named=False, origin=origin)


def _decide(found: FoundFile, endings: Collection[str]) -> Step:
    """Decide on a file that was found in a folder."""
    if found.problem is not None:
        return Refusal(found.path, found.problem)
    told = _why_left_out(found.path, lambda: read_head(found.path), endings)
    if told is not None:
        return Refusal(found.path, told)
    return Job(found.path, found.relative.with_name(stem_of(found.relative.name)), named=False)


def _why_left_out(path: Path, head: Callable[[], bytes], endings: Collection[str]) -> Diagnostic | None:
    """Say why a file is no input; ``None`` if it is one."""
    if path.suffix.lower() in endings or is_input(plain_name(path), head()):
        return None
    kind = f"files that end in {path.suffix}" if path.suffix else "files without an ending"
    reason = f"no reader for {kind}"
    if is_sidecar(path.name):
        reason = "it speaks of other files"
    elif is_holder(path.name):
        reason = "an archive in a folder is not opened; name it as an input of its own"
    return Code.FILE_SKIPPED.at(None, reason=reason)
