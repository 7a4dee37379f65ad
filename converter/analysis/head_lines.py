"""What a line of the head looks like before anything is decided: its make, its signs, what it may name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from converter.analysis import regions
from converter.analysis.hints import BY, Hints
from converter.analysis.mastheads import is_kicker, is_navigation, is_prose, is_role
from converter.analysis.passages import Passage
from converter.analysis.wording import without_marks
from converter.normalizers.house_names import SURE, house_name
from converter.normalizers.name_words import ROLES, ROLES_WITH_STOP, fold_word
from converter.normalizers.spaces import title_key

Scores = Mapping[str, float]

RANKS = ROLES | ROLES_WITH_STOP
"""What a name may begin with, and no position does."""

SUMMARY = 3.0
FACT, NAME, DOUBTFUL_NAME = 4.0, 0.6, 0.35
SHORT, MIDDLING = 3, 6
"""Words of a line that is short, and of one that is not long."""

SENTENCE = 40
ENDS = {
    ".": "stop",
    "։": "stop",
    "。": "stop",
    "؟": "ask",
    "；": "call",
    "？": "ask",
    "?": "ask",
    "!": "call",
    ":": "colon",
    ",": "comma",
    "…": "dots",
    ")": "bracket",
}
MARKED_STOP = re.compile(r"[.!?…։。][”»\")]?\s?(?:[\[(](?:[\d,–-]+|[ivx]+|[a-z])[\])]|[\d,–-]+)$")
"""The end of a sentence with the mark of a note behind it, whatever its form."""

QUOTES = frozenset("«»“”„\"‘’'「」『』《》")
WIDTHS = (8, 16, 26, 38, 52, 70, 95, 130, 200)
"""Characters by which lengths are told apart."""


class Line:
    """A line of the head: what its neighbours ask of it too."""

    __slots__ = ("caps", "end", "house", "key", "kind", "length", "name", "passage", "text", "words")

    def __init__(self, passage: Passage, scores: Scores, hints: Hints) -> None:
        self.passage = passage
        self.text = passage.unmarked()
        self.length = len(self.text)
        self.words = self.text.split()
        self.key = title_key(self.text) if self.length < WIDTHS[-1] else ""
        self.caps = make_of(self.text, self.words)
        self.name = min(max((scores.get(regions.BYLINE, -0.5) + 0.5) / 4.5, 0.0), 1.5)
        self.house = house_name(self.text) if self.length < WIDTHS[-2] else 0
        closing = passage.closing
        tail = closing[-12:]
        last = tail[mark.start()] if (mark := MARKED_STOP.search(tail)) else ""
        last = last or without_marks(closing)[-1:]
        self.end = ENDS.get(last, "digit" if last.isdigit() else "none")
        self.kind = self._kind(scores, hints)

    def _kind(self, scores: Scores, hints: Hints) -> str:
        """Say in a word what the line looks like."""
        text = self.text
        if scores.get(regions.ABSTRACT, 0.0) >= SUMMARY:
            return "summary"
        if is_prose(self.passage):
            return "prose"
        if BY.match(text) or hints.profile.author.match(text):
            return "by"
        if scores.get(regions.HEADER, 0.0) >= FACT:
            return "fact"
        return self._beside(hints) or self._shape()

    def _beside(self, hints: Hints) -> str:
        """Say which of the lines it looks like that stand beside a title."""
        text = self.text
        if is_kicker(text, hints.profile):
            return "kicker"
        if self.house:
            return "house"
        if not text.isascii() and len(self.words) > 1 and house_name(self.words[0]) == SURE:
            return "role"  # 海洋文化センター 研究員
        if is_role(text):
            return "rank" if fold_word(self.words[0]).strip(",") in RANKS else "role"
        return "site" if "@" in text or "://" in text or is_navigation(text) else ""

    def _shape(self) -> str:
        if self.name >= NAME:
            return "name"
        if self.name >= DOUBTFUL_NAME:
            return "name?"
        if self.end == "ask":
            return "question"
        if self.end == "stop" and self.length > SENTENCE:
            return "sentence"
        count = len(self.words)
        return "short" if count <= SHORT else "middling" if count <= MIDDLING else "long"


def make_of(text: str, words: Sequence[str]) -> str:
    """Say how a line is written: all capitals, capitals at the words, at the first one, none.

    >>> make_of("WHO OWNS IT", "WHO OWNS IT".split()), make_of("Who Owns It", "Who Owns It".split())
    ('capitals', 'words')
    """
    if text.isupper():
        return "capitals"
    long = [word for word in words if len(word) > 3 and word[0].isalpha()] or [
        word for word in words if word[0].isalpha()
    ]
    if not long:
        return "signs"
    if not any(letter.isupper() or letter.islower() for letter in long[0]):
        return "uncased"
    upper = sum(word[0].isupper() for word in long)
    if upper == len(long):
        return "words"
    first = next((letter for letter in text if letter.isalpha()), "")
    if not first.isupper():
        return "small"
    return "first" if upper <= 1 + len(long) // 4 else "mixed"


def bucket(value: int, steps: Sequence[int] = WIDTHS) -> int:
    """Return how many of the rising steps a value reaches."""
    return sum(value >= step for step in steps)
