"""What the RELAX NG schema objects to, all of it and in words.

libxml2 stops at the first error and says little. So the offending part is taken out of the tree and the rest
is validated again, until nothing is left to say; what a removal itself may have broken is not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element, _LogEntry

from converter.diagnostics import Code
from converter.validation.findings import FileFinding
from converter.validation.grammar import allowed_in
from converter.validation.schemas import relaxng
from converter.validation.tei_document import TEI, TeiDocument, described, local_name

MOST_ERRORS = 50
NAMES_SHOWN = 12
XML_PREFIX = "{http://www.w3.org/XML/1998/namespace}"


def schema_findings(document: TeiDocument) -> Iterator[FileFinding]:
    """Yield every error that can be found; the tree of the document is used up."""
    schema = relaxng()
    repair = Repair(document.root)
    for _round in range(MOST_ERRORS):
        if repair.exhausted or schema.validate(document.root):
            return
        entry, element = first_error(schema, document.root)
        if repair.is_news(entry, element):
            reason = in_words(entry, element)
            yield document.finding(element, Code.TEI_SCHEMA.at(None, reason=reason))
        repair.take_out(entry, element)


def first_reason(schema: etree.RelaxNG, root: _Element) -> str:
    """Say in words what the schema, which has just refused the tree, objects to first."""
    return in_words(*first_error(schema, root))


def first_error(schema: etree.RelaxNG, root: _Element) -> tuple[_LogEntry, _Element]:
    """Return the first error that has a place, and the element there."""
    entries = list(schema.error_log)
    entry = next((entry for entry in entries if entry.path), entries[0])
    found = root.getroottree().xpath(entry.path) if entry.path else []
    element = found[0] if isinstance(found, list) and found else root
    return entry, element if isinstance(element, _Element) else root


class Repair:
    """Takes the refused parts out of a tree and remembers what a later error may owe to that."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._reported: set[_Element] = set()
        self._disturbed: set[_Element | None] = set()
        self.exhausted = False

    def is_news(self, entry: _LogEntry, element: _Element) -> bool:
        """Say whether the error is one of the file and not one of our removals."""
        around = element if is_about_content(entry) else element.getparent()
        return element not in self._reported and around not in self._disturbed

    def take_out(self, entry: _LogEntry, element: _Element) -> None:
        """Remove what was refused, as little as will do."""
        again = element in self._reported
        self._reported.add(element)
        if not again and entry.type_name in ("RELAXNG_ERR_INVALIDATTR", "RELAXNG_ERR_ATTRVALID"):
            remove_unknown_attributes(element, entry)
        elif not again and entry.type_name == "RELAXNG_ERR_TEXTWRONG":
            remove_text(element)
        else:
            self._remove(element)

    def _remove(self, element: _Element) -> None:
        parent = element.getparent()
        if parent is None:
            self.exhausted = True
            return
        if local_name(element) in allowed_in(local_name(parent)).children:
            self._disturbed.add(parent)
        parent.remove(element)


def is_about_content(entry: _LogEntry) -> bool:
    """Say whether libxml2 names the element whose content is wrong, not the part that is wrong in it."""
    return entry.type_name in ("RELAXNG_ERR_NOELEM", "RELAXNG_ERR_TEXTWRONG")


def remove_unknown_attributes(element: _Element, entry: _LogEntry) -> None:
    """Take out the attributes that the schema does not know, and the one that it names."""
    named = entry.message.removeprefix("Invalid attribute ").partition(" ")[0]
    known = allowed_in(local_name(element)).attributes
    for name in list(map(str, element.attrib)):
        if shown_name(name) not in known or named == shown_name(name).rpartition(":")[2]:
            del element.attrib[name]


def remove_text(element: _Element) -> None:
    """Take out the text that stands directly in an element."""
    element.text = None
    for child in element:
        child.tail = None


def in_words(entry: _LogEntry, element: _Element) -> str:
    """Say what is wrong with which element, and what would be right."""
    match entry.type_name:
        case "RELAXNG_ERR_INVALIDATTR" | "RELAXNG_ERR_ATTRVALID":
            return attribute_words(entry, element)
        case "RELAXNG_ERR_TEXTWRONG":
            return f"text may not stand directly in {described(element)}; {children_words(element)}"
        case "RELAXNG_ERR_NOELEM":
            return f"something is missing in {described(element)}; {children_words(element)}"
        case "RELAXNG_ERR_ELEMNAME":
            return f"{root_words(element)}; the root is <TEI> in the namespace {TEI.strip('{}')}"
        case _:
            return element_words(element)


def root_words(element: _Element) -> str:
    """Describe a wrong root with its namespace, which is what is wrong most often."""
    namespace = etree.QName(element).namespace
    place = f"the namespace {namespace}" if namespace else "no namespace"
    return f"the root is <{local_name(element)}> in {place}"


def element_words(element: _Element) -> str:
    """Say why an element may not stand where it does."""
    parent = element.getparent()
    if parent is None:
        return f"{described(element)} is not complete; {children_words(element)}"
    if not str(element.tag).startswith(TEI):
        return f"{described(element)} in {described(parent)} is not in the namespace of TEI"
    if local_name(element) not in allowed_in(local_name(parent)).children:
        return f"{described(element)} may not stand in {described(parent)}; {children_words(parent)}"
    return (
        f"{described(element)} does not fit in {described(parent)}: wrong place, once too often, "
        f"or a wrong content or attribute; {children_words(parent)}"
    )


def attribute_words(entry: _LogEntry, element: _Element) -> str:
    """Say which attribute is wrong, and which the element may have."""
    known = allowed_in(local_name(element)).attributes
    given = {shown_name(str(name)): str(value) for name, value in element.attrib.items()}
    may = f"it may have {listed(known)}" if known else "it has no attributes"
    named = entry.message.removeprefix("Invalid attribute ").partition(" ")[0]
    for name, value in given.items():
        if name not in known:
            return f"{described(element)} may not have the attribute {name}; {may}"
        if name.rpartition(":")[2] == named:
            return f'the value of {name}="{value}" is not allowed on {described(element)}'
    missing = [name for name in known if name not in given]
    lacks = f"lacks one of {listed(missing)}, or has a value" if missing else "has a value"
    return f"{described(element)} {lacks} that is not allowed ({shown_attributes(given)})"


def shown_attributes(given: dict[str, str]) -> str:
    """Write attributes as they stand in a tag."""
    return " ".join(f'{name}="{value}"' for name, value in given.items()) or "it has none"


def children_words(element: _Element) -> str:
    """Say what an element may hold."""
    children = allowed_in(local_name(element)).children
    return f"<{local_name(element)}> may hold {listed(children)}" if children else "it holds no elements"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Write the first names of a list."""
    return ", ".join(names[:NAMES_SHOWN]) + (", …" if len(names) > NAMES_SHOWN else "")


def shown_name(name: str) -> str:
    """Write an attribute's name with its prefix: ``xml:id``."""
    return name.replace(XML_PREFIX, "xml:")
