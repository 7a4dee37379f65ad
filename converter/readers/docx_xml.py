"""The names of a Word document: the older (transitional) ones, into which the newer (strict) are turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from lxml import etree

from converter.readers.packages import Package, resolved

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = "http://purl.oclc.org/ooxml/"
STRICT_NAMES = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
}

VAL = f"{W}val"
NOTHING: Mapping[str, etree._Element] = MappingProxyType({})
OFF = frozenset({"0", "false", "off", "none"})


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return ``w:val`` of a child, or ``None`` if there is no such child or value."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def properties_of(element: etree._Element, name: str) -> Mapping[str, etree._Element]:
    """Return the properties of a paragraph or run by their names; they are its first child, if it has any.

    Much quicker than to look for one after the other.
    """
    first = next(iter(element), None)
    return {child.tag: child for child in first} if first is not None and first.tag == name else NOTHING


def is_on(element: etree._Element | None) -> bool | None:
    """Tell a property that is on by being there, unless its value says no; ``None`` if it is not there."""
    return None if element is None else element.get(VAL, "1") not in OFF


def number(text: str | None, otherwise: int = 0) -> int:
    """Return a whole number as the file gives it; a broken one is another.

    >>> number("12"), number("x", 1), number(None)
    (12, 1, 0)
    """
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def transitional(root: etree._Element) -> etree._Element:
    """Return a tree with the older names throughout."""
    if STRICT in root.tag or any(STRICT in (address or "") for address in root.nsmap.values()):
        for element in root.iter("*"):
            element.tag = _older(str(element.tag))
            for key in [key for key in map(str, element.keys()) if STRICT in key]:
                element.set(_older(key), element.attrib.pop(key))
    return root


def _older(name: str) -> str:
    space, brace, local = name.rpartition("}")
    return STRICT_NAMES.get(space + brace, space + brace) + local


class Relations:
    """Where the references of one part lead: to other parts of the package, or out of it."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part

    @cached_property
    def _found(self) -> list[etree._Element]:
        folder, _, file = self._part.rpartition("/")
        root = self._package.tree(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        return [] if root is None else list(root.iter(RELATION))

    @cached_property
    def _by_id(self) -> dict[str | None, etree._Element]:
        return {element.get("Id"): element for element in self._found}

    def address(self, key: str | None) -> str | None:
        """Return the address outside the package that a reference leads to; it is never opened."""
        element = self._by_id.get(key)
        return element.get("Target") if element is not None and self._is_external(element) else None

    def part(self, key: str | None) -> str | None:
        """Return the name of the part that a reference leads to."""
        element = self._by_id.get(key)
        return None if element is None or self._is_external(element) else self._resolved(element)

    def parts(self, kind: str) -> Iterator[str]:
        """Yield the names of the parts of a kind: ``footnotes``, ``styles``."""
        for element in self._found:
            if element.get("Type", "").endswith(f"/{kind}") and not self._is_external(element):
                yield self._resolved(element)

    def _resolved(self, element: etree._Element) -> str:
        return resolved(self._part, element.get("Target", ""))

    def _is_external(self, element: etree._Element) -> bool:
        return element.get("TargetMode") == "External"


def part_of_kind(package: Package, relations: Relations, kind: str) -> tuple[str, etree._Element] | None:
    """Return name and root of the part of a kind that a document has."""
    for part in relations.parts(kind):
        root = package.tree(part)
        if root is not None:
            return part, transitional(root)
    return None
