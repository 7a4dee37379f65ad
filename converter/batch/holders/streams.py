"""Holders read from start to end: unpacked on the way, only forwards, and never without bounds."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from converter.batch.stores import in_words, is_url, store_of
from converter.errors import ConverterError

LONGEST_STEP = 16 * 1024 * 1024
"""Bytes that a header may ask for at once; more is an attempt on our memory."""
KEPT = 1024
"""Bytes behind the place where we are that can still be read."""
PIECE = 1024 * 1024
FRAME_PIECE = 512
"""Bytes of Zstandard at once: even they may stand for some megabytes."""
HARMLESS = 256 * 1024 * 1024
LARGEST_GROWTH = 1000
"""No text is packed as densely; beyond ``HARMLESS`` bytes this is a bomb."""


class Damaged(Exception):
    """A holder cannot be read any further; the message says why."""


DAMAGE = (EOFError, zlib.error, lzma.LZMAError, OSError)
"""What the libraries raise for a stream that is damaged."""


@contextmanager
def opened(file: bytes) -> Iterator[BinaryIO]:
    """Open a holder, on the disk or in a store."""
    if is_url(file):
        store, path = store_of(file.decode())
        with in_words(file.decode()):
            stream = store.open(path, "rb")
        with stream:
            yield cast("BinaryIO", stream)
        return
    with Path(os.fsdecode(file)).open("rb") as local:
        yield local


def unpacked(stream: BinaryIO, packing: str) -> BinaryIO:
    """Return what a stream holds once it is unpacked."""
    if packing == "zstd":
        return _zstd(stream)
    openers: dict[str, Callable[[BinaryIO], object]] = {
        "": lambda same: same, "gzip": gzip.open, "bzip2": bz2.open, "xz": lzma.open
    }  # fmt: skip
    return cast("BinaryIO", openers[packing](stream))


def _zstd(stream: BinaryIO) -> BinaryIO:
    try:
        import zstandard
    except ImportError:
        raise ConverterError(
            "reading Zstandard (.zst) needs an optional part: pip install 'converter[zstd]'"
        ) from None
    return cast("BinaryIO", Frames(stream, zstandard.ZstdDecompressor().decompressobj))


class Frames:
    """A stream of Zstandard, which must not end within a frame; its own reader would not say so."""

    def __init__(self, stream: BinaryIO, begin: Callable[[], Any]) -> None:
        self._stream = stream
        self._begin = begin
        self._frame: Any = None
        self._waiting = b""

    def read(self, count: int) -> bytes:
        """Return so many bytes, or fewer; none only at the end."""
        while not self._waiting:
            piece = self._left() or self._stream.read(FRAME_PIECE)
            if not piece:
                if self._frame is not None and not self._frame.eof:
                    raise EOFError("it ends too soon")
                return b""
            if self._frame is None or self._frame.eof:
                self._frame = self._begin()
            self._waiting = self._frame.decompress(piece)
        content, self._waiting = self._waiting[:count], self._waiting[count:]
        return content

    def _left(self) -> bytes:
        """Return what came behind the end of a frame."""
        return self._frame.unused_data if self._frame is not None and self._frame.eof else b""


class Forward:
    """A stream that is read forwards, and a little backwards; what it unpacks is counted."""

    def __init__(self, packed: BinaryIO, packing: str) -> None:
        self._packed = packed
        self._stream = unpacked(packed, packing)
        self._kept = b""
        """The last bytes that were read, up to the end of what was read."""
        self._end = 0
        self._place = 0
        self.last = b""
        """What the last call gave."""

    def tell(self) -> int:
        """Return the place."""
        return self._place

    def seek(self, place: int) -> int:
        """Go to a place further on, or a few bytes back."""
        if place < self._end - len(self._kept):
            raise Damaged("a part of it begins within another")
        while self._end < place and self._more(min(PIECE, place - self._end)):
            pass
        self._place = min(place, self._end)
        return self._place

    def read(self, count: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        if count > LONGEST_STEP:
            raise Damaged(f"a header of {count} bytes")
        return self.take(count)

    def take(self, count: int) -> bytes:
        """Return so many bytes, fewer at the end; who asks knows that they are not too many."""
        behind = self._end - self._place
        content = self._kept[len(self._kept) - behind :][:count] if behind else b""
        pieces = [content]
        missing = count - len(content)
        while missing and (piece := self._more(min(PIECE, missing))):
            pieces.append(piece)
            missing -= len(piece)
        self.last = b"".join(pieces)
        self._place += len(self.last)
        return self.last

    def _more(self, count: int) -> bytes:
        try:
            piece = self._stream.read(count)
        except DAMAGE as error:
            raise Damaged(str(error) or "it ends too soon") from None
        except Exception as error:  # zstandard and stores have exceptions of their own
            if isinstance(error, ConverterError | MemoryError):
                raise
            raise Damaged(str(error)) from None
        self._end += len(piece)
        self._kept = (self._kept + piece)[-KEPT:]
        if self._end > HARMLESS and self._end > LARGEST_GROWTH * max(1, self._packed.tell()):
            raise Damaged(f"it grows more than {LARGEST_GROWTH}-fold when it is unpacked, as a bomb does")
        return piece


def lines_of(forward: Forward, longest: int) -> Iterator[tuple[int, int, bytes | None]]:
    """Yield place, length and content of each line of a stream; ``None`` for one that is too long."""
    start, length = 0, 0
    waiting: list[bytes] = []
    while piece := forward.take(PIECE):
        at = 0
        while (end := piece.find(b"\n", at)) >= 0:
            length += end - at
            yield start, length, None if length > longest else b"".join((*waiting, piece[at:end]))
            start, length, at = start + length + 1, 0, end + 1
            waiting.clear()
        length += len(piece) - at
        if length > longest:
            waiting.clear()
        else:
            waiting.append(piece[at:])
    if length:
        yield start, length, None if length > longest else b"".join(waiting)
