"""``converter references``: reads one list, writes it, and says what is doubtful."""

from __future__ import annotations

from pathlib import Path

from converter.batch.documents import write_whole
from converter.batch.files import plain_name, read_file
from converter.cli.streams import read_in, write_out
from converter.cli.terminal import report, say, show
from converter.errors import UnreadableInput
from converter.readers import read
from converter.references import ReferenceList, parse_references
from converter.references.writing import losses, write_references
from converter.source import LineIndex, Span
from converter.validation.findings import FileFinding, has_errors


def list_references(file: Path, form: str, out: Path | None, *, force: bool, quiet: bool) -> int:
    """Write the references of a file, or of standard input (``-``); return the exit code."""
    from_stream = str(file) == "-"
    try:
        content = read_in("-") if from_stream else read_file(file, follow_links=True)
        source = read(content, "stdin" if from_stream else plain_name(file))
    except UnreadableInput as error:
        report(str(file), 1, 1, error.diagnostic)
        return 1
    found = parse_references(source.text)
    diagnostics = [*source.diagnostics, *found.diagnostics, *losses(found, form)]
    written = write_references(found, form)
    lines = LineIndex(source.text)
    findings = [FileFinding(str(file), *_place(lines, one.span), one) for one in diagnostics]
    show(findings, quiet=quiet)
    if out is None:
        write_out(written)
    else:
        write_whole(out, written.encode(), force=force)
    if not quiet:
        say(_summary(found))
    return 1 if has_errors(findings) else 0


def _place(lines: LineIndex, span: Span | None) -> tuple[int, int]:
    return lines.locate(span.start) if span else (1, 1)


def _summary(found: ReferenceList) -> str:
    count = len(found.references)
    strange = sum(not reference.understood for reference in found.references)
    words = f"converter: {count} reference{'' if count == 1 else 's'}"
    return f"{words}, {strange} of them not understood and kept whole as notes" if strange else words
