"""A plot of a few lines as SVG, drawn without a library and readable on light and dark ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

from lxml import etree

from converter.cli.markup import Markup

WIDTH, HEIGHT = 640, 190
LEFT, RIGHT, TOP, BOTTOM = 60, 20, 40, 40
COLOURS = ("#3367a8", "#b26a00", "#2e7d4f", "#8a4fa3", "#b03a48")
GREY = "#888888"
E = Markup("http://www.w3.org/2000/svg")
TEXT = {"font-family": "system-ui, sans-serif", "font-size": "12"}


@dataclass(frozen=True)
class Line:
    """Some values over the same places, with what they are."""

    title: str
    values: Sequence[float]


def plot(places: Sequence[int], lines: Sequence[Line], *, axis: str) -> str:
    """Return one picture below the other, each from zero, over places on a logarithmic axis."""
    height = HEIGHT * len(lines)
    picture = E.svg(viewBox=f"0 0 {WIDTH} {height}", width=str(WIDTH), height=str(height), role="img")
    picture.append(E.title(f"{'; '.join(line.title for line in lines)}, over {axis}"))
    for number, line in enumerate(lines):
        panel = E.g(transform=f"translate(0 {number * HEIGHT})")
        _draw(panel, places, line, COLOURS[number % len(COLOURS)], axis)
        picture.append(panel)
    return etree.tostring(picture, encoding="unicode", pretty_print=True)


def _draw(panel: etree._Element, places: Sequence[int], line: Line, colour: str, axis: str) -> None:
    most = _round_up(max(line.values) * 1.15)
    floor = HEIGHT - BOTTOM
    panel.append(_text(LEFT, TOP - 16, line.title, colour))
    for part in range(5):
        y = floor - (floor - TOP) * part / 4
        panel.append(E.path(d=f"M{LEFT} {y:.1f}H{WIDTH - RIGHT}", stroke=GREY, **{"stroke-opacity": "0.35"}))
        panel.append(_text(LEFT - 8, y + 4, f"{most * part / 4:g}", GREY, "end"))
    points = [
        (_across(place, places), floor - (floor - TOP) * value / most)
        for place, value in zip(places, line.values, strict=True)
    ]
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    panel.append(E.path(d=f"M{way}", stroke=colour, fill="none", **{"stroke-width": "2"}))
    for (x, y), place, value in zip(points, places, line.values, strict=True):
        panel.append(E.circle(cx=f"{x:.1f}", cy=f"{y:.1f}", r="3.5", fill=colour))
        panel.append(_text(x, y - 8, f"{value:.3g}", colour, "middle"))
        panel.append(_text(x, floor + 16, f"{place:,}", GREY, "middle"))
    panel.append(_text(WIDTH - RIGHT, floor + 32, axis, GREY, "end"))


def _across(place: int, places: Sequence[int]) -> float:
    first, last = log10(min(places)), log10(max(places))
    share = (log10(place) - first) / (last - first) if last > first else 0.5
    return LEFT + 30 + share * (WIDTH - LEFT - RIGHT - 70)


def _round_up(value: float) -> float:
    step: float = 10 ** (ceil(log10(value)) - 1) / 2
    return ceil(value / step) * step


def _text(x: float, y: float, words: str, colour: str, anchor: str = "start") -> etree._Element:
    return E.text(words, x=f"{x:.1f}", y=f"{y:.1f}", fill=colour, **{"text-anchor": anchor, **TEXT})
