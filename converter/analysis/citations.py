"""Which works each note cites, and what kind of note it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from converter.analysis.evidence import has_evidence
from converter.analysis.flow import Flow
from converter.analysis.note_text import NoteText
from converter.analysis.quotes import find_quotes
from converter.analysis.work_draft import WorkDraft
from converter.analysis.work_patterns import APA
from converter.analysis.works import read_work
from converter.normalizers.urls import find_urls
from converter.profiles import Profile

SENTENCE_BREAK = re.compile(
    r"""
    (?<= [^\W\d_]{3} [.!?] )
    (?<! \b[Vv]ol\. ) (?<! \b[Ee]ds\. ) (?<! \b[Pp]rof\. ) (?<! \b[Bb]kz\. ) (?<! \b[Hh]az\. )
    (?<! \b[Dd]er\. ) (?<! \b[Hh]rsg\. ) (?<! \b[Aa]rt\. ) (?<! \b[Tt]om\. ) (?<! \b[Nn]um\. )  # not vol. III
    \s+ (?= [A-ZÇĞİÖŞÜА-ЯƏ“"«] )                                       # of prose. Given Family
    """,
    re.VERBOSE,
)
SENTENCE_STOPS = (". ", "! ", "? ")
BACK_PAGE = re.compile(
    r"[\s.,;]* (?: pp?\. | ss?\. | с\. | S\. )? \s* \d{1,4} (?: \s?[-–]\s? \d{1,4} )? [\s.,;]*", re.VERBOSE
)  # ibid., p. 12
AFTER_ADDRESS = re.compile(r"[)\]>.,;\s]*")
IN_BRACKETS = re.compile(r"\([^()]*\)")
ACCESS_BRACKET = re.compile(
    r"""
      \s* [(\[] [^()\[\]]{4,60} [)\]] [.,;]? \s*                                    # (accessed 3 May 2020).
    | \s* (?: [^\W\d_]+ \s+ ){1,3} :? \s* \d [\d./\ ]{5,9} \d [.,;]? \s*  # Erişim Tarihi: 03.05.2020
    """,
    re.VERBOSE,
)
WORD = re.compile(r"[^\W\d_]{3,}")

FEWEST_WORDS = 4
"""Words outside the citations of a note that make it a mixed note."""

COMMENT_LENGTH = 40
"""Characters before a sentence's end that are a sentence of prose."""

NEAR_START = 60
"""Characters from the start of a note in which a back-reference stands."""

SHORTEST_CITATION = 12

Stretch = tuple[int, int]


@dataclass(slots=True)
class ReadNote:
    """What a note holds: its works in order, and its kind."""

    works: list[WorkDraft] = field(default_factory=list)
    kind: str = "comment"
    back: Stretch | None = None
    """Where it refers back to a work cited before (``ibid.``)."""


def read_note(flow: Flow, words: Sequence[str], profile: Profile) -> ReadNote:
    """Split a paragraph of a note into the works that it cites; ``words`` are its words, written plain."""
    note = NoteText(flow, words)
    read = ReadNote(back=_back_reference(note, profile))
    for start, end in _stretches(note):
        if read.back and read.back[0] >= start and read.back[1] <= end:
            start = _behind_back(note.text, read.back[1])
        stretch = note.text[start:end]
        if not has_evidence(stretch):
            continue
        work = read_work(note, start + _citation_start(note, stretch, profile), end, profile)
        if work:
            read.works.append(work)
    read.kind = _kind(read, note.text, profile)
    return read


def _back_reference(note: NoteText, profile: Profile) -> Stretch | None:
    """Return where a note begins with a word such as `ibid`."""
    if not profile.back_reference.occurs(note.words):
        return None
    back = profile.back_reference.pattern.search(note.text)
    if back is None or back.start() > NEAR_START or find_urls(note.text[: back.start()]):
        return None
    return back.span()


def _behind_back(text: str, end: int) -> int:
    """Skip the page that belongs to `ibid.`, so that it is not taken for that of another work."""
    match = BACK_PAGE.match(text, end)
    return match.end() if match else end


def _kind(read: ReadNote, text: str, profile: Profile) -> str:
    if not read.works:
        return "back-reference" if read.back else "comment"
    edges = [0, *(edge for work in read.works for edge in (work.start, work.end)), len(text)]
    outside = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    if read.back:
        return "mixed"
    if len(outside) < 3 * FEWEST_WORDS:
        return "reference"
    prose = len(WORD.findall(profile.see.pattern.sub(" ", outside)))
    return "mixed" if prose >= FEWEST_WORDS else "reference"


def _stretches(note: NoteText) -> list[Stretch]:
    """Cut a note where one citation ends and another begins: at semicolons, and behind addresses."""
    text = note.text
    if ";" not in text and len(note.urls) < 2:
        return [(0, len(text))] if text else []
    cuts = [at + 1 for at in _top_level_semicolons(note)]
    for (_, end), (following, _) in pairwise(note.urls):
        gap = AFTER_ADDRESS.match(text, end)
        begin = gap.end() if gap else end
        if following - begin > SHORTEST_CITATION and not any(end <= cut <= following for cut in cuts):
            cuts.append(_behind_access(text, begin, following))
    edges = [0, *sorted(cuts), len(text)]
    return _with_evidence(text, [(start, end) for start, end in pairwise(edges) if end > start])


def _with_evidence(text: str, pieces: list[Stretch]) -> list[Stretch]:
    """Join a piece that cites nothing by itself to the one before it."""
    joined = pieces[:1]
    for start, end in pieces[1:]:
        if has_evidence(text[start:end]) and has_evidence(text[slice(*joined[-1])]):
            joined.append((start, end))
        else:
            joined[-1] = (joined[-1][0], end)
    return joined


def _behind_access(text: str, begin: int, following: int) -> int:
    """Leave the bracket with the access date with the address before it."""
    match = ACCESS_BRACKET.match(text, begin - 1 if text[begin - 1 : begin] == " " else begin, following)
    return match.end() if match and following - match.end() > 8 else begin


def _top_level_semicolons(note: NoteText) -> list[int]:
    """Return where a semicolon stands outside quotes, brackets and addresses."""
    text = note.text
    closed = [(quote.start, quote.end) for quote in note.quotes] + note.urls
    closed += [match.span() for match in IN_BRACKETS.finditer(text)]
    closed.sort()
    found, at, reach, nearest = [], text.find(";"), 0, 0
    while at >= 0:
        while nearest < len(closed) and closed[nearest][0] <= at:
            reach = max(reach, closed[nearest][1])
            nearest += 1
        if at >= reach:
            found.append(at)
        at = text.find(";", at + 1)
    return found


def _citation_start(note: NoteText, stretch: str, profile: Profile) -> int:
    """Return where a citation begins behind prose: after ``see``, or at the last sentence before it."""
    skip = len(stretch) - len(stretch.lstrip(" ;,.:"))
    whole = len(stretch) == len(note.text)
    quotes = note.quotes if whole else find_quotes(stretch)
    urls = note.urls if whole else find_urls(stretch)
    anchor = min([quote.start for quote in quotes] + [start for start, _ in urls], default=len(stretch))
    if profile.see.occurs(note.words):
        cues = [
            match
            for match in profile.see.pattern.finditer(stretch, skip, anchor)
            if _is_cue(stretch, match, skip)
        ]
        if cues:
            return cues[-1].end()
    if not any(map(stretch.__contains__, SENTENCE_STOPS)) or APA.match(stretch, skip):
        return skip
    breaks = [match.end() for match in SENTENCE_BREAK.finditer(stretch, 0, anchor)]
    for at in reversed(breaks):
        if at - skip > COMMENT_LENGTH and stretch[skip:at].count(" ") >= 5:
            return at
    return skip


def _is_cue(stretch: str, match: re.Match[str], skip: int) -> bool:
    """Tell whether a word like `see` points at a work: a name or title follows it, no word runs into it."""
    if match.start() == skip:
        return True
    follows = stretch[match.end() : match.end() + 1]
    return (follows.isupper() or follows in '“"«‘„') and not stretch[match.start() - 1].isalnum()
