"""What the forms of a report share: paths as text, and the verdict in one line."""

from __future__ import annotations

from converter.validation.findings import Report


def plain(path: str) -> str:
    """Return a path as text, also one that is no UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def verdict(report: Report) -> str:
    """Say in one line what came of it."""
    counts = [f"{count} {word}{'s' * (count > 1)}" for word, count in report.counts.items() if count]
    files = f"{len(report.files)} files" if len(report.files) != 1 else "1 file"
    said = "valid" if report.is_valid else "not valid"
    return f"converter: {files}: {said}" + (f" ({', '.join(counts)})" if counts else "")
