"""``converter validate``: what is printed and which exit code it gives."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from converter.batch.checking import Wishes, validate_files
from converter.batch.files import VALIDATION_LIMIT, read_file
from converter.batch.parallel import processors
from converter.cli.reports import written
from converter.cli.reports.words import verdict
from converter.cli.streams import write_out
from converter.cli.terminal import report, say, visible
from converter.errors import ConverterError, UnreadableInput
from converter.validation.explanations import Explanation, advice, explanations
from converter.validation.findings import Report
from converter.validation.other_schema import SLOW, UnusableSchema


class UnknownCode(ConverterError):
    """No finding goes by this code."""


def validate_and_report(
    paths: Sequence[Path],
    *,
    form: str,
    schemas: Sequence[Path],
    source: Path | None,
    jobs: int | None,
    quiet: bool,
) -> int:
    """Validate files and say what was found."""
    wishes = Wishes(tuple(map(_read_schema, schemas)), source)
    found = validate_files(paths, wishes, jobs or processors())
    if form != "text":
        write_out(written(form, found))
    else:
        _say_all(found, quiet=quiet)
    return 0 if found.is_valid else 1


def _read_schema(path: Path) -> tuple[str, bytes]:
    """Read a schema; one that will take seconds is told of before it does."""
    try:
        content = read_file(path, follow_links=True, limit=VALIDATION_LIMIT)
    except UnreadableInput as error:
        raise UnusableSchema(str(path), error.diagnostic.message) from None
    if len(content) > SLOW and content.lstrip()[:1] == b"<":
        size = f"{len(content) / 1e6:.1f} MB"
        say(f"converter: compiling {visible(str(path))} ({size}) takes some seconds, once for all files")
    return str(path), content


def _say_all(found: Report, *, quiet: bool) -> None:
    """Print a line for each finding, and below the first of each code what to do about it."""
    told: set[str] = set()
    for one in found.findings:
        if quiet and one.diagnostic.severity != "error":
            continue
        report(one.path, one.line, one.column, one.diagnostic, one.part)
        code = one.diagnostic.code
        if not quiet and code not in told:
            say(f"  hint: {visible(advice(code))}")
        told.add(code)
    if not quiet:
        say(verdict(found))


def explain(code: str) -> int:
    """Print what a code means; raise ``UnknownCode`` with those that are nearly it."""
    known = explanations()
    if code not in known:
        near = difflib.get_close_matches(code, known, n=3, cutoff=0.5)
        raise UnknownCode(
            f"no finding has the code {code!r}" + (f"; there is {', '.join(near)}" if near else "")
        )
    write_out(_explained(known[code]))
    return 0


def _explained(entry: Explanation) -> str:
    lines = [f"{entry.code} ({entry.severity})", "", entry.meaning]
    lines += ["", f"Example: {entry.example}"] if entry.example else []
    return "\n".join([*lines, "", f"What to do: {entry.advice}", ""])
