"""Where the markers of the notes stand: in the passages as read, in the blocks once they are built."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.content import Insert
from converter.analysis.matching import Match
from converter.analysis.passages import Passage
from converter.model import Marker, NoteMarker, PageBreak


class MarkerPlaces:
    """The markers and page breaks of a document by passage; the places of markers by note."""

    def __init__(self, passages: Sequence[Passage], matches: Sequence[Match]) -> None:
        self._passages = passages
        self._inserts: dict[int, list[Insert]] = {}
        self._markers: dict[str, list[Marker]] = {}
        for match in matches:
            mark, note = match.mark, match.note
            literal = passages[mark.passage].text[mark.start : mark.end]
            node = NoteMarker(note.id if note else None, mark.label, literal)
            self._inserts.setdefault(mark.passage, []).append(Insert(mark.start, mark.end, node))
        for number, passage in enumerate(passages):
            if passage.breaks:
                self._add_breaks(number, passage)

    def _add_breaks(self, number: int, passage: Passage) -> None:
        inserts = self._inserts.setdefault(number, [])
        inserts += [Insert(at, at, PageBreak(page)) for at, page in passage.breaks]
        inserts.sort(key=lambda insert: insert.start)

    def inserts(self, number: int) -> Sequence[Insert]:
        """Return what stands in the place of the marks and page breaks of a passage, in order."""
        return self._inserts.get(number, ())

    def place(self, block: str, number: int, begin: int, offsets: Sequence[int]) -> None:
        """Note where the markers of a passage ended up in the text of a block."""
        if not offsets:
            return
        flow = self._passages[number].flow
        markers = [insert for insert in self._inserts[number] if isinstance(insert.node, NoteMarker)]
        for insert, offset in zip(markers[-len(offsets) :], offsets, strict=True):
            note = insert.node.footnote if isinstance(insert.node, NoteMarker) else None
            if note:
                marker = Marker(block, begin + offset, flow.span(insert.start, insert.end))
                self._markers.setdefault(note, []).append(marker)

    def of_note(self, identifier: str) -> tuple[Marker, ...]:
        """Return the places of the markers of a note, in reading order."""
        return tuple(self._markers.get(identifier, ()))
