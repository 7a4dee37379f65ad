"""What a labelled document says, in the shape in which it is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from converter.evaluation.brackets import Bracket, pieces
from converter.evaluation.gold import BODY, Block, Gold, joined
from converter.evaluation.truth_notes import NoteTruth, note_head, note_truth, reading
from converter.evaluation.wording import bare, plain

BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦‣■□o»]|\(?(?:\d{1,3}|[a-zA-Zа-яА-Я]|[ivxIVX]{1,5})[.)])\s+")
MARKDOWN = (
    (re.compile(r"^\s{0,3}(?:#{1,6}|>)\s+", re.MULTILINE), ""),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(?<!\w)[*_]{1,3}(\S(?:.*?\S)?)[*_]{1,3}(?!\w)"), r"\1"),
    (re.compile(r"\\([\[\]*_#>.()!-])"), r"\1"),
)
BEFORE = 15
"""So many signs before a marker say where it stands."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the body that is compared as one: a paragraph, a heading, an item, a row."""

    label: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A marker: the signs before it, and the id of its note; ``None`` if there is none."""

    before: str
    note: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch outside of body and notes that must be found in its own part of the document."""

    label: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Truth:
    """All that a document is held against."""

    metadata: Mapping[str, Any]
    units: tuple[Unit, ...]
    links: tuple[Link, ...]
    notes: tuple[NoteTruth, ...]
    parts: tuple[Part, ...]
    cite_as: Mapping[str, str] | None
    findings: frozenset[str]
    open: frozenset[str]
    """Kinds of values of which nobody can say what is expected, since a form took their source away."""
    letters: str
    """Every sign that must be kept, but for markers, labels of notes, and the lines of tables."""


def truth_of(gold: Gold) -> Truth:
    """Return what a labelled document says."""
    blocks = tuple(joined(gold.blocks))
    notes = tuple(_notes(blocks))
    links = tuple(_links(blocks))
    cite_as = _cite_as(gold, blocks)
    return Truth(
        metadata=gold.head,
        units=tuple(_units(gold, blocks)),
        links=links,
        notes=notes,
        parts=tuple(_parts(gold, blocks)),
        cite_as=cite_as,
        findings=_findings(gold, notes, links, cite_as is not None),
        open=frozenset(gold.head.get("open", ())),
        letters="".join(_letters(gold, block) for block in blocks).replace("|", ""),
    )


def _read(gold: Gold, block: Block) -> str:
    text = reading(block.text)
    for pattern, kept in MARKDOWN if gold.is_markdown else ():
        text = pattern.sub(kept, text)
    return text


def _letters(gold: Gold, block: Block) -> str:
    """Return the signs of a block that a document must hold: bullets are none."""
    text = _read(gold, block)
    bullet = BULLET.match(text) if block.label == "item" else None
    if bullet and not any(sign.isalnum() for sign in bullet[0]):
        text = text[bullet.end() :]
    return bare(text)


def _units(gold: Gold, blocks: tuple[Block, ...]) -> Iterator[Unit]:
    for block in blocks:
        if block.label == "table":
            rows = (" ".join(re.split(r"[|\t]+", row)) for row in _read(gold, block).split("\n"))
            yield from (Unit("table", plain(row), block.line) for row in rows if re.search(r"\w", row))
        elif block.label in BODY:
            text = _read(gold, block)
            text = BULLET.sub("", text, count=1) if block.label == "item" else text
            yield Unit(block.label, plain(text), block.line)


def _notes(blocks: tuple[Block, ...]) -> Iterator[NoteTruth]:
    for block in blocks:
        head = note_head(block) if block.label == "note" else None
        if head:
            yield note_truth(block, head)


def _links(blocks: tuple[Block, ...]) -> Iterator[Link]:
    for block in blocks:
        before = ""
        text = BULLET.sub("", block.text, count=1) if block.label == "item" else block.text
        for piece in pieces(text):
            if isinstance(piece, Bracket) and piece.key == "m":
                note = None if piece.value == "?" else piece.value
                yield Link(before_marker(before.replace("|", "")), note, block.line)
            else:
                before += (
                    piece if isinstance(piece, str) else "" if piece.key in {"n", "x"} else piece.printed
                )


def before_marker(text: str) -> str:
    """Return the signs that say where a marker stands, from the text before it in its block."""
    return bare(text)[-BEFORE:]


def _parts(gold: Gold, blocks: tuple[Block, ...]) -> Iterator[Part]:
    for block in blocks:
        if block.label not in BODY and block.label != "note":
            text = bare(_read(gold, block))
            if any(sign.isalnum() for sign in text):
                yield Part(block.label, text, block.line)


def _cite_as(gold: Gold, blocks: tuple[Block, ...]) -> Mapping[str, str] | None:
    """Return the parts of the cite-as block; of several, of the one that the head points at."""
    cites = [block for block in blocks if block.label == "cite"]
    wanted = bare(str(gold.head.get("cite_as", "")))
    chosen = next(
        (block for block in cites if wanted and wanted in bare(block.page)), cites[0] if cites else None
    )
    if chosen is None:
        return None
    fields = {"literal": plain(reading(chosen.text, without=frozenset({"label"})))}
    for piece in pieces(chosen.text):
        if isinstance(piece, Bracket) and piece.key not in {"label", "x", "m", "n", "no"}:
            value = (
                piece.value if piece.key == "accessed" and piece.value else " ".join(piece.printed.split())
            )
            fields.setdefault(piece.key, value)
    return fields


def _findings(
    gold: Gold,
    notes: tuple[NoteTruth, ...],
    links: tuple[Link, ...],
    has_cite_as: bool,
) -> frozenset[str]:
    """Return which of the findings that every reader must make are to be made."""
    missing = {"missing-title": "title", "missing-author": "authors", "missing-date": "published"}
    found = {code for code, key in missing.items() if not gold.head.get(key)}
    found |= set(gold.head.get("findings", ()))
    found |= {"orphan-note"} if any(note.orphan for note in notes) else set()
    found |= {"orphan-marker"} if any(link.note is None for link in links) else set()
    return frozenset(found | (set() if has_cite_as else {"missing-cite-as"}))
