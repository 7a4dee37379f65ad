"""Which lines of a plain list are references: the number before each set aside, blank lines left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
NUMBER = re.compile(
    r"""
    \s* (?:
        \[ \s* \d{1,4} \s* \] | \( \d{1,4} \)                           # [1]  (1)
      | \d{1,3} (?: \. | \) | \.\) ) (?= \s | [^\W\d_] )                # 1.  1)
      | [•●◦▪■‣*·] (?=\s) | [-–—] (?=\s+ [^\s\d-] ) | \d{1,3} \t
    ) \s*
    """,
    re.VERBOSE,
)


class Line(NamedTuple):
    """A line of a list: its number (from 1), the place of its text behind the printed label, the label."""

    number: int
    start: int
    end: int
    label: str | None


def find_lines(text: str) -> Iterator[Line]:
    r"""Yield the lines that hold something, in order.

    >>> [(line.label, line.start, line.end) for line in find_lines("[1] One.\n\n  2. Two.\n- Three.")]
    [('[1]', 4, 8), ('2.', 15, 19), ('-', 22, 28)]
    """
    begins = 0
    number = 1
    for match in LINE.finditer(text):
        number += _ends(text, begins, match.start())
        start, end = match.span()
        begins = end
        label = NUMBER.match(text, start, end)
        printed = label[0].strip() if label and label.end() < end else None
        if label and printed:
            start = label.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        if start < end:
            yield Line(number, start, end, printed)


def _ends(text: str, start: int, end: int) -> int:
    return len(LINE_END.findall(text, start, end))


LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
