"""Whether the values of a JSON file can be: addresses, dates beside what is printed, the order of dates."""

from __future__ import annotations

from collections.abc import Iterator

from converter.diagnostics import Code, Diagnostic
from converter.validation.addresses import FOLLOWED, address_problem
from converter.validation.dates import is_after, printed_otherwise
from converter.validation.json_tree import Json, child, objects, string, walk

Objection = tuple[str, Diagnostic]
ADDRESSES = ("/url", "/target")
DATED = ("published", "original_published", "issued", "accessed", "date")


def check_addresses(document: Json) -> Iterator[Objection]:
    """Report each address that cannot be followed; one without any scheme the schema refuses."""
    for pointer, value in walk(document):
        if not isinstance(value, str) or not pointer.endswith(ADDRESSES) or pointer == "/cite_as/url":
            continue
        if value.partition(":")[0] in FOLLOWED and (reason := address_problem(value)):
            yield pointer, Code.ADDRESS_INVALID.at(None, pointer, value=value, reason=reason)


def check_dates_as_printed(document: Json) -> Iterator[Objection]:
    """Report a date that its own words contradict."""
    for pointer, value in dated(document):
        date, literal = string(value, "date") or "", string(value, "literal") or ""
        if printed := printed_otherwise(date, literal):
            reason = f"the date is {date}, but its words say {printed}: {literal}"
            yield f"{pointer}/date", Code.DATE_CONTRADICTS.at(None, f"{pointer}/date", reason=reason)


def check_publication_before_visit(document: Json) -> Iterator[Objection]:
    """Report a work, or the document itself, that was visited before it was published."""
    pairs = [
        (
            "/cite_as/accessed",
            child(document, "metadata", "published"),
            child(document, "cite_as", "accessed"),
        )
    ]
    for at, work in objects(document, "references"):
        pairs.append((f"/references/{at}/accessed", child(work, "issued"), child(work, "accessed")))
    for pointer, issued, accessed in pairs:
        published, visited = string(issued, "date") or "", string(accessed, "date") or ""
        if is_after(published, visited):
            reason = f"visited on {visited}, but published on {published}, which is later"
            yield pointer, Code.DATE_ORDER.at(None, pointer, reason=reason)


def check_first_publication(document: Json) -> Iterator[Objection]:
    """Report a first publication that is later than the one at hand."""
    published = string(document, "metadata", "published", "date") or ""
    first = string(document, "metadata", "original_published", "date") or ""
    if is_after(first, published):
        pointer = "/metadata/original_published"
        reason = f"first published on {first}, but this is of {published}, which is earlier"
        yield pointer, Code.DATE_ORDER.at(None, pointer, reason=reason)


def dated(document: Json) -> Iterator[tuple[str, Json]]:
    """Yield the objects that stand for a date."""
    for pointer, value in walk(document):
        if pointer.rpartition("/")[2] in DATED and isinstance(value, dict) and "date" in value:
            yield pointer, value
