"""Files of earlier versions of our schemas, written anew in their places: each whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from converter.batch.checking import files_of
from converter.batch.files import VALIDATION_LIMIT, FoundFile, read_file, reason_of
from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput
from converter.validation.findings import FileFinding
from converter.validation.upgrading import NotUpgraded, Upgrade, upgraded


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an upgrade if it is ours, or why it could not be."""

    path: Path
    upgrade: Upgrade | None = None
    finding: FileFinding | None = None

    @property
    def is_new(self) -> bool:
        """Whether the file is in another version than before."""
        return self.upgrade is not None and self.upgrade.before != self.upgrade.after


def upgrade_files(paths: Iterable[Path], *, dry_run: bool) -> Iterator[Outcome]:
    """Yield what became of each file; of a folder all files of documents below it are meant."""
    found = {one.path: one for one in chain.from_iterable(map(files_of, paths))}
    for one in found.values():
        outcome = _outcome(one)
        if outcome.is_new and outcome.upgrade and not dry_run:
            problem = _replace(one.path, outcome.upgrade.content)
            if problem is not None:
                outcome = Outcome(one.path, finding=_whole(one.path, problem))
        yield outcome


def _outcome(found: FoundFile) -> Outcome:
    if found.problem is not None:
        return Outcome(found.path, finding=_whole(found.path, found.problem))
    try:
        content = read_file(found.path, limit=VALIDATION_LIMIT)
        return Outcome(found.path, upgraded(content, str(found.path)))
    except UnreadableInput as error:
        return Outcome(found.path, finding=_whole(found.path, error.diagnostic))
    except NotUpgraded as error:
        return Outcome(found.path, finding=error.finding)


def _whole(path: Path, diagnostic: Diagnostic) -> FileFinding:
    return FileFinding(str(path), 1, 1, diagnostic)


def _replace(path: Path, content: bytes) -> Diagnostic | None:
    """Give a file another content under the same name and mode; say why that cannot be."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(path, aside)
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        return Code.UNWRITABLE.at(None, path=str(path), reason=reason_of(error))
    return None
