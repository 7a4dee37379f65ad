"""A score as tables: in columns for a terminal, or as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from converter.evaluation.compare import DocumentScore
from converter.evaluation.floors import figures
from converter.evaluation.reliability import Bin, bins, gap
from converter.evaluation.scores import FAMILIES, Score, grouped, total

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
GROUP_FAMILIES = ("title", "authors", "date", "paragraphs", "notes", "note links", "citation fields")


def percent(share: float) -> str:
    """Write a share in percent, so that 100 is said only of what is whole.

    >>> percent(0.99996), percent(1.0)
    ('99.9', '100')
    """
    return "100" if share >= 1 else f"{min(share * 100, 99.9):.1f}"


def by_field(score: Score) -> Table:
    """Return F1 and silent errors of each kind of value."""
    heads = ("field", "values", "F1 exact", "F1 soft", "F1 Levenshtein", "wrong", "silent")
    rows = []
    for name in FAMILIES:
        one = score.family(name)
        if one.values:
            shares = [percent(one.f1(hits)) for hits in (one.exact, one.right, one.near)]
            rows.append([name, f"{one.values:,}", *shares, f"{one.values - one.right:,}", f"{one.silent:,}"])
    return heads, rows


def of_groups(groups: Mapping[str, Score], what: str) -> Table:
    """Return one line for each language or form."""
    heads = (what, "pages", "whole", *GROUP_FAMILIES, "silent ‰", "lost ‰", "invented ‰")
    rows = []
    for name, score in groups.items():
        counts = [score.family(family) for family in GROUP_FAMILIES]
        shares = [percent(one.f1(one.right)) if one.values else "" for one in counts]
        small = [f"{value:.1f}" if value else "0" for value in figures(score).values()]
        rows.append([name, f"{score.documents:,}", percent(score.whole / score.documents), *shares, *small])
    return heads, rows


def of_reliability(found: Sequence[Bin]) -> Table:
    """Return how sure the converter was against how often it was right."""
    heads = ("stated confidence", "values", "mean stated", "right")
    rows = [
        [f"{one.low:g}–{one.high:g}", f"{one.count:,}", f"{one.stated:.2f}", f"{one.right:.3f}"]
        for one in found
    ]
    return heads, rows


def of_alarms(scores: Sequence[DocumentScore]) -> Table:
    """Return how often each warning was made, and how often it pointed at a value that is wrong."""
    made = Counter(code for one in scores for code, _ in one.alarms)
    justified = Counter(code for one in scores for code, points in one.alarms if points)
    heads = ("warning", "reported", "at a wrong value")
    return heads, [
        [code, f"{count:,}", percent(justified[code] / count)] for code, count in made.most_common()
    ]


def plural(count: int, word: str) -> str:
    """Write a number with its word.

    >>> plural(1, "document"), plural(1200, "document")
    ('1 document', '1,200 documents')
    """
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def headline(score: Score) -> str:
    """Say in one sentence how documents came out."""
    share = percent(score.whole / score.documents) if score.documents else "0"
    pages = f", as {score.documents:,} pages" if score.documents > len(score.names) else ""
    return (
        f"{plural(len(score.names), 'document')}{pages}, {share} % right in everything; "
        f"{score.values:,} values, "
        f"{score.silent:,} silent errors ({score.silent_per_thousand:.1f} in 1,000); "
        f"of {score.letters:,} characters {score.lost:,} lost, {score.invented:,} invented"
    )


def report(scores: Sequence[DocumentScore]) -> list[tuple[str, Table]]:
    """Return all tables with their headings."""
    whole = total(scores)
    parts = [("By field", by_field(whole))]
    parts.append(("By language", of_groups(grouped(scores, lambda one: one.language), "language")))
    forms = grouped(scores, lambda one: one.form)
    if len(forms) > 1:
        parts.append(("By form", of_groups(forms, "form")))
    parts.append(("Warnings", of_alarms(scores)))
    found = bins(value for one in scores for value in one.sureness)
    parts.append((f"Stated confidence (mean gap {gap(found):.3f})", of_reliability(found)))
    return parts


def as_text(table: Table) -> str:
    """Write a table in columns, numbers below each other."""
    return "\n".join("  ".join(line).rstrip() for line in _cells(table))


def as_markdown_table(table: Table) -> str:
    """Write a table in Markdown, aligned so that it reads as text too."""
    lines = _cells(table)
    rule = " | ".join(
        "-" * len(cell) if not at else "-" * (len(cell) - 1) + ":" for at, cell in enumerate(lines[0])
    )
    rows = [" | ".join(line) for line in lines]
    return "\n".join(f"| {row} |" for row in (rows[0], rule, *rows[1:]))


def _cells(table: Table) -> list[list[str]]:
    heads, rows = table
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    return [
        [
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in (heads, *rows)
    ]
