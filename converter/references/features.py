"""What speaks for each part at each word of a reference: the word, its neighbours, the signs, the stretch.

One function serves training and reading. Reading adds up weights, which are whole numbers that hold a lane
for each part; training puts tuples of keys in their place, so that the two never look at different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import chain, pairwise, repeat
from operator import add, sub
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from converter.references.classes import CLASS, EDGE, lowered, shape
from converter.references.signs import SIGN, sign_of, states_of
from converter.references.stretches import (
    LARGE_ONES,
    SMALL_ONES,
    Kind,
    find_stretches,
    kind_of_stretch,
)
from converter.references.units import Units

Key: TypeAlias = int | str
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class WordFacts(NamedTuple):
    """What is known of a word wherever it stands: its class, what it says of itself and its neighbours."""

    number: int
    own: int
    before: int
    after: int


class Nodes(NamedTuple):
    """What is labelled: the first word of each node, the total there, the group of the sign before it."""

    firsts: list[int]
    totals: list[int]
    groups: list[int]


MOST_KEPT = 40_000


class Kept(dict[Asked, Answer], Generic[Asked, Answer]):
    """What was made once and is kept, because the same words and signs come again and again."""

    def __init__(self, make: Callable[[Asked], Answer]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, asked: Asked) -> Answer:
        """Make what is not known yet."""
        if len(self) > MOST_KEPT:
            self.clear()
        answer = self[asked] = self._make(asked)
        return answer


class Extractor:
    """Adds up what speaks for the parts; ``get`` gives the weight of a key, ``zero`` what adds nothing."""

    def __init__(self, get: Callable[[Key, int], int], zero: int, classes: dict[str, str]) -> None:
        self._get = get
        self._zero = zero
        self._classes = classes
        self._words = Kept(self._make_word)
        self._found_by_form = Kept(self._make_found_by_form)
        self._extras = Kept(self._make_extra)
        self._around = Kept(self._make_around)
        self._kinds = Kept(kind_of_stretch)
        self._stretches = Kept(self._make_stretch)

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

    def _make_word(self, word: str) -> WordFacts:
        get, zero = self._get, self._zero
        number, low = self.class_of(word), lowered(word)
        own = get(1 << 24 | number, zero) + get("w" + low, zero)
        if len(low) > 4 and low.isalpha():
            own = own + get("s" + low[-3:], zero) + get("p" + low[:3], zero)
        before = get(2 << 24 | number, zero) + get("b" + low, zero)
        after = get(3 << 24 | number, zero) + get("a" + low, zero)
        return WordFacts(number, own, before, after)

    def _make_found_by_form(self, kind: str) -> WordFacts:
        number, get, zero = CLASS[kind], self._get, self._zero
        return WordFacts(number, zero, get(2 << 24 | number, zero), get(3 << 24 | number, zero))

    def nodes(self, units: Units) -> Nodes:
        """Return what is to be labelled: words that nothing parts are one, and what speaks for each part."""
        words = list(map(self._words.__getitem__, units.words))
        for place, kind in units.kinds.items():
            words[place] = self._found_by_form[kind]
        numbers, owns, befores, afters = zip(*words, strict=True)
        signs, groups, cuts, turns = zip(*map(sign_of, units.gaps), strict=True)
        around = zip(
            (EDGE, *numbers), signs, numbers, signs[1:], (*numbers[1:], EDGE), states_of(turns, numbers),
            strict=False,
        )  # fmt: skip
        totals = [
            stretch + near + own + behind + before
            for stretch, near, own, behind, before in zip(
                self._said_by_stretches(bytes(numbers), signs, cuts),
                map(self._around.__getitem__, around),
                owns,
                (self._zero, *afters),
                (*befores[1:], self._zero),
                strict=False,
            )
        ]
        if units.extras:
            totals = list(map(add, totals, map(self._extras.__getitem__, units.extras)))
        joints = zip(numbers, signs[1:], numbers[1:], strict=False)
        firsts = [0, *[place for place, joint in enumerate(joints, 1) if joint not in JOINED]]
        if units.glued:
            firsts = [place for place in firsts if place not in units.glued]
        if len(firsts) < len(totals):
            totals = [_sum(totals, *ends) for ends in pairwise([*firsts, len(totals)])]
        return Nodes(firsts, totals, list(map(groups.__getitem__, firsts)))

    def _make_extra(self, keys: tuple[str, ...]) -> int:
        get, zero = self._get, self._zero
        return reduce(add, [get(key, zero) for key in keys], zero)

    def _make_around(self, near: tuple[int, int, int, int, int, int]) -> int:
        """Add up what the classes of the words and the signs around a word say."""
        get, zero = self._get, self._zero
        before, sign, number, next_sign, after, state = near
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

    def _said_by_stretches(
        self, numbers: bytes, signs: tuple[int, ...], cuts: tuple[bool, ...]
    ) -> Iterable[int]:
        """Return for each word what its stretch between two signs says, and those beside it."""
        bounds = find_stretches(numbers, signs, cuts)
        ends = bounds[1:]
        kinds = [self._kinds[numbers[start:end]] for start, end in zip(bounds, ends, strict=False)]
        strongest = [kind[0] for kind in kinds]
        marks = list(map(signs.__getitem__, bounds))
        stretches = zip(
            kinds,
            (EDGE, *strongest),
            (*strongest[1:], EDGE),
            marks,
            marks[1:],
            chain(FIRST_RANKS, repeat(len(FIRST_RANKS))),
            chain(
                repeat(LAST_RANK, len(kinds) - 1 - LAST_RANK), range(min(len(kinds) - 1, LAST_RANK), -1, -1)
            ),
            strict=False,
        )
        said = map(self._stretches.__getitem__, stretches)
        return chain.from_iterable(map(repeat, said, map(sub, ends, bounds)))

    def _make_stretch(self, stretch: tuple[Kind, int, int, int, int, int, int]) -> int:
        """Add up what a stretch says: its strongest word, its size and capitals, its place and neighbours."""
        get, zero = self._get, self._zero
        (kind, size, case), left, right, left_sign, right_sign, rank, back = stretch
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


def _sum(totals: list[int], start: int, end: int) -> int:
    total = totals[start]
    for more in totals[start + 1 : end]:
        total = total + more
    return total


NAMES = frozenset(["given", "city", "country", "house", "outlet", "month"])
FIRST_RANKS = range(7)
LAST_RANK = 5
PLAIN = SMALL_ONES | LARGE_ONES | frozenset(CLASS[name] for name in ("and", "particle", "initial", "script"))
LOOSE = frozenset(SIGN[sign] for sign in (" ", "-", "–", "'", "’"))
JOINED = frozenset(
    (before, sign, number)
    for before in PLAIN
    for sign in LOOSE
    for number in PLAIN
    if not (before in SMALL_ONES and number in LARGE_ONES)
)
"""Words between which a sign never parts two parts of a reference."""
