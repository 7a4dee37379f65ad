"""How the lines of a PDF begin and end: bullets, numbers, labels, words and addresses that go on."""

from __future__ import annotations

import re

from converter.normalizers.language_scripts import is_dense
from converter.readers.pdf_lines import Line
from converter.readers.pdf_measures import INDENT

WIDE_LETTERS = 1.15
"""By how much the letters of a word may be wider than those of its line."""

BULLET = re.compile(r"[•●▪◦‣∙■□–—*·-]\s+\S|[\uf0a7\uf0b7]")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")
TYPED_NOTE = re.compile(r"\[\^?[\w*]{1,4}\]\s*\S|\d{1,3}\s+[^\W\d_a-z]")
COUNTED = re.compile(r"(?P<number>\d{1,3})(?:\s+(?=\S)|(?=[^\W\d_a-z]|[“„«\"‘]))")

CUTS = frozenset("-\u2010/=&_%")
"""The end of a line that a word or an address goes on behind."""

ENDS, CLOSERS = ".!?…。？！؟۔։", '”"»’)]¹²³⁴⁵⁶⁷⁸⁹⁰0123456789'
SHORT = 0.4
"""Share of the column that a line leaves free if it stands alone."""


def counts_on(first: Line, line: Line) -> bool:
    """Tell whether a line begins with the number behind the one that a paragraph begins with, below it."""
    number, following = COUNTED.match(first.text), COUNTED.match(line.text)
    if number is None or following is None or abs(first.x0 - line.x0) > INDENT * line.size:
        return False
    return int(following["number"]) == int(number["number"]) + 1


def stands_alone(before: Line, line: Line) -> bool:
    """Know a short line behind a sentence for a heading or a label: no sentence ends with it."""
    end, text = before.text.rstrip().rstrip(CLOSERS)[-1:], line.text.strip()
    short = line.right - line.x1 > SHORT * (line.right - line.left) and len(text) > 1
    return short and end in ENDS and not text[0].islower() and text.rstrip(CLOSERS)[-1:] not in ENDS


def is_cut(line: Line) -> bool:
    """Tell whether a word or an address goes on behind the end of a line."""
    end = line.text.rstrip()
    return end[-1:] in CUTS and not end[-2:-1].isspace()


def may_hang(line: Line) -> bool:
    """Tell whether the lines after this one may be indented: it begins with a label or bullet."""
    text = line.text
    return bool(BULLET.match(text) or NUMBER.match(text) or TYPED_NOTE.match(text) or line.glyphs[0].raised)


def first_word(line: Line) -> float:
    """Return the width of the first word, as even letters have it."""
    text = line.text.lstrip()
    length = 1 if is_dense(text[:1]) else text.find(" ")
    share = (length if length > 0 else len(text)) / max(len(text), 1)
    return WIDE_LETTERS * share * (line.x1 - line.x0)
