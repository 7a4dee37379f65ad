"""Which style of labels is that of the notes: the one that the marks in the text answer to."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.captions import caption_kind
from converter.analysis.label_chains import last_chains, lettered_chain, with_dates_behind, without_openings
from converter.analysis.labels import (
    ANSWERS,
    FIGURES_ONLY,
    MARK_SIGNS,
    WEAK,
    Mark,
    Plan,
    Start,
    find_glued,
    find_lettered,
    find_marks,
    find_start,
    is_behind_figure,
)
from converter.analysis.passages import Passage


def plan_notes(passages: Sequence[Passage]) -> Plan:
    """Decide which style of labels are notes, by how well the marks in the text answer to each."""
    starts, marks = _candidates(passages)
    if any(start.style == "alpha" for start in starts):
        marks = _with_lettered(starts, marks, passages)
    starts = lettered_chain(starts, marks)
    style = _best_style(starts, marks, passages)
    if starts and (style is None or _answered(style, starts, marks) < _counted(starts)):
        style, marks = _with_glued(style, starts, marks, passages)
    starts = last_chains(_without_credits(starts, marks, passages), style, marks, passages)
    starts, dropped = without_openings(with_dates_behind(starts, style, passages), style, marks)
    marks = _with_openings(dropped, style, marks, passages)
    others = _answered_labels("bracket", [start for start in starts if not start.label.isdecimal()], marks)
    chosen = {
        start.passage: start for start in starts if start.style in (style, "star") or start.passage in others
    }
    return Plan(style, chosen, marks)


def _candidates(passages: Sequence[Passage]) -> tuple[list[Start], list[Mark]]:
    """Return all that looks like a label or a mark."""
    starts: list[Start] = []
    marks: list[Mark] = []
    whole = "\n".join([passage.text for passage in passages])
    signs = [sign for sign in MARK_SIGNS if sign in whole]
    for number, passage in enumerate(passages):
        start = None if passage.note else find_start(number, passage)
        if start:
            starts.append(start)
        marks += find_marks(number, passage, start.end if start else 0, signs)
    if any(passage.note for passage in passages):  # other bare figures are of a list or a heading
        starts = [start for start in starts if start.style not in WEAK]
    return starts, marks


def _with_openings(
    dropped: Sequence[Start], style: str | None, marks: list[Mark], passages: Sequence[Passage]
) -> list[Mark]:
    """Add the markers that paragraphs begin with; figures in frames mean nothing where no label has one."""
    for start in dropped:
        found = find_marks(start.passage, passages[start.passage], 0)
        marks += [mark for mark in found if mark.start < start.end]
    if dropped:
        marks.sort(key=lambda mark: (mark.passage, mark.start))
    return marks if style == "framed" else [mark for mark in marks if mark.style != "framed"]


def _counted(starts: Sequence[Start]) -> int:
    """Return how many labels of plain figures count up from 1 at the end of the text; 1 if none do."""
    numbers = [int(start.label) for start in starts if start.style in FIGURES_ONLY]
    expected = list(range(1, len(numbers) + 1))
    return next(
        (len(numbers) - at for at in range(len(numbers)) if numbers[at:] == expected[: len(numbers) - at]), 1
    )


def _without_credits(starts: list[Start], marks: Sequence[Mark], passages: Sequence[Passage]) -> list[Start]:
    """Leave out starred lines that say whose a picture is, where no other star answers to them alone."""
    stars = [start for start in starts if start.style == "star"]
    lines = [one for one in stars if caption_kind(passages[one.passage].text[one.end :])]
    if not lines:
        return starts
    others = {start.label for start in stars if start not in lines}
    marked = {mark.label for mark in marks if mark.style == "star"} - others
    return [start for start in starts if start not in lines or start.label in marked]


def _with_lettered(starts: Sequence[Start], marks: Sequence[Mark], passages: Sequence[Passage]) -> list[Mark]:
    """Add letters glued to stops, which are marks where notes have letters for labels."""
    begins = {start.passage: start.end for start in starts}
    found = [
        mark
        for number, passage in enumerate(passages)
        for mark in find_lettered(number, passage, begins.get(number, 0))
    ]
    return sorted([*marks, *found], key=lambda mark: (mark.passage, mark.start))


def _with_glued(
    style: str | None, starts: Sequence[Start], marks: list[Mark], passages: Sequence[Passage]
) -> tuple[str | None, list[Mark]]:
    """Take figures glued to words as marks where nothing else answers to the labels."""
    begins = {start.passage: start.end for start in starts}
    labels = frozenset(start.label for start in starts)
    glued = [
        mark
        for number, passage in enumerate(passages)
        for mark in find_glued(number, passage, begins.get(number, 0), labels)
    ]
    glued = _without_decimals(glued, passages)
    together = sorted([*marks, *glued], key=lambda mark: (mark.passage, mark.start))
    glued_style = _best_style(starts, together, passages)
    before = _answered(style, starts, marks) if style else 0
    if glued_style and _answered(glued_style, starts, together) > before:
        return glued_style, together
    return style, marks


def _without_decimals(glued: list[Mark], passages: Sequence[Passage]) -> list[Mark]:
    """Leave out the ends of numbers (``$2.4 million``): what may end one is a mark only behind a sentence.

    It is none either where figures on a word have the same label.
    """
    behind_words = {
        mark.label for mark in glued if not is_behind_figure(passages[mark.passage].text, mark.start)
    }
    return [
        mark
        for mark in glued
        if not is_behind_figure(passages[mark.passage].text, mark.start)
        or (mark.label not in behind_words and _ends_sentence(passages[mark.passage].text, mark.end))
    ]


def _ends_sentence(text: str, end: int) -> bool:
    """Tell whether a sentence, or the passage, may end here."""
    following = text[end:].lstrip(" \n\t\xa0“\"«„‘'(")[:1]
    return not following or not (following.islower() or following.isdecimal() or following in "%°–-")


def _best_style(starts: Sequence[Start], marks: Sequence[Mark], passages: Sequence[Passage]) -> str | None:
    """Return the style with the most labels that a mark before them answers to."""
    scores: dict[str, float] = {}
    by_style: dict[str, list[Start]] = {}
    for start in starts:
        by_style.setdefault(start.style, []).append(start)
    for style in ANSWERS:
        own = by_style.get(style)
        if not own:
            continue
        answered: float = _answered(style, own, marks)
        if style in ("caret", "bracket", "raised"):
            answered += 0.5 * len(own)
        elif answered == 0 and not marks and _tail_ascending(own, passages):
            answered = 0.4 * len(own)
        scores[style] = answered
    best = max(scores, key=lambda style: scores[style], default=None)
    return best if best and scores[best] > 0 else None


def _answered(style: str, starts: Sequence[Start], marks: Sequence[Mark]) -> int:
    """Count the labels of a style that a mark in an earlier passage answers to."""
    return len(_answered_labels(style, starts, marks))


def _answered_labels(style: str, starts: Sequence[Start], marks: Sequence[Mark]) -> set[int]:
    """Return the passages of these labels."""
    first: dict[str, int] = {}
    for mark in marks:
        if mark.style in ANSWERS[style]:
            first.setdefault(mark.label, mark.passage)
    return {
        start.passage
        for start in starts
        if start.style == style and first.get(start.label, start.passage) < start.passage
    }


def _tail_ascending(starts: Sequence[Start], passages: Sequence[Passage]) -> bool:
    """Tell whether the labels run 1, 2, 3 … and most stand before a source's address."""
    labels = [start.label for start in starts]
    in_order = labels == [str(number) for number in range(1, len(labels) + 1)]
    sourced = sum("http" in passages[start.passage].text for start in starts)
    return in_order and len(labels) >= 2 and sourced * 2 >= len(labels)
