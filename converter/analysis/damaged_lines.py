"""What a page maker or a copying program took apart or ran together: large first letters, glued footers."""

from __future__ import annotations

import re

from converter.normalizers.spaces import word_set

WORDS_OF_ONE_LETTER = frozenset("AIOÉYЯАИОУВСК")
"""Capitals that may be a word as well as the beginning of one."""

CONTACTS = (
    re.compile(r"\b(?:tel|phone|telefon|tlf|тел)\b\s*[.:]*\s*[+(\d]", re.IGNORECASE),  # Tel: +90
    re.compile(r"\b(?:fax|faks|факс)\b\s*[.:]*\s*[+(\d]", re.IGNORECASE),  # Fax: +90
    re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.]"),  # info@example.org
    re.compile(r"©\s*(?:19|20)\d\d|\b(?:all rights reserved|tüm hakları)", re.IGNORECASE),  # © 2009-2024
)
"""Signs of contact lines; two of them do not stand at the end of a sentence by chance."""

SENTENCE_END = re.compile(r"(?P<word>[^\W\d_]{2,})[.!?][\"”’»)]*\s+(?=[^\W_a-zçğıöşü])")
ABBREVIATIONS = word_set("sok sk cad cd mah blv bulv apt no str st ave av rd tel fax tlf kat ul vul ул")
"""Words of addresses whose stop ends no sentence."""

LONGEST_ADDRESS = 200
SHORTEST_BODY = 40


def is_drop_capital(before: str, text: str) -> bool:
    """Tell whether a line is the large first letter of the next: `T` over `he operations`."""
    return len(before) == 1 and before.isupper() and text[:1].islower()


def completes_word(letter: str, text: str, whole: str) -> bool:
    """Tell whether a large letter and the first word behind it are one word.

    `A` may be a word of its own: it is where the rest stands in the text as a word elsewhere.
    """
    if letter not in WORDS_OF_ONE_LETTER:
        return True
    rest = re.match(r"\w+", text)
    return rest is None or len(re.findall(rf"(?<!\w){rest[0]}(?!\w)", whole)) < 2


def footer_begin(text: str) -> int | None:
    """Return where contact lines begin that follow the last sentence of a text, or ``None``."""
    signs = sorted(match.start() for sign in CONTACTS if (match := sign.search(text)))
    if len(signs) < 2 or signs[0] < SHORTEST_BODY:
        return None
    ends = [
        match.end()
        for match in SENTENCE_END.finditer(text, 0, signs[0])
        if match["word"].lower() not in ABBREVIATIONS
    ]
    cut = ends[-1] if ends and signs[0] - ends[-1] <= LONGEST_ADDRESS else signs[0]
    return cut if cut >= SHORTEST_BODY else None
