"""Which lines by a byline say what an author is, and which line belongs to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.candidates import Candidate
from converter.analysis.captions import caption_kind
from converter.analysis.hints import CONTRIBUTOR
from converter.analysis.mastheads import CONTACT_LINE, is_kicker, is_role
from converter.analysis.sections import Draft
from converter.analysis.witnesses import Witnesses
from converter.analysis.wording import ACRONYM_BEHIND
from converter.normalizers.spaces import title_key
from converter.profiles import Profile
from converter.source import Span

LONGEST_ROLE = 100
CREDIT = re.compile(r"[^\W\d_]{4,12} (?:by|von|par) ?:", re.IGNORECASE)
"""`Reviewed by: …`: what others did."""


def roles_below(witnesses: Witnesses, printed: Sequence[Span | None]) -> dict[int, Candidate]:
    """Return the role lines by the number of the author: the only one, or the one right above the line."""
    lines = _role_lines(witnesses)
    if len(printed) == 1:
        first = _candidate(lines[0]) if len(lines) == 1 else None
        return {0: first} if first else {}
    found: dict[int, Candidate] = {}
    for line in lines:
        number = _author_above(line, printed, witnesses) if is_role(line.flow.text) else None
        if number is not None:
            found.setdefault(number, _candidate(line))
    return found


def _candidate(line: Draft) -> Candidate:
    return Candidate(line.flow.text, line.flow.whole(), "line by the byline")


def _author_above(line: Draft, printed: Sequence[Span | None], witnesses: Witnesses) -> int | None:
    """Return the number of the author whom alone the byline right above a line names."""
    byline = next((one for one in witnesses.drafts("byline") if one.numbers[-1] + 1 == line.numbers[0]), None)
    if byline is None:
        return None
    place = byline.flow.whole()
    named = [number for number, span in enumerate(printed) if span and _holds(place, span)]
    return named[0] if len(named) == 1 else None


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _role_lines(witnesses: Witnesses) -> list[Draft]:
    """Return the lines under (or over) a byline that say a role."""
    return [
        draft
        for draft in witnesses.drafts("line")
        if _is_beside_byline(draft, witnesses)
        and len(draft.flow.text) <= LONGEST_ROLE
        and not CONTRIBUTOR.match(draft.flow.text)
        and not (caption_kind(draft.flow.text) or CONTACT_LINE.fullmatch(draft.flow.text))
        and not is_house(draft.flow.text, witnesses)
        and not _is_labelled(draft.flow.text, witnesses.profile)
    ]


def _is_labelled(text: str, profile: Profile) -> bool:
    """Tell whether a line is a fact of the header or the kind of the piece, and no role."""
    labels = (profile.header, profile.series_label, profile.publisher_label)
    return (
        any(label.match(text) for label in labels)
        or is_kicker(text, profile)
        or CREDIT.match(text) is not None
    )


def is_house(text: str, witnesses: Witnesses) -> bool:
    """Know the name of the publisher, which is no role, from the profile or the cite-as block."""
    cite_as = witnesses.cite_as
    cited = cite_as.model.publisher if cite_as else None
    name = title_key(ACRONYM_BEHIND.sub("", text))
    house = witnesses.profile.publisher
    told = [one.value for one in witnesses.clues.told("publisher")]
    houses = [*house.all_names, house.acronym or "", *told, *([cited] if cited else [])]
    return name in {title_key(ACRONYM_BEHIND.sub("", house)) for house in houses}


def _is_beside_byline(draft: Draft, witnesses: Witnesses) -> bool:
    numbers = {number for byline in witnesses.drafts("byline") for number in byline.numbers}
    return any(number - 1 in numbers or number + 1 in numbers for number in draft.numbers)
