"""``python -m tests.benchmarks`` measures, prints, and rewrites the page (``--show``: it only prints)."""

from __future__ import annotations

import re
import sys

from tests.benchmarks import bench_convert, bench_html, bench_office, bench_start
from tests.samples import ROOT

PAGE = ROOT / "docs" / "performance.md"
REPORTS = {
    "convert": bench_convert.report,
    "html": bench_html.report,
    "start": bench_start.report,
    "office": bench_office.report,
}


def main() -> None:
    """Run every benchmark and put what it reports between its marks on the page."""
    page = PAGE.read_text("utf-8")
    for name, report in REPORTS.items():
        tables = report()
        print(tables, end="\n\n")
        begin, end = f"<!-- {name}: written by `make bench` -->", f"<!-- end of {name} -->"
        page, count = re.subn(
            f"{re.escape(begin)}.*?{re.escape(end)}",
            lambda _, new=f"{begin}\n\n{tables}\n\n{end}": new,  # type: ignore[misc]
            page,
            flags=re.DOTALL,
        )
        if count != 1:
            raise SystemExit(f"{PAGE}: the marks of {name} are missing")
    if "--show" not in sys.argv:
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
