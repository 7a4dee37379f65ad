"""What a candidate for a value of the metadata is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from converter.model import Rejected
from converter.source import Span


class Candidate(NamedTuple):
    """A value for a field, with its place and the rule that read it."""

    value: str
    span: Span | None
    rule: str


def rejected(candidates: Iterable[Candidate]) -> list[Rejected]:
    """Return the candidates that lost, for the evidence."""
    return [Rejected(candidate.value, candidate.span, candidate.rule) for candidate in candidates]
