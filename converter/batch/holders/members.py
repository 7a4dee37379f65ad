"""What a holder holds, put in the order in which the files of a folder come, and judged by its name.

The members are a private database of SQLite and no list: a million of them take no more memory than ten.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from converter.batch.files import STATE_FOLDER, place_in_order
from converter.batch.holders.spool import Spool
from converter.batch.origins import Origin, pack_origin, unpack_origin
from converter.diagnostics import Code, Diagnostic
from converter.readers import is_own

DRIVE = re.compile(r"[A-Za-z]:")
MAC_FOLDER, MAC_FILE = "__MACOSX", "._"
NESTED = re.compile(
    r"\.(?:zip|tar|tgz|tbz2|txz|tzst|gz|bz2|xz|zst|7z|rar|jar|cab|jsonl|ndjson|parquet)", re.IGNORECASE
)
TABLE = """
CREATE TABLE member (
    number INTEGER PRIMARY KEY, own INTEGER, place BLOB, name BLOB, origin BLOB, first INTEGER, end INTEGER,
    code TEXT, severity TEXT, message BLOB
)
"""
INSERT = "INSERT INTO member VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
IN_ORDER = "SELECT name, origin, code, severity, message FROM member ORDER BY own, place, number"
RANGES = "SELECT number, first, end FROM member WHERE end > first ORDER BY first, number"


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its name as it stands there, and where its bytes are, or what speaks against reading it."""

    name: str
    origin: Origin | None = None
    problem: Diagnostic | None = None
    end: int = 0
    """Where its bytes end in a holder whose members might overlap."""


Finder = Callable[[bytes, str, Spool], Iterator[Member]]
"""(path or address, packing, spool) → members"""


class Members:
    """The members of one holder."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("")
        self._rows.execute(TABLE)

    def close(self) -> None:
        """Forget them."""
        self._rows.close()

    def take(self, members: Iterable[Member]) -> None:
        """Take members in."""
        self._rows.executemany(INSERT, map(_row, members))
        self._refuse_overlaps()

    def __iter__(self) -> Iterator[Member]:
        """Yield them in their order; documents that we may have made ourselves come last."""
        for name, origin, code, severity, message in self._rows.execute(IN_ORDER):
            problem = Diagnostic(code, severity, message.decode("utf-8", "surrogatepass")) if code else None
            yield Member(_decoded(name), unpack_origin(origin) if origin is not None else None, problem)

    def _refuse_overlaps(self) -> None:
        """Refuse members that share bytes: so a small archive pretends to hold much."""
        problem = refused("its bytes are also those of another member, as in a bomb")
        told = (problem.code, problem.severity, problem.message.encode())
        overlapping: list[tuple[object, ...]] = []
        farthest = -1
        for number, first, end in self._rows.execute(RANGES):
            if first < farthest:
                overlapping.append((*told, number))
            farthest = max(farthest, end)
        sql = "UPDATE member SET origin = NULL, code = ?, severity = ?, message = ? WHERE number = ?"
        self._rows.executemany(sql, overlapping)


def _row(member: Member) -> tuple[object, ...]:
    parts = PurePosixPath(member.name).parts
    origin, problem = member.origin, member.problem
    return (
        bool(parts) and is_own(parts[-1]),
        place_in_order(parts),
        _encoded(member.name),
        pack_origin(origin) if origin is not None and problem is None else None,
        origin.start if origin is not None else 0,
        member.end,
        *((problem.code, problem.severity, _encoded(problem.message)) if problem else (None, None, None)),
    )


def judged(name: str) -> tuple[str, Diagnostic | None]:
    """Return the name of a member as a path, and what speaks against it, however it was written.

    >>> judged("./texts//note.txt")
    ('texts/note.txt', None)
    >>> judged("../note.txt")[1].message
    'not read: its name leads out of the archive'
    """
    if "\0" in name:
        return name.replace("\0", "\ufffd"), refused("its name holds a zero byte")
    plain = name.replace("\\", "/") if "/" not in name else name
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    path = "/".join(parts)
    if not parts:
        return name, refused("it has no name")
    if ".." in parts or ".." in plain.split("\\"):
        return name, refused("its name leads out of the archive")
    if plain.startswith("/") or DRIVE.match(plain):
        return name, refused("its name is an absolute path")
    return path, _left_out(parts)


def _left_out(parts: list[str]) -> Diagnostic | None:
    if STATE_FOLDER in parts:
        return left_out("it belongs to the state of the converter")
    if parts[0] == MAC_FOLDER or parts[-1].startswith(MAC_FILE):
        return left_out("macOS adds it to archives; it is no document")
    if NESTED.fullmatch(PurePosixPath(parts[-1]).suffix):
        return refused("it is an archive in an archive; take it out and convert it by itself")
    return None


def refused(reason: str) -> Diagnostic:
    """Return the finding on a member that might hold a document and is not read."""
    return Code.ARCHIVE_MEMBER.at(None, reason=reason)


def left_out(reason: str) -> Diagnostic:
    """Return the finding on a member that is no document."""
    return Code.FILE_SKIPPED.at(None, reason=reason)


def damaged(reason: str) -> Diagnostic:
    """Return the finding on a holder that cannot be read to its end."""
    return Code.ARCHIVE_DAMAGED.at(None, reason=reason)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "surrogatepass")
