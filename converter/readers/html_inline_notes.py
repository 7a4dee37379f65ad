"""Notes that stand in the line at their marker, or in what a page shows when one points at the marker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from converter.normalizers.labels import bare_label
from converter.normalizers.spaces import squeeze, title_key
from converter.readers.html_tree import Element

NOTE_TEXT = re.compile(
    r" (?:foot ?notes?|end ?notes?|side ?notes?|dipnot|fu(?:ss|ß)note|snoska)"
    r"(?: (?:text|content|contents|body|note|inner|popup|popover|tooltip|tip|metin|inhalt))* "
)
NOTE_MARK = re.compile(r" (?:foot ?notes?|end ?notes?|side ?notes?|dipnot|fn|note ?ref|noteref|snoska)\b")
SHOWN = (
    "data-footnote", "data-note", "data-content", "data-bs-content", "data-original-title",
    "data-bs-original-title", "data-tippy-content", "data-tooltip", "data-tip", "title",
)  # fmt: skip
"""Attributes with the text of a note, the surest first."""

SHOWN_NAMES = frozenset(SHOWN)
LABEL = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?")
TAG = re.compile(r"<(?P<block>/?(?:br|p|div|li)\b)?[^<>]{0,500}>", re.IGNORECASE)
INLINE = frozenset({"span", "small", "aside", "em", "i", "cite", "sup", "details"})
MARKERS = frozenset({"sup", "a", "span", "abbr", "button", "label", "b", "small"})
LETTERS_OF_NOTE = 8
FEWEST_WORDS = 2
FEWEST_SHOWN = 3
"""Words of a note that is but shown; what is shorter says what the link is."""

KEY = 30
"""Letters by which the text of a note is known where the page prints it again."""

LINES = frozenset({"p", "li", "td", "dd", "blockquote", "div", "section"})
"""Elements in whose line a note may stand."""


class InlineNote(NamedTuple):
    """A note in the line: its label, and its text where that is in an attribute."""

    label: str
    text: str | None = None
    marked: bool = True
    """The page prints a marker of it."""


class InlineNotes(NamedTuple):
    """The notes of a page that stand in the line, by the number of the element."""

    notes: Mapping[int, InlineNote]
    markers: frozenset[int]
    """The elements whose text is a marker of such a note."""


NO_NOTES = InlineNotes(MappingProxyType({}), frozenset())


def find_inline_notes(root: Element, by_id: Mapping[str, Element]) -> InlineNotes:
    """Return the notes in the lines of a page."""
    notes: dict[int, InlineNote] = {}
    markers = set[int]()
    page = _Page(root, by_id)
    for element in root.elements():
        tag = element.tag
        if not element.attributes or (tag not in INLINE and tag not in MARKERS) or element.index in markers:
            continue
        if (
            tag in INLINE
            and _may_be_named(element)
            and NOTE_TEXT.search(element.words())
            and _is_note(element)
        ):
            marker = _marker_before(element)
            label = _label(marker, element, len(notes) + 1)
            if marker is None or not page.leads_elsewhere(marker, element):
                notes[element.index] = InlineNote(label, marked=marker is not None)
                markers |= {marker.index} if marker is not None else set()
        elif (
            tag in MARKERS
            and not SHOWN_NAMES.isdisjoint(element.attributes)
            and (text := page.shown_at(element))
        ):
            notes[element.index] = InlineNote(bare_label(element.text()), text)
            markers.add(element.index)
    return InlineNotes(notes, frozenset(markers))


class _Page:
    """What the rest of the page says of a note."""

    def __init__(self, root: Element, by_id: Mapping[str, Element]) -> None:
        self.root = root
        self.by_id = by_id
        self._key: str | None = None

    def leads_elsewhere(self, marker: Element, note: Element | None) -> bool:
        """Tell whether a link of the marker leads to a place of the page outside the note."""
        for link in _links_around(marker):
            target = self.by_id.get(link.get("href").strip().partition("#")[2])
            if target is not None and target is not marker:
                return note is None or not (note.holds(target) or target.holds(note))
        return False

    def shown_at(self, marker: Element) -> str | None:
        """Return the text of a note that an attribute of its marker holds and the page prints nowhere."""
        value = next(
            (found for name in SHOWN if (found := marker.get(name)) and _is_prose(found, FEWEST_SHOWN)), None
        )
        if value is None or not LABEL.fullmatch(squeeze(marker.text())) or not _is_raised(marker):
            return None
        text = squeeze(TAG.sub(lambda tag: " " if tag["block"] else "", value))
        if self.leads_elsewhere(marker, None) or _key_of(text) in self._printed() or not _in_line(marker):
            return None
        return text

    def _printed(self) -> str:
        if self._key is None:
            self._key = title_key(self.root.text())
        return self._key


def _may_be_named(element: Element) -> bool:
    """Tell quickly whether the classes of an element may name a note."""
    named = f"{element.get('class')} {element.get('id')}".lower()
    return "note" in named or "dipnot" in named or "snoska" in named


def _is_note(element: Element) -> bool:
    """Tell whether an element holds a text of its own, in the line, and no blocks."""
    text = squeeze(element.text())
    inner = any(
        one.tag in LINES or one.tag in ("table", "ul", "ol")
        for one in element.elements()
        if one is not element
    )
    return not inner and _is_prose(text) and _in_line(element)


def _is_prose(text: str, words: int = FEWEST_WORDS) -> bool:
    return sum(map(str.isalpha, text)) >= LETTERS_OF_NOTE and len(text.split()) >= words


def _key_of(text: str) -> str:
    return title_key(text)[:KEY]


def _is_raised(marker: Element) -> bool:
    """Tell whether a marker is raised, in brackets, or named one."""
    around = [marker, *([marker.parent] if marker.parent else []), *marker.elements()]
    return (
        any(one.tag == "sup" or NOTE_MARK.search(one.words()) for one in around)
        or marker.text().strip()[:1] in "[("
    )


def _links_around(marker: Element) -> Iterator[Element]:
    yield from (one for one in marker.elements() if one.tag == "a" and one.get("href"))
    if marker.parent is not None and marker.parent.tag == "a":
        yield marker.parent


def _line_of(element: Element) -> Element | None:
    """Return the block in whose line an element stands."""
    return next((one for one in element.ancestors() if one is not element and one.tag in LINES), None)


def _in_line(element: Element) -> bool:
    """Tell whether text stands in the line before an element."""
    line = _line_of(element)
    return line is not None and any(
        len(text.strip()) > 1 and LABEL.fullmatch(text.strip()) is None for text, _ in _before(line, element)
    )


def _before(line: Element, element: Element) -> Iterator[tuple[str, Element]]:
    """Yield what is printed in a line before an element, and where, from there back."""
    place: Element = element
    while place is not line and place.parent is not None:
        parent = place.parent
        for number in range(_place_in(parent, place) - 1, -1, -1):
            child = parent.children[number]
            yield (child, parent) if isinstance(child, str) else (child.text(), child)
        place = parent


def _place_in(parent: Element, child: Element) -> int:
    """Return the number of an element among the children; they come in order, texts between them."""
    low, high = 0, len(parent.children)
    while low < high:
        middle = at = (low + high) // 2
        while at < high and isinstance(parent.children[at], str):
            at += 1
        found = parent.children[at] if at < high else None
        if isinstance(found, Element) and found.index <= child.index:
            low = at + 1
        else:
            high = middle
    return low - 1


def _marker_before(element: Element) -> Element | None:
    """Return the element right before a note, or around it, whose own text is a label."""
    line = _line_of(element)
    for text, owner in _before(line, element) if line is not None else ():
        if text.strip():
            return owner if owner is not line and LABEL.fullmatch(text.strip()) else None
    return None


def _label(marker: Element | None, element: Element, number: int) -> str:
    """Return the label: that of the marker, else the one that the note begins with, else its number."""
    texts = [child for child in marker.children if isinstance(child, str)] if marker else []
    own = marker.text() if marker is not None and not marker.holds(element) else "".join(texts)
    first = next(
        (one for one in element.elements() if one.tag in ("sup", "summary") and one is not element), None
    )
    for text in (own, first.text() if first else ""):
        if LABEL.fullmatch(text.strip()):
            return bare_label(text)
    return str(number)
