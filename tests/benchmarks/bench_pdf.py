"""How long reading a PDF takes, beside PDFium's own extraction of its text."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from converter.readers.pdf import read_pdf
from tests.benchmarks.measure import best_of_each, machine, table
from tests.samples import ROOT

FIXTURES = ROOT / "tests" / "readers" / "pdf" / "fixtures"
ROUNDS = 40


def extract(content: bytes) -> int:
    """Return how many characters pypdfium2 gives, page by page."""
    document = pypdfium2.PdfDocument(content)
    length = 0
    for page in document:
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return length


def row(file: Path) -> tuple[str, ...]:
    """Measure one file, both ways in turn."""
    content = file.read_bytes()
    steps = [lambda: extract(content), lambda: read_pdf(content, file.name, "0" * 64)]
    theirs, ours = best_of_each(steps, rounds=ROUNDS)
    return (
        file.stem,
        str(extract(content)),
        f"{theirs * 1e3:.2f}",
        f"{ours * 1e3:.2f}",
        f"{ours / theirs:.2f}",
    )


def report() -> str:
    """Return the table of the printed samples."""
    heads = ("printed sample", "characters", "pypdfium2, text, ms", "read, ms", "ratio")
    lines = table(heads, [row(file) for file in sorted(FIXTURES.glob("*.*.pdf"))])
    return f"{lines}\n\nCPU time, the best of {ROUNDS} turns. {machine()}."


if __name__ == "__main__":
    print(report())
