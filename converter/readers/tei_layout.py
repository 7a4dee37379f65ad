"""The text that is laid out from our own TEI, in which the places of the model count."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Content, Furniture, Marker, Section
from converter.readers.tei_content import XML_ID, Node, plain
from converter.readers.tei_places import markers
from converter.source import Span


class Layout:
    """Lays out parts as they are read; knows the marks of the page and the places of markers."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.length = 0
        self.furniture: list[Furniture] = []
        self.markers: dict[str, list[Marker]] = {}

    def lay(self, text: str) -> Span:
        """Lay out a text on a line of its own, and return its place."""
        if self.texts:
            self.texts.append("\n")
            self.length += 1
        start = self.length
        self.texts.append(text)
        self.length += len(text)
        return Span(start, self.length)

    def mark(self, mark: Furniture) -> None:
        """Lay out a mark of the page."""
        self.furniture.append(Furniture(mark.type, mark.text, self.lay(mark.text)))

    def take_markers(self, block: str, content: Sequence[Content], place: Span, begin: int = 0) -> None:
        """Note where the markers of a block stand: the offset in its text."""
        for offset, marker in markers(content, begin):
            if marker.footnote:
                at = min(place.start + offset, place.end)
                self.markers.setdefault(marker.footnote, []).append(Marker(block, offset, Span(at, at)))

    def section(
        self, kind: str, node: Node, content: Sequence[Content], heading: str | None = None
    ) -> Section:
        """Lay out a section of the front or back matter."""
        body = plain(content)
        text = "\n".join(filter(None, [heading, body]))
        place = self.lay(text)
        identifier = node.get(XML_ID) or kind
        self.take_markers(identifier, content, place, len(text) - len(body))
        return Section(kind, identifier, heading, text, tuple(content), place)
