"""``converter convert``: what is printed and which exit code it gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from converter.batch.outputs import OutputFolder
from converter.batch.plan import make_plan
from converter.batch.record import Record, report_lines
from converter.batch.run import Options, has_failed, placed, run
from converter.cli.streams import read_in, write_out
from converter.cli.terminal import say, show
from converter.errors import UnreadableInput
from converter.pipeline import convert_bytes
from converter.readers import known_endings
from converter.validation.findings import FileFinding

STDIN_NAME = "<stdin>"


def convert_files(inputs: Sequence[Path], out: Path, options: Options, *, quiet: bool) -> int:
    """Convert files and folders into the output folder."""
    plan = make_plan(inputs, out, known_endings())
    records: list[Record] = []
    with OutputFolder(out, force=options.force) as folder:
        folder.write_report(b"")  # so that a report which is not ours is met before anything is written
        try:
            for record in run(plan, folder, options):
                records.append(record)
                show(record.findings, quiet=quiet)
        finally:  # also when the run is interrupted: what was done is told
            folder.write_report(report_lines(records))
    if not quiet:
        say(summary(records, out))
    return 1 if any(record.status == "failed" for record in records) else 0


def convert_stream(name: str, options: Options, *, quiet: bool) -> int:
    """Convert standard input to standard output."""
    try:
        content = read_in(STDIN_NAME)
        result = convert_bytes(
            content,
            name,
            to=options.formats,
            dialect=options.dialect,
            profile=options.profile,
            importer=options.importer,
            ascii=options.ascii,
        )
    except UnreadableInput as error:
        show([FileFinding(STDIN_NAME, 1, 1, error.diagnostic)], quiet=quiet)
        return 1
    findings = placed(result, STDIN_NAME, strict=options.strict)
    show(findings, quiet=quiet)
    if has_failed(findings):
        return 1
    write_out(result.outputs[options.formats[0]])
    return 0


def summary(records: Sequence[Record], out: Path) -> str:
    """Say in one line what came of a run."""
    counts = Counter(record.status for record in records)
    written = counts["ok"] + counts["warning"]
    parts = [f"{written} converted"]
    if counts["warning"]:
        parts.append(f"{counts['warning']} of them with warnings")
    parts += [f"{counts[status]} {status}" for status in ("failed", "skipped") if counts[status]]
    return f"converter: {', '.join(parts)}; see {out / 'report.jsonl'}"
