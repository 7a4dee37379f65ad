"""A validation as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from converter.cli.reports.words import plain, verdict
from converter.cli.terminal import visible
from converter.validation.explanations import advice
from converter.validation.findings import FileFinding, Report

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = {**IN_TEXT, ":": "%3A", ",": "%2C"}


def write(report: Report) -> str:
    """Write a command for each finding, and a last line with the verdict."""
    return "".join(f"{_command(found)}\n" for found in report.findings) + f"{verdict(report)}\n"


def _command(found: FileFinding) -> str:
    properties = {
        "file": plain(found.path),
        "line": str(found.line),
        "col": str(found.column),
        "title": found.diagnostic.code,
    }
    told = ",".join(f"{name}={escaped(value, IN_PROPERTY)}" for name, value in properties.items())
    hint = advice(found.diagnostic.code)
    part = f" [{found.part}]" if found.part else ""
    text = f"{found.diagnostic.message}{part}" + (f"\n{hint}" if hint else "")
    return f"::{COMMANDS[found.diagnostic.severity]} {told}::{escaped(text, IN_TEXT)}"


def escaped(text: str, table: dict[str, str]) -> str:
    """Write what would end a command or one of its properties as GitHub wants it.

    >>> escaped("100%, a:b", IN_PROPERTY)
    '100%25%2C a%3Ab'
    """
    return visible("".join(table.get(sign, sign) for sign in text))
