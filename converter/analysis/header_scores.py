"""How well a passage would do in the header: as title, subtitle, byline, header line or abstract."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from converter.analysis import regions
from converter.analysis.captions import caption_kind
from converter.analysis.hints import BY, CONTRIBUTOR, NOTE_MARK, Hints
from converter.analysis.passages import Passage
from converter.analysis.segments import SIGNS, split_segments
from converter.analysis.series import find_header_series
from converter.analysis.wording import (
    ACRONYM_BEHIND,
    HEADING_WORDS,
    INNER_STOP,
    NUMBERED_HEADING,
    ends_sentence,
)
from converter.normalizers.dates import find_dates
from converter.normalizers.name_roles import split_roles
from converter.normalizers.names import fold_name, is_corporate, looks_like_name, split_names
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import doi_of
from converter.profiles import Profile

Scores = dict[str, float]

LONGEST_HEADER = 250
LONGEST_BYLINE = 120
LONGEST_FACTS = 140

INITIALS = re.compile(r"(?:[^\W\d_]\.[ ]?){2,}[^\W\d_]{2}")
"""Two initials and a name."""

MOST_WORDS = 6
"""Blanks in what ends with a full stop and may still be a name (``Norr Ltd.``)."""

TITLED = 2.0
"""What a line loses as title over one that the format itself calls so."""

HEAD, HEAD_AS_LINE = 1.0, 1.9
"""What a line that the pages repeat loses as title, and its score as a line of the header."""

AGAIN, AGAIN_AS_LINE = -3.0, 4.5
"""Score, as title and as a line of the header, of what the header says once more."""

CITED = 6.0
"""Score of a line that the cite-as block quotes as the title."""

SHORTEST_CITED = 8
"""Letters of a piece of a cited title that are no chance."""

CREDIT = 5.0
"""Score of the caption of a picture, or of whose it is, as a line of the header."""

LABELLED = re.compile(r"[^\W\d_][\w ]{1,25}\s:(?:\s|$)")
SURE_FACT = 4.0
"""Score of a line that is a date, a number or another labelled fact, from which on it is little else."""

NO_NAME = re.compile(
    r"""
    (?: ^ | \s ) (?:
        the | an | of | that | this | on | in | for | with | from | what | why | how | who | nobody | not
      | is | are | to
      | bir | bu | için | olan | nasıl | neden | über | für | pour | dans
    ) (?= \s | $ )                                                          # The Treaty That Nobody Cites
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that titles have and names do not."""

ROLE = re.compile(
    r"""
    ^ (?: \(R\) \s* )? (?:
        analyst | analist | senior | research | researcher | expert | fellow | scholar | specialist
                                                                                 # Senior Fellow
      | director | president | professor | editor | ambassador | lecturer | head\ of | correspondent
                                                                                 # Director, …
      | honorary | guest | visiting | intern | coordinator                      # Guest Researcher
      | araştırmacı | misafir | uzman | uzmanı | kıdemli | direktör | başkan | editör    # Uzman Araştırmacı
      | büyükelçi | emekli | stajyer | koordinatör | öğretim                    # Emekli Büyükelçi
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def score_header(
    number: int, passages: Sequence[Passage], hints: Hints, scores: Scores, previous: Mapping[str, float]
) -> None:
    """Score a passage among the first of the document in each region of the header."""
    passage, profile = passages[number], hints.profile
    text = passage.unmarked()
    if previous.get(regions.ABSTRACT, 0) >= 5 and _is_lone_heading(passages[number - 1].text, profile):
        scores[regions.ABSTRACT] = 5.0
    if len(text) > LONGEST_HEADER:
        return
    may_name = len(text) <= LONGEST_BYLINE and not _is_numbered(text, hints)
    name = _name_score(NOTE_MARK.sub("", text)) if may_name else 0.0
    scores[regions.TITLE] = _title_score(number, passage, name, hints) - TITLED * _is_titled(passages, number)
    apart = text.endswith(".") and previous.get(regions.TITLE, 0) < max(previous.values(), default=0)
    sentence = ends_sentence(passage.closing) and (len(text) > 80 or apart)
    scores[regions.SUBTITLE] = 1.0 - 2.0 * sentence - 1.0 * (name > 0.6)
    if number and not _continues_title(passages[number - 1], passage):
        scores[regions.SUBTITLE] += 0.5
        if previous.get(regions.TITLE, 0) >= 2 and scores[regions.TITLE] < CITED:
            scores[regions.TITLE] -= 1.5
    scores[regions.BYLINE] = 4.5 * name - 0.5 + (_cited_name(text, hints) if name >= 0.5 else 0.0)
    scores[regions.LINE] = _line_score(text, hints)
    _score_repeated(number, passage, hints, scores)
    if facts := _header_facts(text, profile):
        scores[regions.HEADER] = facts
        if facts >= SURE_FACT:
            scores[regions.LINE] = 0.0
    if not SIGNS.isdisjoint(text) or ", " in text:
        _score_pieces(text, profile, scores)
    _score_labels(text, profile, scores)


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


def _score_pieces(text: str, profile: Profile, scores: Scores) -> None:
    """Score a line of several facts: a name makes it a byline, a date or number a header line."""
    pieces = [text[start:end] for start, end in split_segments(text)]
    if len(pieces) < 2:
        return
    facts = [_header_facts(piece, profile) for piece in pieces]
    if max(facts) >= SURE_FACT:
        named = any(
            _name_score(BY.sub("", piece)) >= 0.5
            for piece, fact in zip(pieces, facts, strict=True)
            if fact < SURE_FACT
        )
        scores[regions.BYLINE if named else regions.HEADER] = 7.0


def _is_lone_heading(before: str, profile: Profile) -> bool:
    """Tell whether the heading of the abstract stood alone on its line."""
    return len(before) < 30 and profile.abstract.match(before) is not None


def _score_labels(text: str, profile: Profile, scores: Scores) -> None:
    """Let a label of the header, or a word that only heads a part of the body, decide."""
    if profile.abstract.match(text) or profile.keywords.match(text):
        scores[regions.ABSTRACT] = 5.0
    if len(text) <= LONGEST_BYLINE and (profile.author.match(text) or BY.match(text)):
        scores[regions.BYLINE] = 6.0
    if (
        len(text) <= LONGEST_BYLINE
        and (match := CONTRIBUTOR.match(text))
        and _name_score(text[match.end() :]) >= 0.5
    ):
        scores[regions.LINE] = 6.5
    if HEADING_WORDS.match(text):
        scores[regions.BODY], scores[regions.TITLE] = 4.0, -2.0


def _name_score(text: str) -> float:
    """Tell how much a line looks like a name, or like several: as much as the least of them."""
    if NO_NAME.search(text) and not is_corporate(text):
        return 0.0
    if text.endswith(".") and text.count(" ") > MOST_WORDS:
        return 0.0
    parts = split_names(text)
    if len(parts) < 2:
        return looks_like_name(text)
    return min(looks_like_name(text[start:end]) for start, end in parts)


def _cited_name(text: str, hints: Hints) -> float:
    """Favour a name that the cite-as block names as author; another is less likely one."""
    if not hints.cited_authors:
        return 0.0
    words = set(fold_name(split_roles(text)[0]).split())
    if not words:
        return 0.0
    return 2.0 if words <= hints.cited_authors else -1.0


def _line_score(text: str, hints: Hints) -> float:
    """Score a line of its own: the masthead, a role, the name of the house."""
    if hints.cited_house and 4 < len(text) < 80:
        key = title_key(ACRONYM_BEHIND.sub("", text))
        if key in hints.cited_house and key not in hints.cited_titles:
            return 4.5
    if caption_kind(text):
        return CREDIT
    if hints.profile.series.is_masthead(text):
        return 3.4
    if _is_house(text, hints):
        return 3.8
    return 2.5 if len(text) < 100 and ROLE.match(text) else 0.0


def _title_score(number: int, passage: Passage, name: float, hints: Hints) -> float:
    text = passage.text
    if hints.cited_titles and (cited := _cited_title(title_key(text), hints.cited_titles)):
        return cited
    sentence = len(text) > 60 and ends_sentence(passage.closing) and not text.endswith("?")
    sentence = (
        sentence
        or (len(text) > 40 and text[0].islower())
        or (len(text) > 80 and INNER_STOP.search(text) is not None)
    )
    score = 2.0 + 1.5 * text.isupper() - 2.5 * sentence - 1.0 * (len(text) > 160)
    score -= 3.0 * (name > 0.8 and len(text) < 40) + 2.0 * (NUMBERED_HEADING.match(text) is not None)
    score += 1.5 * (passage.kind == "heading" and passage.level == 1) + 0.5 * (number == 0)
    score -= 1.5 * (hints.headed and passage.kind != "heading")
    if hints.profile.series.is_masthead(text) or (number < 2 and _is_house(text, hints)):
        score -= 2.0
    return score + 0.5 * all("bold" in run.marks for run in passage.flow.runs)


def _is_titled(passages: Sequence[Passage], number: int) -> bool:
    """Tell whether a line stands over what the format itself calls the title."""
    following = passages[number + 1 : number + 2]
    titled = any(passage.kind == "heading" and passage.level == 1 for passage in following)
    return titled and passages[number].kind != "heading"


def _is_house(text: str, hints: Hints) -> bool:
    """Tell whether a line is but the name of a house."""
    if not ACRONYM_BEHIND.search(text) and (text.count(" ") > 5 or NO_NAME.search(text)):
        return False
    return text in hints.profile.publisher.all_names or is_corporate(text)


def _cited_title(key: str, titles: set[str]) -> float:
    """Score a line that the cite-as block quotes as its title, whole or as a piece."""
    if key in titles:
        return CITED
    is_piece = len(key) > SHORTEST_CITED and any(
        title.startswith(key) or title.endswith(key) for title in titles
    )
    return CITED - 1.5 if is_piece else 0.0


def _continues_title(before: Passage, passage: Passage) -> bool:
    """Tell whether a line can be the next line of a title: of the same make, or right below."""
    if before.kind != passage.kind or before.level != passage.level:
        return False
    capitals = passage.text.isupper()
    return before.text.isupper() == capitals and (passage.gap == 0 or capitals)


def _header_facts(text: str, profile: Profile) -> float:
    """Score a line that says a number, a date or another labelled fact."""
    if len(text) > LONGEST_FACTS:
        return 0.0
    if any(map(str.isdigit, text)):
        if (doi := doi_of(text)) and len(doi) >= 0.5 * len(text):
            return 6.5
        series = find_header_series(text, profile)
        if series and series.end - series.start >= 0.5 * len(text):
            return 6.5
        dates = find_dates(text, years=True)
        covered = sum(date.end - date.start for date in dates)
        if dates and covered >= 0.6 * len(text):
            return 6.5
        if series or (dates and (covered >= 0.3 * len(text) or profile.date.match(text))):
            return 4.0
    if len(text) <= 100 and (label := profile.header.match(text)) and label.end() < len(text):
        return 4.5
    return 2.0 if len(text) < 60 and ":" in text and LABELLED.match(text) else 0.0
