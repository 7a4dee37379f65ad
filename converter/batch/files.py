"""How input files are found and opened: only regular files, no link followed, never more than a limit."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput
from converter.readers import FILE_LIMIT, LIMIT

OPENING = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""How files are opened, as far as the system has these flags; without ``O_NONBLOCK`` a pipe would wait."""
HEAD = 4096
"""Bytes from the start of a file that tell its kind."""
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


def read_file(path: Path | str, *, follow_links: bool = False, limit: int | None = None) -> bytes:
    """Return the content of a regular file; raise ``UnreadableInput`` for anything else.

    The file is opened without waiting (a pipe would block for ever) and judged after it is open, so that it
    cannot be exchanged in between.
    """
    flags = OPENING if follow_links else OPENING | getattr(os, "O_NOFOLLOW", 0)
    limit = FILE_LIMIT if limit is None else limit
    try:
        file = os.open(path, flags)
        try:
            return _read_open(file, path, limit)
        finally:
            os.close(file)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        raise _unreadable(path, reason_of(error)) from None


def _read_open(file: int, path: Path | str, limit: int) -> bytes:
    """Read an open file to its end; one that is as long as it said takes a single call."""
    known = os.fstat(file)
    if not stat.S_ISREG(known.st_mode):
        raise _unreadable(path, f"it is {kind_of(known.st_mode)}")
    content = os.read(file, min(known.st_size, limit) + 1)
    while len(content) > known.st_size and len(content) <= limit:  # it has grown
        more = os.read(file, limit + 1 - len(content))
        if not more:
            break
        content += more
    if len(content) > limit:
        raise _too_large(str(path), known.st_size, len(content), limit)
    return content


def read_head(path: Path, size: int = HEAD) -> bytes:
    """Return the first bytes of a regular file, which tell its kind; nothing if it cannot be read."""
    try:
        with os.fdopen(os.open(path, OPENING | getattr(os, "O_NOFOLLOW", 0)), "rb") as stream:
            return stream.read(size) if stat.S_ISREG(os.fstat(stream.fileno()).st_mode) else b""
    except OSError:
        return b""


def read_stream(stream: BinaryIO, name: str, *, limit: int | None = None) -> bytes:
    """Return what a stream holds, up to the limit."""
    limit = FILE_LIMIT if limit is None else limit
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise _too_large(name, 0, len(content), limit)
    return content


def _too_large(name: str, size: int, read: int, limit: int) -> UnreadableInput:
    told = size if size > limit else f"at least {read}"
    return UnreadableInput(name, Code.TOO_LARGE.at(None, size=told, limit=limit))


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


def plain_name(path: Path) -> str:
    """Return the file name as text, also of a name that is no UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def kind_of(mode: int) -> str:
    """Name what is no regular file."""
    return next((words for test, words in KINDS if test(mode)), "a device")


def sort_key(name: str) -> tuple[str, str]:
    """Order names so that those which differ only by case or composition stand together."""
    return unicodedata.normalize("NFC", name).casefold(), name


def place_in_order(parts: Sequence[str]) -> bytes:
    """Return what paths are ordered by, as bytes: the files of a folder come before those in its folders."""
    last = len(parts) - 1
    return b"".join((b"\2" if at < last else b"\1") + order_key(part) for at, part in enumerate(parts))


def order_key(name: str) -> bytes:
    """Return what names are ordered by, as bytes; none is the beginning of another's."""
    return b"".join(part.encode("utf-8", "surrogatepass") + b"\0" for part in sort_key(name))


def reason_of(error: OSError | ValueError) -> str:
    """Say what the system says, without a path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)


def _unreadable(path: Path | str, reason: str) -> UnreadableInput:
    return UnreadableInput(str(path), Code.UNREADABLE.at(None, reason=reason))
