"""Which files are below a folder, in an order that does not depend on the system.

The names are put in order by a private database of SQLite, which goes to the disk when they are many: an
archive of a million files takes no more memory than one of a thousand.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from converter.batch.files import STATE_FOLDER, FoundFile, kind_of, order_key, reason_of
from converter.diagnostics import Code, Diagnostic

SMALL_CACHE = "PRAGMA cache_size = -256"
"""Kibibytes that a database may keep in memory: it is asked for one row after the other."""

TABLE = """
CREATE TABLE found (number INTEGER PRIMARY KEY, place BLOB, path BLOB, folder INTEGER, code TEXT, reason BLOB)
"""
INSERT = "INSERT INTO found (place, path, folder, code, reason) VALUES (?, ?, ?, ?, ?)"
NEXT_FOLDER = """
SELECT number, place, path FROM found WHERE folder AND number > ? ORDER BY number LIMIT 1
"""
FILES = "SELECT path, code, reason FROM found WHERE NOT folder ORDER BY place"
PROBLEMS = {"unreadable": Code.UNREADABLE, "file-skipped": Code.FILE_SKIPPED}
Row = tuple[bytes, bytes, bool, str | None, bytes | None]
"""place in the order, path below the folder, whether it is a folder, code and reason of a problem"""


def find_files(folder: Path, *, leave_out: Path | None = None) -> Iterator[FoundFile]:
    """Yield every file below a folder in a stable order, but for ``leave_out``, the output folder.

    The files of a folder come before those in its folders. A folder that cannot be read is yielded as a file
    with a problem.
    """
    with closing(sqlite3.connect("")) as names:
        names.execute(SMALL_CACHE)
        names.execute(TABLE)
        names.execute(INSERT, (b"", b"", True, None, None))
        _walk(names, os.fsencode(folder), _identity(leave_out))
        for path, code, reason in names.execute(FILES):
            relative = Path(os.fsdecode(path))
            yield FoundFile(folder / relative, relative, _problem(code, reason))


def _walk(names: sqlite3.Connection, top: bytes, leave_out: tuple[int, int] | None) -> None:
    """Note what is in each folder; the table is also the list of the folders that are still to be read."""
    last = 0
    while row := names.execute(NEXT_FOLDER, (last,)).fetchone():
        last, place, path = row
        try:
            with os.scandir(os.path.join(top, path)) as entries:  # noqa: PTH118 - pathlib knows no bytes
                names.executemany(INSERT, _rows(entries, place, path, leave_out))
        except OSError as error:
            problem = (Code.UNREADABLE.code, _encoded(reason_of(error)), last)
            names.execute("UPDATE found SET folder = 0, code = ?, reason = ? WHERE number = ?", problem)


def _rows(
    entries: Iterator[os.DirEntry[bytes]], place: bytes, path: bytes, leave_out: tuple[int, int] | None
) -> Iterator[Row]:
    for entry in entries:
        if entry.name == STATE_FOLDER.encode() or _is_same(entry, leave_out):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        code, reason = (None, None) if is_folder else _look_at(entry)
        here = place + (b"\2" if is_folder else b"\1") + order_key(os.fsdecode(entry.name))
        yield here, os.path.join(path, entry.name), is_folder, code, reason  # noqa: PTH118


def _look_at(entry: os.DirEntry[bytes]) -> tuple[str | None, bytes | None]:
    """Return code and reason of what stands against opening a file."""
    try:
        if entry.is_file(follow_symlinks=False):
            return None, None
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return Code.UNREADABLE.code, _encoded(reason_of(error))
    return Code.FILE_SKIPPED.code, _encoded(f"it is {kind_of(mode)}")


def _problem(code: str | None, reason: bytes | None) -> Diagnostic | None:
    return PROBLEMS[code].at(None, reason=(reason or b"").decode("utf-8", "surrogatepass")) if code else None


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _identity(path: Path | None) -> tuple[int, int] | None:
    """Return by what a folder is known under any name; ``None`` if it is not there."""
    try:
        known = path.stat() if path is not None else None
    except OSError:
        return None
    return (known.st_dev, known.st_ino) if known is not None and stat.S_ISDIR(known.st_mode) else None


def _is_same(entry: os.DirEntry[bytes], identity: tuple[int, int] | None) -> bool:
    if identity is None or entry.inode() != identity[1]:
        return False
    known = entry.stat(follow_symlinks=False)
    return (known.st_dev, known.st_ino) == identity
