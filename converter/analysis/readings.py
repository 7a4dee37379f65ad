"""Two readings of a note, by the rules and by the model: which is taken, and what they see differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.analysis.hints_of_rules import hints_of
from converter.analysis.note_cuts import BackReference
from converter.analysis.note_text import NoteText
from converter.analysis.parts import trimmed
from converter.analysis.tagged_works import works_in_parts
from converter.analysis.work_draft import Doubt, WorkDraft
from converter.profiles import Profile
from converter.references.note_parts import read_parts
from converter.references.part import Part

EDGES = " \t.,;:()[]“”«»„\"'‘’‹›《》「」『』，。：；、"
NAMED = ("title", "container", "publisher", "place")
Spans = tuple[tuple[int, int], ...]


def settle(
    note: NoteText, works: Sequence[WorkDraft], backs: Sequence[BackReference], profile: Profile
) -> tuple[list[WorkDraft], list[Part]]:
    """Return the works of a note and its parts: those on which rules and model agree, or the likelier ones."""
    italics = [(start, end) for start, end in note.flow.stretches("italic")] if note.flow.marked else []
    parts = read_parts(note.text, None, italics)
    blind = works_in_parts(note, parts, profile)
    if _all_facts(works) == _all_facts(blind):
        return list(works), parts
    parts = read_parts(note.text, hints_of(list(works), list(backs)), italics)
    settled = [_sounder(work, works) for work in works_in_parts(note, parts, profile)]
    settled = [work for work in settled if work is not None]
    for work in settled:
        work.doubts += _doubts(work, [_counterpart(work, works), _counterpart(work, blind)])
    return settled, parts


def _sounder(work: WorkDraft, works: Sequence[WorkDraft]) -> WorkDraft | None:
    """Return a work as the model reads it, or as the rules do where the model tears words apart.

    A title alone is no work unless the rules say so too.
    """
    other = _counterpart(work, works)
    if other is None:
        return work if len(facts_of(work)) > 1 and not is_torn(work) else None
    return other if is_torn(work) and "title" in other.pieces and not is_torn(other) else work


def is_torn(work: WorkDraft) -> bool:
    """Tell whether two parts touch with nothing but a blank between their words, or the title begins inside one."""
    text = work.note.text
    places = [work.pieces[name] for name in NAMED if name in work.pieces]
    places += [*work.authors, *work.editors]
    places.sort()
    touching = any(
        text[one.end : other.start] == " " and text[one.end - 1].islower() and text[other.start].isalpha()
        for one, other in pairwise(places)
    )
    title = work.pieces.get("title")
    begins_small = title is not None and not work.quoted and text[title.start].islower() and title.start > 0
    return touching or begins_small


def _all_facts(works: Sequence[WorkDraft]) -> list[dict[str, Spans]]:
    return [facts_of(work) for work in works]


def facts_of(work: WorkDraft) -> dict[str, Spans]:
    """Return where each part of a work stands, without the signs at its ends."""
    found = {name: (piece,) for name, piece in work.pieces.items() if name != "year"}
    if "year" in work.pieces:
        found["date"] = (work.pieces["year"],)
    stretches: dict[str, Sequence[tuple[int, int]]] = {**found, "author": work.authors, "editor": work.editors}
    if work.date:
        stretches["date"] = ((work.date.start, work.date.end),)
    if work.accessed:
        stretches["accessed"] = ((work.accessed.start, work.accessed.end),)
    text = work.note.text
    return {
        name: tuple(trimmed(text, start, end, EDGES) for start, end in places)
        for name, places in stretches.items()
        if places
    }


def _counterpart(work: WorkDraft, others: Sequence[WorkDraft]) -> WorkDraft | None:
    """Return the work of another reading that shares most of its text with this one."""
    shared = [(min(work.end, one.end) - max(work.start, one.start), -at) for at, one in enumerate(others)]
    best = max(shared, default=(0, 0))
    return others[-best[1]] if best[0] > 0 else None


def _doubts(work: WorkDraft, others: Sequence[WorkDraft | None]) -> Iterator[Doubt]:
    """Yield what other readings see differently: a part, or all of the work."""
    own = facts_of(work)
    seen: set[tuple[str, tuple[int, int]]] = set()
    for other in others:
        if other is None:
            work.learned = True
            continue
        its = facts_of(other)
        for name in sorted(own.keys() | its.keys()):
            if own.get(name) == its.get(name):
                continue
            for place in own.get(name, ()) or its[name]:
                if (name, place) not in seen:
                    seen.add((name, place))
                    yield Doubt(name, *place)
