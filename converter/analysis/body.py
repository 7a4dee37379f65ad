"""What each body passage is: a paragraph, heading, list, block quote or table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from converter.analysis.content import Built, Insert, build
from converter.analysis.wording import HEADING_WORDS, ends_sentence
from converter.analysis.flow import Flow
from converter.analysis.passages import Passage
from converter.model import Block, Cell, Content, Item, PageBreak, Row
from converter.source import Span

BULLET = re.compile(r"[-•●▪◦*–—]\s+(?=\S)")
DASH = re.compile(r"[–—]\s")
NUMBER = re.compile(r"\(?(?P<n>\d{1,2}|[a-z])[.)]\s+(?=\S)")
NUMBERED_HEADING = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*|[A-Z])(?:\.|\)|\s[-–])\s+\S")
LONGEST_HEADING = 100

Inserts = Callable[[Passage], list[Insert]]
"""The markers of a passage, by their place in its flow."""


def build_blocks(passages: Sequence[Passage], inserts: Inserts) -> list[tuple[Block, list[tuple[Passage, int, tuple[int, ...]]]]]:
    """Return the blocks, each with its passages: where the text of each begins in the block, and its marker offsets."""
    blocks = []
    kinds = [_kind(passages, number) for number in range(len(passages))]
    number = 0
    while number < len(passages):
        end = number + 1
        while kinds[number] in ("bullet", "number", "row") and end < len(passages) and kinds[end] == kinds[number]:
            end += 1
        group = passages[number:end]
        blocks.append(_block(f"p{len(blocks) + 1}", kinds[number], group, inserts))
        number = end
    return blocks


def _kind(passages: Sequence[Passage], number: int) -> str:
    passage = passages[number]
    text = passage.text
    if passage.kind in ("quote", "row"):
        return passage.kind
    if passage.kind == "item":
        return "number" if passage.label else "bullet"
    if BULLET.match(text) and (not DASH.match(text) or _neighbour(passages, number, BULLET)):
        return "bullet"
    if NUMBER.match(text) and _in_sequence(passages, number):
        return "number"
    return "heading" if _is_heading(passages, number) else "paragraph"


def _neighbour(passages: Sequence[Passage], number: int, pattern: re.Pattern[str]) -> bool:
    return any(0 <= at < len(passages) and pattern.match(passages[at].text) for at in (number - 1, number + 1))


def _in_sequence(passages: Sequence[Passage], number: int) -> bool:
    """Tell whether the item before or after carries the number before or after."""
    label = _item_number(passages[number])
    near = [_item_number(passages[at]) for at in (number - 1, number + 1) if 0 <= at < len(passages)]
    return label is not None and any(other is not None and abs(other - label) == 1 for other in near)


def _item_number(passage: Passage) -> int | None:
    match = NUMBER.match(passage.text)
    if match is None:
        return None
    return int(match["n"]) if match["n"].isdigit() else ord(match["n"])


def _is_heading(passages: Sequence[Passage], number: int) -> bool:
    passage = passages[number]
    text = passage.text
    if passage.kind == "heading":
        return True
    if len(text) > LONGEST_HEADING or text[-1] in ".,;" or not any(character.isalpha() for character in text):
        return False
    if number + 1 == len(passages) or len(passages[number + 1].text) < 60 or passage.breaks:
        return False
    if HEADING_WORDS.match(text) or NUMBERED_HEADING.match(text) or text.isupper():
        return True
    if text[0].islower() or text[0] in "“\"'‘«(" or ends_sentence(text) and not text.endswith("?"):
        return False
    if all("bold" in run.marks for run in passage.flow.runs):
        return True
    before = passages[number - 1].text if number else ""
    return len(text) <= 70 and text[-1] != ":" and not before.endswith(":") and text.count(" ") < 9


def _block(
    identifier: str, kind: str, passages: Sequence[Passage], inserts: Inserts
) -> tuple[Block, list[tuple[Passage, int, tuple[int, ...]]]]:
    span = Span(passages[0].flow.whole().start, passages[-1].flow.whole().end)
    if kind in ("bullet", "number"):
        return _list(identifier, kind, passages, inserts, span)
    if kind == "row":
        return _table(identifier, passages, inserts, span)
    passage = passages[0]
    built = build(passage.flow, inserts(passage))
    spans = tuple(piece.whole() for piece in passage.pieces)
    block = Block(
        kind, identifier, built.content, built.text, span, spans, max(passage.level, 1) if kind == "heading" else None
    )
    return block, [(passage, 0, _marker_offsets(built))]


def _marker_offsets(built: Built) -> tuple[int, ...]:
    inserts = [item for item in built.content if not hasattr(item, "text")]
    return tuple(offset for item, offset in zip(inserts, built.offsets, strict=True) if not isinstance(item, PageBreak))


def _list(
    identifier: str, kind: str, passages: Sequence[Passage], inserts: Inserts, span: Span
) -> tuple[Block, list[tuple[Passage, int, tuple[int, ...]]]]:
    items: list[Content] = []
    places: list[tuple[Passage, int, tuple[int, ...]]] = []
    text = ""
    for passage in passages:
        label, begin = _bullet(kind, passage)
        built = build(passage.flow.part(begin, len(passage.text)), _shifted(inserts(passage), begin))
        text += "\n" if items else ""
        places.append((passage, len(text), _marker_offsets(built)))
        text += built.text
        items.append(Item(built.content, label))
    return Block("list", identifier, tuple(items), text, span, ordered=kind == "number"), places


def _bullet(kind: str, passage: Passage) -> tuple[str | None, int]:
    match = (NUMBER if kind == "number" else BULLET).match(passage.text)
    label = passage.text[: match.end()].strip() if match else passage.label
    return (label if kind == "number" else None), match.end() if match else 0


def _shifted(inserts: Sequence[Insert], begin: int) -> list[Insert]:
    return [Insert(insert.start - begin, insert.end - begin, insert.node) for insert in inserts if insert.start >= begin]


def _plain(built: Built):  # type: ignore[no-untyped-def]
    return built.content


def _table(
    identifier: str, passages: Sequence[Passage], inserts: Inserts, span: Span
) -> tuple[Block, list[tuple[Passage, int, tuple[int, ...]]]]:
    rows: list[Content] = []
    places: list[tuple[Passage, int, tuple[int, ...]]] = []
    text = ""
    for passage in passages:
        if re.fullmatch(r"[|\s:-]+", passage.text):
            continue
        cells = [_cell(flow, begin, inserts(passage)) for flow, begin in _cells(passage.flow)]
        text += "\n" if rows else ""
        offsets: list[int] = []
        at = len(text)
        for position, built in enumerate(cells):
            text += " " if position else ""
            offsets += [len(text) - at + offset for offset in _marker_offsets(built)]
            text += built.text
        places.append((passage, at, tuple(offsets)))
        rows.append(Row(tuple(Cell(built.content) for built in cells)))
    return Block("table", identifier, tuple(rows), text, span), places


def _cells(flow: Flow) -> list[tuple[Flow, int]]:
    cells, begin = [], 1
    while (end := flow.text.find("|", begin)) >= 0:
        cells.append((flow.part(begin, end).stripped(), begin + len(flow.text[begin:end]) - len(flow.text[begin:end].lstrip())))
        begin = end + 1
    return cells


def _cell(flow: Flow, begin: int, inserts: Sequence[Insert]) -> Built:
    return build(flow, [insert for insert in _shifted(inserts, begin) if insert.end <= len(flow.text)])
