"""A validation as one JSON object, ASCII only, for programs of one's own."""

from __future__ import annotations

import json

from converter.cli.reports.words import plain
from converter.validation.explanations import advice
from converter.validation.findings import FileFinding, Report


def write(report: Report) -> str:
    """Write the verdict, the counts, the files and every finding with its place and a hint."""
    value = {
        "valid": report.is_valid,
        "counts": report.counts,
        "files": [plain(path) for path in report.files],
        "findings": [_finding(found) for found in report.findings],
    }
    return json.dumps(value, indent=2) + "\n"


def _finding(found: FileFinding) -> dict[str, object]:
    return {
        "path": plain(found.path),
        "line": found.line,
        "column": found.column,
        "severity": found.diagnostic.severity,
        "code": found.diagnostic.code,
        "message": found.diagnostic.message,
        "element": found.element,
        "pointer": found.diagnostic.field,
        "hint": advice(found.diagnostic.code),
    }
