"""One input: read, looked at whether anything is to be done, converted, written aside, recorded."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from time import perf_counter

from converter.batch.freshness import Freshness, settings_for
from converter.batch.inputs import Input, read_input
from converter.batch.journal import Entry, Outcome
from converter.batch.options import Limits, Options
from converter.batch.record import Record, earlier_line, status_of, write_line
from converter.batch.state import Known
from converter.batch.steps import Job, Refusal, Step
from converter.batch.writing import NotWritten, Outbox, Staged
from converter.diagnostics import Code, Diagnostic, Severity
from converter.errors import ConverterError, UnreadableInput
from converter.pipeline import FORMATS, Result, convert_text
from converter.sidecars import Opener
from converter.source import LineIndex
from converter.validation.findings import FileFinding

Convert = Callable[[Input, Options], Result]
CIRCUMSTANCES = frozenset(
    code.code for code in (Code.UNREADABLE, Code.UNWRITABLE, Code.FOREIGN_FILE, Code.INTERNAL_ERROR)
)
"""Failures that the document is not to blame for: the next run tries again."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one input, its outputs still without their names."""

    step: Step
    record: Record | None
    entry: Entry
    staged: Staged | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A document that is to be converted."""

    job: Job
    given: Input


@dataclass(frozen=True, slots=True)
class Made:
    """What a conversion gave: its record, and the outputs by file ending."""

    record: Record
    contents: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker has at hand."""

    options: Options
    limits: Limits
    freshness: Freshness
    outbox: Outbox
    convert: Convert
    beside: Opener
    """Opens what stands beside an input that is no file of its own."""

    def convert_begun(self, begun: Begun) -> Taken:
        """Convert what was begun."""
        started = perf_counter()
        made = make(begun.given, begun.job.label, self.options, self.convert)
        return self.finish(begun, made, perf_counter() - started)

    def begin(self, step: Step) -> Begun | Taken:
        """Read an input and look whether it is to be converted; if not, that is all."""
        if isinstance(step, Refusal):
            return _untouched(step, _refused(step))
        started = perf_counter()
        try:
            given = read_input(step, self.beside)
        except UnreadableInput as error:
            return _untouched(step, _failed(step, error.diagnostic, perf_counter() - started))
        reason, known = self.freshness.reason(step, given)
        if reason is None and known is not None:
            return _as_before(step, known, perf_counter() - started)
        return Begun(step, given)

    def finish(self, begun: Begun, made: Made, seconds: float) -> Taken:
        """Write the outputs aside."""
        staged: Staged | None = None
        record = made.record
        if record.status != "failed":
            try:
                staged = self.outbox.stage(begun.job.target, made.contents)
                record = _written(record, begun.job, staged)
            except NotWritten as error:
                record = failed_record(record, error.diagnostic)
        record = replace(record, seconds=seconds)
        entry = remembered(begun.job, begun.given, record, staged, self.options, self.limits)
        return Taken(begun.job, record, entry, staged)

    def name(self, taken: Taken) -> Taken:
        """Let the outputs appear; return what came of it."""
        if taken.staged is None or taken.record is None:
            return taken
        try:
            taken.staged.give_names()
        except NotWritten as error:
            record = failed_record(taken.record, error.diagnostic)
            return Taken(taken.step, record, Entry(write_line(record)))
        return taken


def make(given: Input, label: str, options: Options, convert: Convert) -> Made:
    """Convert one input; whatever goes wrong is a finding of it."""
    record = Record(label, "ok", ())
    try:
        result = convert(given, options)
        record = converted(result, label, strict=options.strict)
        if record.status == "failed":
            return Made(record)
        return Made(record, {FORMATS[name]: text.encode() for name, text in result.outputs.items()})
    except UnreadableInput as error:
        return Made(failed_record(record, error.diagnostic))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not cost the others
        reason = f"{type(error).__name__}: {error}"
        return Made(failed_record(record, Code.INTERNAL_ERROR.at(None, reason=reason)))


def warm_up(options: Options) -> None:
    """Load whatever a conversion needs, by one of a few words."""
    with suppress(ConverterError):
        convert_text("A title\n\nA text.\n", to=options.formats)


def remembered(
    job: Job, given: Input, record: Record, staged: Staged | None, options: Options, limits: Limits
) -> Entry:
    """Return the journal's line of a conversion."""
    codes = {found.diagnostic.code for found in record.findings}
    if codes & CIRCUMSTANCES:
        return Entry(write_line(record))
    settings = settings_for(codes, options, limits)
    target = os.fsencode(job.target).hex()
    if staged is None:
        return Entry(write_line(record), Outcome(target, given.digest, settings, record.status, {}))
    outcome = Outcome(target, given.digest, settings, record.status, staged.hashes, staged.sums)
    return Entry(write_line(record), outcome, staged.parcel)


def lost(
    step: Step, problem: Diagnostic, seconds: float, options: Options, limits: Limits, beside: Opener
) -> Entry:
    """Return the journal's line of a document that was given up with its worker."""
    record = _failed(step, problem, seconds)
    if isinstance(step, Refusal):
        return Entry(write_line(record))
    try:
        return remembered(step, read_input(step, beside), record, None, options, limits)
    except UnreadableInput:
        return Entry(write_line(record))


def converted(result: Result, path: str, *, strict: bool) -> Record:
    """Return the record of a conversion of which nothing is written yet."""
    findings = placed(result, path, strict=strict)
    publisher = result.commentary.metadata.publisher
    return Record(
        path,
        status_of(findings),
        tuple(findings),
        profile=result.commentary.provenance.profile,
        publisher=publisher.name if publisher is not None else None,
    )


def placed(result: Result, path: str, *, strict: bool) -> list[FileFinding]:
    """Return the findings of a conversion with line and column; under ``strict`` a warning is one more."""
    lines = LineIndex(result.source.text)
    findings = [FileFinding(path, *place_in(lines, found), found) for found in result.diagnostics]
    if strict and status_of(findings) == "warning":
        findings.append(FileFinding(path, 1, 1, Code.STRICT_REFUSED.at(None)))
    return sorted(findings, key=lambda found: (found.line, found.column))


def place_in(lines: LineIndex, diagnostic: Diagnostic) -> tuple[int, int]:
    """Return where a finding stands; the beginning of the file for one about the whole."""
    return lines.locate(diagnostic.span.start) if diagnostic.span is not None else (1, 1)


def failed_record(record: Record, problem: Diagnostic) -> Record:
    """Return a record with one more finding, an error, and without outputs."""
    findings = (*record.findings, FileFinding(record.path, 1, 1, problem))
    return replace(record, status="failed", findings=findings, outputs={})


def _written(record: Record, job: Job, staged: Staged) -> Record:
    outputs = {f"{job.target}{ending}": sha256 for ending, sha256 in staged.hashes.items()}
    restored = (
        FileFinding(record.path, 1, 1, Code.OUTPUT_RESTORED.at(None, path=path)) for path in staged.restored
    )
    return replace(record, outputs=outputs, findings=(*restored, *record.findings))


def _as_before(job: Job, known: Known, seconds: float) -> Taken:
    failed = known.status == "failed"
    code = Code.FAILED_BEFORE if failed else Code.UP_TO_DATE
    line = earlier_line(job.label, "failed" if failed else "skipped", code, known.parts(), seconds)
    return Taken(job, None, Entry(line))


def _failed(step: Step, problem: Diagnostic, seconds: float) -> Record:
    path = step.label
    return Record(path, "failed", (FileFinding(path, 1, 1, problem),), seconds)


def _refused(refusal: Refusal) -> Record:
    record = _failed(refusal, refusal.diagnostic, 0.0)
    return record if refusal.diagnostic.severity == Severity.ERROR else replace(record, status="skipped")


def _untouched(step: Step, record: Record) -> Taken:
    return Taken(step, record, Entry(write_line(record)))
