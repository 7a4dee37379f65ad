"""What the header of our own TEI says of the document, and the record of each work that it cites."""

from __future__ import annotations

import re

from converter.model import Contributor, Evidence, Metadata, Name, PrintedDate, Publisher, Reference, Series
from converter.readers.tei_content import XML_ID, XML_LANG, Node, children, first, local, words

ACRONYM = re.compile(r"(?P<name>.+) \((?P<acronym>[^()\s]+)\)")
CONTACTS = (("E-mail: ", "email"), ("Fax: ", "fax"), ("Tel: ", "phone"))
"""What stands before the last lines of an address, from the end."""

RULE = "read back from TEI"

PRECISIONS = {4: "year", 7: "month", 10: "day"}


def read_metadata(root: Node) -> Metadata:
    """Read the metadata; what TEI does not hold of them stays empty."""
    header = first(root, "teiHeader", "fileDesc")
    titles = {title.get("type"): words(title) for title in children(first(header, "titleStmt"), "title")}
    publication = first(header, "publicationStmt")
    idnos = {idno.get("type"): words(idno) for idno in children(publication, "idno")}
    own = first(header, "sourceDesc", "biblStruct")
    return Metadata(
        title=titles.get("main"),
        subtitle=titles.get("sub"),
        language=root.get(XML_LANG, "und"),
        authors=tuple(_name(author) for author in children(first(header, "titleStmt"), "author")),
        contributors=tuple(_contributor(one) for one in children(first(header, "titleStmt"), "respStmt")),
        publisher=_publisher(publication),
        series=_series(first(header, "seriesStmt")),
        published=_published(publication, own),
        url=idnos.get("URI") or words(_address_note(own)),
        doi=idnos.get("DOI"),
        rights=words(first(publication, "availability", "p")),
        keywords=tuple(words(term) or "" for term in _terms(root)),
    )


def _terms(root: Node) -> list[Node]:
    return children(first(root, "teiHeader", "profileDesc", "textClass", "keywords"), "term")


def _address_note(record: Node | None) -> Node | None:
    """Return an address that must not be followed, which is no pointer."""
    return next((note for note in children(record, "note") if note.get("type") == "address"), None)


def _name(parent: Node) -> Name:
    person = first(parent, "persName")
    whole = person if person is not None else first(parent, "orgName")
    role, given, family = (words(first(person, part)) for part in ("roleName", "forename", "surname"))
    return Name(given, family, role, words(whole) or "", words(first(parent, "affiliation")))


def _contributor(parent: Node) -> Contributor:
    name = _name(parent)
    return Contributor(words(first(parent, "resp")) or "editor", name.given, name.family, name.literal)


def _publisher(statement: Node | None) -> Publisher | None:
    printed = words(first(statement, "publisher", "orgName"))
    if printed is None:
        return None
    match = ACRONYM.fullmatch(printed)
    lines = [words(line) or "" for line in children(first(statement, "address"), "addrLine")]
    contacts: dict[str, str] = {}
    for label, field in CONTACTS:
        if lines and lines[-1].startswith(label):
            contacts[field] = lines.pop().removeprefix(label)
    return Publisher(
        name=match["name"] if match else printed,
        acronym=match["acronym"] if match else None,
        address="\n".join(lines) or None,
        phone=contacts.get("phone"),
        fax=contacts.get("fax"),
        email=contacts.get("email"),
    )


def _series(statement: Node | None) -> Series | None:
    if statement is None:
        return None
    scopes = {scope.get("unit"): words(scope) for scope in children(statement, "biblScope")}
    return Series(words(first(statement, "title")), scopes.get("volume"), scopes.get("issue"), None)


def _published(publication: Node | None, own: Node | None) -> PrintedDate | None:
    dates = [*children(publication, "date"), *children(first(own, "monogr", "imprint"), "date")]
    iso = next(
        (date.get("when") for date in dates if date.get("when") and date.get("type") != "accessed"), None
    )
    return PrintedDate(iso, PRECISIONS.get(len(iso), "day")) if iso else None


def printed_date(date: Node | None) -> PrintedDate | None:
    """Return a date with its printed words."""
    iso = date.get("when") if date is not None else None
    return PrintedDate(iso, PRECISIONS.get(len(iso), "day"), words(date)) if iso else None


def read_reference(record: Node, literal: str) -> Reference:
    """Read the record of a cited work; ``literal`` is how the notes print it."""
    analytic, monogr = first(record, "analytic"), first(record, "monogr")
    work = analytic if analytic is not None else monogr
    title = first(work, "title")
    imprint, series = first(monogr, "imprint"), first(record, "series")
    dates = {date.get("type"): printed_date(date) for date in children(imprint, "date")}
    scopes = {scope.get("unit"): words(scope) for scope in children(imprint, "biblScope")}
    pointer = first(record, "ptr")
    notes = {note.get("type"): words(note) for note in children(record, "note")}
    return Reference(
        id=record.get(XML_ID, ""),
        type=record.get("type", "document"),
        title=words(title),
        language=title.get(XML_LANG) if title is not None else None,
        author=tuple(_name(author) for author in children(work, "author")),
        editor=tuple(
            _name(editor) for editor in [*children(analytic, "editor"), *children(monogr, "editor")]
        ),
        container=words(first(monogr, "title")) if work is analytic else None,
        publisher=words(first(imprint, "publisher")),
        publisher_place=words(first(imprint, "pubPlace")),
        genre=words(first(series, "title")),
        number=_series_number(series),
        volume=scopes.get("volume"),
        issue=scopes.get("issue"),
        page=scopes.get("page"),
        issued=dates.get("published"),
        accessed=dates.get("accessed"),
        date=dates.get(None),
        url=pointer.get("target") if pointer is not None else notes.get("address"),
        doi=next((words(idno) for idno in children(work, "idno") if idno.get("type") == "DOI"), None),
        literal=literal if title is not None else notes.get("literal") or "",
    )


def _series_number(series: Node | None) -> str | None:
    return words(first(series, "biblScope"))


def is_ours(root: Node) -> bool:
    """Tell whether the converter wrote it, by the name of the application."""
    programs = children(first(root, "teiHeader", "encodingDesc", "appInfo"), "application")
    return local(root) == "TEI" and any(one.get("ident") == "converter" for one in programs)


def converter_version(root: Node) -> str:
    """Return the version of the converter that wrote it."""
    program = first(root, "teiHeader", "encodingDesc", "appInfo", "application")
    return program.get("version", "") if program is not None else ""


def evidence_of(metadata: Metadata) -> tuple[Evidence, ...]:
    """Say of each value that the header has where it comes from."""
    values = {
        "/metadata/title": metadata.title,
        "/metadata/published": metadata.published,
        "/metadata/series": metadata.series,
        "/metadata/publisher/name": metadata.publisher,
        "/metadata/url": metadata.url,
        "/metadata/language": metadata.language,
        **{f"/metadata/authors/{number}": name for number, name in enumerate(metadata.authors)},
    }
    return tuple(Evidence(pointer, None, RULE, 1.0) for pointer, value in values.items() if value)
