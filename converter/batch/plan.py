"""What is to be converted, and where it will go: decided for all inputs before anything is written.

The plan is a small database of paths and not a list, so that a million inputs need no more memory than ten,
and so that every worker reads from it what its numbers mean.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from converter.batch.holders import Spool
from converter.batch.origins import Origin, pack_origin, read_origin, unpack_origin
from converter.batch.steps import Job, Refusal, Step, steps_of
from converter.batch.stores import Location
from converter.batch.walk import SMALL_CACHE
from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError, UnreadableInput
from converter.readers import is_own, known_endings
from converter.sidecars import SIDECAR_LIMIT

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE step (
    number INTEGER PRIMARY KEY, path BLOB, target BLOB, named INTEGER, origin BLOB, code TEXT, severity TEXT,
    message BLOB
);
CREATE INDEX beside ON step (path) WHERE target IS NULL AND origin IS NOT NULL;
CREATE TABLE taken (target BLOB PRIMARY KEY, path BLOB, origin BLOB) WITHOUT ROWID;
"""
INSERT = (
    "INSERT INTO step (path, target, named, origin, code, severity, message) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
SELECT = "SELECT number, path, target, named, origin, code, severity, message FROM step"
BESIDE = "SELECT origin FROM step WHERE path = ? AND target IS NULL AND origin IS NOT NULL"
Row = tuple[int, bytes, bytes | None, bool, bytes | None, str | None, str | None, bytes | None]


class NoInput(ConverterError):
    """Nothing that could be converted was found."""


class Plan:
    """All inputs, numbered from 1 in the order in which they are taken; a context manager."""

    def __init__(self, database: str, spool: Path | None = None) -> None:
        self._rows = sqlite3.connect(database)
        self._rows.execute(SMALL_CACHE)
        self.spool = Spool(spool)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()
        self.spool.close()

    def open_beside(self, path: Path) -> bytes | None:
        """Return what stands beside an input under a name: in its archive or store, or on the disk."""
        row = self._rows.execute(BESIDE, (os.fsencode(path),)).fetchone()
        if row is None:
            return None
        try:
            return read_origin(unpack_origin(row[0]), str(path), limit=SIDECAR_LIMIT).content
        except UnreadableInput as error:
            raise OSError(0, error.diagnostic.message) from None

    @property
    def total(self) -> int:
        """How many inputs there are."""
        (count,) = self._rows.execute("SELECT count(*) FROM step").fetchone()
        return int(count)

    def steps(self) -> Iterator[Step]:
        """Yield all inputs in their order."""
        return (_step(row) for row in self._rows.execute(f"{SELECT} ORDER BY number"))

    def step(self, number: int) -> Step:
        """Return the input of a number."""
        return _step(self._rows.execute(f"{SELECT} WHERE number = ?", (number,)).fetchone())

    def steps_of(self, numbers: Sequence[int]) -> list[Step]:
        """Return the inputs of numbers that come in order; they are asked for at once."""
        wanted = frozenset(numbers)
        rows = self._rows.execute(
            f"{SELECT} WHERE number BETWEEN ? AND ? ORDER BY number", (numbers[0], numbers[-1])
        )
        return [_step(row) for row in rows if row[0] in wanted]

    def fill(self, steps: Iterable[Step]) -> None:
        """Write the plan down."""
        self._rows.executescript(TABLES)
        with self._rows:
            self._rows.executemany(INSERT, map(_row, self._without_collisions(steps)))

    def _without_collisions(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Refuse a file whose outputs would take the names of an earlier one's, on any file system."""
        for step in steps:
            other = None if isinstance(step, Refusal) else self._taken_by(step)
            if other is None:
                yield step
            elif not _is_same(step, *other):  # a file that is named twice is converted once
                named = isinstance(step, Job) and step.named
                yield Refusal(step.path, _collision(step.path, other[0], named=named))

    def _taken_by(self, job: Job) -> tuple[Path, Origin | None] | None:
        """Return which input has the names of the outputs; if none has, they are given to this one."""
        key = unicodedata.normalize("NFC", str(job.target)).casefold().encode("utf-8", "surrogatepass")
        taken = "INSERT INTO taken VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        if self._rows.execute(taken, (key, os.fsencode(job.path), _packed(job.origin))).rowcount:
            return None
        found = "SELECT path, origin FROM taken WHERE target = ?"
        path, origin = self._rows.execute(found, (key,)).fetchone()
        return Path(os.fsdecode(path)), _unpacked(origin)

    def has_work(self) -> bool:
        """Say whether any input is more than a file left out."""
        left_out = (Code.FILE_SKIPPED.code,)
        return bool(
            self._rows.execute(
                "SELECT 1 FROM step WHERE code IS NULL OR code <> ? LIMIT 1", left_out
            ).fetchone()
        )


def _collision(path: Path, other: Path, *, named: bool) -> Diagnostic:
    """Say that a name is taken; what we made of a file that is at hand is not converted beside it."""
    if is_own(path.name) and not named:
        return Code.FILE_SKIPPED.at(None, reason=f"a document of the converter beside {other.name}")
    return Code.NAME_COLLISION.at(None, other=other)


def _is_same(step: Step, path: Path, origin: Origin | None) -> bool:
    return step.origin == origin and step.path.absolute() == path.absolute()


def make_plan(
    inputs: Sequence[Location], out: Location, database: str = "", spool: Path | None = None
) -> Plan:
    """Find the files and settle their outputs; raise ``NoInput`` if there is nothing to do.

    ``spool`` is where a working file may stand for what is packed so that it cannot be read from the middle.
    """
    endings = known_endings()
    plan = Plan(database, spool)
    try:
        plan.fill(
            step for place in dict.fromkeys(inputs) for step in steps_of(place, out, endings, plan.spool)
        )
    except sqlite3.OperationalError as error:  # the disk is full, or may not be written to
        plan.__exit__(None, None, None)
        raise OSError(0, str(error), database) from None
    except BaseException:
        plan.__exit__(None, None, None)
        raise
    if plan.has_work():
        return plan
    with plan:
        places = ", ".join(map(str, inputs))
        raise NoInput(f"nothing to convert in {places} (files that end in {', '.join(endings)})")


def _row(step: Step) -> tuple[object, ...]:
    path, origin = os.fsencode(step.path), _packed(step.origin)
    if isinstance(step, Job):
        return path, os.fsencode(step.target), step.named, origin, None, None, None
    told = step.diagnostic
    return (
        *(path, None, False, origin),
        *(told.code, told.severity, told.message.encode("utf-8", "surrogatepass")),
    )


def _step(row: Row) -> Step:
    _, path, target, named, origin, code, severity, message = row
    here = Path(os.fsdecode(path))
    if target is not None:
        return Job(here, Path(os.fsdecode(target)), bool(named), _unpacked(origin))
    words = (message or b"").decode("utf-8", "surrogatepass")
    return Refusal(here, Diagnostic(code or "", severity or "", words), _unpacked(origin))


def _packed(origin: Origin | None) -> bytes | None:
    return None if origin is None else pack_origin(origin)


def _unpacked(origin: bytes | None) -> Origin | None:
    return None if origin is None else unpack_origin(origin)
