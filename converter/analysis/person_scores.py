"""How well a passage would do as what is said of the author, or as the name under the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis import regions
from converter.analysis.behind_notes import RUN_IN
from converter.analysis.hints import Hints
from converter.analysis.lives import tells_birth, tells_life
from converter.analysis.passages import Passage
from converter.analysis.wording import ends_sentence
from converter.normalizers.dates import find_dates
from converter.normalizers.names import looks_like_name
from converter.normalizers.spaces import strip_accents, title_key
from converter.profiles.words import plain

Scores = dict[str, float]

LONGEST_SIGNATURE = 60
SHORTEST_LIFE, LONGEST_LIFE = 40, 900
"""Characters of a paragraph about the author."""

LEAST_NAME = 0.55
LONGEST_TOWN = 22
"""Characters beside the date in the last line of a text."""

LIFE = 5.0
"""Score of what says who a person is, as about-the-author."""

NO_SIGNATURE = re.compile(r"[\d@/:]")
"""A signature has no figure and no address."""

LETTER_OR_FIGURE = re.compile(r"[^\W_]")


def looks_like_signature(text: str) -> bool:
    """Tell a lone name from a line of anything else."""
    return len(text) <= LONGEST_SIGNATURE and not NO_SIGNATURE.search(text) and looks_like_name(text) > 0.7


def signs_text(text: str) -> bool:
    """Tell a name with a place or a position, or a date, from the last line of a text.

    >>> signs_text("Philine Abendroth, Leipzig"), signs_text("Portorož, April 2018"), signs_text("Coal, once")
    (True, True, False)
    """
    if len(text) > LONGEST_SIGNATURE or ends_sentence(text):
        return False
    name, comma, rest = text.partition(",")
    if (
        looks_like_name(name) >= LEAST_NAME
        and " " in name
        and (not comma or not any(map(str.isdecimal, rest)))
    ):
        return True
    dates = find_dates(text)
    return bool(dates) and len(text) - sum(one.end - one.start for one in dates) <= LONGEST_TOWN


def score_person(
    number: int, passage: Passage, hints: Hints, scores: Scores, *, in_header: bool = False
) -> None:
    """Know a lone name for a signature, and what is said of the author for a biography.

    In the header only what is said of those whom it names counts: there a lone name is a byline.
    """
    text = passage.text
    if in_header:
        if hints.names and _may_be_life(number, text, hints) and _tells_of(text, hints.names):
            scores[regions.ABOUT] = max(scores.get(regions.ABOUT, 0.0), LIFE)
        return
    if looks_like_signature(text) or (number > hints.last_marked and signs_text(text)):
        alone = 0.0 if regions.NOTE in scores else 2.5
        scores[regions.SIGNATURE] = max(scores.get(regions.SIGNATURE, 0.0), alone)
    if passage.kind == "heading" and title_key(text) in hints.repeated_names:
        scores[regions.ABOUT] = 5.0
    if hints.names and _may_be_life(number, text, hints) and _begins_with(text, hints):
        scores[regions.ABOUT] = 4.5 + 2.0 * passage.after_rule
    if number > hints.last_marked:
        _score_life(number, text, hints, scores)


def _score_life(number: int, text: str, hints: Hints, scores: Scores) -> None:
    """Score what says who a person is, behind the last marker."""
    if hints.profile.about.run_in(text):
        scores[regions.ABOUT] = RUN_IN
    elif _may_be_life(number, text, hints) and tells_life(text, hints.names):
        scores[regions.ABOUT] = max(scores.get(regions.ABOUT, 0.0), LIFE)


def _may_be_life(number: int, text: str, hints: Hints) -> bool:
    if number in hints.marked or len(text) > LONGEST_LIFE:
        return False
    return len(text) >= LONGEST_SIGNATURE or (len(text) > SHORTEST_LIFE and ends_sentence(text))


def _tells_of(text: str, names: Sequence[str]) -> bool:
    named = title_key(" ".join(text.split(" ", 6)[:6])).startswith(tuple(names))
    return tells_birth(text) or (named and tells_life(text, names))


def _begins_with(text: str, hints: Hints) -> bool:
    """Tell whether a text begins with one of the names; its first letter mostly settles it."""
    first = LETTER_OR_FIGURE.search(text)
    if first is None or strip_accents(plain(first[0])) not in hints.initials:
        return False
    return title_key(" ".join(text.split(" ", 6)[:6])).startswith(hints.names)
