"""What is to be converted, and where it will go: decided for all inputs before anything is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.batch.files import FoundFile, find_files, is_folder
from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError


class NoInput(ConverterError):
    """Nothing that could be converted was found."""


@dataclass(frozen=True, slots=True)
class Job:
    """One input and the path of its outputs below the output folder, without their endings."""

    path: Path
    target: Path
    named: bool
    """Whether the caller named this file; then it may be a link."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that is not converted, and why: an info is a file left out, an error one that failed."""

    path: Path
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Plan:
    """All inputs in the order in which they are taken."""

    steps: tuple[Job | Refusal, ...]

    @property
    def jobs(self) -> tuple[Job, ...]:
        """What is to be converted."""
        return tuple(step for step in self.steps if isinstance(step, Job))


def make_plan(inputs: Sequence[Path], out: Path, endings: Collection[str]) -> Plan:
    """Find the files and settle their outputs; raise ``NoInput`` if there is nothing to do."""
    steps = tuple(_without_collisions(step for path in inputs for step in _steps(path, out, endings)))
    if all(isinstance(step, Refusal) and step.diagnostic.code == Code.FILE_SKIPPED.code for step in steps):
        places = ", ".join(map(str, inputs))
        raise NoInput(f"nothing to convert in {places} (files that end in {', '.join(sorted(endings))})")
    return Plan(steps)


def _steps(path: Path, out: Path, endings: Collection[str]) -> Iterator[Job | Refusal]:
    """Yield what one argument of the command line means."""
    if not is_folder(path):
        yield Job(path, Path(path.stem), named=True)
        return
    for found in find_files(path, leave_out=out):
        yield _step(found, endings)


def _step(found: FoundFile, endings: Collection[str]) -> Job | Refusal:
    """Decide on a file that was found in a folder."""
    if found.problem is not None:
        return Refusal(found.path, found.problem)
    if found.path.suffix.lower() not in endings:
        kind = f"files that end in {found.path.suffix}" if found.path.suffix else "files without an ending"
        return Refusal(found.path, Code.FILE_SKIPPED.at(None, reason=f"no reader for {kind}"))
    return Job(found.path, found.relative.with_suffix(""), named=False)


def _without_collisions(steps: Iterator[Job | Refusal]) -> Iterator[Job | Refusal]:
    """Refuse a file whose outputs would take the names of an earlier one's, on any file system."""
    taken: dict[str, Path] = {}
    for step in steps:
        if isinstance(step, Refusal):
            yield step
            continue
        key = unicodedata.normalize("NFC", str(step.target)).casefold()
        other = taken.setdefault(key, step.path)
        if other is step.path:
            yield step
        elif other.absolute() != step.path.absolute():  # a file that is named twice is converted once
            yield Refusal(step.path, Code.NAME_COLLISION.at(None, other=other))
