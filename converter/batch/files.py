"""How input files are found and opened: only regular files, no link followed, never more than a limit."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput
from converter.readers import FILE_LIMIT, LIMIT

OPENING = ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
"""Flags of ``open``, as far as the system has them."""
VALIDATION_LIMIT = 8 * LIMIT
"""Bytes of one output; the JSON of a long text is several times as long."""
STATE_FOLDER = ".converter"
KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISLNK, "a link"),
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below a folder; ``problem`` says why it is not to be opened."""

    path: Path
    relative: Path
    problem: Diagnostic | None = None


def read_file(path: Path, *, follow_links: bool = False, limit: int | None = None) -> bytes:
    """Return the content of a regular file; raise ``UnreadableInput`` for anything else.

    The file is opened without waiting (a pipe would block for ever) and judged after it is open, so that it
    cannot be exchanged in between.
    """
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    )
    if not follow_links:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as stream:
            known = os.fstat(stream.fileno())
            if not stat.S_ISREG(known.st_mode):
                raise _unreadable(path, f"it is {kind_of(known.st_mode)}")
            return read_stream(stream, str(path), limit=limit, size=known.st_size)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        raise _unreadable(path, reason_of(error)) from None


def read_stream(stream: BinaryIO, name: str, *, limit: int | None = None, size: int = 0) -> bytes:
    """Return what a stream holds, up to the limit; ``size`` is what it is said to hold."""
    limit = FILE_LIMIT if limit is None else limit
    content = stream.read(limit + 1)
    if len(content) > limit:
        told = size if size > limit else f"at least {len(content)}"
        raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=told, limit=limit))
    return content


def find_files(folder: Path, *, leave_out: Path | None = None) -> Iterator[FoundFile]:
    """Yield every file below a folder in a stable order, but for ``leave_out``, the output folder.

    A folder that cannot be read is yielded as a file with a problem.
    """
    waiting = [Path()]
    while waiting:
        here = waiting.pop(0)
        inner: list[Path] = []
        try:
            names = sorted((path.name for path in (folder / here).iterdir()), key=sort_key)
        except OSError as error:
            yield FoundFile(folder / here, here, Code.UNREADABLE.at(None, reason=reason_of(error)))
            continue
        for name in names:
            found = _look_at(folder / here / name, here / name)
            if name == STATE_FOLDER or (found is None and _is_same(folder / here / name, leave_out)):
                continue
            if found is None:
                inner.append(here / name)
            else:
                yield found
        waiting[:0] = inner


def _look_at(path: Path, relative: Path) -> FoundFile | None:
    """Return what a name stands for, ``None`` for a folder."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return FoundFile(path, relative, Code.UNREADABLE.at(None, reason=reason_of(error)))
    if stat.S_ISDIR(mode):
        return None
    problem = None if stat.S_ISREG(mode) else Code.FILE_SKIPPED.at(None, reason=f"it is {kind_of(mode)}")
    return FoundFile(path, relative, problem)


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder; one that may not be looked at is none (``Path.is_dir`` raises)."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_plain_file(path: Path) -> bool:
    """Say whether a path is a regular file and no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def kind_of(mode: int) -> str:
    """Name what is no regular file."""
    return next((words for test, words in KINDS if test(mode)), "a device")


def sort_key(name: str) -> tuple[str, str]:
    """Order names so that those which differ only by case or composition stand together."""
    return unicodedata.normalize("NFC", name).casefold(), name


def reason_of(error: OSError | ValueError) -> str:
    """Say what the system says, without a path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)


def _is_same(path: Path, other: Path | None) -> bool:
    try:
        return other is not None and path.samefile(other)
    except OSError:  # the other is not there, or may not be looked at
        return False


def _unreadable(path: Path, reason: str) -> UnreadableInput:
    return UnreadableInput(str(path), Code.UNREADABLE.at(None, reason=reason))
