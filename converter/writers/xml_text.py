"""How elements are made and written as XML: escapes, and line ends only where no text can stand.

A tree that is only ever written can be lighter than any library's, which take two to five times as long: an
element is its start tag and what follows inside. Every character passes one of two escapes on its way in, so
no text can become markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    Attributes: TypeAlias = Mapping[str, str]

LINE_ENDS = tuple("\n" + "  " * depth for depth in range(256))
"""As deep as parsers read."""

CONTROL_CHARACTERS = bytes(set(range(32)) - set(b"\t\n\r"))


class Element:
    """An element that is open: its name, its start tag without brackets, and what is in it, as written.

    What is in it are characters and elements that are closed, as text, and elements that may still grow.
    """

    __slots__ = ("name", "parts", "start")

    def __init__(self, name: str, attributes: Attributes | None = None) -> None:
        self.name = name
        self.start = start_tag(name, attributes) if attributes else name
        self.parts: list[str | Element] = []


def add(parent: Element, name: str, text: str | None = None, attributes: Attributes | None = None) -> Element:
    """Add an element behind whatever an element holds already, and return it to be filled."""
    child = Element(name, attributes)
    if text:
        child.parts.append(escaped(text))
    parent.parts.append(child)
    return child


def put(parent: Element, name: str, text: str | None = None, attributes: Attributes | None = None) -> None:
    """Add an element that holds text or nothing, and stays so."""
    start = start_tag(name, attributes) if attributes else name
    parent.parts.append(f"<{start}>{escaped(text)}</{name}>" if text else f"<{start}/>")


def append_text(parent: Element, text: str) -> None:
    """Add characters behind whatever an element holds already."""
    if text:
        parent.parts.append(escaped(text))


def part_lines(parent: Element) -> None:
    """Part the blocks of an element that may hold text by one line feed, as the JSON's ``text`` does."""
    parent.parts = [part for block in parent.parts for part in (block, "\n")][:-1]


def start_tag(name: str, attributes: Attributes) -> str:
    """Return what stands between the brackets of a start tag.

    >>> start_tag("ref", {"target": "https://example.org/?a&b"})
    'ref target="https://example.org/?a&amp;b"'
    """
    for key, value in attributes.items():
        name = f'{name} {key}="{value if value.isalnum() else _escaped_value(value)}"'
    return name


def escaped(text: str) -> str:
    """Escape characters between tags; a carriage return would not survive reading."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text


def _escaped_value(value: str) -> str:
    """Escape the value of an attribute; a line end in it would be read as a blank."""
    value = escaped(value)
    if '"' in value:
        value = value.replace('"', "&quot;")
    return value if value.isprintable() else value.replace("\n", "&#10;").replace("\t", "&#9;")


def xml_text(root: Element, elements_only: frozenset[str]) -> str:
    """Write a tree; the children of the named elements stand each on a line of its own.

    Raise ValueError if the text holds a character that XML forbids.
    """
    written = _closed(root, elements_only, 0)
    _refuse_forbidden(written)
    return written


def _closed(node: Element, elements_only: frozenset[str], depth: int) -> str:
    if not node.parts:
        return f"<{node.start}/>"
    inside = [
        part if isinstance(part, str) else _closed(part, elements_only, depth + 1) for part in node.parts
    ]
    if node.name in elements_only:
        line = LINE_ENDS[depth + 1]
        return f"<{node.start}>{line}{line.join(inside)}{LINE_ENDS[depth]}</{node.name}>"
    return f"<{node.start}>{''.join(inside)}</{node.name}>"


def _refuse_forbidden(written: str) -> None:
    if "\ufffe" in written or "\uffff" in written:
        raise ValueError("U+FFFE or U+FFFF, which XML forbids")
    encoded = written.encode()  # refuses one half of a pair
    if len(encoded.translate(None, CONTROL_CHARACTERS)) != len(encoded):
        raise ValueError("a control character, which XML forbids")
