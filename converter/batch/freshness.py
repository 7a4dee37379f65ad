"""Whether a document must be converted again, and why."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path

from converter.batch.files import VALIDATION_LIMIT, read_file
from converter.batch.inputs import Input
from converter.batch.options import Limits, Options
from converter.batch.state import Known, State
from converter.batch.steps import Job
from converter.errors import UnreadableInput


class Freshness:
    """What decides whether the outputs of a folder are up to date."""

    def __init__(self, folder: Path, state: State, options: Options, limits: Limits) -> None:
        self._folder = os.path.join(folder, "")  # noqa: PTH118 - joined with a path for each document
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
        if known.status == "failed":
            return "--retry-failed" if self._options.retry_failed else None
        return self._changed_output(f"{self._folder}{job.target}", known)

    def _changed_output(self, target: str, known: Known) -> str | None:
        for ending, sha256 in known.outputs.items():
            present = hash_of(f"{target}{ending}")
            if present != sha256:
                return f"the {ending} {'is gone' if present is None else 'has changed'}"
        return None


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
