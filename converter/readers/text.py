"""Plain text and Markdown, and the half-Markdown between them, as lines with runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from converter.readers.encoding import decode
from converter.readers.inline import Cut, Mark, scan
from converter.source import Block, Run, Source

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+ | \r\n | [\r\n\x0b\x85\u2028\u2029] | \x0c", re.VERBOSE)
HEADING = re.compile(r"(?P<signs>\#{1,6})\s+(?=\S)")
QUOTE = re.compile(r"(?:>\s?)+(?=\S)")
RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:\*\s){2,}\*)$")
TABLE_ROW = re.compile(r"\|.*\|$")

MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown"}


def read_text(content: bytes, name: str, sha256: str) -> Source:
    """Read plain text or Markdown; every run is a slice of the decoded text."""
    text, encoding, findings = decode(content, name)
    cuts, marks = scan(text)
    blocks = tuple(_blocks(text, cuts, marks))
    media_type = MEDIA_TYPES.get(PurePath(name).suffix.lower(), "text/plain")
    return Source(name, media_type, encoding, sha256, text, blocks, tuple(findings))


def _blocks(text: str, cuts: Sequence[Cut], marks: Sequence[Mark]) -> Iterator[Block]:
    gap = 1  # the first line stands apart
    ends = 0  # line ends since the last line with text
    lines = _Lines(text, cuts, marks)
    for match in LINE.finditer(text):
        piece = match[0]
        if piece == "\x0c":
            yield Block(match.start(), match.end(), (), "page-break", gap=1)
            ends = 2
        elif piece.isspace():
            ends += 1 if piece[0] in "\r\n\x0b\x85\u2028\u2029" else 0
        else:
            yield lines.block(match.start(), match.end(), max(ends - 1, 0) if ends else gap)
            ends = 0


class _Lines:
    """Cuts lines into runs; markup is met in order, so each list is walked once."""

    def __init__(self, text: str, cuts: Sequence[Cut], marks: Sequence[Mark]) -> None:
        self.text = text
        self.cuts = cuts
        self.marks = marks
        self.next_cut = 0
        self.first_mark = 0

    def block(self, start: int, end: int, gap: int) -> Block:
        text = self.text
        line = text[start:end]
        start += len(line) - len(line.lstrip())
        end -= len(line) - len(line.rstrip())
        kind, level, begin = self._kind(start, end)
        runs = tuple(self._runs(begin, end))
        return Block(start, end, runs, kind, level, gap=gap)

    def _kind(self, start: int, end: int) -> tuple[str, int, int]:
        first = self.text[start]
        if first not in "#>-*_=|":
            return "text", 0, start
        if first == "#" and (match := HEADING.match(self.text, start, end)):
            return "heading", len(match["signs"]), match.end()
        if first == ">" and (match := QUOTE.match(self.text, start, end)):
            return "quote", 0, match.end()
        if first == "|" and TABLE_ROW.match(self.text, start, end):
            return "row", 0, start
        if RULE.match(self.text, start, end):
            return "rule", 0, start
        return "text", 0, start

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        cuts = self._cuts_of(start, end)
        marks = self._marks_of(start, end)
        if not cuts and not marks:
            yield Run(start, end)
            return
        edges = {start, end}
        for cut in cuts:
            edges.update((max(cut.start, start), min(cut.end, end)))
        for mark in marks:
            edges.update((max(mark.start, start), min(mark.end, end)))
        ordered = sorted(edges)
        for left, right in zip(ordered, ordered[1:], strict=False):
            if not any(cut.start <= left < cut.end for cut in cuts):
                yield _run(left, right, [mark for mark in marks if mark.start <= left < mark.end])

    def _cuts_of(self, start: int, end: int) -> list[Cut]:
        while self.next_cut < len(self.cuts) and self.cuts[self.next_cut].end <= start:
            self.next_cut += 1
        found = []
        at = self.next_cut
        while at < len(self.cuts) and self.cuts[at].start < end:
            found.append(self.cuts[at])
            at += 1
        return found

    def _marks_of(self, start: int, end: int) -> list[Mark]:
        found = []
        while self.first_mark < len(self.marks) and self.marks[self.first_mark].end <= start:
            self.first_mark += 1
        at = self.first_mark
        while at < len(self.marks) and self.marks[at].start < end:
            if self.marks[at].end > start:
                found.append(self.marks[at])
            at += 1
        return found


def _run(start: int, end: int, marks: Sequence[Mark]) -> Run:
    target = next((mark.target for mark in marks if mark.name == "link"), None)
    names = tuple(dict.fromkeys(mark.name for mark in marks if mark.name not in ("link", "marker")))
    return Run(start, end, names, target, any(mark.name == "marker" for mark in marks))
