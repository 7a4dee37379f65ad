"""How physical lines become passages: lines that were wrapped are joined, marks of the page are set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.analysis.flow import Flow
from converter.diagnostics import Code, Diagnostic
from converter.model import Furniture
from converter.source import Block, Source

WIDEST_WRAP = 130
"""Columns; longer lines are paragraphs, not wrapped lines."""

FEWEST_WRAPS = 4
"""Lines that must look wrapped before any are joined."""

READING_TIME = re.compile(
    r"""
    \d{1,3}\s*(?:-\s*\d+\s*)? (?: min(?:ute)?s?\.?\s+read | minute\s+read | dk\.?\s+okuma | dakika(?:lık)?\s+okuma | мин\.?\s+чтения | Min\.?\s+Lesezeit )$
    | (?:reading\s+time|okuma\s+süresi)\s*:?\s*\d+\s*\w*\.?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
PAGE_NUMBER = re.compile(
    r"(?:(?:page|sayfa|s\.|p\.|seite|стр\.?|səhifə)\s*)?[-–—|\s]*(?P<n>\d{1,4})[-–—|\s]*(?:(?:/|of|von|из)\s*\d{1,4})?$", re.IGNORECASE
)
LETTER_OR_FIGURE = re.compile(r"[^\W_]|[*†‡§©]")
BEGINS_ANEW = re.compile(r"(?:[-•●▪*–]\s+\S|\[\^?[\w*]{1,12}\]|[¹²³⁰-⁹]|\*+\s|>\s|#)")
NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")
OPEN_LINE = re.compile(r"[^.!?:;…”\"’»)\]]$")
"""A full line that ends so goes on in the next, even where that begins with a figure."""
"""A line that begins so is never the continuation of the line before it."""


@dataclass(slots=True)
class Passage:
    """A paragraph-like unit of the source before it is known what it is."""

    flow: Flow
    kind: str
    level: int
    gap: int
    note: str | None = None
    label: str | None = None
    page_break: bool = False
    """A page of the source ends somewhere between this passage and the one before it."""
    page_number: str | None = None
    after_rule: bool = False
    """A rule of the page stands between this passage and the one before it."""
    pieces: list[Flow] = field(default_factory=list)
    """Where it was put together from pieces (a page break between them), each of them."""
    breaks: list[tuple[int, str | None]] = field(default_factory=list)
    """Offsets in the flow where a page of the source ends, with the printed page number."""

    @property
    def text(self) -> str:
        return self.flow.text


@dataclass(slots=True)
class Lines:
    """What the lines of a source come to."""

    passages: list[Passage]
    furniture: list[Furniture]
    findings: list[Diagnostic]


def build_passages(source: Source) -> Lines:
    """Join wrapped lines and set aside the marks of the page."""
    found = Lines([], [], [])
    flows = [Flow.of_runs(source.text, block.runs) for block in source.blocks]
    width = _wrap_width(source.text, source.blocks, flows)
    repeated = _repeated_lines(source.blocks, flows)
    page_break, page_number, unjoined, after_rule = False, None, True, False
    for number, (block, flow) in enumerate(zip(source.blocks, flows, strict=True)):
        kind = _furniture_kind(number, block, flow, flows, repeated)
        if kind:
            if block.kind != "page-break":
                found.furniture.append(Furniture(kind, flow.text, flow.whole()))
            if kind in ("page-number", "running-head", "page-break"):
                page_break = True
                page_number = _page_number(flow.text) or page_number
            unjoined = True
            after_rule = after_rule or kind == "separator" and len(flow.text) > 1
            continue
        before = found.passages[-1] if found.passages else None
        if before and not unjoined and block.gap == 0 and before.kind == block.kind == "quote":
            before.flow = Flow.joined([before.flow, flow])
        elif before and width and not unjoined and _continues(before, block, flow, flows[number - 1], first_word(source.text, block), width):
            before.flow = Flow.joined([before.flow, flow], "" if _splits_word(before.text, flow.text) else " ")
        else:
            found.passages.append(Passage(flow, block.kind, block.level, block.gap, block.note, block.label, page_break, page_number, after_rule))
        page_break, page_number, unjoined, after_rule = False, None, False, False
    if width:
        first = found.passages[0].flow.whole() if found.passages else None
        found.findings.append(Code.LINES_UNWRAPPED.at(first, width=width))
    return found


def _wrap_width(text: str, blocks: Sequence[Block], flows: Sequence[Flow]) -> int | None:
    """Return the column near which lines were wrapped, or ``None`` where line ends are meant.

    A line was wrapped if the first word of the next line would not have fitted behind it. Where that holds for most of
    the lines that another line follows directly, line ends mean nothing.
    """
    pairs = [(flows[i].text, flows[i + 1].text, first_word(text, blocks[i + 1])) for i in range(len(flows) - 1) if blocks[i + 1].gap == 0]
    if len(pairs) < FEWEST_WRAPS:
        return None
    lengths = sorted(len(line) for line, _, _ in pairs if "://" not in line)
    if not lengths:
        return None
    width = lengths[min(int(len(lengths) * 0.97), len(lengths) - 1)]
    if not 30 <= width <= WIDEST_WRAP:
        return None
    wrapped = sum(len(line) + 1 + word > width for line, following, word in pairs if not BEGINS_ANEW.match(following))
    return width if wrapped >= max(FEWEST_WRAPS, 0.5 * len(pairs)) else None


def first_word(text: str, block: Block) -> int:
    """Return the length of a line's first word; a no-break space does not end it."""
    end = text.find(" ", block.start, block.end)
    return (end if end >= 0 else block.end) - block.start


def _continues(before: Passage, block: Block, flow: Flow, last_line: Flow, word: int, width: int) -> bool:
    if block.gap or block.kind != "text" or before.kind not in ("text", "quote") or BEGINS_ANEW.match(flow.text):
        return False
    if NUMBERED.match(flow.text) and not OPEN_LINE.search(last_line.text):
        return False
    if "://" in last_line.text and len(last_line.text) > width:
        return True
    if len(last_line.text) + 1 + word > width:
        return True
    return len(last_line.text) > 0.6 * width and flow.text[0].islower() and OPEN_LINE.search(last_line.text) is not None


def _splits_word(before: str, following: str) -> bool:
    """Tell whether an address goes on without a blank on the next line."""
    tail = before.rsplit(" ", 1)[-1]
    return "://" in tail and tail[-1] in "/-=&?_%" and not following[:1].isspace()


def _furniture_kind(number: int, block: Block, flow: Flow, flows: Sequence[Flow], repeated: frozenset[str]) -> str | None:
    """Return what mark of the page a line is, or ``None`` for text."""
    text = flow.text
    if block.kind == "page-break":
        return "page-break"
    if block.kind == "rule" or not LETTER_OR_FIGURE.search(text):
        return "separator"
    if len(text) > 120:
        return None
    if READING_TIME.match(text):
        return "reading-time"
    if PAGE_NUMBER.match(text) and _is_page_number(number, text, flows):
        return "page-number"
    return "running-head" if repeated and _head_key(text) in repeated else None


def _is_page_number(number: int, text: str, flows: Sequence[Flow]) -> bool:
    """A lone figure is a page number between two stretches of text, not in the header and not after a label."""
    if not text[0].isdigit() and not text[-1].isdigit():
        return False
    around = [flow.text for flow in flows[max(number - 2, 0) : number + 3] if flow.text != text]
    return sum(len(part) > 60 for part in around) >= 1 and number > 1


def _page_number(text: str) -> str | None:
    match = PAGE_NUMBER.match(text) if text else None
    return match["n"] if match else None


def _head_key(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold()).strip(" -–|·•")


def _repeated_lines(blocks: Sequence[Block], flows: Sequence[Flow]) -> frozenset[str]:
    """Return the keys of short lines that stand three times and more: running heads and feet."""
    counts = Counter(_head_key(flow.text) for flow in flows if 3 < len(flow.text) <= 90)
    return frozenset(key for key, count in counts.items() if count >= 3 and not BEGINS_ANEW.match(key))
