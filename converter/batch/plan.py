"""What is to be converted, and where it will go: decided for all inputs before anything is written.

The plan is a small database of paths and not a list, so that a million inputs need no more memory than ten,
and so that every worker reads from it what its numbers mean.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from converter.batch.files import FoundFile, is_folder, plain_name, read_head
from converter.batch.walk import find_files
from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError
from converter.readers import is_input, is_own, known_endings
from converter.readers.kinds import stem_of
from converter.sidecars import is_sidecar

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE step (
    number INTEGER PRIMARY KEY, path BLOB, target BLOB, named INTEGER, code TEXT, severity TEXT, message BLOB
);
CREATE TABLE taken (target BLOB PRIMARY KEY, path BLOB) WITHOUT ROWID;
"""
INSERT = "INSERT INTO step (path, target, named, code, severity, message) VALUES (?, ?, ?, ?, ?, ?)"
SELECT = "SELECT number, path, target, named, code, severity, message FROM step"
Row = tuple[int, bytes, bytes | None, bool, str | None, str | None, bytes | None]


class NoInput(ConverterError):
    """Nothing that could be converted was found."""


@dataclass(frozen=True, slots=True)
class Job:
    """One input and the path of its outputs below the output folder, without their endings."""

    path: Path
    target: Path
    named: bool
    """Whether the caller named this file; then it may be a link."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that is not converted, and why: an info is a file left out, an error one that failed."""

    path: Path
    diagnostic: Diagnostic


Step = Job | Refusal


class Plan:
    """All inputs, numbered from 1 in the order in which they are taken; a context manager."""

    def __init__(self, database: str) -> None:
        self._rows = sqlite3.connect(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

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
            elif other.absolute() != step.path.absolute():  # a file that is named twice is converted once
                yield Refusal(
                    step.path, _collision(step.path, other, named=isinstance(step, Job) and step.named)
                )

    def _taken_by(self, job: Job) -> Path | None:
        """Return which input has the names of the outputs; if none has, they are given to this one."""
        key = unicodedata.normalize("NFC", str(job.target)).casefold().encode("utf-8", "surrogatepass")
        taken = "INSERT INTO taken VALUES (?, ?) ON CONFLICT DO NOTHING"
        if self._rows.execute(taken, (key, os.fsencode(job.path))).rowcount:
            return None
        (path,) = self._rows.execute("SELECT path FROM taken WHERE target = ?", (key,)).fetchone()
        return Path(os.fsdecode(path))

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


def make_plan(inputs: Sequence[Path], out: Path, database: str = "") -> Plan:
    """Find the files and settle their outputs; raise ``NoInput`` if there is nothing to do."""
    endings = known_endings()
    plan = Plan(database)
    try:
        plan.fill(step for path in inputs for step in _steps(path, out, endings))
    except sqlite3.OperationalError as error:  # the disk is full, or may not be written to
        raise OSError(0, str(error), database) from None
    if plan.has_work():
        return plan
    with plan:
        places = ", ".join(map(str, inputs))
        raise NoInput(f"nothing to convert in {places} (files that end in {', '.join(endings)})")


def _steps(path: Path, out: Path, endings: Collection[str]) -> Iterator[Step]:
    """Yield what one argument of the command line means."""
    if not is_folder(path):
        yield Job(path, Path(stem_of(path.name)), named=True)
        return
    own = False
    for found in find_files(path, leave_out=out):
        if is_own(found.path.name):
            own = True
        else:
            yield _decide(found, endings)
    if own:  # behind the files that they may have been made from, which come first
        for found in find_files(path, leave_out=out):
            if is_own(found.path.name):
                yield _decide(found, endings)


def _decide(found: FoundFile, endings: Collection[str]) -> Step:
    """Decide on a file that was found in a folder."""
    if found.problem is not None:
        return Refusal(found.path, found.problem)
    if found.path.suffix.lower() not in endings and not is_input(
        plain_name(found.path), read_head(found.path)
    ):
        if is_sidecar(found.path.name):
            return Refusal(found.path, Code.FILE_SKIPPED.at(None, reason="it speaks of other files"))
        kind = f"files that end in {found.path.suffix}" if found.path.suffix else "files without an ending"
        return Refusal(found.path, Code.FILE_SKIPPED.at(None, reason=f"no reader for {kind}"))
    return Job(found.path, found.relative.with_name(stem_of(found.relative.name)), named=False)


def _row(step: Step) -> tuple[object, ...]:
    path = os.fsencode(step.path)
    if isinstance(step, Job):
        return path, os.fsencode(step.target), step.named, None, None, None
    told = step.diagnostic
    return path, None, False, told.code, told.severity, told.message.encode("utf-8", "surrogatepass")


def _step(row: Row) -> Step:
    _, path, target, named, code, severity, message = row
    here = Path(os.fsdecode(path))
    if target is not None:
        return Job(here, Path(os.fsdecode(target)), bool(named))
    words = (message or b"").decode("utf-8", "surrogatepass")
    return Refusal(here, Diagnostic(code or "", severity or "", words))
