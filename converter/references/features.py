"""What speaks for each part at each word of a reference: the word, its neighbours, the signs, the stretch.

One function serves training and reading. Reading adds up weights, which are whole numbers that hold a lane
for each part; training puts tuples of keys in their place, so that the two never look at different things.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from converter.references.classes import CLASS, EDGE, lowered, shape
from converter.references.units import Units

Key: TypeAlias = int | str

SIGNS = (
    "", " ", ", ", ". ", ": ", "; ", ".", ",", ":", ";", "(", " (", ")", ") ", "). ", "), ", "): ", ").",
    "-", "–", "--", " - ", " – ", " — ", "/", " / ", " // ", "'", "’", " & ", ", & ", "., ", "., & ", ".; ",
    "Q", "quote, ", "quote. ", " [", "[", "]", "] ", "]. ", "|", "., (", ". (", "=", "#", "?", "? ", "! ",
    ", (", ".-", ".: ", ". – ", ". — ", " : ", "+", "other",
)  # fmt: skip
SIGN = {sign: number for number, sign in enumerate(SIGNS)}
OTHER_SIGN = SIGN["other"]
GROUPS = ("", " ", ",", ".", ":", ";", "(", ")", "-", "/", "quote", "[", "other")
GROUP_OF = tuple(
    next(
        (
            number
            for number, group in enumerate(GROUPS)
            if (group and group in sign.replace(" ", "")) or sign == group
        ),
        1,
    )
    for sign in SIGNS
)
CUTTING = frozenset(',.;:()[]/“”«»„"?!|–—')
OPENING, CLOSING = frozenset("“«„‘"), frozenset("”»’")
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
RANK = {number: place for place, number in enumerate(STRONG)}


class Sign(NamedTuple):
    """What stands between two words."""

    number: int
    group: int
    cuts: bool
    opens: bool
    closes: bool
    straight: int
    depth: int


@lru_cache(4096)
def sign_of(text: str) -> Sign:
    """Read what stands between two words."""
    plain = " ".join(text.split()) if len(text) > 1 else text
    if text[:1].isspace():
        plain = f" {plain}".replace("  ", " ") if plain else " "
    if text[-1:].isspace() and plain.strip():
        plain += " "
    opens, closes = not OPENING.isdisjoint(text), not CLOSING.isdisjoint(text) and text != "’"
    straight = text.count('"') + text.count("''")
    if opens or closes or straight:
        number = SIGN["quote, "] if "," in text else SIGN["quote. "] if "." in text else SIGN["Q"]
    else:
        number = SIGN.get(plain, -1)
        if number < 0:
            number = next(
                (
                    SIGN[one]
                    for one in (". (", ", (", "). ", ". – ", " // ", ". ", "; ", ": ", ", ")
                    if one.strip() in plain
                ),
                OTHER_SIGN,
            )
    group = GROUPS.index("quote") if opens or closes or straight else GROUP_OF[number]
    depth = text.count("(") + text.count("[") - text.count(")") - text.count("]")
    return Sign(number, group, not CUTTING.isdisjoint(text) or " - " in text, opens, closes, straight, depth)


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


class Extractor:
    """Adds up what speaks for the parts; ``get`` gives the weight of a key, ``zero`` what adds nothing."""

    def __init__(self, get: Callable[[Key, int], int], zero: int, classes: dict[str, str]) -> None:
        self._get = get
        self._zero = zero
        self._classes = classes
        self._facts: dict[str, WordFacts] = {}

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
            if len(self._facts) > 40_000:
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
        get, zero = self._get, self._zero
        count = len(numbers)
        stretches = self._stretches(numbers, signs)
        states = _states(numbers, signs)
        totals: list[int] = []
        before = EDGE
        left: WordFacts | None = None
        for place in range(count):
            own = known[place]
            number = own[0]
            right = known[place + 1] if place + 1 < count else None
            sign, next_sign, state = signs[place][0], signs[place + 1][0], states[place]
            totals.append(
                own[1]
                + stretches[place]
                + get(4 << 24 | sign << 16 | number << 8 | next_sign, zero)
                + get(5 << 24 | before << 16 | sign << 8 | number, zero)
                + get(6 << 24 | number << 16 | next_sign << 8 | (right[0] if right else EDGE), zero)
                + get(9 << 24 | state << 8 | number, zero)
                + get(10 << 24 | sign << 16 | state, zero)
                + (left[3] if left else get(11 << 24, zero))
                + (right[2] if right else get(12 << 24 | next_sign, zero))
            )
            before, left = number, own
        return totals

    def _kind_facts(self, kind: str) -> WordFacts:
        number, get, zero = CLASS[kind], self._get, self._zero
        return WordFacts(number, zero, get(2 << 24 | number, zero), get(3 << 24 | number, zero))

    def _stretches(self, numbers: list[int], signs: list[Sign]) -> list[int]:
        """Return for each word what its stretch between two signs says, and those beside it."""
        bounds = [
            0,
            *(
                place
                for place in range(1, len(numbers))
                if signs[place][2]
                and not (numbers[place - 1] == INITIAL and signs[place][0] in AFTER_INITIAL)
            ),
            len(numbers),
        ]
        kinds = [_kind(numbers[start:end]) for start, end in pairwise(bounds)]
        get, zero = self._get, self._zero
        totals: list[int] = []
        last = len(kinds) - 1
        for place, (kind, size, case) in enumerate(kinds):
            start, end = bounds[place], bounds[place + 1]
            left = kinds[place - 1][0] if place else EDGE
            right = kinds[place + 1][0] if place < last else EDGE
            left_sign, right_sign = signs[start][0], signs[end][0]
            rank, back = min(place, 7), min(last - place, 5)
            total = (
                get(20 << 24 | kind << 16 | size << 8 | case, zero)
                + get(21 << 24 | left << 16 | kind << 8 | right, zero)
                + get(22 << 24 | left_sign << 16 | kind << 8 | right_sign, zero)
                + get(23 << 24 | rank << 16 | kind << 8 | size, zero)
                + get(24 << 24 | back << 16 | kind << 8 | case, zero)
                + get(25 << 24 | left_sign << 16 | size << 8 | case, zero)
                + get(26 << 24 | left << 16 | left_sign << 8 | case << 4 | size, zero)
                + get(27 << 24 | right << 16 | right_sign << 8 | case << 4 | size, zero)
            )
            totals += [total] * (end - start)
        return totals


NAMES = frozenset(["given", "city", "country", "house", "outlet", "month"])
INITIAL = CLASS["initial"]
AFTER_INITIAL = frozenset(SIGN[sign] for sign in (". ", ".", ".-"))
SMALL_ONES = frozenset(CLASS[name] for name in ("lower", "small"))
LARGE_ONES = frozenset(CLASS[name] for name in ("capital", "upper", "given", "city", "country", "title-word"))
PLAIN = SMALL_ONES | LARGE_ONES | frozenset(CLASS[name] for name in ("and", "particle", "initial", "script"))
LOOSE = frozenset(SIGN[sign] for sign in (" ", "-", "–", "'", "’"))
"""Signs between words that never part two parts of a reference, where both are plain words."""

SIZES = (0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5)


def _kind(numbers: list[int]) -> tuple[int, int, int]:
    """Return the strongest class of a stretch, how long it is, and how its words are written."""
    kind = min(numbers, key=_rank)
    small = sum(number in SMALL_ONES for number in numbers)
    large = sum(number in LARGE_ONES for number in numbers)
    case = 0 if not small else 1 if large > small else 2 if large else 3
    return kind, SIZES[len(numbers)] if len(numbers) < len(SIZES) else 6, case


def _rank(number: int) -> int:
    return RANK.get(number, 99)


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
