"""What the text of a TEI file says: its blocks and sections in order, and the marks of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml.etree import _Element

from converter.validation.tei_document import TEI, XML_ID, local_name

Said: TypeAlias = "tuple[str, str, _Element]"
"""Name, value and element."""

NO_BLOCKS = frozenset({"fw", "pb"})


def text_facts(root: _Element) -> Iterator[Said]:
    """Yield what the parts of ``text`` say."""
    text = first(root.find(f"{TEI}text"), root)
    front, body, back = (text.find(f"{TEI}{part}") for part in ("front", "body", "back"))
    for name, parts, place in (
        ("blocks", [] if body is None else list(_blocks(body)), body),
        ("front sections", [] if front is None else _with_ids(front), front),
        ("back sections", [] if back is None else _sections(back), back),
    ):
        identifiers = [part.get(XML_ID) or "?" for part in parts]
        ordered = sorted(identifiers) if name == "back sections" else identifiers
        yield name, " ".join(ordered), first(place, text)
        for part in parts:
            yield f"text of {part.get(XML_ID)}", text_without_marks(part), part
    yield from _cite_as(text)
    marks = list(text.iter(f"{TEI}fw"))
    printed = sorted(f"{mark.get('type')}: {text_of(mark)}" for mark in marks)
    yield "marks of the page", " ".join(printed), first(*marks[:1], text)


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Yield the blocks in order; one without an id counts too if it says anything."""
    for part in parent.iterchildren("*"):
        if local_name(part) == "div":
            yield from _blocks(part)
        elif local_name(part) not in NO_BLOCKS and (part.get(XML_ID) or text_of(part).strip()):
            yield part


def _with_ids(parent: _Element) -> list[_Element]:
    return [part for part in parent.iter("*") if part.get(XML_ID) and local_name(part) != "note"]


def _sections(back: _Element) -> list[_Element]:
    return [
        section
        for part in back.iterchildren("*")
        if part.get("type") != "references"
        for section in _with_ids(part)
    ]


def _cite_as(text: _Element) -> Iterator[Said]:
    divisions = text.findall(f"{TEI}back/{TEI}div[@type='cite-as']")
    division = next((one for one in divisions if not one.get(XML_ID)), None)
    for name, element in (("cite-as", "bibl"), ("cite-as label", "label")):
        found = None if division is None else division.find(f"{TEI}p/{TEI}{element}")
        yield said(name, found, division, text)


def said(name: str, element: _Element | None, *else_at: _Element | None) -> Said:
    """Return what an element says; of one that is missing, nothing, at what would hold it."""
    return name, "" if element is None else text_without_marks(element), first(element, *else_at)


def first(*elements: _Element | None) -> _Element:
    """Return the first element that exists."""
    return next(element for element in elements if element is not None)


def text_of(element: _Element) -> str:
    """Return all characters of an element."""
    return "".join(map(str, element.itertext()))


def text_without_marks(element: _Element) -> str:
    """Return the text of an element without its notes, markers and marks of the page."""
    pieces: list[str] = []
    waiting: list[_Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        for inner in reversed(part):
            waiting.append(inner.tail or "")
            if not _is_mark(inner):
                waiting.append(inner)
        waiting.append(part.text or "")
    return "".join(pieces)


def _is_mark(element: _Element) -> bool:
    if not isinstance(element.tag, str):
        return True  # a comment or a processing instruction
    name = local_name(element)
    return name in ("note", "fw") or (name == "ref" and element.get("type") == "note")
