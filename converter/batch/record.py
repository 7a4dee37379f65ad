"""What came of one input, as it stands in ``report.jsonl``: how a line is written, and read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import msgspec

from converter.diagnostics import Code, Diagnostic, Severity
from converter.source import Span
from converter.validation.findings import FileFinding

Status = Literal["ok", "warning", "failed", "skipped"]
EARLIER = frozenset({Code.UP_TO_DATE.code, Code.FAILED_BEFORE.code})
"""Findings which say that the others are of an earlier run."""


@dataclass(frozen=True, slots=True)
class Record:
    """One input: its status, its findings, how long it took, the hash of each output, and the house."""

    path: str
    status: Status
    findings: tuple[FileFinding, ...]
    seconds: float = 0.0
    outputs: Mapping[str, str] = field(default_factory=dict)
    profile: str | None = None
    publisher: str | None = None


class Output(msgspec.Struct, frozen=True):
    """A file that was written, and its hash."""

    path: str
    sha256: str


class Finding(msgspec.Struct, frozen=True):
    """A finding as it stands in the report."""

    code: str
    severity: str
    message: str
    line: int
    column: int
    span: Span | None = None
    field: str | None = None

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding without the place in lines."""
        return Diagnostic(self.code, self.severity, self.message, self.span, self.field)


class Line(msgspec.Struct, frozen=True):
    """One line of the report, read again."""

    path: str
    status: str
    diagnostics: tuple[Finding, ...] = ()
    seconds: float = 0.0
    outputs: tuple[Output, ...] = ()
    profile: str | None = None
    publisher: str | None = None

    @property
    def is_earlier(self) -> bool:
        """Whether all that is told here was told by an earlier run."""
        return bool(self.diagnostics) and self.diagnostics[0].code in EARLIER


read_line = msgspec.json.Decoder(Line).decode


def status_of(findings: Iterable[FileFinding]) -> Status:
    """Say what the gravest finding makes of an input."""
    found = {one.diagnostic.severity for one in findings}
    if Severity.ERROR in found:
        return "failed"
    return "warning" if Severity.WARNING in found else "ok"


BEFORE, BETWEEN = ', "diagnostics": [', '], "seconds": '
"""What stands around the findings, and in no text of a line: there the quotes are escaped."""


def write_line(record: Record) -> str:
    """Write a record as a line of JSON in ASCII, so that no terminal obeys it."""
    findings = ", ".join(json.dumps(_finding(found)) for found in record.findings)
    outputs = [{"path": printable(path), "sha256": sha256} for path, sha256 in record.outputs.items()]
    rest = {"outputs": outputs, "profile": record.profile, "publisher": record.publisher}
    return _line(record.path, record.status, findings, record.seconds, json.dumps(rest)[1:-1])


def earlier_line(path: str, status: Status, code: Code, parts: tuple[str, str], seconds: float) -> str:
    """Write the line of an input for which nothing was done, with what an earlier run told of it."""
    findings, rest = parts
    note = _note(code)
    return _line(path, status, f"{note}, {findings}" if findings else note, seconds, rest)


@cache
def _note(code: Code) -> str:
    return json.dumps(_finding(FileFinding("", 1, 1, code.at(None))))


def parts_of(line: str) -> tuple[str, str]:
    """Return the two parts of a line that stay the same in the next run: findings; outputs and house."""
    head, _, tail = line.partition(BETWEEN)
    return head.partition(BEFORE)[2], tail.partition(", ")[2].rstrip()[:-1]


def _line(path: str, status: Status, findings: str, seconds: float, rest: str) -> str:
    head = f'{{"path": {json.dumps(printable(path))}, "status": "{status}"'
    return f"{head}{BEFORE}{findings}{BETWEEN}{round(seconds, 6)}, {rest}}}\n"


def _finding(found: FileFinding) -> dict[str, object]:
    diagnostic = found.diagnostic
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": printable(diagnostic.message),
        "line": found.line,
        "column": found.column,
        "span": None if span is None else {"start": span.start, "end": span.end},
        "field": diagnostic.field,
    }


def printable(text: str) -> str:
    r"""Return a text with the bytes of paths in it as UTF-8, and ``\xff`` for those that are none.

    Where the system takes names for ASCII, the letter ``ğ`` of a path reaches us as two halves of pairs. What
    the system could write is no matter here: a message may hold any letter.
    """
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # a half of a pair that stands for no byte
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
