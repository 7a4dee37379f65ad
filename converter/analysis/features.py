"""How well each passage would do in each region: small features, each with its weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.analysis import regions
from converter.analysis.behind_notes import (
    HEADS_NUMBERING,
    heads_first_note,
    is_behind_note,
    score_behind_note,
    score_closing,
)
from converter.analysis.captions import caption_kind
from converter.analysis.contacts import count_signals
from converter.analysis.header_scores import score_header
from converter.analysis.hints import HEADER_LENGTH, Hints, is_notes_heading
from converter.analysis.labels import WEAK
from converter.analysis.over_text import favour_header, header_follows, score_over_text
from converter.analysis.passages import Passage
from converter.analysis.person_scores import score_person
from converter.analysis.wording import (
    INNER_STOP,
    ends_sentence,
    opens_with_rights,
    reading_length,
    splits_address,
    without_marks,
)
from converter.normalizers.house_names import house_name
from converter.profiles import Profile

Scores = dict[str, float]

LONG = 200
"""Characters of a passage that is prose whatever else it is."""

PROSE = 900
"""Characters of a passage that, in the middle of the text, is nothing but text."""

SHORTEST_CUT, CUT = 80, 2.5
"""Characters of a line that has a sentence and the beginning of another, and its score as body."""

CAPTION = 5.0
"""Score of the caption of a picture, or of whose it is, as part of the body."""

HOUSE = 1.2
"""What a line over contact lines gains by each degree of being the name of a house."""

LONGEST_CONTACT = 300
"""Characters of a passage that may be contact lines or the house's name."""

FOLLOWED_BY_ANY = frozenset({regions.NOTE, regions.NOTES, regions.ABOUT, regions.ABSTRACT, regions.CITE_AS})
"""Regions behind which even a long passage may be something else than text."""

FIGURE = 2.0
"""Score of a picture over the text as a line of the header."""

ROW = 4.0
"""Score of a row of a table as part of the body."""

NATIVE_NOTE = 12.0
"""Score of what the format itself calls a note."""

CONTACT_LINE = 2.0
"""Score of a line that is a contact line for sure."""

HEADED = 8.0
"""Score of the heading of the about-the-author block."""

ALONE = 7.0
"""Score of a cite-as label that stands alone on its line."""

BELOW_ALONE = 6.9
"""Score of the one passage below such a label."""


def score_passages(passages: Sequence[Passage], hints: Hints) -> list[Scores]:
    """Return, for each passage, its score in each region that it could be in."""
    in_header, scores = True, list[Scores]()
    previous: Scores = {}
    for number in range(len(passages)):
        in_header = in_header and number < HEADER_LENGTH
        found = _score(number, passages, hints, in_header=in_header, previous=previous)
        is_body = found.get(regions.BODY, 0) >= 3 and not caption_kind(passages[number].text)
        if is_body and found.get(regions.ABSTRACT, 0) < 3:
            in_header = in_header and header_follows(number, passages, hints.profile)
        scores.append(found)
        previous = found
    _favour_last_lines(passages, scores)
    favour_header(passages, scores)
    return scores


def _score(
    number: int, passages: Sequence[Passage], hints: Hints, *, in_header: bool, previous: Scores
) -> Scores:
    passage = passages[number]
    is_start = number in hints.plan.starts
    if sure := _sure_scores(passage, hints.profile, is_start=is_start, in_header=in_header):
        return sure
    scores = {regions.BODY: _body_score(passage)}
    if len(passage.text) > PROSE and not is_start and FOLLOWED_BY_ANY.isdisjoint(previous):
        return scores
    if is_start:
        _score_note(number, hints, scores)
    elif is_behind_note(previous):
        score_behind_note(number, passages, hints, scores, previous)
    elif not in_header:
        score_closing(passage, hints, scores, previous)
    if in_header:
        score_header(number, passages, hints, scores, previous)
        score_over_text(passage, scores)
    score_person(number, passage, hints, scores, in_header=in_header)
    _score_back(passage, passages[number - 1], scores, previous)
    if heads_first_note(number, passages, hints) and scores.get(regions.COLOPHON, 0.0) < CONTACT_LINE:
        scores[regions.NOTES] = HEADS_NUMBERING
    return scores


def _sure_scores(passage: Passage, profile: Profile, *, is_start: bool, in_header: bool) -> Scores | None:
    """Score what a label, or the format itself, leaves little doubt about."""
    text = passage.text
    labelled = {regions.NOTE: NATIVE_NOTE} if passage.note else _by_label(text, profile)
    labelled = labelled or (None if in_header else _by_imprint(text, profile))
    if labelled and not (is_start and regions.COLOPHON in labelled):
        return labelled
    if passage.kind not in ("row", "figure"):
        return None
    in_line = in_header and passage.kind == "figure"
    return {regions.LINE: FIGURE, regions.BODY: 1.0} if in_line else {regions.BODY: ROW}


def _score_back(passage: Passage, before: Passage, scores: Scores, previous: Mapping[str, float]) -> None:
    """Score a passage as contact line, or as what goes on with the region before it."""
    length = len(passage.text)
    if length <= LONGEST_CONTACT:
        _score_contacts(passage, scores, previous)
    if regions.ABOUT in previous:
        whole = length >= 40 and (length > LONG or ends_sentence(passage.closing))
        opens = previous[regions.ABOUT] >= HEADED and length >= 40 and ". " in passage.text
        another = scores[regions.ABOUT] + 3.0 if regions.ABOUT in scores else 0.0
        scores[regions.ABOUT] = max(another, 6.5 if opens else 2.5 if whole else 0.5)
    if regions.CITE_AS in previous and (more := _more_of_cite_as(passage, before, previous)):
        scores[regions.CITE_AS] = more


def _more_of_cite_as(passage: Passage, before: Passage, previous: Mapping[str, float]) -> float:
    """Score what follows a cite-as line: its label may stand alone, and a line end may cut it."""
    if previous[regions.CITE_AS] == ALONE:
        return BELOW_ALONE
    if passage.gap == 0 and splits_address(before.text, passage.text):
        return 7.5
    cut = passage.gap == 0 and "://" not in before.text
    return 6.0 if cut and (not ends_sentence(before.text) or "://" in passage.text) else 0.0


def _by_label(text: str, profile: Profile) -> Scores | None:
    """Score a passage that a label of the house opens: there is little doubt."""
    if text[:2] in profile.openings:
        if match := profile.cite_as.match(text):
            return {regions.CITE_AS: 8.0 if match.end() < len(text) else ALONE, regions.BODY: -2.0}
        if profile.about.match(text):
            return {regions.ABOUT: 8.0, regions.BODY: 0.0}
        if is_notes_heading(text, profile):
            return {regions.NOTES: 7.0, regions.BODY: 0.5}
    if len(text) <= LONG and opens_with_rights(text):
        return {regions.COLOPHON: 7.0, regions.BODY: -1.0}
    return None


def _by_imprint(text: str, profile: Profile) -> Scores | None:
    """Score the line that a label such as *Impressum* opens, behind the text."""
    label = profile.publisher_label.match(text) if len(text) <= LONGEST_CONTACT else None
    return {regions.COLOPHON: 7.0, regions.BODY: -1.0} if label and label.end() < len(text) else None


def _body_score(passage: Passage) -> float:
    length = reading_length(passage.text)
    if caption_kind(passage.text):
        return CAPTION
    if passage.kind in ("item", "quote", "row"):
        return 3.0
    if length >= LONG:
        return 4.0
    if passage.kind == "heading":
        return 1.0
    if length < 25 or not ends_sentence(without_marks(passage.closing)):
        return CUT if length >= SHORTEST_CUT and INNER_STOP.search(passage.text) else 0.5
    return 3.0 if length >= 80 else 1.5


def _score_note(number: int, hints: Hints, scores: Scores) -> None:
    """Score a passage that begins with a label; one that a mark before it answers to is nearly sure."""
    start = hints.plan.starts[number]
    answered = hints.first_marks.get(start.label, number) < number
    if start.style == "star":
        scores[regions.NOTE] = 5.0 if answered else 1.0
        scores[regions.BODY] = min(scores[regions.BODY], 2.0)
        return
    if start.style in WEAK and number < hints.notes_heading and number not in hints.headed_notes:
        return
    scores[regions.NOTE] = 7.0 if answered else 5.0
    scores[regions.BODY] = min(scores[regions.BODY], 1.0)


def _score_contacts(passage: Passage, scores: Scores, previous: Mapping[str, float]) -> None:
    text = passage.text
    signals = count_signals(text, passage.read_plain(), passage.read_words())
    if signals:
        scores[regions.COLOPHON] = min(1.5 + 1.5 * signals, 6.0)
    elif regions.COLOPHON in previous or regions.CITE_AS in previous:
        scores[regions.COLOPHON] = 1.0 if len(text) < 120 and not ends_sentence(text) else -1.5


def _favour_last_lines(passages: Sequence[Passage], scores: list[Scores]) -> None:
    """Let short lines that nothing but contact lines follow be colophon (the house's name, its town)."""
    printed = len(passages)
    while printed and passages[printed - 1].note:  # notes of the format are laid out behind all lines
        printed -= 1
    for at in range(printed - 2, -1, -1):
        following, own = scores[at + 1], scores[at]
        if following.get(regions.COLOPHON, 0) < 2 or regions.CITE_AS in own or own.get(regions.ABOUT, 0) > 7:
            return
        if len(passages[at].text) < 120 and not ends_sentence(passages[at].closing) and at > 1:
            house = house_name(passages[at].text)
            own[regions.COLOPHON] = max(own.get(regions.COLOPHON, 0), 2.0 + HOUSE * house)
