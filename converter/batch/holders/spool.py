"""A working file for what cannot be read from the middle: members of compressed archives, rows of Parquet.

It is written once, while the holder is looked through from its start to its end, and goes with the run.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from converter.batch.origins import Form, Origin


class Spool:
    """The working file of a run; made when it is first needed."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._folder: TemporaryDirectory[str] | None = None
        self._stream: BinaryIO | None = None
        self._end = 0

    def add(self, content: bytes, form: Form = "slice") -> Origin:
        """Keep some bytes; return where they are."""
        stream = self._opened()
        stream.write(content)
        start, self._end = self._end, self._end + len(content)
        return Origin(os.fsencode(self._place()), form, start, len(content))

    def flush(self) -> None:
        """Let others read what was added."""
        if self._stream is not None:
            self._stream.flush()

    def close(self) -> None:
        """Give the working file up; one of a run stays until the run ends."""
        if self._stream is not None:
            self._stream.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _opened(self) -> BinaryIO:
        if self._stream is None:
            self._stream = self._place().open("wb")
        return self._stream

    def _place(self) -> Path:
        if self._path is None:
            self._folder = TemporaryDirectory(prefix="converter-")
            self._path = Path(self._folder.name) / "spool"
        return self._path
