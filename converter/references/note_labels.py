"""What the words of a note may be: parts of a cited work, prose, words that mean a work cited before."""

from __future__ import annotations

from converter.references.labels import LABELS

INSTEAD = {"series": "prose", "edition": "back"}
"""Parts of lists of references that notes are not taken apart into → what has their lane instead."""

NOTE_LABELS = tuple(INSTEAD.get(label, label) for label in LABELS)
NOTE_NUMBER = {label: place for place, label in enumerate(NOTE_LABELS)}
