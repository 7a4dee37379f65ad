"""Standard input and output as bytes: UTF-8 whatever the terminal thinks."""

from __future__ import annotations

import io
import sys

from converter.batch.files import read_stream
from converter.errors import ConverterError


class NoStreamError(ConverterError):
    """Standard input or output is closed."""


def read_in(name: str) -> bytes:
    """Return standard input, whole."""
    if sys.stdin is None:
        raise NoStreamError("standard input is closed")
    return read_stream(getattr(sys.stdin, "buffer", None) or io.BytesIO(sys.stdin.read().encode()), name)


def write_out(text: str) -> None:
    """Write a text to standard output."""
    if sys.stdout is None:
        raise NoStreamError("standard output is closed")
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
