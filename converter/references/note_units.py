"""The words of a note as the model of notes sees them: quotes of every kind are alike."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from converter.references.classes import shape
from converter.references.units import Units, find_patterns

HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
WORD = re.compile(rf"[年月日頁页号期第版巻卷著编編譯译訳]|[{HAN}]+|\d+(?=[{HAN}])|[^\W_{HAN}]+")
"""A word; a sign that leads to a figure or stands behind one is a word of its own."""

FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
OPENS = '“„«»‘《「『〈"”‚›‹'
ENDS = {
    "“": "”", "„": "“”\"", "«": "»", "»": "«", "‘": "’", "《": "》", "「": "」", "『": "』", "〈": "〉",
    '"': '"', "”": "”", "‚": "‘’", "›": "‹", "‹": "›",
}  # fmt: skip
LONGEST_QUOTE = 400
BESIDE = re.compile(r"\w")


HYPHENS = frozenset("-–—‑'’ʼ")


class Hint(NamedTuple):
    """What somebody else takes a stretch of a note for, and how well that reading of the work fits."""

    start: int
    end: int
    name: str
    fit: str = ""


def cut_note(
    text: str, hints: Sequence[Hint] | None = None, italics: Iterable[tuple[int, int]] = ()
) -> Units:
    """Cut a note into its words; ``hints`` is how rules read it, if the model is to know that."""
    starts, ends, words, kinds = _words(text)
    plain = with_plain_quotes(text)
    extras = _extras(plain, starts, words, kinds)
    if hints is not None:
        extras = [own + more for own, more in zip(extras, _hinted(hints, starts, words), strict=True)]
    if italics:
        slanted = list(italics)
        extras = [
            (*own, "i") if any(first <= start < last for first, last in slanted) else own
            for own, start in zip(extras, starts, strict=True)
        ]
    glued = _quoted(plain, starts, kinds) | _hyphened(text, starts, ends, words)
    edges = zip([0, *ends], [*starts, len(plain)], strict=True)
    gaps = [plain[end:start] for end, start in edges]
    return Units(plain, starts, ends, words, kinds, gaps, extras, glued)


def _words(text: str) -> tuple[list[int], list[int], list[str], dict[int, str]]:
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    kinds: dict[int, str] = {}
    position = 0
    for one in (*find_patterns(text), None):
        for match in WORD.finditer(text, position, one.start if one else len(text)):
            starts.append(match.start())
            ends.append(match.end())
            words.append(match[0].translate(FIGURES))
        if one:
            kinds[len(words)] = one.kind
            starts.append(one.start)
            ends.append(one.end)
            words.append(one.kind)
            position = one.end
    return starts, ends, words, kinds


def with_plain_quotes(text: str) -> str:
    """Write every quoted stretch with the same signs, those inside it as apostrophes; the length stays.

    >>> print(with_plain_quotes("»Der „Kai“«, 『渡船』"))
    “Der 'Kai'”, “渡船”
    """
    if not any(sign in text for sign in OPENS):
        return text
    signs = list(text)
    at = 0
    while at < len(text):
        if text[at] in ENDS and not (at and text[at - 1].isalnum() and text[at] in "\"‘'”"):
            end = _end_of_quote(text, at)
            if end:
                for inner in range(at + 1, end):
                    if signs[inner] in '“”„«»"《》「」『』‘':
                        signs[inner] = "'"
                signs[at], signs[end] = "“", "”"
                at = end
        at += 1
    return "".join(signs)


def _end_of_quote(text: str, start: int) -> int | None:
    """Return where the quote that a sign opens ends; one that opens inside it ends inside it."""
    closing, depth = ENDS[text[start]], 1
    for at in range(start + 1, min(len(text), start + LONGEST_QUOTE)):
        sign = text[at]
        if sign in closing:
            if sign in "’‘" and BESIDE.match(text, at + 1):
                continue
            depth -= 1
            if not depth:
                return at
        elif sign == text[start]:
            depth += 1
    return None


def _extras(text: str, starts: list[int], words: list[str], kinds: dict[int, str]) -> list[tuple[str, ...]]:
    """Return what the note as a whole says of each word: what stands before and behind it."""
    addresses = sorted(place for place, kind in kinds.items() if kind == "url")
    quotes = [at for at, sign in enumerate(text) if sign == "”"]
    years = [place for place, word in enumerate(words) if len(word) == 4 and word.isdigit()]
    found: list[tuple[str, ...]] = []
    for place, start in enumerate(starts):
        flags = (
            (place < addresses[-1] if addresses else 0)
            + 2 * (bool(addresses) and place > addresses[0])
            + 4 * (bool(quotes) and start < quotes[-1])
            + 8 * (bool(quotes) and start > quotes[0])
            + 16 * (bool(years) and place < years[-1])
            + 32 * (bool(years) and place > years[0])
        )
        form = shape(words[place]) if place not in kinds else kinds[place]
        found.append((f"f{flags}", f"g{flags}.{form}"))
    return found


def _hinted(hints: Sequence[Hint], starts: list[int], words: list[str]) -> list[tuple[str, ...]]:
    """Return what the hints say of each word, and of those beside it."""
    ordered = sorted(hints)
    firsts = [hint.start for hint in ordered]
    names, fits = [], []
    for start in starts:
        at = bisect_right(firsts, start) - 1
        inside = at >= 0 and start < ordered[at].end
        names.append(ordered[at].name if inside else "-")
        fits.append(ordered[at].fit if inside else "-")
    around = ["^", *names, "$"]
    found: list[tuple[str, ...]] = []
    for place, name in enumerate(names):
        before, after = around[place], around[place + 2]
        shaped = f"h{name}.{shape(words[place])}"
        found.append((f"r{name}", f"r{name}.{fits[place]}", f"R{before}.{name}.{after}", shaped))
    return found


def _quoted(text: str, starts: list[int], kinds: dict[int, str]) -> frozenset[int]:
    """Return the words inside quotes but the first of each."""
    found: set[int] = set()
    at = text.find("“")
    while at >= 0:
        end = text.find("”", at)
        if end < 0:
            break
        first, last = bisect_left(starts, at), bisect_left(starts, end)
        if not any(place in kinds for place in range(first, last)):
            found.update(range(first + 1, last))
        at = text.find("“", end)
    return frozenset(found)


def _hyphened(text: str, starts: list[int], ends: list[int], words: list[str]) -> frozenset[int]:
    """Return the words that a hyphen, an apostrophe, or a stroke beside a letter joins to the one before."""
    found = set()
    for place in range(1, len(words)):
        if starts[place] == ends[place - 1] + 1:
            sign = text[ends[place - 1]]
            if sign in HYPHENS or (sign == "/" and not _are_two_numbers(words[place - 1], words[place])):
                found.add(place)
    return frozenset(found)


def _are_two_numbers(one: str, other: str) -> bool:
    """Tell `12/3` from `A/RES` and from the years `2020/21`."""
    if not (one.isdigit() and other.isdigit()):
        return False
    return not (len(one) == 4 and len(other) == 2 and (int(one) + 1) % 100 == int(other))
