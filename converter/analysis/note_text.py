"""The text of a note with what is found in it once and asked for often: addresses, quotes, dates."""

from __future__ import annotations

from collections.abc import Sequence

from converter.analysis.flow import Flow
from converter.analysis.quotes import Quote, find_quotes
from converter.normalizers.dates import FoundDate, find_dates
from converter.normalizers.urls import find_urls


class NoteText:
    """One paragraph of a note.

    What stands before an offset is asked for by ``…_before``: a stretch is read as if the note ended with it,
    so that a quote that the next stretch opens does not reach into this one.
    """

    __slots__ = ("flow", "quotes", "text", "urls", "words")

    def __init__(self, flow: Flow, words: Sequence[str]) -> None:
        self.flow = flow
        self.text = flow.text
        self.words = words
        """The words of its passage, written plain."""
        self.urls: list[tuple[int, int]] = find_urls(flow.text)
        self.quotes: list[Quote] = find_quotes(flow.text)

    def urls_before(self, end: int) -> list[tuple[int, int]]:
        """Return the web addresses before an offset."""
        return self.urls if end >= len(self.text) else find_urls(self.text[:end])

    def quotes_before(self, end: int) -> list[Quote]:
        """Return the quoted stretches before an offset."""
        return self.quotes if end >= len(self.text) else find_quotes(self.text[:end])

    def dates_before(self, end: int) -> list[FoundDate]:
        """Return the dates before an offset; figures inside addresses are left alone."""
        return find_dates(self.text[:end], skipped=self.urls_before(end))
