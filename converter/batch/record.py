"""What came of one input, as it stands in ``report.jsonl``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from converter.validation.findings import FileFinding

Status = Literal["ok", "warning", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Record:
    """One input: its status, its findings, how long it took, and the hash of each output."""

    path: str
    status: Status
    findings: tuple[FileFinding, ...]
    seconds: float
    outputs: Mapping[str, str]


def report_lines(records: Iterable[Record]) -> bytes:
    """Write records as JSON lines in ASCII, so that no terminal obeys them."""
    return "".join(f"{json.dumps(_as_object(record))}\n" for record in records).encode("ascii")


def _as_object(record: Record) -> dict[str, object]:
    return {
        "path": _printable(record.path),
        "status": record.status,
        "diagnostics": [_finding(found) for found in record.findings],
        "seconds": round(record.seconds, 6),
        "outputs": [{"path": _printable(path), "sha256": sha256} for path, sha256 in record.outputs.items()],
    }


def _finding(found: FileFinding) -> dict[str, object]:
    diagnostic = found.diagnostic
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": _printable(diagnostic.message),
        "line": found.line,
        "column": found.column,
        "span": None if span is None else {"start": span.start, "end": span.end},
        "field": diagnostic.field,
    }


def _printable(text: str) -> str:
    r"""Return a path whose bytes are no UTF-8 with ``\xff`` for those; everything else as it is."""
    return os.fsencode(text).decode("utf-8", "backslashreplace") if not text.isascii() else text
