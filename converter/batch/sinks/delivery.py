"""Where finished files are delivered to: a folder on the disk, or a store."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from converter.batch.stores import in_words, store_of
from converter.batch.writing import unwritable

PIECE = 1024 * 1024


class Delivery(Protocol):
    """A place for files that appear whole or not at all."""

    def deliver(self, aside: Path, name: str) -> None:
        """Let a file appear under a name; where it was written it is no more."""

    def sha256(self, name: str) -> str | None:
        """Return the hash of what has a name now, if anything has."""

    def read(self, name: str) -> bytes:
        """Return what has a name."""

    def remove(self, name: str) -> None:
        """Remove what has a name, if anything has."""


class ToFolder:
    """A folder on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def deliver(self, aside: Path, name: str) -> None:
        """Bring a file to the disk, then give it its name."""
        target = self._folder / name
        try:
            with aside.open("rb+") as stream:
                os.fsync(stream.fileno())
            aside.replace(target)
        except OSError as error:
            raise unwritable(target, error) from None

    def sha256(self, name: str) -> str | None:
        """Return the hash of a file; of a link, or of nothing, ``None``."""
        path = self._folder / name
        if path.is_symlink() or not path.is_file():
            return None
        whole = hashlib.sha256()
        with path.open("rb") as stream:
            while piece := stream.read(PIECE):
                whole.update(piece)
        return whole.hexdigest()

    def read(self, name: str) -> bytes:
        """Return the content of a file."""
        return (self._folder / name).read_bytes()

    def remove(self, name: str) -> None:
        """Remove a file."""
        with suppress(FileNotFoundError):
            (self._folder / name).unlink()


class ToStore:
    """A folder of a store: objects appear whole."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._store, _ = store_of(url)

    def deliver(self, aside: Path, name: str) -> None:
        """Put a file as an object."""
        with in_words(self._address(name)):
            self._store.put_file(str(aside), self._address(name))
        aside.unlink()

    def sha256(self, name: str) -> str | None:
        """Return the hash of an object."""
        try:
            return hashlib.sha256(self.read(name)).hexdigest()
        except FileNotFoundError:
            return None

    def read(self, name: str) -> bytes:
        """Return an object."""
        with in_words(self._address(name)):
            return bytes(self._store.cat_file(self._address(name)))

    def remove(self, name: str) -> None:
        """Remove an object."""
        with suppress(FileNotFoundError), in_words(self._address(name)):
            self._store.rm_file(self._address(name))

    def _address(self, name: str) -> str:
        return f"{self._url}/{name}"
