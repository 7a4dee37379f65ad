"""A labelled document: the truth about its metadata and its page, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from converter.errors import ConverterError
from converter.evaluation.brackets import visible

LABELS = (
    "banner", "title", "subtitle", "byline", "role", "date", "series", "abstract", "keywords", "repeat",
    "p", "head", "quote", "item", "table", "caption", "credit", "notice",
    "notes", "note", "note2", "about", "ack", "cite", "colophon", "bib", "furniture", "pagebreak",
)  # fmt: skip
HEADER = frozenset({"banner", "title", "subtitle", "byline", "role", "date", "series"})
BODY = frozenset({"p", "head", "quote", "item", "table", "caption", "credit", "notice"})
NOTES = frozenset({"note", "note2"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a gold file, and on which line."""

    line: int
    problem: str


class InvalidGold(ConverterError):
    """A gold file that cannot be used; ``faults`` says why."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{name}:{faults[0].line}: {faults[0].problem}")
        self.name = name
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page under one label, its brackets and line ends kept."""

    label: str
    text: str
    line: int
    gap: int = 0
    """How many empty lines stand before it."""
    joins: bool = False
    """It goes on with the block of its label before it (``p+``)."""

    @property
    def page(self) -> str:
        """What stands on the page."""
        return visible(self.text)


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled document."""

    name: str
    head: Mapping[str, Any]
    blocks: tuple[Block, ...]
    trailing: int = 0
    """How many empty lines end the page."""

    @property
    def language(self) -> str:
        """The language of the document."""
        return str(self.head["language"])

    @property
    def is_markdown(self) -> bool:
        """Whether the page is Markdown."""
        return self.head.get("form") == "md"

    def without(self, labels: frozenset[str]) -> Gold:
        """Return it without the blocks of some labels."""
        return replace(self, blocks=tuple(block for block in self.blocks if block.label not in labels))


def page_of(gold: Gold) -> str:
    """Return the page exactly as it was labelled."""
    lines: list[str] = []
    for block in gold.blocks:
        lines += [""] * block.gap
        lines.append("\f" if block.label == "pagebreak" else block.page)
    return "\n".join(lines + [""] * gold.trailing) + "\n"


def joined(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks in reading order, those that go on later joined to one; page breaks are left out."""
    whole: list[Block] = []
    for block in blocks:
        if block.label == "pagebreak":
            continue
        at = _last(whole, block.label) if block.joins or block.label == "note2" else None
        if at is None:
            whole.append(block)
        else:
            between = "\n\n" if block.label == "note2" and not block.joins else "\n"
            whole[at] = replace(whole[at], text=f"{whole[at].text}{between}{block.text}")
    yield from whole


def _last(blocks: list[Block], label: str) -> int | None:
    """Return the place of the last block that one of this label goes on with."""
    wanted = "note" if label in NOTES else label
    return next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i].label == wanted), None)
