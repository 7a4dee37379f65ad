"""Two readings of a note, by the rules and by the model: which is taken, and what they see differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.analysis.hints_of_rules import hints_of
from converter.analysis.note_cuts import BackReference
from converter.analysis.note_text import NoteText
from converter.analysis.parts import trimmed
from converter.analysis.tagged_works import is_talk, works_in_parts
from converter.analysis.work_draft import Doubt, WorkDraft
from converter.analysis.works import draw_borders
from converter.profiles import Profile
from converter.references.note_parts import read_parts
from converter.references.part import Part

EDGES = " \t.,;:()[]“”«»„\"'‘’‹›《》「」『』，。：；、"
NAMED = ("title", "container", "publisher", "place")
RULES_KNOW = frozenset({"page", "number"})
OFTEN_TOO_MANY = frozenset({"author", "container", "publisher", "place"})
"""Parts that the rules see in many works that have none."""

NEAR_END = 12
"""Characters behind a work in which its page may stand."""

TELLING = frozenset({"title", "author", "container", "publisher", "number", "date", "page"})
"""Parts of which two in one note may be those of a work."""

LEAST_SURE = 0.15
"""A part of which the model is less sure is in doubt, though rules see the same."""

Spans = tuple[tuple[int, int], ...]


class Settled(NamedTuple):
    """What was read in a note: its works, its parts, and stretches that may hold a work and are none here."""

    works: list[WorkDraft]
    parts: list[Part]
    missed: list[tuple[int, int]]


def settle(
    note: NoteText, works: Sequence[WorkDraft], backs: Sequence[BackReference], profile: Profile
) -> Settled:
    """Return what rules and model agree on in a note, or the likelier reading."""
    italics = [(start, end) for start, end in note.flow.stretches("italic")] if note.flow.marked else []
    parts = read_parts(note.text, None, italics)
    blind = works_in_parts(note, parts, profile)
    if _all_facts(works) == _all_facts(blind):
        for work, other in zip(works, blind, strict=True):
            work.doubts += _unsure(work, other)
        found = [work for work in works if not is_talk(work)]
        return Settled(found, parts, _missed(found, [], parts))
    parts = read_parts(note.text, hints_of(list(works), list(backs)), italics)
    tagged = [work for work in works_in_parts(note, parts, profile) if _is_new(work, backs)]
    sounder = [work for work in (_sounder(one, works) for one in tagged) if work and not is_talk(work)]
    settled = _apart(sounder)
    for work in settled:
        ruled = _counterpart(work, works)
        if ruled is not None and ruled is not work:
            _complete(work, ruled)
        work.doubts += [*_doubts(work, ruled, _counterpart(work, blind)), *_unsure(work, work)]
    return Settled(settled, parts, _missed(settled, [*works, *blind], parts))


def _missed(
    settled: Sequence[WorkDraft], others: Sequence[WorkDraft], parts: Sequence[Part]
) -> list[tuple[int, int]]:
    """Return where another reading sees a work, and where the model is hardly sure that there is none."""
    found = {(work.start, work.end) for work in others if _counterpart(work, settled) is None}
    named = [part for part in parts if part.name not in ("prose", "back")]
    if not settled and not found and len({part.name for part in named} & TELLING) > 1:
        found.add((named[0].start, named[-1].end))
    return sorted(found)


def _complete(work: WorkDraft, ruled: WorkDraft) -> None:
    """Add the figures that only the rules see: of these they are seldom wrong."""
    for name in sorted(RULES_KNOW & ruled.pieces.keys() - work.pieces.keys()):
        piece = ruled.pieces[name]
        if work.is_free(*piece) and work.start <= piece.start and piece.end <= work.end + NEAR_END:
            work.take(name, *piece)
            draw_borders(work)


def _unsure(work: WorkDraft, tagged: WorkDraft) -> Iterator[Doubt]:
    """Yield the parts of which the model would nearly as soon think otherwise."""
    for name, places in facts_of(work).items():
        if tagged.sureness.get(name, 1.0) < LEAST_SURE:
            yield from (Doubt(name, *place) for place in places)


def _is_new(work: WorkDraft, backs: Sequence[BackReference]) -> bool:
    """Tell whether no word such as `ibid` stands in a work."""
    return not any(work.start < back.end and back.start < work.end for back in backs)


def _apart(works: Iterable[WorkDraft]) -> list[WorkDraft]:
    """Return the works without those that overlap one before them."""
    found: list[WorkDraft] = []
    for work in sorted(works, key=lambda one: (one.start, -one.end)):
        if not found or work.start >= found[-1].end:
            found.append(work)
    return found


def _sounder(work: WorkDraft, works: Sequence[WorkDraft]) -> WorkDraft | None:
    """Return a work as the model reads it, or as the rules do where the model tears words apart.

    A title alone is no work unless the rules say so too.
    """
    other = _counterpart(work, works)
    if other is None:
        return work if len(facts_of(work)) > 1 and not is_torn(work) else None
    unsound = is_torn(work) or "title" not in work.pieces or _is_quoted_in(work, other)
    return other if unsound and "title" in other.pieces and not is_torn(other) else work


def _is_quoted_in(work: WorkDraft, other: WorkDraft) -> bool:
    """Tell whether the title of a work is but what the longer title of another reading has in quotes."""
    own, its = work.pieces.get("title"), other.pieces.get("title")
    return work.quoted and not (not own or not its) and its.start < own.start - 1 and own.end <= its.end


def is_torn(work: WorkDraft) -> bool:
    """Tell whether nothing but a blank is between the words of two parts, or the title begins inside one."""
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
    stretches: dict[str, Sequence[tuple[int, int]]] = {
        **found,
        "author": work.authors,
        "editor": work.editors,
    }
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


def _doubts(work: WorkDraft, ruled: WorkDraft | None, blind: WorkDraft | None) -> Iterator[Doubt]:
    """Yield what the other readings see differently: a part, or all of the work."""
    own = facts_of(work)
    for other in (ruled, blind):
        if other is None:
            work.learned = True
            continue
        its = facts_of(other)
        for name in sorted(own.keys() | its.keys()):
            if own.get(name) == its.get(name) or (other is ruled and name in OFTEN_TOO_MANY - own.keys()):
                continue
            yield from (Doubt(name, *place) for place in own.get(name) or its[name])
