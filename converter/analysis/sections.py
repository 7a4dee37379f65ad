"""How the passages of front and back become sections: headings, paragraphs, markers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.analysis import regions
from converter.analysis.content import Built, Insert, build
from converter.analysis.flow import Flow
from converter.analysis.passages import Passage
from converter.analysis.series import find_series
from converter.model import Content, Paragraph, Section
from converter.normalizers.dates import find_dates
from converter.profiles import Profile
from converter.source import Span

SECTION_TYPES = {
    regions.TITLE: "title", regions.SUBTITLE: "subtitle", regions.BYLINE: "byline", regions.LINE: "line", regions.ABSTRACT: "abstract",
    regions.ABOUT: "about-author", regions.CITE_AS: "cite-as", regions.COLOPHON: "colophon", regions.NOTES: "notes-heading", regions.SIGNATURE: "line",
}  # fmt: skip

TOGETHER = frozenset({"title", "subtitle", "abstract", "about-author", "colophon"})
"""Types whose passages that follow each other are one section."""

JOINED = frozenset({"title", "subtitle"})
"""Types whose lines are one phrase."""


@dataclass(slots=True)
class Draft:
    """A section before its id is settled: passages of one type that follow each other."""

    type: str
    numbers: list[int]
    passages: list[Passage]

    def flow(self) -> Flow:
        """Return all its text as one flow."""
        return Flow.joined([passage.flow for passage in self.passages]) if len(self.passages) > 1 else self.passages[0].flow


def group_sections(passages: Sequence[Passage], labels: Sequence[str], wanted: frozenset[str], profile: Profile) -> list[Draft]:
    """Return the sections of the wanted regions in order."""
    drafts: list[Draft] = []
    for number, (passage, label) in enumerate(zip(passages, labels, strict=True)):
        if label not in wanted:
            continue
        kind = header_type(passage.text, profile) if label == regions.HEADER else SECTION_TYPES[label]
        last = drafts[-1] if drafts else None
        opens = kind == "about-author" and profile.about.match(passage.text) is not None
        if last and last.type == kind and last.numbers[-1] == number - 1 and kind in TOGETHER and not opens:
            last.numbers.append(number)
            last.passages.append(passage)
        else:
            drafts.append(Draft(kind, [number], [passage]))
    return drafts


def header_type(text: str, profile: Profile) -> str:
    """Tell what a header line says: the series, a date, or something else."""
    if find_series(text, profile):
        return "series"
    return "date" if find_dates(text, years=True) else "line"


def section_id(kind: str, taken: set[str]) -> str:
    """Return an id that no other section has: the type, then the type with a number."""
    choice, number = kind, 2
    while choice in taken:
        choice = f"{kind}-{number}"
        number += 1
    taken.add(choice)
    return choice


def heading_of(draft: Draft, profile: Profile) -> int:
    """Return how much of the first passage is the heading of the section."""
    text = draft.passages[0].text
    if draft.type == "about-author":
        match = profile.about.match(text)
    elif draft.type == "notes-heading":
        return len(text)
    elif draft.type == "abstract":
        match = profile.abstract.match(text) or profile.keywords.match(text)
    else:
        return 0
    return match.end() if match else 0


def build_section(
    draft: Draft, identifier: str, heading: int, inserts: Sequence[Sequence[Insert]]
) -> tuple[Section, list[tuple[int, tuple[int, ...]]]]:
    """Build a section; return with it, for each passage, where its text begins and its marker offsets."""
    flows = [passage.flow for passage in draft.passages]
    printed_heading = flows[0].text[:heading].strip() if heading else None
    paragraphs: list[Built] = []
    places: list[tuple[int, tuple[int, ...]]] = []
    text = printed_heading or ""
    glue = " " if draft.type in JOINED else "\n"
    for position, flow in enumerate(flows):
        begin = heading if position == 0 else 0
        if begin >= len(flow.text):
            places.append((len(text), ()))
            continue
        shifted = [Insert(one.start - begin, one.end - begin, one.node) for one in inserts[position] if one.start >= begin]
        built = build(flow.part(begin, len(flow.text)), shifted)
        text += glue if text else ""
        places.append((len(text), built.offsets))
        text += built.text
        paragraphs.append(built)
    span = Span(flows[0].whole().start, flows[-1].whole().end)
    return Section(draft.type, identifier, printed_heading, text, _content(draft, paragraphs), span), places


def _content(draft: Draft, paragraphs: Sequence[Built]) -> tuple[Content, ...]:
    if draft.type in JOINED:
        return joined_content(paragraphs)
    if len(paragraphs) == 1:
        return paragraphs[0].content
    return tuple(Paragraph(built.content) for built in paragraphs)


def joined_content(paragraphs: Sequence[Built]) -> tuple[Content, ...]:
    """Join lines of one phrase with a blank."""
    from converter.model import Text

    items: list[Content] = []
    for built in paragraphs:
        if items:
            last = items[-1]
            items[-1:] = [Text(f"{last.text} ", last.marks, last.language)] if isinstance(last, Text) else [last, Text(" ")]
        items.extend(built.content)
    return tuple(items)
