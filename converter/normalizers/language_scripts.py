"""Which script a text is in, and which language where the script alone says it."""

from __future__ import annotations

import re

LATIN_RUN = re.compile(r"[A-Za-z\u00c0-\u02ff\u1e00-\u1eff]+")
OTHER_RUN = re.compile(
    r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u3040-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufb13-\ufeff]+"
)

SCRIPTS = (
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x077F, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1C90, 0x1CBF, "Georgian"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x3040, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Han"),
    (0xAC00, 0xD7AF, "Hangul"),
    (0xFB13, 0xFB17, "Armenian"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFEFC, "Arabic"),
)

ONE_LANGUAGE = {
    "Greek": "el", "Armenian": "hy", "Hebrew": "he", "Devanagari": "hi", "Thai": "th", "Georgian": "ka",
    "Kana": "ja", "Han": "zh", "Hangul": "ko",
}  # fmt: skip

DENSE = frozenset(["Han", "Kana", "Hangul"])
UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Characters of scripts that put no blanks between words, and their stops."""
"""Scripts one sign of which says as much as several letters."""

ARABIC_LETTERS = (
    ("ur", "ٹڈڑںےہھ"),
    ("ckb", "ێۆڕڵ"),
    ("fa", "پچژگکی۰۱۲۳۴۵۶۷۸۹"),
    ("ar", "ةىيكأإؤ"),
)
"""Letters that tell the languages of the Arabic script; the first that is met decides."""


def script_of(text: str) -> str:
    """Return the script of most letters.

    >>> script_of("Ирана (Iran)"), script_of("…")
    ('Cyrillic', 'Latin')
    """
    if not OTHER_RUN.search(text):
        return "Latin"
    counts = {"Latin": sum(map(len, LATIN_RUN.findall(text)))}
    for run in OTHER_RUN.findall(text):
        name = _block_of(ord(run[0]))
        counts[name] = counts.get(name, 0) + len(run) * (3 if name in DENSE else 1)
    return max(counts, key=lambda name: counts[name])


def _block_of(code: int) -> str:
    for first, last, name in SCRIPTS:
        if first <= code <= last:
            return name
    return "other"


def arabic_language(text: str) -> tuple[str, float]:
    """Return the language of a text in Arabic letters.

    >>> arabic_language("روابط ایران")[0]
    'fa'
    """
    present = set(text)
    for tag, letters in ARABIC_LETTERS:
        if not present.isdisjoint(letters):
            return tag, 0.9
    return "ar", 0.5


def is_dense(sign: str) -> bool:
    """Tell whether a character is of a script that puts no blanks between words.

    >>> [is_dense(sign) for sign in ("海", "。", "s", "")]
    [True, True, False, False]
    """
    return UNSPACED.match(sign) is not None
