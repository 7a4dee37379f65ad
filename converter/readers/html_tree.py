"""The elements of a web page as a light tree: what the reader asks of them, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from converter.xml import feed_html

DEEPEST = 200
"""Elements inside each other; what stands deeper is put at this depth, its text in its place."""

CDATA, END_OF_CDATA = "<![CDATA[", "]]>"
XML_START = re.compile(r"\s*<\?xml\b")
SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|\burl:\s*)\s*(https?://[^\s<>\"]+)")

WORD_EDGE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")


class Element:
    """An element: its tag and attributes, where it stands, and what the reader finds out about it."""

    __slots__ = ("attributes", "children", "depth", "end", "index", "mark", "parent", "tag", "weight")

    def __init__(self, tag: str, attributes: Mapping[str, str], parent: Element | None, index: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []
        self.index = index
        """Its number in the order of start tags."""
        self.end = index
        """The number of the last element inside it."""
        self.depth: int = parent.depth + 1 if parent else 0
        self.mark: str | None = None
        """What kind of part of the page its tag and classes say it is (``html_marks``)."""
        self.weight = 0
        """Characters of running text inside it."""

    def get(self, name: str) -> str:
        """Return an attribute; an empty text if there is none."""
        return self.attributes.get(name) or ""

    def ancestors(self) -> Iterator[Element]:
        """Yield the element, then what it stands in, from the inside out."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def holds(self, other: Element) -> bool:
        """Tell whether another element is this one or stands inside it."""
        return self.index <= other.index <= self.end

    def elements(self) -> Iterator[Element]:
        """Yield the element and all inside it, in order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]

    def text(self) -> str:
        """Return all text inside it, as it stands in the file."""
        return "".join([child for child in self._leaves() if isinstance(child, str)])

    def _leaves(self) -> Iterator[Element | str]:
        stack: list[Element | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, Element):
                stack += reversed(item.children)
            else:
                yield item

    def words(self) -> str:
        """Return its id, classes and role as words in small letters, each between blanks."""
        found = [self.attributes[name] for name in ("id", "class", "role") if self.attributes.get(name)]
        return f" {WORD_EDGE.sub(' ', ' '.join(found)).lower()} " if found else ""


class Tree:
    """A page: its root, its elements by id, and what its comments say."""

    def __init__(self) -> None:
        self.root = Element("page", {}, None, 0)
        self.by_id: dict[str, Element] = {}
        self.saved_from: str | None = None
        """The address that the browser wrote down when it saved the page."""
        self.count = 1
        self._stack = [self.root]
        self._texts: list[str] = []

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open an element."""
        self._settle()
        parent = self._stack[-1]
        element = Element(tag, dict(attrib) if attrib else {}, parent, self.count)
        self.count += 1
        parent.children.append(element)
        self._stack.append(element if element.depth < DEEPEST else parent)
        if attrib:
            self._name(element)

    def _name(self, element: Element) -> None:
        for key in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if key:
                self.by_id.setdefault(key, element)

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser closes in order
        """Close the innermost element."""
        self._settle()
        if len(self._stack) > 1:
            self._stack.pop().end = self.count - 1

    def data(self, text: str) -> None:
        """Take text; it comes in small pieces."""
        self._texts.append(text)

    def _settle(self) -> None:
        """Put the text that came into the innermost element."""
        if self._texts:
            self._stack[-1].children.append("".join(self._texts))
            self._texts.clear()

    def comment(self, text: str) -> None:
        """Take a comment: a browser may say where it saved the page from."""
        if self.saved_from is None and (match := SAVED_FROM.search(text[:2000])):
            self.saved_from = match[1]

    def close(self) -> None:
        """End the page."""
        self._settle()
        for element in self._stack:
            element.end = self.count - 1


def read_tree(text: str) -> Tree:
    """Read the elements of a page, whatever state it is in."""
    if XML_START.match(text):
        text = _without_sections(text)
    tree = Tree()
    feed_html(text, tree)
    return tree


def _without_sections(text: str) -> str:
    """Write the sections of XML in which signs are text as text; a parser of HTML takes them for comments."""
    first, *others = text.split(CDATA)
    pieces = [first]
    for other in others:
        section, sign, rest = other.partition(END_OF_CDATA)
        pieces += [section.replace("&", "&amp;").replace("<", "&lt;"), rest] if sign else [CDATA, other]
    return "".join(pieces)
