"""How files reach the disk: all that a run has written so far, in one go where the system can do that."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None


def sync_files(files: Iterable[Path], folder: Path) -> None:
    """Let files of a folder reach the disk before they get their names.

    To flush every file by itself costs more than to convert it. Linux flushes a whole file system with one
    call.
    """
    if _syncfs is None:
        for path in files:
            _sync(path)
        return
    with opened(folder) as file:
        if _syncfs(file) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))


@contextmanager
def opened(path: Path, flags: int = os.O_RDONLY) -> Iterator[int]:
    """Open a file or folder for the time of a block."""
    file = os.open(path, flags)
    try:
        yield file
    finally:
        os.close(file)


def _sync(path: Path) -> None:
    with opened(path, os.O_RDWR | getattr(os, "O_BINARY", 0)) as file:
        os.fsync(file)
