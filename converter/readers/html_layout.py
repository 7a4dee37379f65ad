"""How the blocks of a page are laid out: the text with what is set aside in its place, then the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from converter.readers.html_drafts import Draft, Inline, Look
from converter.readers.laying_out import Paper, Piece

Resolve = Callable[[str], str | None]
"""The target of a link as the page has it → the whole address, or nothing if that is none."""


def lay_out(drafts: Sequence[Draft], resolve: Resolve) -> Paper:
    """Lay out a page; what is set aside stays where it stood, the parts of one kind in one block."""
    paper = Paper()
    waiting: list[Draft] = []
    for draft in drafts:
        if draft.note is not None:
            continue
        if waiting and draft.part != waiting[0].part:
            _set_aside(paper, waiting)
            waiting = []
        if draft.part:
            waiting.append(draft)
        else:
            _lay(paper, draft, resolve)
    _set_aside(paper, waiting)
    for draft in drafts:
        if draft.note is not None:
            _lay_note(paper, draft, resolve)
    return paper


def _set_aside(paper: Paper, drafts: Sequence[Draft]) -> None:
    pieces: list[Piece] = []
    for draft in drafts:
        pieces += [Piece(" "), *(Piece(inline.text) for inline in draft.inlines)]
    if pieces:
        paper.block([Piece("".join([piece.text for piece in pieces]))], furniture=drafts[0].part)


def _lay(paper: Paper, draft: Draft, resolve: Resolve) -> None:
    if draft.kind == "row":
        bounds = [*draft.cells, len(draft.inlines)]
        cells = [
            _trimmed(list(_pieces(draft.inlines[a:b], draft.looks[a:b], resolve)))
            for a, b in pairwise(bounds)
        ]
        paper.row(cells, gap=draft.gap)
        return
    pieces = list(_pieces(draft.inlines, draft.looks, resolve))
    if draft.label:
        pieces.insert(0, Piece(f"{draft.label} "))
    paper.block(pieces, draft.kind, level=draft.level, label=draft.label, gap=draft.gap)


def _lay_note(paper: Paper, draft: Draft, resolve: Resolve) -> None:
    if draft.part:
        paper.block([Piece(draft.text)], furniture=draft.part)
        return
    if not draft.note:
        _lay(paper, draft, resolve)
        return
    paper.block(_pieces(draft.inlines, draft.looks, resolve), draft.kind, gap=draft.gap, note=draft.note)
    if draft.arrows:
        paper.block([Piece("".join([inline.text for inline in draft.arrows]))], furniture="back-link")


def _pieces(inlines: Sequence[Inline], looks: Sequence[Look], resolve: Resolve) -> Iterator[Piece]:
    """Yield the text in stretches that look the same."""
    at = 0
    while at < len(inlines):
        look, end = looks[at], at + 1
        while end < len(inlines) and _same(look, looks[end]):
            end += 1
        text = "".join([inline.text for inline in inlines[at:end]])
        target = resolve(look.link.get("href")) if look.link is not None and not look.marker else None
        yield Piece(text, look.marks, target, look.marker)
        at = end


def _same(one: Look, other: Look) -> bool:
    if one.marker or other.marker:
        return one.marker and other.marker and one.link is other.link
    return one.marks == other.marks and one.link is other.link


def _trimmed(cell: list[Piece]) -> list[Piece]:
    """Leave out white space at the ends of a cell."""
    if cell:
        cell[0] = cell[0]._replace(text=cell[0].text.lstrip())
        cell[-1] = cell[-1]._replace(text=cell[-1].text.rstrip())
    return cell
