"""Which links of a page refer to notes, and which blocks are the notes: both must answer to each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote

from converter.normalizers.labels import bare_label
from converter.readers.html_blocks import BLOCKS
from converter.readers.html_drafts import Draft
from converter.readers.html_marks import NOTE_ID
from converter.readers.html_tree import Element

LABEL = re.compile(
    r"\d{1,4}[a-z]?|[ivxlc]{1,7}|[a-z]|[*†‡§¶#]{1,4}|(?:note|fn|dipnot|n)\.?\s?\d{1,4}", re.IGNORECASE
)
NOTE_CLASS = re.compile(
    r" (?:foot ?notes?|end ?notes?|note ?ref|fn|dipnot|doc noteref|mso footnote reference|sdfootnoteanc) "
)
ARROWS = re.compile(
    r"[\s\[(]*(?:[↩↑⤴⬆↵⏎▲←⇑^«\ufe0e\ufe0f]|jump up|back(?: to (?:text|content|top))?|return|geri|назад)",
    re.IGNORECASE,
)
SCRIPTED = re.compile(r"'(footnote_plugin_reference_\w+)'")
"""The target of a link that a well-known plugin follows by a script."""

NEAR = 3
"""Elements between a link and the anchor that the note leads back to."""

LARGEST_PLACE = 60
"""Elements inside the paragraph that a note may lead back to; more are a part of the page."""

UNITS = frozenset({"li", "tr", "dd", "dt", "aside"})
"""Elements that hold one note, if one begins in them."""

SHORTEST_SENTENCE = 20
"""Characters of text around a link that is no entry of a list of contents."""

MOST_FOLLOWING = 6
"""Paragraphs of a note behind its first."""


@dataclass(slots=True)
class Reference:
    """A link that may refer to a note: where it stands, and where it leads."""

    draft: int
    begin: int
    end: int
    """The inlines of the block that are its text."""
    link: Element
    target: Element
    fragment: str
    text: str


@dataclass(slots=True)
class Note:
    """A note: the blocks that it consists of, and what refers to it."""

    label: str
    target: Element
    drafts: list[int]
    references: list[Reference] = field(default_factory=list)


class Notes:
    """Finds the notes of a page."""

    def __init__(self, drafts: Sequence[Draft], by_id: Mapping[str, Element]) -> None:
        self.drafts = drafts
        self.by_id = by_id
        self.lasts = [draft.last for draft in drafts]
        self.links = [one for number, draft in enumerate(drafts) for one in self._links(number, draft)]
        self.by_draft: dict[int, list[Reference]] = {}
        for one in self.links:
            self.by_draft.setdefault(one.draft, []).append(one)
        self.targets = sorted({one.target.index for one in self.links if one.target.index > one.link.index})

    def find(self) -> list[Note]:
        """Return the notes in the order in which they stand."""
        notes: dict[int, Note] = {}
        taken: dict[int, int] = {}
        for one in self.links:
            label = bare_label(one.text)
            if one.target.index <= one.link.index or not LABEL.fullmatch(label):
                continue
            drafts = self._extent(one.target)
            if not drafts or one.draft in drafts or not self._is_note(one, label, drafts):
                continue
            note = notes.setdefault(one.target.index, Note(label, one.target, drafts))
            if taken.setdefault(drafts[0], one.target.index) == one.target.index:
                note.references.append(one)
        found = [note for note in notes.values() if note.references]
        found.sort(key=lambda note: note.drafts[0])
        self._let_go_on(found)
        return found

    def _links(self, number: int, draft: Draft) -> Iterator[Reference]:
        """Yield the links of a block that lead to a place in the same page."""
        begin = 0
        while begin < len(draft.inlines):
            link = draft.looks[begin].link
            end = begin + 1
            while link is not None and end < len(draft.inlines) and draft.looks[end].link is link:
                end += 1
            if link is not None and (fragment := fragment_of(link)) and (target := self.by_id.get(fragment)):
                text = "".join([inline.text for inline in draft.inlines[begin:end]])
                yield Reference(number, begin, end, link, target, fragment, text)
            begin = end

    def _is_note(self, one: Reference, label: str, drafts: Sequence[int]) -> bool:
        first = self.drafts[drafts[0]]
        if self._leads_back(one, drafts):
            return True
        if first.kind == "heading" or len(drafts) > 4 * MOST_FOLLOWING:
            return False
        begins = _begins_with(first, label) or first.block.tag == "li"
        words = one.link.words() + (one.link.parent.words() if one.link.parent else "")
        role = one.link.get("role") + one.link.get("epub:type")
        if "noteref" in role or NOTE_CLASS.search(words) or NOTE_ID.search(one.fragment):
            return begins or "noteref" in role or NOTE_ID.search(one.fragment) is not None
        raised = "superscript" in self.drafts[one.draft].looks[one.begin].marks
        around = len(self.drafts[one.draft].text) - len(one.text)
        return begins and (raised or around >= SHORTEST_SENTENCE)

    def _leads_back(self, one: Reference, drafts: Sequence[int]) -> bool:
        """Tell whether a link among these blocks leads back to the reference."""
        return any(self.answers(back, one) for number in drafts for back in self.by_draft.get(number, ()))

    @staticmethod
    def answers(back: Reference, one: Reference) -> bool:
        """Tell whether one link leads back to where another stands."""
        place = back.target
        around = place.holds(one.link) and place.end - place.index <= LARGEST_PLACE
        return around or abs(place.index - one.link.index) <= NEAR

    def _extent(self, target: Element) -> list[int]:
        """Return the numbers of the blocks of the note that begins at an element."""
        start = bisect_left(self.lasts, target.index)
        while start < len(self.drafts) and not _has_text_from(self.drafts[start], target):
            start += 1
        if start == len(self.drafts):
            return []
        unit = (
            target
            if target.tag in BLOCKS and target.holds(self.drafts[start].block)
            else self.drafts[start].block
        )
        unit = self._whole(unit, target)
        found = self._inside(unit, start)
        if unit.tag == "dt":
            end = found[-1] + 1
            while end < len(self.drafts) and any(
                one.tag == "dd" for one in self.drafts[end].block.ancestors()
            ):
                found.append(end)
                end += 1
        return found

    def _whole(self, unit: Element, target: Element) -> Element:
        """Go out to what holds the whole note: the item or row, or a block of classes that say so."""
        while (parent := unit.parent) is not None and parent.tag not in ("body", "page", "main", "article"):
            if self._targets_in(parent, target) or parent.tag in ("ol", "ul", "table", "tbody", "dl"):
                break
            named = NOTE_ID.search(parent.get("id")) or NOTE_CLASS.search(parent.words())
            if not (parent.tag in UNITS or named or not self._has_words(unit)):
                break
            unit = parent
        return unit

    def _targets_in(self, element: Element, target: Element) -> bool:
        """Tell whether other notes begin inside an element."""
        at = bisect_left(self.targets, element.index)
        return any(
            index != target.index and not target.index <= index <= target.end
            for index in self.targets[at : at + 3]
            if index <= element.end
        )

    def _has_words(self, unit: Element) -> bool:
        """Tell whether an element holds more than a label."""
        return re.search(r"[^\W\d_]{2}", unit.text()) is not None

    def _inside(self, unit: Element, start: int) -> list[int]:
        end = start
        while end < len(self.drafts) and unit.holds(self.drafts[end].block):
            end += 1
        return list(range(start, max(end, start + 1)))

    def _let_go_on(self, notes: Sequence[Note]) -> None:
        """Give a note the paragraphs between it and the next one that stand beside both."""
        for note, following in pairwise(notes):
            between = range(note.drafts[-1] + 1, following.drafts[0])
            parent = self.drafts[note.drafts[-1]].block.parent
            beside = [
                n
                for n in between
                if self.drafts[n].block.parent is parent and self.drafts[n].kind != "heading"
            ]
            if (
                parent is self.drafts[following.drafts[0]].block.parent
                and len(beside) == len(between) <= MOST_FOLLOWING
            ):
                note.drafts += beside


def fragment_of(link: Element) -> str:
    """Return the name of the place in the page that a link leads to."""
    if scripted := SCRIPTED.search(link.get("onclick")):
        return scripted[1]
    href = link.get("href").strip()
    before, sign, fragment = href.partition("#")
    if not sign or not fragment or (before and not NOTE_ID.search(fragment)):
        return ""
    return unquote(fragment)


def _has_text_from(draft: Draft, target: Element) -> bool:
    """Tell whether a block of the text has text behind the beginning of an element."""
    if draft.part:
        return False
    last = next((inline for inline in reversed(draft.inlines) if not inline.text.isspace()), None)
    return last is not None and last.at >= target.index


def _begins_with(draft: Draft, label: str) -> bool:
    text = draft.text.lstrip("[({^ ↑↩")
    return (text.startswith(label) and not text[len(label) : len(label) + 1].isalnum()) or (
        bare_label(draft.inlines[0].text) == label
    )
