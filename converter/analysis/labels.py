"""Which passages begin like a note, which marks may refer to one, and which of the styles is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from converter.analysis.passages import Passage
from converter.normalizers.labels import FIGURES
from converter.normalizers.spaces import places_of

NOTE_START = re.compile(
    r"""
      \[\^ (?P<caret> [\w-]{1,40} ) \]:?\s*                             # [^1]: Author
    | \[\s* (?P<bracket> \d{1,4} | [ivxlc]{1,6} | \*{1,3} ) \s*\]\s*[.:]?\s*  # [1] Author   [1] . Author
    | \( (?P<paren> \d{1,3} ) \)\s*                                     # (1) Author
    | (?P<raised> [⁰¹²³⁴-⁹]{1,4} )\s*                                   # ¹ Author
    | (?P<star> \*{1,3} | [†‡] )\s*(?=\S)                               # * The author is ...
    | (?P<dot> \d{1,3} )\s?(?:\.|[-–])\s+(?=\S)                         # 1. Author   1 - Author
    | (?P<close> \d{1,3} )\)\s+                                         # 1) Author
    | (?P<bare> \d{1,3} )(?:\s+(?=\S)|(?=[^\W\d_]))                     # 1 Author   246Author
    """,
    re.VERBOSE,
)
MAY_START = frozenset("[(*†‡0123456789¹²³⁰ⁱ⁲⁳⁴⁵⁶⁷⁸⁹")

MARK = re.compile(
    r"""
      \[\^ (?P<caret> [\w-]{1,40} ) \]                                          # [^1]
    | \[\s* (?P<bracket> \d{1,4} | [ivxlc]{1,6} | \*{1,3} ) \s*\]               # [1]
    | (?<! [\d\s(]m ) (?<! \b[kcdmµ]m ) (?<! \d[kcdmµ]m ) (?<! \bmc ) (?<! \bft )  # not km², m³, mc²
      (?P<raised> [⁰¹²³⁴-⁹]{1,4} )                                              # ¹
    | \( (?P<paren> \d{1,3} ) \)                                                # (1)
    | (?<=[^\W_]) (?P<star> \*{1,3} | [†‡] ) (?![*\w])                          # Title*
    """,
    re.VERBOSE,
)
MARK_SIGNS = "[(⁰¹²³⁴⁵⁶⁷⁸⁹*†‡"
"""Every mark begins with one of these, and prose has few of them."""
GLUED = re.compile(
    r"""
      (?<=[^\W\d_]) (?P<word> \d{1,3} ) (?=[\s.,;:!?)”"’»]|$)      # relations1 and
    | (?<=[.,;:!?”"’»)]) (?P<stop> \d{1,3} ) (?=\s|$)              # relations.1 Next   1990.1 Next
    """,
    re.VERBOSE,
)
RAISED_LABEL = re.compile(r"\d{1,4}|\*{1,3}|[ivxlc]{1,5}")

ANSWERS = {
    "caret": ("caret",),
    "bracket": ("bracket", "raised", "paren", "glued"),
    "paren": ("paren", "raised", "glued", "bracket"),
    "raised": ("raised", "bracket", "glued", "paren"),
    "dot": ("bracket", "raised", "paren", "glued"),
    "close": ("bracket", "raised", "paren", "glued"),
    "bare": ("raised", "glued", "bracket", "paren"),
}
"""Style of the notes' labels → styles of marks that may answer to it, the likeliest first."""


WEAK = frozenset({"dot", "close", "bare", "paren"})
"""Styles of labels that headings and lists have as well."""


class Start(msgspec.Struct, frozen=True, gc=False):
    """A passage that begins with something like a note's label."""

    passage: int
    style: str
    label: str
    end: int
    """Where the label ends and the note's text begins."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """Something in running text that may refer to a note."""

    passage: int
    style: str
    label: str
    start: int
    end: int


class Plan(msgspec.Struct, frozen=True, gc=False):
    """How the notes of a document are labelled: the style of labels and of marks."""

    style: str | None
    starts: dict[int, Start]
    """Passage number → its label, in the chosen style (and starred ones)."""
    marks: list[Mark]
    """All candidates outside the labels themselves, in reading order."""


def find_start(number: int, passage: Passage) -> Start | None:
    """Return the label that a passage begins with, if any."""
    text = passage.text
    if text[0] not in MAY_START and not text[0].isdecimal():
        return None
    match = NOTE_START.match(text)
    if match is None or (match.end() >= len(text) and match.lastgroup in ("bare", "star")):
        return None
    style = match.lastgroup or ""
    if style == "bare" and "superscript" in passage.flow.run_at(0).marks:
        style = "raised"
    return Start(number, style, match[match.lastgroup or 0].translate(FIGURES), match.end())


def opens_with_label(text: str) -> bool:
    """Tell whether a text begins like a note."""
    return (text[:1] in MAY_START or text[:1].isdecimal()) and NOTE_START.match(text) is not None


def find_marks(number: int, passage: Passage, begin: int, signs: Sequence[str] = MARK_SIGNS) -> list[Mark]:
    """Return what may be a marker, from an offset on, in reading order; ``signs`` are those to look for."""
    text = passage.text
    marks: list[Mark] = []
    end = begin
    for at in places_of(signs, text, begin):
        match = MARK.match(text, at) if at >= end else None
        if match:
            end = match.end()
            style = match.lastgroup or ""
            marks.append(Mark(number, style, match[style].translate(FIGURES), at, end))
    if passage.flow.is_raised:
        marks += _raised_marks(number, passage, begin)
        marks.sort(key=lambda mark: mark.start)
    return marks


def _raised_marks(number: int, passage: Passage, begin: int) -> Iterator[Mark]:
    """Yield the runs that the format itself raises or calls a marker, where they hold no bracketed mark."""
    for start, end, run in passage.flow.run_places():
        if start < begin or not (run.marker or "superscript" in run.marks):
            continue
        label = passage.text[start:end].strip("[]() ")
        if RAISED_LABEL.fullmatch(label) and not MARK.search(passage.text, start, end):
            yield Mark(number, "raised", label, start, end)


def find_glued(number: int, passage: Passage, begin: int) -> Iterator[Mark]:
    """Yield figures glued to a word or a stop; only a complete sequence of them means anything."""
    for match in GLUED.finditer(passage.text, begin):
        group = match.lastgroup or ""
        yield Mark(number, "glued", match[group], match.start(), match.end())


def plan_notes(passages: Sequence[Passage]) -> Plan:
    """Decide which style of labels are notes, by how well the marks in the text answer to each."""
    starts: list[Start] = []
    marks: list[Mark] = []
    whole = "\n".join([passage.text for passage in passages])
    signs = [sign for sign in MARK_SIGNS if sign in whole]
    for number, passage in enumerate(passages):
        start = None if passage.note else find_start(number, passage)
        if start:
            starts.append(start)
        marks += find_marks(number, passage, start.end if start else 0, signs)
    if any(
        passage.note for passage in passages
    ):  # what else begins with a bare figure is a list or a heading
        starts = [start for start in starts if start.style not in WEAK]
    style = _best_style(starts, marks, passages)
    if starts and (style is None or not _answered(style, starts, marks)):
        style, marks = _with_glued(style, starts, marks, passages)
    starts, dropped = _without_openings(_final_chain(starts, style), style)
    for start in dropped:  # a paragraph that begins with a marker
        marks += [
            mark for mark in find_marks(start.passage, passages[start.passage], 0) if mark.start < start.end
        ]
    if dropped:
        marks.sort(key=lambda mark: (mark.passage, mark.start))
    chosen = {start.passage: start for start in starts if start.style in (style, "star")}
    return Plan(style, chosen, marks)


def _with_glued(
    style: str | None, starts: Sequence[Start], marks: list[Mark], passages: Sequence[Passage]
) -> tuple[str | None, list[Mark]]:
    """Take figures glued to words as marks where nothing else answers to the labels."""
    begins = {start.passage: start.end for start in starts}
    glued = [
        mark
        for number, passage in enumerate(passages)
        for mark in find_glued(number, passage, begins.get(number, 0))
    ]
    together = sorted([*marks, *glued], key=lambda mark: (mark.passage, mark.start))
    glued_style = _best_style(starts, together, passages)
    if glued_style and _answered(glued_style, starts, glued):
        return glued_style, together
    return style, marks


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
        if style in ("caret", "bracket"):
            answered += 0.5 * len(own)
        elif answered == 0 and not marks and _tail_ascending(own, passages):
            answered = 0.4 * len(own)
        scores[style] = answered
    best = max(scores, key=lambda style: scores[style], default=None)
    return best if best and scores[best] > 0 else None


def _final_chain(starts: Sequence[Start], style: str | None) -> list[Start]:
    """Keep the last run of plain figures: headings and lists before it have their own numbers."""
    if style not in ("dot", "close", "bare", "paren"):
        return list(starts)
    chain: list[Start] = []
    for start in reversed([one for one in starts if one.style == style]):
        if chain and int(start.label) >= int(chain[-1].label):
            if int(chain[-1].label) == 1:
                break
            continue
        chain.append(start)
    kept = {start.passage for start in chain}
    return [start for start in starts if start.style != style or start.passage in kept]


def _without_openings(starts: Sequence[Start], style: str | None) -> tuple[list[Start], list[Start]]:
    """Part labels from markers that open a paragraph: such a one stands alone, and again among the notes.

    A list of notes counts up; a marker that opens a paragraph neither continues one nor is continued.
    """
    own = [start for start in starts if start.style == style and start.label.isdecimal()]
    numbers = [None, *(int(start.label) for start in own), None]
    chained = {}  # label → the last passage where it stands in a list that counts up
    alone = []
    for start, before, following in zip(own, numbers, numbers[2:], strict=False):
        number = int(start.label)
        if before == number - 1 or following == number + 1:
            chained[start.label] = start.passage
        else:
            alone.append(start)
    dropped = {start.passage for start in alone if chained.get(start.label, -1) > start.passage}
    kept = [start for start in starts if start.passage not in dropped]
    return kept, [start for start in starts if start.passage in dropped]


def _answered(style: str, starts: Sequence[Start], marks: Sequence[Mark]) -> int:
    """Count the labels of a style that a mark in an earlier passage answers to."""
    first: dict[str, int] = {}
    for mark in marks:
        if mark.style in ANSWERS[style]:
            first.setdefault(mark.label, mark.passage)
    return sum(
        first.get(start.label, start.passage) < start.passage for start in starts if start.style == style
    )


def _tail_ascending(starts: Sequence[Start], passages: Sequence[Passage]) -> bool:
    """Tell whether the labels run 1, 2, 3 … and most stand before a source's address."""
    labels = [start.label for start in starts]
    in_order = labels == [str(number) for number in range(1, len(labels) + 1)]
    sourced = sum("http" in passages[start.passage].text for start in starts)
    return in_order and len(labels) >= 2 and sourced * 2 >= len(labels)
