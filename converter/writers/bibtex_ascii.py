r"""How letters beyond ASCII are written for a LaTeX that reads none (``--ascii``).

Each letter stands in braces of its own (``{\u{g}}``), which BibTeX counts as one letter of a word, also where
the word is protected by braces itself. Cyrillic wants the font encoding T2A, the schwa the package ``tipa``.
LaTeX has no capital Latin schwa; the Cyrillic one, which is printed alike, stands for it.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from converter.normalizers.latex_letters import ACCENTS, CYRILLIC, LETTERS, SIGNS

NOT_ASCII = re.compile(r"[^\x00-\x7f]")


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
