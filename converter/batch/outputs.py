"""The output folder of one run: ours alone while it lasts, and tidy behind it.

Besides the outputs it holds ``report.jsonl`` and the folder ``.converter``: the state and, while a run goes
on, its plan, its journals, the new report, and outputs that have no names yet.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from converter.batch.files import STATE_FOLDER
from converter.batch.lock import RunLock
from converter.batch.record import read_line
from converter.batch.state import take_in_journals, take_in_old_journal
from converter.batch.writing import NotWritten, unwritable
from converter.diagnostics import Code

REPORT = "report.jsonl"
LOCK = "lock"
LEFTOVERS = ("aside-*", "parcel-*", "plan.db*", "report-*", "spool")
FIRST_LINE = 1 << 20


class OutputFolder:
    """The output folder of one run; a context manager that holds the lock and tidies up behind itself."""

    def __init__(self, folder: Path, *, force: bool) -> None:
        self._folder = folder
        self._force = force
        self._is_new = not folder.exists()
        self.state = folder / STATE_FOLDER
        self._lock = RunLock(folder, self.state / LOCK)

    def __enter__(self) -> Self:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self.state.is_symlink():
                raise NotWritten(Code.UNWRITABLE.at(None, path=self.state, reason="it is a link"))
            self.state.mkdir(exist_ok=True)
            self._lock.take()
        except OSError as error:
            raise unwritable(self._folder, error) from None
        try:
            self._refuse_foreign_report()
            self._sweep()
            take_in_old_journal(self.state)
            take_in_journals(self.state)
        except BaseException as error:
            self._leave()
            if isinstance(error, OSError):
                raise unwritable(self.state, error) from None
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    @contextmanager
    def report(self) -> Iterator[BinaryIO]:
        """Write the report aside; it gets its name at the end, also of a run that was interrupted."""
        aside = self.state / f"report-{os.getpid()}"
        try:
            with aside.open("xb") as stream:
                try:
                    yield stream
                finally:
                    stream.flush()
                    os.fsync(stream.fileno())
                    aside.replace(self._folder / REPORT)
        except OSError as error:
            raise unwritable(self._folder / REPORT, error) from None

    def _refuse_foreign_report(self) -> None:
        target = self._folder / REPORT
        if os.path.lexists(target) and not self._force and not is_report(target):
            raise NotWritten(Code.FOREIGN_FILE.at(None, path=target))

    def _sweep(self) -> None:
        """Remove what a run left that was killed."""
        for pattern in LEFTOVERS:
            for path in self.state.glob(pattern):
                path.unlink()

    def _leave(self) -> None:
        with suppress(OSError):
            self._sweep()
        self._lock.free()
        with suppress(OSError):
            self.state.rmdir()  # only if nothing was written, and nothing is left in it
            if self._is_new:
                self._folder.rmdir()


def is_report(path: Path) -> bool:
    """Say whether a file is a report of ours: its first line is an object with a path and a status."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as stream:
            first = stream.readline(FIRST_LINE)
    except OSError:
        return False
    return is_report_line(first)


def is_report_line(first: bytes) -> bool:
    """Say whether the first line of a file is that of a report; one without lines may be one."""
    if not first:
        return True
    try:
        read_line(first)
    except msgspec.DecodeError:
        return len(first) == FIRST_LINE and first.startswith(b'{"path": "')
    return True
