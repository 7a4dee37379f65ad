"""The labels of notes at the head of a line of a PDF, and the marks in the text that refer to them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from converter.readers.pdf_glyphs import Glyphs
from converter.readers.pdf_lines import Line, Lines

LABEL = re.compile(r"\[?\(?(?P<label>\d{1,3}|\*{1,3}|[†‡§]{1,2}|[¹²³⁰⁴-⁹]{1,3})\)?\]?[.)]?")
START = re.compile(rf"{LABEL.pattern}(?:\s+|(?<=[*†‡§])|(?<=\d)(?=[^\W\d_a-z]|[“„«\"‘]))(?=\S)")
MARK = re.compile(
    r"""
      \[ (?P<bracket> \d{1,3} ) \]                          # [1]
    | (?<= [^\W_] | [”"’.,)!?] ) (?P<star> \*{1,3} | [†‡§]{1,2} ) (?! \w )   # Title*
    | (?P<figure> [¹²³⁰⁴-⁹]{1,3} )                          # ¹
    """,
    re.VERBOSE,
)
"""A mark that is not raised."""

SIGN = re.compile(r"[\[*†‡§¹²³⁰⁴-⁹]")
RAISED = re.compile(r"\d{1,3}|\*{1,3}|[†‡§]{1,2}")
PLAIN_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
UNIT = re.compile(r"(?:\b|\d)[kcdmµ]?m$|\bft$")


def start_of(line: Line) -> tuple[str, int] | None:
    """Return the label that a line begins with and the length of it, if any."""
    first = line.glyphs[0]
    text = line.text
    if first.raised:
        match = LABEL.match(first.text.strip())
        if match and match.end() == len(first.text.strip()) and len(text) > len(first.text):
            return match["label"].translate(PLAIN_FIGURES), len(first.text)
        return None
    start = START.match(text)
    return (start["label"].translate(PLAIN_FIGURES), start.end()) if start else None


def split_line(line: Line, end: int) -> tuple[list[Glyphs], Line | None]:
    """Return the first characters of a line as stretches, and the rest as a line."""
    head: list[Glyphs] = []
    tail: list[Glyphs] = []
    at = 0
    for piece in line.glyphs:
        following = at + len(piece.text)
        if following <= end:
            head.append(piece)
        elif at >= end:
            tail.append(piece)
        else:
            head.append(piece.part(0, end - at))
            tail.append(piece.part(end - at, len(piece.text)))
        at = following
    while tail and tail[0].text.isspace():
        head.append(tail.pop(0))
    if not tail:
        return head, None
    rest = Line(tail, line.page)
    rest.y, rest.left, rest.right, rest.tag = line.y, line.left, line.right, line.tag
    return head, rest


def find_marks(line: Line) -> Iterator[tuple[str, int, int]]:
    """Yield what may be a mark of a note: its label, and where it stands in the text of the line."""
    if line.style.angle:
        return
    at = 0
    for piece in line.glyphs:
        if piece.raised and at:
            for match in RAISED.finditer(piece.text):
                yield match[0], at + match.start(), at + match.end()
        at += len(piece.text)
    for match in MARK.finditer(line.text) if SIGN.search(line.text) else ():
        if match.start():
            group = match.lastgroup or ""
            yield match[group].translate(PLAIN_FIGURES), match.start(), match.end()


def set_marks(lines: Lines, labels: frozenset[str]) -> None:
    """Make the marks of these labels stretches of their own that are known as markers."""
    found = [(line, mark) for line in lines for mark in find_marks(line) if mark[0] in labels]
    doubled = {label for label in labels if sum(mark[0] == label for _, mark in found) > 1}
    for line in {id(line): line for line, _ in found}.values():
        spans = [
            (start, end)
            for one, (label, start, end) in found
            if one is line and not (label in doubled and UNIT.search(line.text, 0, start))
        ]
        line.glyphs = list(_marked(line, spans))


def _marked(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[Glyphs]:
    at = 0
    for piece in line.glyphs:
        end = at + len(piece.text)
        edges = sorted({at, end, *(edge for span in spans for edge in span if at < edge < end)})
        for left, right in itertools.pairwise(edges):
            part = piece if (left, right) == (at, end) else piece.part(left - at, right - at)
            part.marker = any(start <= left and right <= stop for start, stop in spans)
            yield part
        at = end
