"""Which citations of a document are of one and the same work, and which of them says most of it."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.work_draft import WorkDraft
from converter.normalizers.names import parse_name
from converter.normalizers.spaces import title_key

SHORTEST_SHARED = 8
"""Letters of a title that are no chance at the end of another one."""


def group_works(works: Sequence[WorkDraft]) -> dict[int, list[WorkDraft]]:
    """Return for each work (by ``id()``) the group of citations of one work that it belongs to."""
    by_key: dict[str, list[list[WorkDraft]]] = {}
    group_of: dict[int, list[WorkDraft]] = {}
    for work in works:
        groups = by_key.setdefault(_key(work), [])
        group = next(
            (group for group in groups if not any(_contradict(work, other) for other in group)), None
        )
        if group is None:
            group = []
            groups.append(group)
        group.append(work)
        group_of[id(work)] = group
    return group_of


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


def _contradict(work: WorkDraft, other: WorkDraft) -> bool:
    """Tell whether title, author, or (of works without an address) the date are not those of one work."""
    if _titles_differ(work, other) or _differ(_families(work), _families(other)):
        return True
    if work.url:
        return False
    one, two = _when(work), _when(other)
    return not (one.startswith(two) or two.startswith(one)) or bool(one) != bool(two)


def _titles_differ(work: WorkDraft, other: WorkDraft) -> bool:
    short, long = sorted((title_key(work.text("title") or ""), title_key(other.text("title") or "")), key=len)
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
