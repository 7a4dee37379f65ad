"""How the passages of the body become blocks: items that follow each other are one list, rows one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.analysis.block_kinds import BULLET, NUMBER, block_kind
from converter.analysis.captions import belongs_to, caption_kind
from converter.analysis.content import build
from converter.analysis.passages import Passage
from converter.analysis.placed import BuiltBlock, InsertsOf, Placed, outer, shifted
from converter.analysis.sections import joined_content
from converter.analysis.tables import build_table
from converter.model import Block, Content, Item

GROUPED = frozenset({"bullet", "number", "row"})
MAY_HAVE_CAPTION = frozenset({"row", "figure"})


def build_blocks(
    passages: Sequence[Passage], numbers: Sequence[int], inserts_of: InsertsOf
) -> list[BuiltBlock]:
    """Return the blocks in order, each with the places of its passages.

    ``numbers`` are those of the passages in the document: a list that something else cuts is two.
    """
    kinds = [block_kind(passages, number) for number in range(len(passages))]
    blocks: list[BuiltBlock] = []
    for whole, main in _groups(passages, kinds, numbers):
        identifier = f"p{len(blocks) + 1}"
        blocks.append(_block(identifier, kinds[main.start], passages, main, whole, inserts_of))
    return blocks


def _groups(
    passages: Sequence[Passage], kinds: Sequence[str], numbers: Sequence[int]
) -> Iterator[tuple[range, range]]:
    """Yield the passages of each block, with its captions and without."""
    belongs = _captions(passages, kinds, numbers)
    start = 0
    while start < len(kinds):
        first = start + (belongs.get(start) == 1)
        end = first + 1
        while kinds[first] in GROUPED and kinds[end : end + 1] == [kinds[first]]:
            if numbers[end] != numbers[end - 1] + 1:
                break
            end += 1
        last = end + (belongs.get(end) == -1)
        yield range(start, last), range(first, end)
        start = last


def _captions(passages: Sequence[Passage], kinds: Sequence[str], numbers: Sequence[int]) -> dict[int, int]:
    """Return the captions that stand beside their table or picture: 1 over it, -1 under it."""
    if MAY_HAVE_CAPTION.isdisjoint(kinds):
        return {}
    captions = [
        caption_kind(passage.text) if kind == "paragraph" else None
        for passage, kind in zip(passages, kinds, strict=True)
    ]
    found: dict[int, int] = {}
    for at, caption in enumerate(captions):
        side = belongs_to(kinds, captions, at) if caption else 0
        if side and numbers[at + side] == numbers[at] + side and found.get(at - 2) != 1:
            found[at] = side
    return found


def _block(
    identifier: str,
    kind: str,
    passages: Sequence[Passage],
    numbers: range,
    whole: range,
    inserts_of: InsertsOf,
) -> BuiltBlock:
    if kind in ("bullet", "number"):
        return _list(identifier, kind, passages, numbers, inserts_of)
    if kind == "row":
        return build_table(identifier, passages, numbers, whole, inserts_of)
    if kind == "figure" and len(whole) > 1:
        return _figure(identifier, passages, whole, inserts_of)
    number = numbers[0]
    passage = passages[number]
    built = build(passage.flow, inserts_of(number))
    spans = tuple([piece.whole() for piece in passage.pieces])
    level = max(passage.level, 1) if kind == "heading" else None
    block = Block(kind, identifier, built.content, built.text, passage.flow.whole(), spans, level)
    return block, [Placed(number, 0, built.offsets)]


def _figure(
    identifier: str, passages: Sequence[Passage], numbers: range, inserts_of: InsertsOf
) -> BuiltBlock:
    """Build a picture with the caption that stands beside it."""
    built = [build(passages[number].flow, inserts_of(number)) for number in numbers]
    places: list[Placed] = []
    begin = 0
    for number, one in zip(numbers, built, strict=True):
        places.append(Placed(number, begin, one.offsets))
        begin += len(one.text) + 1
    spans = tuple([passages[number].flow.whole() for number in numbers])
    text = " ".join([one.text for one in built])
    return Block("figure", identifier, joined_content(built), text, outer(passages, numbers), spans), places


def _list(
    identifier: str, kind: str, passages: Sequence[Passage], numbers: range, inserts_of: InsertsOf
) -> BuiltBlock:
    items: list[Content] = []
    places: list[Placed] = []
    texts: list[str] = []
    length = 0
    for number in numbers:
        passage = passages[number]
        label, begin = _bullet(kind, passage)
        built = build(passage.flow.part(begin, len(passage.text)), shifted(inserts_of(number), begin))
        places.append(Placed(number, length, built.offsets))
        items.append(Item(built.content, label))
        texts.append(built.text)
        length += len(built.text) + 1
    span = outer(passages, numbers)
    block = Block("list", identifier, tuple(items), "\n".join(texts), span, ordered=kind == "number")
    return block, places


def _bullet(kind: str, passage: Passage) -> tuple[str | None, int]:
    """Return the printed number of an item, and where its text begins."""
    match = (NUMBER if kind == "number" else BULLET).match(passage.text)
    label = passage.text[: match.end()].strip() if match else passage.label
    return (label if kind == "number" else None), match.end() if match else 0
