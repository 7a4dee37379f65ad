"""Pages made from labelled ones: heads in another order, with lines of other pages, in other capitals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from converter.evaluation.brackets import visible
from converter.evaluation.gold import Block, Gold

EXCHANGED = ("banner", "title", "subtitle", "byline", "role", "date", "series", "abstract", "furniture")
"""Blocks of the head that another page of the language can lend."""

HEAD = frozenset({*EXCHANGED, "keywords", "repeat", "caption", "credit"})
MOVED = frozenset({"byline", "role", "date", "series", "banner"})
"""Blocks whose place in the head is the habit of a house."""

DROPPED = {"banner": 0.5, "subtitle": 0.15, "role": 0.15, "date": 0.1, "series": 0.15, "furniture": 0.2}
DROPPED |= {"abstract": 0.2, "byline": 0.03, "repeat": 0.3, "keywords": 0.2}
"""How often a block is left out."""

LENT = {"title": 0.1, "subtitle": 0.1, "banner": 0.4, "abstract": 0.1}
LENT_OTHERWISE, FOREIGN = 0.5, 0.12
"""How often the words are those of another page, and of these of one in any language. The words of a title come again
in the text, so that another page has seldom a better one."""

OWN_ORDER = (0.25, 0.6)
"""How often one line is moved; up to where all stand as on another page; otherwise they stay."""

Lent = Mapping[str, Sequence[str]]


class Variations:
    """Makes pages from labelled ones; what they lend each other is known beforehand."""

    def __init__(self, pages: Sequence[Gold]) -> None:
        self.pages = pages
        by_language: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for page in pages:
            for block in head_of(page):
                if block.label in EXCHANGED:
                    for language in (page.language.split("-")[0], ""):
                        by_language[language][block.label].append(block.text)
        self.lent = by_language

    def vary(self, page: Gold, random: Random) -> Gold:
        """Return a page like another one."""
        head = head_of(page)
        tail = [*page.blocks[len(head) :]]
        said: dict[str, str] = {}
        blocks = [self._exchanged(block, page, random, said) for block in head if not _drops(block, random)]
        chance = random.random()
        if chance < OWN_ORDER[0]:
            blocks = _reordered(blocks, random)
        elif chance < OWN_ORDER[1]:
            blocks = _arranged(blocks, random.choice(self.pages))
        blocks = _respaced(blocks, random)
        tail = [replace(block, text=_resaid(block.text, said)) for block in tail]
        title = next((visible(block.text) for block in blocks if block.label == "title"), None)
        named = {**page.head, "title": " ".join(title.split())} if title else page.head
        return replace(page, head=named, blocks=(*blocks, *_shortened(tail, random)))

    def _exchanged(self, block: Block, page: Gold, random: Random, said: dict[str, str]) -> Block:
        text = block.text
        if block.label in EXCHANGED and random.random() < LENT.get(block.label, LENT_OTHERWISE):
            language = "" if random.random() < FOREIGN else page.language.split("-")[0]
            text = random.choice(self.lent[language][block.label])
        text = _recased(text, block.label, random)
        if text != block.text and block.label in ("title", "byline", "banner"):
            said[" ".join(visible(block.text).split())] = " ".join(visible(text).split())
        return replace(block, text=text)


def head_of(page: Gold) -> list[Block]:
    """Return the blocks before the text."""
    count = 0
    while count < len(page.blocks) and page.blocks[count].label in HEAD:
        count += 1
    return [*page.blocks[:count]]


def _drops(block: Block, random: Random) -> bool:
    return random.random() < DROPPED.get(block.label, 0.0)


def _recased(text: str, label: str, random: Random) -> str:
    """Write a line in capitals now and then; what stands in brackets of the label stays."""
    chance = {"title": 0.12, "banner": 0.12, "byline": 0.06, "subtitle": 0.04}.get(label, 0.0)
    if "⟦" in text or random.random() >= chance:
        return text
    return text.upper() if not text.isupper() else text.title()


def _reordered(blocks: Sequence[Block], random: Random) -> list[Block]:
    """Move one of the lines beside the title to another place; a role goes with its byline."""
    units: list[list[Block]] = []
    for block in blocks:
        with_above = units and (
            (block.label == "role" and units[-1][-1].label in ("byline", "role"))
            or block.joins
            or (block.label == "subtitle" and units[-1][-1].label == "title")
        )
        if with_above:
            units[-1].append(block)
        else:
            units.append([block])
    movable = [at for at, unit in enumerate(units) if unit[0].label in MOVED]
    if movable:
        unit = units.pop(random.choice(movable))
        units.insert(random.randint(0, len(units)), unit)
    return [block for unit in units for block in unit]


def _arranged(blocks: Sequence[Block], other: Gold) -> list[Block]:
    """Put the blocks in the order, and with the empty lines, that another page has them in."""
    rest = [*blocks]
    found: list[Block] = []
    for pattern in head_of(other):
        for block in [one for one in rest if one.label == pattern.label][:1]:
            rest.remove(block)
            found.append(replace(block, gap=pattern.gap))
    return [*found, *rest]


def _respaced(blocks: Sequence[Block], random: Random) -> list[Block]:
    """Put empty lines between all blocks, between none, or now and then."""
    style = random.choice(("as", "as", "all", "none", "some"))
    if style == "as":
        return [*blocks]
    share = {"all": 1.0, "none": 0.0, "some": 0.5}[style]
    return [
        replace(block, gap=int(random.random() < share)) if at else block for at, block in enumerate(blocks)
    ]


def _resaid(text: str, said: Mapping[str, str]) -> str:
    for old, new in said.items():
        if len(old) > 3:
            text = text.replace(old, new)
    return text


def _shortened(blocks: list[Block], random: Random) -> list[Block]:
    """Begin the text with another paragraph now and then, and leave the cite-as block out."""
    if random.random() < 0.3:
        blocks = [block for block in blocks if block.label != "cite"]
    if random.random() < 0.3:
        blocks = [block for block in blocks if block.label != "colophon"]
    first = next((at for at, block in enumerate(blocks) if block.label == "p"), None)
    others = [at for at, block in enumerate(blocks) if block.label == "p" and not block.joins]
    if first is not None and len(others) > 1 and random.random() < 0.25 and first + 1 in others:
        del blocks[first]
    return blocks
