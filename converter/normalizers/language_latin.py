"""Which language a text in Latin letters is in: by letters, frequent words and, if short, endings."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from converter.normalizers.language_tables import (
    UNSURE,
    add_scores,
    best_and_margin,
    make_table,
    only_allowed,
)
from converter.normalizers.language_words import ENDINGS, LETTERS, WORDS
from converter.normalizers.spaces import BASE_LETTERS

LONG = 60
"""Words from which on endings are not looked at: the frequent words decide."""

SHORT = 400
"""Letters in which a writing of Uzbek's own is looked for."""

LEAST_SCORE = 0.65
LEAST_MARGIN = 0.2
SHARE_OF_SCHWA = 0.01
"""Every hundredth letter an ə makes a text Azerbaijani; fewer may be a name in an English text."""

LINE = 40
"""Letters of a line in which ə would have to occur."""

WORD = re.compile(r"[^\W\d_]+")
ASCII_WORD = re.compile(r"[a-z]+")
NOT_TURKISH = re.compile(r"q(?!u)|x\B")
"""Letters of Azerbaijani words that Turkish lacks; English and French have ``qu`` and a final x."""


def fold(text: str) -> str:
    """Fold a text to the letters of the tables: lower case, every i alike, no accents, ə as e.

    >>> fold("TÜRKİYE’nin")
    'turkiye’nin'
    """
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    for letter in set(lowered):  # few letters, many places: faster than a table for the whole text
        if letter > "\x7f" and (base := BASE_LETTERS.get(ord(letter))) is not None:
            lowered = lowered.replace(letter, base)
    return lowered


DOUBTFUL = 0.5
TURKIC_LETTERS = re.compile(r"[ığİĞ]|ş(?!ti)")
"""Letters of Turkish and Azerbaijani; ş is Romanian as well, as in ``şti``."""

AZERBAIJANI_LETTERS = re.compile(r"[əƏ]|q(?!u)|Q(?!U)")
TAGS = tuple(WORDS)
TURKISH, AZERBAIJANI, ENGLISH, UZBEK = map(TAGS.index, ("tr", "az", "en", "uz"))
UZBEK_LETTERS = re.compile(r"[oOgG][‘ʻ]")
"""Letters of Uzbek: ``Qorabog‘``, ``o‘zbek``."""

ENGLISH_SHAPE = re.compile(
    r"""
    sh(?!v) | [tw]h | (?<!s)ch(?!t) | ck | gh | oo | ee | ea | oa | ou | ai    # Reshuffle, Harvest
    | [gnrtsl]ian\Z | [bcdfgklmnprtw]s\Z | [aeiou]w | w[ro]                    # Iranian, Analysts, Growers
    | (?: ed | ly | cy | ry | ty | gy | fy | ay | ey | al | ic | ve | le | ce | ge | rm | st | tion | ing )\Z
    """,
    re.VERBOSE,
)
"""Spellings frequent in English and less so elsewhere; they count only together."""

MOST_OF_ANOTHER = 0.5
SHAPED = frozenset(["en", "und"])
POSSESSIVE = re.compile(r"\w['’]s\b")
WORD_TABLE = make_table({tag: fold(words).split() for tag, words in WORDS.items()}, (1.0, 0.7, 0.5, 0.4))
ENDING_TABLE = make_table({tag: ENDINGS[tag].split() for tag in TAGS}, (0.5, 0.35, 0.2))
LETTER_PLACES = {letter: tuple(map(TAGS.index, tags.split())) for letter, tags in LETTERS.items()}
LETTER_WEIGHTS = (0.7, 0.45, 0.25)
MOST_LETTERS = 4
"""A letter counts no more often than this: a name repeated is no new evidence."""


def latin_language(text: str, allowed: Collection[str] | None) -> tuple[str, float]:
    """Return the language of a text and a confidence; ``und`` where nothing is clearly ahead.

    >>> latin_language("TÜRKİYE'NİN YENİ POLİTİKASI", None)[0]
    'tr'
    """
    scores = [0.0] * len(TAGS)
    if not text.isascii():
        _score_letters(text, scores)
    words = _words(fold(text))
    add_scores(scores, WORD_TABLE, words)
    if len(words) < LONG:
        _score_endings(words, scores)
        scores[ENGLISH] += 0.5 * (POSSESSIVE.search(text) is not None)
    if not text.isascii():
        _weigh_schwa(text, scores)
        scores[UZBEK] += 1.2 * min(len(UZBEK_LETTERS.findall(text[:SHORT])), MOST_LETTERS)
    verdict = _verdict(only_allowed(TAGS, scores, allowed))
    if (
        verdict[1] < DOUBTFUL
        and verdict[0] in SHAPED
        and text.isascii()
        and _has_english_shape(words, scores)
    ):
        return ("en", DOUBTFUL) if allowed is None or "en" in allowed else verdict
    if verdict == UNSURE:
        return _by_letters_alone(text, allowed)
    if verdict[0] == "az" and verdict[1] < DOUBTFUL and not AZERBAIJANI_LETTERS.search(text):
        return "tr", verdict[1]  # the two share the words; what Azerbaijani has of its own is not there
    return verdict


def _words(folded: str) -> list[str]:
    """Cut a folded text into words; where only letters of the alphabet are left, by the quicker pattern."""
    if not folded.isascii():
        for letter in set(folded):
            if letter > "\x7f" and not letter.isalnum():
                folded = folded.replace(letter, " ")
    return (ASCII_WORD if folded.isascii() else WORD).findall(folded)


def _has_english_shape(words: Sequence[str], scores: Sequence[float]) -> bool:
    """See English in the spelling of most words where no word is known and no other language is ahead."""
    longer = [word for word in words if len(word) > 2]
    shaped = sum(ENGLISH_SHAPE.search(word) is not None for word in longer)
    strongest = max(score for place, score in enumerate(scores) if place != ENGLISH)
    return len(words) > 2 and shaped >= 3 and shaped >= 0.7 * len(longer) and strongest <= MOST_OF_ANOTHER


def _by_letters_alone(text: str, allowed: Collection[str] | None) -> tuple[str, float]:
    """Take a short title with ı, ğ or ş for Turkish: Azerbaijani has them too, but hardly a line lacks ə."""
    turkish = TURKIC_LETTERS.search(text) and not AZERBAIJANI_LETTERS.search(text)
    return ("tr", 0.55) if turkish and (allowed is None or "tr" in allowed) else UNSURE


def _score_letters(text: str, scores: list[float]) -> None:
    dotted = min(text.count("İ"), MOST_LETTERS)
    scores[TURKISH] += 0.4 * dotted
    scores[AZERBAIJANI] += 0.3 * dotted
    lowered = text.replace("İ", "i").lower()
    for letter in LETTER_PLACES.keys() & set(lowered):
        places = LETTER_PLACES[letter]
        weight = LETTER_WEIGHTS[min(len(places), len(LETTER_WEIGHTS)) - 1]
        for place in places:
            scores[place] += weight * min(lowered.count(letter), MOST_LETTERS)


def _weigh_schwa(text: str, scores: list[float]) -> None:
    """Part Azerbaijani from Turkish, which share most words: hardly any Azerbaijani line does without ə."""
    if text.count("ə") + text.count("Ə") > len(text) * SHARE_OF_SCHWA:
        scores[AZERBAIJANI] += 4.0
        scores[TURKISH] *= 0.5
    else:
        scores[AZERBAIJANI] = scores[AZERBAIJANI] * (0.3 if len(text) >= LINE else 1.0) - 0.5


def _score_endings(words: Sequence[str], scores: list[float]) -> None:
    for word in words:
        if len(word) > 4:
            for place, weight in ENDING_TABLE.get(word[-4:], ()) or ENDING_TABLE.get(word[-3:], ()):
                scores[place] += weight
        if ("q" in word or "x" in word) and "ex" not in word and NOT_TURKISH.search(word):
            scores[AZERBAIJANI] += 0.6
            scores[UZBEK] += 0.5
            scores[TURKISH] -= 0.4


def _verdict(scores: list[float]) -> tuple[str, float]:
    """Turn scores into an answer: the best must be good enough and clearly ahead of the next."""
    place, margin = best_and_margin(scores)
    best = scores[place]
    if best < LEAST_SCORE or margin < LEAST_MARGIN:
        return UNSURE
    confidence = min(1.0, margin / best + 0.1) * min(1.0, 0.4 + best / 4)
    return TAGS[place], round(confidence, 2)
