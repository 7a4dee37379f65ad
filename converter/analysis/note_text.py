"""The text of a note with what is found in it once and asked for often: addresses, quotes, dates."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter.analysis.flow import Flow
from converter.analysis.quotes import Quote, find_quotes
from converter.normalizers.dates import FoundDate, find_dates
from converter.normalizers.urls import find_urls

READ_AS_ONE = 4000
"""Characters up to which each stretch of a note is read with all that stands before it."""

MANY_WORDS = 64
"""Words of a passage from which on it pays to look them up rather than through."""


class NoteText:
    """One paragraph of a note.

    What stands before an offset is asked for by ``…_before``: a stretch is read as if the note ended with it,
    so that a quote that the next stretch opens does not reach into this one.
    """

    __slots__ = ("flow", "quotes", "text", "urls", "words")

    def __init__(self, flow: Flow, words: Sequence[str]) -> None:
        self.flow = flow
        self.text = flow.text
        self.words: Collection[str] = words if len(words) < MANY_WORDS else frozenset(words)
        """The words of its passage, written plain."""
        self.urls: list[tuple[int, int]] = find_urls(flow.text)
        self.quotes: list[Quote] = find_quotes(flow.text)

    def urls_before(self, end: int, start: int = 0) -> list[tuple[int, int]]:
        """Return the web addresses before an offset, those from ``start`` on in any case."""
        if end >= len(self.text) and not self._from(start):
            return self.urls
        text, begin = self._stretch(start, end)
        return [(begin + first, begin + last) for first, last in find_urls(text)]

    def quotes_before(self, end: int, start: int = 0) -> list[Quote]:
        """Return the quoted stretches before an offset, those from ``start`` on in any case."""
        if end >= len(self.text) and not self._from(start):
            return self.quotes
        text, begin = self._stretch(start, end)
        return [quote.moved(begin) for quote in find_quotes(text)]

    def dates_before(self, end: int, start: int = 0) -> list[FoundDate]:
        """Return the dates before an offset; figures inside addresses are left alone."""
        text, begin = self._stretch(start, end)
        skipped = [(first - begin, last - begin) for first, last in self.urls_before(end, start)]
        return [date.moved(begin) for date in find_dates(text, skipped=skipped)]

    def _from(self, start: int) -> int:
        """Return from where on a stretch is read: of a long note, only the stretch itself."""
        return start if len(self.text) > READ_AS_ONE else 0

    def _stretch(self, start: int, end: int) -> tuple[str, int]:
        begin = self._from(start)
        return self.text[begin:end], begin
