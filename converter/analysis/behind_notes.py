"""How well a passage without a label would do behind a note: as its next paragraph, or as none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.analysis import regions
from converter.analysis.captions import STARS, caption_kind
from converter.analysis.closing import RUN_IN_LIFE, RUN_IN_THANKS, closes, tells_of_author
from converter.analysis.hints import Hints
from converter.analysis.label_chains import LONGEST_TITLE
from converter.analysis.lives import tells_life
from converter.analysis.native_notes import NATIVE
from converter.analysis.notices import disclaims, is_notice, tells_translator
from converter.analysis.passages import Passage
from converter.analysis.wording import GLUED_MARK, ends_sentence, without_marks
from converter.normalizers.dates import find_dates
from converter.normalizers.house_names import house_name
from converter.normalizers.names import looks_like_name
from converter.normalizers.spaces import title_key

Scores = dict[str, float]

LONG = 200
"""Characters of a passage that is seldom the second paragraph of a note."""

LONGEST_NAME = 60

BACK = frozenset({regions.ABOUT, regions.CITE_AS, regions.COLOPHON, regions.BEHIND_TEXT})
NEAR_NOTES = frozenset({regions.NOTE, regions.NOTES, regions.BEHIND_TEXT})

BEHIND_NOTES = 1.1
"""Score of what an empty line parts from a list of notes that has none, as a line of its own."""

RESUMED = -4.0
"""Score, as part of a note, of what goes on with the text between two lists of notes."""

OVER_NOTES = 5.0
"""Score, as part of the body, of the second half of a sentence that the notes of a page cut."""

SHORTEST_CUT = 60
"""Characters of its first half."""

HEADS_NUMBERING = 4.0
"""Score of a short line over notes that begin anew, as a heading of notes."""

CLOSING = 4.5
"""Score of what the words of thanks, a disclaimer and the like open, behind notes."""

GOES_ON = 1.0
"""Score of what goes on with it, or with another line behind notes."""

TELLS_OF_AUTHOR = 5.0
"""Score of a passage behind notes that says who the author is, without the name."""

RUN_IN = 6.5
"""Score of what has such a heading, or that of the author's life, on its first line."""

UNDER_HEADING = 4.0
"""Score of the first passage under such a heading before the notes."""

NAMED = 2.0
"""Score of the author's name alone on a line behind notes."""

HOUSE, NAMED_HOUSE = 0.5, 2.5
"""How much a line behind the last note is the name of a house, and its score as a contact line."""

UNSURE = 0.0
"""Score of a line behind notes of which no other has two paragraphs, over that as part of the last note."""

LEAST_NAME = 0.5
"""How much what stands over the first note looks like a name, if it signs the text."""

BEHIND = frozenset({BEHIND_NOTES, CLOSING, GOES_ON, NAMED})
"""Scores of lines behind notes: what follows is no part of a note either."""


def score_closing(passage: Passage, hints: Hints, scores: Scores, previous: Mapping[str, float]) -> None:
    """Score thanks and the like that a heading opens before the notes, with what is under it."""
    text = passage.text
    headed = text[:2] in hints.profile.openings and hints.profile.closing.match(text)
    if not headed and closes_back(text, previous) and is_notice(text):
        scores[regions.BEHIND_TEXT] = CLOSING
    elif headed or closes_back(text, previous):
        scores[regions.SIGNATURE] = CLOSING
    elif previous.get(regions.SIGNATURE, 0) == CLOSING:
        scores[regions.SIGNATURE] = UNDER_HEADING
    elif RUN_IN_THANKS.match(text):
        scores[regions.SIGNATURE] = RUN_IN
    elif RUN_IN_LIFE.match(text):
        scores[regions.ABOUT] = RUN_IN


def closes_back(text: str, previous: Mapping[str, float]) -> bool:
    """Tell whether thanks, a disclaimer and the like follow another part behind the text."""
    return not BACK.isdisjoint(previous) and closes(text)


def is_behind_note(previous: Mapping[str, float]) -> bool:
    """Tell whether the passage before may be a note, or a line behind the notes."""
    near = not NEAR_NOTES.isdisjoint(previous)
    return near or previous.get(regions.SIGNATURE, 0) in BEHIND


def score_behind_note(
    number: int, passages: Sequence[Passage], hints: Hints, scores: Scores, previous: Mapping[str, float]
) -> None:
    """Score what has no label behind a note: its next paragraph, or a line behind all of them (thanks)."""
    passage = passages[number]
    closing = _closing_score(passage, hints, previous)
    if _is_notice(number, passage, hints):
        scores[regions.BEHIND_TEXT] = CLOSING
        return
    if closing:
        scores[regions.SIGNATURE] = closing
        return
    if (
        tells_of_author(passage.text)
        or RUN_IN_LIFE.match(passage.text)
        or _tells_life(number, passage, hints)
    ):
        scores[regions.ABOUT] = TELLS_OF_AUTHOR
    last = number > max(hints.plan.starts, default=number)
    if last and len(passage.text) <= LONGEST_NAME and house_name(passage.text) >= HOUSE:
        scores[regions.COLOPHON] = NAMED_HOUSE
    if _stands_behind_notes(number, passages, hints):
        scores[regions.SIGNATURE] = BEHIND_NOTES
    elif (
        previous.get(regions.SIGNATURE, 0) not in BEHIND
        and not passage.after_rule
        and passage.kind != "heading"
    ):
        scores[regions.NOTE] = goes_on = -1.0 if len(passage.text) > LONG else 0.0
        if hints.lone_paragraphs and number > hints.last_start:
            scores[regions.SIGNATURE] = goes_on + UNSURE
    _score_text_again(number, passages, hints, scores)


def _is_notice(number: int, passage: Passage, hints: Hints) -> bool:
    """Know a note to the reader by how it begins; behind the last label, by the words in it as well."""
    text = passage.text
    if is_notice(text) or number <= hints.last_start:
        return is_notice(text)
    return disclaims(text) or tells_translator(text)


def _tells_life(number: int, passage: Passage, hints: Hints) -> bool:
    """Know, behind the last label, a passage that says who a person is."""
    return number > hints.last_start and tells_life(passage.text, hints.names)


def _score_text_again(number: int, passages: Sequence[Passage], hints: Hints, scores: Scores) -> None:
    """Score what goes on with the text behind notes, and the title of a section over its notes."""
    if _goes_on_with_text(number, passages, hints):
        scores[regions.NOTE], scores[regions.BODY] = RESUMED, OVER_NOTES
        scores.pop(regions.SIGNATURE, None)
    elif not hints.resumed.isdisjoint((number, number + 1)):
        scores[regions.NOTE] = RESUMED
    elif _heads_numbering(number, passages, hints):
        scores[regions.NOTES] = HEADS_NUMBERING


def _closing_score(passage: Passage, hints: Hints, previous: Mapping[str, float]) -> float:
    """Score what begins as thanks, disclaimers and the like do, and what goes on with it."""
    headed = passage.text[:2] in hints.profile.openings and hints.profile.closing.match(passage.text)
    starred_credit = passage.text[0] in STARS and caption_kind(passage.text) == "credit"
    if headed or starred_credit or closes(passage.text) or RUN_IN_THANKS.match(passage.text):
        return CLOSING
    if len(passage.text) <= LONGEST_NAME and title_key(passage.text) in hints.names:
        return NAMED
    return GOES_ON if previous.get(regions.SIGNATURE, 0) in BEHIND else 0.0


def _goes_on_with_text(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Know the second half of a sentence that the notes of a page cut: the first stands before them."""
    text, starts = passages[number].text, hints.plan.starts
    if not text[0].islower() or number - 1 not in starts or not _is_whole(passages[number - 1].text):
        return False
    first = number - 1
    while first in starts:
        first -= 1
    before = passages[first].closing if first >= 0 else ""
    return len(before) >= SHORTEST_CUT and before[-1].isalnum() and not GLUED_MARK.search(before)


def _is_whole(note: str) -> bool:
    return ends_sentence(note) or "://" in note.rsplit(" ", 1)[-1] or note[-1].isdecimal()


def _heads_numbering(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Know the title of a section that stands over its notes: the next label is the first one again."""
    following = hints.plan.starts.get(number + 1)
    if following is None or following.label != hints.first_label:
        return False
    text = passages[number].text
    return len(text) <= LONGEST_TITLE and not ends_sentence(text)


def heads_first_note(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Know what heads the notes, in whatever words: a short line right over the first of them.

    A heading of the text has text under it; names, dates and what ends a sentence head nothing.
    """
    starts = hints.plan.starts
    first = starts.get(number + 1)
    if (
        first is None
        or first.style == NATIVE
        or number in starts
        or number + 1 != min(starts)
        or first.style == "star"
    ):
        return False
    text = without_marks(passages[number].text)
    short = len(text) <= LONGEST_TITLE and (text[-1] == ":" or not ends_sentence(text))
    if (
        not short
        or number in hints.marked
        or text[-1] in ",;"
        or hints.first_marks.get(first.label, number) >= number
    ):
        return False
    return looks_like_name(text) < LEAST_NAME and not find_dates(text)


def _stands_behind_notes(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Know what an empty line parts from the last note, where none stands between the notes."""
    starts = hints.plan.starts
    last = number - 1
    if last not in starts or last - 1 not in starts or not passages[number].gap:
        return False
    return passages[last].gap == 0 and number > hints.last_start
