"""Which paragraphs a text sets in from its margin: quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.source import Block

INDENT = re.compile(r"(?:\t|[ \u00a0]{3,})[ \t\u00a0]*\Z")
MOST = 0.25
"""Share of the paragraphs that may be set in; where more are, it is the manner of the page."""

PROSE = 90
"""Characters of a paragraph before which nothing is a quotation."""

SHORTEST = 20
LABEL = re.compile(r"[\d(\[*•●▪◦–—-]")
"""What an item or a note begins with."""


def indented_blocks(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the lines of the paragraphs that are set in, where most are not."""
    if "\n   " not in text and "\n\t" not in text:
        return frozenset()
    found: list[list[int]] = []
    groups = _paragraphs(blocks)
    prose = False
    for group in groups:
        first, last = blocks[group[0]], blocks[group[-1]]
        if prose and all(_is_set_in(text, blocks[number]) for number in group):
            long = last.end - first.start >= SHORTEST
            if long and not LABEL.match(text, first.start):
                found.append(group)
        prose = prose or last.end - first.start >= PROSE
    few = len(found) <= MOST * len(groups)
    return frozenset(number for group in found for number in group) if few else frozenset()


def _paragraphs(blocks: Sequence[Block]) -> list[list[int]]:
    groups: list[list[int]] = []
    for number, block in enumerate(blocks):
        if groups and block.gap == 0:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _is_set_in(text: str, block: Block) -> bool:
    line = text.rfind("\n", 0, block.start) + 1
    return block.kind == "text" and INDENT.match(text, line, block.start) is not None
