"""How a page is laid out as plain text: as labelled, wrapped, line by line, with pieces hyphenated."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from converter.evaluation.dice import Dice
from converter.evaluation.gold import Block, Gold

REFLOWED = frozenset(
    {
        "title", "subtitle", "p", "head", "quote", "item", "caption", "notice", "note", "note2", "about",
        "ack", "cite", "abstract", "bib",
    }
)  # fmt: skip
"""Labels of blocks whose line ends mean nothing."""
TOGETHER = frozenset({"item", "table", "colophon", "note", "bib"})
"""Labels of blocks that may stand line under line."""
SPLIT_WORD = re.compile(r"(?<!\w)[^\W\d_]{8,}(?!\w)")


def in_lines(block: Block) -> str:
    """Return a block with every paragraph on one line."""
    return " ".join(block.page.split()) if block.label in REFLOWED else block.page


def laid_out(gold: Gold, shape: Callable[[Block], str], gap: Callable[[Block, Block], int]) -> str:
    """Return a page of shaped blocks with gaps between them."""
    text = ""
    last: Block | None = None
    for block in gold.blocks:
        if last is not None:
            text += "\n" * (1 + gap(last, block))
        text += "\f" if block.label == "pagebreak" else shape(block)
        last = block
    return f"{text}\n"


def roomy(last: Block, block: Block) -> int:
    """Return an empty line between blocks, but for those that stood line under line."""
    return (
        0 if block.gap == 0 and last.label == block.label and block.label in TOGETHER else max(block.gap, 1)
    )


def tight(_last: Block, _block: Block) -> int:
    """Return no empty line."""
    return 0


def wrapped(gold: Gold, dice: Dice) -> str:
    """Return the page with lines of nearly the same length, as of an old e-mail."""
    width = 64 + dice.throw(16)
    return laid_out(gold, lambda block: _wrap(block, width), roomy)


def _wrap(block: Block, width: int) -> str:
    if block.label not in REFLOWED:
        return block.page
    lines = textwrap.wrap(in_lines(block), width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def hyphenated(gold: Gold, dice: Dice) -> str:
    """Return the page in full lines, some long words broken at their ends, as a machine reads it."""
    width = 58 + dice.throw(12)
    return laid_out(gold, lambda block: _hyphenate(block, width, dice), roomy)


def _hyphenate(block: Block, width: int, dice: Dice) -> str:
    if block.label not in {"p", "note", "quote"}:
        return _wrap(block, width)
    lines = [""]
    for word in in_lines(block).split(" "):
        room = width - len(lines[-1]) - 1
        if not lines[-1] or len(word) <= room:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
            continue
        head = _head(word, room - 1) if dice.throw(2) else ""
        if head:
            lines[-1] += f" {head}-"
        lines.append(word[len(head) :])
    return "\n".join(lines)


def _head(word: str, most: int) -> str:
    """Return the part of a word that may stand before a hyphen, at least three letters on either side."""
    whole = SPLIT_WORD.match(word)
    length = min(most, len(whole[0]) - 3) if whole else 0
    return word[:length] if length >= 3 else ""


def tightly(gold: Gold, _dice: Dice) -> str:
    """Return the page with one line a paragraph and no empty line."""
    return laid_out(gold, in_lines, tight)


def roomily(gold: Gold, _dice: Dice) -> str:
    """Return the page with one line a paragraph and empty lines between."""
    return laid_out(gold, in_lines, roomy)
