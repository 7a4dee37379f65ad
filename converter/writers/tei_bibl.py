"""How a person, the document itself and a cited work are recorded in TEI (``biblStruct``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.normalizers.dates import format_date
from converter.writers.tei_elements import XML_ID, XML_LANG, date_attributes, web_target
from converter.writers.xml_text import Element, add, append_text, put

if TYPE_CHECKING:
    from converter.model import Commentary, Metadata, Name, PrintedDate, Reference, Series

MONOGRAPHS = frozenset(
    ["book", "report", "thesis", "document", "legislation", "treaty", "pamphlet", "standard", "periodical"]
)
"""The CSL types of works that stand by themselves; all others stand in something else."""

JOURNALS = frozenset(
    ["article-journal", "article-magazine", "article-newspaper", "webpage", "post-weblog", "post"]
)
"""The CSL types whose container appears again and again (``title[@level='j']``)."""


# --- Names and dates --------------------------------------------------------------------------------------


def add_name(parent: Element, given: str | None, family: str | None, role: str | None, literal: str) -> None:
    """Write a person, or a body where only the printed form is known."""
    if given is None and family is None:
        put(parent, "persName" if role else "orgName", literal)
        return
    person = add(parent, "persName")
    for name, text in (("roleName", role), ("forename", given), ("surname", family)):
        if text:
            if person.parts:
                append_text(person, " ")
            put(person, name, text)


def add_names(parent: Element, element: str, names: tuple[Name, ...]) -> None:
    """Write authors or editors in order."""
    for name in names:
        add_name(add(parent, element), name.given, name.family, name.role, name.literal)


def add_date(parent: Element, date: PrintedDate | None, role: str | None) -> None:
    """Write a date of an imprint: printed words, ISO form, and its role unless that is open."""
    if date is not None:
        attributes = {"type": role} if role else {}
        put(parent, "date", date.literal or date.date, attributes | date_attributes(date.date))


def _add_doi(parent: Element, doi: str | None) -> None:
    if doi:
        put(parent, "idno", doi, {"type": "DOI"})


def _add_address(record: Element, url: str | None) -> None:
    """Write the address as a pointer, or as a note if it must not be followed."""
    if url:
        target = web_target(url)
        if target is None:
            put(record, "note", url, {"type": "address"})
        else:
            put(record, "ptr", None, {"target": target})


def _complete_imprint(imprint: Element) -> None:
    """TEI wants something in every imprint; nothing known is an empty ``publisher``."""
    if not imprint.parts:
        put(imprint, "publisher")


# --- The document itself ----------------------------------------------------------------------------------


def add_self(parent: Element, commentary: Commentary) -> None:
    """Write the resolved record of the document, which BibTeX has too."""
    metadata = commentary.metadata
    record = add(parent, "biblStruct", None, {"type": "self", XML_ID: commentary.id})
    _add_own_analytic(record, metadata)
    monogr = add(record, "monogr")
    imprint = add(monogr, "imprint")
    if metadata.publisher:
        put(imprint, "publisher", metadata.publisher.full_name)
    if metadata.published:
        date = metadata.published.date
        written = format_date(date, metadata.language)
        put(imprint, "date", written, {"type": "published"} | date_attributes(date))
    add_date(imprint, commentary.cite_as.accessed if commentary.cite_as else None, "accessed")
    _complete_imprint(imprint)
    if metadata.series:
        _add_series(record, metadata.series)
    _add_address(record, metadata.url)


def _add_own_analytic(record: Element, metadata: Metadata) -> None:
    analytic = add(record, "analytic")
    add_names(analytic, "author", metadata.authors)
    put(analytic, "title", metadata.title, {"level": "a"})
    _add_doi(analytic, metadata.doi)


def _add_series(record: Element, series: Series) -> None:
    element = add(record, "series")
    put(element, "title", series.name, {"level": "s"})
    add_scopes(element, series.volume, series.number, None)


def add_scopes(parent: Element, volume: str | None, issue: str | None, page: str | None) -> None:
    """Write volume, number and pages, as far as they are known."""
    for unit, text in (("volume", volume), ("issue", issue), ("page", page)):
        if text:
            put(parent, "biblScope", text, {"unit": unit})


# --- A cited work -----------------------------------------------------------------------------------------


def add_reference(parent: Element, reference: Reference) -> None:
    """Write a cited work in normal form; without a title its printed form stays as a note."""
    record = add(parent, "biblStruct", None, {"type": reference.type, XML_ID: reference.id})
    alone = reference.type in MONOGRAPHS
    if not alone:
        _add_analytic(record, reference)
    monogr = add(record, "monogr")
    if alone:
        _add_work(monogr, reference, "m")
    elif reference.container:
        add_names(monogr, "editor", reference.editor)
        put(monogr, "title", reference.container, {"level": "j" if reference.type in JOURNALS else "m"})
    _add_imprint(monogr, reference)
    if reference.genre:
        series = add(record, "series")
        put(series, "title", reference.genre, {"level": "s"})
        add_scopes(series, None, reference.number, None)
    if reference.title is None and reference.literal:
        put(record, "note", reference.literal, {"type": "literal"})
    _add_address(record, reference.url)


def _add_analytic(record: Element, reference: Reference) -> None:
    analytic = add(record, "analytic")
    _add_work(analytic, reference, "a")
    if not analytic.parts:
        record.parts.remove(analytic)


def _add_work(parent: Element, reference: Reference, level: str) -> None:
    add_names(parent, "author", reference.author)
    if level == "m" or not reference.container:
        add_names(parent, "editor", reference.editor)
    if reference.title is not None or reference.doi or parent.parts:
        attributes = {"level": level}
        if reference.language:
            attributes[XML_LANG] = reference.language
        put(parent, "title", reference.title, attributes)
    _add_doi(parent, reference.doi)


def _add_imprint(monogr: Element, reference: Reference) -> None:
    imprint = add(monogr, "imprint")
    if reference.publisher:
        put(imprint, "publisher", reference.publisher)
    if reference.publisher_place:
        put(imprint, "pubPlace", reference.publisher_place)
    add_date(imprint, reference.issued, "published")
    add_date(imprint, reference.accessed, "accessed")
    add_date(imprint, reference.date, None)
    add_scopes(imprint, reference.volume, reference.issue, reference.page)
    if not reference.genre:
        add_scopes(imprint, None, reference.number, None)
    _complete_imprint(imprint)
