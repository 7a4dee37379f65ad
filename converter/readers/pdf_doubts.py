"""Whether the text of a PDF is one at all: scanned pages without text, fonts whose letters mean others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from string import ascii_letters

from converter.diagnostics import Code, Diagnostic
from converter.source import Source, Span

FEWEST_LETTERS = 12
"""Letters and figures on all pages; a file with fewer has no text."""

ENOUGH_LETTERS = 200
"""Latin letters from which on their shares say something."""

LARGEST_UNREADABLE = 0.08
"""Share of characters that stand for nothing, from which on the text is none."""

FEWEST_VOWELS, MOST_VOWELS = 0.24, 0.62
MOST_RARE = 0.12
"""Share of letters that are rare in every language in Latin letters."""

MOST_SIGNS = 0.06
"""Share of signs inside words, from which on letters are hidden behind them."""

SAMPLE = 4000
"""Characters that are looked at."""

LATIN = frozenset(ascii_letters).union(map(chr, range(ord("À"), ord("ɏ") + 1)))
VOWELS = frozenset("aeiouyäöüıəâîûàáèéêëìíòóôùúAEIOUYÄÖÜİƏÂÎÛÀÁÈÉÊËÌÍÒÓÔÙÚ")
RARE = frozenset("jqxwJQXW")
UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf076\uf0fc]")
"""Private characters of fonts of signs, which are bullets."""

UNKNOWN = re.compile(r"\w*\ufffd[\w\ufffd]*")
MOST_TOLD, LONGEST_SHOWN = 200, 60
LETTER = re.compile(r"[^\W_]")
SIGN_INSIDE = re.compile(r"[!#$&()*+<=>?@\[\\\]^`{|}~;:] (?<= [^\W_] . ) (?= [^\W_] )", re.VERBOSE)


def no_text(texts: Sequence[str]) -> Diagnostic | None:
    """Return the failure of a file without text."""
    if sum(1 for text in texts for _ in islice(LETTER.finditer(text), FEWEST_LETTERS)) >= FEWEST_LETTERS:
        return None
    return Code.NO_TEXT.at(None, count=len(texts))


def font_cipher(text: str) -> Diagnostic | None:
    """Return the failure of a text whose characters do not mean what is printed."""
    printed = len(text) - text.count(" ") - text.count("\n") - text.count("\r")
    unreadable = (
        0 if text.isascii() and text.isprintable() else len(UNREADABLE.findall(BULLETS.sub("", text)))
    )
    if unreadable > LARGEST_UNREADABLE * printed:
        return Code.FONT_CIPHER.at(None, share=round(100 * unreadable / printed))
    sample = text[:SAMPLE]
    counts = Counter(sample)
    letters = sum([count for letter, count in counts.items() if letter in LATIN])
    if letters < ENOUGH_LETTERS or letters < 0.5 * sum([counts[one] for one in counts if one.isalnum()]):
        return None
    vowels = sum([count for letter, count in counts.items() if letter in VOWELS]) / letters
    rare = sum([counts[letter] for letter in RARE]) / letters
    signs = len(SIGN_INSIDE.findall(sample)) / letters
    if FEWEST_VOWELS <= vowels <= MOST_VOWELS and signs <= MOST_SIGNS and rare <= MOST_RARE:
        return None
    return Code.FONT_CIPHER.at(None, share=100)


def unknown_letters(source: Source) -> Iterator[Diagnostic]:
    """Yield where letters are printed that the file does not name, word by word."""
    for match in islice(UNKNOWN.finditer(source.text), MOST_TOLD):
        yield Code.LETTER_UNKNOWN.at(Span(*match.span()), text=f"“{match[0][:LONGEST_SHOWN]}”")


def pages_without_text(texts: Sequence[str]) -> Diagnostic | None:
    """Return a finding that names the pages of a text that have none."""
    empty = [str(number) for number, text in enumerate(texts, 1) if not LETTER.search(text)]
    return Code.PAGE_WITHOUT_TEXT.at(None, pages=", ".join(empty)) if empty else None
