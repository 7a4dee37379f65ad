"""How the works that the notes cite become references: each distinct work once, with evidence for its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from converter.analysis.ledger import Ledger, quoted
from converter.analysis.parts import Part, content_of
from converter.analysis.roles import report_roles
from converter.analysis.work_draft import WorkDraft
from converter.diagnostics import Code
from converter.model import Citation, Name, PrintedDate, Reference
from converter.normalizers.dates import FoundDate
from converter.normalizers.keys import KeyRing, citation_key
from converter.normalizers.languages import language_hint_of_url, language_of
from converter.normalizers.names import ParsedName, parse_name
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import site_label
from converter.source import Span

BOOK_LIKE = frozenset({"book", "report", "thesis"})


@dataclass(slots=True)
class Settled:
    """The references of a document, and which one each citation of a note means."""

    references: list[Reference] = field(default_factory=list)
    of_work: dict[int, str] = field(default_factory=dict)
    """``id()`` of a work draft → id of its reference."""
    languages: dict[int, str] = field(default_factory=dict)


def settle_references(works: Sequence[WorkDraft], language: str, ring: KeyRing, known: Mapping[str, str], ledger: Ledger) -> Settled:
    """Make the references in reading order; a work cited again is found by its address or its title and year."""
    settled = Settled()
    seen: dict[str, str] = {}
    for work in works:
        key = _identity(work)
        earlier = seen.get(key) or _short_form(work, settled.references)
        if earlier:
            settled.of_work[id(work)] = earlier
            settled.languages[id(work)] = _language(work, language)[0]
            continue
        reference = _reference(work, f"/references/{len(settled.references)}", language, ring, known, ledger)
        settled.references.append(reference)
        seen[key] = settled.of_work[id(work)] = reference.id
        settled.languages[id(work)] = reference.language or "und"
    return settled


def _short_form(work: WorkDraft, references: Sequence[Reference]) -> str | None:
    """Return the earlier work that a short form (`Family, “Short Title,” 51`) means."""
    if work.url or work.date or "year" in work.pieces or "publisher" in work.pieces:
        return None
    title = title_key(work.text("title") or "")
    if not title:
        return None
    for reference in reversed(references):
        if title_key(reference.title or "").startswith(title):
            return reference.id
    return None


def earlier_work(text: str, references: Sequence[Reference]) -> str | None:
    """Return the work that a note without a citation of its own names by author and title (`Vance, Thursdays, 201`)."""
    key = title_key(text)
    for reference in reversed(references):
        main = title_key((reference.title or "").partition(":")[0])
        family = reference.author[0].family if reference.author else None
        if family and len(main) > 6 and main in key and title_key(family) in key:
            return reference.id
    return None


def _identity(work: WorkDraft) -> str:
    if work.url:
        return work.url.partition("://")[2].removeprefix("www.").rstrip("/")
    return f"{title_key(work.text('title') or '')} {work.text('year') or (work.date.year if work.date else '')}"


def _language(work: WorkDraft, document: str) -> tuple[str, float, str]:
    """Return the language of the title, how sure, and by what; that of the document where its letters allow it."""
    title = work.text("title")
    if not title:
        return "und", 0.0, "no title"
    tag, confidence = language_of(title)
    hint = language_hint_of_url(work.url) if work.url else None
    if hint and hint == tag:
        return tag, min(confidence + 0.1, 0.99), "letters and words of the title, and the address"
    if hint and confidence < 0.5:
        return hint, 0.6, "the address"
    if tag == "und" and document != "und" and _fits(title, document):
        return document, 0.45, "the language of the document, which the letters allow"
    return tag, confidence, "letters and words of the title"


ALPHABETS = {"en": "", "tr": "çğıöşüâîûÇĞİÖŞÜÂÎÛ", "az": "çəğıöşüÇƏĞİÖŞÜ", "de": "äöüßÄÖÜ", "fr": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ"}


def _fits(title: str, language: str) -> bool:
    """Tell whether all letters of a title are letters of a language."""
    own = ALPHABETS.get(language)
    letters = [letter for letter in title if letter.isalpha()]
    if own and not any(letter in own for letter in letters):
        return False  # plain letters say nothing for it
    return own is not None and all(letter.isascii() or letter in own for letter in letters)


def _reference(work: WorkDraft, pointer: str, document: str, ring: KeyRing, known: Mapping[str, str], ledger: Ledger) -> Reference:
    names = [parse_name(work.flow.text[piece.start : piece.end], known) for piece in work.authors]
    editors = [parse_name(work.flow.text[piece.start : piece.end], known) for piece in work.editors]
    language, sure, by = _language(work, document)
    issued, accessed, open_date = _dates(work, pointer, ledger)
    title = work.text("title")
    year = next((date.date[:4] for date in (issued, open_date, accessed) if date), None)
    first = names[0] if names else editors[0] if editors else None
    family = (first.family or first.literal) if first else site_label(work.url) if work.url else work.text("container") or ""
    reference = Reference(
        id=ring.take(citation_key(family, year, title, language)),
        type=work.type, title=title, language=language if title else None,
        author=tuple(_name(name) for name in names), editor=tuple(_name(name) for name in editors), container=work.text("container"), publisher=work.text("publisher"),
        publisher_place=work.text("place"), volume=work.text("volume"), issue=work.text("issue"), page=work.text("page"),
        issued=issued, accessed=accessed, date=open_date, url=work.web_url, url_as_printed=work.text("url") or work.url, doi=work.doi,
        literal=work.flow.text[work.start : work.end],
    )  # fmt: skip
    _write_down(work, reference, pointer, sure, by, ledger)
    report_roles(work, pointer, ledger)
    return reference


def _name(name: ParsedName) -> Name:
    return Name(name.given, name.family, name.role, name.literal)


def _dates(work: WorkDraft, pointer: str, ledger: Ledger) -> tuple[PrintedDate | None, PrintedDate | None, PrintedDate | None]:
    """Return the dates of publication, of the visit, and of an open role."""
    issued = accessed = open_date = None
    if work.accessed:
        accessed = _printed(work.accessed)
        ledger.note(f"{pointer}/accessed", work.flow.span(work.accessed.start, work.accessed.end), "cue-word", 0.95)
    if work.date:
        printed = _printed(work.date)
        place = work.flow.span(work.date.start, work.date.end)
        if work.date_role == "published":
            issued = printed
            ledger.note(f"{pointer}/issued", place, work.date_reason, work.date_confidence)
        elif work.date_role == "accessed" and accessed is None:
            accessed = printed
            ledger.note(f"{pointer}/accessed", place, work.date_reason, work.date_confidence)
        else:
            open_date = printed
            ledger.note(f"{pointer}/date", place, "a date without a cue", 0.5)
    elif year := work.text("year"):
        issued = PrintedDate(year, "year", year)
        ledger.note(f"{pointer}/issued", _span(work, "year"), "a year without a cue", 0.85)
    if issued is None and work.date_role == "accessed" and work.url_date and work.url_date.iso:
        issued = PrintedDate(work.url_date.iso, work.url_date.precision)
        ledger.note(f"{pointer}/issued", _place_of_url(work), "the day in the address", 0.85)
        ledger.find(Code.ISSUED_FROM_URL, _place_of_url(work), f"{pointer}/issued", chosen=issued.date)
    return issued, accessed, open_date


def _printed(date: FoundDate) -> PrintedDate | None:
    return PrintedDate(date.iso, date.precision, date.literal) if date.iso else None


def _place_of_url(work: WorkDraft) -> Span:
    """Return where the address is printed, or where the phrase is that links to it."""
    return _span(work, "url") if "url" in work.pieces else work.flow.span(work.start, work.end)


def _span(work: WorkDraft, name: str) -> Span:
    piece = work.pieces[name]
    return work.flow.span(piece.start, piece.end)


def _write_down(work: WorkDraft, reference: Reference, pointer: str, sure: float, by: str, ledger: Ledger) -> None:
    for name, piece in work.pieces.items():
        if name in ("url", "title", "container", "publisher", "place", "volume", "issue", "page"):
            confidence = {"url": 0.99, "title": work.title_confidence}.get(name, 0.8)
            ledger.note(f"{pointer}/{'publisher_place' if name == 'place' else name}", work.flow.span(piece.start, piece.end), "citation", confidence)
    for number, piece in enumerate(work.authors):
        place = work.flow.span(piece.start, piece.end)
        ledger.note(f"{pointer}/author/{number}", place, "citation", work.author_confidence)
        if work.author_confidence < 0.7:
            ledger.find(Code.CITATION_UNCERTAIN, place, f"{pointer}/author/{number}", text=quoted(reference.author[number].literal))
    for number, piece in enumerate(work.editors):
        ledger.note(f"{pointer}/editor/{number}", work.flow.span(piece.start, piece.end), "citation", 0.85)
    if reference.title:
        place = _span(work, "title")
        ledger.note(f"{pointer}/language", None, by, round(sure, 2))
        if reference.language == "und" or sure < 0.5:
            ledger.find(Code.LANGUAGE_UNCERTAIN, place, f"{pointer}/language", chosen=reference.language)
        if work.title_confidence < 0.6:
            ledger.find(Code.CITATION_UNCERTAIN, place, f"{pointer}/title", text=quoted(reference.title))
    elif work.url:
        ledger.find(Code.CITATION_UNCERTAIN, work.flow.span(work.start, work.end), pointer, text=quoted(reference.literal))
    if work.removed:
        ledger.find(Code.URL_CLEANED, _place_of_url(work), f"{pointer}/url", removed=", ".join(work.removed))
    if work.url and reference.url is None:
        ledger.find(Code.URL_INVALID, _place_of_url(work), f"{pointer}/url", printed=quoted(work.text("url") or work.url))


def citation_content(work: WorkDraft, reference: str, language: str) -> Citation:
    """Return the citation as it stands in its note, its parts marked."""
    level = "m" if work.type in BOOK_LIKE else "a"
    parts = [Part(piece.start, piece.end, "author", {}) for piece in work.authors]
    parts += [Part(piece.start, piece.end, "editor", {}) for piece in work.editors]
    parts += [
        Part(piece.start, piece.end, *_field(name, work, level, language))
        for name, piece in work.pieces.items()
        if name != "url" or work.web_url
    ]
    for date, role in ((work.date, work.date_role), (work.accessed, "accessed")):
        if date:
            parts.append(Part(date.start, date.end, "date", {"when": date.iso, "role": role}))
    return Citation(reference, content_of(work.flow, work.start, work.end, parts))  # type: ignore[arg-type]


def _field(name: str, work: WorkDraft, level: str, language: str) -> tuple[str, dict[str, str | None]]:
    if name == "title":
        return "title", {"level": level, "language": language}
    if name == "container":
        return "container", {"level": "j" if work.type != "chapter" else "m"}
    if name == "url":
        return "url", {"target": work.web_url}
    if name == "year":
        return "date", {"when": work.text("year"), "role": "published"}
    if name in ("volume", "issue", "page"):
        return name, {"unit": name}
    return name, {}
