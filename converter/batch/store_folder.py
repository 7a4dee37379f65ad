"""An output folder in a store: ours alone while a run goes on; its state is copied here and back.

The plan, the parcels and the journals of a run are files of this machine. What the store holds in
``OUT/.converter/`` is the state, the lock, and while a run goes on the notes of what is about to be put.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from converter.batch.files import STATE_FOLDER
from converter.batch.journal import NAMES, Entry
from converter.batch.objects import listed
from converter.batch.outputs import FIRST_LINE, REPORT, is_report_line
from converter.batch.sinks.store_outputs import LISTING, write_listing
from converter.batch.state import FILE, take_in_journals
from converter.batch.store_lock import StoreLock
from converter.batch.stores import NoStore, in_words, plain_path, store_of
from converter.batch.writing import NotWritten
from converter.diagnostics import Code

_encode = msgspec.json.Encoder().encode


class StoreFolder:
    """The output folder of one run in a store; a context manager."""

    def __init__(self, url: str, *, force: bool) -> None:
        self._url = url.rstrip("/")
        self._force = force
        self._store, _ = store_of(url)
        self._lock = StoreLock(f"{self._url}/{STATE_FOLDER}/lock")
        self._notes = 0
        self.state = Path()

    def __enter__(self) -> Self:
        try:
            with in_words(self._url):
                self._lock.take()
            if getattr(self._store, "async_impl", False):  # it has a thread anyway, and may be slow
                self._lock.keep()
        except FileNotFoundError:
            raise NoStore(f"{self._url}: nothing can be put there; is there such a bucket?") from None
        self.state = Path(mkdtemp(prefix="converter-"))
        try:
            with in_words(self._url):
                self._refuse_foreign_report()
                self._fetch()
            take_in_journals(self.state)
            with in_words(self._url):
                write_listing(self.state / LISTING, self._present())
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and not any(self.state.glob(NAMES)):
                self._bring_back()
        finally:
            self._leave()

    @contextmanager
    def looked_at(self) -> Iterator[Path]:
        """Copy what is known of the folder to a place of this machine; nothing in the store changes."""
        self.state = Path(mkdtemp(prefix="converter-"))
        try:
            with in_words(self._url):
                self._fetch()
                write_listing(self.state / LISTING, self._present())
            yield self.state
        finally:
            shutil.rmtree(self.state, ignore_errors=True)

    def beat(self) -> None:
        """Show that the run goes on; to be called again and again."""
        with in_words(self._url):
            self._lock.beat()

    def note(self, entries: Sequence[Entry]) -> None:
        """Note in the store what is about to be put."""
        self._notes += 1
        name = f"journal-{self._lock.token}-{self._notes}.jsonl"
        with in_words(self._url):
            content = b"".join(_encode(entry) + b"\n" for entry in entries)
            self._store.pipe_file(self._ours(name), content)

    @contextmanager
    def report(self) -> Iterator[BinaryIO]:
        """Write the report here; it goes to the store at the end, also of a run that was interrupted."""
        aside = self.state / f"report-{os.getpid()}"
        with aside.open("xb") as stream:
            try:
                yield stream
            finally:
                stream.flush()
                with in_words(self._url):
                    self._store.put_file(str(aside), f"{self._url}/{REPORT}")

    def _ours(self, name: str) -> str:
        return f"{self._url}/{STATE_FOLDER}/{name}"

    def _refuse_foreign_report(self) -> None:
        if self._force:
            return
        with suppress(FileNotFoundError):
            content = self._store.cat_file(f"{self._url}/{REPORT}", start=0, end=FIRST_LINE)
            if not is_report_line(content.partition(b"\n")[0]):
                raise NotWritten(Code.FOREIGN_FILE.at(None, path=f"{self._url}/{REPORT}"))

    def _fetch(self) -> None:
        """Copy the state and the notes of a run that was killed."""
        for name in self._state_names():
            if name == FILE or Path(name).match(NAMES):
                self._store.get_file(self._ours(name), str(self.state / name))

    def _state_names(self) -> list[str]:
        folder = f"{plain_path(self._store, self._url)}/{STATE_FOLDER}"
        try:
            return [path.rpartition("/")[2] for path in self._store.ls(folder, detail=False, refresh=True)]
        except FileNotFoundError:
            return []

    def _present(self) -> Iterator[tuple[str, str]]:
        """Yield the names of all objects below the folder and their sums."""
        top = plain_path(self._store, self._url)
        with suppress(FileNotFoundError):
            for entry in listed(self._store, top):
                yield entry.path[len(top) :].lstrip("/"), entry.md5

    def _bring_back(self) -> None:
        """Bring the state to the store, whole, then let the notes go."""
        notes = [name for name in self._state_names() if Path(name).match(NAMES)]
        with in_words(self._url):
            if (self.state / FILE).is_file():
                self._store.put_file(str(self.state / FILE), self._ours(FILE))
            for name in notes:
                self._store.rm_file(self._ours(name))

    def _leave(self) -> None:
        with suppress(OSError), in_words(self._url):
            self._lock.free()
        if self.state != Path():
            shutil.rmtree(self.state, ignore_errors=True)
