"""Labelled pages as real files, read again: how right they are beside the pages as they are."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from converter.evaluation.scores import total
from converter.evaluation.tables import of_groups
from tests.gold.halves import gold
from tests.readers.made.makers import FORMS
from tests.readers.made.scoring import PLAIN, made, plain_score, scored, worse


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.readers.made", description=__doc__)
    parser.add_argument("folder", type=Path, help="labelled documents")
    parser.add_argument("forms", nargs="*", default=list(FORMS), metavar="FORM")
    parser.add_argument("--every", type=int, default=1, help="only each so manieth page")
    parser.add_argument("--first", type=int, default=0, help="and of these from this one on")
    parser.add_argument("--out", type=Path, help="keep the files here")
    parser.add_argument("--wrong", type=Path, help="write here what is wrong in files and right in the pages")
    chosen = parser.parse_args(arguments)
    golds = [gold(file) for file in sorted(chosen.folder.glob("*.gold"))[chosen.first :: chosen.every]]
    pages = {one.name: plain_score(one) for one in golds}
    lines: list[str] = []
    for form in chosen.forms:
        scores = []
        for name, rendered in made(form, golds):
            if chosen.out:
                place = chosen.out / form / f"{name}{rendered.ending}"
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(rendered.content)
            scores.append(scored(name, form, rendered))
            lines += worse(pages[name], scores[-1])
        groups = {form: total(scores), f"  {PLAIN}": total(pages[one.name] for one in scores)}
        heads, rows = of_groups(groups, "form")
        for row in (heads, *rows):
            sys.stdout.write(f"{' | '.join(row)}\n")
    if chosen.wrong:
        chosen.wrong.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
