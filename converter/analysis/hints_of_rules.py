"""How the rules read a note, told to the model of notes: a name for each stretch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.analysis.leftovers import left_over
from converter.analysis.note_cuts import BackReference
from converter.analysis.parts import gaps
from converter.analysis.work_draft import WorkDraft
from converter.references.note_units import Hint

NAMES = {"year": "date"}


def hints_of(works: list[WorkDraft], backs: list[BackReference]) -> list[Hint]:
    """Return what each stretch is by the rules; ``in`` is what stands between the parts of a work."""
    found = [Hint(back.start, back.end, "back") for back in backs]
    for work in works:
        parts = list(_parts(work))
        taken = [(hint.start, hint.end) for hint in parts]
        between = gaps(work.start, work.end, taken)
        fit = _fit(work, between)
        found += [hint._replace(fit=fit) for hint in parts]
        found += [Hint(start, end, "in", fit) for start, end in between]
    return found


def _fit(work: WorkDraft, between: Sequence[tuple[int, int]]) -> str:
    """Say how well the reading of a work fits: words left over in it, quotes, address, how it begins."""
    text = work.note.text
    left = sum(len(text[start:end].split()) for start, end in between if any(left_over(text[start:end])))
    before = len(text[: work.start].split())
    names = sorted(work.pieces.keys() & {"publisher", "container", "page"})
    return (
        f"{min(left, 4)}{min(before, 2)}{'q' if work.quoted else ''}{'u' if work.url else ''}"
        f"{'a' if work.authors else ''}{''.join(name[1] for name in names)}"
    )


def _parts(work: WorkDraft) -> Iterator[Hint]:
    for name, piece in work.pieces.items():
        yield Hint(*piece, NAMES.get(name, name))
    for piece in work.authors:
        yield Hint(*piece, "author")
    for piece in work.editors:
        yield Hint(*piece, "editor")
    if work.date:
        yield Hint(work.date.start, work.date.end, "date")
    if work.accessed:
        yield Hint(work.accessed.start, work.accessed.end, "accessed")
