"""What reading a web page costs, beside understanding it, and beside a tool that only finds articles."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from converter.analysis import analyse
from converter.readers import read
from tests.benchmarks.measure import best_of_each, machine, table

PAGES = Path(__file__).resolve().parents[1] / "readers" / "pages"
ROUNDS = 15
RELATED = '<li><a href="/paper/{0}">Another paper, number {0}, of which nobody thinks any more</a></li>'
LARGE = 1500
"""Entries of the menu that makes a page as large as many saved ones."""


def contents() -> dict[str, bytes]:
    """Return the invented pages, and one of them with a menu as large as a saved page may have."""
    files = sorted(path for path in PAGES.iterdir() if path.suffix != ".toml")
    found = {path.name: path.read_bytes() for path in files}
    menu = "".join(map(RELATED.format, range(LARGE)))
    page = found["wordpress-tr.html"].decode()
    found["large.html"] = page.replace("</body>", f"<nav><ul>{menu}</ul></nav></body>").encode()
    return found


def report() -> str:
    """Return the table."""
    pages = contents()
    large = {"large.html": pages.pop("large.html")}
    rows = [_row(f"{len(pages)} invented pages, each", pages), _row("a page with a large menu", large)]
    heads = ("pages", "KB", "read, ms", "understand, ms", "trafilatura, ms")
    return f"{table(heads, rows)}\n\nCPU time on one core, the best of {ROUNDS} rounds. {machine()}."


def _row(name: str, pages: dict[str, bytes]) -> tuple[str, ...]:
    sources = {title: read(content, title) for title, content in pages.items()}
    reading = sum(best_of_each([partial(read, pages[title], title) for title in pages], rounds=ROUNDS))
    understanding = sum(
        best_of_each([partial(analyse, source) for source in sources.values()], rounds=ROUNDS)
    )
    size = sum(map(len, pages.values())) / len(pages) / 1000
    theirs = "-"
    if find_spec("trafilatura"):
        extract = import_module("trafilatura").extract
        costs = best_of_each([partial(extract, content) for content in pages.values()], rounds=ROUNDS)
        theirs = f"{sum(costs) / len(pages) * 1e3:.2f}"
    each = (f"{cost / len(pages) * 1e3:.2f}" for cost in (reading, understanding))
    return (name, f"{size:.0f}", *each, theirs)


if __name__ == "__main__":
    print(report())
