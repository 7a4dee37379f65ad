"""PDF: what is printed on its pages, in the order in which it is read; notes and marks of the page apart."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput
from converter.readers.laying_out import Paper
from converter.readers.pdf_blocks import Layer, find_broken
from converter.readers.pdf_bombs import drawn_characters
from converter.readers.pdf_clues import read_clues
from converter.readers.pdf_columns import Column, set_edges, set_note_edges, split_columns
from converter.readers.pdf_doubts import font_cipher, no_text, pages_without_text, unknown_letters
from converter.readers.pdf_glyphs import PageText
from converter.readers.pdf_hyphens import Hyphens
from converter.readers.pdf_initials import with_initials
from converter.readers.pdf_library import Handle, calls, opened, page_of
from converter.readers.pdf_lines import Line, Lines, merged, read_lines
from converter.readers.pdf_links import set_links
from converter.readers.pdf_measures import Measures, text_size
from converter.readers.pdf_note_marks import set_marks
from converter.readers.pdf_notes import NoteFinder
from converter.readers.pdf_page_marks import Marks, Page, edge_lines, set_marks_aside
from converter.readers.pdf_paragraphs import Joiner
from converter.readers.pdf_tables import find_rows, with_tagged_rows
from converter.readers.pdf_tags import forget_false_tags, in_tagged_order, with_tags
from converter.readers.pdf_xmp import read_xmp
from converter.source import Clue, Source

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 400
"""Pages of a file; a commentary of more is none."""

MOST_CHARACTERS = 2_000_000
END_OF_FILE = b"%%EOF"
TAIL = 2048
"""Bytes from the end in which the mark of the end stands."""


def read_pdf(content: bytes, name: str, sha256: str) -> Source:
    """Read a PDF; raise ``UnreadableInput`` if it is encrypted, damaged, or has no text that can be read."""
    if count := drawn_characters(content, MOST_CHARACTERS):
        raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=count, limit=MOST_CHARACTERS))
    pages, texts, clues, findings = _read_pages(content, name)
    for failure in (no_text(texts), font_cipher("\n".join(texts))):
        if failure:
            raise UnreadableInput(name, failure)
    empty = pages_without_text(texts)
    findings += [empty] if empty else []
    paper = Paper()
    broken = _lay_out(pages, paper)
    source = paper.source(name, MEDIA_TYPE, "utf-8", sha256, findings, clues)
    found = (*find_broken(source, broken), *unknown_letters(source))
    return replace(source, diagnostics=(*source.diagnostics, *found))


def _read_pages(content: bytes, name: str) -> tuple[list[Page], list[str], list[Clue], list[Diagnostic]]:
    """Read all pages while the file is open."""
    pages: list[Page] = []
    texts: list[str] = []
    findings: list[Diagnostic] = []
    with opened(content, name) as document:
        count = calls().FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise UnreadableInput(name, Code.TOO_MANY_PAGES.at(None, count=count, limit=MOST_PAGES))
        length = 0
        for number in range(count):
            with page_of(document, number) as (page, text):
                if not text:
                    findings.append(Code.PAGE_LOST.at(None, page=number + 1))
                    continue
                reading = PageText(text)
                length += reading.count
                if length > MOST_CHARACTERS:
                    raise UnreadableInput(name, Code.TOO_LARGE.at(None, size=length, limit=MOST_CHARACTERS))
                texts.append(reading.text)
                pages.append(_page(document, page, len(pages), reading))
        damaged = not calls().FPDF_DocumentHasValidCrossReferenceTable(document)
        if damaged or END_OF_FILE not in content[-TAIL:]:
            findings.append(Code.PDF_DAMAGED.at(None))
        return pages, texts, [*read_clues(document), *read_xmp(content)], findings


def _page(document: Handle, handle: Handle, number: int, reading: PageText) -> Page:
    box = (ctypes.c_float * 4)()
    calls().FPDF_GetPageBoundingBox(handle, ctypes.addressof(box))
    lines = read_lines(reading, number)
    set_links(document, handle, lines, reading)
    page = Page(number, *_upright(lines, list(box)))
    if calls().FPDFCatalog_IsTagged(document):
        page.lines = with_tags(handle, number, page.lines, reading)
        for line in edge_lines(page):
            line.artifact = line.glyphs[0].anchor >= 0 and reading.is_artifact(line.glyphs[0].anchor)
    return page


def _upright(lines: Lines, box: Sequence[float]) -> tuple[Lines, Marks, float, float]:
    """Return the lines of a page that are its text, what is turned or hidden, and the edges of the page.

    What is hidden is the text of a scanned page; where most is shown, it says the same once more. A page
    that is printed sideways is read as it runs.
    """
    left, top, right, bottom = box
    plain = all(line.style.angle == 0 and not line.style.hidden for line in lines)
    if plain:
        return lines, [], bottom, top
    lengths: Counter[tuple[int, bool]] = Counter()
    for line in lines:
        lengths[line.style.angle, line.style.hidden] += len(line.text)
    angle, hidden = max(lengths, key=lambda kind: lengths[kind])
    text = [line for line in lines if line.style.angle == angle and (hidden or not line.style.hidden)]
    kept = {id(line) for line in text}
    asides = [
        ("hidden-text" if line.style.hidden else "margin-text", line)
        for line in lines
        if id(line) not in kept
    ]
    edges = {0: (bottom, top), 90: (-right, -left), 180: (-top, -bottom), 270: (left, right)}
    return text, asides, *edges.get(angle, (bottom, top))


def _lay_out(pages: Sequence[Page], paper: Paper) -> Sequence[tuple[Code, str, str]]:
    """Lay out all pages; return the words that line ends break, and what is to be said of each."""
    size = text_size([line for page in pages for line in page.lines])
    set_marks_aside(pages, size)
    for page in pages:
        page.lines = with_initials(page.lines, size)
    columns = [_columns(page) for page in pages]
    forget_false_tags([column.lines for page in columns for column in page])
    set_edges(columns)
    measures = Measures([column.lines for page in columns for column in page], size)
    finder = NoteFinder(measures.size)
    ordered = [in_tagged_order([column.lines for column in page]) for page in columns]
    texts = [finder.take(page, number) for number, page in enumerate(ordered)]
    _mark(texts, finder)
    set_note_edges(line for note in finder.notes for line in note.lines)
    joiner = Joiner(measures)
    lines = [line for page in texts for column in page for line in column]
    lines += [line for note in finder.notes for line in note.lines]
    layer = Layer(paper, joiner, Hyphens([line.text for line in lines], justified=measures.justified))
    paragraphs = joiner.paragraphs([column for page in texts for column in page])
    layer.rank(paragraphs)
    turner = _Turner(pages, layer)
    for paragraph in paragraphs:
        layer.block(paragraph, turner.turn_to)
    turner.turn_to(len(pages))
    for note in finder.notes:
        layer.note(note)
    return layer.broken


def _columns(page: Page) -> list[Column]:
    found = list(split_columns(with_tagged_rows(page.lines)))
    for column in found:
        column.lines = merged(column.lines)
        find_rows(column.lines)
    return found


def _mark(texts: Sequence[Sequence[Lines]], finder: NoteFinder) -> None:
    """Mark on each page what refers to its notes, or to one that stands on the next."""
    numbers = [int(note.label) for note in finder.notes if note.label.isdecimal()]
    beyond = {str(max(numbers) + step) for step in (1, 2)} if numbers else set()
    for number, page in enumerate(texts):
        labels = frozenset({note.label for note in finder.notes if number <= note.page <= number + 1})
        labels |= beyond if labels else set()  # a marker whose note is missing
        if labels:
            set_marks([line for column in page for line in column], labels)


class _Turner:
    """Turns the pages: the marks at their heads and feet are laid out where they stand."""

    def __init__(self, pages: Sequence[Page], layer: Layer) -> None:
        self.pages = pages
        self.layer = layer
        self.at = 0
        self._marks(pages[0].heads)

    def turn_to(self, number: int) -> None:
        """Go on to a page; behind the last there is nothing more."""
        while self.at < number:
            self._marks((*self.pages[self.at].asides, *self.pages[self.at].feet))
            self.at += 1
            if self.at < len(self.pages):
                self.layer.paper.page_break()
                self._marks(self.pages[self.at].heads)

    def _marks(self, marks: Iterable[tuple[str, Line]]) -> None:
        for kind, line in marks:
            self.layer.mark(kind, line)
