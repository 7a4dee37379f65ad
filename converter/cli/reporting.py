"""``converter report``: the sums over a report as a table, as CSV, or as a page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from converter.batch.tally import House, Tally, in_gravity, tally_of
from converter.cli.report_page import page
from converter.cli.streams import write_out
from converter.cli.summary import columns, details, headline
from converter.cli.terminal import visible

CSV_HEAD = ("house", "profile", "severity", "finding", "times", "documents", "first place")
FORMULA = re.compile(r"(?m)^(?=[ \xa0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])")
"""The beginning of a line that a spreadsheet would take for a formula, also behind blanks."""


def write_report(out: Path, form: str) -> int:
    """Write the sums over the report of an output folder to standard output."""
    write_out(FORMS[form](tally_of(out), out))
    return 0


def as_table(tally: Tally, out: Path) -> str:
    """Return the sums as text for a terminal."""
    lines = [headline(tally, str(out / "report.jsonl")).removeprefix("converter: "), "", *details(tally), ""]
    return "\n".join([*lines, *_houses(tally)]) + "\n"


def as_csv(tally: Tally, _out: Path) -> str:
    """Return a row for each finding of each house, safe to be opened as a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(CSV_HEAD)
    for house in tally.by_size():
        for one in in_gravity(house.findings):
            row = (one.severity, one.code, one.findings, one.documents, one.examples[0])
            writer.writerow(map(harmless, (house.name, house.profile, *map(str, row))))
    return text.getvalue()


def harmless(cell: str) -> str:
    r"""Return a cell that no spreadsheet takes for a formula, and that hides nothing.

    >>> harmless("=1+1"), harmless("a\n -2"), harmless("3 - 2")
    ("'=1+1", "a\n' -2", '3 - 2')
    """
    shown = "\n".join(map(visible, cell.split("\n")))
    return FORMULA.sub("'", shown)


def _houses(tally: Tally) -> Iterator[str]:
    head = ("house", "profile", "documents", "ok", "with warnings", "failed", "most frequent doubt")
    rows = [_house(house) for house in tally.by_size()]
    return columns([head, *rows], right={2, 3, 4, 5}) if rows else iter(())


def _house(house: House) -> tuple[str, ...]:
    counts = (house.documents.total(), *(house.documents[kind] for kind in ("ok", "warning", "failed")))
    doubts = (one for one in house.findings.values() if one.severity != "info")
    most = max(doubts, key=lambda one: one.documents, default=None)
    frequent = f"{most.code} ({most.documents})" if most is not None else ""
    return visible(house.name), house.profile, *map(str, counts), frequent


FORMS: Mapping[str, Callable[[Tally, Path], str]] = MappingProxyType(
    {"table": as_table, "csv": as_csv, "html": page}
)
"""Name of a form → what writes it."""
