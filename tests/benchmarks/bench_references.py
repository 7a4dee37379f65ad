"""How many references of a plain list are read a second, and what each format costs to write."""

from __future__ import annotations

from converter.references import parse_references
from converter.references.writing import WRITERS
from tests.benchmarks.measure import best_of_each, machine, table
from tests.training.matter import load_words
from tests.training.styles import Printer, load_styles

COUNT, SEED = 2000, 777
ROUNDS = 7


def printed(count: int = COUNT) -> str:
    """Return a list of works that were not printed for the training."""
    printer = Printer(load_words(), load_styles(), SEED)
    return "".join(f"{' '.join(printer.print_one().text.split())}\n" for _ in range(count))


def report(count: int = COUNT) -> str:
    """Return the table."""
    text = printed(count)
    found = parse_references(text)
    costs = best_of_each(
        [
            lambda: parse_references(text),
            *[lambda write=write: write(found) for write in WRITERS.values()],
        ],
        rounds=ROUNDS,
    )
    reading, *writing = costs
    rows = [("read", f"{reading / count * 1e3:.3f}", f"{count / reading:,.0f}")]
    rows += [
        (
            f"read and written as {name}",
            f"{(reading + cost) / count * 1e3:.3f}",
            f"{count / (reading + cost):,.0f}",
        )
        for name, cost in zip(WRITERS, writing, strict=True)
    ]
    heads = (f"a list of {count:,} references", "ms each", "references a second")
    return f"{table(heads, rows)}\n\nCPU time on one core, the best of {ROUNDS} rounds. {machine()}."


if __name__ == "__main__":
    print(report())
