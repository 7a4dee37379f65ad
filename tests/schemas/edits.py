"""Small changes to a TEI document: one that a test names, or a random one."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import cast

from lxml import etree
from lxml.etree import _Element as Node

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMESPACES = {"t": TEI[1:-1]}

VALUES = (
    "",
    " ",
    "x",
    "2025-5-1",
    "2025",
    "#a b",
    "note",
    "sub",
    "tr_TR",
    "https://example.org/%zz",
    "p1",
    "foot end",
)


@dataclass(frozen=True)
class Edit:
    """One change at the first element that an XPath finds: ``do`` names it, ``value`` is what it needs."""

    path: str
    do: str
    value: str = ""

    def apply(self, document: Node) -> Node:
        """Return a changed copy of a document."""
        changed = copy.deepcopy(document)
        found = changed.xpath(self.path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        ACTIONS[self.do](cast("Node", found[0]), self.value)
        return changed


def remove(element: Node, _value: str = "") -> None:
    """Take an element away, its tail left in place."""
    parent = element.getparent()
    assert parent is not None
    previous = element.getprevious()
    if previous is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        previous.tail = (previous.tail or "") + (element.tail or "")
    parent.remove(element)


def set_attribute(element: Node, assignment: str) -> None:
    """Set an attribute: ``when=2025``, ``xml:id=p1``."""
    name, _, value = assignment.partition("=")
    element.set(name.replace("xml:", XML), value)


def drop_attribute(element: Node, name: str) -> None:
    """Take an attribute away."""
    del element.attrib[name.replace("xml:", XML)]


def rename(element: Node, name: str) -> None:
    """Call an element otherwise."""
    element.tag = TEI + name


def append(element: Node, xml: str) -> None:
    """Add an element behind the last child."""
    element.append(parsed(xml))


def prepend(element: Node, xml: str) -> None:
    """Add an element before the first child."""
    element.insert(0, parsed(xml))


def put_after(element: Node, xml: str) -> None:
    """Add an element behind an element."""
    element.addnext(parsed(xml))


def write(element: Node, text: str) -> None:
    """Set the text before the first child."""
    element.text = text


def swap(element: Node, _value: str = "") -> None:
    """Put an element behind the next one."""
    following = element.getnext()
    assert following is not None
    following.addnext(element)


def clear(element: Node, _value: str = "") -> None:
    """Take away all that an element holds."""
    element[:] = []
    element.text = None


def parsed(xml: str) -> Node:
    """Return an element of the TEI."""
    return etree.fromstring(f'<x xmlns="{TEI[1:-1]}">{xml}</x>')[0]


ACTIONS: dict[str, Callable[[Node, str], None]] = {
    "remove": remove,
    "set": set_attribute,
    "drop": drop_attribute,
    "rename": rename,
    "append": append,
    "prepend": prepend,
    "put-after": put_after,
    "write": write,
    "swap": swap,
    "clear": clear,
}


def mutants(document: Node, random: Random) -> Iterator[Node]:
    """Yield without end copies of a document in which one thing is changed at random."""
    names = sorted({str(element.tag).removeprefix(TEI) for element in document.iter(f"{TEI}*")})
    while True:
        changed = copy.deepcopy(document)
        element = random.choice([one for one in changed.iter(f"{TEI}*") if one.getparent() is not None])
        random.choice((_remove, _rename, _revalue, _move, _double, _write))(element, random, names)
        yield changed


def _remove(element: Node, _random: Random, _names: list[str]) -> None:
    remove(element)


def _rename(element: Node, random: Random, names: list[str]) -> None:
    rename(element, random.choice(names))


def _revalue(element: Node, random: Random, _names: list[str]) -> None:
    name = random.choice(sorted(map(str, element.attrib)) or ["type", "n", "when", "corresp", "rend"])
    element.set(name, random.choice(VALUES))


def _move(element: Node, random: Random, _names: list[str]) -> None:
    inside = set(element.iter())
    places = [one for one in element.getroottree().getroot().iter(f"{TEI}*") if one not in inside]
    remove(element)
    element.tail = None
    random.choice(places).append(element)


def _double(element: Node, _random: Random, _names: list[str]) -> None:
    twin = copy.deepcopy(element)
    twin.tail = None
    element.addnext(twin)


def _write(element: Node, _random: Random, _names: list[str]) -> None:
    element.text = (element.text or "") + "text"
