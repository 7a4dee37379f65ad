"""``python -m tests.benchmarks`` measures, prints, and rewrites the page (``--show``: it only prints).

With ``full`` it measures what takes some twenty minutes too: archives of 1,000 to 100,000 documents, and one
document of 8 KB to 8 MB.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks import (
    bench_archive,
    bench_convert,
    bench_html,
    bench_length,
    bench_office,
    bench_pdf,
    bench_references,
    bench_start,
)
from tests.samples import ROOT

PAGE = ROOT / "docs" / "performance.md"
ARCHIVES = ROOT / "docs" / "archives.md"
Reports = Mapping[str, tuple[Path, Callable[[], str]]]
REPORTS: Reports = {
    "convert": (PAGE, bench_convert.report),
    "html": (PAGE, bench_html.report),
    "start": (PAGE, bench_start.report),
    "office": (PAGE, bench_office.report),
    "pdf": (PAGE, bench_pdf.report),
    "references": (PAGE, bench_references.report),
}
FULL: Reports = {
    "length": (PAGE, bench_length.report),
    "archive": (ARCHIVES, bench_archive.report),
}


def main() -> None:
    """Run the benchmarks and put what each reports between its marks on its page."""
    reports = {**REPORTS, **FULL} if "full" in sys.argv else REPORTS
    for name, (page, report) in reports.items():
        tables = report()
        print(tables, end="\n\n", flush=True)
        if "--show" not in sys.argv:
            page.write_text(_with_tables(page, name, tables), "utf-8")


def _with_tables(page: Path, name: str, tables: str) -> str:
    begin, end = f"<!-- {name}: written by `make bench` -->", f"<!-- end of {name} -->"
    text, count = re.subn(
        f"{re.escape(begin)}.*?{re.escape(end)}",
        lambda _: f"{begin}\n\n{tables}\n\n{end}",
        page.read_text("utf-8"),
        flags=re.DOTALL,
    )
    if count != 1:
        raise SystemExit(f"{page}: the marks of {name} are missing")
    return text


if __name__ == "__main__":
    main()
