"""Pages that are read from right to left: their letters are put in order by where they stand.

What the file gives in its own order is seldom that of reading, since programs draw such text in pieces from
the left. Places are mirrored, so that all that is said of left and right elsewhere holds here, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import bidirectional, combining, normalize

from converter.readers.pdf_styles import Style

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LETTER = re.compile(r"[^\W\d_]")
LEAST = 0.3
"""Share of such letters from which on a page is read from right to left."""

SAME_LINE, SAME_PLACE = 0.3, 0.1
"""Distance of base lines, and of the beginnings of letters, in sizes of the font."""

SMALL, RAISED = 0.87, 0.62
"""Size of a raised letter, as a share of that of its line, and its height over the base line, in sizes."""

APART, WORD_GAP = 1.3, 0.14
"""Gaps in sizes of the font: between two pieces of a page, between two words."""

NEAR, LONGEST = 6, 400
"""Lines near a place that are looked at, and characters between two brackets."""

LAM, ALEFS = "\u0644", frozenset("\u0622\u0623\u0625\u0627\u0671")
"""Letters that are one sign together; which of them a file names first says nothing."""

FORWARD = frozenset({"L", "EN", "AN"})
"""Kinds of characters that stand from left to right within the text."""

JOINTS = frozenset(".,:/-–٫٬")
"""What joins two figures to one number."""

STOPS = re.compile("[،؛]")
"""Signs that part even what is written from left to right."""

FROM_THE_RIGHT = re.compile(r"^[\[\](]?\d{1,3}[\[\]).]*\s|[^\W\d_].*[.؟،]$")
"""A label at the right edge, or a stop at the left: other scripts in a line that runs to the left."""

PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
CLOSING = {close: opening for opening, close in PAIRS.items()}


class Letter(NamedTuple):
    """A character, its place (mirrored) and style, and its number on the page."""

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    number: int
    raised: bool = False


def runs_right_to_left(text: str) -> bool:
    """Tell whether the text of a page is read from right to left."""
    if not RIGHT_TO_LEFT.search(text):
        return False
    return len(RIGHT_TO_LEFT.findall(text)) > LEAST * len(LETTER.findall(text))


def plain_letter(text: str) -> str:
    """Return a letter without the form that it has between its neighbours.

    >>> plain_letter("\ufe91")
    'ب'
    """
    return normalize("NFKC", text) if "\ufb1d" <= text <= "\ufefc" else text


def pieces_in_order(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Yield what stands on one line without a wide gap, in the order of reading, with blanks."""
    once = list(_printed_once(letters))
    bases = [one for one in once if not combining(one.text[0])] or once
    rows = [sorted(row, key=_left) for row in _rows(bases)]
    marks = _marks_by_letter(rows, [one for one in once if combining(one.text[0])] if bases != once else [])
    for row in rows:
        piece: list[Letter] = []
        for one in row:
            gap = one.x0 - piece[-1].x1 if piece else 0.0
            if gap > APART * one.style.size:
                yield _in_order(piece, marks)
                piece = []
            elif piece and gap > WORD_GAP * min(one.style.size, piece[-1].style.size):
                before = piece[-1]
                piece.append(Letter(" ", before.x1, one.x0, before.y, before.style, before.number))
            piece.append(one)
        yield _in_order(piece, marks)


def _left(letter: Letter) -> float:
    return letter.x0


def _marks_by_letter(rows: Sequence[Sequence[Letter]], marks: Sequence[Letter]) -> dict[int, list[Letter]]:
    """Return the marks by the numbers of the letters that they stand over."""
    found: dict[int, list[Letter]] = {}
    ordered = sorted(rows, key=lambda row: row[0].y)
    heights = [row[0].y for row in ordered]
    for mark in marks:
        at = bisect_left(heights, mark.y)
        near = [_nearest(row, mark) for row in ordered[max(at - NEAR, 0) : at + NEAR]]
        letter = min(near, key=lambda one: abs(one.y - mark.y) + _apart(one, mark))
        found.setdefault(letter.number, []).append(mark)
    return found


def _nearest(row: Sequence[Letter], mark: Letter) -> Letter:
    at = bisect_left(row, mark.x0, key=_left)
    return min(row[max(at - 2, 0) : at + 2], key=lambda one: abs(one.x0 + one.x1 - mark.x0 - mark.x1))


def _apart(letter: Letter, mark: Letter) -> float:
    """Return how far a mark stands beside a letter."""
    return max(letter.x0 - mark.x1, mark.x0 - letter.x1, 0.0)


def _printed_once(letters: Sequence[Letter]) -> Iterator[Letter]:
    """Yield letters without those that a file names again at their place, as it may for every part of one."""
    places: dict[str, list[Letter]] = {}
    for one in letters:
        near = places.setdefault(one.text, [])
        size = one.style.size
        if not any(
            abs(one.x0 - other.x0) < SAME_PLACE * size and abs(one.y - other.y) < RAISED * size
            for other in near[-8:]
        ):
            near.append(one)
            yield one


def _rows(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Return the letters by base lines; raised figures with the line that they stand in."""
    rows: list[list[Letter]] = []
    for one in sorted(letters, key=lambda letter: (-letter.y, letter.x0)):
        near = SAME_LINE if not rows or one.style.size > SMALL * rows[-1][0].style.size else SAME_LINE / 2
        if rows and rows[-1][0].y - one.y <= near * one.style.size:
            rows[-1].append(one)
        else:
            rows.append([one])
    sizes = [max(one.style.size for one in row) for row in rows]
    raised: set[int] = set()
    for number, (size, row) in enumerate(zip(sizes, rows, strict=True)):
        below = [
            rows[other]
            for other in range(number + 1, min(number + 1 + NEAR, len(rows)))
            if size < SMALL * sizes[other] and row[0].y - rows[other][0].y < RAISED * sizes[other]
        ]
        if below:
            line = min(below, key=lambda other: _distance(row, other))
            line.extend([one._replace(raised=True) for one in row])
            raised.add(number)
    return [row for number, row in enumerate(rows) if number not in raised]


def _distance(row: Sequence[Letter], other: Sequence[Letter]) -> float:
    return min(abs(one.x0 - row[0].x0) for one in other)


def _in_order(piece: Sequence[Letter], marks: Mapping[int, Sequence[Letter]]) -> list[Letter]:
    """Return a piece in the order of reading, the marks behind the letters that they stand over."""
    ordered = _mirrored(_turned(_joined(piece)))
    return [
        one
        for letter in ordered
        for one in (letter, *(marks.get(letter.number, ()) if letter.text != " " else ()))
    ]


def _joined(piece: Sequence[Letter]) -> list[Letter]:
    """Put a lam before the alef that stands at the same place."""
    found = list(piece)
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if first.text in ALEFS and second.text == LAM and abs(first.x0 - second.x0) < 0.05 * first.style.size:
            found[at], found[at + 1] = second, first
    return found


def _turned(piece: list[Letter]) -> list[Letter]:
    """Turn what is written from left to right: numbers, words of other scripts, and what stands between."""
    kinds = [bidirectional(one.text[0]) for one in piece]
    text = "".join([one.text for one in piece])
    if not any(kind in ("R", "AL") for kind in kinds) and not FROM_THE_RIGHT.search(text):
        return piece[::-1]
    found: list[Letter] = []
    at = 0
    while at < len(piece):
        end = _end_of_run(piece, kinds, at) if kinds[at] in FORWARD else at + 1
        found += piece[at:end][::-1]
        at = end
    return found


def _end_of_run(piece: Sequence[Letter], kinds: Sequence[str], start: int) -> int:
    """Return where a stretch ends that is written from left to right."""
    end = start + 1
    has_letters = kinds[start] == "L"
    for at in range(start + 1, len(piece)):
        if kinds[at] in ("R", "AL") or piece[at].raised != piece[start].raised:
            break
        if kinds[at] in FORWARD:
            between = "".join(one.text for one in piece[end:at])
            has_letters = has_letters or kinds[at] == "L"
            if not (has_letters or not between or between in JOINTS) or STOPS.search(between):
                break
            end = at + 1
    return end


def _mirrored(piece: Sequence[Letter]) -> list[Letter]:
    """Let brackets open before they close: whether their signs were mirrored differs from file to file."""
    found = list(piece)
    opened: dict[str, int] = {}
    for at, one in enumerate(found):
        if one.text in PAIRS:
            opened[one.text] = at
        elif one.text in CLOSING and CLOSING[one.text] in opened:
            del opened[CLOSING[one.text]]
        elif one.text in CLOSING:
            other = next(
                (
                    n
                    for n in range(at + 1, min(at + LONGEST, len(found)))
                    if found[n].text == CLOSING[one.text]
                ),
                None,
            )
            if other is not None:
                found[at], found[other] = (
                    one._replace(text=CLOSING[one.text]),
                    found[other]._replace(text=one.text),
                )
                opened[CLOSING[one.text]] = at
    return found
