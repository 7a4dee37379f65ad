"""What the XMP packet of a PDF says of the document beside its text: believed as little as its other data."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from converter.readers.pdf_clues import LONGEST, is_author, is_title
from converter.source import Clue
from converter.xml import UnusableXml, parse_xml

BEGIN, END = b"<x:xmpmeta", b"</x:xmpmeta>"
LARGEST = 500_000
"""Bytes of a packet; what is larger holds pictures or the history of a drawing."""

DC = "{http://purl.org/dc/elements/1.1/}"
PRISM = (
    "{http://prismstandard.org/namespaces/basic/2.0/}",
    "{http://prismstandard.org/namespaces/basic/3.0/}",
)
RDF_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
ORIGIN = "XMP packet of the PDF"


def read_xmp(content: bytes) -> Iterator[Clue]:
    """Yield what the last packet says that stands in the file as it is; most programs do not pack it."""
    packet = _packet(content)
    if packet is None:
        return
    for value in filter(is_title, _items(packet, f"{DC}title")[:1]):
        yield Clue("title", value, f"{ORIGIN}, dc:title")
    for value in filter(is_author, _items(packet, f"{DC}creator")):
        yield Clue("author", value, f"{ORIGIN}, dc:creator")
    for name in PRISM:
        for value in _items(packet, f"{name}doi")[:1]:
            yield Clue("doi", value, f"{ORIGIN}, prism:doi")


def _packet(content: bytes) -> etree._Element | None:
    begin = content.rfind(BEGIN)
    end = content.find(END, begin) if begin >= 0 else -1
    if end < 0 or end - begin > LARGEST:
        return None
    try:
        return parse_xml(content[begin : end + len(END)])
    except UnusableXml:
        return None


def _items(packet: etree._Element, name: str) -> list[str]:
    """Return the values of a property: its items, or its text."""
    found: list[str] = []
    for element in packet.iter(name):
        items = list(element.iter(RDF_ITEM)) or [element]
        found += [" ".join((item.text or "").split()) for item in items]
    return [value for value in found if 1 < len(value) <= LONGEST]
