"""Which elements of an invalid TEI tree are at fault themselves, and what is wrong with each, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree
from lxml.etree import _Element, _LogEntry

from converter.validation.grammar import Pattern, patterns
from converter.validation.tei_document import TEI, described, local_name

NAMES_SHOWN = 12
NAMED_ELEMENT = re.compile(r"^Element (\S+) failed to validate attributes")
XML_PREFIX = "{http://www.w3.org/XML/1998/namespace}"

Kind = Literal["element", "attribute", "text", "incomplete"]
KINDS: dict[str, Kind] = {
    "RELAXNG_ERR_INVALIDATTR": "attribute",
    "RELAXNG_ERR_ATTRVALID": "attribute",
    "RELAXNG_ERR_TYPEVAL": "attribute",
    "RELAXNG_ERR_TEXTWRONG": "text",
    "RELAXNG_ERR_NOELEM": "incomplete",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: which element, of which kind, and the words for it."""

    element: _Element
    kind: Kind
    reason: str


def faults(root: _Element) -> Iterator[Fault]:
    """Yield the innermost faults in document order; those around them may be wrong only by them."""
    if root.tag != f"{TEI}TEI":
        yield Fault(root, "incomplete", root_words(root))
        return
    wrong: dict[_Element, None] = {}
    for element in known_elements(root, wrong):
        if unknown_attributes(element):
            yield Fault(element, "attribute", attribute_words(element, closest_pattern(element), ""))
        elif not any(pattern.accepts(element) for pattern in patterns()[local_name(element)]):
            wrong[element] = None
    around = {outer for element in wrong for outer in element.iterancestors()}
    yield from (fault_of(element) for element in wrong if element not in around)


def known_elements(root: _Element, wrong: dict[_Element, None]) -> Iterator[_Element]:
    """Yield the elements that the schema knows; note the others as wrong, but not what is in them."""
    foreign: set[_Element | None] = set()
    for element in root.iter("*"):
        if element.getparent() in foreign:
            foreign.add(element)
        elif is_foreign(element):
            foreign.add(element)
            wrong[element] = None
        else:
            yield element


def is_foreign(element: _Element) -> bool:
    """Say whether the schema knows no element of that name."""
    return not str(element.tag).startswith(TEI) or local_name(element) not in patterns()


def fault_of(element: _Element) -> Fault:
    """Say what is wrong with an element all of whose parts are sound."""
    if is_foreign(element):
        return Fault(element, "element", foreign_words(element))
    pattern = closest_pattern(element)
    for child in element.iterchildren("*"):
        if local_name(child) not in pattern.children:
            return Fault(child, "element", f"{described(child)} {stand_words(element, pattern)}")
    entry, place = first_error(pattern, element)
    kind = KINDS.get(str(entry.type_name), "element")
    if kind == "attribute":
        own = pattern if place is element else closest_pattern(place)
        return Fault(place, kind, attribute_words(place, own, str(entry.message)))
    if kind == "text":
        return Fault(place, kind, f"text {stand_words(element, pattern)}")
    if kind == "element" and place is not element:
        return Fault(place, kind, misfit_words(place, element, pattern))
    return Fault(
        element, "incomplete", f"something is missing in {described(element)}; {children_words(pattern)}"
    )


def unknown_attributes(element: _Element) -> list[str]:
    """Return the attributes that the schema does not know on such an element."""
    known = closest_pattern(element).attributes
    return [name for name in map(str, element.attrib) if shown_name(name) not in known]


def closest_pattern(element: _Element) -> Pattern:
    """Return the pattern that knows most of the attributes and children of an element."""
    names = [shown_name(str(name)) for name in element.attrib]
    children = [local_name(child) for child in element.iterchildren("*")]

    def likeness(pattern: Pattern) -> tuple[int, int, int]:
        known = sum(name in pattern.attributes for name in names)
        return known, sum(name in pattern.children for name in children), -len(pattern.attributes)

    return max(patterns()[local_name(element)], key=likeness)


def first_error(pattern: Pattern, element: _Element) -> tuple[_LogEntry, _Element]:
    """Return libxml2's error nearest to the element, all of whose parts are sound, and the element there."""
    pattern.accepts(element)
    places = [(entry, place_of(entry, element)) for entry in pattern.schema.error_log]
    return min(places, key=lambda found: (found[0].path or "/" * 99).count("/"))


def place_of(entry: _LogEntry, element: _Element) -> _Element:
    """Return the element that an error in another is about: the path may be that of the node read last."""
    named = NAMED_ELEMENT.search(entry.message)
    if named is not None and named[1] == local_name(element):
        return element
    steps = "/".join((entry.path or "").split("/")[2:])  # the first step is the element itself
    try:
        found = element.xpath(steps) if steps else element
    except etree.XPathError:
        return element
    first = next(iter(found), element) if isinstance(found, list) else found
    return first if isinstance(first, _Element) else element


# --- Words ------------------------------------------------------------------------------------------------


def root_words(element: _Element) -> str:
    """Describe a wrong root with its namespace, which is what is wrong most often."""
    namespace = etree.QName(element).namespace
    place = f"the namespace {namespace}" if namespace else "no namespace"
    return f"the root is <{local_name(element)}> in {place}; it should be <TEI> in {TEI.strip('{}')}"


def foreign_words(element: _Element) -> str:
    """Say why the schema knows no such element."""
    if str(element.tag).startswith(TEI):
        parent = element.getparent()
        around = parent if parent is not None and not is_foreign(parent) else None
        words = stand_words(around, closest_pattern(around)) if around is not None else "is not known"
        return f"{described(element)} {words}"
    return f"{described(element)} is not in the namespace {TEI.strip('{}')}"


def stand_words(element: _Element, pattern: Pattern) -> str:
    """Say where something may not stand, and what may."""
    return f"may not stand in {described(element)}; {children_words(pattern)}"


def misfit_words(child: _Element, element: _Element, pattern: Pattern) -> str:
    """Say that a child is sound and allowed, but not here."""
    return (
        f"{described(child)} does not fit in {described(element)}: wrong place, once too often, or "
        f"of a kind (by its attributes) that does not fit here; {children_words(pattern)}"
    )


def attribute_words(element: _Element, pattern: Pattern, message: str) -> str:
    """Say which attribute is wrong, and which the element may have."""
    given = {shown_name(str(name)): str(value) for name, value in element.attrib.items()}
    may = f"it may have {listed(pattern.attributes)}" if pattern.attributes else "it has no attributes"
    named = message.removeprefix("Invalid attribute ").partition(" ")[0]
    for name, value in given.items():
        if name not in pattern.attributes:
            return f"{described(element)} may not have the attribute {name}; {may}"
        if named == name.rpartition(":")[2]:
            return f'the value of {name}="{value}" is not allowed on {described(element)}'
    missing = [name for name in pattern.attributes if name not in given]
    values = " ".join(f'{name}="{value}"' for name, value in given.items())
    if not missing:
        return f"{described(element)} has an attribute with a value that is not allowed: {values}"
    wrong = f", or a value is not allowed: {values}" if values else ""
    return f"{described(element)} lacks {' or '.join(missing)}{wrong}"


def children_words(pattern: Pattern) -> str:
    """Say what an element may hold."""
    if not pattern.children:
        return f"<{pattern.name}> holds no elements"
    return f"<{pattern.name}> may hold {listed(pattern.children)}"


def listed(names: tuple[str, ...]) -> str:
    """Write the first names of a list."""
    return ", ".join(names[:NAMES_SHOWN]) + (", …" if len(names) > NAMES_SHOWN else "")


def shown_name(name: str) -> str:
    """Write an attribute's name with its prefix: ``xml:id``."""
    return name.replace(XML_PREFIX, "xml:")
