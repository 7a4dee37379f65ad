"""What the RELAX NG schema objects to in a TEI file, all of it.

A wrong element makes all elements around it wrong, so only the innermost ones are reported. Then they are
taken out of the tree and the rest is looked at again, until nothing is left to say. What a removal may have
broken is not told.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from converter.diagnostics import Code
from converter.validation.findings import FileFinding
from converter.validation.schemas import relaxng
from converter.validation.tei_document import TeiDocument, local_name
from converter.validation.tei_faults import Fault, closest_pattern, faults, is_foreign, unknown_attributes

MOST_ROUNDS = 8
MOST_ERRORS = 100


def schema_findings(document: TeiDocument) -> Iterator[FileFinding]:
    """Yield every error that can be found; the tree of the document is used up."""
    repair = Repair()
    count = 0
    for _round in range(MOST_ROUNDS):
        if relaxng().validate(document.root):
            return
        found = list(faults(document.root))
        for fault in found:
            if repair.is_news(fault) and count < MOST_ERRORS:
                count += 1
                yield document.finding(fault.element, Code.TEI_SCHEMA.at(None, reason=fault.reason))
        if not all(repair.take_out(fault) for fault in found):
            return


def first_reason(root: _Element) -> str:
    """Say in words what the schema, which has just refused the tree, objects to first."""
    fault = next(faults(root), None)
    return fault.reason if fault is not None else "its parts are valid, but not together"


class Repair:
    """Takes faults out of a tree, and remembers what a later fault may owe to that."""

    def __init__(self) -> None:
        self._reported: set[_Element] = set()
        self._disturbed: set[_Element] = set()

    def is_news(self, fault: Fault) -> bool:
        """Say whether the fault is one of the file and not of our removals."""
        parent = fault.element.getparent()
        touched = fault.element in self._reported or fault.element in self._disturbed
        return not touched and (fault.kind in ("incomplete", "text") or parent not in self._disturbed)

    def take_out(self, fault: Fault) -> bool:
        """Remove what is wrong, as little as will do; return whether anything is left to look at."""
        element = fault.element
        again = element in self._reported
        self._reported.add(element)
        if fault.kind == "text" and not again:
            remove_text(element)
            return True
        if fault.kind == "attribute" and not again and remove_unknown_attributes(element):
            return True
        parent = element.getparent()
        if parent is None:
            return element.getroottree().getroot() is not element
        if not is_foreign(parent) and local_name(element) in closest_pattern(parent).children:
            self._disturbed.add(parent)
        parent.remove(element)
        return True


def remove_unknown_attributes(element: _Element) -> bool:
    """Take out the attributes that the schema does not know; return whether there were any."""
    unknown = unknown_attributes(element)
    for name in unknown:
        del element.attrib[name]
    return bool(unknown)


def remove_text(element: _Element) -> None:
    """Take out the text that stands directly in an element."""
    element.text = None
    for child in element:
        child.tail = None
