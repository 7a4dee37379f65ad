"""A sample as a list of parts that any program can set: what a PDF is made from in these tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from converter.model import (
    Cell,
    Citation,
    Commentary,
    Content,
    Field,
    Footnote,
    Item,
    Link,
    NoteMarker,
    Paragraph,
    Row,
    Text,
)  # fmt: skip
from tests.samples import converted


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of text, or a marker (``note`` is the id of its note, ``text`` its label)."""

    text: str
    marks: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A title, line, paragraph, heading, item, row or note, with its lines of inlines."""

    kind: str
    inlines: tuple[Inline, ...]
    label: str = ""


@dataclass(slots=True)
class Sheet:
    """A commentary as it is to be printed."""

    title: str
    language: str
    parts: list[Part] = field(default_factory=list)
    notes: dict[str, tuple[str, tuple[tuple[Inline, ...], ...]]] = field(default_factory=dict)
    """Id → label, and its paragraphs."""


LABELLED = frozenset({"cite-as", "keywords"})
"""Sections whose label stands on the line of their text."""

LEFT_OUT = frozenset({"note", "notes-heading"})
"""Parts that a program which sets the notes itself does not get."""


@cache
def sheet_of(name: str) -> Sheet:
    """Return a sample as parts in the order in which it is printed."""
    commentary = converted(name).commentary
    sheet = Sheet(commentary.metadata.title or name, commentary.metadata.language)
    seen: set[str] = set()
    for _, parts in sorted(_placed(commentary), key=lambda placed: placed[0]):
        sheet.parts += [_noted_once(part, seen) for part in parts]
    for note in commentary.footnotes:
        sheet.notes[note.id] = (note.label, tuple(_paragraphs(note.content)))
    return sheet


def _noted_once(part: Part, seen: set[str]) -> Part:
    """Let the second marker of a note be a raised figure: programs would print the note twice."""
    inlines = []
    for inline in part.inlines:
        again = inline.note in seen
        seen |= {inline.note} if inline.note else set()
        inlines.append(Inline(inline.text, inline.marks, "") if again else inline)
    return Part(part.kind, tuple(inlines), part.label)


def _placed(commentary: Commentary) -> Iterator[tuple[int, list[Part]]]:
    for section in (*commentary.front_matter, *commentary.back_matter):
        parts = [Part(section.type, tuple(lines)) for lines in _paragraphs(section.content) if lines]
        if section.heading:
            kind = "notes-heading" if section.type == "notes-heading" else "label"
            if section.type in LABELLED and parts:  # on one line, as it is printed
                parts[0] = Part(kind, (Inline(f"{section.heading} "), *parts[0].inlines))
            else:
                parts.insert(0, Part(kind, (Inline(section.heading),)))
        yield section.span.start, parts
    for block in commentary.body:
        if block.type in ("list", "table"):
            yield block.span.start, list(_grouped(block.content))
        else:
            yield block.span.start, [Part(block.type, lines) for lines in _paragraphs(block.content)]
    for note in commentary.footnotes:
        yield note.span.start, [_typed(note)]
    cited = commentary.cite_as
    if cited:
        label = f"{cited.label} " if cited.label else ""
        yield cited.span.start, [Part("cite-as", (Inline(label), *_inlines(cited.content)))]


def _typed(note: Footnote) -> Part:
    inlines = [inline for lines in _paragraphs(note.content) for inline in (*lines, Inline(" "))]
    return Part("note", tuple(inlines[:-1]), note.label)


def _grouped(content: Sequence[Content | Cell]) -> Iterator[Part]:
    for item in content:
        if isinstance(item, Item):
            yield Part("item", tuple(_inlines(item.content)), item.label or "")
        elif isinstance(item, Row):
            inlines = [one for cell in item.content for one in (*_inlines(cell.content), Inline("\t"))]
            yield Part("row", tuple(inlines[:-1]))


def _paragraphs(content: Sequence[Content]) -> list[tuple[Inline, ...]]:
    if any(isinstance(item, Paragraph) for item in content):
        return [tuple(_inlines(item.content)) for item in content if isinstance(item, Paragraph)]
    return [tuple(_inlines(content))]


def _inlines(content: Sequence[Content | Cell]) -> Iterator[Inline]:
    for item in content:
        if isinstance(item, NoteMarker):
            yield Inline(item.label, (), item.footnote or "")
        elif isinstance(item, Text | Link):
            yield Inline(item.text, item.marks)
        elif isinstance(item, Field):
            yield Inline(item.text)
        elif isinstance(item, Citation):
            yield from _inlines(item.content)
