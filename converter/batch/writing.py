"""How outputs get their names: whole or not at all, never through a link, never over a foreign file.

A file is ours if its content is what we would write, or if the state knows its hash. One that a person has
changed since is therefore foreign, and only ``--force`` replaces it. One that was damaged is made again: a
file that we wrote under this name and that is now a beginning of what we would write, or no XML or JSON any
more.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from converter.batch.disk import sync_files
from converter.batch.files import STATE_FOLDER, VALIDATION_LIMIT, read_file, reason_of
from converter.batch.state import State
from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError, UnreadableInput
from converter.validation.contents import UNREADABLE_CODES, validate_contents

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


class NotWritten(ConverterError):
    """An output that could not be written; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class NoSpace(ConverterError):
    """The disk takes no more: no document after this one could be written either."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} cannot be written: {reason}; what was done is kept, run it again when that is mended"
        )


@dataclass(frozen=True, slots=True)
class Staged:
    """The outputs of one document, written aside."""

    hashes: Mapping[str, str]
    """File ending → hash."""
    moves: tuple[tuple[Path, Path], ...] = ()
    """Where a file waits, and its name."""
    restored: tuple[Path, ...] = field(default=())
    """Files of ours that were damaged."""
    parcel: str | None = None
    """The file with all of them, if somebody else is to deliver them."""
    sums: Mapping[str, str] = field(default_factory=dict)
    """Hash of a content → the sum that object stores know it by."""

    def give_names(self) -> None:
        """Let the files appear."""
        for aside, final in self.moves:
            try:
                aside.replace(final)
            except OSError as error:
                raise unwritable(final, error) from None


class Outbox(Protocol):
    """What outputs are given to."""

    def stage(self, target: Path, contents: Mapping[str, bytes], /) -> Staged:
        """Take the outputs of one document, all or none; ``contents`` is by file ending."""

    def sync(self) -> None:
        """Let everything that waits reach the disk."""


class Writer:
    """What one worker writes into a folder."""

    def __init__(self, folder: Path, state: State, *, force: bool) -> None:
        self._folder = folder
        self._aside = folder / STATE_FOLDER
        self._state = state
        self._force = force
        self._number = 0
        self._waiting: list[Path] = []

    def stage(self, target: Path, contents: Mapping[str, bytes]) -> Staged:
        """Write the outputs of one document aside, all or none; ``contents`` is by file ending."""
        self._prepare(target.parent)
        hashes = {ending: hashlib.sha256(content).hexdigest() for ending, content in contents.items()}
        changed: dict[Path, bytes] = {}
        restored: list[Path] = []
        for ending, content in contents.items():
            path = target.with_name(target.name + ending)
            present = self._present(path)
            if present == content:
                continue
            if present is not None and self._must_restore(path, present, content):
                restored.append(path)
            changed[path] = content
        moves = [(self._write_aside(path, content), self._folder / path) for path, content in changed.items()]
        return Staged(hashes, tuple(moves), tuple(restored))

    def sync(self) -> None:
        """Let everything that waits reach the disk."""
        if self._waiting:
            sync_files(self._waiting, self._aside)
            self._waiting.clear()

    def _prepare(self, parent: Path) -> None:
        """Make the folders of an output; none may be a link."""
        for part in reversed((parent, *parent.parents)):
            if part == Path():
                continue
            folder = self._folder / part
            if folder.is_symlink():
                raise NotWritten(Code.UNWRITABLE.at(None, path=folder, reason="it is a link"))
            try:
                folder.mkdir(exist_ok=True)
            except OSError as error:
                raise unwritable(folder, error) from None

    def _present(self, path: Path) -> bytes | None:
        """Return what has the name of an output now; raise if it must not be replaced whatever it holds."""
        final = self._folder / path
        if not os.path.lexists(final):
            return None
        if final.is_dir() and not final.is_symlink():
            raise NotWritten(Code.UNWRITABLE.at(None, path=final, reason="it is a folder"))
        try:
            return read_file(final, limit=VALIDATION_LIMIT)
        except UnreadableInput:  # a link, a pipe, not for us to read, or larger than any output
            if not self._force:
                raise NotWritten(Code.FOREIGN_FILE.at(None, path=final)) from None
            return None

    def _must_restore(self, path: Path, present: bytes, content: bytes) -> bool:
        """Say whether a file of ours was damaged; raise if it is not ours to replace."""
        if self._force or self._state.has_written(path, hashlib.sha256(present).hexdigest()):
            return False
        if self._state.has_written_any(path) and is_damaged(path, present, content):
            return True
        raise NotWritten(Code.FOREIGN_FILE.at(None, path=self._folder / path))

    def _write_aside(self, path: Path, content: bytes) -> Path:
        """Write a file under a name of our own."""
        self._number += 1
        aside = self._aside / f"aside-{os.getpid()}-{self._number}"
        try:
            with aside.open("xb") as stream:
                stream.write(content)
        except OSError as error:
            with suppress(OSError):
                aside.unlink()
            raise unwritable(self._folder / path, error) from None
        self._waiting.append(aside)
        return aside


def is_damaged(path: Path, present: bytes, content: bytes) -> bool:
    """Say whether a file is what an accident leaves behind, and not the work of a person."""
    if content.startswith(present) or b"\0" in present:
        return True
    return any(found.diagnostic.code in UNREADABLE_CODES for found in validate_contents({path.name: present}))


def unwritable(path: Path, error: OSError) -> NotWritten | NoSpace:
    """Return what to raise when a file could not be written."""
    reason = reason_of(error)
    return (
        NoSpace(path, reason)
        if error.errno in FULL
        else NotWritten(Code.UNWRITABLE.at(None, path=path, reason=reason))
    )
