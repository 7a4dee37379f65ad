"""What a run has done so far: written down before the outputs get their names, read by whoever comes next.

Each worker adds to a journal of its own, a line for a document. The line holds what the report says of it and
what the next run must know. A run that ends well takes the journals into the state; after one that was killed
the next run does so before it begins.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

NAMES = "journal-*.jsonl"


class Outcome(msgspec.Struct, frozen=True):
    """What is to be remembered of a conversion."""

    target: str
    """Where its outputs go, without their endings; the bytes of the path in hexadecimal figures."""
    content: str
    """The hash of the input and of all that stands beside it."""
    settings: str
    """The hash of everything else that decides the result."""
    status: str
    outputs: Mapping[str, str]
    """File ending → hash of the content."""
    sums: Mapping[str, str] = {}
    """Hash of a content → the sum (MD5) that object stores know it by."""


class RowPlace(msgspec.Struct, frozen=True):
    """Where the row of a document stands in a sink of rows."""

    target: str
    """As in the outcome."""
    part: str
    index: int
    among: int
    """How many rows the part has."""
    size: int
    """What it counts for when a part is filled."""


class Entry(msgspec.Struct, frozen=True):
    """One line of a journal."""

    report: str
    """The line of the report."""
    outcome: Outcome | None = None
    """None for an input of which nothing need be remembered."""
    parcel: str | None = None
    """The file with the outputs that are still to be delivered; until then nothing is remembered."""
    row: RowPlace | None = None


READ_AT_ONCE = 1 << 16
"""Bytes that are read at a time: lines are asked for as they stand, one behind the other."""

Place = tuple[int, int]
"""Where a line stands in a journal: its first byte and how many there are."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Entry).decode
NOTHING_TO_REMEMBER = _encode(Entry("")).removeprefix(b'{"report":""') + b"\n"
"""How the line of a document ends that is as it was: after a second run, nearly all of them."""


def journal_path(state: Path, number: int) -> Path:
    """Return the journal of a worker."""
    return state / f"journal-{number}.jsonl"


class Journal:
    """A journal that is being written, or read in places."""

    def __init__(self, path: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        self._file = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o666)
        self._end = os.fstat(self._file).st_size
        self._read, self._read_from = b"", 0
        if self._end:  # a worker that died may have left half a line
            self._write(b"\n")

    def add(self, entries: Sequence[Entry]) -> list[Place]:
        """Write lines; return where each stands."""
        lines = [_encode(entry) + b"\n" for entry in entries]
        places: list[Place] = []
        start = self._end
        for line in lines:
            places.append((start, len(line)))
            start += len(line)
        self._write(b"".join(lines))
        return places

    def read(self, place: Place) -> Entry:
        """Return the line at a place."""
        start, length = place
        if not self._read_from <= start <= start + length <= self._read_from + len(self._read):
            os.lseek(self._file, start, os.SEEK_SET)  # what is written goes to the end all the same
            self._read, self._read_from = os.read(self._file, max(length, READ_AT_ONCE)), start
        at = start - self._read_from
        return _decode(memoryview(self._read)[at : at + length])

    def sync(self) -> None:
        """Let what was written reach the disk."""
        os.fsync(self._file)

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)

    def _write(self, content: bytes) -> None:
        waiting = memoryview(content)
        while waiting:
            written = os.write(self._file, waiting)
            self._end += written
            waiting = waiting[written:]


def read_journals(state: Path) -> Iterator[Entry]:
    """Yield the lines of which something is to be remembered; one that is damaged is left out."""
    for path in sorted(state.glob(NAMES)):
        with path.open("rb") as lines:
            for line in lines:
                if line.endswith(NOTHING_TO_REMEMBER):
                    continue
                with suppress(msgspec.DecodeError):  # ValidationError is one of them
                    yield _decode(line)


def remove_journals(state: Path) -> None:
    """Forget the journals; what they hold is in the state."""
    for path in state.glob(NAMES):
        path.unlink()
