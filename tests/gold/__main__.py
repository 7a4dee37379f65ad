"""``python -m tests.gold`` converts and scores every form of the corpus, and rewrites docs/evaluation.md."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from converter.evaluation import DocumentScore
from converter.evaluation.floors import Floors, raised, read_floors, write_floors
from converter.evaluation.reliability import Bin, bins
from converter.evaluation.scores import total
from converter.evaluation.tables import as_markdown_table, headline, report
from tests.gold.halves import HALVES, PLAIN, all_scores, fingerprint
from tests.gold.reliability_plot import reliability_plot
from tests.samples import ROOT

OUT = ROOT / "out" / "evaluate"
PAGE = ROOT / "docs" / "evaluation.md"
PLOT = ROOT / "docs" / "evaluation-reliability.svg"
FLOORS = Path(__file__).parent / "floors"


def main() -> None:
    """Score both halves, write tables, plot and floors."""
    shutil.rmtree(OUT, ignore_errors=True)
    page = PAGE.read_text("utf-8")
    curves: dict[str, list[Bin]] = {}
    for half in HALVES:
        scores = list(all_scores(half, out=OUT / half))
        if not scores:
            continue
        print(f"{half}: {headline(total(scores))}")
        page = _with_tables(page, half, scores)
        curves[half] = bins(value for one in scores for value in one.sureness)
        _raise(FLOORS / f"{half}.toml", scores, half)
        _raise(FLOORS / f"{half}-{PLAIN}.toml", [one for one in scores if one.form == PLAIN], half)
    PAGE.write_text(page, "utf-8")
    PLOT.write_text(reliability_plot(curves), "utf-8")


def _with_tables(page: str, half: str, scores: list[DocumentScore]) -> str:
    parts = [f"{headline(total(scores))}."]
    parts += [f"**{heading}**\n\n{as_markdown_table(table)}" for heading, table in report(scores)]
    written = "\n\n".join(parts)
    begin, end = f"<!-- {half}: written by `make evaluate` -->", f"<!-- end of {half} -->"
    page, count = re.subn(
        f"{re.escape(begin)}.*?{re.escape(end)}",
        lambda _: f"{begin}\n\n{written}\n\n{end}",
        page,
        flags=re.DOTALL,
    )
    if count != 1:
        raise SystemExit(f"{PAGE}: the marks of {half} are missing")
    return page


def _raise(file: Path, scores: list[DocumentScore], half: str) -> None:
    """Raise floors to what was measured; on the same corpus they are never lowered here."""
    before = read_floors(file.read_text("utf-8"), file.name) if file.is_file() else Floors()
    file.parent.mkdir(exist_ok=True)
    file.write_text(write_floors(raised(total(scores), before, fingerprint(half))), "utf-8")


if __name__ == "__main__":
    main()
