"""How well each passage would do in each region: small features, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converter.analysis import regions
from converter.analysis.labels import Plan
from converter.analysis.lines import Passage
from converter.analysis.quotes import find_quotes
from converter.analysis.series import find_series, masthead_pattern
from converter.normalizers.dates import find_dates
from converter.normalizers.names import fold_name, looks_like_name, split_names
from converter.normalizers.name_roles import split_roles
from converter.normalizers.spaces import title_key
from converter.profiles import Profile

LONG = 200
"""Characters of a passage that is prose whatever else it is."""

PROSE = 900
"""Characters of a passage that, in the middle of the text, is nothing but text."""

FOLLOWED_BY_ANY = frozenset({regions.NOTE, regions.NOTES, regions.ABOUT, regions.ABSTRACT, regions.CITE_AS})
"""Regions behind which even a long passage may be something else than text."""

HEADER_LENGTH = 14
"""Passages from the start that may still be header."""

SENTENCE_END = re.compile(r"[.!?…][”\"’'»)\]]*(?:\s*\[\^?\w{1,4}\])*\s*$")
TAIL = 40
"""Characters from the end of a passage that tell how it ends."""
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
LABELLED = re.compile(r"[^\W\d_][\w ]{1,25}\s:(?:\s|$)")
ANONYMOUS_HEADING = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}|[A-Z])(?:\.|\)|\s[-–])\s+\S")
HEADING_WORDS = re.compile(
    r"(?:introduction|conclusions?|background|giriş|sonuç|değerlendirme|sonuç yerine|genel değerlendirme|einleitung|fazit|введение|заключение|nəticə|giriş yerine)\s*:?$",
    re.IGNORECASE,
)
BY = re.compile(r"(?:By|BY|by|Von|von|Par|par)\s+(?=[^\W\d_a-z])")
WEAK = frozenset({"dot", "close", "bare", "paren"})
"""Styles of labels that headings and lists have as well."""
ROLE = re.compile(
    r"""
    ^(?:\(R\)\s*)?(?:analyst|analist|senior|research|researcher|araştırmacı|misafir|uzman|kıdemli|director|direktör|başkan|honorary|president|professor|fellow|
    editor|editör|ambassador|büyükelçi|emekli|guest|visiting|intern|stajyer|koordinatör|coordinator|lecturer|öğretim|correspondent|expert|head\sof|specialist|scholar|uzmanı)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return SENTENCE_END.search(text[-TAIL:]) is not None


@dataclass(frozen=True, slots=True)
class Hints:
    """What the document as a whole says about single passages."""

    plan: Plan
    profile: Profile
    cited_titles: frozenset[str]
    """Keys of the titles that the cite-as blocks quote."""
    cited_authors: frozenset[str]
    """Folded words that stand before the title in a cite-as block."""
    cited_house: str
    """Key of what stands behind the title there."""
    names: tuple[str, ...]
    """Keys of the persons that the header seems to name."""
    masthead: re.Pattern[str]
    """Matches a line that is but the name of a series."""
    notes_heading: int
    """The number of the last passage that is a notes heading, or -1."""


def score_passages(passages: Sequence[Passage], plan: Plan, profile: Profile) -> list[dict[str, float]]:
    """Return, for each passage, its score in each region that it could be in."""
    hints = _hints(passages, plan, profile)
    in_header, scores = True, list[dict[str, float]]()
    previous: dict[str, float] = {}
    for number, passage in enumerate(passages):
        in_header = in_header and number < HEADER_LENGTH
        found = _score(number, passages, hints, in_header=in_header, previous=previous)
        if found.get(regions.BODY, 0) >= 3 and found.get(regions.ABSTRACT, 0) < 3:
            in_header = False
        scores.append(found)
        previous = found
    _favour_last_lines(passages, scores)
    return scores


def _hints(passages: Sequence[Passage], plan: Plan, profile: Profile) -> Hints:
    cited, authors, house = set[str](), set[str](), ""
    notes_heading = -1
    for number, passage in enumerate(passages):
        text = passage.text
        if profile.cite_as.match(text):
            for quote in find_quotes(text):
                cited.add(title_key(text[quote.inner_start : quote.inner_end]))
                authors |= set(fold_name(text[: quote.start]).split())
                house = title_key(text[quote.end :])
        elif len(text) <= 60 and (match := profile.notes.match(text)) and match.end() == len(text):
            notes_heading = number
    lines = [BY.sub("", profile.author.sub("", passage.text)) for passage in passages[:HEADER_LENGTH] if len(passage.text) <= 60]
    names = {title_key(split_roles(line)[0]) for line in lines if looks_like_name(line) >= 0.6}
    return Hints(plan, profile, frozenset(cited - {""}), frozenset(authors), house, tuple(names - {""}), masthead_pattern(profile), notes_heading)


def _score(number: int, passages: Sequence[Passage], hints: Hints, *, in_header: bool, previous: dict[str, float]) -> dict[str, float]:
    passage = passages[number]
    text = passage.text
    labelled = _by_label(passage, hints.profile)
    if labelled:
        return labelled
    scores = {regions.BODY: _body_score(passage)}
    if len(text) > PROSE and number not in hints.plan.starts and not FOLLOWED_BY_ANY.intersection(previous):
        return scores
    if number in hints.plan.starts:
        _score_note(number, hints, scores)
    elif (regions.NOTE in previous or regions.NOTES in previous) and not passage.after_rule:
        scores[regions.NOTE] = -1.0 if len(text) > LONG else 0.0
    if in_header:
        _score_header(number, passages, hints, scores, previous)
    else:
        _score_person(passage, hints, scores)
    _score_back(passage, scores, previous)
    return scores


def _score_person(passage: Passage, hints: Hints, scores: dict[str, float]) -> None:
    """A lone name behind the text is its signature; a paragraph that begins with the author's name is about the author."""
    text = passage.text
    if len(text) <= 60 and looks_like_name(text) > 0.7:
        scores[regions.SIGNATURE] = 2.5
    if hints.names and 60 <= len(text) <= 900 and title_key(" ".join(text.split(" ", 6)[:6])).startswith(hints.names):
        scores[regions.ABOUT] = 4.5 + 2.0 * passage.after_rule


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
    if len(text) >= 80 and ends_sentence(text):
        return 3.0
    if ends_sentence(text) and len(text) >= 25:
        return 1.5
    return 0.5


def _score_note(number: int, hints: Hints, scores: dict[str, float]) -> None:
    start = hints.plan.starts[number]
    before = any(mark.label == start.label and mark.passage < number for mark in hints.plan.marks)
    if start.style == "star":
        scores[regions.NOTE] = 5.0 if before else 1.0
        scores[regions.BODY] = min(scores[regions.BODY], 2.0)
        return
    if start.style in WEAK and number < hints.notes_heading:
        return
    scores[regions.NOTE] = 7.0 if before else 5.0
    scores[regions.BODY] = min(scores[regions.BODY], 1.0)


def _score_header(number: int, passages: Sequence[Passage], hints: Hints, scores: dict[str, float], previous: dict[str, float]) -> None:
    passage, profile = passages[number], hints.profile
    text = passage.text
    if previous.get(regions.ABSTRACT, 0) >= 5 and profile.abstract.match(passages[number - 1].text) and len(passages[number - 1].text) < 30:
        scores[regions.ABSTRACT] = 5.0  # the heading stood alone
    if len(text) > 250:
        return
    name = _name_score(text) if len(text) <= 120 and not ANONYMOUS_HEADING.match(text) else 0.0
    scores[regions.TITLE] = _title_score(number, passage, name, hints)
    scores[regions.SUBTITLE] = 1.0 - 2.0 * (ends_sentence(text) and len(text) > 80) - 1.0 * (name > 0.6)
    if number and not _continues_title(passages[number - 1], passage):
        scores[regions.SUBTITLE] += 0.5
        if regions.TITLE in previous and previous[regions.TITLE] >= 2 and scores[regions.TITLE] < CITED:
            scores[regions.TITLE] -= 1.5
    scores[regions.BYLINE] = 4.5 * name - 0.5 + (_cited_name(text, hints) if name >= 0.5 else 0.0)
    scores[regions.LINE] = 3.4 if hints.masthead.fullmatch(text) else 2.5 if ROLE.search(text) and len(text) < 100 else 0.0
    if hints.cited_house and 4 < len(text) < 80 and title_key(text) in hints.cited_house:
        scores[regions.LINE] = max(scores[regions.LINE], 4.5)
    if facts := _header_facts(text, profile):
        scores[regions.HEADER] = facts
    if profile.abstract.match(text) or profile.keywords.match(text):
        scores[regions.ABSTRACT] = 5.0
    if (profile.author.match(text) or BY.match(text)) and len(text) <= 120:
        scores[regions.BYLINE] = 6.0
    if HEADING_WORDS.match(text):
        scores[regions.BODY], scores[regions.TITLE] = 4.0, -2.0


def _name_score(text: str) -> float:
    """Tell how much a line looks like a name, or like several: as much as the least of them."""
    parts = split_names(text)
    return min((looks_like_name(text[start:end]) for start, end in parts), default=0.0) if len(parts) > 1 else looks_like_name(text)


def _cited_name(text: str, hints: Hints) -> float:
    """Favour a name that the cite-as block names as author; another is less likely one."""
    words = set(fold_name(split_roles(text)[0]).split())
    if not hints.cited_authors or not words:
        return 0.0
    return 2.0 if words <= hints.cited_authors else -1.0


CITED = 6.0
"""Score of a line that the cite-as block quotes as the title."""


def _title_score(number: int, passage: Passage, name: float, hints: Hints) -> float:
    text = passage.text
    if hints.cited_titles:
        key = title_key(text)
        if key in hints.cited_titles:
            return CITED
        if key and any(title.startswith(key) or title.endswith(key) for title in hints.cited_titles) and len(key) > 8:
            return CITED - 1.5
    sentence = ends_sentence(text) and not text.endswith("?")
    score = 2.0 + 1.5 * text.isupper() - 2.5 * (sentence and len(text) > 60) - 1.0 * (len(text) > 160)
    score -= 3.0 * (name > 0.8 and len(text) < 40) + 2.0 * (ANONYMOUS_HEADING.match(text) is not None)
    score += 1.5 * (passage.kind == "heading" and passage.level == 1) + 0.5 * (number == 0)
    if hints.masthead.fullmatch(text):
        score -= 2.0
    return score + 0.5 * all("bold" in run.marks for run in passage.flow.runs)


def _continues_title(before: Passage, passage: Passage) -> bool:
    """Tell whether a line can be the next line of a title over several lines: of the same make, or right below."""
    if before.kind != passage.kind or before.level != passage.level:
        return False
    return before.text.isupper() == passage.text.isupper() and (passage.gap == 0 or passage.text.isupper())


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
            scores[regions.COLOPHON] = 1.0 if not ends_sentence(text) and len(text) < 120 else -1.5
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
