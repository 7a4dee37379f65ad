"""Notes before their content is settled, and the numberings that they come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from converter.analysis.labels import Mark, Start
from converter.analysis.native_notes import NATIVE
from converter.analysis.numberings import Numbering

STRONG = frozenset({NATIVE, "caret", "bracket", "framed", "raised", "star", "worded"})
"""Styles that mean a note even out of order; figures in parentheses or glued to words do not."""


@dataclass(slots=True)
class NoteDraft:
    """A note before its content is settled."""

    id: str
    start: Start
    passages: list[int]
    place: int = 0
    """Where it begins in the source."""
    run: int = 0
    """Which numbering it belongs to, where numbering begins anew by section."""
    marks: list[Mark] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The printed label without brackets."""
        return self.start.label


ByLabel = Mapping[str, Sequence[NoteDraft]]
"""Label → the notes that carry it, in order."""


def numberings_of(notes: Sequence[NoteDraft]) -> list[tuple[int, Numbering]]:
    """Return the numberings of these notes, each with its run."""
    runs: dict[int, list[NoteDraft]] = {}
    for note in notes:
        if note.label.isdecimal():
            runs.setdefault(note.run, []).append(note)
    return [(run, _numbering(of_run)) for run, of_run in runs.items()]


def _numbering(notes: Sequence[NoteDraft]) -> Numbering:
    labels = frozenset(int(note.label) for note in notes)
    return Numbering(labels, min(labels), max(labels), notes[0].place)
