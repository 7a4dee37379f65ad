"""Whether the values of a TEI file can be: addresses, and dates beside what is printed of them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from converter.diagnostics import Code, Diagnostic
from converter.validation.addresses import FOLLOWED, address_problem
from converter.validation.dates import is_date, printed_otherwise
from converter.validation.schemas import versions
from converter.validation.tei_document import TEI, TeiDocument, text_of

Objection = tuple[_Element, Diagnostic]
OF_THE_WEB = (*(f"{name}:" for name in FOLLOWED), "www.")
SCHEMA_FAMILY = "urn:converter:schema:tei:"
HEADER = f"{TEI}teiHeader/{TEI}fileDesc/"


def version_of(document: TeiDocument) -> tuple[_Element, str] | None:
    """Return the version of our schema for which a file was written, and the element that says so.

    The converter's files of version 1.0.0 say nothing; that it wrote them is enough.
    """
    description = document.root.find(f"{TEI}teiHeader/{TEI}encodingDesc")
    if description is None:
        return None
    for reference in description.iter(f"{TEI}schemaRef"):
        address = reference.get("url") or ""
        if address.startswith(SCHEMA_FAMILY):
            return reference, address.removeprefix(SCHEMA_FAMILY)
    application = description.find(f"{TEI}appInfo/{TEI}application[@ident='converter']")
    return (application, "1.0.0") if application is not None else None


def check_schema_version(document: TeiDocument) -> Iterator[Objection]:
    """Tell of a file that was written for an older version of our schema, or for one that is not known."""
    found, known = version_of(document), versions("tei")
    if found is None or found[1] == known[-1]:
        return
    code = Code.SCHEMA_OLD if found[1] in known else Code.SCHEMA_UNKNOWN
    yield found[0], code.at(None, version=found[1], newest=known[-1])


def check_addresses(document: TeiDocument) -> Iterator[Objection]:
    """Report each address that cannot be followed; a relative one leads to a file and is not looked at."""
    for element, address in _addresses(document):
        if address.lower().startswith(OF_THE_WEB) and (reason := address_problem(address)):
            yield element, Code.ADDRESS_INVALID.at(None, value=address, reason=reason)


def _addresses(document: TeiDocument) -> Iterator[tuple[_Element, str]]:
    for element in document.root.iter(f"{TEI}ref", f"{TEI}ptr", f"{TEI}graphic", f"{TEI}idno"):
        if element.tag == f"{TEI}idno":
            if str(element.get("type")).upper() in ("URI", "URL"):
                yield element, text_of(element)
        else:
            value = element.get("target") or element.get("url") or ""
            yield from ((element, one) for one in value.split())


def check_dates_as_printed(document: TeiDocument) -> Iterator[Objection]:
    """Report a normalised date that the words of its element contradict."""
    for element in document.root.iter(f"{TEI}date", f"{TEI}docDate"):
        value = element.get("when")
        if value and (printed := printed_otherwise(value, text_of(element))):
            reason = f"@when is {value}, but the words say {printed}: {text_of(element)}"
            yield element, Code.DATE_CONTRADICTS.at(None, reason=reason)


def check_date_of_publication(document: TeiDocument) -> Iterator[Objection]:
    """Report a date of publication in the document's own record that is not that of the header."""
    published = document.root.find(f"{HEADER}{TEI}publicationStmt/{TEI}date")
    own = document.root.find(f"{HEADER}{TEI}sourceDesc/{TEI}biblStruct[@type='self']")
    if published is None or own is None:
        return
    said = published.get("when") or ""
    for date in own.iter(f"{TEI}date"):
        value = date.get("when") or ""
        if date.get("type") != "accessed" and is_date(said) and is_date(value) and value != said:
            reason = f"published on {value} in the record of the document, on {said} in publicationStmt"
            yield date, Code.DATE_CONTRADICTS.at(None, reason=reason)
