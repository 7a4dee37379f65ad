"""What a run came to, in words: one line, and before it the findings and the documents to look at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.batch.tally import Tally
from converter.cli.terminal import visible


def headline(tally: Tally, report: str) -> str:
    """Say in one line what came of a run."""
    parts = [f"{tally.written} converted"]
    if tally.statuses["warning"]:
        parts.append(f"{tally.statuses['warning']} of them with warnings")
    others = {
        "up to date": tally.earlier.total(),
        "failed": tally.statuses["failed"],
        "skipped": tally.left_out,
    }
    parts += [f"{count} {words}" for words, count in others.items() if count]
    return f"converter: {', '.join(parts)}; see {visible(report)}"


def details(tally: Tally) -> Iterator[str]:
    """Yield the lines that say how often each finding was reported, and where most of them are."""
    findings = [(one.severity, one.code, str(one.findings), str(one.documents)) for one in tally.by_gravity()]
    if findings:
        yield from columns([("", "finding", "times", "documents"), *findings], right={2, 3})
    worst = tally.worst()
    if worst:
        yield "look first at"
    for path, (errors, warnings) in worst:
        counts = [plural(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count]
        yield f"  {visible(path)}: {', '.join(counts)}"


def plural(count: int, word: str) -> str:
    """Write a number with its word.

    >>> plural(1, "error"), plural(2, "error")
    ('1 error', '2 errors')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def columns(rows: Sequence[Sequence[str]], *, right: set[int]) -> Iterator[str]:
    """Yield rows with their cells below each other; those on the ``right`` end below each other."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
