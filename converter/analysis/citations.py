"""Which works each note cites, and what kind of note it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from converter.analysis.flow import Flow
from converter.analysis.works import WorkDraft, has_evidence, read_work
from converter.analysis.quotes import find_quotes
from converter.normalizers.urls import find_urls
from converter.profiles import Profile

SENTENCE_BREAK = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÇĞİÖŞÜА-ЯƏ“\"«])")
BACK_PAGE = re.compile(r"[\s.,;]*(?:pp?\.|ss?\.|с\.|S\.)?\s*\d{1,4}(?:\s?[-–]\s?\d{1,4})?[\s.,;]*")
AFTER_ADDRESS = re.compile(r"[)\]>.,;\s]*")
WORD = re.compile(r"[^\W\d_]{3,}")
FEWEST_WORDS = 4
"""Words outside the citations of a note that make it a mixed note."""

COMMENT_LENGTH = 40
"""Characters before a sentence's end that are a sentence of prose."""


@dataclass(slots=True)
class ReadNote:
    """What a note holds: its works in order, and its kind."""

    works: list[WorkDraft] = field(default_factory=list)
    kind: str = "comment"
    back: tuple[int, int] | None = None
    """Where it refers back to a work cited before (``ibid.``)."""


def read_note(flow: Flow, number: int, profile: Profile) -> ReadNote:
    """Split a note into the works that it cites."""
    text = flow.text
    note = ReadNote()
    back = profile.back_reference.search(text)
    if back and back.start() <= 60 and not find_urls(text[: back.start()]):
        note.back = back.span()
        note.kind = "back-reference"
    for start, end in _stretches(text):
        if note.back and note.back[0] >= start and note.back[1] <= end:
            start = _behind_back(text, note.back[1])
        stretch = text[start:end]
        if not has_evidence(stretch):
            continue
        begin = start + _citation_start(stretch, profile)
        work = read_work(flow, number, begin, end, profile)
        if work:
            note.works.append(work)
    note.kind = _kind(note, text, profile)
    return note


def _behind_back(text: str, end: int) -> int:
    """Skip the page that belongs to `ibid.`, so that it is not taken for that of another work."""
    match = BACK_PAGE.match(text, end)
    return match.end() if match else end


def _kind(note: ReadNote, text: str, profile: Profile) -> str:
    if not note.works:
        return "back-reference" if note.back else "comment"
    edges = [0, *(edge for work in note.works for edge in (work.start, work.end)), len(text)]
    outside = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    prose = len(WORD.findall(profile.see.pattern.sub(" ", outside)))
    return "mixed" if prose >= FEWEST_WORDS or note.back else "reference"


def _stretches(text: str) -> list[tuple[int, int]]:
    """Cut a note where one citation ends and another begins: at semicolons, and behind addresses."""
    cuts = [at + 1 for at in _top_level(text, ";")]
    urls = find_urls(text)
    for (_, end), (following, _) in zip(urls, urls[1:], strict=False):
        gap = AFTER_ADDRESS.match(text, end)
        begin = gap.end() if gap else end
        if following - begin > 12 and not any(end <= cut <= following for cut in cuts):
            cuts.append(_behind_access(text, begin, following))
    edges = [0, *sorted(cuts), len(text)]
    pieces = [(start, end) for start, end in zip(edges, edges[1:], strict=False) if end > start]
    return _with_evidence(text, pieces)


def _with_evidence(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a piece that cites nothing by itself to the one before it."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and not has_evidence(text[start:end]):
            joined[-1] = (joined[-1][0], end)
        elif joined and not has_evidence(text[slice(*joined[-1])]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


ACCESS_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{4,60}[)\]][.,;]?\s*|\s*(?:[^\W\d_]+\s+){1,3}:?\s*\d[\d./ ]{5,9}\d[.,;]?\s*")


def _behind_access(text: str, begin: int, following: int) -> int:
    """Leave the bracket with the access date with the address before it."""
    match = ACCESS_BRACKET.match(text, begin - 1 if text[begin - 1 : begin] == " " else begin, following)
    return match.end() if match and following - match.end() > 8 else begin


def _top_level(text: str, sign: str) -> list[int]:
    """Return where a sign stands outside quotes, brackets and addresses."""
    if sign not in text:
        return []
    closed = [(quote.start, quote.end) for quote in find_quotes(text)] + find_urls(text)
    closed += [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    return [
        match.start()
        for match in re.finditer(re.escape(sign), text)
        if not any(start <= match.start() < end for start, end in closed)
    ]


def _citation_start(stretch: str, profile: Profile) -> int:
    """Return where the citation begins behind prose: after ``see``, or at the last sentence before its title."""
    skip = len(stretch) - len(stretch.lstrip(" ;,.:"))
    quotes = find_quotes(stretch)
    urls = find_urls(stretch)
    anchor = min([quote.start for quote in quotes] + [start for start, _ in urls], default=len(stretch))
    cues = [match for match in profile.see.find_all(stretch, skip, anchor) if match.end() <= anchor and _is_cue(stretch, match, skip)]
    if cues:
        return cues[-1].end()
    breaks = [match.end() for match in SENTENCE_BREAK.finditer(stretch, 0, anchor)]
    for at in reversed(breaks):
        if at - skip > COMMENT_LENGTH and stretch[skip:at].count(" ") >= 5:
            return at
    return skip


def _is_cue(stretch: str, match: re.Match[str], skip: int) -> bool:
    """A word like `see` points at a work if a name or title follows it, and no word runs into it."""
    follows = stretch[match.end() : match.end() + 1]
    return match.start() == skip or (follows.isupper() or follows in "“\"«‘„") and not stretch[match.start() - 1].isalnum()
