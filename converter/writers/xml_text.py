"""How a tree of elements is written as XML: escapes, and line ends only where no text can stand.

The tree is the standard library's, whose own writer is slow (and a tree of lxml takes three times as long);
this writer knows our elements. Every character passes one of two escapes, so no text can become markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias
    from xml.etree.ElementTree import Element

    Put: TypeAlias = Callable[[str], object]

LINE_ENDS = tuple("\n" + "  " * depth for depth in range(256))
"""As deep as parsers read."""

CONTROL_CHARACTERS = bytes(set(range(32)) - set(b"\t\n\r"))


def xml_text(root: Element, elements_only: frozenset[str]) -> str:
    """Write a tree; the children of the named elements stand each on a line of its own.

    Raise ValueError if the text holds a character that XML forbids.
    """
    pieces: list[str] = []
    _write(root, elements_only, 0, pieces.append)
    written = "".join(pieces)
    _refuse_forbidden(written)
    return written


def _write(element: Element, elements_only: frozenset[str], depth: int, put: Put) -> None:
    tag, text = element.tag, element.text
    start = f"<{tag}"
    for name, value in element.items():
        start = f'{start} {name}="{value if value.isalnum() else _escaped_value(value)}"'
    if not len(element):
        put(f"{start}>{_escaped(text)}</{tag}>" if text else f"{start}/>")
    elif tag in elements_only:
        inner = LINE_ENDS[depth + 1]
        put(f"{start}>")
        for child in element:
            put(inner)
            _write(child, elements_only, depth + 1, put)
        put(f"{LINE_ENDS[depth]}</{tag}>")
    else:
        put(f"{start}>{_escaped(text)}" if text else f"{start}>")
        for child in element:
            _write(child, elements_only, depth + 1, put)
            if child.tail:
                put(_escaped(child.tail))
        put(f"</{tag}>")


def _escaped(text: str) -> str:
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
    value = _escaped(value).replace('"', "&quot;")
    return value.replace("\n", "&#10;").replace("\t", "&#9;")


def _refuse_forbidden(written: str) -> None:
    if "\ufffe" in written or "\uffff" in written:
        raise ValueError("U+FFFE or U+FFFF, which XML forbids")
    encoded = written.encode()  # refuses one half of a pair
    if len(encoded.translate(None, CONTROL_CHARACTERS)) != len(encoded):
        raise ValueError("a control character, which XML forbids")
