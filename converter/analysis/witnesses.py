"""All that speaks for the metadata of one document, and what a candidate for a value is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.analysis.cite_as import ParsedCiteAs
from converter.analysis.clues import Clues
from converter.analysis.colophon import Imprint
from converter.analysis.flow import Flow
from converter.analysis.known_names import KnownNames
from converter.analysis.sections import Draft
from converter.profiles import Profile


@dataclass(slots=True)
class Witnesses:
    """The parts of the page that say something of the document, and what is said of it beside the page."""

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
    closing: Sequence[Flow] = ()
    """The lines behind the text: contact lines and what stands beside them."""
    heads: Sequence[Flow] = ()
    """Running heads, each once: they may be the only place that names series and date."""

    def drafts(self, kind: str) -> list[Draft]:
        """Return the front sections of a type."""
        return [draft for draft in self.front if draft.type == kind]
