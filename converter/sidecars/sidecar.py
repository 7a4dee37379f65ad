"""What a sidecar is: one file, as far as it speaks of one document."""

from __future__ import annotations

import msgspec

from converter.diagnostics import Diagnostic

SIDECAR_LIMIT = 1024 * 1024
"""Bytes of a sidecar; a larger file is none."""

TABLE = "metadata.csv"
ENDINGS = (".yaml", ".yml")


class Sidecar(msgspec.Struct, frozen=True):
    """What one file says of one document."""

    name: str
    """Of the file, without its folder."""
    content: bytes
    """The YAML file; of a table its head and the rows of the document, so that other rows may change."""
    line: int = 1
    """The line of the file that the last row stands on."""
    problem: Diagnostic | None = None
    """Why it could not be read."""
