"""Which labels are those of notes, where headings, lists and opening markers have the same form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.labels import ANSWERS, FIGURES_ONLY, Mark, Start
from converter.analysis.passages import Passage
from converter.analysis.wording import ends_sentence

LONGEST_TITLE = 100
"""Characters of the title of a section that stands over its notes."""

DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}\b")
SHORTEST_CHAIN = 2
"""Labels of a list of notes that another may be missing from."""

MOST_BEHIND = 3
"""Lines behind a list of notes that may begin with a figure."""

MOST_BETWEEN = 2
"""Passages between two numberings of one list of notes."""


def last_chains(
    starts: Sequence[Start], style: str | None, marks: Sequence[Mark], passages: Sequence[Passage]
) -> list[Start]:
    """Keep the last run of plain figures: headings and lists before it have their own numbers.

    Where the marks begin anew, a run before it may be one of notes as well.
    """
    if style not in FIGURES_ONLY:
        return list(starts)
    own = [start for start in starts if start.style == style]
    chain, rest = _last_chain(own)
    kept = {start.passage for start in chain}
    answers = [mark for mark in marks if mark.style in ANSWERS[style]]
    while chain and rest:
        before, rest = _last_chain(rest)
        if not _is_list_of_notes(before, chain, answers, passages):
            break
        kept.update(start.passage for start in before)
        chain = before
    return [start for start in starts if start.style != style or start.passage in kept]


def _last_chain(starts: Sequence[Start]) -> tuple[list[Start], Sequence[Start]]:
    """Return the last labels that count up, and what stands before them.

    A few lines behind the notes may begin with a figure, too (``3a Mill Street``): where a longer list ends
    before such a line, and not a whole one, it is the list.
    """
    best = _chain_to(starts)
    for end in range(len(starts) - 1, max(len(starts) - MOST_BEHIND, 0) - 1, -1):
        other = _chain_to(starts[:end])
        if _passes_over(best[0], starts) and len(other[0]) > len(best[0]):
            best = other
    return best


def _passes_over(chain: Sequence[Start], starts: Sequence[Start]) -> bool:
    """Tell whether a label between the first and the last of a list is not in it."""
    between = sum(chain[0].passage <= start.passage <= chain[-1].passage for start in starts)
    return between > len(chain)


def _chain_to(starts: Sequence[Start]) -> tuple[list[Start], Sequence[Start]]:
    """Return the labels that count up to the last one, and what stands before them."""
    chain: list[Start] = []
    for at in range(len(starts) - 1, -1, -1):
        start = starts[at]
        if chain and int(start.label) >= int(chain[0].label):
            if int(chain[0].label) == 1:
                return chain, starts[: at + 1]
            continue
        chain.insert(0, start)
    return chain, ()


def _is_list_of_notes(
    chain: Sequence[Start], following: Sequence[Start], marks: Sequence[Mark], passages: Sequence[Passage]
) -> bool:
    """Tell whether labels before a list of notes are one too: the marks that answer to it begin anew.

    They do so behind it, or, where both stand in one list, somewhere in the text.
    """
    first, last = chain[0], chain[-1].passage
    before = {mark.label for mark in marks if mark.passage < first.passage}
    if int(first.label) > 1 or not before.issuperset(start.label for start in chain):
        return False
    between = passages[last + 1 : following[0].passage]
    together = len(between) <= MOST_BETWEEN and all(
        len(passage.text) <= LONGEST_TITLE and not ends_sentence(passage.text) for passage in between
    )
    anew = [mark for mark in marks if mark.label == first.label and (together or mark.passage > last)]
    return len(anew) > together


LETTERS = (
    "abcdefgh",
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
)
"""How notes count that are lettered, or numbered in Roman figures."""


def lettered_chain(starts: Sequence[Start], marks: Sequence[Mark]) -> list[Start]:
    """Leave out the letters that do not count from the first, each with a mark in the text before it."""
    if all(start.style != "alpha" for start in starts):
        return [*starts]
    first: dict[str, int] = {}
    for mark in marks:
        if mark.style in ANSWERS["alpha"]:
            first.setdefault(mark.label, mark.passage)
    kept: set[int] = set()
    for letters in LETTERS:
        expected = iter(letters)
        label = next(expected)
        for start in starts:
            if (
                start.style == "alpha"
                and start.label == label
                and first.get(label, start.passage) < start.passage
            ):
                kept.add(start.passage)
                label = next(expected, "")
    return [start for start in starts if start.style != "alpha" or start.passage in kept]


def with_dates_behind(starts: Sequence[Start], style: str | None, passages: Sequence[Passage]) -> list[Start]:
    """Add the labels that are glued to a date: where note 257 is missing, ``25715/04/2013`` begins it."""
    if style != "bare" or len(starts) < SHORTEST_CHAIN:
        return [*starts]
    found: list[Start] = []
    ends = [start.passage for start in starts[1:]] + [len(passages)]
    for start, end in zip(starts, ends, strict=True):
        found.append(start)
        for number in range(start.passage + 1, end if start.style == style else 0):
            label = str(int(found[-1].label) + 1)
            if passages[number].text.startswith(label) and DATE.match(passages[number].text, len(label)):
                found.append(Start(number, style, label, len(label)))
    return found


def without_openings(
    starts: Sequence[Start], style: str | None, marks: Sequence[Mark]
) -> tuple[list[Start], list[Start]]:
    """Part labels from markers that open a paragraph: such a one stands alone, and again among the notes.

    A list of notes counts up; a marker that opens a paragraph neither continues one nor is continued, and no
    marker before it has its label.
    """
    own = [start for start in starts if start.style == style and start.label.isdecimal()]
    numbers = [None, *(int(start.label) for start in own), None]
    chained = {}  # label → the last passage where it stands in a list that counts up
    alone: list[Start] = []
    for start, before, following in zip(own, numbers, numbers[2:], strict=False):
        number = int(start.label)
        if before == number - 1 or following == number + 1:
            chained[start.label] = start.passage
        else:
            alone.append(start)
    alone = [start for start in alone if chained.get(start.label, -1) > start.passage]
    dropped = {start.passage for start in alone if not _is_answered(start, own, marks)}
    kept = [start for start in starts if start.passage not in dropped]
    return kept, [start for start in starts if start.passage in dropped]


def _is_answered(start: Start, starts: Sequence[Start], marks: Sequence[Mark]) -> bool:
    """Tell whether a marker with its label stands between it and the label before it that is the same."""
    before = max(
        (one.passage for one in starts if one.label == start.label and one.passage < start.passage),
        default=-1,
    )
    return any(mark.label == start.label and before < mark.passage < start.passage for mark in marks)
