"""How the model is put together from the layout: notes, blocks, works, sections, metadata, provenance."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from converter.analysis import regions
from converter.analysis.body import build_blocks
from converter.analysis.cite_as import ParsedCiteAs
from converter.analysis.cite_blocks import read_cite_blocks
from converter.analysis.clues import gather_clues
from converter.analysis.colophon import read_colophon
from converter.analysis.doubts import findings_of
from converter.analysis.first_publication import read_first_publication
from converter.analysis.flow import Flow
from converter.analysis.footnotes import FootnoteWriter, draft_notes, read_paragraphs, works_of
from converter.analysis.foreign import mark_foreign
from converter.analysis.known_names import KnownNames
from converter.analysis.labels import NOTE_START
from converter.analysis.layout import Layout
from converter.analysis.ledger import Ledger
from converter.analysis.marker_places import MarkerPlaces
from converter.analysis.matching import match_markers
from converter.analysis.metadata import read_metadata
from converter.analysis.person_scores import looks_like_signature
from converter.analysis.references import settle_references
from converter.analysis.roles import settle_roles
from converter.analysis.sections import Draft, build_section, group_sections, heading_of, section_id
from converter.analysis.witnesses import Witnesses
from converter.diagnostics import Code
from converter.model import Block, Commentary, Metadata, Provenance, Section, SourceRecord
from converter.normalizers.keys import KeyRing, citation_key
from converter.profiles import Profile
from converter.source import Run, Source, Span
from converter.version import __version__

LABELLED_BACK = frozenset({regions.ABOUT, regions.COLOPHON, regions.NOTES, regions.SIGNATURE})

LANGUAGE_SAMPLE = 4000
"""Characters of the body that its language is told by."""

SURE_LABELS = frozenset({"caret", "bracket", "paren", "raised"})
"""Forms of labels that nothing but a note begins with: behind the body it is one that another has taken."""

SHORTEST_ONE_LINE = 1500
SHORTEST_REPEAT = 80


class Assembly:
    """Puts one document together, part by part."""

    def __init__(self, source: Source, profile: Profile, layout: Layout, ledger: Ledger) -> None:
        self.source = source
        self.profile = profile
        self.layout = layout
        self.ledger = ledger
        self.ring = KeyRing()
        self.section_ids: dict[str, int] = {}
        self.notes = draft_notes(layout)
        running = frozenset(layout.numbers(regions.BODY, *regions.FRONT))
        matches = match_markers(layout.plan, self.notes, running, layout.passages, ledger)
        self.places = MarkerPlaces(layout.passages, matches)

    def commentary(self) -> Commentary:
        """Build the model; the order matters only where one part needs another's names."""
        layout, profile = self.layout, self.profile
        front_drafts = group_sections(layout.passages, layout.labels, regions.FRONT, profile)
        front = self._sections(front_drafts)
        body = self._body()
        text = "\n".join([block.text for block in body if block.type != "heading"])[:LANGUAGE_SAMPLE]
        cited = read_cite_blocks(layout, profile, text, _titles(front), self.ledger)
        main = cited[0] if cited and cited[0].model.literal else None
        metadata = self._metadata(front_drafts, front, main, text, body)
        identifier = self._identifier(metadata)
        read = [read_paragraphs(note, layout, profile) for note in self.notes]
        works = works_of(read)
        settle_roles(works, profile.dates.notes)
        settled = settle_references(works, metadata.language, self.ring, self.ledger)
        back = self._back(
            group_sections(layout.passages, layout.labels, LABELLED_BACK, profile),
            cited[1:] if main else cited,
        )
        writer = FootnoteWriter(layout, settled, self.places, self.ledger)
        return Commentary(
            id=identifier,
            metadata=metadata,
            front_matter=front,
            body=mark_foreign(body, metadata.language),
            footnotes=writer.footnotes(self.notes, read),
            references=tuple(settled.references),
            cite_as=main.model if main else None,
            back_matter=back,
            diagnostics=findings_of(self.ledger),
            provenance=self._provenance(),
        )

    def _body(self) -> tuple[Block, ...]:
        numbers = self.layout.numbers(regions.BODY)
        passages = [self.layout.passages[number] for number in numbers]
        blocks = []
        for block, placed in build_blocks(passages, numbers, lambda at: self.places.inserts(numbers[at])):
            for place in placed:
                self.places.place(block.id, numbers[place.number], place.begin, place.offsets)
            blocks.append(block)
        if len(blocks) == 1 and len(blocks[0].text) > SHORTEST_ONE_LINE:
            start = blocks[0].span.start
            self.ledger.find(Code.ONE_LINE_DOCUMENT, Span(start, start + 1), "/body/0")
        self._report_repeats(blocks)
        return tuple(blocks)

    def _report_repeats(self, blocks: Sequence[Block]) -> None:
        seen: set[str] = set()
        for number, block in enumerate(blocks):
            if len(block.text) >= SHORTEST_REPEAT and block.text in seen:
                self.ledger.find(Code.REPEATED_TEXT, block.span, f"/body/{number}")
            seen.add(block.text)

    def _sections(self, drafts: Sequence[Draft]) -> tuple[Section, ...]:
        sections = []
        for draft in drafts:
            identifier = section_id(draft.type, self.section_ids)
            inserts = [self.places.inserts(number) for number in draft.numbers]
            section, places = build_section(draft, identifier, heading_of(draft, self.profile), inserts)
            for number, (begin, offsets) in zip(draft.numbers, places, strict=True):
                self.places.place(identifier, number, begin, offsets)
            if section.heading and not section.content and draft.type == "about-author":
                self.ledger.find(Code.EMPTY_SECTION, section.span, heading=f"“{section.heading}”")
            sections.append(section)
        return tuple(sections)

    def _back(self, drafts: Sequence[Draft], further: Sequence[ParsedCiteAs]) -> tuple[Section, ...]:
        """Build the back matter; further cite-as blocks stand in it as they are printed."""
        self.section_ids.setdefault("cite-as", 1)  # the main block
        sections = list(self._sections(drafts))
        for section in sections:
            start = NOTE_START.match(section.text) if section.type == "line" else None
            if start and start.lastgroup in SURE_LABELS:
                self.ledger.find(Code.NOTE_DUPLICATE, section.span, label=start[start.lastgroup])
        for parsed in further:
            model = parsed.model
            text = " ".join(part for part in (model.label, model.literal) if part)
            identifier = section_id("cite-as", self.section_ids)
            sections.append(Section("cite-as", identifier, model.label, text, model.content, model.span))
            if not model.literal:
                self.ledger.find(Code.EMPTY_SECTION, model.span, heading=f"“{model.label}”")
        return tuple(sorted(sections, key=lambda section: section.span.start))

    def _heads(self) -> list[Flow]:
        heads = {
            mark.text: mark.span for mark in reversed(self.layout.furniture) if mark.type == "running-head"
        }
        spans = sorted(heads.values())
        return [Flow.of_runs(self.source.text, [Run(span.start, span.end)]) for span in spans]

    def _metadata(
        self,
        drafts: Sequence[Draft],
        front: Sequence[Section],
        main: ParsedCiteAs | None,
        text: str,
        body: Sequence[Block],
    ) -> Metadata:
        passages = self.layout.passages
        stray = [passages[number].flow.unmarked() for number in self.layout.numbers(regions.SIGNATURE)]
        signature = [flow for flow in stray if looks_like_signature(flow.text)]
        colophon = [passages[number].flow for number in self.layout.numbers(regions.COLOPHON)]
        printed = [draft.flow.text for draft in drafts if draft.type == "byline"]
        if main and main.model.author:
            printed.append(main.model.author)
        known = KnownNames(self.profile.authors)
        known.learn(printed, self.source.text)
        witnesses = Witnesses(
            front=drafts,
            titles={section.type: section.text for section in reversed(front)},
            signature=signature,
            cite_as=main,
            imprint=read_colophon(colophon, self.profile),
            profile=self.profile,
            text=text,
            known=known,
            closing=[*stray, *colophon],
            clues=gather_clues(self.source, main.model.url if main else None, self.profile),
            heads=self._heads(),
        )
        first = read_first_publication(body, self.ledger)
        metadata = read_metadata(witnesses, self.ledger)
        return msgspec.structs.replace(metadata, original_published=first) if first else metadata

    def _identifier(self, metadata: Metadata) -> str:
        first = metadata.authors[0] if metadata.authors else None
        publisher = metadata.publisher
        house = publisher.acronym or publisher.name if publisher else PurePath(self.source.name).stem
        family = (first.family or first.literal) if first else house
        year = metadata.published.date[:4] if metadata.published else None
        return self.ring.take(citation_key(family, year, metadata.title, metadata.language))

    def _provenance(self) -> Provenance:
        source = self.source
        text_sum = hashlib.sha256(source.text.encode()).hexdigest()
        record = SourceRecord(
            source.name, source.sha256, source.media_type, source.encoding, text_sum, source.clues
        )
        furniture = tuple(sorted(self.layout.furniture, key=lambda mark: mark.span.start))
        return Provenance(record, __version__, self.profile.name, furniture, tuple(self.ledger.evidence))


def _titles(front: Sequence[Section]) -> list[str]:
    """Return the title with the subtitle, and without."""
    title = next((section.text for section in front if section.type == "title"), None)
    subtitle = next((section.text for section in front if section.type == "subtitle"), None)
    both = [f"{title} {subtitle}"] if title and subtitle else []
    return [*both, title] if title else both
