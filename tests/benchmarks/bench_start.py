"""How long the command takes to start, beside the bare libraries that it stands on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.measure import machine, table

RUNS = 41
BARE = [sys.executable, "-c", "import click, lxml.etree"]
SCRIPT = Path(sys.executable).parent / "converter"
OURS = [str(SCRIPT), "--help"] if SCRIPT.is_file() else [sys.executable, "-m", "converter", "--help"]


def seconds(command: Sequence[str]) -> float:
    """Return how long a command takes from start to end."""
    started = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - started


def report() -> str:
    """Return the table of medians, taken in turns so that whatever else the machine does hits both alike."""
    for command in (BARE, OURS):
        seconds(command)
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(RUNS)]
    bare, ours = (median(column) for column in zip(*pairs, strict=True))
    rows = [
        ('python -c "import click, lxml.etree"', f"{bare * 1e3:.0f}", "1.00"),
        ("converter --help", f"{ours * 1e3:.0f}", f"{ours / bare:.2f}"),
    ]
    lines = table(("cold start", "ms", "ratio"), rows)
    return f"{lines}\n\nMedians of {RUNS} starts each, taken in turns. {machine()}."


if __name__ == "__main__":
    print(report())
