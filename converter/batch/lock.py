"""One run at a time in one output folder."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from converter.errors import ConverterError

try:
    import fcntl
except ImportError:  # a system without it: two runs at once are not met there
    fcntl = None  # type: ignore[assignment]

PATIENCE = 3.0
"""Seconds: the workers of a run that was killed a moment ago need some to end."""
PAUSE = 0.05


class Busy(ConverterError):
    """Another run writes to the output folder."""

    def __init__(self, folder: Path, owner: str) -> None:
        who = f" (process {owner})" if owner.isdigit() else ""
        super().__init__(f"another run is writing to {folder}{who}; wait until it has ended")


class RunLock:
    """The right to write to an output folder, held as long as this process or one of its workers lives.

    The workers inherit the open file, and with it the lock: a run whose parent was killed is over only when
    the last of them has ended.
    """

    def __init__(self, folder: Path, path: Path) -> None:
        self._folder = folder
        self._path = path
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock; raise ``Busy`` if another run does not give it up within a moment."""
        until = time.monotonic() + PATIENCE
        while not self._try():
            if time.monotonic() > until:
                raise Busy(self._folder, self._owner())
            time.sleep(PAUSE)

    def free(self) -> None:
        """Give the lock up, and the file with it."""
        if self._file is not None:
            with suppress(OSError):
                self._path.unlink()
            os.close(self._file)
            self._file = None

    def _try(self) -> bool:
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        if not _locked(file) or not self._is_current(file):
            os.close(file)
            return False
        os.ftruncate(file, 0)
        with suppress(OSError):  # the number is for people only, and the disk may be full
            os.write(file, str(os.getpid()).encode())
        self._file = file
        return True

    def _is_current(self, file: int) -> bool:
        """Say whether the file still has its name; the run before may have removed it in between."""
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except OSError:
            return False

    def _owner(self) -> str:
        with suppress(OSError, ValueError):
            return self._path.read_text("ascii")
        return ""


def is_locked(path: Path) -> bool:
    """Say whether a run holds the lock now."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return not _locked(file)
    finally:
        os.close(file)


def _locked(file: int) -> bool:
    """Lock a file if nobody else has; where the file system cannot, go on without."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
