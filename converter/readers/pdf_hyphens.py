"""Whether a hyphen at the end of a printed line belongs to its word: the rest of the document tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from converter.normalizers.language_scripts import is_dense
from converter.normalizers.languages import language_of

HYPHENS = ("-", "\u2010", "\u00ad")
WORDS = re.compile(r"[^\s.,;:!?()\[\]{}<>“”„\"‘’'«»…/|*]+")
"""Words with the hyphens in them, without the signs around them."""

HYPHENED = re.compile(r"[^\W\d_]{2,}[-\u2010\u00ad]$")
LAST = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*(?=[-\u2010\u00ad]$)")
SET_WITHIN = re.compile(r"[^\W\d_][\u2010\u00ad][^\W\d_]")
FIRST = re.compile(r"[^\W\d_]+")
DASHES = ("–", "—", "/")
ADDRESS_SIGNS = "/-=&?_%#~+"
MORE_OF_ADDRESS = re.compile(
    r"""
      [/?&=_%#~.+-] [\w/]                                      # .example/page   /page   -page
    | [\w.~%+-]* [/=&?_%#] \S*                                # page/more   id=3
    | [\w~%-]+ \. (?: html? | php | aspx? | pdf | jsp ) \b      # page.html
    """,
    re.VERBOSE | re.IGNORECASE,
)
ENDING = re.compile(r"(?:html?|php|aspx?|pdf|jsp|com|org|net|gov|edu)\b|[\w.-]{2,}/", re.IGNORECASE)
"""What stands behind a point in an address."""
SUSPENDED = frozenset(
    {"and", "or", "to", "und", "oder", "bzw", "ve", "veya", "ya", "et", "ou", "и", "или", "və"}
)
"""Words behind a hyphen that stands for a word to come (``pre- and post-war``)."""

NO_COMPOUNDS = frozenset({"tr", "az", "de"})
"""Languages that write no hyphen before a small letter, or seldom."""

COMPOUND_HEADS = frozenset(
    {
        "all", "cross", "ex", "far", "first", "fifth", "five", "four", "fourth", "full", "half", "hard",
        "high", "ill", "large", "long", "low", "mid", "middle", "near", "nine", "non", "old", "one",
        "open", "policy", "quasi", "second", "self", "seven", "short", "single", "six", "small", "soft",
        "ten", "third", "three", "twenty", "two", "well", "wide", "world", "year", "thirty", "forty",
        "fifty",
    }
)  # fmt: skip
COMPOUND_TAILS = frozenset(
    {
        "based", "born", "bound", "called", "century", "class", "day", "driven", "ever", "free",
        "friendly", "general", "building", "known", "led", "less", "level", "like", "looking", "made",
        "making", "minded", "off", "old", "out", "owned", "powered", "range", "ranging", "reaching",
        "related", "run", "scale", "sided", "standing", "state", "style", "term", "time", "to", "up",
        "wide", "year", "backed", "oriented", "keeping", "speaking",
    }
)  # fmt: skip
"""What English puts before and behind a hyphen."""

SHORTEST_STEM, LONGEST_PREFIX = 5, 5
DROPPED, KEPT, DROPPED_UNSURE, KEPT_UNSURE, APART = "dropped", "kept", "dropped?", "kept?", "apart"
"""What becomes of a hyphen; with a question mark nothing in the document shows that it is right."""


class Hyphens:
    """Knows the words of a document, and how its lines are broken."""

    def __init__(self, lines: Sequence[str], *, justified: bool) -> None:
        self._lines = lines
        self._justified = justified
        self._words: frozenset[str] = frozenset()
        self._sorted: Sequence[str] = ()
        self._breaks = False

    def decide(self, before: str, following: str) -> str | None:
        """Return what becomes of the hyphen between two lines; ``None`` if there is none."""
        if before[-1:] not in HYPHENS or not HYPHENED.search(before[-40:]):
            return APART if before[-1:] not in HYPHENS else _figures(before, following)
        tail, head = FIRST.match(following), LAST.search(before[-60:])
        if _is_cut_address(before):
            return self._of_address(before)
        if tail is None or head is None or not (tail[0][0].islower() or (head[0] + tail[0]).isupper()):
            return KEPT
        self._learn()
        if before[-1] != "-" and not self._typed:
            return DROPPED
        return self._of_word(head[0].casefold(), tail[0].casefold())

    def _of_address(self, before: str) -> str:
        """Keep a hyphen, as addresses have many; where words are broken it may be the line's."""
        if before[-1] != "-":
            return DROPPED  # no address has another hyphen
        self._learn()
        return KEPT_UNSURE if self._breaks else KEPT

    def _of_word(self, head: str, tail: str) -> str:
        known = self._verdict(head, tail)
        if known or tail in SUSPENDED:
            return known or APART
        compound = "-" in head or self._stand_alone(head, tail) or _may_be_compound(head, tail)
        if compound and self._compounds:
            return KEPT_UNSURE
        return DROPPED_UNSURE if self._breaks else KEPT_UNSURE

    @cached_property
    def _typed(self) -> bool:
        """Whether the hyphens that programs put in at line ends stand within lines, too."""
        return any(SET_WITHIN.search(line) for line in self._lines)

    @cached_property
    def _compounds(self) -> bool:
        """Whether the language writes hyphens in its words."""
        return language_of(" ".join(self._lines))[0] not in NO_COMPOUNDS

    def _stand_alone(self, head: str, tail: str) -> bool:
        """Tell whether the halves are words of their own."""
        return head in self._words and (tail in self._words or len(head) > LONGEST_PREFIX)

    def _verdict(self, head: str, tail: str) -> str | None:
        """Return what the other words of the document show."""
        if f"{head}-{tail}" in self._words:
            return KEPT
        solid = head + tail
        if solid in self._words:
            return DROPPED
        stem = solid[: max(len(head) + 2, len(solid) - 3)]
        if len(stem) >= SHORTEST_STEM and len(tail) > 1:
            at = bisect_left(self._sorted, stem)
            if at < len(self._sorted) and self._sorted[at].startswith(stem):
                return DROPPED
        return None

    def _learn(self) -> None:
        """Read the words of all lines but those that a line end may cut, once."""
        if self._words:
            return
        words: set[str] = {"the"}
        cut: list[tuple[str, str]] = []
        head = ""
        lines = "\n".join(self._lines).casefold().replace("\u2010", "-").replace("\u00ad", "")
        for line in lines.split("\n"):
            found = WORDS.findall(line)
            if head and found:
                cut.append((head, found.pop(0).partition("-")[0]))
            head = found.pop()[:-1] if found and found[-1][-1] == "-" and found[-1][:-1].isalpha() else ""
            words.update(found)
        self._words = frozenset(words)
        self._sorted = sorted(word for word in words if "-" not in word)
        verdicts = [self._verdict(left, right) for left, right in cut]
        dropped, kept = verdicts.count(DROPPED), verdicts.count(KEPT)
        if self._justified or not self._compounds:
            self._breaks = dropped >= kept
        else:
            self._breaks = dropped > 1 and dropped > 2 * kept


def _may_be_compound(head: str, tail: str) -> bool:
    return head in COMPOUND_HEADS or tail in COMPOUND_TAILS


def _figures(before: str, following: str) -> str:
    """Keep the hyphen of a span of figures or an address that the line end cuts."""
    if _is_cut_address(before) or (before[-2:-1].isdigit() and following[:1].isdigit()):
        return KEPT
    return APART


def goes_on_unspaced(before: str, following: str) -> bool:
    """Tell whether an address, or what a dash joins, goes on without a blank behind a line end.

    >>> [goes_on_unspaced("https://lake.example", following) for following in (".org/walls", "in May")]
    [True, False]
    >>> goes_on_unspaced("从未改", "变。")
    True
    """
    if before[-1:] in DASHES and before[-2:-1].isalnum() and following[:1].isalnum():
        return True
    if is_dense(before[-1:]) and is_dense(following[:1]):
        return True
    if not following or not _is_address(before):
        return False
    if before[-1] in ADDRESS_SIGNS:
        return True
    if before[-1] == ".":
        return ENDING.match(following) is not None
    return before[-1] not in ",;)>]”" and MORE_OF_ADDRESS.match(following) is not None


def _is_cut_address(before: str) -> bool:
    return before[-1:] in (*ADDRESS_SIGNS, "\u2010") and _is_address(before)


def _is_address(text: str) -> bool:
    last = text.rsplit(None, 1)[-1] if text else ""
    return "://" in last or "www." in last
