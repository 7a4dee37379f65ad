"""How the notes of a document become footnotes: their passages, works, content and numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.analysis import regions
from converter.analysis.citation_content import citation_content
from converter.analysis.citations import ReadNote, read_note
from converter.analysis.content import linked
from converter.analysis.earlier_works import EarlierWorks
from converter.analysis.flow import Flow
from converter.analysis.layout import Layout
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.leftovers import looks_cited, report_leftovers
from converter.analysis.marker_places import MarkerPlaces
from converter.analysis.note_cuts import BackReference, Stretch
from converter.analysis.note_drafts import NoteDraft
from converter.analysis.parts import trimmed
from converter.analysis.references import Settled
from converter.analysis.wording import ends_sentence
from converter.analysis.work_draft import WorkDraft
from converter.diagnostics import Code
from converter.model import Citation, Content, Footnote, Inline, Paragraph
from converter.profiles import Profile
from converter.source import Span

LONGEST_SHORT_FORM = 120
"""Characters of a note that are a short form; a longer one is a comment that names a work."""

NOTE_NUMBER = re.compile(
    r"""
    \b (?: n | nn | note | notes | fn | footnote | dipnot | anm | fußnote | прим | сноск\w+ | przyp
      | przypis | nota | nt | σημ | υποσ | pozn | lj | noot | not | სქ )\b \.? \s* (?P<label> \d+ )
    | 注 \s* (?P<other> \d+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""``note 2 above``, ``Anm. 3``, ``dipnot 5``."""

ReadParagraphs = list[tuple[Flow, ReadNote]]
"""The paragraphs of a note, each with what was read in it."""


def draft_notes(layout: Layout) -> list[NoteDraft]:
    """Gather the passages of each note; text among the notes that is none is kept as a line of its own."""
    drafts: list[NoteDraft] = []
    for number in layout.numbers(regions.NOTE):
        start = layout.plan.starts.get(number)
        if start:
            place = layout.passages[number].flow.place(0)
            drafts.append(NoteDraft(f"fn{len(drafts) + 1}", start, [number], place))
        elif drafts and drafts[-1].passages[-1] == number - 1:
            drafts[-1].passages.append(number)
        else:
            layout.labels[number] = regions.SIGNATURE
    return drafts


def read_paragraphs(note: NoteDraft, layout: Layout, profile: Profile) -> ReadParagraphs:
    """Read each paragraph of a note; a line that goes on in the line right below is one with it."""
    read: ReadParagraphs = []
    for numbers in _paragraphs(note, layout):
        flows = [layout.passages[number].flow for number in numbers]
        begin = note.start.end if numbers[0] == note.passages[0] else 0
        if begin:
            flows[0] = flows[0].part(begin, len(flows[0].text))
        words: list[str] = []
        for number in numbers:
            words += layout.passages[number].read_words()
        flow = Flow.joined(flows) if len(flows) > 1 else flows[0]
        note_read = read_note(flow, words, profile)
        read.append((note_read.flow, note_read))
    return read


def _paragraphs(note: NoteDraft, layout: Layout) -> list[list[int]]:
    groups: list[list[int]] = []
    for number in note.passages:
        passage = layout.passages[number]
        if groups and passage.gap == 0 and not ends_sentence(layout.passages[number - 1].text):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def works_of(read: Sequence[ReadParagraphs]) -> list[WorkDraft]:
    """Return the works of all notes in reading order."""
    return [work for paragraphs in read for _, paragraph in paragraphs for work in paragraph.works]


class FootnoteWriter:
    """Builds the footnotes in order: what ``ibid.`` means depends on the notes before."""

    def __init__(self, layout: Layout, settled: Settled, places: MarkerPlaces, ledger: Ledger) -> None:
        self.layout = layout
        self.settled = settled
        self.places = places
        self.ledger = ledger
        self.earlier = EarlierWorks()
        self.by_label: dict[str, tuple[str, ...]] = {}
        """Label of a note → the works that it cites."""
        self.cited_before = 0
        """Works that the note before cites."""
        self.unread_before = False
        """Whether the note before reads like a citation in which no work was recognised."""

    def footnotes(self, notes: Sequence[NoteDraft], read: Sequence[ReadParagraphs]) -> tuple[Footnote, ...]:
        """Return all footnotes, and report what is odd about them."""
        pairs = enumerate(zip(notes, read, strict=True))
        built = tuple([self._footnote(number, note, paragraphs) for number, (note, paragraphs) in pairs])
        report_notes(notes, self.layout, self.ledger)
        return built

    def _footnote(self, number: int, note: NoteDraft, read: ReadParagraphs) -> Footnote:
        cited: dict[str, None] = {}
        paragraphs = [self._paragraph(flow, paragraph, cited) for flow, paragraph in read]
        content: tuple[Content, ...] = paragraphs[0]
        if len(paragraphs) > 1:
            content = tuple([Paragraph(paragraph) for paragraph in paragraphs])
        text = "\n".join([flow.text for flow, _ in read])
        span = self._span(note)
        if not text:
            self.ledger.find(Code.NOTE_EMPTY, span, f"/footnotes/{number}", label=note.label)
        kind = _kind({paragraph.kind for _, paragraph in read})
        self.unread_before = kind == "comment" and not cited and looks_cited(text)
        if kind == "comment" and cited:
            kind = "back-reference"
        elif self.unread_before:
            self.ledger.find(Code.CITATION_UNPARSED, span, f"/footnotes/{number}")
        self.cited_before = len(cited)
        self.by_label.setdefault(note.label, tuple(cited))
        markers = self.places.of_note(note.id)
        return Footnote(note.id, note.label, kind, text, content, tuple(cited), markers, span)

    def _span(self, note: NoteDraft) -> Span:
        first, last = self.layout.passages[note.passages[0]], self.layout.passages[note.passages[-1]]
        return Span(first.flow.whole().start, last.flow.whole().end)

    def _paragraph(self, flow: Flow, note: ReadNote, cited: dict[str, None]) -> tuple[Inline, ...]:
        """Return the content of a paragraph; add the works it cites, ``ibid.`` and short forms included."""
        items: list[Inline] = []
        at = 0
        for url in note.joined:
            self.ledger.find(Code.URL_JOINED, flow.whole(), chosen=quoted(url, 120))
        for start, end in note.missed:
            text = quoted(flow.text[start:end])
            self.ledger.find(Code.CITATION_UNCERTAIN, flow.span(start, end), text=text)
        for citation, start, end in self._citations(flow, note, cited):
            items += linked(flow, at, start)
            items.append(citation)
            report_leftovers(citation, start, flow, self.ledger)
            at = end
        items += linked(flow, at, len(flow.text))
        return tuple(items)

    def _citations(
        self, flow: Flow, note: ReadNote, cited: dict[str, None]
    ) -> Iterator[tuple[Citation, int, int]]:
        """Yield the citations in their order, for what each means depends on those before it."""
        parts: list[WorkDraft | BackReference | Stretch] = [
            *note.works,
            *note.backs,
            *note.asked,
            *note.others,
        ]
        for part in sorted(parts, key=_start):
            if isinstance(part, WorkDraft):
                reference = self.settled.of_work[id(part)]
                self.earlier.cite(reference)
                cited[reference.id] = None
                language = self.settled.languages[id(part)]
                yield citation_content(part, reference.id, language), part.start, part.end
                continue
            is_asked = part in note.asked
            meant, start, end = self._meant(flow.text, part, alone=not cited, asked=is_asked)
            if isinstance(part, BackReference):
                self._report_doubt(flow, part, meant, alone=not cited)
            elif is_asked and meant is None:
                self.ledger.find(Code.CITATION_UNPARSED, flow.span(start, end))
            if meant:
                self.earlier.last = meant
                cited[meant] = None
                if end - start <= LONGEST_SHORT_FORM:
                    yield Citation(meant, tuple(linked(flow, start, end))), start, end

    def _report_doubt(self, flow: Flow, part: BackReference, meant: str | None, *, alone: bool) -> None:
        """Report a back-reference that means nothing, or a nameless one behind a note of several works."""
        named = flow.text[part.name_start : part.start].strip()
        if meant is None:
            self.ledger.find(Code.CITATION_UNPARSED, flow.span(part.start, part.end))
        elif alone and not named and self.cited_before > 1:
            text = quoted(flow.text[part.start : part.end])
            self.ledger.find(Code.CITATION_UNCERTAIN, flow.span(part.start, part.end), text=text)

    def _meant(
        self, text: str, part: BackReference | Stretch, *, alone: bool, asked: bool
    ) -> tuple[str | None, int, int]:
        """Return the work that a back-reference or a short form means, and where that stands.

        A nameless one behind a note whose work was not recognised means that work, and no earlier one.
        """
        if isinstance(part, BackReference):
            name = text[part.name_start : part.start]
            is_lost = alone and self.unread_before and not name.strip()
            return None if is_lost else self.earlier.meant(name), part.start, part.end
        start, end = trimmed(text, *part)
        named = text[start:end]
        if asked:
            return self.earlier.asked_for(named) or self._of_note(named), start, end
        return self.earlier.named_in(named), start, end

    def _of_note(self, text: str) -> str | None:
        """Return the only work of the note that a stretch points to: `see note 2 above`."""
        number = NOTE_NUMBER.search(text)
        works = self.by_label.get(number["label"] or number["other"], ()) if number else ()
        return works[0] if len(works) == 1 else None


def _start(part: WorkDraft | BackReference | Stretch) -> int:
    return part.start if isinstance(part, WorkDraft) else part[0]


def _kind(kinds: set[str]) -> str:
    if len(kinds) == 1:
        return next(iter(kinds))
    if "reference" in kinds or "mixed" in kinds:
        return "mixed"
    return "back-reference" if "back-reference" in kinds else "comment"


def report_notes(notes: Sequence[NoteDraft], layout: Layout, ledger: Ledger) -> None:
    """Report notes without a marker or with several, and numbers out of order."""
    for number, note in enumerate(notes):
        pointer = f"/footnotes/{number}"
        if not note.marks:
            ledger.find(Code.ORPHAN_NOTE, _label_span(note, layout), pointer, label=note.label)
        elif len(note.marks) > 1:
            again = note.marks[1]
            place = layout.passages[again.passage].flow.span(again.start, again.end)
            ledger.find(Code.NOTE_CITED_AGAIN, place, pointer, label=note.label)
    _report_numbering([note for note in notes if note.label.isdecimal()], layout, ledger)


def _report_numbering(notes: Sequence[NoteDraft], layout: Layout, ledger: Ledger) -> None:
    if notes and int(notes[0].label) > 1:
        ledger.find(Code.NOTE_OFFSET, _label_span(notes[0], layout), label=notes[0].label)
    for before, note in pairwise(notes):
        code = _odd_number(before, note)
        if code:
            ledger.find(code, _label_span(note, layout), label=note.label)


def _odd_number(before: NoteDraft, note: NoteDraft) -> Code | None:
    """Return what is odd about the number of a note behind another's."""
    if note.run > before.run:
        anew = int(note.label) == 1 and note.marks and before.marks
        return Code.NOTES_ANEW if anew else Code.NOTE_DUPLICATE
    return Code.NOTE_ORDER if int(note.label) < int(before.label) else None


def _label_span(note: NoteDraft, layout: Layout) -> Span:
    return layout.passages[note.start.passage].flow.span(0, note.start.end)
