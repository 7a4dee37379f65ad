"""How well a passage would do in the header: as title, subtitle, byline, header line or abstract."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from converter.analysis import regions
from converter.analysis.abstracts import is_lone_heading, leads_to_keywords, opens_abstract
from converter.analysis.captions import caption_kind
from converter.analysis.header_facts import SURE_FACT, header_facts
from converter.analysis.hints import BY, CONTRIBUTOR, NOTE_MARK, Hints, without_credit
from converter.analysis.issues import find_issue
from converter.analysis.mastheads import (
    CONTACT_LINE,
    WEAK,
    has_other_title,
    is_house_line,
    is_kind_line,
    is_menu_line,
    is_role,
    is_series_line,
    is_weak_name,
)
from converter.analysis.passages import Passage
from converter.analysis.segments import SIGNS, has_segments, split_segments
from converter.analysis.title_scores import NO_NAME, is_house, score_title
from converter.analysis.wording import ACRONYM_BEHIND, HEADING_WORDS, NUMBERED_HEADING, reading_length
from converter.normalizers.house_names import house_name
from converter.normalizers.name_roles import EDITORS, is_known_role, split_roles
from converter.normalizers.names import fold_name, is_corporate, looks_like_name, split_names
from converter.normalizers.spaces import title_key
from converter.profiles import Profile
from converter.profiles.outlets import is_known_outlet

Scores = dict[str, float]

LONGEST_HEADER = 250
LONGEST_BYLINE = 120

INITIALS = re.compile(r"(?:[^\W\d_]\.[ ]?){2,}[^\W\d_]{2}")
"""Two initials and a name."""

MOST_WORDS = 6
"""Blanks in what ends with a full stop and may still be a name (``Norr Ltd.``)."""

LEAST_CREDITED = 0.25
"""How much what stands behind *by* looks like a name."""

HEAD, HEAD_AS_LINE = 1.0, 1.9
"""What a line that the pages repeat loses as title, and its score as a line of the header."""

AGAIN, AGAIN_AS_LINE = -3.0, 4.5
"""Score, as title and as a line of the header, of what the header says once more."""

LIFE = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.'’-]*\s){2,6}?)(?:is|was|ist|war|est|es|è|jest|—|является)\s(?P<role>.{4,60})"
)
"""`Cleo Marchetti is a doctoral candidate`: a sentence about the author."""

LEAST_LIFE = 0.45
SURE_OF_SEVERAL, LEAST_OF_SEVERAL = 0.6, 0.2
NAME_AT_LEAST = 0.4
NO_NAME_SCORE = 0.2
"""How much a line that goes on with the title may still look like a name."""

MASTHEAD = 5.0
"""Score of a line that is the house or the kind of the piece, where another line can be the title."""

CONTACT = 5.0
"""Score of a line that is but an e-mail address, a handle or an ORCID, as a line of the header."""

ABSTRACT = 5.0
"""Score of an abstract and of its keywords."""

CREDIT_AS_LINE = 3.0
"""Score of the caption of a picture, or of whose it is, as a line of the header."""

DOUBTFUL = (0.3, 0.85)
"""Scores as a name about which the words of the text are asked."""

LIKELY_BYLINE = 1.5
"""Score of a byline under which a role may stand."""

RETIRED = re.compile(r"\(R\)\s*|(?=(?:uzmanı|kıdemli|guest)\b)", re.IGNORECASE)
"""What may stand before a role, or is one."""


def score_header(
    number: int, passages: Sequence[Passage], hints: Hints, scores: Scores, previous: Mapping[str, float]
) -> None:
    """Score a passage among the first of the document in each region of the header."""
    passage, profile = passages[number], hints.profile
    text = passage.unmarked()
    _score_abstract(number, passages, profile, scores, previous)
    if reading_length(text) > LONGEST_HEADER:
        return
    goes_on = previous.get(regions.BYLINE, 0) >= LIKELY_BYLINE and not passage.gap
    may_name = len(text) <= LONGEST_BYLINE and (goes_on or not _is_numbered(text, hints))
    name = _name_score(NOTE_MARK.sub("", text), hints) if may_name else 0.0
    if name >= NAME_AT_LEAST and is_weak_name(name, hints) and not has_other_title(number, passages, hints):
        name = NO_NAME_SCORE
    if score_title(number, passages, hints, scores, previous, name):
        name = min(name, NO_NAME_SCORE)
    scores[regions.BYLINE] = 4.5 * name - 0.5 + (_cited_name(text, hints) if name >= 0.5 else 0.0)
    scores[regions.LINE] = _line_score(text, hints, by_name=previous.get(regions.BYLINE, 0) >= LIKELY_BYLINE)
    _score_masthead(number, passages, hints, scores)
    _score_repeated(number, passage, hints, scores)
    if facts := header_facts(text, profile):
        scores[regions.HEADER] = facts
        if facts >= SURE_FACT:
            scores[regions.LINE] = 0.0
    if has_segments(text):
        _score_pieces(text, profile, scores, names_below=_names_below(number, passages))
    _score_labels(text, profile, scores)


def _score_masthead(number: int, passages: Sequence[Passage], hints: Hints, scores: Scores) -> None:
    """Score what stands over a title and is none: house, kind of the piece, series, menu of the site."""
    if any(
        check(number, passages, hints)
        for check in (is_house_line, is_kind_line, is_series_line, is_menu_line)
    ):
        byline = min(scores[regions.BYLINE], 0.0)
        scores |= {
            regions.LINE: MASTHEAD,
            regions.TITLE: -2.0,
            regions.SUBTITLE: -2.0,
            regions.BYLINE: byline,
        }


def _as_title(name: float, number: int, passages: Sequence[Passage], hints: Hints) -> float:
    """Lower how much a line looks like a name where nothing else can be the title, and another is surer."""
    text = passages[number].unmarked()
    weak = name >= NAME_AT_LEAST and (
        is_weak_name(name, hints) or ("," in text and name <= WEAK and _names_below(number, passages))
    )
    return NO_NAME_SCORE if weak and not has_other_title(number, passages, hints) else name


def _score_repeated(number: int, passage: Passage, hints: Hints, scores: Scores) -> None:
    """Score what the pages repeat, what the header says once more, and a numbered heading."""
    if passage.is_head:
        scores[regions.TITLE] -= HEAD
        scores[regions.LINE] = max(scores[regions.LINE], HEAD_AS_LINE)
    if number in hints.printed_again:
        scores[regions.TITLE] = scores[regions.SUBTITLE] = AGAIN
        scores[regions.LINE] = max(scores[regions.LINE], AGAIN_AS_LINE)
    if _is_numbered(passage.text, hints):
        scores[regions.SUBTITLE] -= 2.0
        scores[regions.BODY] = max(scores[regions.BODY], 1.5)


def _is_numbered(text: str, hints: Hints) -> bool:
    """Tell a numbered heading (``A. Background``) from initials: several of them, or a cited author's."""
    if not NUMBERED_HEADING.match(text):
        return False
    return not INITIALS.match(text) and _cited_name(text, hints) <= 0


def _names_below(number: int, passages: Sequence[Passage]) -> bool:
    """Tell whether one of the next two lines is a byline."""
    return any(
        _name_score(without_credit(one.unmarked())) >= 0.5 for one in passages[number + 1 : number + 3]
    )


def _score_pieces(text: str, profile: Profile, scores: Scores, *, names_below: bool) -> None:
    """Score a line of several facts: a name makes it a byline, a date or number a header line."""
    pieces = [text[start:end] for start, end in split_segments(text)]
    if len(pieces) < 2:
        return
    facts = [header_facts(piece, profile) for piece in pieces]
    if max(facts) >= SURE_FACT:
        numbered = [issue is not None and issue.name is None for issue in map(find_issue, pieces)]
        named = not (names_below and SIGNS.isdisjoint(text)) and any(
            _name_score(without_credit(piece)) >= 0.5
            and not (house_name(piece) or is_known_outlet(piece, alone=True))
            for piece, fact, names_series in zip(pieces, facts, [*numbered[1:], False], strict=True)
            if fact < SURE_FACT and not names_series
        )
        scores[regions.BYLINE if named else regions.HEADER] = 7.0


def _score_abstract(
    number: int, passages: Sequence[Passage], profile: Profile, scores: Scores, previous: Mapping[str, float]
) -> None:
    """Score what an abstract's heading opens, what stands below it, and all that leads to the keywords."""
    if opens_abstract(passages[number].text, profile):
        scores[regions.ABSTRACT] = ABSTRACT
    elif previous.get(regions.ABSTRACT, 0) < ABSTRACT:
        return
    elif is_lone_heading(passages[number - 1].text, profile) or leads_to_keywords(number, passages, profile):
        scores[regions.ABSTRACT] = ABSTRACT


def _score_labels(text: str, profile: Profile, scores: Scores) -> None:
    """Let a label of the header, or a word that only heads a part of the body, decide."""
    life = LIFE.match(text)
    if life and looks_like_name(life["name"]) >= LEAST_LIFE and is_known_role(life["role"]):
        scores |= {regions.ABOUT: 5.0, regions.SUBTITLE: -2.0, regions.BYLINE: 0.0}
    if EDITORS.fullmatch(text.strip(" .*")):
        scores[regions.BYLINE] = 4.5
    credit = BY.match(text)
    if len(text) <= LONGEST_BYLINE and (
        profile.author.match(text)
        or (credit and _name_score(text[credit.end() :].rstrip(".")) >= LEAST_CREDITED)
    ):
        scores[regions.BYLINE] = 6.0
    if (
        len(text) <= LONGEST_BYLINE
        and (match := CONTRIBUTOR.match(text))
        and _name_score(text[match.end() :]) >= 0.5
    ):
        scores[regions.LINE] = 6.5
    if HEADING_WORDS.match(text):
        scores[regions.BODY], scores[regions.TITLE] = 4.0, -2.0


def _name_score(text: str, hints: Hints | None = None) -> float:
    """Tell how much a line looks like a name, or like several: as much as the least of them."""
    if NO_NAME.search(text) and not is_corporate(text):
        return 0.0
    if text.endswith(".") and text.count(" ") > MOST_WORDS:
        return 0.0
    parts = split_names(text)
    scores = [looks_like_name(text[start:end]) for start, end in parts] or [0.0]
    score = min(scores)
    if max(scores) >= SURE_OF_SEVERAL and score >= LEAST_OF_SEVERAL:  # … and Chloe Price
        score = max(score, 0.5)
    if hints and DOUBTFUL[0] <= score <= DOUBTFUL[1] and hints.is_of_common_words(text):
        return score / 3
    return score


def _cited_name(text: str, hints: Hints) -> float:
    """Favour a name that the cite-as block names as author; another is less likely one."""
    if not hints.cited_authors:
        return 0.0
    words = set(fold_name(split_roles(text)[0]).split())
    if not words:
        return 0.0
    return 2.0 if words <= hints.cited_authors else -1.0


def _line_score(text: str, hints: Hints, *, by_name: bool) -> float:
    """Score a line of its own: the masthead, a role, the name of the house."""
    if hints.cited_house and 4 < len(text) < 80:
        key = title_key(ACRONYM_BEHIND.sub("", text))
        if key in hints.cited_house and key not in hints.cited_titles:
            return 4.5
    if CONTACT_LINE.fullmatch(text):
        return CONTACT
    if caption_kind(text):
        return CREDIT_AS_LINE
    if hints.profile.series.is_masthead(text):
        return 3.4
    if is_house(text, hints):
        return 3.8
    retired = RETIRED.match(text)
    if len(text) < 100 and (
        is_role(text) or (retired and (not retired.end() or is_role(text[retired.end() :])))
    ):
        return 4.2 if by_name else 2.5
    return 0.0
