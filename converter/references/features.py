"""What speaks for each part at each word of a reference: the word, its neighbours, the signs, the stretch.

One function serves training and reading. Reading adds up weights, which are whole numbers that hold a lane
for each part; training puts tuples of keys in their place, so that the two never look at different things.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from converter.references.classes import CLASS, EDGE, lowered, shape
from converter.references.signs import SIGN, Sign, sign_of
from converter.references.units import Units

Key: TypeAlias = int | str

STRONG = tuple(
    CLASS[name]
    for name in (
        "url", "doi", "isbn", "accessed", "thesis", "conference", "editor", "translator", "edition",
        "report", "document", "journal", "university", "publisher", "house", "outlet", "news", "body",
        "volume", "issue", "page", "in", "from", "month", "undated", "year", "city", "initial", "given",
        "particle", "country", "figures-3", "figures-2", "figures-4", "roman", "lower", "small", "capital",
        "upper", "script",
    )
)  # fmt: skip
RANKS = [STRONG.index(number) if number in STRONG else len(STRONG) for number in range(len(CLASS))]


class WordFacts(NamedTuple):
    """What is known of a word wherever it stands: its class, what it says of itself and its neighbours."""

    number: int
    own: int
    before: int
    after: int


MOST_KEPT = 40_000
"""Sums that are kept because the same words and signs come again and again."""


class Nodes(NamedTuple):
    """What is labelled: the first word of each node, the total there, the group of the sign before it."""

    firsts: list[int]
    totals: list[int]
    groups: list[int]


class Extractor:
    """Adds up what speaks for the parts; ``get`` gives the weight of a key, ``zero`` what adds nothing."""

    def __init__(self, get: Callable[[Key, int], int], zero: int, classes: dict[str, str]) -> None:
        self._get = get
        self._zero = zero
        self._classes = classes
        self._facts: dict[str, WordFacts] = {}
        self._around: dict[tuple[int, ...], int] = {}
        self._kept: dict[tuple[object, ...], int] = {}

    def class_of(self, word: str) -> int:
        """Return the class of a word: that of the lists, where its capitals do not speak against it."""
        known = self._classes.get(lowered(word))
        form = shape(word)
        if known is None or (form == "initial" and known not in {"page", "volume", "issue", "in", "and"}):
            return CLASS[form]
        if known in NAMES and form not in {"capital", "upper", "script", "roman"}:
            return CLASS[form]
        if known == "small" and form in {"capital", "upper"}:
            return CLASS["title-word"]
        return CLASS[known]

    def facts(self, word: str) -> WordFacts:
        """Return what is known of a word; kept, for the same words come again and again."""
        found = self._facts.get(word)
        if found is None:
            if len(self._facts) > MOST_KEPT:
                self._facts.clear()
            found = self._facts[word] = self._make_facts(word)
        return found

    def _make_facts(self, word: str) -> WordFacts:
        get, zero = self._get, self._zero
        number, low = self.class_of(word), lowered(word)
        own = get(1 << 24 | number, zero) + get("w" + low, zero)
        if len(low) > 4 and low.isalpha():
            own = own + get("s" + low[-3:], zero) + get("p" + low[:3], zero)
        before = get(2 << 24 | number, zero) + get("b" + low, zero)
        after = get(3 << 24 | number, zero) + get("a" + low, zero)
        return WordFacts(number, own, before, after)

    def nodes(self, units: Units) -> Nodes:
        """Return what is to be labelled: words that nothing parts are one, and what speaks for each part."""
        facts, text = self.facts, units.text
        starts, ends = units.starts, units.ends
        known = [facts(word) for word in units.words]
        for place, kind in units.kinds.items():
            known[place] = self._kind_facts(kind)
        numbers = [one[0] for one in known]
        signs = [sign_of(text[: starts[0]])]
        signs += [sign_of(text[end:start]) for end, start in zip(ends, starts[1:], strict=False)]
        signs.append(sign_of(text[ends[-1] :]))
        totals = self._word_totals(known, numbers, signs)
        firsts = [0]
        firsts += [
            place
            for place in range(1, len(numbers))
            if not (signs[place][0] in LOOSE and numbers[place] in PLAIN and numbers[place - 1] in PLAIN)
            or (numbers[place] in LARGE_ONES and numbers[place - 1] in SMALL_ONES)
        ]
        sums, groups = [], []
        for start, end in zip(firsts, [*firsts[1:], len(numbers)], strict=True):
            total = totals[start]
            for place in range(start + 1, end):
                total = total + totals[place]
            sums.append(total)
            groups.append(signs[start][1])
        return Nodes(firsts, sums, groups)

    def _word_totals(self, known: list[WordFacts], numbers: list[int], signs: list[Sign]) -> list[int]:
        """Return for each word the total of what speaks for the parts."""
        around = self._around
        if len(around) > MOST_KEPT:
            around.clear()
        states = _states(numbers, signs)
        befores, afters = [EDGE, *numbers], [*numbers[1:], EDGE]
        totals = []
        for place, total in enumerate(self._stretches(numbers, signs)):
            near = (
                befores[place],
                signs[place][0],
                numbers[place],
                signs[place + 1][0],
                afters[place],
                states[place],
            )
            found = around.get(near)
            if found is None:
                found = around[near] = self._make_around(*near)
            totals.append(total + found + known[place][1])
        for place in range(1, len(known)):
            totals[place] += known[place - 1][3]
            totals[place - 1] += known[place][2]
        return totals

    def _make_around(
        self, before: int, sign: int, number: int, next_sign: int, after: int, state: int
    ) -> int:
        """Add up what the classes of the words and the signs around a word say."""
        get, zero = self._get, self._zero
        total = (
            get(4 << 24 | sign << 16 | number << 8 | next_sign, zero)
            + get(5 << 24 | before << 16 | sign << 8 | number, zero)
            + get(6 << 24 | number << 16 | next_sign << 8 | after, zero)
            + get(9 << 24 | state << 8 | number, zero)
            + get(10 << 24 | sign << 16 | state, zero)
        )
        if before == EDGE:
            total = total + get(11 << 24, zero)
        return total + get(12 << 24 | next_sign, zero) if after == EDGE else total

    def _kind_facts(self, kind: str) -> WordFacts:
        number, get, zero = CLASS[kind], self._get, self._zero
        return WordFacts(number, zero, get(2 << 24 | number, zero), get(3 << 24 | number, zero))

    def _stretches(self, numbers: list[int], signs: list[Sign]) -> list[int]:
        """Return for each word what its stretch between two signs says, and those beside it."""
        bounds = [0, *_cuts(numbers, signs), len(numbers)]
        kinds = [_kind(numbers[start:end]) for start, end in pairwise(bounds)]
        kept = self._kept
        if len(kept) > MOST_KEPT:
            kept.clear()
        totals: list[int] = []
        last = len(kinds) - 1
        for place, kind in enumerate(kinds):
            start, end = bounds[place], bounds[place + 1]
            stretch = (
                kind,
                kinds[place - 1][0] if place else EDGE,
                kinds[place + 1][0] if place < last else EDGE,
                signs[start][0],
                signs[end][0],
                place if place < 7 else 7,
                last - place if last - place < 5 else 5,
            )
            total = kept.get(stretch)
            if total is None:
                total = kept[stretch] = self._make_stretch(*stretch)
            totals += [total] * (end - start)
        return totals

    def _make_stretch(
        self,
        own: tuple[int, int, int],
        left: int,
        right: int,
        left_sign: int,
        right_sign: int,
        rank: int,
        back: int,
    ) -> int:
        """Add up what a stretch says: its strongest word, its size and capitals, its place and neighbours."""
        get, zero = self._get, self._zero
        kind, size, case = own
        return (
            get(20 << 24 | kind << 16 | size << 8 | case, zero)
            + get(21 << 24 | left << 16 | kind << 8 | right, zero)
            + get(22 << 24 | left_sign << 16 | kind << 8 | right_sign, zero)
            + get(23 << 24 | rank << 16 | kind << 8 | size, zero)
            + get(24 << 24 | back << 16 | kind << 8 | case, zero)
            + get(25 << 24 | left_sign << 16 | size << 8 | case, zero)
            + get(26 << 24 | left << 16 | left_sign << 8 | case << 4 | size, zero)
            + get(27 << 24 | right << 16 | right_sign << 8 | case << 4 | size, zero)
        )


NAMES = frozenset(["given", "city", "country", "house", "outlet", "month"])
INITIAL = CLASS["initial"]
AFTER_INITIAL = frozenset(SIGN[sign] for sign in (". ", ".", ".-"))
COMMA, BLANK = SIGN[", "], SIGN[" "]
FAMILY = frozenset(CLASS[name] for name in ("capital", "upper"))
SMALL_ONES = frozenset(CLASS[name] for name in ("lower", "small"))
LARGE_ONES = frozenset(CLASS[name] for name in ("capital", "upper", "given", "city", "country", "title-word"))
PLAIN = SMALL_ONES | LARGE_ONES | frozenset(CLASS[name] for name in ("and", "particle", "initial", "script"))
LOOSE = frozenset(SIGN[sign] for sign in (" ", "-", "–", "'", "’"))
"""Signs between words that never part two parts of a reference, where both are plain words."""

SIZES = (0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5)


def _cuts(numbers: list[int], signs: list[Sign]) -> list[int]:
    """Return the words that a new stretch begins with; an initial's stop ends one in ``Orman, A.`` only."""
    cuts: list[int] = []
    run = -1
    for place, number in enumerate(numbers):
        if place and signs[place][2]:
            behind = numbers[place - 1] == INITIAL and signs[place][0] in AFTER_INITIAL
            if not behind or (number != INITIAL and _is_inverted(numbers, signs, run)):
                cuts.append(place)
        if number != INITIAL:
            run = -1
        elif run < 0:
            run = place
    return cuts


def _is_inverted(numbers: list[int], signs: list[Sign], run: int) -> bool:
    """Tell whether the initials that begin at a word stand behind their family name."""
    if run <= 0 or numbers[0] == INITIAL:
        return False
    sign = signs[run][0]
    return sign == COMMA or (sign == BLANK and numbers[run - 1] in FAMILY)


def _kind(numbers: list[int]) -> tuple[int, int, int]:
    """Return the strongest class of a stretch, how long it is, and how its words are written."""
    kind = min(numbers, key=RANKS.__getitem__)
    small = sum(map(SMALL_ONES.__contains__, numbers))
    large = sum(map(LARGE_ONES.__contains__, numbers))
    case = 0 if not small else 1 if large > small else 2 if large else 3
    return kind, SIZES[len(numbers)] if len(numbers) < len(SIZES) else 6, case


def _states(numbers: list[int], signs: list[Sign]) -> list[int]:
    """Return for each word: inside or behind quotes, in brackets, behind a year."""
    quoted = depth = dated = seen = 0
    year = CLASS["year"]
    states = []
    for place, number in enumerate(numbers):
        sign = signs[place]
        if sign[5] and sign[5] % 2:
            quoted = 1 - quoted
        elif sign[3]:
            quoted = 1
        elif sign[4]:
            quoted = 0
        seen = seen or quoted
        depth = min(max(depth + sign[6], 0), 1)
        behind = 0 if not seen else 1 if quoted else 2
        states.append(behind << 3 | depth << 2 | dated)
        if number == year:
            dated = min(dated + 1, 2)
    return states
