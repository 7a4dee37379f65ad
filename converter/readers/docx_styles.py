"""What the styles of a Word document say of paragraphs and runs: headings, quotes, emphasis."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from lxml import etree

from converter.readers.docx_xml import VAL, W, is_on, number, value
from converter.readers.looks import (
    CODE_NAMES,
    Look,
    heading_level,
    is_contents_name,
    is_quote_name,
    says_something,
)

TOGGLES = {f"{W}b": "bold", f"{W}i": "italic", f"{W}u": "underline", f"{W}vanish": "hidden"}
VERTICAL, POSITION = f"{W}vertAlign", f"{W}position"
RAISED = 4
"""Half points above the base line from which a run is a superscript."""

BODY_LEVEL = 9
"""The outline level that means running text."""


class Style:
    """A style with what it has from the style that it is based on."""

    name: str
    outline: int | None
    numbering: etree._Element | None
    look: Look
    is_title: bool
    """The title of the document."""
    is_quote: bool
    """A quotation set apart."""
    is_contents: bool
    """A line of a table of contents."""
    heading: int
    """The level of a heading, from 1; 0 for anything else."""

    def __init__(self, element: etree._Element, base: Style | None) -> None:
        own = (value(element, "name") or element.get(f"{W}styleId") or "").lower()
        self.name = own if base is None or says_something(own) else base.name or own
        properties = element.find(f"{W}pPr")
        outline = value(properties, "outlineLvl")
        self.outline = number(outline, BODY_LEVEL) if outline else base.outline if base else None
        listed = properties.find(f"{W}numPr") if properties is not None else None
        self.numbering = listed if listed is not None else base.numbering if base else None
        self.look = {**(base.look if base else {}), **read_look(_look_of(element))}
        if own in CODE_NAMES:
            self.look = {**self.look, "code": True}
        self.is_title = self.name == "title"
        self.is_quote = is_quote_name(self.name)
        self.is_contents = is_contents_name(self.name)
        self.heading = self._heading()

    def _heading(self) -> int:
        if self.outline is not None:
            return self.outline + 1 if self.outline < BODY_LEVEL else 0
        return heading_level(self.name)


class Styles:
    """The styles of a document, each read when it is first asked for."""

    def __init__(self, root: etree._Element | None, used: Collection[str | None] = ()) -> None:
        elements = [] if root is None else root.findall(f"{W}style")
        self._elements = {element.get(f"{W}styleId"): element for element in elements}
        self._read: dict[str | None, Style] = {}
        self.has_title = any(style.is_title for key in used if (style := self.get(key)))
        """A paragraph has the style of a title, so that the headings are below it."""

    @cached_property
    def _default(self) -> str | None:
        named = (key for key, one in self._elements.items() if one.get(f"{W}type") == "paragraph")
        return next((key for key in named if is_default(self._elements[key])), None)

    def of_paragraph(self, key: str | None) -> Style | None:
        """Return the style of a paragraph; one that names none has the default."""
        return self.get(key or self._default)

    def get(self, key: str | None) -> Style | None:
        """Return a style, the one it is based on read before it; a circle ends where it closes."""
        if key in self._read:
            return self._read[key]
        chain: list[str | None] = []
        while key in self._elements and key not in chain and key not in self._read:
            chain.append(key)
            key = value(self._elements[key], "basedOn")
        style = self._read.get(key)
        for each in reversed(chain):
            style = self._read[each] = Style(self._elements[each], style)
        return style


def is_default(element: etree._Element) -> bool:
    """Tell the style that is taken where none is named."""
    return element.get(f"{W}default", "0") in ("1", "true", "on")


def read_look(properties: Mapping[str, etree._Element]) -> dict[str, bool]:
    """Return what the properties of a run say of its look."""
    found: dict[str, bool] = {}
    for tag, element in properties.items():
        if (name := TOGGLES.get(tag)) is not None:
            found[name] = bool(is_on(element))
        elif tag == VERTICAL:
            found["superscript"] = element.get(VAL) == "superscript"
        elif tag == POSITION:
            found["superscript"] = number(element.get(VAL)) >= RAISED
    return found


def _look_of(style: etree._Element) -> Mapping[str, etree._Element]:
    properties = style.find(f"{W}rPr")
    return {} if properties is None else {child.tag: child for child in properties}
