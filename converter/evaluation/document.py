"""A document of ours, in the shape in which it is compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from converter.errors import ConverterError
from converter.evaluation.truth import before_marker
from converter.evaluation.wording import bare, plain
from converter.model import Block, Cell, Commentary, Evidence, Item, NoteMarker, Row
from converter.source import Span


class NotOurDocument(ConverterError):
    """A file that is no JSON of this version of the converter."""


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A stretch of the body: its kind, its text, the place of its block in ``body``."""

    kind: str
    text: str
    block: int


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A marker: the signs before it, the place of its note in ``footnotes``, where it stands."""

    before: str
    note: int | None
    span: Span | None


@dataclass(frozen=True)
class Document:
    """A converted commentary, and the source text that its places count in where that is known."""

    commentary: Commentary
    source: str | None

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """The evidence by the value that it is for."""
        return {one.field: one for one in self.commentary.provenance.evidence}

    @cached_property
    def units(self) -> tuple[FoundUnit, ...]:
        """The body in the stretches that are compared."""
        return tuple(
            unit for index, block in enumerate(self.commentary.body) for unit in _units(block, index)
        )

    @cached_property
    def links(self) -> tuple[FoundLink, ...]:
        """The markers, those without a note too."""
        return tuple(_links(self.commentary))

    @cached_property
    def letters(self) -> str:
        """Every sign that the document holds, markers and labels of notes apart."""
        one = self.commentary
        texts = [section.text for section in (*one.front_matter, *one.back_matter)]
        texts += [unit.text for unit in self.units] + [_labels(block) for block in one.body]
        texts += [note.text for note in one.footnotes] + [mark.text for mark in one.provenance.furniture]
        texts += [f"{one.cite_as.label or ''}{one.cite_as.literal}"] if one.cite_as else []
        return "".join(bare(text) for text in texts).replace("|", "")

    def part(self, *types: str) -> str:
        """Return the bare text of the sections of some types; of all, if none is named."""
        one = self.commentary
        sections = [*one.front_matter, *one.back_matter]
        texts = [section.text for section in sections if section.type in types or not types]
        if one.cite_as and (not types or "cite-as" in types):
            texts.append(f"{one.cite_as.label or ''}{one.cite_as.literal}")
        if not types or "furniture" in types:
            texts += [mark.text for mark in one.provenance.furniture]
        return "".join(bare(text) for text in texts)


def read_document(content: bytes, source: str | None = None) -> Document:
    """Read a JSON document of ours; raise ``NotOurDocument`` if it is none."""
    try:
        return Document(msgspec.json.decode(content, type=Commentary), source)
    except msgspec.DecodeError as problem:
        raise NotOurDocument(f"is no JSON document of this version of the converter: {problem}") from problem


def _units(block: Block, index: int) -> Iterator[FoundUnit]:
    parts = [one for one in block.content if isinstance(one, Item | Row)]
    if not parts:
        yield FoundUnit(block.type, plain(block.text), index)
        return
    heading = [one for one in block.content if not isinstance(one, Item | Row)]
    for one in ([heading] if heading else []) + [list(part.content) for part in parts]:
        text = plain(_text(one))
        if text:
            yield FoundUnit(block.type, text, index)


def _text(content: Any) -> str:
    """Return the text of inline content without its markers, cells parted by a blank."""
    return "".join(
        f"{_text(one.content)} " if isinstance(one, Cell)
        else _text(one.content) if hasattr(one, "content")
        else getattr(one, "text", "")
        for one in content
    )  # fmt: skip


def _labels(block: Block) -> str:
    return "".join(one.label or "" for one in block.content if isinstance(one, Item))


def _links(commentary: Commentary) -> Iterator[FoundLink]:
    texts = {block.id: block.text for block in commentary.body}
    texts |= {section.id: section.text for section in commentary.front_matter}
    for index, note in enumerate(commentary.footnotes):
        for marker in note.markers:
            before = texts.get(marker.block, "")[: marker.offset]
            yield FoundLink(before_marker(before), index, marker.span)
    for block in commentary.body:
        yield from _unresolved(block.content, [""])


def _unresolved(content: Any, text: list[str]) -> Iterator[FoundLink]:
    for one in content:
        if isinstance(one, NoteMarker):
            if one.footnote is None:
                yield FoundLink(before_marker(text[0]), None, None)
        elif hasattr(one, "content"):
            yield from _unresolved(one.content, text)
        else:
            text[0] += getattr(one, "text", "")
