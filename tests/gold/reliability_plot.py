"""The reliability curve as SVG: how sure the converter said it was, against how often it was right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from lxml import etree

from converter.cli.markup import Markup
from converter.evaluation.reliability import Bin

SIZE, MARGIN = 360, 50
LOWEST = 0.2
COLOURS = ("#3367a8", "#b26a00")
GREY = "#888888"
E = Markup("http://www.w3.org/2000/svg")
TEXT = {"font-family": "system-ui, sans-serif", "font-size": "12"}


def reliability_plot(curves: Mapping[str, Sequence[Bin]]) -> str:
    """Return one curve for each half over the line on which all would lie if it knew itself perfectly."""
    side = str(SIZE + 2 * MARGIN)
    picture = E.svg(viewBox=f"0 0 {side} {side}", width=side, height=side, role="img")
    picture.append(E.title("How often a value is right, over the confidence that the converter states"))
    _axes(picture)
    for number, (name, found) in enumerate(curves.items()):
        _curve(picture, found, COLOURS[number % len(COLOURS)])
        picture.append(_text(MARGIN + 12, MARGIN + 18 * (number + 1), name, COLOURS[number % len(COLOURS)]))
    return etree.tostring(picture, encoding="unicode", pretty_print=True)


def _axes(picture: etree._Element) -> None:
    low, high = MARGIN, MARGIN + SIZE
    for part in range(5):
        share = LOWEST + (1 - LOWEST) * part / 4
        x, y = _place(share, share)
        picture.append(E.path(d=f"M{low} {y:.1f}H{high}", stroke=GREY, **{"stroke-opacity": "0.35"}))
        picture.append(_text(low - 8, y + 4, f"{share:.1f}", GREY, "end"))
        picture.append(_text(x, high + 18, f"{share:.1f}", GREY, "middle"))
    picture.append(E.path(d=f"M{low} {high}L{high} {low}", stroke=GREY, **{"stroke-dasharray": "4 4"}))
    picture.append(_text(high, high + 38, "stated confidence", GREY, "end"))
    picture.append(_text(low, low - 16, "share of values that are right", GREY))


def _curve(picture: etree._Element, found: Sequence[Bin], colour: str) -> None:
    points = [(*_place(one.stated, one.right), one.count) for one in found]
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in points)
    picture.append(E.path(d=f"M{way}", stroke=colour, fill="none", **{"stroke-width": "2"}))
    most = max((count for _, _, count in points), default=1)
    for x, y, count in points:
        radius = f"{2 + 6 * sqrt(count / most):.1f}"
        picture.append(
            E.circle(E.title(f"{count:,} values"), cx=f"{x:.1f}", cy=f"{y:.1f}", r=radius, fill=colour)
        )


def _place(stated: float, right: float) -> tuple[float, float]:
    """Return where a point lies; what is below the lowest line is drawn on it."""
    across, up = (max(value - LOWEST, 0) / (1 - LOWEST) * SIZE for value in (stated, right))
    return MARGIN + across, MARGIN + SIZE - up


def _text(x: float, y: float, words: str, colour: str, anchor: str = "start") -> etree._Element:
    return E.text(words, x=f"{x:.1f}", y=f"{y:.1f}", fill=colour, **{"text-anchor": anchor, **TEXT})
