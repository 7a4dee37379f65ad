"""All that speaks for the metadata of one document, and what a candidate for a value is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from converter.analysis.cite_as import ParsedCiteAs
from converter.analysis.clues import Clues
from converter.analysis.colophon import Imprint
from converter.analysis.flow import Flow
from converter.analysis.known_names import KnownNames
from converter.analysis.sections import Draft
from converter.model import Rejected
from converter.profiles import Profile
from converter.source import Span


class Candidate(NamedTuple):
    """A value for a field, with its place and the rule that read it."""

    value: str
    span: Span | None
    rule: str


@dataclass(slots=True)
class Witnesses:
    """The front, the signature, the cite-as block, the colophon, the profile, the text, and the file."""

    front: Sequence[Draft]
    titles: Mapping[str, str]
    """Section type (``title``, ``subtitle``) → its text without markers."""
    signature: Sequence[Flow]
    cite_as: ParsedCiteAs | None
    imprint: Imprint
    profile: Profile
    text: str
    """The body, for the language."""
    known: KnownNames
    """Reads names as they are spelled elsewhere."""
    clues: Clues
    """What the file says beside its text; it is believed where the page says nothing."""

    def drafts(self, kind: str) -> list[Draft]:
        """Return the front sections of a type."""
        return [draft for draft in self.front if draft.type == kind]


def rejected(candidates: Iterable[Candidate]) -> list[Rejected]:
    """Return the candidates that lost, for the evidence."""
    return [Rejected(candidate.value, candidate.span, candidate.rule) for candidate in candidates]
