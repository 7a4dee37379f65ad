"""What an office file holds beside its text: counted while it is read, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.diagnostics import Code, Diagnostic


@dataclass(slots=True)
class LeftOut:
    """How much of a file is no part of its text, of which kind."""

    inserted: int = 0
    """Tracked insertions, which are kept."""
    deleted: int = 0
    """Tracked deletions."""
    comments: int = 0
    hidden: int = 0
    """Characters that the file itself hides."""
    unread: list[str] = field(default_factory=list)
    """In words, what may hold text of another format."""
    notes_anew_on_pages: bool = False
    """The notes begin with 1 on each page, but where pages end is not known."""

    def findings(self) -> Iterator[Diagnostic]:
        """Yield a finding for each kind."""
        if self.inserted or self.deleted:
            yield Code.TRACKED_CHANGES.at(None, inserted=self.inserted, deleted=self.deleted)
        if self.comments:
            yield Code.COMMENTS_LEFT_OUT.at(None, count=self.comments)
        if self.hidden:
            yield Code.HIDDEN_TEXT.at(None, count=self.hidden)
        for what in dict.fromkeys(self.unread):
            yield Code.PART_NOT_READ.at(None, what=what)
        if self.notes_anew_on_pages:
            yield Code.NOTES_NUMBERED_THROUGH.at(None)
