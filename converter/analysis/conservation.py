"""Whether every character of the source is in the document: once, in one part, or in recorded furniture.

This check knows nothing of how the document was made. It reads the finished model, asks each part for its place and
its text, and compares with what the source has there. White space does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.analysis.ledger import quoted
from converter.diagnostics import Code, Diagnostic
from converter.model import Block, Cell, Citation, Commentary, Content, Item, NoteMarker, PageBreak, Paragraph, Row
from converter.source import Block as SourceBlock
from converter.source import Run, Source, Span

LABEL = re.compile(r"\[?[\[(]?\s*\^?[\w*†‡⁰¹²³⁴-⁹]{1,40}\s*[\])]?\s*\]?[.:)–-]*")
BULLET = re.compile(r"[-•●▪◦*–—|]")


class Part(NamedTuple):
    """A part of the document: its place, its text with marks as printed, and what may differ."""

    span: Span
    text: str
    labelled: bool = False
    bulleted: bool = False
    """Bullets and cell borders of the source are not in the text."""
    piece: str | None = None
    """Of a part that stands in several places: ``first`` (any but the last) or ``last``."""


def check_conservation(source: Source, commentary: Commentary) -> list[Diagnostic]:
    """Report every character that is lost, doubled or changed."""
    furniture = [mark.span for mark in commentary.provenance.furniture]
    runs = [run for block in source.blocks for run in block.runs if not _is_furniture(block, furniture)]
    parts = sorted(_parts(commentary), key=lambda part: (part.span.start, part.span.end))
    findings = [
        Code.TEXT_DOUBLED.at(Span(later.span.start, min(earlier.span.end, later.span.end)), text=quoted(later.text))
        for earlier, later in pairwise(parts)
        if later.span.start < earlier.span.end and earlier.text and later.text
    ]
    walker = _Walker(source.text, runs)
    for part in parts:
        findings += walker.skip_to(part.span.start)
        findings += walker.compare(part)
    findings += walker.skip_to(len(source.text))
    return findings


def _is_furniture(block: SourceBlock, furniture: Sequence[Span]) -> bool:
    """Tell whether a block of the source is recorded furniture, whole."""
    runs = block.runs
    return bool(runs) and any(span.start <= runs[0].start and runs[-1].end <= span.end for span in furniture)


class _Walker:
    """Walks the runs of a source once, from part to part."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self.text = text
        self.runs = runs
        self.at = 0
        self.place = 0
        self.pending = ""

    def skip_to(self, end: int) -> Iterator[Diagnostic]:
        """Report text between here and there: no part holds it."""
        place = self.place
        lost = self._printed(end)
        if lost.strip():
            yield Code.TEXT_LOST.at(Span(place, end), text=quoted(" ".join(lost.split())))

    def compare(self, part: Part) -> Iterator[Diagnostic]:
        """Report where a part does not hold what the source has in its place."""
        printed = "".join(self._printed(part.span.end).split())
        if part.piece:
            self.pending += printed
            if part.piece != "last":
                return
            printed, self.pending = self.pending, ""
        written = "".join(part.text.split())
        if printed == written:
            return
        if part.labelled and printed.endswith(written) and LABEL.fullmatch(printed[: len(printed) - len(written)]):
            return
        if part.bulleted and BULLET.sub("", printed) == BULLET.sub("", written):
            return
        at = next((i for i, (a, b) in enumerate(zip(printed, written, strict=False)) if a != b), min(len(printed), len(written)))
        yield Code.TEXT_LOST.at(part.span, text=quoted(printed[at:] or written[at:]))

    def _printed(self, end: int) -> str:
        """Return the text of the runs from here to an offset, and go there."""
        pieces = []
        while self.at < len(self.runs) and self.runs[self.at].start < end:
            run = self.runs[self.at]
            pieces.append(self.text[max(run.start, self.place) : min(run.end, end)])
            if run.end > end:
                break
            self.at += 1
        self.place = max(self.place, end)
        return "".join(pieces)


def _parts(commentary: Commentary) -> Iterator[Part]:
    for section in (*commentary.front_matter, *commentary.back_matter):
        yield Part(section.span, (section.heading or "") + printed_text(section.content))
    for block in commentary.body:
        yield from _block_parts(block)
    for note in commentary.footnotes:
        yield Part(note.span, printed_text(note.content), labelled=True)
    if commentary.cite_as:
        yield Part(commentary.cite_as.span, (commentary.cite_as.label or "") + printed_text(commentary.cite_as.content))


def _block_parts(block: Block) -> Iterator[Part]:
    """A block in pieces is put together again before it is compared: furniture may stand between them."""
    text = printed_text(block.content)
    if not block.spans:
        yield Part(block.span, text, bulleted=block.type in ("list", "table"))
        return
    for span in block.spans[:-1]:
        yield Part(span, "", piece="first")
    yield Part(block.spans[-1], text, piece="last")


def printed_text(content: Sequence[Content]) -> str:
    """Return the text of content with markers and labels as printed."""
    return "".join(_printed(item) for item in content)


def _printed(item: Content) -> str:
    if isinstance(item, NoteMarker):
        return item.literal
    if isinstance(item, PageBreak):
        return ""
    if isinstance(item, Item):
        return (item.label or "") + printed_text(item.content)
    if isinstance(item, Citation | Paragraph | Row | Cell):
        return printed_text(item.content)  # type: ignore[arg-type]
    return item.text
