"""How outputs reach the output folder: whole or not at all, never through a link, never over a foreign file.

A file is ours if its content is what we would write, or if ``.converter/outputs.jsonl`` records its hash. One
that a person has changed since is therefore foreign: ``--force`` replaces it. The hash is recorded before the
file gets its name, so that a run which dies in between leaves nothing that the next one would not know.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from converter.batch.files import STATE_FOLDER, reason_of
from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError

JOURNAL = "outputs.jsonl"


class NotWritten(ConverterError):
    """An output that could not be written; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class OutputFolder:
    """The output folder of one run; a context manager that tidies up behind itself."""

    def __init__(self, folder: Path, *, force: bool) -> None:
        self._folder = folder
        self._force = force
        self._state = folder / STATE_FOLDER
        self._number = 0
        self._recorded: dict[str, set[str]] = {}

    def __enter__(self) -> Self:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._state.is_symlink():
                raise _unwritable(self._state, "it is a link")
            self._state.mkdir(exist_ok=True)
        except OSError as error:
            raise _unwritable(self._folder, reason_of(error)) from None
        self._recorded = self._read_journal()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for aside in self._state.glob(f"{os.getpid()}-*"):  # of a document that was interrupted
            with suppress(OSError):
                aside.unlink()
        with suppress(OSError, NotWritten):
            self._compact_journal()
        with suppress(OSError):
            self._state.rmdir()  # only if nothing was written, and nothing is left in it

    def write(self, files: Mapping[Path, bytes]) -> dict[str, str]:
        """Write the outputs of one document, all or none; return the hash of each."""
        hashes = {str(path): hashlib.sha256(content).hexdigest() for path, content in files.items()}
        changed = {
            path: content for path, content in files.items() if self._must_write(path, hashes[str(path)])
        }
        aside = {path: self._write_aside(path, content) for path, content in changed.items()}
        self._record(hashes)
        for path, waiting in aside.items():
            try:
                waiting.replace(self._folder / path)
            except OSError as error:
                raise _unwritable(self._folder / path, reason_of(error)) from None
        self._recorded |= {path: {sha256} for path, sha256 in hashes.items()}
        return hashes

    def write_report(self, content: bytes) -> None:
        """Write ``report.jsonl``; an older report of ours is replaced."""
        path = Path("report.jsonl")
        target = self._folder / path
        if is_report(target):
            self._recorded.setdefault(str(path), set()).add(_hash_of(target))
        self.write({path: content})

    def _must_write(self, path: Path, sha256: str) -> bool:
        """Say whether a file is to be written; raise if it must not be."""
        target = self._folder / path
        for part in path.parents:
            if (self._folder / part).is_symlink() and part != Path():
                raise _unwritable(self._folder / part, "it is a link")
        if not os.path.lexists(target):
            return True
        if target.is_dir() and not target.is_symlink():
            raise _unwritable(target, "it is a folder")
        if target.is_symlink() or not target.is_file():
            if not self._force:
                raise NotWritten(Code.FOREIGN_FILE.at(None, path=target))
            return True
        present = _hash_of(target)
        if present != sha256 and present not in self._recorded.get(str(path), ()) and not self._force:
            raise NotWritten(Code.FOREIGN_FILE.at(None, path=target))
        return present != sha256

    def _write_aside(self, path: Path, content: bytes) -> Path:
        """Write a file under a name of our own, to the disk."""
        self._number += 1
        aside = self._state / f"{os.getpid()}-{self._number}"
        try:
            (self._folder / path).parent.mkdir(parents=True, exist_ok=True)
            with aside.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            with suppress(OSError):
                aside.unlink()
            raise _unwritable(self._folder / path, reason_of(error)) from None
        return aside

    def _record(self, hashes: Mapping[str, str]) -> None:
        """Note that these files are ours, before they have their names; until then the older ones are too."""
        for path, sha256 in hashes.items():
            self._recorded.setdefault(path, set()).add(sha256)
        lines = "".join(_journal_line(path, sha256) for path, sha256 in hashes.items())
        try:
            with (self._state / JOURNAL).open("a", encoding="ascii") as stream:
                stream.write(lines)
        except OSError as error:
            raise _unwritable(self._state / JOURNAL, reason_of(error)) from None

    def _read_journal(self) -> dict[str, set[str]]:
        """Return what earlier runs recorded; a line that is damaged is left out."""
        recorded: dict[str, set[str]] = {}
        with suppress(OSError):
            for line in (self._state / JOURNAL).read_text("ascii", "replace").splitlines():
                with suppress(ValueError, TypeError, KeyError):
                    entry = json.loads(line)
                    recorded.setdefault(str(entry["path"]), set()).add(str(entry["sha256"]))
        return recorded

    def _compact_journal(self) -> None:
        """Keep what is known of the files that are still there."""
        kept = [path for path in sorted(self._recorded) if (self._folder / path).is_file()]
        if kept:
            content = "".join(
                _journal_line(path, one) for path in kept for one in sorted(self._recorded[path])
            )
            self._write_aside(Path(STATE_FOLDER, JOURNAL), content.encode()).replace(self._state / JOURNAL)


def is_report(path: Path) -> bool:
    """Say whether a file is a report of ours: every line an object with a path and a status."""
    try:
        lines = [json.loads(line) for line in path.read_text("ascii").splitlines()]
    except (OSError, ValueError):
        return False
    return not path.is_symlink() and all(
        isinstance(line, dict) and {"path", "status"} <= line.keys() for line in lines
    )


def _journal_line(path: str, sha256: str) -> str:
    return json.dumps({"path": path, "sha256": sha256}) + "\n"


def _hash_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unwritable(path: Path, reason: str) -> NotWritten:
    return NotWritten(Code.UNWRITABLE.at(None, path=path, reason=reason))
