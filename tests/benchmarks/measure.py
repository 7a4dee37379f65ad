"""How long something takes, on what machine, and how that is shown."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

import lxml.etree

Row = Sequence[str]


def best_seconds(work: Callable[[], object], *, times: int, rounds: int) -> float:
    """Return the CPU seconds of one call: of the round that was disturbed least."""
    work()
    return min(_round(work, times) for _ in range(rounds)) / times


def _round(work: Callable[[], object], times: int) -> float:
    started = process_time()
    for _ in range(times):
        work()
    return process_time() - started


def best_of_each(steps: Sequence[Callable[[], object]], *, rounds: int) -> list[float]:
    """Return the CPU seconds of steps in turn, so that each finds the caches as the one before left them."""
    best = [float("inf")] * len(steps)
    for _ in range(rounds):
        for number, work in enumerate(steps):
            best[number] = min(best[number], _round(work, 1))
    return best


def child_seconds(command: Sequence[str], *, folder: Path, text: bytes = b"") -> float:
    """Run a command and return the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, input=text, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(heads: Row, rows: Sequence[Row]) -> str:
    """Write a Markdown table, its columns aligned so that it reads as text too."""
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    lines = [
        " | ".join(
            cell.ljust(width) if not i else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (heads, *rows)
    ]
    rule = " | ".join("-" * width if not i else "-" * (width - 1) + ":" for i, width in enumerate(widths))
    return "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:]))


def machine() -> str:
    """Say what the numbers were taken on."""
    libxml = ".".join(map(str, lxml.etree.LIBXML_VERSION))
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release().split('-')[0]}, "
        f"Python {platform.python_version()}, lxml {lxml.etree.__version__} (libxml2 {libxml})"
    )


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text("utf-8").splitlines() if facts.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
