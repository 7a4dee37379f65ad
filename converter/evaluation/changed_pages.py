"""Changes of a page that change what is expected too: parts missing, other markers, page ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from converter.evaluation.brackets import Bracket, Piece, pieces
from converter.evaluation.dice import Dice
from converter.evaluation.gold import BODY, HEADER, Block, Gold
from converter.evaluation.what_is_left import with_head_of

PAGE_SIGNS = 1400
MARGIN = 60
MID_SENTENCE = re.compile(r"[^\W\d_],? (?=[^\W\d_])")
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SMALL = str.maketrans("0123456789", SUPERSCRIPT)
NORMAL = str.maketrans(SUPERSCRIPT, "0123456789")
NUMBERED = re.compile(r"\s*[\[(]?(\d+)[\])]?[.:]?\s*|\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*")


def without_header(gold: Gold, _dice: Dice) -> Gold | None:
    """Return it without all that stands above the text."""
    return _without(gold, HEADER)


def without_cite_as(gold: Gold, _dice: Dice) -> Gold | None:
    """Return it without cite-as blocks."""
    return _without(gold, frozenset({"cite"}))


def without_colophon(gold: Gold, _dice: Dice) -> Gold | None:
    """Return it without address, telephone and rights."""
    return _without(gold, frozenset({"colophon"}))


def _without(gold: Gold, labels: frozenset[str]) -> Gold | None:
    left = gold.without(labels)
    return with_head_of(gold, left) if left.blocks and left.blocks != gold.blocks else None


def renumbered(marker: str, label: str) -> Callable[[Gold, Dice], Gold | None]:
    """Return the form in which numbered markers and labels look so (``({})``, or small figures)."""

    def change(gold: Gold, _dice: Dice) -> Gold | None:
        blocks = [_renumber(block, marker, label) for block in gold.blocks]
        whole = [block for block in blocks if block is not None]
        possible = len(whole) == len(blocks) and _has_markers(gold)
        return replace(gold, blocks=tuple(whole)) if possible else None

    return change


def _has_markers(gold: Gold) -> bool:
    return any(_brackets(block, "m") for block in gold.blocks) and any(
        block.label == "note" for block in gold.blocks
    )


def _brackets(block: Block, key: str) -> list[Bracket]:
    return [piece for piece in pieces(block.text) if isinstance(piece, Bracket) and piece.key == key]


def _renumber(block: Block, marker: str, label: str) -> Block | None:
    """Return a block with other markers, or ``None`` if it has some that cannot be so."""
    text = ""
    for piece in pieces(block.text):
        if isinstance(piece, str) or piece.key not in {"m", "n"}:
            text += written(piece)
            continue
        number = _number(piece.printed)
        if number is None:
            return None
        shown = _shown(number, marker if piece.key == "m" else label)
        if piece.key == "m" and shown.isdecimal():
            text = text.rstrip()
            if not text or text[-1] in "0123456789⟧":
                return None
        text += written(Bracket(piece.key, piece.value, shown))
    return replace(block, text=text)


def _shown(number: str, look: str) -> str:
    return number.translate(SMALL) if look == SUPERSCRIPT else look.format(number)


def _number(printed: str) -> str | None:
    match = NUMBERED.fullmatch(printed.replace("\\", "").removesuffix("(#)").strip("[]").replace("[", ""))
    if match is None:
        return None
    return match[1] or match[2].translate(NORMAL)


def written(piece: Piece) -> str:
    """Return a piece as a gold file has it."""
    if isinstance(piece, str):
        return piece
    value = f" {piece.value}" if piece.value else ""
    return f"⟦{piece.key}{value}⟧" if piece.key == "work" else f"⟦{piece.key}{value}:{piece.printed}⟧"


def with_page_marks(gold: Gold, dice: Dice) -> Gold | None:
    """Return it with running heads and page numbers that cut paragraphs in two."""
    head = str(gold.head.get("publisher") or gold.head.get("title") or gold.name)[:60]
    blocks: list[Block] = []
    page = 0
    for block, rest in _paged(gold, dice):
        blocks.append(block)
        if rest is not None:
            page += 1
            blocks += [Block("furniture", mark, block.line, 1) for mark in (head, str(page))]
            blocks += [Block("pagebreak", "", block.line, 1), rest]
    return replace(gold, blocks=tuple(blocks)) if page else None


def with_notes_at_page_ends(gold: Gold, dice: Dice) -> Gold | None:
    """Return it with every note at the end of the page of its first marker."""
    later = _notes_by_id(gold)
    if len(later) < 2 or any(block.joins for block in gold.blocks):
        return None
    blocks: list[Block] = []
    marked: set[str] = set()
    for block, rest in _paged(gold.without(frozenset({"notes", "note", "note2"})), dice):
        blocks.append(block)
        marked |= {one.value for one in _brackets(block, "m")}
        if rest is not None:
            blocks += _taken(later, marked)
            blocks += [Block("pagebreak", "", block.line), replace(rest, gap=0)]
            marked |= {one.value for one in _brackets(rest, "m")}
    whole = blocks[-1:] and any(block.label == "pagebreak" for block in blocks)
    return replace(gold, blocks=_with_the_rest(blocks, later)) if whole else None


def note_id(block: Block) -> str:
    """Return the id of a note."""
    found = _brackets(block, "n")
    return found[0].value.split()[0] if found else ""


def _paged(gold: Gold, dice: Dice) -> Iterator[tuple[Block, Block | None]]:
    """Yield the blocks; where a page ends in one, what stands on this page and what on the next."""
    signs = dice.throw(PAGE_SIGNS // 2)
    for block in gold.blocks:
        cut = _cut(block, dice) if signs + len(block.text) > PAGE_SIGNS else None
        if cut is None:
            signs += len(block.text)
            yield block, None
        else:
            signs = len(block.text) - cut
            rest = replace(block, text=block.text[cut:].lstrip(), gap=1, joins=True)
            yield replace(block, text=block.text[:cut].rstrip()), rest


def _notes_by_id(gold: Gold) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    last = ""
    for block in gold.blocks:
        if block.label == "note":
            last = note_id(block)
        if block.label in {"note", "note2"}:
            found.setdefault(last, []).append(replace(block, gap=1))
    return found


def _taken(later: dict[str, list[Block]], marked: set[str]) -> list[Block]:
    """Take out the notes of a page, in the order in which they are numbered."""
    return [block for note in list(later) if note in marked for block in later.pop(note)]


def _with_the_rest(blocks: list[Block], later: dict[str, list[Block]]) -> tuple[Block, ...]:
    """Return the blocks with the notes that are left behind the last block of the body."""
    last = max((index for index, block in enumerate(blocks) if block.label in BODY), default=len(blocks) - 1)
    rest = [block for note in later.values() for block in note]
    return (*blocks[: last + 1], *rest, *blocks[last + 1 :])


def _cut(block: Block, dice: Dice) -> int | None:
    """Return where a paragraph is cut: at a blank between small letters, outside of brackets."""
    if block.label != "p" or len(block.text) < 4 * MARGIN:
        return None
    places = [
        match.end()
        for match in MID_SENTENCE.finditer(block.text, MARGIN, len(block.text) - MARGIN)
        if not block.text[match.end()].isupper() and _outside(block.text, match.end())
    ]
    return places[dice.throw(len(places))] if places else None


def _outside(text: str, place: int) -> bool:
    return text.count("⟦", 0, place) == text.count("⟧", 0, place)
