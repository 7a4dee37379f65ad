"""How well notes of unseen houses are read: ``python -m tests.training.held_out`` learns without a fifth of them."""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

from converter.references.labels import FIXED
from converter.references.model import load_packed
from converter.references.note_labels import NOTE_LABELS
from converter.references.note_units import Hint, cut_note
from converter.references.tagger import tag
from tests.training.labelled_notes import LabelledNote, notes_of, read_documents
from tests.training.train_notes import BACKS, INVENTED, SEED, VARIED, gather, rules_say, train

OUTSIDE = frozenset(("other", "prose", *FIXED))
"""What is no part of a work that must be understood."""

Reading = Sequence[tuple[str, str]]
"""For each word: what it was read as, and what it is."""


def is_held_out(name: str) -> bool:
    """Tell whether a document is held out, by its house."""
    return zlib.crc32(name.partition("-")[0].encode()) % 5 == 0


def soft_f1(readings: Iterable[Reading]) -> dict[str, float]:
    """Return the share of the words of each part that were found, against those that were too many."""
    right, wrong = Counter[str](), Counter[str]()
    for found, true in (pair for reading in readings for pair in reading):
        if found == true:
            right[true] += 1
        else:
            wrong.update((found, true))
    parts = (right.keys() | wrong.keys()) - OUTSIDE
    every = (sum(right[part] for part in parts), sum(wrong[part] for part in parts))
    counts = {part: (right[part], wrong[part]) for part in sorted(parts)} | {"all": every}
    return {part: 2 * good / max(2 * good + bad, 1) for part, (good, bad) in counts.items()}


def main() -> None:
    """Learn, and print what each way of reading gets right."""
    documents = read_documents()
    packed = train(
        *gather([one for one in documents if not is_held_out(one[0])], SEED, INVENTED, VARIED, BACKS)
    )
    model = load_packed(packed)
    notes = [note for name, gold in documents if is_held_out(name) for note in notes_of(gold, name)]

    def read(note: LabelledNote, hints: Sequence[Hint] | None) -> Reading:
        units = cut_note(note.text, hints)
        labels = tag(model, units).labels if units.words else []
        gold = [note.labels[start] for start in units.starts]
        return [(NOTE_LABELS[one], other) for one, other in zip(labels, gold, strict=True)]

    for name, figures in (
        ("model alone", soft_f1(read(note, None) for note in notes)),
        ("with the rules", soft_f1(read(note, rules_say(note.text)) for note in notes)),
    ):
        print(name, ", ".join(f"{part} {share:.1%}" for part, share in figures.items()), file=sys.stdout)


if __name__ == "__main__":
    main()
