"""Which works each note cites, and what kind of note it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.analysis.broken_addresses import join_addresses
from converter.analysis.evidence import has_evidence
from converter.analysis.flow import Flow
from converter.analysis.note_cuts import BackReference, Stretch, back_reference, cut_note
from converter.analysis.note_text import NoteText
from converter.analysis.quotes import find_quotes
from converter.analysis.readings import settle
from converter.analysis.work_draft import WorkDraft
from converter.analysis.work_patterns import APA
from converter.analysis.works import read_work
from converter.normalizers.urls import find_urls
from converter.profiles import Profile
from converter.references.part import Part

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
WORD = re.compile(r"[^\W\d_]{3,}")

FEWEST_WORDS = 4
"""Words outside the citations of a note that make it a mixed note."""

COMMENT_LENGTH = 40
"""Characters before a sentence's end that are a sentence of prose."""


@dataclass(slots=True)
class ReadNote:
    """What a note holds: its works in order, and its kind."""

    flow: Flow
    works: list[WorkDraft] = field(default_factory=list)
    kind: str = "comment"
    backs: list[BackReference] = field(default_factory=list)
    """Where it refers back to works cited before (``ibid.``)."""
    joined: list[str] = field(default_factory=list)
    """Addresses that the end of a line broke."""
    asked: list[Stretch] = field(default_factory=list)
    """Stretches that name a work cited before, as the model reads them."""
    missed: list[Stretch] = field(default_factory=list)
    """Stretches that may hold a work, though none is seen in them."""
    others: list[Stretch] = field(default_factory=list)
    """Stretches that cite nothing by themselves; they may name a work cited before."""


def read_note(flow: Flow, words: Sequence[str], profile: Profile) -> ReadNote:
    """Split a paragraph of a note into the works that it cites; ``words`` are its words, written plain."""
    flow, joined = join_addresses(flow)
    note = NoteText(flow, words)
    ruled = read_by_rules(note, profile)
    works, parts, missed = settle(note, ruled.works, ruled.backs, profile)
    read = ReadNote(flow, works, joined=joined, missed=missed)
    read.backs, read.asked, read.others = _back_references(parts, ruled, works)
    read.kind = _kind(read, note.text, profile)
    return read


def _back_references(
    parts: Sequence[Part], ruled: ReadNote, works: Sequence[WorkDraft]
) -> tuple[list[BackReference], list[Stretch], list[Stretch]]:
    """Return the words that mean a work cited before, the stretches that name one, those that may."""
    taken = [(work.start, work.end) for work in works]
    backs = list(ruled.backs)
    taken = [(work.start, work.end) for work in works] + [(back.name_start, back.end) for back in backs]
    asked = [
        (part.start, part.end)
        for part in parts
        if part.name == "back" and _is_free(part.start, part.end, taken)
    ]
    taken += asked
    others = [stretch for stretch in ruled.others if _is_free(*stretch, taken)]
    return backs, asked, others


def _is_free(start: int, end: int, taken: Sequence[Stretch]) -> bool:
    return all(stop <= start or end <= begin for begin, stop in taken)


def read_by_rules(note: NoteText, profile: Profile) -> ReadNote:
    """Cut a note and read each stretch by the rules."""
    read = ReadNote(note.flow)
    for start, end in cut_note(note, profile):
        back = back_reference(note, start, end, profile)
        if back:
            read.backs.append(back)
            start = _behind_back(note.text, back.end)
        stretch = note.text[start:end]
        begin = start + _citation_start(note, stretch, profile)
        cites = has_evidence(stretch) or (begin > start and has_evidence(note.text[begin:end]))
        work = read_work(note, begin, end, profile) if cites else None
        if work:
            read.works.append(work)
        elif not back:
            read.others.append((begin, end))
    read.kind = _kind(read, note.text, profile)
    return read


def _behind_back(text: str, end: int) -> int:
    """Skip the page that belongs to `ibid.`, so that it is not taken for that of another work."""
    match = BACK_PAGE.match(text, end)
    return match.end() if match else end


def _kind(read: ReadNote, text: str, profile: Profile) -> str:
    if not read.works:
        return "back-reference" if read.backs or read.asked else "comment"
    edges = [0, *(edge for work in read.works for edge in (work.start, work.end)), len(text)]
    outside = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    if read.backs or read.asked:
        return "mixed"
    if len(outside) < 3 * FEWEST_WORDS:
        return "reference"
    prose = len(WORD.findall(profile.see.pattern.sub(" ", outside)))
    return "mixed" if prose >= FEWEST_WORDS else "reference"


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
