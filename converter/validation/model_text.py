"""The characters of a commentary in the order in which its TEI holds them, each note at its first marker."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from converter.model import (
    PRINTED,
    Block,
    CiteAs,
    Commentary,
    Footnote,
    NoteMarker,
    PageBreak,
    Row,
    Section,
    Text,
)

BackPart: TypeAlias = "CiteAs | Section | Footnote"


def model_text(commentary: Commentary) -> str:
    """Return all text of front, body and back; white space between parts is nobody's."""
    return "".join(Reader(commentary).pieces())


class Reader:
    """Goes through a commentary once, and remembers which notes it has met."""

    def __init__(self, commentary: Commentary) -> None:
        self._commentary = commentary
        self._waiting = {note.id: note for note in commentary.footnotes}
        self._known = frozenset(self._waiting)
        self._pieces: list[str] = []
        self._put: Callable[[str], None] = self._pieces.append
        self._in_note = False

    def pieces(self) -> list[str]:
        """Return the runs of text in order."""
        for section in self._commentary.front_matter:
            self._section(section)
        for block in self._commentary.body:
            self._block(block)
        self._back()
        return self._pieces

    def _section(self, section: Section) -> None:
        if section.heading:
            self._put(f"{section.heading} ")
        self._inlines(section.content)
        self._put("\n")

    def _block(self, block: Block) -> None:
        content: Iterable[object] = block.content
        if block.type == "table":  # the caption comes first
            content = sorted(content, key=lambda part: type(part) is Row)
        elif block.type == "figure" and self._sets_all(content):  # the notes come last
            content = sorted(content, key=lambda part: type(part) is NoteMarker)
        self._inlines(content)
        self._put("\n")

    def _sets_all(self, content: Iterable[object]) -> bool:
        markers = [part.footnote for part in content if isinstance(part, NoteMarker)]
        return len(set(markers)) == len(markers) and self._waiting.keys() >= set(markers)

    def _inlines(self, content: Iterable[object]) -> None:
        put = self._put
        for part in content:
            kind = type(part)
            if kind in PRINTED:
                put(part.text)  # type: ignore[attr-defined]
            elif kind is NoteMarker:
                self._marker(part)  # type: ignore[arg-type]
            elif kind is not PageBreak:
                self._inlines(part.content)  # type: ignore[attr-defined]
                put(" ")

    def _marker(self, marker: NoteMarker) -> None:
        if marker.footnote not in self._known:
            self._put(marker.literal)
        elif not self._in_note and (note := self._waiting.get(marker.footnote or "")):
            self._note(note)

    def _note(self, note: Footnote) -> None:
        self._waiting.pop(note.id, None)
        self._in_note = True
        self._put(" ")
        self._inlines(note.content)
        self._put(" ")
        self._in_note = False

    def _back(self) -> None:
        """Read the sections in the order of the source, the notes without a marker all together."""
        parts = self._in_order()
        apart = [part for part in parts if _is_of_notes(part)]
        for part in parts:
            if not _is_of_notes(part):
                self._back_part(part)
            elif part is apart[0]:
                for one in apart:
                    self._back_part(one)

    def _in_order(self) -> list[BackPart]:
        cite_as = self._commentary.cite_as
        parts: list[BackPart] = [*self._commentary.back_matter, *self._unmarked()]
        if cite_as is not None:
            parts.append(cite_as)
        return sorted(parts, key=lambda part: part.span.start)

    def _unmarked(self) -> list[Footnote]:
        """Return the notes that neither what was read nor the back has a marker for."""
        marked: set[str | None] = set()
        for section in self._commentary.back_matter:
            _collect_marked(section.content, marked)
        return [note for note in self._waiting.values() if note.id not in marked]

    def _back_part(self, part: BackPart) -> None:
        if isinstance(part, Section):
            self._section(part)
        elif isinstance(part, Footnote):
            self._note(part)
        else:
            self._put(f"{part.label or ''} ")
            self._inlines(part.content or (Text(part.literal),))


def _is_of_notes(part: BackPart) -> bool:
    return isinstance(part, Footnote) or (isinstance(part, Section) and part.type == "notes-heading")


def _collect_marked(content: Iterable[object], marked: set[str | None]) -> None:
    for part in content:
        if isinstance(part, NoteMarker):
            marked.add(part.footnote)
        elif inner := getattr(part, "content", ()):
            _collect_marked(inner, marked)
