"""What may be shown on a terminal and how: findings as lines, colours only where somebody sees them."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.diagnostics import Diagnostic
    from converter.validation.findings import FileFinding

SUSPECT = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u0386-\u0556]")
"""Anything but the letters that are certainly harmless; the category decides."""
OBEYED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, invisible and direction-changing characters, halves of pairs, what is no character."""
COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def visible(text: str) -> str:
    r"""Return the text with everything that a terminal would obey or hide written as ``\u202e``.

    >>> visible("a\x1b[31m\u202eb İ")
    'a\\u001b[31m\\u202eb İ'
    """
    return SUSPECT.sub(_shown, text)


def finding_line(path: str, line: int, column: int, diagnostic: Diagnostic, part: str | None = None) -> str:
    """Write a finding as compilers do: ``file:line:column: severity code: message``.

    Of a file that is validated, the part that it concerns follows, unless the message names it.
    """
    place = visible(f"{path}:{line}:{column}")
    message = (
        diagnostic.message if part is None or part in diagnostic.message else f"{diagnostic.message} [{part}]"
    )
    return f"{place}: {diagnostic.severity} {diagnostic.code}: {visible(message)}"


def report(path: str, line: int, column: int, diagnostic: Diagnostic, part: str | None = None) -> None:
    """Print a finding on standard error."""
    text = finding_line(path, line, column, diagnostic, part)
    if has_colours(sys.stderr):
        severity = str(diagnostic.severity)
        text = text.replace(f" {severity} ", f" {click.style(severity, COLOURS[severity], bold=True)} ", 1)
    say(text)


def show(findings: Sequence[FileFinding], *, quiet: bool) -> None:
    """Print findings; of a quiet run only the errors."""
    for found in findings:
        if not quiet or found.diagnostic.severity == "error":
            report(found.path, found.line, found.column, found.diagnostic)


def say(text: str) -> None:
    """Print a line on standard error; if nobody takes it, the work goes on and the exit code tells."""
    with suppress(OSError):
        put(sys.stderr, text)


def put(stream: TextIO | None, text: str) -> None:
    """Print a line; click's ``echo`` would send UTF-8 to a terminal that said it cannot show it."""
    if stream is not None:
        stream.write(f"{text}\n")


def complain(message: str) -> None:
    """Print why nothing was done on standard error."""
    say(f"converter: {visible(message)}")


def words_for(error: Exception) -> str:
    """Say what went wrong; what nobody raised on purpose is a fault of ours."""
    from converter.errors import ConverterError

    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{os.fsdecode(error.filename)}: {error.strerror[0].lower()}{error.strerror[1:]}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, ConverterError | OSError):
        return str(error)
    return f"internal error, please report it: {type(error).__name__}: {error}"


def explain_usage(error: click.ClickException) -> None:
    """Print what is wrong with a command line; of one without anything the help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        say(error.format_message())
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        say(context.get_usage())
        say(f"Try '{context.command_path} --help' for help and examples.\n")
    say(f"converter: {visible(error.format_message())}")


def has_colours(stream: TextIO | None) -> bool:
    """Say whether somebody looks at a stream and wants colours."""
    return stream is not None and stream.isatty() and not os.environ.get("NO_COLOR")


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if unicodedata.category(character) not in OBEYED:
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
