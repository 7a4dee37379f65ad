"""What two texts have in common when white space, quotes, case and accents are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from converter.normalizers.kept import kept

QUOTES = str.maketrans(
    dict.fromkeys("“”„‟«»″〝〞＂", '"') | dict.fromkeys("‘’‚‛‹›′`´ʼʻ＇", "'"),
)

SPECIAL_LETTERS = str.maketrans(
    {"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ς": "σ"},
)
"""Letters that Unicode does not take apart, as addresses spell them (``birgə`` is ``birge``)."""

COMBINING = range(0x0300, 0x0370)
ACCENTED = (*range(0x00C0, 0x0250), *range(0x0400, 0x0460), *range(0x1E00, 0x1F00))


def _base_letters() -> dict[int, str]:
    """Tabulate what each accented letter of the Latin and Cyrillic blocks is without its accent."""
    table = dict.fromkeys(COMBINING, "")
    for code in ACCENTED:
        decomposed = normalize("NFD", chr(code))
        if len(decomposed) > 1:
            table[code] = decomposed[0]
    return table


BASE_LETTERS = _base_letters() | SPECIAL_LETTERS


def strip_accents(lowered: str) -> str:
    """Write a text in lower case without accents, ı as i and ə as e: fast, for Latin and Cyrillic letters.

    >>> strip_accents("büyükelçı")
    'buyukelci'
    """
    return lowered if lowered.isascii() else lowered.translate(BASE_LETTERS)


NOT_LETTER_OR_FIGURE = re.compile(r"[\W_]+")
ASCII_SIGNS = dict.fromkeys([code for code in range(128) if not chr(code).isalnum()])
"""Leaves out what is no letter and no figure."""


def squeeze(text: str) -> str:
    r"""Make every run of white space one blank, none at the ends.

    >>> squeeze("  a\n\tb ")
    'a b'
    """
    return " ".join(text.split())


def strip_spaces(text: str) -> str:
    r"""Leave out all white space, for comparing two texts.

    >>> strip_spaces(" a b\n")
    'ab'
    """
    return "".join(text.split())


def normalize_quotes(text: str) -> str:
    r"""Make all double and all single quotes straight, for comparison keys.

    >>> normalize_quotes("“Türkiye’nin”")
    '"Türkiye\'nin"'
    """
    return text if text.isascii() and "`" not in text else text.translate(QUOTES)


@kept
def title_key(text: str) -> str:
    """Return the letters and figures of a title without case, accents, punctuation and blanks.

    Blanks are left out because addresses part words where titles have an apostrophe or nothing at all.

    >>> title_key("AROUND THE 'ARAS 2025'") == title_key("Around-the-Aras-2025")
    True
    """
    folded = text.lower()
    if not folded.isascii():
        folded = normalize("NFKD", folded).casefold().translate(SPECIAL_LETTERS)
        folded = "".join(NOT_LETTER_OR_FIGURE.split(strip_marks(folded)))
        return normalize("NFKC", folded)
    return folded.translate(ASCII_SIGNS)


MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+")


def strip_marks(decomposed: str) -> str:
    """Leave out the accents of a text that is already taken apart (NFD or NFKD)."""
    return MARKS.sub("", decomposed)


def places_of(signs: Iterable[str], text: str, begin: int = 0) -> list[int]:
    """Return where any of some signs stands, in order: plain search, which is faster than a pattern.

    >>> places_of("[(", "a (b) [c]")
    [2, 6]
    """
    places = []
    for sign in signs:
        at = text.find(sign, begin)
        while at >= 0:
            places.append(at)
            at = text.find(sign, at + 1)
    places.sort()
    return places


def word_set(text: str) -> frozenset[str]:
    """Read a table that is written as a list of words.

    >>> sorted(word_set("b a"))
    ['a', 'b']
    """
    return frozenset(text.split())
