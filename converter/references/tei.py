"""A list of references in TEI: each line as printed in a ``bibl``, its parts marked where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from converter.references.record import ParsedReference, PartSpan
from converter.references.when import read_date
from converter.version import __version__
from converter.writers.characters import FORBIDDEN, REPLACEMENT
from converter.writers.tei import DECLARATION, ELEMENTS_ONLY, TEI_NAMESPACE
from converter.writers.tei_bibl import JOURNALS, MONOGRAPHS
from converter.writers.tei_elements import XML_ID, XML_LANG, date_attributes, web_target
from converter.writers.xml_text import Element, add, append_text, put, xml_text

BLOCKS = ELEMENTS_ONLY | {"body", "listBibl"}
ELEMENTS: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "author": ("author", {}),
        "editor": ("editor", {}),
        "translator": ("editor", {"role": "translator"}),
        "series": ("title", {"level": "s"}),
        "publisher": ("publisher", {}),
        "place": ("pubPlace", {}),
        "volume": ("biblScope", {"unit": "volume"}),
        "issue": ("biblScope", {"unit": "issue"}),
        "page": ("biblScope", {"unit": "page"}),
        "edition": ("edition", {}),
        "genre": ("note", {"type": "genre"}),
        "number": ("idno", {"type": "number"}),
        "doi": ("idno", {"type": "DOI"}),
        "isbn": ("idno", {"type": "ISBN"}),
    }
)
"""Part → element and attributes; titles, dates and addresses have more to say."""


def write_list(references: Sequence[ParsedReference]) -> str:
    """Write a list of references as a TEI document; the string value of each ``bibl`` is its line."""
    root = Element("TEI", {"xmlns": TEI_NAMESPACE})
    _add_header(add(root, "teiHeader"))
    body = add(add(root, "text"), "body")
    if references:
        listing = add(body, "listBibl")
        for reference in references:
            _add_reference(listing, reference)
    else:
        put(body, "p")
    return f"{DECLARATION}{xml_text(root, BLOCKS)}\n"


def _add_header(header: Element) -> None:
    description = add(header, "fileDesc")
    put(add(description, "titleStmt"), "title", "References")
    put(add(description, "publicationStmt"), "p", "Read from a plain list of references.")
    put(add(description, "sourceDesc"), "p", "The text of each reference is that of its line.")
    tool = add(add(add(header, "encodingDesc"), "appInfo"), "application")
    tool.start = f'application ident="converter" version="{__version__}"'
    put(tool, "label", "converter")


def _add_reference(listing: Element, reference: ParsedReference) -> None:
    attributes = {"type": reference.work.type, XML_ID: reference.work.id}
    if reference.label:
        attributes["n"] = reference.label
    bibl = add(listing, "bibl", None, attributes)
    text, offset = FORBIDDEN.sub(REPLACEMENT, reference.text), reference.span.start
    position = 0
    for part in sorted(reference.parts, key=lambda one: one.span.start):
        start, end = part.span.start - offset, part.span.end - offset
        append_text(bibl, text[position:start])
        _add_part(bibl, reference, part, text[start:end])
        position = end
    append_text(bibl, text[position:])


def _add_part(bibl: Element, reference: ParsedReference, part: PartSpan, printed: str) -> None:
    name = part.name
    if name in ELEMENTS:
        element, attributes = ELEMENTS[name]
        put(bibl, element, printed, attributes)
    elif name in ("title", "container"):
        put(bibl, "title", printed, _title_attributes(reference, name))
    elif name in ("date", "accessed"):
        date = read_date(printed)
        role = {"type": "accessed" if name == "accessed" else "published"}
        put(bibl, "date", printed, role | date_attributes(date.date if date else None))
    else:
        _add_address(bibl, reference, printed)


def _title_attributes(reference: ParsedReference, name: str) -> dict[str, str]:
    kind = reference.work.type
    if name == "container":
        return {"level": "j" if kind in JOURNALS or kind == "article" else "m"}
    attributes = {"level": "m" if kind in MONOGRAPHS else "a"}
    if reference.work.language:
        attributes[XML_LANG] = reference.work.language
    return attributes


def _add_address(bibl: Element, reference: ParsedReference, printed: str) -> None:
    """Write an address as a link to where the work says it leads; one that is none stays text."""
    target = web_target(reference.work.url) if reference.work.url else None
    if target is None:
        append_text(bibl, printed)
    else:
        put(bibl, "ref", printed, {"target": target})
