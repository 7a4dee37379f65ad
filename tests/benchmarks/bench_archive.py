"""How an archive grows: time a document and memory from a thousand documents on, and what a second run costs.

``python -m tests.benchmarks.bench_archive 1000 10000 100000`` measures archives of these sizes and writes the
table and the plot of the page; the run over 100,000 documents takes a while. Without sizes two small ones are
measured.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.batch.archives import TEXT
from tests.benchmarks.measure import machine, table
from tests.benchmarks.plot import Line, plot
from tests.samples import ROOT

SMALL = (500, 2000)
LARGE = (1000, 10_000, 100_000)
PLOT = ROOT / "docs" / "archive-growth.svg"
FLOOR = """
import hashlib, os, sys
for top in sys.argv[1:]:
    for folder, _, names in os.walk(top):
        for name in names:
            if ".converter" not in folder and name != "report.jsonl":
                with open(os.path.join(folder, name), "rb") as stream:
                    os.fstat(stream.fileno()), hashlib.file_digest(stream, "sha256").hexdigest()
"""
"""A process that opens, stats and hashes the same inputs and outputs, and nothing else."""


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU seconds of all its processes, seconds by the clock, memory of the largest."""

    cpu: float
    wall: float
    mebibytes: float


@dataclass(frozen=True)
class Size:
    """An archive of some size: the first run, the second, and the bare reading of all its files."""

    documents: int
    first: Cost
    second: Cost
    floor: Cost
    report: int
    """Bytes of the report."""
    state: int
    """Bytes of what is kept for the next run."""


def fill(folder: Path, count: int) -> None:
    """Write so many documents that differ in a number, a thousand in a folder."""
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number=number), "utf-8")


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command and return what it and the processes that it started took."""
    started = perf_counter()
    process = os.posix_spawn(command[0], list(command), {**os.environ, "PWD": str(folder)})
    _, status, used = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(used.ru_utime + used.ru_stime, perf_counter() - started, used.ru_maxrss / 1024)


def measured(count: int) -> Size:
    """Measure an archive."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        inputs, out = folder / "in", folder / "out"
        fill(inputs, count)
        convert = [sys.executable, "-m", "converter", "convert", str(inputs), "-o", str(out), "--quiet"]
        first, second = cost(convert, folder), cost(convert, folder)
        floor = cost([sys.executable, "-c", FLOOR, str(inputs), str(out)], folder)
        report, state = out / "report.jsonl", out / ".converter" / "state.db"
        return Size(count, first, second, floor, report.stat().st_size, state.stat().st_size)


def rows(sizes: Sequence[Size]) -> str:
    """Return the table."""
    heads = (
        "documents",
        "CPU ms each",
        "a second",
        "MiB",
        "second run, CPU ms each",
        "MiB",
        "stat and hash, CPU ms each",
    )
    return table(heads, [_row(size) for size in sizes])


def _row(size: Size) -> tuple[str, ...]:
    each = 1e3 / size.documents
    return (
        f"{size.documents:,}",
        f"{size.first.cpu * each:.2f}",
        f"{size.documents / size.first.wall:.0f}",
        f"{size.first.mebibytes:.0f}",
        f"{size.second.cpu * each:.3f}",
        f"{size.second.mebibytes:.0f}",
        f"{size.floor.cpu * each:.3f}",
    )


def draw(sizes: Sequence[Size]) -> str:
    """Return the plot: time a document and memory over the number of documents."""
    counts = [size.documents for size in sizes]
    time = Line(
        "CPU time a document, first run (ms)", [size.first.cpu / size.documents * 1e3 for size in sizes]
    )
    memory = Line("memory of the largest process (MiB)", [size.first.mebibytes for size in sizes])
    return plot(counts, (time, memory), axis="documents in one run")


def told(sizes: Sequence[Size]) -> str:
    """Say what the table shows: how memory grows, how large the records are, what a second run costs."""
    least, most = sizes[0], sizes[-1]
    return (
        f"From {least.documents:,} to {most.documents:,} documents the memory of the largest process goes "
        f"from {least.first.mebibytes:.0f} to {most.first.mebibytes:.0f} MiB. The report on "
        f"{most.documents:,} documents has {most.report / 1e6:.0f} MB, the state {most.state / 1e6:.0f} MB. "
        f"A second run takes {most.second.cpu / most.floor.cpu:.1f} times the CPU time of a process "
        "that opens, stats and hashes the same inputs and outputs; twice is the aim."
    )


def report(counts: Sequence[int] = LARGE) -> str:
    """Return the table, and draw the plot."""
    sizes = [measured(count) for count in counts]
    PLOT.write_text(draw(sizes), "utf-8")
    what = f"Documents of {len(TEXT)} characters with a note, all outputs, as many workers as cores."
    return f"{rows(sizes)}\n\n{what} {machine()}.\n\n{told(sizes)}"


if __name__ == "__main__":
    print(report([int(argument) for argument in sys.argv[1:]] or SMALL))
