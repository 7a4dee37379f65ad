"""Which passages begin like a note, and which marks may refer to one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

import msgspec

from converter.analysis.passages import Passage
from converter.normalizers.labels import FIGURES
from converter.normalizers.spaces import places_of

BRACKETED = r"\d{1,4} | (?: [ivxlc]{1,6} | [a-z] ) (?= \s*\](?!\w) ) | \*{1,3}"

FRAMES = r"""
    < (?P<angle> \d{1,3} ) > | \{ (?P<brace> \d{1,3} ) \} | \*(?P<starred> \d{1,3} )(?!\w)
    | \#(?P<sharp> \d{1,3} )(?!\w) | (?<![\w/])/(?P<slashed> \d{1,3} )/(?!\w)
    | [【［〔] (?P<corner> \d{1,3} ) [】］〕]"""
"""Signs that a house puts round the figures of its notes where others have brackets."""
FRAMED = frozenset({"angle", "brace", "starred", "sharp", "slashed", "corner"})

NOTE_START = re.compile(
    r"""
      \[\^ (?P<caret> [\w-]{1,40} ) \]:?\s*                             # [^1]: Author
    | \[\s* (?P<bracket> BRACKETED ) \s*\]\s*[.:]?\s*                     # [1] Author   [1] . Author
    | [(（] (?P<paren> \d{1,3} ) [)）]\s*                                     # (1) Author
    | (?: FRAMES )\s*                                                  # <1> Author   *1 Author
    | (?P<raised> [⁰¹²³⁴-⁹]{1,4} )\s*                                   # ¹ Author
    | (?P<star> \*{1,3} | [†‡] )\s*(?=\S)                               # * The author is ...
    | (?P<dot> \d{1,3} )(?:\s?(?:\.|[-–])\s+|[．、]\s*)(?=\S)             # 1. Author   1 - Author
    | (?P<close> \d{1,3} )(?:\)|/(?=\s))\s+                               # 1) Author   1/ Author
    | (?P<bare> \d{1,3} )(?:\s+(?=\S)|(?=[^\W\d_]))                     # 1 Author   246Author
    | \(? (?P<alpha> [ivx]{1,5} | [a-h] ) (?: \)\s* | \.\s+ | \s+ )(?=\S)  # (i) Author   ii. Author
    """.replace("BRACKETED", BRACKETED).replace("FRAMES", FRAMES),
    re.VERBOSE,
)
MAY_START = frozenset("[(（<{#/【［〔*†‡0123456789¹²³⁰ⁱ⁲⁳⁴⁵⁶⁷⁸⁹abcdefghivx")

NOTE_WORDS = r"""
    (?i: dipnot | son\s?not | foot\s?note | end\s?note | note | not | fn | fußnote | endnote | anmerkung | anm
      | сноска | примечание | прим | примітка | виноска | qeyd | nota | przypis | ծանոթագրություն | შენიშვნა )
    \.? \s* (?: n[o°]\.? \s* )?"""
"""Words that stand before the number of a note."""

WORDED_START = re.compile(
    rf"{NOTE_WORDS} (?P<worded> \d{{1,3}} ) \s* (?: [:.)–—-]\s* | \s )(?=\S)", re.VERBOSE
)
"""``Dipnot 1: Author``."""
MAY_START_WORDED = frozenset("dsfenaсппвqpծშDSFENAСПВQPԾ")

MARK = re.compile(
    r"""
      \[\^ (?P<caret> [\w-]{1,40} ) \]                                          # [^1]
    | \[\s* (?P<bracket> BRACKETED ) \s*\]                                 # [1]   [a] but not [t]he
    | \[ (?P<listed> \d{1,3} (?: \s?[,;–-]\s?\d{1,3} ){1,5} ) \]                # [1, 3]   [2-4]
    | [\[(] (?: NOTE_WORDS ) (?P<worded> \d{1,3} ) [\])]                        # (Note 1)
    | (?<! [\d\s(]m ) (?<! \b[kcdmµ]m ) (?<! \d[kcdmµ]m ) (?<! \bmc ) (?<! \bft )  # not km², m³, mc²
      (?P<raised> [⁰¹²³⁴-⁹]{1,4} )                                              # ¹
    | [(（] (?P<paren> \d{1,3} ) [)）]                                                # (1)
    | FRAMES                                                                # <1>   *1
    | (?<=[^\s(\[]) \( (?P<alpha> [ivx]{1,5} | [a-h] ) \)                        # stands.(a)
    | (?<=[^\W_]|[.,;:!?”"’»)]) (?P<star> \*{1,3} | [†‡] ) (?![*\w])              # Title*   stands.*
    """.replace("NOTE_WORDS", NOTE_WORDS)
    .replace("BRACKETED", BRACKETED)
    .replace("FRAMES", FRAMES),
    re.VERBOSE,
)
LONGEST_RANGE = 8
RANGE_SIGNS = ("–", "-")
MARK_SIGNS = "[(（<{#/【［〔⁰¹²³⁴⁵⁶⁷⁸⁹*†‡"
"""Every mark begins with one of these, and prose has few of them."""
GLUED = re.compile(
    r"""
    (?=[\d ]) (?:                    # nothing else need be looked at
      (?<=[^\W\d_]) (?P<word> \d{1,3} ) (?=[\s.,;:!?։)”"’»]|$)      # relations1 and
    | (?<=[^\W\d_]|[.,;:!?”"’»)]) (?P<closed> \d{1,3} ) (?: \) (?![^\W\d_]) | / (?=\s|$) ) # relations.1) Next
    | (?<=[.,;:!?։”"’»)]) (?P<stop> \d{1,3} ) (?=\s|$|,\d{1,3}(?:\s|$))  # relations.1 Next   .1,2 Next
    | (?<=[”"’»)]) (?P<quoted> \d{1,3} ) (?=[.,;:!?։)])              # »relations«1.
    | (?<=[。，、」』）；！？：”]) (?P<dense> \d{1,3} ) (?=\D|$)         # 。1 in a text without blanks
    | (?<=[.!?”"’»)]\d) [ ] (?P<spaced> \d{1,3} ) (?=\s|$)             # stands.4 5 Next
    | (?<=[^\d.,]1[5-9]\d\d | [^\d.,]20\d\d) (?P<dated> \d{1,2} ) (?!\d|[.,]\d)   # of 18943 and
    | (?<=[.!?”"’»)]\d,) (?P<second> \d{1,3} ) (?=\s|$)
    )
    """,
    re.VERBOSE,
)
LETTERED = re.compile(r"(?<=[.,;:!?”\"’»)])(?:[ivx]{1,5}|[a-h])(?=\s|$)")
"""The letter or Roman figure of a note that stands behind a stop: ``under it.iv Since``."""
FORMULA = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,2}|(?=\w*[A-ZÇĞİÖŞÜА-Я])[^\W\d_]{3})$")
"""What a figure belongs to as a part of the word: ``CO2``, ``G20``, ``km2``, ``PM2``."""
LONGEST_FORMULA = 4
YEAR_BEFORE = re.compile(r"(?<![\d.,:$€£])(?:1[5-9]|20)\d\d[.,:]$")
PAGE_WORD = r"(?i: pp? | ss? | с | сс | стр | σσ? | т | vol | гл | ст | art | kap | ch | bd | t )"
PAGE = rf"{PAGE_WORD} \.? \s* [\w–, -]{{1,20}}?"
LOCATED = re.compile(
    rf"\[ \s* \d{{1,3}} (?: ,\s* {PAGE} )? (?: \s*;\s* \d{{1,3}} (?: ,\s* {PAGE} )? )* \s* \]", re.VERBOSE
)
"""Markers that say the page as well: ``[2, с. 14]``, ``[3, p. 5; 4, p. 7]``."""
LOCATED_ITEM = re.compile(r"[\[\s]*(?P<label>\d{1,3})(?:,\s*)?")
RAISED_LABEL = re.compile(r"\d{1,4}|\*{1,3}|[ivxlc]{1,5}|[a-h†‡]")
RAISED_LIST = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){1,5}")
FIRST_OF_LIST = re.compile(r"\d+\s?(?P<joint>[,;–-])?\s?")

ANSWERS = {
    "caret": ("caret",),
    "bracket": ("bracket", "listed", "raised", "paren", "glued"),
    "paren": ("paren", "raised", "glued", "bracket", "listed"),
    "raised": ("raised", "bracket", "listed", "glued", "paren"),
    "dot": ("bracket", "listed", "raised", "paren", "glued"),
    "close": ("bracket", "listed", "raised", "paren", "glued"),
    "bare": ("raised", "listed", "glued", "bracket", "paren"),
    "worded": ("worded", "bracket", "listed", "raised", "paren", "glued"),
    "alpha": ("bracket", "raised", "alpha"),
    "framed": ("framed", "raised", "bracket", "paren", "glued"),
}
"""Style of the notes' labels → styles of marks that may answer to it, the likeliest first."""


FIGURES_ONLY = frozenset({"dot", "close", "bare", "paren"})
"""Styles of labels that are plain figures, which can be counted."""

WEAK = FIGURES_ONLY | {"alpha"}
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
    if text[0] in MAY_START_WORDED and (worded := WORDED_START.match(text)):
        return Start(number, "worded", worded["worded"], worded.end())
    if text[0] not in MAY_START and not text[0].isdecimal():
        return None
    match = NOTE_START.match(text)
    if match is None or (match.end() >= len(text) and match.lastgroup in ("bare", "star")):
        return None
    style = match.lastgroup or ""
    if style in FRAMED:
        return Start(number, "framed", match[style], match.end())
    if style == "bare" and "superscript" in passage.flow.run_at(0).marks:
        style = "raised"
    if style == "bracket" and match[style][0] == "*":
        style = "star"
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
            if style == "bracket" and match[style][0] == "*":
                marks.append(Mark(number, "star", match[style], at, end))
            elif style == "listed":
                marks += _listed(number, match[style], match.start(style), at, end)
            elif style in FRAMED:
                marks.append(Mark(number, "framed", match[style], at, end))
            else:
                marks.append(Mark(number, style, match[style].translate(FIGURES), at, end))
        elif at >= end and text[at] == "[" and (located := LOCATED.match(text, at)):
            end = located.end()
            marks += _located(number, located)
    if passage.flow.is_raised:
        marks += _raised_marks(number, passage, begin)
        marks.sort(key=lambda mark: mark.start)
    return marks


def _located(number: int, located: re.Match[str]) -> Iterator[Mark]:
    """Yield the marks of ``[3, p. 5; 4, p. 7]``; the pages stay text, between the brackets."""
    at = located.start()
    for item in located[0].split(";"):
        label = LOCATED_ITEM.match(item)
        if label:
            yield Mark(number, "bracket", label["label"], at + label.start("label"), at + label.end())
        at += len(item) + 1


def _listed(number: int, labels: str, begin: int, start: int, end: int) -> list[Mark]:
    """Return the marks of `[1, 3]` and `[2-4]`: each takes what stands before the next, the last the end.

    What a range leaves out stands nowhere: its marks are empty, before the last.
    """
    marks: list[Mark] = []
    at, joint = start, ""
    for match in FIRST_OF_LIST.finditer(labels):
        value = int(match[0].strip(" ,;–-"))
        if joint in RANGE_SIGNS and marks:
            first = int(marks[-1].label) + 1
            if not first <= value <= first + LONGEST_RANGE:
                return []
            marks += [Mark(number, "listed", str(between), at, at) for between in range(first, value)]
        marks.append(Mark(number, "listed", str(value), at, begin + match.end()))
        at, joint = begin + match.end(), match["joint"] or ""
    marks[-1] = msgspec.structs.replace(marks[-1], end=end)
    return marks


def _raised_marks(number: int, passage: Passage, begin: int) -> Iterator[Mark]:
    """Yield the runs that the format itself raises or calls a marker, where they hold no bracketed mark."""
    for start, end, run in passage.flow.run_places():
        if start < begin or not (run.marker or "superscript" in run.marks):
            continue
        label = passage.text[start:end].strip("[]() ")
        if RAISED_LIST.fullmatch(label):
            yield from _listed(number, label, passage.text.index(label, start), start, end)
            continue
        if RAISED_LABEL.fullmatch(label) and not MARK.search(passage.text, start, end):
            yield Mark(number, "raised", label, start, end)


def is_behind_figure(text: str, start: int) -> bool:
    """Tell whether figures may as well be the end of a number: ``$900.5``, ``section 3.1``."""
    behind = start > 1 and text[start - 1] in ".,:" and text[start - 2].isdecimal()
    return behind and not YEAR_BEFORE.search(text, max(start - 7, 0), start)


def _pair(figures: str, labels: Container[str]) -> tuple[str, str] | None:
    """Return the two labels that figures are, one after the other."""
    if figures in labels or len(figures) not in (2, 3, 4):
        return None
    first = figures[: len(figures) // 2]
    second = figures[len(first) :]
    both = first in labels and second in labels and int(second) == int(first) + 1
    return (first, second) if both else None


def find_lettered(number: int, passage: Passage, begin: int) -> Iterator[Mark]:
    """Yield letters and Roman figures glued to a stop; they mean something where notes are so labelled."""
    for match in LETTERED.finditer(passage.text, begin):
        yield Mark(number, "alpha", match[0], *match.span())


def find_glued(
    number: int, passage: Passage, begin: int, labels: Container[str] = frozenset()
) -> Iterator[Mark]:
    """Yield figures glued to a word or a stop; only a complete sequence of them means anything.

    Two labels that follow each other may be glued together (``stands.56``), if notes have both.
    """
    for match in GLUED.finditer(passage.text, begin):
        group = match.lastgroup or ""
        begins = match.start() - LONGEST_FORMULA
        if group == "word" and FORMULA.search(passage.text, max(begins, 0), match.start()):
            continue
        pair = _pair(match[group], labels)
        if pair:
            middle = match.end() - len(pair[1])
            yield Mark(number, "glued", pair[0], match.start(), middle)
            yield Mark(number, "glued", pair[1], middle, match.end())
            continue
        comma = group == "stop" and passage.text[match.end() : match.end() + 1] == ","
        yield Mark(number, "glued", match[group], match.start(), match.end() + comma)
