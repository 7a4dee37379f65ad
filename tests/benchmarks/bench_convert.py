"""How many documents a second: in memory, by stage, from disk to disk, and beside pandoc."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from converter.analysis import analyse
from converter.pipeline import convert_bytes
from converter.readers.text import read_text
from converter.validation.fresh import check_json, check_tei
from converter.writers.bibtex import write_bibtex
from converter.writers.json import write_json
from converter.writers.tei import write_tei
from tests.benchmarks.measure import best_of_each, best_seconds, child_seconds, machine, table
from tests.samples import NAMES, SAMPLES, SEED

TIMES, ROUNDS = 40, 15
COPIES = 200
"""Files of one run from disk to disk: enough that the start of the process hardly counts."""


def stages(content: bytes, name: str) -> dict[str, Callable[[], object]]:
    """Return the steps of a conversion, each with what it needs."""
    digest = hashlib.sha256(content).hexdigest()
    source = read_text(content, name, digest)
    commentary = analyse(source)
    tei, json = write_tei(commentary).encode(), write_json(commentary).encode()
    return {
        "read": lambda: read_text(content, name, digest),
        "understand, with the check that nothing is lost": lambda: analyse(source),
        "write TEI": lambda: write_tei(commentary),
        "validate TEI": lambda: check_tei(tei),
        "write JSON": lambda: write_json(commentary),
        "validate JSON": lambda: check_json(json),
        "write BibTeX": lambda: write_bibtex(commentary, "bibtex"),
    }


def by_stage() -> str:
    """Return the table of what each step of converting the seed costs."""
    content = (SAMPLES / SEED).read_bytes()
    whole = best_seconds(lambda: convert_bytes(content, SEED), times=TIMES, rounds=ROUNDS)
    steps = stages(content, SEED)
    costs = best_of_each(list(steps.values()), rounds=TIMES * ROUNDS)
    rows = [(name, f"{cost * 1e3:.3f}", "") for name, cost in zip(steps, costs, strict=True)]
    total = ("the whole, all outputs and both validations", f"{whole * 1e3:.3f}", f"{1 / whole:.0f}")
    return table(("step (the seed, 8 KB)", "ms", "documents a second"), [*rows, total])


def all_samples() -> str:
    """Return the table of whole conversions: the seed, and all samples."""
    contents = {name: (SAMPLES / name).read_bytes() for name in NAMES}
    each = {
        name: best_seconds(lambda name=name: convert_bytes(contents[name], name), times=10, rounds=10)  # type: ignore[misc]
        for name in NAMES
    }
    size = sum(map(len, contents.values()))
    mean = sum(each.values()) / len(each)
    slowest = max(each, key=lambda name: each[name])
    return table(
        ("documents", "ms each", "documents a second"),
        [
            (
                f"all {len(NAMES)} samples, {size / len(NAMES) / 1000:.1f} KB on average",
                f"{mean * 1e3:.2f}",
                f"{1 / mean:.0f}",
            ),
            (f"the slowest, {slowest}", f"{each[slowest] * 1e3:.2f}", f"{1 / each[slowest]:.0f}"),
        ],
    )


FLOOR = """
import json, sys
from pathlib import Path
from lxml import etree
source, out, again = map(Path, sys.argv[1:])
again.mkdir()
for file in source.iterdir():
    file.read_bytes()
    tei = etree.parse(out / f"{file.stem}.tei.xml")
    (again / f"{file.stem}.tei.xml").write_bytes(etree.tostring(tei, encoding="utf-8"))
    value = json.loads((out / f"{file.stem}.json").read_bytes())
    (again / f"{file.stem}.json").write_text(json.dumps(value, ensure_ascii=False, indent=2), "utf-8")
    (again / f"{file.stem}.bib").write_bytes((out / f"{file.stem}.bib").read_bytes())
"""
"""A process that reads the inputs, and reads and writes again what was made of them, and nothing else."""


def from_disk() -> str:
    """Return the table of one command over many files, of the floor, and of a process of pandoc a file."""
    command = [sys.executable, "-m", "converter", "convert", "in", "--quiet"]
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        for number in range(COPIES):
            shutil.copy(SAMPLES / SEED, folder / "in" / f"{number:04}.txt")
        runs = {
            jobs: [timed([*command, "--jobs", jobs, "--out", f"out{jobs}{run}"], folder) for run in range(3)]
            for jobs in ("1", "2")
        }
        floor = [
            timed([sys.executable, "-c", FLOOR, "in", "out10", f"again{run}"], folder) for run in range(3)
        ]
        rows = [
            _row(f"converter, {COPIES} files, TEI, JSON and BibTeX, validated", *_best(runs["1"])),
            _row("the same, two workers", *_best(runs["2"])),
            _row("the floor: the same outputs read and written again", *_best(floor)),
        ]
        if program := pandoc():
            alone = [program, "--from=markdown", "--to=tei", "--output=out.xml", str(SAMPLES / SEED)]
            theirs = _best([timed(alone, folder) for _ in range(10)], count=1)
            rows.append(_row("pandoc -f markdown -t tei, a process for each file", *theirs))
    return table(("from disk to disk, the seed", "CPU ms each", "ms by the clock", "a second"), rows)


def _best(runs: Sequence[tuple[float, float]], count: int = COPIES) -> tuple[float, float]:
    return min(cpu for cpu, _ in runs) / count, min(wall for _, wall in runs) / count


def _row(what: str, cpu: float, wall: float) -> tuple[str, ...]:
    return what, f"{cpu * 1e3:.2f}", f"{wall * 1e3:.2f}", f"{1 / wall:.0f}"


def timed(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Return the CPU seconds of a command, and the seconds by the clock."""
    started = perf_counter()
    cpu = child_seconds(command, folder=folder)
    return cpu, perf_counter() - started


def pandoc() -> str | None:
    """Return where pandoc is, installed or as part of ``pypandoc-binary``."""
    package = find_spec("pypandoc")
    packed = Path(package.origin).parent / "files" / "pandoc" if package and package.origin else None
    return shutil.which("pandoc") or (str(packed) if packed and packed.is_file() else None)


def report() -> str:
    """Return all tables."""
    return "\n\n".join(
        [
            by_stage(),
            all_samples(),
            from_disk(),
            f"CPU time on one core, the best of several rounds. {machine()}.",
        ]
    )


if __name__ == "__main__":
    print(report())
