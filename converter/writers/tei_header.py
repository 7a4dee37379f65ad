"""What the TEI header says of the document: who, what, where, when, and how it was encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.model import TEI_SCHEMA_ID
from converter.normalizers.dates import format_date
from converter.writers.tei_bibl import add_name, add_scopes, add_self
from converter.writers.tei_content import printed_citation
from converter.writers.tei_elements import date_attributes, web_target
from converter.writers.xml_text import Element, add, append_text, put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.model import Commentary, Metadata, Publisher
    from converter.writers.tei_content import ContentWriter

EDITORIAL = (
    (
        "The text keeps the letters, the punctuation and the addresses of the source; white space is "
        "normalised, and paragraphs that line ends or page breaks cut are joined."
    ),
    (
        "Each note stands at its first marker, whose printed form is not repeated; marks of the page that "
        "are no text stand in fw."
    ),
    (
        "In the header and in the list of references names are written in normal letter case, dates by "
        "ISO 8601 and addresses without tracking parameters; the text keeps the printed forms."
    ),
)


def add_header(header: Element, commentary: Commentary, writer: ContentWriter) -> None:
    """Write the header; the text has been written before, so all its languages are known."""
    file_description = add(header, "fileDesc")
    metadata = commentary.metadata
    _add_title_statement(file_description, metadata)
    _add_publication_statement(file_description, metadata)
    _add_series_statement(file_description, metadata)
    _add_source_description(file_description, commentary, writer)
    _add_encoding_description(header, commentary)
    _add_profile_description(header, metadata, writer.languages)


# --- fileDesc ---------------------------------------------------------------------------------------------


def _add_title_statement(parent: Element, metadata: Metadata) -> None:
    statement = add(parent, "titleStmt")
    put(statement, "title", metadata.title, {"type": "main"})
    if metadata.subtitle:
        put(statement, "title", metadata.subtitle, {"type": "sub"})
    for name in metadata.authors:
        author = add(statement, "author")
        add_name(author, name.given, name.family, name.role, name.literal)
        if name.affiliation:
            append_text(author, " ")
            put(author, "affiliation", name.affiliation)
    for contributor in metadata.contributors:
        responsibility = add(statement, "respStmt")
        put(responsibility, "resp", contributor.role)
        add_name(responsibility, contributor.given, contributor.family, None, contributor.literal)


def _add_publication_statement(parent: Element, metadata: Metadata) -> None:
    """Write who published what when; TEI wants an agency first, which is empty where none is known."""
    statement = add(parent, "publicationStmt")
    publisher = add(statement, "publisher")
    if metadata.publisher:
        put(publisher, "orgName", metadata.publisher.full_name)
        _add_address(statement, metadata.publisher)
    when = date_attributes(metadata.published.date) if metadata.published else {}
    if when:
        put(statement, "date", format_date(when["when"], metadata.language), when)
    target = web_target(metadata.url) if metadata.url else None
    if target:
        put(statement, "idno", target, {"type": "URI"})
    if metadata.doi:
        put(statement, "idno", metadata.doi, {"type": "DOI"})
    if metadata.rights:
        availability = add(statement, "availability")
        put(availability, "p", metadata.rights)


def _add_address(statement: Element, publisher: Publisher) -> None:
    lines = [line for line in (publisher.address or "").split("\n") if line.strip()]
    for label, value in (("Tel", publisher.phone), ("Fax", publisher.fax), ("E-mail", publisher.email)):
        if value:
            lines.append(f"{label}: {value}")
    if lines:
        address = add(statement, "address")
        for line in lines:
            put(address, "addrLine", line)


def _add_series_statement(parent: Element, metadata: Metadata) -> None:
    if metadata.series:
        statement = add(parent, "seriesStmt")
        put(statement, "title", metadata.series.name, {"level": "s"})
        add_scopes(statement, metadata.series.volume, metadata.series.number, None)


def _add_source_description(parent: Element, commentary: Commentary, writer: ContentWriter) -> None:
    description = add(parent, "sourceDesc")
    add_self(description, commentary)
    if commentary.cite_as:
        writer.citation(
            add(description, "bibl", None, {"type": "citeAs"}), printed_citation(commentary.cite_as)
        )


# --- encodingDesc, profileDesc ----------------------------------------------------------------------------


def _add_encoding_description(header: Element, commentary: Commentary) -> None:
    description = add(header, "encodingDesc")
    declaration = add(description, "editorialDecl")
    for sentence in EDITORIAL:
        put(declaration, "p", sentence)
    programs = add(description, "appInfo")
    identity = {"ident": "converter", "version": commentary.provenance.converter}
    application = add(programs, "application", None, identity)
    put(application, "label", "converter")
    put(description, "schemaRef", None, {"key": "commentary", "url": TEI_SCHEMA_ID})


def _add_profile_description(header: Element, metadata: Metadata, languages: Iterable[str]) -> None:
    description = add(header, "profileDesc")
    usage = add(description, "langUsage")
    for language in languages:
        put(usage, "language", None, {"ident": language})
    if metadata.keywords:
        classification = add(description, "textClass")
        keywords = add(classification, "keywords")
        for keyword in metadata.keywords:
            put(keywords, "term", keyword)
