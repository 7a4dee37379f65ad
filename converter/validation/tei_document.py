"""A TEI file as the checks see it: its tree, and where each element stands in the file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxml.etree import _Element

from converter.diagnostics import Diagnostic
from converter.validation.findings import FileFinding
from converter.xml import element_positions, parse_xml

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class TeiDocument:
    """One parsed file; raises ``UnusableXml`` if it cannot be parsed."""

    def __init__(self, content: bytes, path: str) -> None:
        self.content = content
        self.path = path
        self.root = parse_xml(content)
        self.numbers: Mapping[_Element, int] = {
            element: number for number, element in enumerate(self.root.iter("*"))
        }

    @cached_property
    def ids(self) -> Mapping[str, _Element]:
        """The first element of each id."""
        elements: dict[str, _Element] = {}
        for element in self.root.iter("*"):
            if identifier := element.get(XML_ID):
                elements.setdefault(identifier, element)
        return elements

    def finding(self, element: _Element, diagnostic: Diagnostic) -> FileFinding:
        """Place a finding at the start tag of an element."""
        line, column = self.place(element)
        return FileFinding(self.path, line, column, diagnostic, nearest_id(element))

    def place(self, element: _Element) -> tuple[int, int]:
        """Return line and column of a start tag."""
        number = self.numbers[element]
        if number < len(self._positions):
            return self._positions[number]
        return self.line_of(element), 1

    @staticmethod
    def line_of(element: _Element) -> int:
        """Return the line that libxml2 remembers."""
        line = element.sourceline
        return line if isinstance(line, int) else 1

    @cached_property
    def _positions(self) -> list[tuple[int, int]]:
        return element_positions(self.content)


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def described(element: _Element) -> str:
    """Write an element as a person would look for it: ``<note xml:id="fn1">``."""
    identifier = element.get(XML_ID)
    return f'<{local_name(element)} xml:id="{identifier}">' if identifier else f"<{local_name(element)}>"


def nearest_id(element: _Element) -> str | None:
    """Return the id of the element or of the closest one around it."""
    return next((found for one in (element, *element.iterancestors()) if (found := one.get(XML_ID))), None)


def text_of(element: _Element) -> str:
    """Return the string value with normal white space."""
    return " ".join("".join(map(str, element.itertext())).split())
