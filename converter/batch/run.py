"""One input after the other: read, convert, write, record; what fails is recorded, and the next goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from converter.batch.files import read_file
from converter.batch.outputs import NotWritten, OutputFolder
from converter.batch.plan import Job, Plan, Refusal
from converter.batch.record import Record, Status
from converter.diagnostics import Code, Diagnostic, Severity
from converter.errors import UnreadableInput
from converter.pipeline import FORMATS, convert_bytes
from converter.profiles import Profile
from converter.source import LineIndex
from converter.validation.findings import FileFinding

if TYPE_CHECKING:
    from converter.pipeline import Result


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are converted and written."""

    formats: tuple[str, ...]
    dialect: str | None = None
    profile: Profile | None = None
    importer: str | None = None
    ascii: bool = False
    strict: bool = False
    force: bool = False


def run(plan: Plan, out: OutputFolder, options: Options) -> Iterator[Record]:
    """Yield what came of each input, in the order of the plan."""
    for step in plan.steps:
        yield _refused(step) if isinstance(step, Refusal) else convert_one(step, out, options)


def convert_one(job: Job, out: OutputFolder, options: Options) -> Record:
    """Convert one file and write its outputs."""
    started = perf_counter()
    findings: list[FileFinding] = []
    outputs: dict[str, str] = {}
    try:
        content = read_file(job.path, follow_links=job.named)
        result = convert_bytes(
            content,
            plain_name(job.path),
            to=options.formats,
            dialect=options.dialect,
            profile=options.profile,
            importer=options.importer,
            ascii=options.ascii,
        )
        findings = placed(result, str(job.path), strict=options.strict)
        if not has_failed(findings):
            outputs = out.write(
                {Path(f"{job.target}{FORMATS[name]}"): text.encode() for name, text in result.outputs.items()}
            )
    except (UnreadableInput, NotWritten) as error:
        findings.append(FileFinding(str(job.path), 1, 1, error.diagnostic))
    except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not cost the others
        reason = f"{type(error).__name__}: {error}"
        findings.append(FileFinding(str(job.path), 1, 1, Code.INTERNAL_ERROR.at(None, reason=reason)))
    return Record(str(job.path), _status(findings), tuple(findings), perf_counter() - started, outputs)


def placed(result: Result, path: str, *, strict: bool) -> list[FileFinding]:
    """Return the findings of a conversion with line and column; under ``strict`` a warning is one more."""
    lines = LineIndex(result.source.text)
    findings = [FileFinding(path, *place_in(lines, found), found) for found in result.diagnostics]
    warned = any(found.severity == Severity.WARNING for found in result.diagnostics)
    if strict and warned and not has_failed(findings):
        findings.append(FileFinding(path, 1, 1, Code.STRICT_REFUSED.at(None)))
    return sorted(findings, key=lambda found: (found.line, found.column))


def place_in(lines: LineIndex, diagnostic: Diagnostic) -> tuple[int, int]:
    """Return where a finding stands; the beginning of the file for one about the whole."""
    return lines.locate(diagnostic.span.start) if diagnostic.span is not None else (1, 1)


def plain_name(path: Path) -> str:
    """Return the file name as text, also of a name that is no UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def has_failed(findings: list[FileFinding]) -> bool:
    """Say whether a document with these findings is not to be written."""
    return any(found.diagnostic.severity == Severity.ERROR for found in findings)


def _status(findings: list[FileFinding]) -> Status:
    if has_failed(findings):
        return "failed"
    warned = any(found.diagnostic.severity == Severity.WARNING for found in findings)
    return "warning" if warned else "ok"


def _refused(refusal: Refusal) -> Record:
    finding = FileFinding(str(refusal.path), 1, 1, refusal.diagnostic)
    status: Status = "failed" if refusal.diagnostic.severity == Severity.ERROR else "skipped"
    return Record(str(refusal.path), status, (finding,), 0.0, {})
