"""How many documents a second: in memory, by stage, from disk to disk, and beside pandoc."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

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


def from_disk() -> str:
    """Return the table of one command over many files, and of pandoc with a process for each file."""
    converter = [sys.executable, "-m", "converter", "convert", "in", "--quiet", "--out"]
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        for number in range(COPIES):
            shutil.copy(SAMPLES / SEED, folder / "in" / f"{number:04}.txt")
        ours = min(child_seconds([*converter, f"out{run}"], folder=folder) for run in range(3)) / COPIES
        rows = [
            (
                f"converter, {COPIES} files, TEI, JSON and BibTeX, validated",
                f"{ours * 1e3:.2f}",
                f"{1 / ours:.0f}",
            )
        ]
        if program := pandoc():
            command = [program, "--from=markdown", "--to=tei", "--output=out.xml", str(SAMPLES / SEED)]
            theirs = min(child_seconds(command, folder=folder) for _ in range(10))
            rows.append(
                (
                    "pandoc -f markdown -t tei, a process for each file",
                    f"{theirs * 1e3:.2f}",
                    f"{1 / theirs:.0f}",
                )
            )
    return table(("from disk to disk, the seed", "CPU ms each", "documents a second"), rows)


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
