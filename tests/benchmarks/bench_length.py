"""How the time grows with the length of one document: from 8 KB to 8 MB, in each of the ways text is kept.

``python -m tests.benchmarks.bench_length 8 80 800 8000`` measures documents of so many kilobytes and draws
the plot of the page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from textwrap import fill
from time import process_time

from converter.normalizers.keys import letters
from converter.pipeline import convert_bytes
from tests.benchmarks.measure import machine, table
from tests.benchmarks.plot import Line, plot
from tests.samples import ROOT

KILOBYTES = (8, 80, 800, 8000)
PLOT = ROOT / "docs" / "length-growth.svg"
NEVER_MORE = 4
"""Times that a document is converted, of which the best counts; a long one once."""

FRAGMENTS = (
    "The board of the harbour met in spring with",
    "and spoke about the depth of the basin, the price that",
    "had named for the works, and a railway to",
    "that nobody wanted to pay for. Its report, of which",
    "had written the first part, was read by few[{}].",
)
NOTE = "[{0}] Jane Doe, “The Quiet Harbour {0}”, Harbour Review, 12 May 2020, https://example.org/{0}\n"
HEAD = "THE QUIET HARBOUR AND ITS PRICE\n\nJane DOE\n\n"


def prose(number: int) -> str:
    """Return a paragraph that is like no other: a name stands in each of its lines, however broken."""
    names = [
        letters(number * (len(FRAGMENTS) - 1) + 700 + place).title() for place in range(len(FRAGMENTS) - 1)
    ]
    pieces = [part for both in zip(FRAGMENTS, [*names, ""], strict=True) for part in both]
    return " ".join(pieces).format(number)


LENGTH = len(prose(1))


def _noted(length: int, paragraph: Callable[[str], str]) -> str:
    """Return a commentary with one note in each paragraph."""
    count = max(1, length // (LENGTH + len(NOTE) + 15))
    numbers = range(1, count + 1)
    body = [paragraph(prose(number)) for number in numbers]
    return HEAD + "".join(body) + "\n" + "".join([NOTE.format(number) for number in numbers])


def _whole(length: int) -> str:
    return "".join(map(prose, range(length // LENGTH)))


def _page(length: int) -> str:
    count = max(1, length // (LENGTH + 10))
    body = "".join([f"<p>{prose(number)}</p>" for number in range(1, count + 1)])
    return f"<html><body><article><h1>The Quiet Harbour</h1>{body}</article></body></html>"


FORMS: dict[str, tuple[str, Callable[[int], str]]] = {
    "a note in each paragraph": ("long.txt", lambda length: _noted(length, lambda text: f"{text}\n\n")),
    "the same, wrapped at 76": (
        "long.txt",
        lambda length: _noted(length, lambda text: f"{fill(text, 76)}\n\n"),
    ),
    "one paragraph, wrapped at 76": (
        "long.txt",
        lambda length: HEAD + fill(_whole(length), 76),
    ),
    "one line": ("long.md", lambda length: HEAD + _whole(length)),
    "a web page": ("long.html", _page),
}


def measured(form: str, kilobytes: int) -> float:
    """Return the milliseconds that a kilobyte of a document takes."""
    name, made = FORMS[form]
    content = made(kilobytes * 1000).encode()
    best = min(_seconds(content, name) for _ in range(NEVER_MORE if kilobytes < 1000 else 1))
    return best * 1e6 / len(content)


def _seconds(content: bytes, name: str) -> float:
    started = process_time()
    convert_bytes(content, name)
    return process_time() - started


def report(sizes: Sequence[int] = KILOBYTES) -> str:
    """Return the table, and draw the plot."""
    _seconds(b"A title\n\nText.\n", "warm.txt")
    found = {form: [measured(form, size) for size in sizes] for form in FORMS}
    heads = ("one document, ms a KB", *[f"{size:,} KB" for size in sizes])
    rows = [(form, *[f"{cost:.3f}" for cost in costs]) for form, costs in found.items()]
    lines = [Line(f"{form} (ms a KB)", costs) for form, costs in found.items()]
    PLOT.write_text(plot(sizes, lines, axis="KB in one document"), "utf-8")
    return f"{table(heads, rows)}\n\nCPU time, all outputs and both validations. {machine()}."


if __name__ == "__main__":
    print(report([int(argument) for argument in sys.argv[1:]] or KILOBYTES[:3]))
