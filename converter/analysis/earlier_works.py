"""Which work a short form or a back-reference means: one that an earlier note cites."""

from __future__ import annotations

from typing import NamedTuple

from converter.analysis.work_draft import WorkDraft
from converter.model import Reference
from converter.normalizers.spaces import title_key

FARTHEST = 500
"""Works back from a short form in which the one that it means is looked for."""

SHORTEST_TITLE = 6
"""Letters of a main title that are no chance inside another text."""


class _Keys(NamedTuple):
    """What a work is found by."""

    id: str
    title: str
    main_title: str
    family: str


class EarlierWorks:
    """The works cited so far, in order; keys are made when the first short form asks for them."""

    def __init__(self) -> None:
        self._references: list[Reference] = []
        self._keys: list[_Keys] = []
        self._ids: set[str] = set()
        self.last: str | None = None
        """The work cited last, which ``ibid.`` means."""

    def cite(self, reference: Reference) -> None:
        """Note that a note cites a work."""
        self.last = reference.id
        if reference.id not in self._ids:
            self._ids.add(reference.id)
            self._references.append(reference)

    def _recent(self) -> list[_Keys]:
        """Return the keys of the last works, the latest first."""
        for reference in self._references[len(self._keys) :]:
            self._keys.append(_keys_of(reference))
        return self._keys[: -FARTHEST - 1 : -1]

    def short_form(self, work: WorkDraft) -> str | None:
        """Return the earlier work that a short form (`Family, “Short Title,” 51`) means."""
        if work.url or work.date or "year" in work.pieces or "publisher" in work.pieces:
            return None
        title = title_key(work.text("title") or "")
        if not title:
            return None
        return next((keys.id for keys in self._recent() if keys.title.startswith(title)), None)

    def named_in(self, text: str) -> str | None:
        """Return the work that a note names by author and title (`Vance, Thursdays, 201`)."""
        if not self._references:
            return None
        key = title_key(text)
        return next((keys.id for keys in self._recent() if _is_named(keys, key)), None)

    def meant(self, before: str) -> str | None:
        """Return what a back-reference means: the work of the author named before it, else the last one."""
        named = title_key(before)
        if not named:
            return self.last
        own = (keys.id for keys in self._recent() if keys.family and keys.family in named)
        return next(own, self.last)


def _keys_of(reference: Reference) -> _Keys:
    title = reference.title or ""
    family = reference.author[0].family if reference.author else None
    return _Keys(reference.id, title_key(title), title_key(title.partition(":")[0]), title_key(family or ""))


def _is_named(keys: _Keys, text: str) -> bool:
    if not keys.family or len(keys.main_title) <= SHORTEST_TITLE:
        return False
    return keys.main_title in text and keys.family in text
