"""Whether a document must be converted again, and why."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from converter.batch.files import VALIDATION_LIMIT, read_file
from converter.batch.inputs import Input
from converter.batch.options import Limits, Options
from converter.batch.state import Known, State
from converter.batch.steps import Job
from converter.errors import UnreadableInput


class Present(Protocol):
    """The outputs as they are now."""

    def lacks(self, target: Path, /) -> str | None:
        """Say what is missing of a document whatever became of it; ``None`` if nothing is."""

    def changed(self, target: Path, known: Known, /) -> str | None:
        """Say which output is not as it was written; ``None`` if all are."""


class OnDisk:
    """Outputs as files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.join(folder, "")  # noqa: PTH118 - joined with a path for each document

    def lacks(self, _target: Path) -> str | None:
        """Say that nothing is missing: a document that failed has no files."""
        return None

    def changed(self, target: Path, known: Known) -> str | None:
        """Say which file is gone or has changed."""
        base = f"{self._folder}{target}"
        for ending, sha256 in known.outputs.items():
            present = hash_of(f"{base}{ending}")
            if present != sha256:
                return f"the {ending} {'is gone' if present is None else 'has changed'}"
        return None


class Freshness:
    """What decides whether the outputs of a folder are up to date."""

    def __init__(self, present: Present, state: State, options: Options, limits: Limits) -> None:
        self._present = present
        self._state = state
        self._options = options
        settings = options.settings
        self._settings = (settings, limits.with_settings(settings))

    def reason(self, job: Job, given: Input) -> tuple[str | None, Known | None]:
        """Say why a document is to be converted, or ``None`` and what is known of it if it need not be."""
        known = self._state.find(job.target)
        if known is None:
            return "it is new", None
        return self._reason(known, job, given), known

    def _reason(self, known: Known, job: Job, given: Input) -> str | None:
        if self._options.force:
            return "--force"
        if known.content != given.digest:
            return "the input has changed"
        if known.settings not in self._settings:
            return "the options or the converter have changed"
        missing = self._present.lacks(job.target)
        if missing is not None:
            return missing
        if known.status == "failed":
            return "--retry-failed" if self._options.retry_failed else None
        return self._present.changed(job.target, known)


def settings_for(codes: Collection[str], options: Options, limits: Limits) -> str:
    """Return the hash of what decided a result: the limits only count where they were reached."""
    settings = options.settings
    return limits.with_settings(settings) if {"time-limit", "memory-limit"} & set(codes) else settings


def hash_of(path: str) -> str | None:
    """Return the hash of a regular file; of anything else, or of nothing, ``None``."""
    try:
        return hashlib.sha256(read_file(path, limit=VALIDATION_LIMIT)).hexdigest()
    except UnreadableInput:
        return None
