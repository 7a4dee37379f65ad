"""How the passages of front and back become sections: headings, paragraphs, markers."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis import regions
from converter.analysis.abstracts import abstract_heading, keywords_heading
from converter.analysis.closing import closes
from converter.analysis.content import Built, Insert, Piece, build
from converter.analysis.flow import Flow
from converter.analysis.passages import Passage
from converter.analysis.series import series_of_line
from converter.model import Content, Paragraph, Section, Text
from converter.normalizers.dates import find_dates
from converter.profiles import Profile
from converter.source import Span

SECTION_TYPES = {
    regions.TITLE: "title",
    regions.SUBTITLE: "subtitle",
    regions.BYLINE: "byline",
    regions.LINE: "line",
    regions.ABSTRACT: "abstract",
    regions.ABOUT: "about-author",
    regions.CITE_AS: "cite-as",
    regions.COLOPHON: "colophon",
    regions.NOTES: "notes-heading",
    regions.SIGNATURE: "line",
}

TOGETHER = frozenset({"title", "subtitle", "abstract", "about-author", "colophon"})
"""Types whose passages that follow each other are one section."""

JOINED = frozenset({"title", "subtitle"})
"""Types whose lines are one phrase."""

Place = tuple[int, tuple[int, ...]]
"""Where the text of a passage begins in its section, and its marker offsets."""


class Draft:
    """A section before its id is settled: passages of one type that follow each other."""

    __slots__ = ("_flow", "headed", "numbers", "passages", "type")

    def __init__(self, kind: str, number: int, passage: Passage, *, headed: bool = False) -> None:
        self.type = kind
        self.numbers = [number]
        self.passages = [passage]
        self.headed = headed
        """A line behind the text that has a heading: what follows is under it."""
        self._flow: Flow | None = None

    def add(self, number: int, passage: Passage) -> None:
        """Take the next passage in."""
        self.numbers.append(number)
        self.passages.append(passage)

    @property
    def flow(self) -> Flow:
        """All its text as one flow, without markers that the format shows."""
        if self._flow is None:
            flows = [passage.flow.unmarked() for passage in self.passages]
            self._flow = Flow.joined(flows) if len(flows) > 1 else flows[0]
        return self._flow


def group_sections(
    passages: Sequence[Passage], labels: Sequence[str], wanted: frozenset[str], profile: Profile
) -> list[Draft]:
    """Return the sections of the wanted regions in order."""
    drafts: list[Draft] = []
    for number, label in enumerate(labels):
        if label not in wanted:
            continue
        passage = passages[number]
        kind = header_type(passage.text, profile) if label == regions.HEADER else SECTION_TYPES[label]
        if kind == "abstract" and keywords_heading(passage.text, profile):
            kind = "keywords"
        last = drafts[-1] if drafts and drafts[-1].numbers[-1] == number - 1 else None
        if last and last.type == kind and _is_more(last, passage, profile):
            last.add(number, passage)
        else:
            headed = label == regions.SIGNATURE and profile.closing.match(passage.text) is not None
            drafts.append(Draft(kind, number, passage, headed=headed))
    return drafts


def _is_more(last: Draft, passage: Passage, profile: Profile) -> bool:
    """Tell whether a passage goes on with the section of its kind before it."""
    if last.headed:
        match = profile.closing.match(last.passages[0].text)
        alone = match is not None and match.end() == len(last.passages[0].text)
        if alone and len(last.passages) == 1:
            return True
        return alone and not (profile.closing.match(passage.text) or closes(passage.text))
    about = profile.about.match(passage.text) or profile.about.run_in(passage.text)
    opens = last.type == "about-author" and about is not None
    return last.type in TOGETHER and not opens


def header_type(text: str, profile: Profile) -> str:
    """Tell what a header line says: the series, a date, or something else."""
    if series_of_line(text, profile):
        return "series"
    return "date" if find_dates(text, years=True) else "line"


def section_id(kind: str, taken: dict[str, int]) -> str:
    """Return an id that no other section has: the type, then the type with a number."""
    taken[kind] = count = taken.get(kind, 0) + 1
    return kind if count == 1 else f"{kind}-{count}"


def heading_of(draft: Draft, profile: Profile) -> int:
    """Return how much of the first passage is the heading of the section."""
    text = draft.passages[0].text
    if draft.type == "about-author":
        match = profile.about.match(text) or profile.about.run_in(text)
    elif draft.type == "notes-heading":
        return len(text)
    elif draft.headed:
        match = profile.closing.match(text)
    elif draft.type == "abstract":
        return abstract_heading(text, profile)
    elif draft.type == "keywords":
        return keywords_heading(text, profile)
    else:
        return 0
    return match.end() if match else 0


def build_section(
    draft: Draft, identifier: str, heading: int, inserts: Sequence[Sequence[Insert]]
) -> tuple[Section, list[Place]]:
    """Build a section; return with it, for each passage, where its text begins and its marker offsets."""
    flows = [passage.flow for passage in draft.passages]
    printed_heading = flows[0].text[:heading].strip() if heading else None
    paragraphs: list[Built] = []
    places: list[Place] = []
    texts = [printed_heading] if printed_heading else []
    length = len(printed_heading) + 1 if printed_heading else 0
    for position, flow in enumerate(flows):
        begin = heading if position == 0 else 0
        if begin >= len(flow.text):
            places.append((max(length - 1, 0), ()))
            continue
        own = inserts[position]
        if begin:
            own = [Insert(one.start - begin, one.end - begin, one.node) for one in own if one.start >= begin]
        built = build(flow.part(begin, len(flow.text)), own)
        places.append((length, built.offsets))
        if texts or built.text:
            texts.append(built.text)
            length += len(built.text) + 1
        paragraphs.append(built)
    text = (" " if draft.type in JOINED else "\n").join(texts)
    span = Span(flows[0].whole().start, flows[-1].whole().end)
    return Section(draft.type, identifier, printed_heading, text, _content(draft, paragraphs), span), places


def _content(draft: Draft, paragraphs: Sequence[Built]) -> tuple[Content, ...]:
    if draft.type in JOINED:
        return joined_content(paragraphs)
    if len(paragraphs) == 1:
        return paragraphs[0].content
    return tuple([Paragraph(built.content) for built in paragraphs])


def joined_content(paragraphs: Sequence[Built]) -> tuple[Piece, ...]:
    """Join lines of one phrase with a blank."""
    if len(paragraphs) == 1:
        return paragraphs[0].content
    items: list[Piece] = []
    for built in paragraphs:
        if items:
            last = items[-1]
            if isinstance(last, Text):
                items[-1] = Text(f"{last.text} ", last.marks, last.language)
            else:
                items.append(Text(" "))
        items += built.content
    return tuple(items)
