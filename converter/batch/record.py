"""What came of one input, as it stands in ``report.jsonl``."""

from __future__ import annotations

import json
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
    r"""Return a text with the bytes of paths in it as UTF-8, and ``\xff`` for those that are none.

    Where the system takes names for ASCII, the letter ``ğ`` of a path reaches us as two halves of pairs. What
    the system could write is no matter here: a message may hold any letter.
    """
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # a half of a pair that stands for no byte
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
