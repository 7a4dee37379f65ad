"""The samples as office files: their text, read by our own reader of text, set by pandoc and LibreOffice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache

from converter.analysis.flow import Flow
from converter.analysis.lines import build_passages
from converter.analysis.passages import Passage
from converter.model import Commentary
from converter.readers import read
from converter.source import Run, Source, Span
from tests.samples import SAMPLES, converted

Node = dict[str, object]

SHORT_LINE = 100
MARKS = {"bold": "Strong", "italic": "Emph", "superscript": "Superscript", "underline": "Underline"}


@cache
def sample_source(name: str) -> Source:
    """Return a sample as read."""
    return read((SAMPLES / name).read_bytes(), name)


def syntax_tree(name: str, *, native: bool) -> str:
    """Return a sample as a document of pandoc (JSON), its notes as such or as they are typed."""
    source, commentary = sample_source(name), converted(name).commentary
    passages = _passages(source)
    notes = _Notes(commentary, passages) if native else None
    blocks: list[Node] = []
    for passage in passages:
        if notes and notes.is_taken(passage.flow.whole().start):
            continue
        inlines = _inlines(passage.flow, notes)
        before = blocks[-1] if blocks and passage.gap == 0 and passage.kind == "text" else None
        if before and before["t"] == "Para" and len(passage.text) < SHORT_LINE:
            _add_line(before, inlines)
        else:
            blocks += _block(passage, inlines)
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": _grouped(blocks)}
    return json.dumps(document, ensure_ascii=False)


def _add_line(paragraph: Node, inlines: list[Node]) -> None:
    """Let a line go on in a paragraph, as a person does who breaks lines by hand."""
    content = paragraph["c"]
    assert isinstance(content, list)
    content += [{"t": "LineBreak"}, *inlines]


def _passages(source: Source) -> list[Passage]:
    """Return the paragraphs of a sample and its separators, in order."""
    lines = build_passages(source)
    marks = [
        Passage(Flow.of_runs(source.text, (Run(mark.span.start, mark.span.end),)), "text", 0, 1)
        for mark in lines.furniture
    ]
    return sorted([*lines.passages, *marks], key=lambda passage: passage.flow.whole().start)


class _Notes:
    """Where the notes of a sample are, and where the text refers to them."""

    def __init__(self, commentary: Commentary, passages: Sequence[Passage]) -> None:
        self._spans = [note.span for note in commentary.footnotes if note.markers]
        self._spans += [one.span for one in commentary.back_matter if one.type == "notes-heading"]
        self._markers = {marker.span: note for note in commentary.footnotes for marker in note.markers[:1]}
        self._texts: dict[Span, list[Node]] = {}
        for note in commentary.footnotes:
            parts = [one.flow for one in passages if self._holds(note.span, one.flow.whole().start)]
            begin = re.compile(rf"[\[(^]*(?:{re.escape(note.label)}|[¹²³⁰-⁹]+)[\])]*[.:]?\s*")
            first = parts[0] if parts else None
            if first is not None:
                match = begin.match(first.text)
                parts[0] = first.part(match.end() if match else 0, len(first.text))
            self._texts[note.span] = [{"t": "Para", "c": _inlines(one, None)} for one in parts]

    def is_taken(self, start: int) -> bool:
        """Tell a paragraph that is set as a note, or the heading of the notes, which Word has none of."""
        return any(self._holds(span, start) for span in self._spans)

    def within(self, flow: Flow) -> Iterator[tuple[int, int, list[Node]]]:
        """Yield where the markers in a paragraph begin and end, and the blocks of their notes."""
        for span, note in sorted(self._markers.items()):
            places = [at for at in range(len(flow.text)) if span.start <= flow.place(at) < span.end]
            if places:
                yield places[0], places[-1] + 1, self._texts[note.span]

    def _holds(self, span: Span, start: int) -> bool:
        return span.start <= start < span.end


def _block(passage: Passage, inlines: list[Node]) -> list[Node]:
    if passage.kind == "heading":
        return [{"t": "Header", "c": [passage.level, ["", [], []], inlines]}]
    if passage.kind == "quote":
        return [{"t": "BlockQuote", "c": [{"t": "Para", "c": inlines}]}]
    return [{"t": "Para", "c": inlines}]


def _grouped(blocks: list[Node]) -> list[Node]:
    """Join lines of one quotation."""
    grouped: list[Node] = []
    for block in blocks:
        if block["t"] == "BlockQuote" and grouped and grouped[-1]["t"] == "BlockQuote":
            before, lines = grouped[-1]["c"], block["c"]
            assert isinstance(before, list)
            assert isinstance(lines, list)
            before += lines
        else:
            grouped.append(block)
    return grouped


def _inlines(flow: Flow, notes: _Notes | None) -> list[Node]:
    found: list[Node] = []
    at = 0
    for start, end, blocks in notes.within(flow) if notes else ():
        found += _text(flow.part(at, start))
        found.append({"t": "Note", "c": blocks})
        at = end
    return found + _text(flow.part(at, len(flow.text)))


def _text(flow: Flow) -> list[Node]:
    found: list[Node] = []
    for start, end, run in flow.run_places() if flow.text else ():
        nodes = list(_words(flow.text[start:end]))
        for mark in run.marks:
            if mark in MARKS:
                nodes = [{"t": MARKS[mark], "c": nodes}]
        if run.target and run.target.startswith("http"):
            nodes = [{"t": "Link", "c": [["", [], []], nodes, [run.target, ""]]}]
        found += nodes
    return found


def _words(text: str) -> Iterator[Node]:
    for part in re.split(r"( )", text):
        if part:
            yield {"t": "Space"} if part == " " else {"t": "Str", "c": part}
