"""Plain text and Markdown, and the half-Markdown between them, as lines with runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from converter.readers.encoding import decode
from converter.readers.front_matter import read_front_matter
from converter.readers.inline import IMAGE, Cut, Mark, scan
from converter.readers.verbatim import Verbatim, find_verbatim
from converter.source import Block, Run, Source

PAGE_BREAK = "\x0c"
LINE_ENDS = frozenset("\r\n\x0b\x85\u2028\u2029")
NO_LINE_ENDS = ("\x1c", "\x1d", "\x1e")
"""Separators that Python takes for line ends; here they are blanks."""

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")

WITHIN = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\u2028\u2029]|\Z)")
"""A line of a text in which U+0085 is half of a letter that was read in the wrong code page."""

OTHER_CONTROLS = re.compile(r"[\x80-\x84\x86-\x9f]")
FEWEST_QUOTED = 5
QUOTED = 0.9
"""Lines, and their share, from which on a text that is quoted throughout is an answer to a message."""

HEADING = re.compile(r"(?P<signs>\#{1,6})\s+(?=\S)")  # ## Heading
QUOTE = re.compile(r"(?:>\s?)+(?=\S)")  # > quoted   > > quoted twice
RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:\*\s){2,}\*)$")  # ---   ***   * * *
TABLE_ROW = re.compile(r"\|.*\|$")  # | cell | cell |
TABLE_LINE = re.compile(r"[|\s:-]+$")  # |---|:-:|

MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown"}


def read_text(content: bytes, name: str, sha256: str) -> Source:
    """Read plain text or Markdown; every run is a slice of the decoded text."""
    text, encoding, findings = decode(content, name)
    front_matter = read_front_matter(text)
    if front_matter.finding:
        findings.append(front_matter.finding)
    verbatim = find_verbatim(text, front_matter.end)
    cuts, marks = scan(text, verbatim)
    blocks = _Lines(text, cuts, marks, verbatim).blocks()
    media_type = MEDIA_TYPES.get(PurePath(name).suffix.lower(), "text/plain")
    return Source(name, media_type, encoding, sha256, text, blocks, tuple(findings), front_matter.clues)


class _Lines:
    """Cuts lines into runs; markup is met in order, so each list is walked once."""

    def __init__(
        self, text: str, cuts: Sequence[Cut], marks: Sequence[Mark], verbatim: Sequence[Verbatim]
    ) -> None:
        self.text = text
        self.cuts = cuts
        self.marks = marks
        self.verbatim = list(reversed(verbatim))
        """The last is the next to come."""
        self.next_cut = 0
        self.next_mark = 0
        self.reaching: Sequence[Mark] = ()
        """Marks that go on behind the line that was taken last."""
        self.quoted = False
        """Every line is one of a message that is answered: that is no quotation."""
        self.quiet = 0
        """Up to here no markup is left."""
        self.found: list[Block] = []

    def blocks(self) -> tuple[Block, ...]:
        """Return a block for every line with text and for every page break."""
        at, ends, first = 0, 0, True
        lines = _lines(self.text)
        self.quoted = _is_quoted(lines)
        for line in lines:
            following = at + len(line)
            if not line.isspace() and not (self.quoted and not line.strip("> \t\r\n")):
                self._line(line, at, 1 if first else max(ends - 1, 0))
                ends, first = 0, False
            if line[-1] == PAGE_BREAK:
                self.found.append(Block(following - 1, following, (), "page-break", gap=1))
                ends, first = 2, False
            elif line[-1] in LINE_ENDS:
                ends, first = ends + 1, False
            at = following
        return tuple(self.found)

    def _line(self, line: str, start: int, gap: int) -> None:
        """Take a line with text; blanks at its ends are left out."""
        start += len(line) - len(line.lstrip())
        end = start + len(line.strip())
        stretch = self._verbatim_at(start)
        if stretch:
            runs = (Run(start, end, stretch.marks),)
            self.found.append(Block(start, end, runs, gap=gap, furniture=stretch.furniture))
        elif self.text[start] in "#>-*_=|!":
            kind, level, begin = self._kind(start, end)
            first = begin if self.quoted and kind == "text" else start
            self.found.append(Block(first, end, self._runs(begin, end), kind, level, gap=gap))
        else:
            self.found.append(Block(start, end, self._runs(start, end), gap=gap))

    def _verbatim_at(self, start: int) -> Verbatim | None:
        while self.verbatim and self.verbatim[-1].end <= start:
            del self.verbatim[-1]
        return self.verbatim[-1] if self.verbatim and self.verbatim[-1].start <= start else None

    def _kind(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the kind and level of a line that may be more than text, and where its text begins."""
        first = self.text[start]
        if first == "#" and (match := HEADING.match(self.text, start, end)):
            return "heading", len(match["signs"]), match.end()
        if first == ">" and (match := QUOTE.match(self.text, start, end)):
            return "text" if self.quoted else "quote", 0, match.end()
        if first == "|" and TABLE_ROW.match(self.text, start, end):
            return "row", 0, end if TABLE_LINE.match(self.text, start, end) else start
        if first == "!" and IMAGE.fullmatch(self.text, start, end):
            return "figure", 0, start
        if RULE.match(self.text, start, end):
            return "rule", 0, start
        return "text", 0, start

    def _runs(self, start: int, end: int) -> tuple[Run, ...]:
        if end <= self.quiet:
            return (Run(start, end),)
        cuts = self._cuts_of(start, end)
        marks = self._marks_of(start, end)
        if not cuts and not marks:
            next_cut = self.cuts[self.next_cut].start if self.next_cut < len(self.cuts) else len(self.text)
            next_mark = (
                self.marks[self.next_mark].start if self.next_mark < len(self.marks) else len(self.text)
            )
            self.quiet = min(next_cut, next_mark)
            return (Run(start, end),)
        edges = {start, end}
        for cut in cuts:
            edges.update((max(cut.start, start), min(cut.end, end)))
        for mark in marks:
            edges.update((max(mark.start, start), min(mark.end, end)))
        return tuple(_marked(_outside(sorted(edges), cuts), marks))

    def _cuts_of(self, start: int, end: int) -> list[Cut]:
        cuts, at = self.cuts, self.next_cut
        while at < len(cuts) and cuts[at].end <= start:
            at += 1
        self.next_cut = at
        found = []
        while at < len(cuts) and cuts[at].start < end:
            found.append(cuts[at])
            at += 1
        return found

    def _marks_of(self, start: int, end: int) -> list[Mark]:
        marks, at = self.marks, self.next_mark
        found = [mark for mark in self.reaching if mark.end > start]
        while at < len(marks) and marks[at].start < end:
            if marks[at].end > start:
                found.append(marks[at])
            at += 1
        self.next_mark = at
        self.reaching = [mark for mark in found if mark.end > end]
        return found


def _lines(text: str) -> list[str]:
    """Return the lines, each with its end."""
    if "\x85" in text and OTHER_CONTROLS.search(text):
        return [line for line in WITHIN.findall(text) if line]
    if any(map(text.__contains__, NO_LINE_ENDS)):
        return [line for line in LINE.findall(text) if line]
    return text.splitlines(keepends=True)


def _is_quoted(lines: Sequence[str]) -> bool:
    """Tell a text whose lines are all quoted, but perhaps the one that says whose words they are."""
    printed = [line for line in lines if not line.isspace()]
    quoted = sum(line.startswith(">") for line in printed)
    return quoted >= FEWEST_QUOTED and quoted >= QUOTED * len(printed)


def _outside(edges: Sequence[int], cuts: Sequence[Cut]) -> list[tuple[int, int]]:
    """Return the stretches between edges that no cut covers; both come in order."""
    found = []
    at = 0
    for left, right in pairwise(edges):
        while at < len(cuts) and cuts[at].end <= left:
            at += 1
        if at == len(cuts) or left < cuts[at].start:
            found.append((left, right))
    return found


def _marked(stretches: Iterable[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[Run]:
    """Yield stretches as runs, each with the marks that it stands in; both come in order."""
    over: list[Mark] = []
    at = 0
    for left, right in stretches:
        while at < len(marks) and marks[at].start <= left:
            over.append(marks[at])
            at += 1
        over = [mark for mark in over if mark.end > left]
        yield _run(left, right, over)


def _run(start: int, end: int, marks: Sequence[Mark]) -> Run:
    if not marks:
        return Run(start, end)
    target = next((mark.target for mark in marks if mark.name == "link"), None)
    names = tuple(dict.fromkeys(mark.name for mark in marks if mark.name not in ("link", "marker")))
    return Run(start, end, names, target, any(mark.name == "marker" for mark in marks))
