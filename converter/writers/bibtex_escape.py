r"""How a value survives BibTeX, TeX and every importer: escapes, addresses, and capitals that must stay.

A brace is written as a word (``\textbraceleft{}``), since BibTeX counts a brace behind a backslash too; so no
value can close its field, whatever it holds.
"""

from __future__ import annotations

import re

from converter.normalizers.urls import percent_encode_unsafe
from converter.writers.characters import FORBIDDEN, REPLACEMENT

SPECIAL = re.compile(r"[&%$#_{}~^\\]")
ESCAPES = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}

LINE_BREAKING = re.compile(r"[ \t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")

ENTRY_LIKE = re.compile(r"@(?=\w*[ \t]*\{)")
"""What some parsers take for the begin of an entry, wherever it stands: ``@word {``."""

NAME_BREAKING = re.compile(
    r"""
      (?<!\S) and (?!\S)    # Baron and Sons: parts two names
    | ,                     # parts family and given name
    """,
    re.VERBOSE | re.IGNORECASE,
)


def escape(value: str) -> str:
    r"""Return the value so that TeX prints it as it is, on one line.

    >>> escape("R&D at 5% {sic}")
    'R\\&D at 5\\% \\textbraceleft{}sic\\textbraceright{}'
    """
    return SPECIAL.sub(_escaped, on_one_line(value))


def on_one_line(value: str) -> str:
    """Return the value without line ends, double blanks and characters that no output may hold."""
    if value.isprintable() and "  " not in value:
        return value.strip(" ")
    return FORBIDDEN.sub(REPLACEMENT, LINE_BREAKING.sub(" ", value)).strip(" ")


def escape_stretch(stretch: str) -> str:
    """Escape a stretch of a value, its outer blanks kept."""
    return SPECIAL.sub(_escaped, stretch)


def _escaped(match: re.Match[str]) -> str:
    return ESCAPES[match[0]]


def escape_url(url: str) -> str:
    """Return an address as importers read it: raw, but without blanks, braces or backslashes.

    >>> escape_url("https://example.org/a_b%20{c}")
    'https://example.org/a_b%20%7Bc%7D'
    """
    return percent_encode_unsafe(url if url.isprintable() else LINE_BREAKING.sub("%20", url))


def escape_name_part(part: str) -> str:
    """Return a family or given name in which no comma and no ``and`` can be taken for BibTeX's own.

    >>> escape_name_part("Baron and Sons")
    'Baron {and} Sons'
    """
    return NAME_BREAKING.sub(r"{\g<0>}", escape(part))


def guard_entry_like(value: str) -> str:
    """Keep an ``@`` in front of a brace from being read as a new entry.

    >>> guard_entry_like("@home {NATO}")
    '{@}home {NATO}'
    """
    return ENTRY_LIKE.sub("{@}", value) if "@" in value else value
