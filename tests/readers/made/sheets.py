"""A labelled page as a sheet, which any program can set, and what is expected of it then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.evaluation.brackets import Bracket, pieces
from converter.evaluation.gold import Block, Gold
from converter.evaluation.layouts import REFLOWED
from converter.evaluation.truth import BULLET
from tests.readers.pdf.parts import Inline, Part, Sheet

KINDS = {
    "title": "title", "head": "heading", "p": "paragraph", "notice": "paragraph", "quote": "quote",
    "item": "item", "note": "note", "note2": "note", "notes": "notes-heading", "about": "about-author",
    "abstract": "abstract", "cite": "cite-as",
}  # fmt: skip
"""Label of the gold → kind of a part; all others are lines."""
QUOTED = re.compile(r"[“„«\"]")


def is_plain(gold: Gold) -> bool:
    """Say whether a page has numbered notes, no page breaks and no markup, so that it can be set anew."""
    whole = not any(block.joins or block.label == "pagebreak" for block in gold.blocks)
    return whole and not gold.is_markdown and all(name.isdecimal() for name in note_ids(gold))


def note_ids(gold: Gold) -> list[str]:
    """Return the ids of the notes in their order."""
    return [
        mark.value.split()[0]
        for block in gold.blocks
        if block.label == "note"
        for mark in _brackets(block, "n")[:1]
    ]


def has_native_notes(gold: Gold) -> bool:
    """Say whether a program that numbers notes itself numbers them as the page does."""
    marks = [mark.value for block in gold.blocks for mark in _brackets(block, "m")]
    ids = note_ids(gold)
    return bool(ids) and marks == ids == [str(number) for number in range(1, len(ids) + 1)]


def _brackets(block: Block, key: str) -> list[Bracket]:
    return [one for one in pieces(block.text) if isinstance(one, Bracket) and one.key == key]


def expected(gold: Gold, *, native: bool = False, furniture: Sequence[str] = ()) -> Gold:
    """Return what is expected of a page whose notes need no heading, with what a program prints round it."""
    kept = gold.without(frozenset({"notes"})) if native else gold
    return replace(kept, blocks=(*kept.blocks, *(Block("furniture", line, 1) for line in furniture)))


def sheet_of_gold(gold: Gold) -> Sheet:
    """Return a labelled page as parts in the order in which it is printed."""
    sheet = Sheet(str(gold.head.get("title") or gold.name), gold.language)
    known = frozenset(note_ids(gold))
    paragraphs: dict[str, list[tuple[Inline, ...]]] = {}
    label = ""
    for block in gold.blocks:
        if block.label == "note":
            label = next((mark.value.split()[0] for mark in _brackets(block, "n")), "")
        sheet.parts += _parts(block, known)
        if block.label in {"note", "note2"}:
            paragraphs.setdefault(label, []).append(tuple(_inlines(block, block.text, known)))
    sheet.notes |= {name: (name, tuple(lines)) for name, lines in paragraphs.items() if name}
    return sheet


def _parts(block: Block, known: frozenset[str]) -> Iterator[Part]:
    kind = KINDS.get(block.label, block.label)
    if block.label == "table":
        for row in block.text.split("\n"):
            cells = [cell.strip() for cell in re.split(r"[|\t]+", row.strip(" |"))]
            if re.search(r"\w", row):
                yield Part("row", tuple(_inlines(block, "\t".join(cells), known)))
        return
    if block.label in {"note", "note2"}:
        label = next((mark.value.split()[0] for mark in _brackets(block, "n")), "")
        yield Part("note", tuple(_inlines(block, block.text, known)), label)
        return
    text, label = block.text, ""
    bullet = BULLET.match(text) if block.label == "item" else None
    if bullet:
        text, label = text[bullet.end() :], bullet[0].strip()
    for line in [text] if block.label in REFLOWED else text.split("\n"):
        yield Part(kind, tuple(_inlines(block, line, known)), label)


def _inlines(block: Block, text: str, known: frozenset[str]) -> Iterator[Inline]:
    """Yield a text as inlines, without the label of a note; what a quoted title stands in is slanted."""
    spaced = re.sub(r"[^\S\t]+", " ", text) if block.label in {*REFLOWED, "table"} else text
    if block.label in {"note", "note2"}:
        spaced = re.sub(r"(⟦n [^⟧]*⟧)\s*", r"\1", spaced.lstrip())
    quoted = False
    for one in pieces(spaced):
        if isinstance(one, str):
            quoted = quoted or bool(QUOTED.search(one))
            yield Inline(one)
        elif one.key == "m":
            yield Inline(one.value if one.value in known else one.printed.strip("[]()"), (), one.value)
        elif one.key != "n" and one.printed:
            slanted = quoted and one.key == "container" and block.label == "note"
            yield Inline(one.printed, ("italic",) if slanted else ())
