"""How the works that notes cite become references: each distinct work once, with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.analysis.earlier_works import EarlierWorks
from converter.analysis.ledger import Ledger, quoted
from converter.analysis.reference_dates import place_of_url, reference_dates
from converter.analysis.roles import report_roles
from converter.analysis.same_works import fullest, group_works
from converter.analysis.work_draft import Piece, WorkDraft
from converter.analysis.work_language import TitleLanguage, title_language
from converter.diagnostics import Code
from converter.model import Name, Reference
from converter.normalizers.keys import KeyRing, citation_key
from converter.normalizers.names import parse_name

ANONYMOUS = "anon"
"""Begins the key of a work of which neither author nor house is known."""

COMPANY = {"publisher": ("place",), "issue": ("volume", "container"), "container": ("volume", "issue", "url")}
"""Part → those of which it mostly has one beside it."""
LESS = 0.1
QUOTED, ALONE = 0.9, 0.6
"""How sure a title in quotes is, and one that nothing but its place shows."""
CONFIDENCE = {
    "url": 0.99, "title": 0.9, "container": 0.8, "publisher": 0.8, "place": 0.8, "volume": 0.8, "issue": 0.8,
    "number": 0.8,
    "page": 0.8,
}  # fmt: skip
"""Parts that are written down as evidence, and how sure they are."""


@dataclass(slots=True)
class Settled:
    """The references of a document, and which one each citation of a note means."""

    references: list[Reference] = field(default_factory=list)
    of_work: dict[int, Reference] = field(default_factory=dict)
    """``id()`` of a work draft → its reference."""
    languages: dict[int, str] = field(default_factory=dict)


def settle_references(works: Sequence[WorkDraft], language: str, ring: KeyRing, ledger: Ledger) -> Settled:
    """Make the references in order; a work cited again is one, made of its fullest citation."""
    settled, earlier = Settled(), EarlierWorks()
    groups = group_works(works)
    of_group: dict[int, Reference] = {}
    by_id: dict[str, Reference] = {}
    for work in works:
        group = groups[id(work)]
        again = earlier.short_form(work)
        if work.learned and not again:
            again = earlier.named_in(work.note.text[work.start : work.end])
        reference = of_group.get(id(group)) or by_id.get(again or "")
        if reference:
            settled.languages[id(work)] = title_language(work, language).tag
        else:
            pointer = f"/references/{len(settled.references)}"
            reference = _reference(fullest(group), pointer, language, ring, ledger)
            settled.references.append(reference)
            of_group[id(group)] = by_id[reference.id] = reference
            settled.languages[id(work)] = reference.language or "und"
            earlier.cite(reference)
        settled.of_work[id(work)] = reference
    return settled


def _names(work: WorkDraft, pieces: Sequence[Piece]) -> tuple[Name, ...]:
    parsed = [parse_name(work.note.text[piece.start : piece.end]) for piece in pieces]
    return tuple([Name(name.given, name.family, name.role, name.literal) for name in parsed])


def _reference(work: WorkDraft, pointer: str, document: str, ring: KeyRing, ledger: Ledger) -> Reference:
    authors = _names(work, work.authors) if work.authors else ()
    editors = _names(work, work.editors) if work.editors else ()
    language = title_language(work, document)
    dates = reference_dates(work, pointer, ledger)
    title = work.text("title")
    year = next((date.date[:4] for date in (dates.issued, dates.open, dates.accessed) if date), None)
    first = (authors or editors or (None,))[0]
    house = work.site or work.text("container") or work.text("publisher") or ANONYMOUS
    family = (first.family or first.literal) if first else house
    reference = Reference(
        id=ring.take(citation_key(family, year, title, language.tag)),
        type=work.type,
        title=title,
        language=language.tag if title else None,
        author=authors,
        editor=editors,
        container=work.text("container"),
        publisher=work.text("publisher"),
        publisher_place=work.text("place"),
        volume=work.text("volume"),
        issue=work.text("issue"),
        number=work.text("number"),
        page=work.text("page"),
        issued=dates.issued,
        accessed=dates.accessed,
        date=dates.open,
        url=work.web_url,
        url_as_printed=work.text("url") or work.url,
        doi=work.doi,
        literal=work.note.text[work.start : work.end],
    )
    _write_down(work, reference, pointer, ledger)
    _report(work, reference, language, pointer, ledger)
    report_roles(work, pointer, ledger)
    return reference


def _write_down(work: WorkDraft, reference: Reference, pointer: str, ledger: Ledger) -> None:
    """Write down where the parts of a reference stand."""
    span = work.flow.span
    ledger.note(
        pointer, span(work.start, work.end), "citation", min(work.title_confidence, work.author_confidence)
    )
    for name, piece in work.pieces.items():
        if name in CONFIDENCE:
            confidence = _sure_of_title(work) if name == "title" else _sure(work, name)
            field_name = "publisher_place" if name == "place" else name
            ledger.note(f"{pointer}/{field_name}", span(*piece), "citation", confidence)
    for number, piece in enumerate(work.authors):
        place, own = span(*piece), f"{pointer}/author/{number}"
        ledger.note(own, place, "citation", work.author_confidence)
        if work.author_confidence < 0.7:
            literal = quoted(reference.author[number].literal)
            ledger.find(Code.CITATION_UNCERTAIN, place, own, text=literal)
    for number, piece in enumerate(work.editors):
        ledger.note(f"{pointer}/editor/{number}", span(*piece), "citation", 0.85)


def _sure(work: WorkDraft, name: str) -> float:
    """Return how sure a part is: less if none of those stands in the citation that it mostly comes with."""
    company = COMPANY.get(name, ())
    alone = company and not any(other in work.pieces for other in company)
    return round(CONFIDENCE[name] - LESS, 2) if alone else CONFIDENCE[name]


def _sure_of_title(work: WorkDraft) -> float:
    """Return how sure the title is: less if neither an author nor an address stands beside it, nor quotes."""
    alone = not (work.authors or work.url) and work.title_confidence < QUOTED
    return min(work.title_confidence, ALONE) if alone else work.title_confidence


def _report(
    work: WorkDraft, reference: Reference, language: TitleLanguage, pointer: str, ledger: Ledger
) -> None:
    """Report what is doubtful about the title, the address and the whole."""
    if work.learned:
        whole = work.flow.span(work.start, work.end)
        ledger.find(Code.CITATION_UNCERTAIN, whole, pointer, text=quoted(reference.literal))
    _report_doubts(work, ledger)
    if reference.title:
        place = work.span("title")
        ledger.note(f"{pointer}/language", None, language.reason, round(language.confidence, 2))
        if reference.language == "und" or language.confidence < 0.5:
            ledger.find(Code.LANGUAGE_UNCERTAIN, place, f"{pointer}/language", chosen=reference.language)
        if work.title_confidence < 0.6:
            ledger.find(Code.CITATION_UNCERTAIN, place, f"{pointer}/title", text=quoted(reference.title))
    elif work.url:
        whole = work.flow.span(work.start, work.end)
        ledger.find(Code.CITATION_UNCERTAIN, whole, pointer, text=quoted(reference.literal))
    if work.removed:
        removed = ", ".join(work.removed)
        ledger.find(Code.URL_CLEANED, place_of_url(work), f"{pointer}/url", removed=removed)
    if work.url and reference.url is None:
        printed = quoted(work.text("url") or work.url)
        ledger.find(Code.URL_INVALID, place_of_url(work), f"{pointer}/url", printed=printed)


def _report_doubts(work: WorkDraft, ledger: Ledger) -> None:
    """Report each part that another reading of the note sees differently."""
    for doubt in sorted(set(work.doubts)):
        text = quoted(work.note.text[doubt.start : doubt.end])
        ledger.find(Code.CITATION_UNCERTAIN, work.flow.span(doubt.start, doubt.end), None, text=text)
