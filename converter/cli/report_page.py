"""The sums over a report as one page of HTML: nothing in it is loaded, run or taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from converter.batch.tally import FindingCount, House, Tally, in_gravity
from converter.cli.markup import Markup
from converter.cli.summary import plural
from converter.cli.terminal import visible

if TYPE_CHECKING:
    from lxml.etree import _Element

E = Markup()
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root { color-scheme: light dark; --line: #8885 }
:root { --ok: #2e7d4f; --warning: #b26a00; --error: #b3261e; --info: #3367a8 }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.2rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .3rem .7rem .3rem 0; vertical-align: top }
th, td { border-bottom: 1px solid var(--line) }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.error { color: var(--error) } .warning { color: var(--warning) }
.info { color: var(--info) } .ok { color: var(--ok) }
.tiles { display: flex; flex-wrap: wrap; gap: .8rem; padding: 0; list-style: none }
.tiles li { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem 1rem; min-width: 7rem }
.tiles b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums }
.bar { display: flex; height: .7rem; min-width: 8rem; background: #8883 }
.bar i { display: block; height: 100% }
i.ok { background: var(--ok) } i.warning { background: var(--warning) } i.failed { background: var(--error) }
code { font-size: .92em; overflow-wrap: anywhere } summary { cursor: pointer } details ul { margin: .3rem 0 }
"""
KINDS = (("ok", "ok", "ok"), ("warning", "with warnings", "warning"), ("failed", "failed", "error"))
"""What a document is, in words, and the colour."""


def page(tally: Tally, out: Path) -> str:
    """Return the page."""
    title = f"Report of {visible(str(out))}"
    body = E.body(
        E.h1(title),
        _tiles(tally),
        *_section("Findings", _findings(tally.by_gravity())),
        *_section("Houses", _houses(tally.by_size())),
        *_section("Look first at", _worst(tally)),
    )
    head = E.head(
        E.meta(charset="utf-8"),
        E.meta({"http-equiv": "Content-Security-Policy", "content": POLICY}),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.title(title),
        E.style(STYLE),
    )
    document = E.html(head, body, lang="en")
    return etree.tostring(document, encoding="unicode", method="html", doctype="<!DOCTYPE html>") + "\n"


def _section(title: str, content: _Element | None) -> list[_Element]:
    return [] if content is None else [E.h2(title), content]


def _tiles(tally: Tally) -> _Element:
    """Return how many documents are what, the earlier runs included."""
    now = {kind: tally.statuses[kind] + tally.earlier[kind] for kind, _, _ in KINDS}
    tiles = [(now[kind], words, colour) for kind, words, colour in KINDS]
    tiles += [(tally.earlier.total(), "of them up to date", ""), (tally.left_out, "files left out", "")]
    return E.ul({"class": "tiles"}, *(_tile(*tile) for tile in tiles))


def _tile(count: int, words: str, colour: str) -> _Element:
    return E.li(E.b({"class": colour}, f"{count:,}"), words)


def _findings(findings: Sequence[FindingCount]) -> _Element | None:
    if not findings:
        return None
    return _table(("", "finding", "times", "documents"), (2, 3), (_finding(one) for one in findings))


def _finding(one: FindingCount) -> list[_Element | str]:
    examples = E.ul(*(E.li(E.code(visible(text))) for text in one.examples))
    name = E.details(E.summary(E.code(one.code)), examples)
    return [E.span({"class": one.severity}, one.severity), name, f"{one.findings:,}", f"{one.documents:,}"]


def _houses(houses: Sequence[House]) -> _Element | None:
    if not houses:
        return None
    heads = ("house", "profile", "documents", *(words for _, words, _ in KINDS), "")
    return _table(heads, (2, 3, 4, 5), (_house(house) for house in houses))


def _house(house: House) -> list[_Element | str]:
    total = house.documents.total()
    counts = [f"{house.documents[kind]:,}" for kind, _, _ in KINDS]
    parts = [
        E.i({"class": kind, "style": f"width: {house.documents[kind] / total:.2%}"}) for kind, _, _ in KINDS
    ]
    found = (
        E.li(E.code(one.code), f" {plural(one.documents, 'document')}") for one in in_gravity(house.findings)
    )
    name = E.details(E.summary(visible(house.name)), E.ul(*found))
    return [name, house.profile, f"{total:,}", *counts, E.div({"class": "bar"}, *parts)]


def _worst(tally: Tally) -> _Element | None:
    rows: list[list[_Element | str]] = [
        [E.code(visible(path)), str(errors), str(warnings)] for path, (errors, warnings) in tally.worst()
    ]
    return _table(("document", "errors", "warnings"), (1, 2), rows) if rows else None


def _table(
    heads: Sequence[str], numbers: Sequence[int], rows: Iterable[Sequence[_Element | str]]
) -> _Element:
    """Return a table; the columns of ``numbers`` end below each other."""

    def cells(tag: str, row: Sequence[_Element | str]) -> list[_Element]:
        return [
            getattr(E, tag)({"class": "number"} if i in numbers else {}, cell) for i, cell in enumerate(row)
        ]

    return E.table(E.thead(E.tr(*cells("th", heads))), E.tbody(*(E.tr(*cells("td", row)) for row in rows)))
