"""Where the outputs of a run go: files of a folder, objects of a store, or rows of large files."""

from __future__ import annotations

from typing import Literal, Protocol

from converter.batch.journal import Entry
from converter.batch.steps import Step

Sink = Literal["folder", "jsonl", "jsonl-zstd", "parquet"]
SINKS: tuple[Sink, ...] = ("folder", "jsonl", "jsonl-zstd", "parquet")


class Receiver(Protocol):
    """Who takes in what came of each input, in the order of the plan, and delivers it."""

    def take(self, step: Step, entry: Entry) -> None:
        """Take in what came of one input."""

    def finish(self, *, complete: bool) -> None:
        """Deliver the last of it; after a complete run, also tidy up."""


class Nobody:
    """Who has nothing to deliver: the workers themselves have put the files into the folder."""

    def take(self, step: Step, entry: Entry) -> None:
        """Let it be."""

    def finish(self, *, complete: bool) -> None:
        """Let it be."""
