"""Outputs that a worker makes and another delivers: all of one document in a file that is kept shortly."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from converter.batch.writing import Staged, unwritable

NAMES = "parcel-*"
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(dict[str, bytes]).decode


class Parcels:
    """What one worker writes for another to deliver."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._number = 0

    def stage(self, _target: Path, contents: Mapping[str, bytes]) -> Staged:
        """Pack the outputs of one document."""
        return self.pack(contents, contents)

    def pack(self, contents: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> Staged:
        """Pack those outputs of a document that are wanted; note the hashes of all."""
        self._number += 1
        name = f"parcel-{os.getpid()}-{self._number}"
        path = self._state / name
        try:
            with path.open("xb") as stream:
                stream.write(_encode(dict(wanted)))
        except OSError as error:
            with suppress(OSError):
                path.unlink()
            raise unwritable(path, error) from None
        hashes = {ending: hashlib.sha256(content).hexdigest() for ending, content in contents.items()}
        return Staged(hashes, parcel=name)

    def sync(self) -> None:
        """Do nothing: a parcel that is lost is made again."""


def open_parcel(state: Path, name: str) -> dict[str, bytes]:
    """Return what is in a parcel, by file ending, and remove it."""
    path = state / name
    contents = _decode(path.read_bytes())
    path.unlink()
    return contents
