"""A conversion as a person wants to see it: regions, metadata with evidence, notes, works, findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from converter.cli.metadata import evidence_for, metadata_values, says_the_same
from converter.cli.terminal import COLOURS, visible
from converter.source import LineIndex, Span

if TYPE_CHECKING:
    from converter.model import Commentary, Evidence, Footnote, Reference
    from converter.pipeline import Result

PLACE_WIDTH = 9
NARROW, WIDE = 16, 30


class Paper:
    """Lines of one width, with or without colours; all that is drawn is made visible first."""

    def __init__(self, width: int, *, coloured: bool) -> None:
        self.width = width
        self._coloured = coloured
        self._lines: list[str] = []
        self._label_width = NARROW

    @property
    def text(self) -> str:
        """Everything drawn so far."""
        return "\n".join(self._lines)

    def heading(self, text: str, labels: Iterable[str] = ()) -> None:
        """Draw a heading with an empty line before it; the labels below it are as wide as these."""
        self._label_width = min(max(map(len, labels), default=NARROW), WIDE)
        if self._lines:
            self._lines.append("")
        self._lines.append(self._style(visible(text), bold=True))

    def row(
        self, place: str, label: str, text: str, *, colour: str | None = None, whole: bool = False
    ) -> None:
        """Draw place and label in columns and the text beside them: cut to the line, or ``whole``."""
        left = f"{visible(place):>{PLACE_WIDTH}}  {visible(label):<{self._label_width}}  "
        room = self.width - len(left)
        shown = visible(" ".join(text.split()))
        pieces = wrapped(shown, room) if whole else [shortened(shown, room)]
        first, *others = pieces or [""]
        styled = left[:PLACE_WIDTH] + self._style(left[PLACE_WIDTH:], fg=colour, bold=colour is not None)
        self._lines.append((styled + first).rstrip())
        self._lines.extend(" " * len(left) + piece for piece in others)

    def remark(self, text: str) -> None:
        """Draw a remark below a row."""
        indent = " " * (PLACE_WIDTH + self._label_width + 4)
        for piece in wrapped(visible(" ".join(text.split())), self.width - len(indent)):
            self._lines.append(indent + self._style(piece, dim=True))

    def _style(self, text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
        if not self._coloured:
            return text
        return click.style(text, fg=fg, bold=bold or None, dim=dim or None)


def draw(result: Result, paper: Paper) -> None:
    """Draw a conversion."""
    lines = LineIndex(result.source.text)
    commentary = result.commentary
    source = commentary.provenance.source
    paper.heading(
        f"{result.name}: {source.media_type}, {source.encoding}, profile {commentary.provenance.profile}, "
        f"id {commentary.id}"
    )
    paper.heading("Regions")
    for span, label, text in regions(commentary):
        paper.row(place(lines, span), label, text)
    paper.heading("Metadata")
    draw_metadata(commentary, lines, paper)
    if commentary.footnotes:
        paper.heading("Notes")
        for note in commentary.footnotes:
            draw_note(note, lines, paper)
    if commentary.references:
        paper.heading("Works cited", [work.id for work in commentary.references])
        for work in commentary.references:
            draw_work(work, paper)
    paper.heading("Findings" if result.diagnostics else "No findings")
    for found in result.diagnostics:
        colour = COLOURS.get(str(found.severity))
        paper.row(
            place(lines, found.span),
            str(found.severity),
            f"{found.code}: {found.message}",
            colour=colour,
            whole=True,
        )


def regions(commentary: Commentary) -> list[tuple[Span, str, str]]:
    """Return place, label and text of every part, in the order of the source."""
    parts = [(one.span, one.type, one.text) for one in (*commentary.front_matter, *commentary.back_matter)]
    parts += [(block.span, f"{block.type} {block.id}", block.text) for block in commentary.body]
    parts += [(note.span, f"note {note.label}", note.text) for note in commentary.footnotes]
    parts += [(mark.span, f"({mark.type})", mark.text) for mark in commentary.provenance.furniture]
    if commentary.cite_as is not None:
        parts.append((commentary.cite_as.span, "cite-as", commentary.cite_as.literal))
    return sorted(parts, key=lambda part: (part[0], part[1]))


def draw_metadata(commentary: Commentary, lines: LineIndex, paper: Paper) -> None:
    """Draw each value that the metadata has, with where it comes from and what lost against it."""
    for label, pointer, value in metadata_values(commentary):
        known = evidence_for(commentary, pointer)
        paper.row(place(lines, known.span) if known else "", label, value, whole=True)
        if known is not None:
            paper.remark(
                f"by {known.rule}, {known.confidence:.0%} sure" + ("" if known.span else ", inferred")
            )
            draw_rejected(known, (pointer, value), lines, paper)


def draw_rejected(evidence: Evidence, won: tuple[str, str], lines: LineIndex, paper: Paper) -> None:
    """Draw the candidates that lost, and where else the same is said; ``won`` is pointer and value."""
    pointer, value = won
    for one in evidence.rejected:
        where = f" at {place(lines, one.span)}" if one.span is not None else ""
        words = "also" if says_the_same(one.value, value, pointer) else f"not {one.value}"
        paper.remark(f"{words}{where} ({one.rule})")


def draw_note(note: Footnote, lines: LineIndex, paper: Paper) -> None:
    """Draw a note with the places of its markers and the works that it cites."""
    paper.row(place(lines, note.span), f"[{note.label}] {note.id}", note.text)
    markers = ", ".join(f"{marker.block} at {place(lines, marker.span)}" for marker in note.markers)
    cited = f"; cites {', '.join(note.citations)}" if note.citations else ""
    paper.remark((f"marker in {markers}" if markers else "no marker") + cited)


def draw_work(work: Reference, paper: Paper) -> None:
    """Draw a cited work."""
    paper.row(work.language or "", work.id, work.title or work.literal, whole=True)
    dates = (("published", work.issued), ("visited", work.accessed), ("dated", work.date))
    known = [f"{word} {date.date}" for word, date in dates if date is not None]
    paper.remark(", ".join([work.type, *known, *filter(None, [work.url])]))


def place(lines: LineIndex, span: Span | None) -> str:
    """Write where a span begins."""
    return ":".join(map(str, lines.locate(span.start))) if span is not None else ""


def wrapped(text: str, room: int) -> list[str]:
    """Break a text into lines; an address stays whole, so that it can be copied."""
    return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)


def shortened(text: str, room: int) -> str:
    """Cut a text to a number of columns."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
