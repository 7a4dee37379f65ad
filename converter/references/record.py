"""A reference as it was read: the work, its place in the list, its parts, and what is doubtful."""

from __future__ import annotations

import msgspec

from converter.diagnostics import Diagnostic
from converter.source import Span
from converter.works import Work


class PartSpan(msgspec.Struct, frozen=True, gc=False):
    """A recognised part: its name, where it stands in the text, how sure it is (0 to 1)."""

    name: str
    """One of ``converter.references.labels.LABELS``: ``author``, ``title``, ``container``, ``date`` ..."""
    span: Span
    confidence: float


class ParsedReference(msgspec.Struct, frozen=True, gc=False):
    """One line of a list of references."""

    work: Work
    text: str
    """The line as printed, without the number before it."""
    span: Span
    """Of that text."""
    label: str | None = None
    """The number or bullet before it, as printed."""
    parts: tuple[PartSpan, ...] = ()
    understood: bool = True
    """Whether the line is a reference; otherwise the work holds it whole as its note."""


class ReferenceList(msgspec.Struct, frozen=True, gc=False):
    """A list of references: the text that all places count in, what was read, every finding."""

    text: str
    references: tuple[ParsedReference, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def works(self) -> tuple[Work, ...]:
        """The works, in the order of the lines."""
        return tuple(reference.work for reference in self.references)
