"""Small ways to read a piece of a commentary in a test, and to write what was read as lines of text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from converter import profiles
from converter.analysis.citations import ReadNote, read_by_rules, read_note
from converter.analysis.cite_as import parse_cite_as
from converter.analysis.colophon import read_colophon
from converter.analysis.flow import Flow
from converter.analysis.layout import Layout, read_layout
from converter.analysis.ledger import Ledger
from converter.analysis.lines import Lines, build_passages
from converter.analysis.note_text import NoteText
from converter.analysis.passages import Passage
from converter.analysis.roles import settle_roles
from converter.analysis.work_draft import WorkDraft
from converter.profiles import Profile
from converter.readers.text import read_text
from converter.source import Run, Source

GENERIC = profiles.load("generic")
PARTS = (
    "title", "container", "publisher", "place", "volume", "issue", "number", "page", "year",
)  # fmt: skip


def source_of(text: str) -> Source:
    """Read a text as a file."""
    content = text.encode()
    return read_text(content, "test.txt", hashlib.sha256(content).hexdigest())


def lines_of(text: str) -> Lines:
    """Cut a text into passages."""
    return build_passages(source_of(text))


def layout_of(text: str, profile: Profile = GENERIC) -> Layout:
    """Find the regions of a text."""
    return read_layout(lines_of(text), profile, Ledger())


def flow_of(text: str) -> Flow:
    """Make the flow of a text in Markdown that stands on one line."""
    source = source_of(text)
    return Flow.of_runs(source.text, source.blocks[0].runs)


def passage_of(text: str) -> Passage:
    """Make a passage of a text as it stands."""
    return Passage(Flow.of_runs(text, [Run(0, len(text))]), "text", 0, 1)


def read_one_note(text: str) -> ReadNote:
    """Read a note."""
    flow = flow_of(text)
    passage = Passage(flow, "text", 0, 1)
    passage.read_words()
    read = read_note(flow, passage.words, GENERIC)
    settle_roles(read.works)
    return read


def by_rules(text: str) -> ReadNote:
    """Read a note by the rules alone, which the model of notes may know better than."""
    passage = Passage(flow_of(text), "text", 0, 1)
    read = read_by_rules(NoteText(passage.flow, passage.read_words()), GENERIC)
    settle_roles(read.works)
    return read


def note_in_lines(text: str) -> str:
    """Write down what the rules read a note as: its kind, then each work with its parts."""
    read = by_rules(text)
    lines = [read.kind]
    lines += [f"back: {text[back.start : back.end]}" for back in read.backs]
    for work in read.works:
        lines += _work_in_lines(work)
    return "\n".join(lines)


def _work_in_lines(work: WorkDraft) -> Iterator[str]:
    text = work.note.text
    yield f"- {work.type}"
    yield from (f"author: {text[piece.start : piece.end]}" for piece in work.authors)
    yield from (f"editor: {text[piece.start : piece.end]}" for piece in work.editors)
    yield from (f"{name}: {work.text(name)}" for name in PARTS if name in work.pieces)
    if work.date:
        yield f"{work.date_role or 'date'}: {work.date.iso}"
    if work.accessed:
        yield f"accessed: {work.accessed.iso}"
    if work.url:
        yield f"url: {work.url}"
    if work.doi:
        yield f"doi: {work.doi}"


def cite_as_in_lines(text: str, titles: Sequence[str] = ()) -> str:
    """Write down the parts of a cite-as block, and what was not understood."""
    ledger = Ledger()
    model = parse_cite_as(flow_of(text), GENERIC, ledger, titles).model
    values = {
        "author": model.author, "year": model.year, "title": model.title, "publisher": model.publisher,
        "series": model.series, "number": model.number, "date": model.date and model.date.date,
        "accessed": model.accessed and model.accessed.date, "url": model.url,
    }  # fmt: skip
    lines = [f"{name}: {value}" for name, value in values.items() if value]
    return "\n".join([*lines, *(f"? {finding.message}" for finding in ledger.findings)])


def colophon_in_lines(text: str) -> str:
    """Write down what the lines of a colophon say."""
    imprint = read_colophon([flow_of(line) for line in text.split("\n")], GENERIC)
    single = {
        "name": imprint.name, "phone": imprint.phone, "fax": imprint.fax, "email": imprint.email,
        "website": imprint.website, "rights": imprint.rights,
    }  # fmt: skip
    lines = [f"address: {found.value}" for found in imprint.address]
    lines += [f"{name}: {found.value}" for name, found in single.items() if found]
    return "\n".join([*lines, *(f"social: {found.value}" for found in imprint.social)])
