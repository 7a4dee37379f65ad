"""A cited work while it is read from a note: which parts are known, which stretches are understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from converter.analysis.flow import Flow
from converter.analysis.note_text import NoteText
from converter.normalizers.dates import FoundDate
from converter.source import Span


class Piece(NamedTuple):
    """Where a recognised part stands."""

    start: int
    end: int


class Doubt(NamedTuple):
    """A part that may be read otherwise: its name, and the stretch that is in doubt."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class WorkDraft:
    """A cited work as read from one note."""

    note: NoteText
    first: int
    last: int
    """The stretch of the note that the citation is looked for in."""
    start: int
    end: int
    """The citation itself, once its borders are drawn."""
    pieces: dict[str, Piece] = field(default_factory=dict)
    authors: list[Piece] = field(default_factory=list)
    editors: list[Piece] = field(default_factory=list)
    author_confidence: float = 0.9
    date: FoundDate | None = None
    date_role: str | None = None
    date_confidence: float = 0.0
    date_reason: str = ""
    accessed: FoundDate | None = None
    url: str | None = None
    web_url: str | None = None
    """The address where it can be followed."""
    site: str = ""
    """The own name of the site that the address leads to."""
    removed: tuple[str, ...] = ()
    url_date: FoundDate | None = None
    doi: str | None = None
    quoted: bool = False
    """Its title stands in quotes."""
    type: str = "document"
    title_confidence: float = 0.9
    learned: bool = False
    """Read by the model of lists of references, which no rule of notes confirms."""
    sureness: dict[str, float] = field(default_factory=dict)
    """Part → by how much the model of notes prefers it to any other, 0 to 1."""
    doubts: list[Doubt] = field(default_factory=list)
    """Parts that another reading sees differently."""
    understood: list[tuple[int, int]] = field(default_factory=list)
    """Other stretches that belong to the citation: a cue word, a second address, the quotes of the title."""

    @property
    def flow(self) -> Flow:
        """The flow of the note."""
        return self.note.flow

    def text(self, name: str) -> str | None:
        """Return a part as printed."""
        piece = self.pieces.get(name)
        return self.note.text[piece.start : piece.end] if piece else None

    def span(self, name: str) -> Span:
        """Return the source place of a part."""
        return self.note.flow.span(*self.pieces[name])

    def take(self, name: str, start: int, end: int) -> None:
        """Note where a part stands."""
        if end > start:
            self.pieces[name] = Piece(start, end)

    def taken(self) -> list[tuple[int, int]]:
        """Return the stretches that are understood, in no order."""
        found = [*self.pieces.values(), *self.authors, *self.editors, *self.understood]
        if self.date:
            found.append((self.date.start, self.date.end))
        if self.accessed:
            found.append((self.accessed.start, self.accessed.end))
        return found

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether nothing of a stretch is understood yet."""
        return all(stop <= start or end <= begin for begin, stop in self.taken())
