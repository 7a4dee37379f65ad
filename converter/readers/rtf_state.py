"""What holds inside a group of an RTF file, the fonts and styles of the file, and its notes' numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from converter.readers.fields import Field
from converter.readers.looks import MARKS, NO_LOOK, Look, heading_level, is_contents_name, is_quote_name
from converter.readers.numerals import printed
from converter.readers.paragraphs import DEEPEST_HEADING, Shape
from converter.readers.rtf_story import Story
from converter.readers.rtf_words import NOTE_NUMBERS, NUMBER_FORMS

BODY_LEVEL = 9


@dataclass(slots=True)
class State:
    """What holds from a control word to the end of its group."""

    story: Story
    destination: str = "text"
    """``text``, ``skip``, or where else text of the group goes."""
    font: int | None = None
    look: Look = field(default_factory=lambda: NO_LOOK)
    unicode_skip: int = 1
    """Characters behind ``\\u`` that old readers show in its stead."""
    style: int = 0
    outline: int = BODY_LEVEL
    in_table: bool = False
    page_break: bool = False
    level: int = 0
    """Of a list, from 1."""
    open_field: Field | None = None
    target: str | None = None
    marker: bool = False

    def plain_paragraph(self) -> None:
        r"""Forget what was said of paragraphs (``\\pard``)."""
        self.style, self.outline, self.in_table, self.page_break, self.level = 0, BODY_LEVEL, False, False, 0


class Style(NamedTuple):
    """A style of paragraphs."""

    name: str
    outline: int
    look: Look


@dataclass(slots=True)
class Styles:
    """The styles of a file by number."""

    found: dict[int, Style] = field(default_factory=dict)
    has_title: bool = False
    """A paragraph with the style of a title was met."""

    def marks(self, state: State) -> tuple[str, ...]:
        """Return the marks of a run; what the style of its paragraph gives to all is none."""
        look, style = state.look, self.found.get(state.style)
        given = style.look if style else NO_LOOK
        return tuple([mark for mark in MARKS if look.get(mark) and not given.get(mark)]) if look else ()

    def shape(self, state: State) -> Shape:
        """Return what a paragraph is."""
        style = self.found.get(state.style)
        name = style.name if style else ""
        outline = min(state.outline, style.outline) if style else state.outline
        level = outline + 1 if outline < BODY_LEVEL else heading_level(name)
        furniture = "navigation" if is_contents_name(name) else None
        if name == "title":
            self.has_title = True
            return Shape("heading", 1, None, furniture, state.page_break)
        if level:
            level = min(level + self.has_title, DEEPEST_HEADING)
            return Shape("heading", level, None, furniture, state.page_break)
        kind = "quote" if is_quote_name(name) else "text"
        return Shape(kind, 0, None, furniture, state.page_break)


@dataclass(slots=True)
class NoteNumbers:
    """How notes are numbered, and how far that has come; the first of a pair is of footnotes."""

    forms: list[str] = field(default_factory=lambda: ["decimal", "decimal"])
    starts: list[int] = field(default_factory=lambda: [1, 1])
    counts: list[int | None] = field(default_factory=lambda: [None, None])
    anew: list[bool] = field(default_factory=lambda: [False, False])
    anew_on_pages: bool = False
    ended: list[bool] = field(default_factory=lambda: [False, False])
    """A section has ended since the last note."""

    def next(self, *, endnote: bool) -> str:
        """Return the label of the next note."""
        count = None if self.ended[endnote] and self.anew[endnote] else self.counts[endnote]
        self.ended[endnote] = False
        self.counts[endnote] = count = self.starts[endnote] if count is None else count + 1
        return printed(count, self.forms[endnote])

    def take(self, word: str, number: int | None) -> bool:
        """Take a control word that says how notes are numbered."""
        match = NOTE_NUMBERS.match(word)
        if match is None:
            return False
        at = bool(match["end"])
        if match["form"]:
            self.forms[at] = NUMBER_FORMS[match["form"]]
        elif match["what"] == "start":
            self.starts[at] = number or 1
        elif match["what"] == "restart":
            self.anew[at] = True
        else:
            self.anew_on_pages = True
        return True
