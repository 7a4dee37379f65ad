"""How the model is put together from the layout: notes and markers, blocks, works, sections, metadata, provenance."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.analysis import regions
from converter.analysis.body import build_blocks
from converter.analysis.cite_as import ParsedCiteAs, parse_cite_as
from converter.analysis.citations import ReadNote, read_note
from converter.analysis.colophon import read_colophon
from converter.analysis.content import Insert, linked
from converter.analysis.flow import Flow
from converter.analysis.known_names import known_names
from converter.analysis.layout import Layout
from converter.analysis.ledger import Ledger
from converter.analysis.passages import Passage
from converter.analysis.matching import Matched, NoteDraft, match_markers
from converter.analysis.metadata import Witnesses, read_metadata
from converter.analysis.references import Settled, citation_content, earlier_work, settle_references
from converter.analysis.roles import settle_roles
from converter.analysis.sections import Draft, build_section, group_sections, heading_of, section_id
from converter.diagnostics import Code
from converter.model import (
    Block, Citation, Commentary, Content, Footnote, Marker, Metadata, NoteMarker, PageBreak, Paragraph, Provenance, Section, SourceRecord,
)  # fmt: skip
from converter.normalizers.keys import KeyRing, citation_key
from converter.normalizers.languages import language_of
from converter.normalizers.spaces import title_key
from converter.profiles import Profile
from converter.source import Source, Span
from converter.version import __version__

LABELLED_FRONT = frozenset(regions.FRONT)
LABELLED_BACK = frozenset({regions.ABOUT, regions.COLOPHON, regions.NOTES, regions.SIGNATURE})


class Assembly:
    """Puts one document together, part by part."""

    def __init__(self, source: Source, profile: Profile, layout: Layout, ledger: Ledger) -> None:
        self.source = source
        self.profile = profile
        self.layout = layout
        self.ledger = ledger
        self.ring = KeyRing()
        self.notes = self._note_drafts()
        self.note_ids = {id(note): f"fn{number}" for number, note in enumerate(self.notes, 1)}
        self.matched = self._match()
        self.inserts = self._inserts()
        self.markers: dict[str, list[Marker]] = {}
        self.language = "und"
        self.cited_before: set[str] = set()
        self.last_work: str | None = None
        """The work cited last, which ``ibid.`` means."""

    def commentary(self) -> Commentary:
        """Build the model; the order matters only where one part needs another's names."""
        layout = self.layout
        front_drafts = group_sections(layout.passages, layout.labels, LABELLED_FRONT, self.profile)
        front = self._sections(front_drafts, set())
        body = self._body()
        text = "\n".join(block.text for block in body if block.type != "heading")[:4000]
        cited = self._cite_as(text, _titles(front))
        main = cited[0] if cited else None
        metadata = self._metadata(front_drafts, front, main, text)
        identifier = self._identifier(metadata)
        self.language = metadata.language
        read = [self._read_note(note) for note in self.notes]
        settled = self._settle(read)
        back_drafts = group_sections(layout.passages, layout.labels, LABELLED_BACK, self.profile)
        back = self._back(back_drafts, cited[1:])
        footnotes = tuple(self._footnote(number, note, works, settled) for number, (note, works) in enumerate(zip(self.notes, read, strict=True)))
        self._report_notes()
        return Commentary(
            id=identifier, metadata=metadata, front_matter=front, body=body, footnotes=footnotes, references=tuple(settled.references),
            cite_as=main.model if main else None, back_matter=back, diagnostics=self.ledger.sorted_findings(), provenance=self._provenance(),
        )  # fmt: skip

    # --- Notes and markers ---

    def _note_drafts(self) -> list[NoteDraft]:
        layout, drafts = self.layout, list[NoteDraft]()
        for number in layout.numbers(regions.NOTE):
            start = layout.plan.starts.get(number)
            if start:
                drafts.append(NoteDraft(start, [number]))
            elif drafts and drafts[-1].passages[-1] == number - 1:
                drafts[-1].passages.append(number)
            else:
                layout.labels[number] = regions.SIGNATURE  # text among the notes that is none: kept as a line of its own
        return drafts

    def _match(self) -> Matched:
        layout = self.layout
        running = frozenset(layout.numbers(regions.BODY, *regions.FRONT))
        return match_markers(layout.plan, self.notes, running, layout.passages, self.ledger)

    def _inserts(self) -> dict[int, list[Insert]]:
        """Return, by passage, what stands in the place of its marks and page breaks."""
        found: dict[int, list[Insert]] = {}
        for mark, note in self.matched.markers:
            literal = self.layout.passages[mark.passage].text[mark.start : mark.end]
            node = NoteMarker(self.note_ids[id(note)] if note else None, mark.label, literal)
            found.setdefault(mark.passage, []).append(Insert(mark.start, mark.end, node))
        for number, passage in enumerate(self.layout.passages):
            for at, page in passage.breaks:
                found.setdefault(number, []).append(Insert(at, at, PageBreak(page)))
        for inserts in found.values():
            inserts.sort(key=lambda insert: insert.start)
        return found

    def _place_markers(self, block: str, number: int, begin: int, offsets: Sequence[int]) -> None:
        """Note where the markers of a passage ended up in the text of a block."""
        inserts = [insert for insert in self.inserts.get(number, []) if isinstance(insert.node, NoteMarker)]
        flow = self.layout.passages[number].flow
        for insert, offset in zip(inserts, offsets, strict=True):
            if isinstance(insert.node, NoteMarker) and insert.node.footnote:
                marker = Marker(block, begin + offset, flow.span(insert.start, insert.end))
                self.markers.setdefault(insert.node.footnote, []).append(marker)

    # --- Body and sections ---

    def _body(self) -> tuple[Block, ...]:
        numbers = self.layout.numbers(regions.BODY)
        passages = [self.layout.passages[number] for number in numbers]
        number_of = {id(passage): number for number, passage in zip(numbers, passages, strict=True)}

        def inserts(passage: Passage) -> list[Insert]:
            return self.inserts.get(number_of[id(passage)], [])

        blocks = []
        for block, places in build_blocks(passages, inserts):
            for passage, begin, offsets in places:
                self._place_markers(block.id, number_of[id(passage)], begin, offsets)
            blocks.append(block)
        if len(blocks) == 1 and len(blocks[0].text) > 1500:
            self.ledger.find(Code.ONE_LINE_DOCUMENT, Span(blocks[0].span.start, blocks[0].span.start + 1), "/body/0")
        self._report_repeats(blocks)
        return tuple(blocks)

    def _report_repeats(self, blocks: Sequence[Block]) -> None:
        seen: set[str] = set()
        for number, block in enumerate(blocks):
            if len(block.text) >= 80 and block.text in seen:
                self.ledger.find(Code.REPEATED_TEXT, block.span, f"/body/{number}")
            seen.add(block.text)

    def _sections(self, drafts: Sequence[Draft], taken: set[str]) -> tuple[Section, ...]:
        sections = []
        for draft in drafts:
            identifier = section_id(draft.type, taken)
            inserts = [self.inserts.get(number, []) for number in draft.numbers]
            section, places = build_section(draft, identifier, heading_of(draft, self.profile), inserts)
            for number, (begin, offsets) in zip(draft.numbers, places, strict=True):
                self._place_markers(identifier, number, begin, offsets)
            if section.heading and not section.content and draft.type == "about-author":
                self.ledger.find(Code.EMPTY_SECTION, section.span, heading=f"“{section.heading}”")
            sections.append(section)
        return tuple(sections)

    def _back(self, drafts: Sequence[Draft], further: Sequence[ParsedCiteAs]) -> tuple[Section, ...]:
        taken = {"title", "byline", "cite-as"}
        sections = list(self._sections(drafts, taken))
        for parsed in further:
            model = parsed.model
            text = f"{model.label} {model.literal}" if model.label else model.literal
            sections.append(Section("cite-as", section_id("cite-as", taken), model.label, text, model.content, model.span))
        return tuple(sorted(sections, key=lambda section: section.span.start))

    # --- Cite-as and metadata ---

    def _cite_as(self, text: str, titles: Sequence[str]) -> list[ParsedCiteAs]:
        """Parse the cite-as blocks; the one in the language of the document comes first."""
        blocks: list[list[Flow]] = []
        last = -2
        for number in self.layout.numbers(regions.CITE_AS):
            flow = self.layout.passages[number].flow
            if blocks and last == number - 1 and not self.profile.cite_as.match(flow.text):
                blocks[-1].append(flow)
            else:
                blocks.append([flow])
            last = number
        if not blocks:
            self.ledger.find(Code.MISSING_CITE_AS, None, "/cite_as")
            return []
        flows = [Flow.joined(block) if len(block) > 1 else block[0] for block in blocks]
        if len(flows) > 1:
            self.ledger.find(Code.MULTIPLE_CITE_AS, flows[1].whole(), "/cite_as", count=len(flows))
            language = language_of(text)[0]
            flows.sort(key=lambda flow: language_of(flow.text, {"en", "tr", language})[0] != language)
        return [parse_cite_as(flow, self.profile, self.ledger, titles) for flow in flows]

    def _metadata(self, drafts: Sequence[Draft], front: Sequence[Section], main: ParsedCiteAs | None, text: str) -> Metadata:
        signature = [self.layout.passages[number].flow for number in self.layout.numbers(regions.SIGNATURE)]
        imprint = read_colophon([self.layout.passages[number].flow for number in self.layout.numbers(regions.COLOPHON)], self.profile)
        printed = [draft.flow().text for draft in drafts if draft.type == "byline"] + ([main.model.author] if main and main.model.author else [])
        known = known_names(printed, self.source.text, self.profile.authors)
        titles = {section.type: section.text for section in reversed(front)}
        return read_metadata(Witnesses(drafts, titles, signature, main, imprint, self.profile, text, known), self.ledger)

    def _identifier(self, metadata: Metadata) -> str:
        first = metadata.authors[0] if metadata.authors else None
        house = metadata.publisher.acronym or metadata.publisher.name if metadata.publisher else ""
        family = (first.family or first.literal) if first else house
        year = metadata.published.date[:4] if metadata.published else None
        return self.ring.take(citation_key(family, year, metadata.title, metadata.language))

    # --- Works cited ---

    def _read_note(self, note: NoteDraft) -> list[tuple[Flow, ReadNote]]:
        """Read each paragraph of a note."""
        read = []
        for position, number in enumerate(note.passages):
            passage = self.layout.passages[number]
            passage.read_words()
            flow = passage.flow.part(note.start.end, len(passage.text)) if position == 0 else passage.flow
            read.append((flow, read_note(flow, passage.words, self.profile)))
        return read

    def _settle(self, read: Sequence[Sequence[tuple[Flow, ReadNote]]]) -> Settled:
        works = [work for note in read for _, paragraph in note for work in paragraph.works]
        settle_roles(works)
        return settle_references(works, self.language, self.ring, {}, self.ledger)

    def _footnote(self, number: int, note: NoteDraft, read: Sequence[tuple[Flow, ReadNote]], settled: Settled) -> Footnote:
        before = self.last_work
        paragraphs = [self._note_content(flow, paragraph, settled) for flow, paragraph in read]
        self.last_work = before
        content: tuple[Content, ...] = paragraphs[0] if len(paragraphs) == 1 else tuple(Paragraph(one) for one in paragraphs)  # type: ignore[arg-type]
        text = "\n".join(flow.text for flow, _ in read)
        first, last = self.layout.passages[note.passages[0]].flow, self.layout.passages[note.passages[-1]].flow
        span = Span(first.whole().start, last.whole().end)
        cited = tuple(dict.fromkeys(key for key in self._cited(read, settled) if key))
        if not text:
            self.ledger.find(Code.NOTE_EMPTY, span, f"/footnotes/{number}", label=note.label)
        identifier = self.note_ids[id(note)]
        markers = tuple(self.markers.get(identifier, ()))
        kind = _kind([paragraph.kind for _, paragraph in read])
        if kind == "comment" and cited:
            kind = "back-reference"
        return Footnote(identifier, note.label, kind, text, content, cited, markers, span)

    def _cited(self, read: Sequence[tuple[Flow, ReadNote]], settled: Settled) -> Iterator[str | None]:
        """Yield the works of a note in order; ``ibid.`` and short forms mean works of the notes before."""
        for flow, paragraph in read:
            if paragraph.back:
                yield self._meant(flow, paragraph, settled)
            elif not paragraph.works and settled.references:
                yield earlier_work(flow.text, [one for one in settled.references if one.id in self.cited_before])
            for work in paragraph.works:
                self.last_work = settled.of_work[id(work)]
                self.cited_before.add(self.last_work)
                yield self.last_work

    def _meant(self, flow: Flow, paragraph: ReadNote, settled: Settled) -> str | None:
        """Return the work that a back-reference means: its author's, where it names one, else the last one."""
        start = paragraph.back[0] if paragraph.back else 0
        named = title_key(flow.text[:start])
        if named:
            for reference in reversed(settled.references):
                family = reference.author[0].family if reference.author else None
                if reference.id in self.cited_before and family and title_key(family) in named:
                    return reference.id
        return self.last_work

    def _note_content(self, flow: Flow, note: ReadNote, settled: Settled) -> tuple[Content, ...]:
        items: list[Content] = []
        at = 0
        if note.back and (meant := self._meant(flow, note, settled)):
            start, end = note.back
            items += [item for item in linked(flow, 0, start) if item.text]
            items.append(Citation(meant, tuple(linked(flow, start, end))))
            at = end
        for work in note.works:
            items += [item for item in linked(flow, at, work.start) if item.text]
            items.append(citation_content(work, settled.of_work[id(work)], settled.languages[id(work)]))
            at = work.end
        items += [item for item in linked(flow, at, len(flow.text)) if item.text]
        return tuple(items)

    def _report_notes(self) -> None:
        for number, note in enumerate(self.notes):
            place = self.layout.passages[note.start.passage].flow.span(0, note.start.end)
            pointer = f"/footnotes/{number}"
            if not note.marks:
                self.ledger.find(Code.ORPHAN_NOTE, place, pointer, label=note.label)
            elif len(note.marks) > 1:
                flow = self.layout.passages[note.marks[1].passage].flow
                self.ledger.find(Code.NOTE_CITED_AGAIN, flow.span(note.marks[1].start, note.marks[1].end), pointer, label=note.label)
        self._report_numbering()

    def _report_numbering(self) -> None:
        figures = [note for note in self.notes if note.label.isdigit()]
        if figures and int(figures[0].label) > 1:
            place = self.layout.passages[figures[0].start.passage].flow.span(0, figures[0].start.end)
            self.ledger.find(Code.NOTE_OFFSET, place, label=figures[0].label)
        for before, note in pairwise(figures):
            place = self.layout.passages[note.start.passage].flow.span(0, note.start.end)
            if note.label == before.label or note.run > before.run and int(note.label) != 1:
                self.ledger.find(Code.NOTE_DUPLICATE, place, label=note.label)
            elif note.run == before.run and int(note.label) < int(before.label):
                self.ledger.find(Code.NOTE_ORDER, place, label=note.label)

    # --- Provenance ---

    def _provenance(self) -> Provenance:
        source = self.source
        record = SourceRecord(
            source.name, source.sha256, source.media_type, source.encoding, hashlib.sha256(source.text.encode()).hexdigest()
        )  # fmt: skip
        furniture = sorted(self.layout.furniture, key=lambda mark: mark.span.start)
        return Provenance(record, __version__, self.profile.name, tuple(furniture), tuple(self.ledger.evidence))


def _titles(front: Sequence[Section]) -> list[str]:
    """Return the title with the subtitle, and without."""
    title = next((section.text for section in front if section.type == "title"), None)
    subtitle = next((section.text for section in front if section.type == "subtitle"), None)
    return [*([f"{title} {subtitle}"] if title and subtitle else []), *([title] if title else [])]


def _kind(kinds: Sequence[str]) -> str:
    if len(set(kinds)) == 1:
        return kinds[0]
    return "mixed" if "reference" in kinds or "mixed" in kinds else "back-reference" if "back-reference" in kinds else "comment"
