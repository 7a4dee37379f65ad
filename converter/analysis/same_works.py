"""Which citations of a document are of one and the same work, and which of them says most of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from converter.analysis.work_draft import WorkDraft
from converter.normalizers.names import parse_name
from converter.normalizers.spaces import title_key

SHORTEST_SHARED = 8
"""Letters of a title that are no chance at the end of another one."""


MOST_COMPARED = 200
"""Works of one address or title, the latest, with which another is compared."""


class _Facts(NamedTuple):
    """What two citations of one work may not differ in."""

    title: str
    families: frozenset[str]
    when: str
    has_address: bool


class _Group(NamedTuple):
    """Citations of one work, and what they say, each once."""

    works: list[WorkDraft]
    facts: dict[_Facts, None]


def group_works(works: Sequence[WorkDraft]) -> dict[int, list[WorkDraft]]:
    """Return for each work (by ``id()``) the group of citations of one work that it belongs to."""
    by_key: dict[str, list[_Group]] = {}
    by_facts: dict[tuple[str, _Facts], _Group] = {}
    group_of: dict[int, list[WorkDraft]] = {}
    for work in works:
        key, facts = _key(work), _facts(work)
        group = by_facts.get((key, facts))
        if group is None:
            group = by_facts[key, facts] = _agreeing(by_key.setdefault(key, []), facts)
            group.facts[facts] = None
        group.works.append(work)
        group_of[id(work)] = group.works
    return group_of


def _agreeing(groups: list[_Group], facts: _Facts) -> _Group:
    """Return the first group that nothing contradicts, or a new one."""
    for group in groups[-MOST_COMPARED:]:
        known = islice(reversed(group.facts), MOST_COMPARED)
        if not any(_contradict(facts, other) for other in known):
            return group
    groups.append(_Group([], {}))
    return groups[-1]


def fullest(group: Sequence[WorkDraft]) -> WorkDraft:
    """Return the citation that says most of its work, the first of equals."""
    return max(group, key=lambda work: ("title" in work.pieces, bool(work.authors), _parts(work)))


def _parts(work: WorkDraft) -> int:
    """Count the parts of a citation; of two that differ in few, the first is as good."""
    return (len(work.pieces) - ("page" in work.pieces) + (work.date is not None)) // 2


def _key(work: WorkDraft) -> str:
    """Return what two citations of one work have in common: the address, else the title."""
    if work.url:
        return work.url.partition("://")[2].removeprefix("www.").rstrip("/")
    return title_key(work.text("title") or work.text("container") or "")


def _facts(work: WorkDraft) -> _Facts:
    return _Facts(title_key(work.text("title") or ""), _families(work), _when(work), bool(work.url))


def _contradict(one: _Facts, other: _Facts) -> bool:
    """Tell whether title, author, or (of works without an address) the date are not those of one work."""
    if _titles_differ(one.title, other.title) or _differ(one.families, other.families):
        return True
    if one.has_address:
        return False
    agree = one.when.startswith(other.when) or other.when.startswith(one.when)
    return not agree or bool(one.when) != bool(other.when)


def _titles_differ(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long.startswith(short):
        return False
    return len(short) < SHORTEST_SHARED or not long.endswith(short)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _families(work: WorkDraft) -> frozenset[str]:
    """Return the names of the authors for comparing: the family, or the whole name of a body."""
    names = [parse_name(work.note.text[piece.start : piece.end]) for piece in work.authors]
    return frozenset(title_key(name.family or name.literal) for name in names)


def _when(work: WorkDraft) -> str:
    """Return the printed date of a work."""
    return work.text("year") or (work.date.iso or "" if work.date else "")
