"""How well a line of the header would do as the title, or as the subtitle."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from converter.analysis import regions
from converter.analysis.cited_titles import is_cited, is_subtitle
from converter.analysis.header_facts import LABELLED, SURE_FACT, header_facts
from converter.analysis.hints import BY, Hints
from converter.analysis.mastheads import may_be_title
from converter.analysis.passages import Passage
from converter.analysis.wording import ACRONYM_BEHIND, INNER_STOP, NUMBERED_HEADING, ends_sentence
from converter.normalizers.house_names import SURE, house_name
from converter.normalizers.names import is_corporate
from converter.normalizers.spaces import title_key

Scores = dict[str, float]

TITLED = 2.0
"""What a line loses as title over one that the format itself calls so."""

CITED = 6.0
"""Score of a line that the cite-as block quotes as the title."""

SHORTEST_CITED = 8
"""Letters of a piece of a cited title that are no chance."""

LABELLED_TITLE = 7.0
"""Score of a line that a label calls the title."""

SURE_NAME, BEHIND_AUTHOR = 0.7, 5
"""A line that is surely a name; letters of an author before the title in a cite-as block."""

LEAST_DOUBTFUL = 0.45
"""How much a line looks like a name that the cite-as block may well hold as that of the author."""

GOES_ON = 4.0
"""Score of a line as title below one that ends with a colon."""

WRAPPED, SMALL = 48, 4
"""Characters of a line that the page may have wrapped, and of a word that no phrase ends with."""

COLONS = (":", "–", "—")

NO_NAME = re.compile(
    r"""
    (?: ^ | \s ) (?:
        the | an | of | that | this | on | in | for | with | from | what | why | how | who | nobody | not
      | is | are | to
      | bir | bu | için | olan | nasıl | neden | über | für | pour | dans
    | (?-i: gegen | durch | ohne | zwischen | warum | wie | sans | sur | avec | contre | pourquoi | comment
      | qui | para | sobre | como | contra | sin | per | con | senza | sul | sulla | nel | nella | verso | dla
      | przez | bez | od | przeciw | który | której | для | без | против | о | об | под | через | почему | как
      | про | між | üçün | haqqında | nə | για | από | προς | χωρίς | στον | στην | στο )
    ) (?= \s | $ )                                                          # The Treaty That Nobody Cites
    | ^ (?: der | die | das | ein | eine | les | une? | gli | los | las | kein | keine | το | η | οι | τα ) \s
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that titles have and names do not."""


def score_title(
    number: int,
    passages: Sequence[Passage],
    hints: Hints,
    scores: Scores,
    previous: Mapping[str, float],
    name: float,
) -> bool:
    """Score a line as title and as subtitle; tell whether it goes on with the title above: it is no name."""
    passage = passages[number]
    text = passage.unmarked()
    scores[regions.TITLE] = _title_score(number, passage, name, hints) - TITLED * _is_titled(passages, number)
    apart = text.endswith(".") and previous.get(regions.TITLE, 0) < max(previous.values(), default=0)
    sentence = ends_sentence(passage.closing) and (len(text) > 80 or apart)
    scores[regions.SUBTITLE] = 1.0 - 2.0 * sentence - 1.0 * (name > 0.6)
    if number and not _continues_title(passages[number - 1], passage):
        scores[regions.SUBTITLE] += 0.5
        above = previous.get(regions.TITLE, 0)
        if above >= max(2.0, *previous.values()) and scores[regions.TITLE] < CITED:
            scores[regions.TITLE] -= 1.5
    if previous.get(regions.TITLE, 0) <= 0:
        return False
    if hints.cited_titles and title_key(passages[number - 1].text) in hints.cited_titles:  # it ends there
        scores[regions.TITLE] = min(scores[regions.TITLE], 0.0)
    if _goes_on(number, passages):
        scores |= {regions.SUBTITLE: 0.0, regions.TITLE: max(scores[regions.TITLE], GOES_ON)}
        return True
    if is_subtitle(number, passages, hints.cited_texts):
        scores |= {regions.SUBTITLE: CITED, regions.TITLE: 0.0}
        return True
    return False


def _goes_on(number: int, passages: Sequence[Passage]) -> bool:
    """Tell whether the line above ends with a colon or a dash, so that this is its subtitle."""
    before = passages[number - 1].unmarked() if number else ""
    return (
        before[-1:] in COLONS
        and sum(map(str.isalpha, before)) >= SHORTEST_CITED
        and not LABELLED.match(before)
    )


def _title_score(number: int, passage: Passage, name: float, hints: Hints) -> float:
    text = passage.text
    if (label := hints.profile.title.match(text)) and label.end() < len(text):
        return LABELLED_TITLE
    if hints.cited_titles and (cited := _cited_title(title_key(text), hints.cited_titles)):
        return cited
    is_fact = header_facts(text, hints.profile) >= SURE_FACT or house_name(text) == SURE
    if (
        name < SURE_NAME
        and not is_fact
        and is_cited(text, hints.cited_texts, hints.cited_limits, BEHIND_AUTHOR)
    ):
        return CITED
    if (
        name < LEAST_DOUBTFUL
        and is_cited(text, hints.cited_texts, hints.cited_limits)
        and may_be_title(passage, hints)
    ):
        return CITED
    sentence = len(text) > 60 and ends_sentence(passage.closing) and not text.endswith("?")
    sentence = (
        sentence
        or (len(text) > 40 and text[0].islower())
        or (len(text) > 80 and INNER_STOP.search(text) is not None)
    )
    behind = hints.passages[number + 1 : number + 2]
    if (
        sentence
        and behind
        and (BY.match(behind[0].text) or header_facts(behind[0].text, hints.profile) >= SURE_FACT)
    ):
        sentence = False  # a date or a byline below: no paragraph
    score = 2.0 + 1.5 * text.isupper() - 2.5 * sentence - 1.0 * (len(text) > 160)
    score -= 3.0 * (name > 0.8 and len(text) < 40) + 2.0 * (NUMBERED_HEADING.match(text) is not None)
    score += 1.5 * (passage.kind == "heading" and passage.level == 1) + 0.5 * (number == 0)
    score -= 1.5 * (hints.headed and passage.kind != "heading")
    if hints.profile.series.is_masthead(text) or (number < 2 and is_house(text, hints)):
        score -= 2.0
    return score + 0.5 * all("bold" in run.marks for run in passage.flow.runs)


def _is_titled(passages: Sequence[Passage], number: int) -> bool:
    """Tell whether a line stands over what the format itself calls the title."""
    following = passages[number + 1 : number + 2]
    titled = any(passage.kind == "heading" and passage.level == 1 for passage in following)
    return titled and passages[number].kind != "heading"


def is_house(text: str, hints: Hints) -> bool:
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
    if before.text.isupper() != capitals or not (passage.gap == 0 or (capitals and is_open(before.text))):
        return False
    return capitals or passage.text[0].islower() or is_open(before.text)


def is_open(line: str) -> bool:
    """Tell whether a line of a title wants another: it is long, or ends with a small word or a comma.

    >>> is_open("Why the Straits Need a"), is_open("Der stille Grenzfluss")
    (True, False)
    """
    last = line.split()[-1]
    return len(line) >= WRAPPED or line[-1] in ",:;-–—" or (len(last) <= SMALL and last.islower())
