"""Which work a short form or a back-reference means: one that an earlier note cites."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.analysis.work_draft import WorkDraft
from converter.model import Reference
from converter.normalizers.spaces import title_key

FARTHEST = 500
"""Works back from a short form in which the one that it means is looked for."""

SHORTEST_TITLE = 6
"""Letters of a main title that are no chance inside another text."""

MOST_GIVEN = 3
"""Blanks before a family name: those around the given names."""

WORD = re.compile(r"\w[\w'’]*")
ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les"})
NUMBERS = re.compile(
    r"(?: [\s,.;(]* \b(?: pp? | ss? | с | S | vol | no )?\.? \s* [\d–-]+ )+ [\s.,;)]* $", re.VERBOSE
)


class _Keys(NamedTuple):
    """What a work is found by: words without case and accents, a blank at either end."""

    id: str
    title: str
    main_title: str
    authors: tuple[str, ...]
    """The family names, and the whole names of bodies."""


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
        title = _words(work.text("title") or "")
        if not title.strip():
            return None
        text = work.note.text
        pieces = [*work.authors, *([work.pieces["container"]] if "container" in work.pieces else [])]
        named = _words(" ".join(text[piece.start : piece.end] for piece in pieces))
        found = (keys for keys in self._recent() if _begins(keys.title, title))
        return next((keys.id for keys in found if _fits(keys, named, title)), None)

    def named_in(self, text: str) -> str | None:
        """Return the work that a note names by author and title (`Vance, Thursdays, 201`)."""
        if not self._references:
            return None
        words = _words(text)
        short = _words(NUMBERS.sub("", text))
        for keys in self._recent():
            if any(
                _is_named(keys, author, words) or _is_short_form(keys, author, short)
                for author in keys.authors
            ):
                return keys.id
        return self._only_work_of(short) if short != words else None

    def asked_for(self, text: str) -> str | None:
        """Return the work that a note comes back to in its own words: by its author, title, or both."""
        found = self.named_in(text)
        if found:
            return found
        words = _words(text)
        own = [keys for keys in self._recent() if any(author in words for author in keys.authors)]
        if own:
            titled = next((keys.id for keys in own if keys.main_title in words), None)
            return titled or (own[0].id if len(own) == 1 else None)
        return next((keys.id for keys in self._recent() if _is_titled(keys, words)), None)

    def _only_work_of(self, name: str) -> str | None:
        """Return the work that a bare name and a page mean: the only one by that author."""
        own = [keys.id for keys in self._recent() if name in keys.authors]
        return own[0] if len(own) == 1 else None

    def meant(self, before: str) -> str | None:
        """Return what a back-reference means: the work of the author named before it, else the last one.

        The name may be the title. One that no earlier work bears means none of them.
        """
        named = _words(before)
        if not named.strip():
            return self.last
        own = [keys for keys in self._recent() if any(author in named for author in keys.authors)]
        if own:
            return next((keys.id for keys in own if keys.main_title in named), own[0].id)
        titled = next((keys.id for keys in self._recent() if _is_titled(keys, named)), None)
        return titled or (None if _ends_in_name(before) else self.last)


def _keys_of(reference: Reference) -> _Keys:
    title = reference.title or ""
    names = [name.family or name.literal for name in (*reference.author, *reference.editor)]
    authors = tuple(words for words in map(_words, names) if words.strip())
    return _Keys(reference.id, _words(title), _words(title.partition(":")[0]), authors)


def _words(text: str) -> str:
    """Return the words of a text for comparing, a blank around each."""
    words = [title_key(word) for word in WORD.findall(text)]
    return f" {' '.join(words)} "


def _is_named(keys: _Keys, author: str, words: str) -> bool:
    """Find a whole main title behind the whole name of an author."""
    at = words.find(author)
    if at < 0 or len(keys.main_title) - 2 <= SHORTEST_TITLE:
        return False
    return keys.main_title in words[at + len(author) - 1 :]


def _is_titled(keys: _Keys, words: str) -> bool:
    """Find a work by its title alone: two words of it at least, or the whole main title in two words."""
    several = words.strip().count(" ") >= 1
    return several and (
        _begins(keys.title, words) or (" " in keys.main_title.strip() and keys.main_title in words)
    )


def _is_short_form(keys: _Keys, author: str, words: str) -> bool:
    """Know `Family, Short Title` at the start of a citation, where the number of a page is left out."""
    if not words.startswith(author):
        given = words.find(author)
        if given < 0 or words[:given].count(" ") > MOST_GIVEN:
            return False
        words = words[given:]
    rest = words[len(author) - 1 :]
    return bool(rest.strip()) and _begins(keys.title, rest)


def _begins(title: str, short: str) -> bool:
    """Tell whether a title begins with a short one, the article left out."""
    first, _, rest = title[1:].partition(" ")
    return title.startswith(short) or (first in ARTICLES and f" {rest}".startswith(short))


def _fits(keys: _Keys, named: str, title: str) -> bool:
    """Tell whether a short form is of a work: by its author, else by two words of the title at least."""
    if named.strip():
        return any(author in named for author in keys.authors)
    return title.strip().count(" ") >= 1


def _ends_in_name(before: str) -> bool:
    words = before.split()
    return bool(words) and words[-1][:1].isupper()
