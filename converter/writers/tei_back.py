"""What stands behind the body in TEI: sections as printed, notes without a marker, works cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.model import PRINTED, CiteAs, Footnote, NoteMarker, Section
from converter.writers.page_marks import PageMarks, add_furniture
from converter.writers.tei_bibl import add_reference
from converter.writers.tei_content import ContentWriter, printed_citation
from converter.writers.tei_elements import XML_ID
from converter.writers.tei_front import add_division
from converter.writers.xml_text import Element, add, append_text, put

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from converter.model import Commentary

    BackPart: TypeAlias = "CiteAs | Section | Footnote"


def unmarked_notes(commentary: Commentary) -> tuple[Footnote, ...]:
    """Return the notes that no marker of the text points to, even if another note names them."""
    marked: set[str | None] = set()
    for part in (commentary.front_matter, commentary.body, commentary.back_matter):
        _collect_marked(part, marked)
    return tuple(note for note in commentary.footnotes if note.id not in marked)


def _collect_marked(content: Iterable[object], marked: set[str | None]) -> None:
    for part in content:
        if isinstance(part, NoteMarker):
            marked.add(part.footnote)
        elif type(part) not in PRINTED and (nested := getattr(part, "content", ())):
            _collect_marked(nested, marked)


def add_back(
    text: Element,
    commentary: Commentary,
    writer: ContentWriter,
    marks: PageMarks,
    unmarked: tuple[Footnote, ...],
) -> None:
    """Write the sections in the order of the source, all that is of the notes together; then the works."""
    back = add(text, "back")
    parts = _in_order(commentary, unmarked)
    of_notes = [part for part in parts if _is_of_notes(part)]
    for part in parts:
        add_furniture(back, marks.take_before(part.span.start))
        if part is next(iter(of_notes), None):
            _add_notes(add(back, "div", None, {"type": "notes"}), of_notes, writer)
        elif isinstance(part, CiteAs):
            _add_cite_as(back, part, writer)
        elif isinstance(part, Section) and part.type == "cite-as":
            _add_further_cite_as(back, part, writer)
        elif isinstance(part, Section) and part.type != "notes-heading":
            add_division(back, part, writer)
    add_furniture(back, marks.take_all())
    _add_references(back, commentary)


def _in_order(commentary: Commentary, unmarked: tuple[Footnote, ...]) -> list[BackPart]:
    parts: list[BackPart] = [*commentary.back_matter, *unmarked]
    if commentary.cite_as:
        parts.append(commentary.cite_as)
    return sorted(parts, key=lambda part: part.span.start)


def _is_of_notes(part: BackPart) -> bool:
    return isinstance(part, Footnote) or (isinstance(part, Section) and part.type == "notes-heading")


def _add_notes(notes: Element, parts: Iterable[BackPart], writer: ContentWriter) -> None:
    """Write notes without a marker, and the heading of the notes; TEI wants headings first."""
    for part in parts:
        if isinstance(part, Section):
            name = "p" if notes.parts else "head"
            writer.inlines(add(notes, name, part.heading, {XML_ID: part.id}), part.content)
        elif isinstance(part, Footnote):
            writer.note(notes, part)


def _add_cite_as(back: Element, cite_as: CiteAs, writer: ContentWriter) -> None:
    paragraph = _cite_as_paragraph(add(back, "div", None, {"type": "cite-as"}), cite_as.label)
    writer.citation(add(paragraph, "bibl"), printed_citation(cite_as))


def _add_further_cite_as(back: Element, section: Section, writer: ContentWriter) -> None:
    division = add(back, "div", None, {"type": "cite-as", XML_ID: section.id})
    paragraph = _cite_as_paragraph(division, section.heading)
    writer.citation(add(paragraph, "bibl", None, {"type": "citeAs"}), section.content)


def _cite_as_paragraph(division: Element, label: str | None) -> Element:
    paragraph = add(division, "p")
    if label:
        put(paragraph, "label", label)
        append_text(paragraph, " ")
    return paragraph


def _add_references(back: Element, commentary: Commentary) -> None:
    if commentary.references:
        division = add(back, "div", None, {"type": "references"})
        works = add(division, "listBibl")
        for reference in commentary.references:
            add_reference(works, reference)
