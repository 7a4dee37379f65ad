"""Which passages begin like a note, and which marks may refer to one."""

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
