"""What became of one value: what was expected, what was found, where, and whether a finding says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from converter.evaluation.document import Document
from converter.evaluation.wording import INVISIBLE, fold, plain, similarity
from converter.source import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """One value of one document, compared."""

    field: str
    """What it is: ``title``, ``paragraph``, ``note-link``, ``work.container`` …"""
    expected: str | None
    actual: str | None
    exact: bool
    right: bool
    """The same but for case, blanks and punctuation."""
    near: float
    """Levenshtein similarity, 0 to 1."""
    pointer: str | None = None
    """The value in the document, or the place where it would stand."""
    places: tuple[Span, ...] = ()
    """Where the value that was found, and the one that was expected, stand in the source text."""
    line: int = 1
    """In the gold file."""
    flagged: bool = False
    """A finding points at it."""

    @property
    def is_silent(self) -> bool:
        """Whether it is wrong and no finding points at it."""
        return not (self.right or self.flagged)


def compared(
    field: str,
    expected: str | None,
    actual: str | None,
    *,
    pointer: str | None = None,
    places: tuple[Span, ...] = (),
    line: int = 1,
) -> Outcome:
    """Compare two texts; either may be missing."""
    one, other = plain(expected or ""), plain(actual or "")
    exact = one == other
    right = exact or (fold(one) == fold(other) and bool(fold(one)))
    near = 1.0 if exact else similarity(one, other) if one and other else 0.0
    return Outcome(field, expected, actual, exact, right, near, pointer, places, line)


def judged(
    field: str,
    expected: str | None,
    actual: str | None,
    *,
    right: bool,
    pointer: str | None = None,
    places: tuple[Span, ...] = (),
    line: int = 1,
) -> Outcome:
    """Record a comparison that is right or wrong, and nothing between."""
    return Outcome(field, expected, actual, right, right, float(right), pointer, places, line)


class Finder:
    """Finds printed texts in the source, whatever white space and invisible signs stand in them."""

    def __init__(self, document: Document) -> None:
        self._source = document.source

    @cached_property
    def _signs(self) -> tuple[str, list[int]]:
        kept = [
            (sign, place)
            for place, sign in enumerate(self._source or "")
            if not (sign.isspace() or sign in "<>*_" or INVISIBLE.match(sign))
        ]
        return "".join(sign for sign, _ in kept), [place for _, place in kept]

    def find(self, text: str | None, within: Span | None = None) -> tuple[Span, ...]:
        """Return where a text stands, if it stands in the source once (within a span: the first time)."""
        if not text or self._source is None:
            return ()
        wanted = "".join(
            sign for sign in text if not (sign.isspace() or sign in "<>*_" or INVISIBLE.match(sign))
        )
        signs, places = self._signs
        low, high = self._limits(within, places)
        at = signs.find(wanted, low, high)
        if not wanted or at < 0 or (within is None and signs.find(wanted, at + 1, high) >= 0):
            return ()
        return (Span(places[at], places[at + len(wanted) - 1] + 1),)

    @staticmethod
    def _limits(within: Span | None, places: list[int]) -> tuple[int, int]:
        from bisect import bisect_left

        if within is None:
            return 0, len(places)
        return bisect_left(places, within.start), bisect_left(places, within.end)
