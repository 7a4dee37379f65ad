r"""The text behind a BibTeX value: delimiters, protecting braces and escapes undone.

Only what our writers and common tools write is undone; an unknown command stays as it is, so that comparing
fails rather than guesses.
"""

from __future__ import annotations

import re
import unicodedata

from converter.normalizers.latex_letters import ACCENTS, COMMANDS

NAMED = COMMANDS | {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textquotesingle": "'",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "j": "ȷ",
    "aa": "å",
    "AA": "Å",
}
MARKS = {command: mark for mark, command in ACCENTS.items()}
LATIN_SCHWA = re.compile(r"(?<=[A-Za-zÀ-ɏə])Ә|Ә(?=[A-Za-zÀ-ɏə])")
"""A capital schwa among Latin letters: LaTeX has one command for it and the Cyrillic one."""
COMMAND = re.compile(
    r"""
      \\(?P<special> [&%$\#_{}] )                              # \&
    | \\(?P<sign> ["'`^~=.] ) \{? (?P<signed> \\[A-Za-z]+ | [A-Za-z] ) \}?     # \"{a}, \'a, \.I, \'{\i}
    | \\(?P<letter> [uvcHkrdb] ) \{ (?P<lettered> \\[A-Za-z]+ | [A-Za-z] ) \} # \u{g}, \c{s}
    | \\(?P<name> [A-Za-z]+ ) (?![A-Za-z])
      (?: \{\} | [ ] )?                                      # \textbackslash{}
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
    return unicodedata.normalize("NFC", LATIN_SCHWA.sub("Ə", " ".join(text.split())))


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
        accent = MARKS[command["sign"] or command["letter"]]
        base = letter if letter in ("i", "j") or letter[0] != "\\" else NAMED.get(letter[1:], letter)
        return unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(base, base) + accent)
    return ""
