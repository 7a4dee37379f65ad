"""What a block of a web page is before it is known which part of the page it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from converter.readers.html_tree import Element


class Inline(NamedTuple):
    """A stretch of text, the element that it stands in, and how many elements began before it."""

    text: str
    element: Element
    at: int


class Look(NamedTuple):
    """What holds for the text of an element."""

    kind: str = "text"
    level: int = 0
    marks: tuple[str, ...] = ()
    link: Element | None = None
    kept: bool = False
    """White space is kept as it stands (``pre``)."""
    marker: bool = False
    """It refers to a note, or is the label of one."""
    aside: str | None = None
    """The part of the page, if it is none of the text around it: an arrow back, what nobody sees."""


class Draft:
    """A block before it is known which part of the page it belongs to."""

    __slots__ = (
        "arrows",
        "block",
        "cells",
        "gap",
        "inlines",
        "kind",
        "label",
        "level",
        "looks",
        "note",
        "part",
        "text",
    )

    def __init__(self, inlines: Sequence[Inline], looks: Sequence[Look], block: Element, gap: int) -> None:
        self.inlines = inlines
        self.looks = looks
        self.block = block
        """The innermost block element that it stands in."""
        self.gap = gap
        self.kind = looks[0].kind
        self.level = looks[0].level
        self.label: str | None = None
        self.cells: Sequence[int] = ()
        """Of a row: the number of the inline with which each cell begins."""
        self.part: str | None = None
        """The part of the page, if it is none of the article."""
        self.note: str | None = None
        """The label of the note that it belongs to."""
        self.arrows: list[Inline] = []
        """Of a note: links back to the text."""
        self.text = "".join([inline.text for inline in inlines]).strip()

    @property
    def first(self) -> int:
        """How many elements began before it."""
        return self.inlines[0].at

    @property
    def place(self) -> Element:
        """The innermost element that holds all of it."""
        printed = [inline.element for inline in self.inlines if not inline.text.isspace()]
        return next((one for one in printed[0].ancestors() if one.holds(printed[-1])), self.block)

    @property
    def last(self) -> int:
        """How many elements began before its end."""
        return self.inlines[-1].at
