"""Where one citation of a note ends and another begins, and where a note refers back to an earlier work."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.analysis.evidence import has_evidence
from converter.analysis.note_text import NoteText
from converter.normalizers.urls import find_urls
from converter.profiles import Profile

AFTER_ADDRESS = re.compile(r"[)\]>.,;\s]*")
IN_BRACKETS = re.compile(r"\([^()]*\)")
ACCESS_BRACKET = re.compile(
    r"""
      \s* [(\[] [^()\[\]]{4,60} [)\]] [.,;]? \s*                                    # (accessed 3 May 2020).
    | \s* (?: [^\W\d_]+ \s+ ){1,3} :? \s* \d [\d./\ ]{5,9} \d [.,;]? \s*  # Erişim Tarihi: 03.05.2020
    """,
    re.VERBOSE,
)
BEHIND_CUE = re.compile(
    r"""
    \s* (?: $ | [,;:()] | \d | (?: pp? | ss? | с | S | sayfa | page | note | dipnot | n ) \b )  # , p. 12
    """,
    re.VERBOSE,
)
SHORT_PIECE = re.compile(
    r"\s* (?=[^\W\d_a-z]) [^,;]{2,40} , \s [^;]{3,60} [\s.] \d{1,3} (?: [-–] \d{1,3} )? [.;\s]*", re.VERBOSE
)  # Family, Short Title, 215.

NEAR_START = 60
"""Characters from the start of a citation in which a back-reference stands."""

SHORTEST_CITATION = 12
LONGEST_CITATION = 1500
"""Characters of what was joined that are looked through again: a note of a megabyte must not take hours."""

Stretch = tuple[int, int]


class BackReference(NamedTuple):
    """A word such as `ibid`, and where the name begins that may stand before it."""

    start: int
    end: int
    name_start: int


def cut_note(note: NoteText, profile: Profile) -> list[Stretch]:
    """Cut a note: at semicolons, behind addresses, before `see also`."""
    text = note.text
    cues = _cues(note, profile)
    if ";" not in text and len(note.urls) < 2 and not cues:
        return [(0, len(text))] if text else []
    closed = _closed(note)
    cuts = [at + 1 for at in _open_places(_semicolons(text), closed)]
    cuts += [at for at in _open_places(cues, closed) if not _has_between(cuts, at - 2, at)]
    known = sorted(cuts)
    for (_, end), (following, _) in pairwise(note.urls):
        gap = AFTER_ADDRESS.match(text, end)
        begin = gap.end() if gap else end
        if following - begin > SHORTEST_CITATION and not _has_between(known, end, following):
            cuts.append(_behind_access(text, begin, following))
    edges = [0, *sorted(cuts), len(text)]
    return _with_evidence(note, [(start, end) for start, end in pairwise(edges) if end > start], profile)


def back_reference(note: NoteText, start: int, end: int, profile: Profile) -> BackReference | None:
    """Return where a citation refers back with a word such as `ibid`."""
    if not profile.back_reference.occurs(note.words):
        return None
    text = note.text
    back = profile.back_reference.pattern.search(text, start, min(end, start + 2 * NEAR_START))
    if back is None or back.start() - start > NEAR_START:
        return None
    before = text[start : back.start()]
    cues = list(profile.see.pattern.finditer(text, start, back.start())) if before.strip() else []
    name = cues[-1].end() if cues else start
    parted = not text[name : back.start()].strip() or before.rstrip()[-1] in ",.;:("
    alone = parted and BEHIND_CUE.match(text, back.end(), end) is not None
    if not alone or find_urls(before) or has_evidence(before):
        return None
    return BackReference(*back.span(), name)


def _has_between(places: Sequence[int], first: int, last: int) -> bool:
    """Tell whether one of the places, which come in order, is between two others."""
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


def _cues(note: NoteText, profile: Profile) -> list[int]:
    """Return where a word like `see` stands behind the end of a sentence or a comma."""
    if not profile.see.occurs(note.words):
        return []
    text = note.text
    found = (match.start() for match in profile.see.pattern.finditer(text))
    return [at for at in found if at > SHORTEST_CITATION and text[at - 9 : at].rstrip()[-1:] in set(".;,")]


def _with_evidence(note: NoteText, pieces: list[Stretch], profile: Profile) -> list[Stretch]:
    """Join a piece that cites nothing by itself to the one before it, unless it can name an earlier work."""
    text = note.text
    joined = pieces[:1]
    for start, end in pieces[1:]:
        first, last = joined[-1]
        before = (max(first, last - LONGEST_CITATION), last)
        cites = has_evidence(text[slice(*before)]) or _names_earlier(note, *before, profile)
        if cites and (has_evidence(text[start:end]) or _names_earlier(note, start, end, profile)):
            joined.append((start, end))
        else:
            joined[-1] = (first, end)
    return joined


def _names_earlier(note: NoteText, start: int, end: int, profile: Profile) -> bool:
    piece = note.text[start:end]
    return (
        back_reference(note, start, end, profile) is not None
        or (start > 0 and profile.see.pattern.match(piece.lstrip()) is not None)
        or SHORT_PIECE.fullmatch(piece) is not None
    )


def _behind_access(text: str, begin: int, following: int) -> int:
    """Leave the bracket with the access date with the address before it."""
    match = ACCESS_BRACKET.match(text, begin - 1 if text[begin - 1 : begin] == " " else begin, following)
    return match.end() if match and following - match.end() > 8 else begin


def _closed(note: NoteText) -> list[Stretch]:
    """Return the quotes, brackets and addresses, in which nothing is cut."""
    closed = [(quote.start, quote.end) for quote in note.quotes] + note.urls
    return sorted(closed + [match.span() for match in IN_BRACKETS.finditer(note.text)])


def _semicolons(text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if letter == ";"] if ";" in text else []


def _open_places(places: list[int], closed: list[Stretch]) -> list[int]:
    """Return the places that are outside quotes, brackets and addresses."""
    found, reach, nearest = [], 0, 0
    for at in places:
        while nearest < len(closed) and closed[nearest][0] <= at:
            reach = max(reach, closed[nearest][1])
            nearest += 1
        if at >= reach:
            found.append(at)
    return found
