r"""How letters beyond ASCII are written for a LaTeX that reads none (``--ascii``).

Each letter stands in braces of its own (``{\u{g}}``), which BibTeX counts as one letter of a word, also where
the word is protected by braces itself. Cyrillic wants the font encoding T2A, the schwa the package ``tipa``.
LaTeX has no capital Latin schwa; the Cyrillic one, which is printed alike, stands for it.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

NOT_ASCII = re.compile(r"[^\x00-\x7f]")

ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d", "\u0327": "c", "\u0328": "k",
    "\u0331": "b",
}  # fmt: skip
"""Combining accent → the command that sets it."""

LETTERS = {
    "ı": r"\i", "ə": r"\textschwa", "Ə": r"\CYRSCHWA", "ß": r"\ss", "æ": r"\ae", "Æ": r"\AE", "œ": r"\oe",
    "Œ": r"\OE", "ø": r"\o", "Ø": r"\O", "ł": r"\l", "Ł": r"\L", "đ": r"\dj", "Đ": r"\DJ", "ð": r"\dh",
    "Ð": r"\DH", "þ": r"\th", "Þ": r"\TH", "ŋ": r"\ng", "Ŋ": r"\NG",
}  # fmt: skip

SIGNS = {
    "–": r"\textendash", "—": r"\textemdash", "‘": r"\textquoteleft", "’": r"\textquoteright",
    "“": r"\textquotedblleft", "”": r"\textquotedblright", "„": r"\quotedblbase", "‚": r"\quotesinglbase",
    "«": r"\guillemotleft", "»": r"\guillemotright", "‹": r"\guilsinglleft", "›": r"\guilsinglright",
    "…": r"\textellipsis", "©": r"\copyright", "®": r"\textregistered", "™": r"\texttrademark",
    "°": r"\textdegree", "§": r"\S", "¶": r"\P", "€": r"\texteuro", "£": r"\pounds", "¥": r"\textyen",
    "•": r"\textbullet", "·": r"\textperiodcentered", "¿": r"\textquestiondown", "¡": r"\textexclamdown",
    "×": r"\texttimes", "№": r"\textnumero", "†": r"\dag", "‡": r"\ddag", "‐": "-", "‑": "-",
    "\u00a0": "~", "\u00ad": r"\-", "\u202f": r"\,", "\u2009": r"\,",
}  # fmt: skip

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "ishrt",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "hrdsn", "ы": "ery", "ь": "sftsn",
    "э": "erev", "ю": "yu", "я": "ya", "ё": "yo", "і": "ii", "ї": "yi", "є": "ie", "ґ": "gup", "ў": "ushrt",
    "ђ": "dje", "ј": "je", "љ": "lje", "њ": "nje", "ћ": "tshe", "џ": "dzhe", "ѕ": "dze", "ә": "schwa",
    "ғ": "ghcrs", "қ": "kdsc", "ң": "ndsc", "ө": "otld", "ұ": "yhcrs", "ү": "y", "һ": "shha", "ҹ": "chvcrs",
    "ҝ": "kvcrs", "ҳ": "hdsc", "ҷ": "chrdsc",
}  # fmt: skip
"""Small letter → what follows ``\\cyr``, and in capitals ``\\CYR``."""


def in_latex(value: str) -> str:
    r"""Return an escaped value in ASCII, but for the letters that LaTeX has no command for.

    >>> in_latex("Əliyev, İlham"), in_latex("Çağan")
    ('{\\CYRSCHWA}liyev, {\\.I}lham', '{\\c{C}}a{\\u{g}}an')
    """
    return NOT_ASCII.sub(lambda match: _command(match[0]), unicodedata.normalize("NFC", value))


def percent_encoded(url: str) -> str:
    """Return an address in ASCII.

    >>> percent_encoded("https://example.org/İ_%20")
    'https://example.org/%C4%B0_%20'
    """
    return NOT_ASCII.sub(lambda match: quote(match[0]), url)


def _command(letter: str) -> str:
    if letter in SIGNS:
        command = SIGNS[letter]
        return command if len(command) == 1 else f"{{{command}}}"
    if named := LETTERS.get(letter) or _cyrillic(letter):
        return f"{{{named}}}"
    apart = unicodedata.normalize("NFD", letter)
    if len(apart) != 2 or apart[1] not in ACCENTS:
        return letter
    return _accented(apart[0], ACCENTS[apart[1]]) or letter


def _cyrillic(letter: str) -> str | None:
    name = CYRILLIC.get(letter.lower())
    if name is None:
        return None
    return rf"\cyr{name}" if letter.islower() else rf"\CYR{name.upper()}"


def _accented(base: str, accent: str) -> str | None:
    if base.isascii():
        inner = rf"\{base}" if base in "ij" and accent not in "cdkb" else base
    else:
        inner = _cyrillic(base) or ""
    if not inner:
        return None
    if accent.isalpha() or inner.startswith("\\"):
        return rf"{{\{accent}{{{inner}}}}}"
    return rf"{{\{accent}{inner}}}"
