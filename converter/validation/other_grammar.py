"""What a RELAX NG schema that is not ours objects to in a TEI file, in words, and not only the first fault.

libxml2 stops at the first fault and names it in few words. What it names is reported and taken out of the
tree, then the rest is looked at again. What a removal may have broken is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import RelaxNG, _Element, _LogEntry

from converter.diagnostics import Code
from converter.validation.findings import FileFinding
from converter.validation.tei_document import TeiDocument, described

MOST_ROUNDS = 200
ATTRIBUTE = re.compile(r"Invalid attribute (?P<name>\S+) for element|Attribute (?P<other>\S+) ")
XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"

OWN_FAULTS = ("RELAXNG_ERR_TEXTWRONG",)
"""Faults of an element's own text, which no removal of others can bring about."""


class OtherGrammar:
    """A compiled schema of somebody else."""

    def __init__(self, schema: RelaxNG, name: str) -> None:
        self._schema = schema
        self.name = name

    def findings(self, document: TeiDocument) -> Iterator[FileFinding]:
        """Yield every fault that can be found; the tree of the document is used up."""
        told: set[tuple[_Element, str]] = set()
        disturbed: set[_Element] = set()
        for _round in range(MOST_ROUNDS):
            if self._schema.validate(document.root):
                return
            entry = self._schema.error_log[0]
            element = place_of(entry, document.root)
            fault = element, attribute_of(entry, element) or entry.type_name
            own = fault[1] in OWN_FAULTS or fault[1] != entry.type_name  # whatever was taken out around it
            if fault not in told and (own or not {element, element.getparent()} & disturbed):
                yield document.finding(element, Code.TEI_SCHEMA.at(None, reason=in_words(entry, element)))
            touched = taken_out(entry, element, again=fault in told)
            if touched is None:
                return
            told.add(fault)
            if touched is not element:
                disturbed.add(touched)


def place_of(entry: _LogEntry, root: _Element) -> _Element:
    """Return the element that an error is about; its path counts elements."""
    steps = "/".join((entry.path or "").split("/")[2:])
    found = root.xpath(steps) if steps else [root]
    first = next(iter(found), root) if isinstance(found, list) else root
    return first if isinstance(first, _Element) else root


def in_words(entry: _LogEntry, element: _Element) -> str:
    """Say what libxml2 means."""
    around = element.getparent()
    match entry.type_name:
        case "RELAXNG_ERR_INVALIDATTR" | "RELAXNG_ERR_ATTRVALID" if name := attribute_of(entry, element):
            value = f'{name.replace(XML_NAMESPACE, "xml:")}="{element.get(name)}"'
            return f"{described(element)} may not have {value}: the attribute or its value is not allowed"
        case "RELAXNG_ERR_TEXTWRONG":
            return f"text may not stand directly in {described(element)}"
        case "RELAXNG_ERR_NOELEM" | "RELAXNG_ERR_CONTENTVALID" | "RELAXNG_ERR_ATTRVALID":
            return f"something is missing in {described(element)}, or what it holds is not allowed"
        case _ if around is None:
            return f"{described(element)} may not be the root"
        case _:
            words = "it is not allowed there, stands in the wrong place, or something before it is missing"
            return f"{described(element)} does not fit in {described(around)}: {words}"


def attribute_of(entry: _LogEntry, element: _Element) -> str | None:
    """Return the attribute that an error names, as lxml writes it."""
    named = ATTRIBUTE.search(str(entry.message))
    if named is None:
        return None
    plain = named["name"] or named["other"]
    return next((str(name) for name in element.attrib if str(name).rpartition("}")[2] == plain), None)


def taken_out(entry: _LogEntry, element: _Element, *, again: bool) -> _Element | None:
    """Take what is wrong out of the tree, as little as will do; return the element where that happened."""
    name = attribute_of(entry, element)
    if name is not None:
        del element.attrib[name]
        return element
    if entry.type_name in OWN_FAULTS and not again:
        element.text = None
        for child in element:
            child.tail = None
        return element
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    return parent
