"""Rows of short facts over an article (author, date, number), which only a style sheet sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from converter.readers.html_tree import Element

ROWS = frozenset({"div", "header", "section", "footer", "li", "p"})
"""Elements that may hold such a row."""

PIECES = frozenset({"span", "a", "time", "button", "small", "label", "b", "strong", "em", "i", "cite"})
SIGNS = frozenset("|·•∙‧●¦/")
"""What is printed between the pieces of a row, and is none of them."""

LONGEST_PIECE = 80
LONGEST_ROW = 200
MOST_PIECES = 12
MOST_CHILDREN = 40
PARTS_OF_ROW = PIECES | {"svg", "br"}
SHORTEST_WORD = 4
"""Letters of a piece that stands on its own; a shorter one is a day, a count, a drop capital."""

SHORTEST_FACT = 6
LINE, BLANK, SEPARATOR = "line", "blank", "separator"
NOTHING: Mapping[int, str] = MappingProxyType({})
ICON = re.compile(r" (?:fa[srlb]?|icon|icons|glyphicon|bi|dashicons|ti|mdi|material icons) ")
FIGURE = re.compile(r"\d")


class Piece(NamedTuple):
    """A piece of a row: its element, if it has one of its own, and whether white space stands before it."""

    element: Element | None
    text: str
    spaced: bool


def joints_of(row: Element) -> Mapping[int, str]:
    """Return what a reader sees before the pieces of a row, by their numbers: a new line, a blank, a sign."""
    children = row.children
    if row.tag not in ROWS or not 1 < len(children) <= MOST_CHILDREN:
        return NOTHING
    tags = {child.tag for child in children if isinstance(child, Element)}
    if not tags or not tags <= PARTS_OF_ROW:
        return NOTHING
    pieces = list(_pieces(row))
    if not _is_row(pieces):
        return _at_icons(row)
    joints: dict[int, str] = {}
    for (_, before, _), (element, after, spaced) in pairwise(pieces):
        joint = _joint(before, after, spaced=spaced, prose=row.tag == "p")
        if joint and element is not None:
            joints[element.index] = joint
    return joints


def _at_icons(row: Element) -> Mapping[int, str]:
    """Return new lines at the little pictures that stand before the facts of a row."""
    icons = [child for child in row.children if isinstance(child, Element) and _is_icon(child)]
    if len(icons) < 2:
        return NOTHING
    text = row.text().strip()
    return (
        {icon.index: LINE for icon in icons} if len(text) <= LONGEST_ROW and FIGURE.search(text) else NOTHING
    )


def _is_icon(element: Element) -> bool:
    if element.tag not in ("i", "span", "svg"):
        return False
    named = element.tag == "svg" or ICON.search(element.words()) is not None
    return named and not any(isinstance(child, str) and child.strip() for child in element.children)


def _is_row(pieces: Sequence[Piece]) -> bool:
    """Tell a row of facts from a menu: it has a figure that is no link, or a sign and at most one link."""
    links = [element for element, _, _ in pieces if element is not None and element.get("href")]
    figures = [text for element, text, _ in pieces if element not in links and FIGURE.search(text)]
    signs = [text for _, text, _ in pieces if is_sign(text)]
    return len(pieces) > 1 and not is_sign(pieces[0].text) and bool(figures or (signs and len(links) <= 1))


def is_sign(text: str) -> bool:
    """Tell whether a text is but a sign between pieces."""
    return text.strip(" \t\n\r\f\u00a0") in SIGNS


def _pieces(row: Element) -> Iterator[Piece]:
    """Yield the pieces; nothing if anything else stands between them."""
    found: list[Piece] = []
    spaced = False
    for child in row.children:
        if isinstance(child, str):
            if child.strip() and not is_sign(child):
                return
            spaced = True
            if child.strip():
                found.append(Piece(None, child.strip(), spaced=True))
            continue
        text = child.text()
        if child.tag not in PIECES or len(text) > LONGEST_PIECE or len(found) > MOST_PIECES:
            return
        if text.strip():
            found.append(Piece(child, text.strip(), spaced or text[:1].isspace()))
            spaced = text[-1:].isspace()
    if sum(len(text) for _, text, _ in found) <= LONGEST_ROW:
        yield from found


def _joint(before: str, after: str, *, spaced: bool, prose: bool) -> str | None:
    if is_sign(after):
        return SEPARATOR
    if is_sign(before):
        return LINE
    if spaced:
        both = all(len(one) >= SHORTEST_FACT and FIGURE.search(one) for one in (before, after))
        return LINE if both else None
    if prose or not (before[-1].isalnum() and after[0].isalnum()) or after[0].islower():
        return None
    if min(len(before), len(after)) >= SHORTEST_WORD:
        return LINE
    return None if len(before) == 1 and before.isalpha() else BLANK
