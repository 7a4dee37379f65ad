"""Which house publishes the page: by addresses, names, lines and DOIs that the profiles name as evidence.

What stands where a house speaks of itself (header, cite-as block, rights and contact lines, what the file
says beside its text) decides alone; elsewhere two different signs are needed. Notes do not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from converter import profiles
from converter.analysis.contacts import count_signals
from converter.analysis.labels import opens_with_label
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.passages import Passage
from converter.diagnostics import Code
from converter.model import Rejected
from converter.normalizers.urls import doi_of
from converter.profiles import Profile
from converter.profiles.words import plain
from converter.source import Clue, Span

POINTER = "/provenance/profile"
OWN, ELSEWHERE = 2, 1
"""Weights of a sign where the house speaks of itself, and in any other short passage."""

ENOUGH = 2
LONGEST_OWN, LONGEST_HEADER, HEADER = 600, 200, 14
"""Characters of a passage that may hold a sign, of one of the header, and passages of the header."""

CLUES = frozenset({"url", "publisher", "doi", "series"})


class _Sign(NamedTuple):
    """A sign of a house: as the profile has it, in small letters, and whether a line must begin with it."""

    house: str
    printed: str
    text: str
    opens: bool


class _Found(NamedTuple):
    """A sign that was found, with its place."""

    sign: str
    weight: int
    span: Span | None
    where: str


@cache
def _signs(own: tuple[Profile, ...]) -> tuple[_Sign, ...]:
    """Return the signs of the user's houses and of the shipped ones; a house of the user's replaces one."""
    replaced = {profile.name for profile in own}
    shipped = [profiles.load(name) for name in profiles.names() if name not in replaced]
    return tuple(
        _Sign(profile.name, text, plain(text), opens)
        for profile in (*own, *shipped)
        for text, opens in _written(profile)
    )


def _written(profile: Profile) -> Iterator[tuple[str, bool]]:
    detect = profile.written.detect
    yield from ((text, False) for text in (*detect.addresses, *detect.names, *profile.publisher.address))
    yield from ((prefix + "/", False) for prefix in detect.dois)
    yield from ((line, True) for line in detect.lines)


def recognise_house(
    passages: Sequence[Passage], clues: Sequence[Clue], ledger: Ledger, own: tuple[Profile, ...] = ()
) -> Profile:
    """Return the profile of the house that the page shows, or the generic one; write down the evidence."""
    all_signs = _signs(own)
    found: dict[str, dict[str, _Found]] = {}
    for house, sign in [*_of_clues(clues, all_signs), *_of_passages(passages, all_signs)]:
        known = found.setdefault(house, {})
        if sign.sign not in known or known[sign.sign].weight < sign.weight:
            known[sign.sign] = sign
    ranked = sorted(found.items(), key=lambda item: -_weight(item[1]))
    if not ranked or _weight(ranked[0][1]) < ENOUGH:
        return profiles.load("generic")
    name, signs = ranked[0]
    others = [other for other in ranked[1:] if _weight(other[1]) >= ENOUGH]
    if others and _weight(others[0][1]) == _weight(signs):
        houses = " or ".join([name, others[0][0]])
        ledger.find(Code.PROFILE_UNCERTAIN, _best(signs).span, POINTER, houses=houses)
        return profiles.load("generic")
    best = _best(signs)
    rejected = [Rejected(other, _best(theirs).span, _rule(_best(theirs))) for other, theirs in ranked[1:]]
    confidence = 0.98 if _weight(signs) > ENOUGH and not others else 0.9
    ledger.note(POINTER, best.span, _rule(best), confidence, rejected)
    return next((profile for profile in own if profile.name == name), None) or profiles.load(name)


def _of_passages(passages: Sequence[Passage], all_signs: Sequence[_Sign]) -> Iterator[tuple[str, _Found]]:
    short = [
        (number, passage)
        for number, passage in enumerate(passages)
        if len(passage.text) < LONGEST_OWN and not opens_with_label(passage.text)
    ]
    whole = "\n".join([passage.read_plain() for _, passage in short])
    signs = [sign for sign in all_signs if sign.text in whole]
    for number, passage in short if signs else ():
        text = passage.read_plain()
        for sign in signs:
            at = text.find(sign.text)
            if at < 0 or (at and sign.opens) or text[at + len(sign.text) :][:1].isalpha():
                continue
            weight = OWN if sign.opens or _is_own(number, passage, text) else ELSEWHERE
            yield sign.house, _Found(sign.printed, weight, passage.flow.whole(), "")


def _is_own(number: int, passage: Passage, text: str) -> bool:
    """Tell whether a passage is one in which a house speaks of itself."""
    if number < HEADER and len(text) <= LONGEST_HEADER:
        return True
    if profiles.load("generic").cite_as.match(passage.text):
        return True
    return count_signals(passage.text, text, passage.read_words()) > 0


def _of_clues(clues: Sequence[Clue], all_signs: Sequence[_Sign]) -> Iterator[tuple[str, _Found]]:
    for clue in clues:
        if clue.field not in CLUES:
            continue
        text = plain(doi_of(clue.value) or clue.value) if clue.field == "doi" else plain(clue.value)
        for sign in all_signs:
            if sign.text in text:
                yield sign.house, _Found(sign.printed, OWN, None, clue.origin)


def _weight(signs: dict[str, _Found]) -> int:
    return sum(found.weight for found in signs.values())


def _best(signs: dict[str, _Found]) -> _Found:
    return max(signs.values(), key=lambda found: (found.weight, found.span is not None, len(found.sign)))


def _rule(found: _Found) -> str:
    return f"sign of the house {quoted(found.sign)}" + (f" ({found.where})" if found.where else "")
