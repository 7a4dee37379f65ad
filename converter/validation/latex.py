r"""The text behind a BibTeX value: delimiters, protecting braces and escapes undone.

Only what our writers and common tools write is undone; an unknown command stays as it is, so that comparing
fails rather than guesses.
"""

from __future__ import annotations

import re
import unicodedata

NAMED = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textquotesingle": "'",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textendash": "–",
    "textemdash": "—",
    "i": "ı",
    "j": "ȷ",
    "ss": "ß",
    "l": "ł",
    "L": "Ł",
    "o": "ø",
    "O": "Ø",
    "ae": "æ",
    "AE": "Æ",
    "aa": "å",
    "AA": "Å",
}
ACCENTS = {
    '"': "\N{COMBINING DIAERESIS}",
    "'": "\N{COMBINING ACUTE ACCENT}",
    "`": "\N{COMBINING GRAVE ACCENT}",
    "^": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "~": "\N{COMBINING TILDE}",
    "=": "\N{COMBINING MACRON}",
    ".": "\N{COMBINING DOT ABOVE}",
    "u": "\N{COMBINING BREVE}",
    "v": "\N{COMBINING CARON}",
    "c": "\N{COMBINING CEDILLA}",
    "H": "\N{COMBINING DOUBLE ACUTE ACCENT}",
    "k": "\N{COMBINING OGONEK}",
}
COMMAND = re.compile(
    r"""
      \\(?P<special> [&%$\#_{}] )                              # \&
    | \\(?P<name> text[a-z]+ | ss | ae | AE | aa | AA | [ijlLoO] ) (?![A-Za-z])
      (?: \{\} | [ ] )?                                      # \textbackslash{}
    | \\(?P<sign> ["'`^~=.] ) \{? (?P<signed> \\?[A-Za-z] ) \}?           # \"{a}, \'a, \.I
    | \\(?P<letter> [uvcHk] ) \{ (?P<lettered> \\?[A-Za-z] ) \}           # \u{g}
    | (?P<brace> [{}] )
    """,
    re.VERBOSE,
)


def plain_value(raw: str) -> str:
    r"""Return the text that a raw value stands for.

    >>> plain_value(r"{{ARAS} \& \textbraceleft{}x\textbraceright{} {\"A}\u{g}}")
    'ARAS & {x} Äğ'
    """
    stripped = raw.strip()
    if stripped[:1] == '"' and stripped[-1:] == '"':
        stripped = stripped[1:-1]
    text = COMMAND.sub(_undone, stripped)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def braces_balance(raw: str) -> bool:
    r"""Say whether the braces pair as BibTeX counts them: one behind a backslash counts too.

    >>> braces_balance("{a {b} c}"), braces_balance(r"{a \{ c}")
    (True, False)
    """
    depth = 0
    for brace in re.findall(r"[{}]", raw):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _undone(command: re.Match[str]) -> str:
    """Return the text of one command or brace."""
    if command["special"]:
        return command["special"]
    if command["name"]:
        return NAMED.get(command["name"], command[0])
    letter = command["signed"] or command["lettered"]
    if letter:
        accent = ACCENTS[command["sign"] or command["letter"]]
        return unicodedata.normalize("NFC", letter.lstrip("\\") + accent)
    return ""
