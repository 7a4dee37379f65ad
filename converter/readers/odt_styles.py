"""What the styles of an OpenDocument text say of paragraphs, runs and lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from converter.readers.docx_xml import number
from converter.readers.looks import NO_LOOK, Look, heading_level, is_quote_name

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

NAME, FAMILY, PARENT = f"{STYLE}name", f"{STYLE}family", f"{STYLE}parent-style-name"
ENCODED = re.compile(r"_([0-9a-f]{2})_")
BOLD = frozenset({"bold", "600", "700", "800", "900"})
RAISED = re.compile(r"super|[1-9]")
"""A position above the base line: ``super 58%``, ``33% 58%``."""


class Style:
    """A style with what it has from its parent."""

    name: str
    """As a user sees it; of a style that the program made, that of its parent."""
    look: Look
    """Of a run."""
    own_look: Look
    """Of a paragraph whose style the program made: what was set for it by hand."""
    outline: int
    """The level of a heading; 0 if it is none."""
    page_break: bool
    master: str | None
    """The kind of page that begins with it."""

    def __init__(self, element: etree._Element, base: Style | None, *, automatic: bool) -> None:
        shown = element.get(f"{STYLE}display-name") or readable(element.get(NAME, ""))
        self.name = base.name if automatic and base else shown.lower()
        found = _look(element.find(f"{STYLE}text-properties"))
        self.look = {**base.look, **found} if base else found
        self.own_look = found if automatic else NO_LOOK
        outline = element.get(f"{STYLE}default-outline-level")
        inherited = base.outline if base else 0
        self.outline = number(outline) if outline is not None else inherited or heading_level(self.name)
        properties = element.find(f"{STYLE}paragraph-properties")
        self.master = element.get(f"{STYLE}master-page-name") or None
        broken = properties is not None and properties.get(f"{FO}break-before") == "page"
        self.page_break = broken or self.master is not None
        self.is_title = self.name == "title"
        self.is_quote = is_quote_name(self.name)


class Styles:
    """The styles of a document, each read when it is first asked for."""

    def __init__(self, roots: Collection[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], tuple[etree._Element, bool]] = {}
        self._read: dict[tuple[str, str], Style | None] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        for root in roots:
            for holder, automatic in ((f"{OFFICE}styles", False), (f"{OFFICE}automatic-styles", True)):
                for element in root.iterfind(f"{holder}/*"):
                    self._remember(element, automatic=automatic)

    def _remember(self, element: etree._Element, *, automatic: bool) -> None:
        if element.tag == f"{STYLE}style":
            self._elements[element.get(FAMILY, ""), element.get(NAME, "")] = element, automatic
        elif element.tag == f"{TEXT}list-style":
            self.lists[element.get(NAME, "")] = element
        elif element.tag == f"{TEXT}outline-style":
            self.outline = element

    def get(self, family: str, name: str | None) -> Style | None:
        """Return a style, its parents read before it; a circle ends where it closes."""
        if not name or (family, name) in self._read:
            return self._read.get((family, name or ""))
        chain: list[str] = []
        at: str | None = name
        while at and (family, at) in self._elements and at not in chain and (family, at) not in self._read:
            chain.append(at)
            at = self._elements[family, at][0].get(PARENT)
        style = self._read.get((family, at or ""))
        for each in reversed(chain):
            element, automatic = self._elements[family, each]
            style = self._read[family, each] = Style(element, style, automatic=automatic)
        return style

    def masters(self) -> Iterator[str]:
        """Yield the kinds of page that paragraphs begin."""
        for family, name in self._elements:
            style = self.get(family, name) if family == "paragraph" else None
            if style and style.master:
                yield style.master


def readable(name: str) -> str:
    """Return the name of a style as a user sees it.

    >>> readable("Heading_20_1")
    'Heading 1'
    """
    return ENCODED.sub(lambda match: chr(int(match[1], 16)), name)


def _look(properties: etree._Element | None) -> dict[str, bool]:
    if properties is None:
        return {}
    found: dict[str, bool] = {}
    for key, text in ((str(key), str(text)) for key, text in properties.items()):
        if key == f"{FO}font-weight":
            found["bold"] = text in BOLD
        elif key == f"{FO}font-style":
            found["italic"] = text in ("italic", "oblique")
        elif key == f"{STYLE}text-underline-style":
            found["underline"] = text != "none"
        elif key == f"{STYLE}text-position":
            found["superscript"] = RAISED.match(text) is not None and not text.startswith("0")
        elif key == f"{TEXT}display":
            found["hidden"] = text == "none"
    return found
