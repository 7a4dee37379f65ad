"""Whether every character of the source is in the document: once, in one part, or in recorded furniture.

This check knows nothing of how the document was made. It reads the finished model, asks each part for its
place and its text, and compares with what the source has there. White space does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import msgspec

from converter.analysis.ledger import quoted
from converter.diagnostics import Code, Diagnostic
from converter.model import PRINTED, Block, Cell, Commentary, Content, Item, NoteMarker, PageBreak, Row
from converter.normalizers.spaces import strip_spaces
from converter.source import Block as SourceBlock
from converter.source import Run, Source, Span

LABEL = re.compile(
    r"\[?[\[(（<{#/【［〔]?\s*\^?[\w*†‡⁰¹²³⁴-⁹]{1,40}(?:\.\s*\d{1,3})?\s*[\])）>}/】］〕]?\s*\]?[.:)．、–-]*"
)
BULLET = re.compile(r"[-•●▪◦*–—|]")


class Part(msgspec.Struct, frozen=True, gc=False):
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
    parts = sorted(_parts(commentary), key=_place)
    findings = [
        Code.TEXT_DOUBLED.at(
            Span(later.span.start, min(earlier.span.end, later.span.end)), text=quoted(later.text)
        )
        for earlier, later in pairwise(parts)
        if later.span.start < earlier.span.end and earlier.text and later.text
    ]
    walker = _Walker(source.text, _text_runs(source, commentary))
    for part in parts:
        findings += walker.skip_to(part.span.start)
        findings += walker.compare(part)
    findings += walker.skip_to(len(source.text))
    return findings


def _place(part: Part) -> tuple[int, int]:
    return part.span.start, part.span.end


def _text_runs(source: Source, commentary: Commentary) -> list[Run]:
    """Return the runs of the source that are not recorded furniture."""
    furniture = sorted((mark.span.start, mark.span.end) for mark in commentary.provenance.furniture)
    if not furniture:
        return [run for block in source.blocks for run in block.runs]
    starts = [start for start, _ in furniture]
    reaches = list(accumulate((end for _, end in furniture), max))
    runs: list[Run] = []
    for block in source.blocks:
        nearest = bisect_right(starts, block.end) - 1
        if nearest < 0 or reaches[nearest] < block.start:  # far from all furniture, as most blocks are
            runs += block.runs
            continue
        printed = _printed_place(block, source.text)
        at = bisect_right(starts, printed.start) - 1 if printed else -1
        if printed is None or at < 0 or printed.end > furniture[at][1]:
            runs += block.runs
    return runs


def _printed_place(block: SourceBlock, text: str) -> Span | None:
    """Return the place of the first to the last character of a block that is not white space."""
    pieces = [(run, run.reads(text)) for run in block.runs]
    printed = [(run, piece) for run, piece in pieces if piece and not piece.isspace()]
    if not printed:
        return None
    (first, opening), (last, closing) = printed[0], printed[-1]
    return Span(
        first.start + len(opening) - len(opening.lstrip()), last.end - len(closing) + len(closing.rstrip())
    )


class _Walker:
    """Walks the runs of a source once, from part to part."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self.text = text
        self.runs = runs
        self.at = 0
        self.place = 0
        self.pending: list[str] = []

    def skip_to(self, end: int) -> Sequence[Diagnostic]:
        """Report text between here and there: no part holds it."""
        if self.at == len(self.runs) or self.runs[self.at].start >= end:
            self.place = max(self.place, end)
            return ()
        place = self.place
        lost = self._printed(end)
        if not lost or lost.isspace():
            return ()
        return (Code.TEXT_LOST.at(Span(place, end), text=quoted(" ".join(lost.split()))),)

    def compare(self, part: Part) -> Sequence[Diagnostic]:
        """Report where a part does not hold what the source has in its place."""
        printed = self._printed(part.span.end)
        if part.piece:
            self.pending.append(printed)
            if part.piece != "last":
                return ()
            printed, self.pending = "".join(self.pending), []
        text = part.text
        if printed == text:
            return ()
        if (
            part.labelled
            and printed.endswith(text)
            and LABEL.fullmatch(printed[: len(printed) - len(text)].rstrip())
        ):
            return ()
        return self._differences(part, strip_spaces(printed), strip_spaces(part.text))

    def _differences(self, part: Part, printed: str, written: str) -> Sequence[Diagnostic]:
        if printed == written:
            return ()
        label = len(printed) - len(written)
        if part.labelled and printed.endswith(written) and LABEL.fullmatch(printed, 0, label):
            return ()
        if part.bulleted and BULLET.sub("", printed) == BULLET.sub("", written):
            return ()
        shorter = min(len(printed), len(written))
        at = next((at for at in range(shorter) if printed[at] != written[at]), shorter)
        return (Code.TEXT_LOST.at(part.span, text=quoted(printed[at:] or written[at:])),)

    def _printed(self, end: int) -> str:
        """Return the text of the runs from here to an offset, and go there."""
        text, runs, at, place = self.text, self.runs, self.at, self.place
        printed = ""
        count = len(runs)
        while at < count and (run := runs[at]).start < end:
            begin = run.start if run.start > place else place
            if run.text is not None:
                printed += run.text
            elif run.end > end:
                printed += text[begin:end]
                break
            else:
                printed += text[begin : run.end]
            at += 1
        self.at, self.place = at, max(place, end)
        return printed


def _parts(commentary: Commentary) -> Iterator[Part]:
    for section in (*commentary.front_matter, *commentary.back_matter):
        yield Part(section.span, (section.heading or "") + printed_text(section.content))
    for block in commentary.body:
        yield from _block_parts(block)
    for note in commentary.footnotes:
        yield Part(note.span, printed_text(note.content), labelled=True)
    if commentary.cite_as:
        yield Part(
            commentary.cite_as.span,
            (commentary.cite_as.label or "") + printed_text(commentary.cite_as.content),
        )


def _block_parts(block: Block) -> Iterator[Part]:
    """Yield the parts of a block; one in pieces is put together again, as furniture may stand between."""
    text = printed_text(block.content)
    if not block.spans:
        yield Part(block.span, text, bulleted=block.type in ("list", "table"))
        return
    if block.type == "table":  # its caption comes first, wherever that stands
        rows = [part for part in block.content if isinstance(part, Row)]
        yield Part(
            block.spans[0], printed_text([part for part in block.content if not isinstance(part, Row)])
        )
        yield Part(block.spans[1], printed_text(rows), bulleted=True)
        return
    for span in block.spans[:-1]:
        yield Part(span, "", piece="first")
    yield Part(block.spans[-1], text, piece="last")


def printed_text(content: Sequence[Content | Cell]) -> str:
    """Return the text of content with markers and labels as printed."""
    pieces: list[str] = []
    _gather(content, pieces)
    return "".join(pieces)


def _gather(content: Sequence[Content | Cell], pieces: list[str]) -> None:
    for item in content:
        if isinstance(item, PRINTED):
            pieces.append(item.text)
        elif isinstance(item, NoteMarker):
            pieces.append(item.literal)
        elif not isinstance(item, PageBreak):
            if isinstance(item, Item) and item.label:
                pieces.append(item.label)
            _gather(item.content, pieces)
