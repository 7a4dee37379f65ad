"""How long our readers of office files take, beside a process of pandoc for each file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from pypandoc import get_pandoc_path

from converter.readers.docx import read_docx
from converter.readers.epub import read_epub
from converter.readers.odt import read_odt
from converter.readers.rtf import read_rtf
from tests.benchmarks.measure import best_seconds, child_seconds, machine, table
from tests.readers.office.rendering import syntax_tree
from tests.samples import SEED

READERS = {"docx": read_docx, "odt": read_odt, "rtf": read_rtf, "epub": read_epub}
ROUNDS = 9


def report() -> str:
    """Return the table: the seed with its notes, in every format; wall times are taken in turns."""
    with TemporaryDirectory() as name:
        rows = [_row(kind, Path(name)) for kind in READERS]
    heads = ("the seed, 7 notes", "ours, ms", "pandoc, ms", "times faster", "ours, CPU ms", "pandoc, CPU ms")
    return f"{table(heads, rows)}\n\nMedians of {ROUNDS} runs in turns; CPU times are the best. {machine()}."


def _row(kind: str, folder: Path) -> Sequence[str]:
    path = folder / f"seed.{kind}"
    tree = syntax_tree(SEED, native=True)
    title = ("--metadata", "title=Seed") if kind == "epub" else ()
    subprocess.run(
        [get_pandoc_path(), "--from=json", *title, "--output", path], input=tree, text=True, check=True
    )
    work: Callable[[], object] = partial(READERS[kind], path.read_bytes(), path.name, "0" * 64)
    command = [get_pandoc_path(), "--sandbox", str(path), "--to=json"]
    work()
    pairs = [(_wall(work), _wall(partial(child_seconds, command, folder=folder))) for _ in range(ROUNDS)]
    ours, theirs = (median(column) * 1e3 for column in zip(*pairs, strict=True))
    own = best_seconds(work, times=20, rounds=ROUNDS) * 1e3
    other = min(child_seconds(command, folder=folder) for _ in range(ROUNDS)) * 1e3
    return (
        kind.upper(), f"{ours:.2f}", f"{theirs:.0f}", f"{theirs / ours:.0f}", f"{own:.2f}", f"{other:.0f}"
    )  # fmt: skip


def _wall(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


if __name__ == "__main__":
    print(report())
