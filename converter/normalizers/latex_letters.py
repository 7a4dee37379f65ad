"""Which commands LaTeX has for letters beyond ASCII: one table for those that write and those that read."""

from __future__ import annotations

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


COMMANDS = {
    command.removeprefix("\\"): letter
    for table in (SIGNS, LETTERS)
    for letter, command in table.items()
    if command.startswith("\\") and command[1:].isalpha()
}
"""Name of a command → what it prints."""
COMMANDS |= {f"cyr{name}": letter for letter, name in CYRILLIC.items()}
COMMANDS |= {f"CYR{name.upper()}": letter.upper() for letter, name in CYRILLIC.items()}
