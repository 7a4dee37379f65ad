"""Train the model that labels notes, the same on every run: ``python -m tests.training.train``."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random

from converter import profiles
from converter.analysis.citations import read_by_rules
from converter.analysis.flow import Flow
from converter.analysis.hints_of_rules import hints_of
from converter.analysis.note_text import NoteText
from converter.analysis.passages import WORD
from converter.evaluation.gold import Gold
from converter.profiles.words import plain
from converter.references.classes import lowered
from converter.references.features import Key
from converter.references.labels import FIXED
from converter.references.note_labels import NOTE_NUMBER
from converter.references.note_units import WORD as NOTE_WORD
from converter.references.note_units import Hint, cut_note
from converter.references.units import Units
from converter.source import Run
from tests.training.labelled_notes import LabelledNote, notes_of, prose_of, read_documents, sample_notes
from tests.training.learner import Example, learn, numbered, raw_of, ship
from tests.training.lexicon import NAMES, forgetful, load_lexicon
from tests.training.matter import load_words
from tests.training.note_matter import Pools, back_note, set_into_note, varied, web_note
from tests.training.styles import Printer, load_styles

MODEL = Path(__file__).parents[2] / "converter" / "references" / "notes.bin"
INVENTED, VARIED, BACKS, EPOCHS, SEED = 3_000, 4, 1_000, 5, 7
FEWEST = 3
FEWEST_LED = 2
FEWEST_HOMES = 3
"""Documents in which a word outside the parts of works must stand to be learnt."""


def rules_say(text: str) -> list[Hint]:
    """Return how the rules read a note of a house that nobody described."""
    flow = Flow.of_runs(text, [Run(0, len(text))])
    note = NoteText(flow, WORD.findall(plain(text)))
    read = read_by_rules(note, profiles.load("generic"))
    return hints_of(read.works, read.backs)


def units_and_gold(note: LabelledNote, *, blind: bool) -> tuple[Units, list[int]]:
    """Return the words of a note and the part of each."""
    text, labels = note.text, note.labels
    units = cut_note(text, None if blind else rules_say(text))
    gold = [NOTE_NUMBER.get(labels[start], NOTE_NUMBER["other"]) for start in units.starts]
    for place, kind in units.kinds.items():
        gold[place] = FIXED[kind]
    return units, gold


def examples_of(
    notes: Sequence[LabelledNote], telling: frozenset[str], lexicon: dict[str, str], random: Random
) -> tuple[list[Example], list[Key]]:
    """Take from notes what is to be learnt, half of them without a word of the rules."""
    extractors = [forgetful(lexicon, random) for _ in range(12)]
    raw = []
    for number, note in enumerate(notes):
        units, gold = units_and_gold(note, blind=random.random() < 0.5)
        if gold:
            kept = partial(_kept, lexicon=lexicon, telling=telling, random=random)
            raw.append(raw_of(extractors[number % len(extractors)], units, gold, kept))
    return numbered(raw, FEWEST)


def _kept(key: Key, *, lexicon: dict[str, str], telling: frozenset[str], random: Random) -> bool:
    if isinstance(key, int) or key[0] in "fgrRhi":
        return True
    if key[0] in "wba":
        if key[1:] in telling:
            return random.random() < 0.85
        return lexicon.get(key[1:], "given") not in NAMES and random.random() < 0.85
    return random.random() < 0.5


def telling_words(labelled: Sequence[LabelledNote]) -> frozenset[str]:
    """Return the words that stand outside the parts of works in the notes of several documents."""
    homes: dict[str, set[str]] = defaultdict(set)
    for note in labelled:
        for piece in note.pieces:
            if piece.name in ("other", "prose", "back"):
                for match in NOTE_WORD.finditer(piece.text):
                    homes[lowered(match[0])].add(note.document)
    return frozenset(word for word, where in homes.items() if len(where) >= FEWEST_HOMES)


def leading_words(labelled: Sequence[LabelledNote]) -> frozenset[str]:
    """Return the words that stand right before works (``See``, ``Vgl.``) and hardly ever in them."""
    homes: dict[str, set[str]] = defaultdict(set)
    inside: dict[str, set[str]] = defaultdict(set)
    for note in labelled:
        for piece, following in pairwise(note.pieces):
            words = NOTE_WORD.findall(piece.text)
            if (
                piece.name == "prose"
                and following.name in ("author", "title")
                and words
                and piece.text[-1] in " .:"
            ):
                homes[lowered(words[-1])].add(note.document)
        for piece in note.pieces:
            if piece.name in ("author", "title", "container", "publisher"):
                for word in NOTE_WORD.findall(piece.text):
                    inside[lowered(word)].add(note.document)
    return frozenset(
        word
        for word, where in homes.items()
        if word.isalpha() and len(where) >= FEWEST_LED and len(where) > len(inside[word])
    )


def lexicon_with(leads: frozenset[str]) -> dict[str, str]:
    """Return the class of every listed word, and of those that lead to works."""
    lexicon = load_lexicon()
    return lexicon | {word: "lead" for word in sorted(leads) if word not in lexicon}


def gather(
    documents: Sequence[tuple[str, Gold]], seed: int, invented: int, times: int, backs: int
) -> tuple[list[LabelledNote], frozenset[str], frozenset[str]]:
    """Return the notes to learn from, and the words that tell something in them."""
    random = Random(seed)
    labelled: list[LabelledNote] = []
    prose: dict[str, list[str]] = defaultdict(list)
    for name, gold in documents:
        labelled += notes_of(gold, name)
        prose[str(gold.head.get("language", "und"))] += prose_of(gold)
    words = load_words()
    pools = Pools(labelled, prose, words)
    printer = Printer(words, load_styles(), seed)
    samples = sample_notes()
    notes = labelled * 2 + samples * 4
    labelled += samples
    notes += [varied(random, note, pools) for note in labelled for _ in range(times)]
    notes += [set_into_note(random, printer, pools) for _ in range(invented)]
    notes += [back_note(random, pools) for _ in range(backs)]
    notes += [web_note(random, printer) for _ in range(backs)]
    return notes, telling_words(labelled), leading_words(labelled)


def train(
    notes: Sequence[LabelledNote],
    telling: frozenset[str],
    leads: frozenset[str],
    epochs: int = EPOCHS,
    seed: int = SEED,
) -> bytes:
    """Learn from notes, and return the model as it is shipped."""
    random = Random(seed)
    lexicon = lexicon_with(leads)
    examples, names = examples_of(notes, telling, lexicon, random)
    print(f"{len(examples)} notes, {len(names)} keys", file=sys.stderr)
    return ship(learn(examples, len(names), epochs, random), names, lexicon)


def train_on_all() -> bytes:
    """Learn from all labelled documents, as it is shipped."""
    return train(*gather(read_documents(), SEED, INVENTED, VARIED, BACKS))
