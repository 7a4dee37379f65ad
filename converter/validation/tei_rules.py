"""What a TEI file promises beyond its schema: one rule, one function; the list at the end is the policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml.etree import _Element

from converter.diagnostics import Code, Diagnostic
from converter.normalizers.labels import begins_anew
from converter.validation.dates import is_after, is_date
from converter.validation.languages import language_problem
from converter.validation.tei_document import TEI, XML_ID, XML_LANG, TeiDocument, local_name, text_of
from converter.validation.tei_values import (
    check_addresses,
    check_date_of_publication,
    check_dates_as_printed,
    check_schema_version,
)

Objection = tuple[_Element, Diagnostic]
Rule = Callable[[TeiDocument], Iterator[Objection]]

POINTERS = (
    "corresp",
    "target",
    "ref",
    "source",
    "resp",
    "who",
    "sameAs",
    "copyOf",
    "next",
    "prev",
    "ana",
    "rendition",
)
DATES = ("when", "notBefore", "notAfter", "from", "to")


def check_ids_are_unique(document: TeiDocument) -> Iterator[Objection]:
    """Report each element whose id an earlier one has."""
    for element in document.root.iter("*"):
        identifier = element.get(XML_ID)
        if identifier is not None and document.ids.get(identifier) is not element:
            yield element, Code.ID_DUPLICATE.at(None, id=identifier)


def check_pointers_resolve(document: TeiDocument) -> Iterator[Objection]:
    """Report each pointer into the file (``#id``) that no element answers."""
    for element in document.root.iter("*"):
        for attribute in POINTERS:
            for pointer in (element.get(attribute) or "").split():
                if pointer.startswith("#") and pointer[1:] not in document.ids:
                    yield element, Code.POINTER_DANGLING.at(None, pointer=pointer)


def check_notes_are_in_order(document: TeiDocument) -> Iterator[Objection]:
    """Report a label that an earlier note of its numbering has, and a number lower than the one before."""
    notes = [note for note in footnotes(document) if note.get("n")]
    labels: set[str] = set()
    last = ""
    for note in notes:
        label = str(note.get("n"))
        if begins_anew(last, label):
            labels = set()
        last = label
        if label in labels:
            yield note, Code.NOTE_DUPLICATE.at(None, label=label)
        labels.add(label)
    numbered = [note for note in notes if str(note.get("n")).isdecimal() and not is_orphan(note)]
    for before, note in pairwise(numbered):
        last, label = str(before.get("n")), str(note.get("n"))
        if int(label) < int(last) and not begins_anew(last, label):
            yield note, Code.NOTE_ORDER.at(None, label=label)


def check_notes_have_markers(document: TeiDocument) -> Iterator[Objection]:
    """Report the notes at the end that no marker in the text claims."""
    for note in footnotes(document):
        if is_orphan(note):
            yield note, Code.NOTE_UNMARKED.at(None, label=note.get("n") or note.get(XML_ID) or "?")


def check_markers_have_notes(document: TeiDocument) -> Iterator[Objection]:
    """Report the markers that are encoded as having no note."""
    for reference in document.root.iter(f"{TEI}ref"):
        if reference.get("type") == "note" and reference.get("subtype") == "unresolved":
            yield reference, Code.ORPHAN_MARKER.at(None, literal=text_of(reference))


def check_markers_point_at_notes(document: TeiDocument) -> Iterator[Objection]:
    """Report a marker whose pointer leads to something that is no note."""
    for reference in document.root.iter(f"{TEI}ref"):
        target = document.ids.get((reference.get("target") or "").removeprefix("#"))
        if reference.get("type") == "note" and target is not None and local_name(target) != "note":
            pointer = f"the marker {reference.get('target')}, which is a <{local_name(target)}> and no note,"
            yield reference, Code.POINTER_DANGLING.at(None, pointer=pointer)


def check_dates_are_of_the_calendar(document: TeiDocument) -> Iterator[Objection]:
    """Report each normalised date that is none."""
    for element in document.root.iter("*"):
        for attribute in DATES:
            value = element.get(attribute)
            if value is not None and not is_date(value):
                yield element, Code.DATE_INVALID.at(None, value=value)


def check_publication_before_visit(document: TeiDocument) -> Iterator[Objection]:
    """Report a work, or the document itself, that was visited before it was published."""
    published = document.root.find(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}publicationStmt/{TEI}date")
    for bibl in document.root.iter(f"{TEI}bibl", f"{TEI}biblStruct"):
        own = dates_of(bibl, "published")
        if published is not None and bibl.get("type") == "citeAs":
            own.append(published)
        for accessed in dates_of(bibl, "accessed"):
            yield from (
                order_objection(date, accessed) for date in own if is_after(when(date), when(accessed))
            )


def check_languages_are_registered(document: TeiDocument) -> Iterator[Objection]:
    """Report each language tag that is none, by its form or by the registry."""
    for element in document.root.iter("*"):
        tag = element.get(XML_LANG)
        if local_name(element) == "language":
            tag = element.get("ident")
        if tag and (reason := language_problem(tag)):
            yield element, Code.LANGUAGE_INVALID.at(None, value=tag, reason=reason)


def check_listed_works_are_cited(document: TeiDocument) -> Iterator[Objection]:
    """Report a work of the reference list that nothing in the text points at."""
    cited = {
        pointer[1:]
        for element in document.root.iter("*")
        for attribute in ("corresp", "target")
        for pointer in (element.get(attribute) or "").split()
        if pointer.startswith("#")
    }
    for listed in document.root.iter(f"{TEI}listBibl"):
        for work in listed.iterchildren("*"):
            identifier = work.get(XML_ID)
            if identifier is not None and identifier not in cited:
                yield work, Code.WORK_UNCITED.at(None, id=identifier)


def footnotes(document: TeiDocument) -> list[_Element]:
    """Return the notes at the foot, in the order of the file."""
    return [note for note in document.root.iter(f"{TEI}note") if note.get("place") == "foot"]


def is_orphan(note: _Element) -> bool:
    """Say whether a note stands at the end, for want of a marker, and not at its marker."""
    parent = note.getparent()
    return parent is not None and local_name(parent) == "div" and parent.get("type") == "notes"


def dates_of(bibl: _Element, role: str) -> list[_Element]:
    """Return the dates of a work in one role."""
    return [date for date in bibl.iter(f"{TEI}date") if date.get("type") == role and date.get("when")]


def when(date: _Element) -> str:
    """Return the normalised form of a date."""
    return date.get("when") or ""


def order_objection(published: _Element, accessed: _Element) -> Objection:
    """Report a publication after the visit, at the date of the visit."""
    reason = f"visited on {when(accessed)}, but published on {when(published)}, which is later"
    return accessed, Code.DATE_ORDER.at(None, reason=reason)


RULES: tuple[Rule, ...] = (
    check_schema_version,
    check_ids_are_unique,
    check_pointers_resolve,
    check_notes_are_in_order,
    check_notes_have_markers,
    check_markers_have_notes,
    check_markers_point_at_notes,
    check_dates_are_of_the_calendar,
    check_dates_as_printed,
    check_date_of_publication,
    check_publication_before_visit,
    check_addresses,
    check_languages_are_registered,
    check_listed_works_are_cited,
)
