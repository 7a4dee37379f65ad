"""How well each passage would do in each region: small features, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis import regions
from converter.analysis.labels import Plan
from converter.analysis.lines import Passage
from converter.analysis.series import find_series
from converter.normalizers.dates import find_dates
from converter.normalizers.names import looks_like_name
from converter.profiles import Profile

LONG = 200
"""Characters of a passage that is prose whatever else it is."""

HEADER_LENGTH = 14
"""Passages from the start that may still be header."""

SENTENCE_END = re.compile(r"[.!?…][”\"’'»)\]]*(?:\s*\[\^?\w{1,4}\])*\s*$")
CONTACT = re.compile(
    r"""
      \b(?:tel|telefon|phone|fax|faks|tlf|gsm|mobile)\b\s*[.:]?\s*[+(\d]      # Tel: +90
    | \b(?:e-?\s?mail|e-?posta|eposta|email)\b\s*:?                           # E-Mail:
    | [\w.+-]+@[\w-]+\.[\w.]+                                                 # someone@example.org
    | (?<![\w.])@\w{3,}                                                       # @handle
    | \b(?:sok|cad|cadde|caddesi|sokak|mah|bulv|bulvarı|blv|street|avenue|road|floor|kat|daire|strasse|straße|ул|просп)\b\.?
    | \b\d{5,6}\b                                                             # post code
    | (?:facebook|twitter|x|instagram|linkedin|youtube|t)\.(?:com|me)/        # profile address
    """,
    re.VERBOSE | re.IGNORECASE,
)
RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\b|all rights reserved|tüm hakları|her hakkı|bütün hakları|все права|alle rechte)", re.IGNORECASE)
ONLY_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
LABELLED = re.compile(r"[^\W\d_][\w ]{1,25}\s?:\s*\S")
ANONYMOUS_HEADING = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}|[A-Z])(?:\.|\)|\s[-–])\s+\S")
ROLE = re.compile(
    r"""
    ^(?:\(R\)\s*)?(?:analyst|analist|senior|research|researcher|araştırmacı|misafir|uzman|kıdemli|director|direktör|başkan|honorary|president|professor|fellow|
    editor|editör|ambassador|büyükelçi|emekli|guest|visiting|intern|stajyer|koordinatör|coordinator|lecturer|öğretim|correspondent|expert|head\sof|specialist|scholar|uzmanı)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def score_passages(passages: Sequence[Passage], plan: Plan, profile: Profile) -> list[dict[str, float]]:
    """Return, for each passage, its score in each region that it could be in."""
    in_header, scores = True, []
    previous: dict[str, float] = {}
    for number, passage in enumerate(passages):
        in_header = in_header and number < HEADER_LENGTH
        found = _score(number, passage, plan, profile, in_header=in_header, previous=previous)
        if found.get(regions.BODY, 0) >= 3:
            in_header = False
        scores.append(found)
        previous = found
    _favour_last_lines(passages, scores)
    return scores


def _score(number: int, passage: Passage, plan: Plan, profile: Profile, *, in_header: bool, previous: dict[str, float]) -> dict[str, float]:
    text = passage.text
    labelled = _by_label(passage, profile)
    if labelled:
        return labelled
    scores = {regions.BODY: _body_score(passage)}
    if number in plan.starts:
        _score_note(number, passage, plan, scores)
    elif regions.NOTE in previous or regions.NOTES in previous:
        scores[regions.NOTE] = -1.0 if len(text) > LONG else 0.0
    if in_header:
        _score_header(number, passage, profile, scores)
    elif len(text) <= 60 and looks_like_name(text) > 0.7:
        scores[regions.SIGNATURE] = 2.5
    _score_back(passage, scores, previous)
    return scores


def _by_label(passage: Passage, profile: Profile) -> dict[str, float] | None:
    """Score a passage that a label of the house opens: there is little doubt."""
    text = passage.text
    if match := profile.cite_as.match(text):
        return {regions.CITE_AS: 8.0 if match.end() < len(text) else 7.0, regions.BODY: -2.0}
    if match := profile.about.match(text):
        return {regions.ABOUT: 8.0, regions.BODY: 0.0}
    if len(text) <= 60 and (match := profile.notes.match(text)) and match.end() == len(text):
        return {regions.NOTES: 7.0, regions.BODY: 0.5}
    if RIGHTS.match(text) and len(text) <= LONG:
        return {regions.COLOPHON: 7.0, regions.BODY: -1.0}
    return None


def _body_score(passage: Passage) -> float:
    text = passage.text
    if passage.kind in ("item", "quote", "row"):
        return 3.0
    if len(text) >= LONG:
        return 4.0
    if passage.kind == "heading":
        return 1.0
    if len(text) >= 80 and SENTENCE_END.search(text):
        return 3.0
    if SENTENCE_END.search(text) and len(text) >= 25:
        return 1.5
    return 0.5


def _score_note(number: int, passage: Passage, plan: Plan, scores: dict[str, float]) -> None:
    start = plan.starts[number]
    before = any(mark.label == start.label and mark.passage < number for mark in plan.marks)
    if start.style == "star":
        scores[regions.NOTE] = 5.0 if before else 1.0
        scores[regions.BODY] = min(scores[regions.BODY], 2.0)
        return
    scores[regions.NOTE] = 7.0 if before else 5.0
    scores[regions.BODY] = min(scores[regions.BODY], 1.0)


def _score_header(number: int, passage: Passage, profile: Profile, scores: dict[str, float]) -> None:
    text = passage.text
    if len(text) > 250:
        return
    capitals = text.isupper()
    ends_sentence = bool(SENTENCE_END.search(text)) and not text.endswith("?")
    name = looks_like_name(text) if len(text) <= 120 else 0.0
    title = 2.0 + 1.5 * capitals - 2.5 * (ends_sentence and len(text) > 60) - 1.0 * (len(text) > 160) - 3.0 * (name > 0.8 and len(text) < 40)
    title += 1.5 * (passage.kind == "heading") + 0.5 * (number == 0) + 0.5 * all("bold" in run.marks for run in passage.flow.runs)
    scores[regions.TITLE] = title
    scores[regions.SUBTITLE] = 1.0 - 2.0 * (ends_sentence and len(text) > 80) - 1.0 * (name > 0.6)
    scores[regions.BYLINE] = 4.5 * name - 0.5
    scores[regions.LINE] = 2.5 if ROLE.search(text) and len(text) < 100 else 0.0
    if facts := _header_facts(text, profile):
        scores[regions.HEADER] = facts
    if profile.abstract.match(text) or profile.keywords.match(text):
        scores[regions.ABSTRACT] = 5.0
    if profile.author.match(text) and len(text) <= 120:
        scores[regions.BYLINE] = 6.0
    if ANONYMOUS_HEADING.match(text):
        scores[regions.TITLE] -= 2.0


def _header_facts(text: str, profile: Profile) -> float:
    """Score a line that says a number, a date or another labelled fact."""
    if len(text) > 140:
        return 0.0
    series = find_series(text, profile)
    if series and series.end - series.start >= 0.5 * len(text):
        return 6.5
    dates = find_dates(text, years=True) if any(character.isdigit() for character in text) else []
    covered = sum(date.end - date.start for date in dates)
    if dates and covered >= 0.6 * len(text):
        return 6.5
    if series or dates and (covered >= 0.3 * len(text) or profile.date.match(text)):
        return 4.0
    return 2.0 if LABELLED.match(text) and len(text) < 60 else 0.0


def _score_back(passage: Passage, scores: dict[str, float], previous: dict[str, float]) -> None:
    text = passage.text
    if len(text) <= 300:
        signals = len(CONTACT.findall(text)) + 2 * bool(RIGHTS.search(text)) + 2 * bool(ONLY_ADDRESS.match(text))
        if signals:
            scores[regions.COLOPHON] = min(1.5 + 1.5 * signals, 6.0)
        elif regions.COLOPHON in previous or regions.CITE_AS in previous:
            scores[regions.COLOPHON] = 1.0 if not SENTENCE_END.search(text) and len(text) < 120 else -1.5
    if regions.ABOUT in previous:
        scores[regions.ABOUT] = 1.0 if len(text) >= 40 else 0.5
    if previous.get(regions.CITE_AS, 0) == 7.0:  # the label stood alone on its line
        scores[regions.CITE_AS] = 7.0


def _favour_last_lines(passages: Sequence[Passage], scores: list[dict[str, float]]) -> None:
    """Let short lines that nothing but contact lines follow be colophon (the house's name, its town)."""
    for at in range(len(passages) - 2, -1, -1):
        following, own = scores[at + 1], scores[at]
        if following.get(regions.COLOPHON, 0) < 2 or regions.CITE_AS in own or regions.ABOUT in own and own[regions.ABOUT] > 7:
            return
        if len(passages[at].text) < 120 and not SENTENCE_END.search(passages[at].text) and at > 1:
            own[regions.COLOPHON] = max(own.get(regions.COLOPHON, 0), 2.0)
