"""Train the model that labels notes, the same on every run: ``python -m tests.training.train_notes``."""

from __future__ import annotations

import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

import msgspec

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
from tests.training.learner import Example, Learner
from tests.training.matter import load_words
from tests.training.note_matter import Pools, back_note, set_into_note, varied, web_note
from tests.training.styles import Printer, load_styles
from tests.training.train import WORDS, _forgetful, load_lexicon

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "converter" / "references" / "notes.bin"
INVENTED, VARIED, BACKS, EPOCHS, SEED = 3_000, 4, 1_000, 5, 7
FEWEST = 3
FEWEST_LED = 2
FEWEST_HOMES = 3
"""Documents in which a word outside the parts of works must stand to be learnt."""
LARGEST = 30_000
LEAST = 0.8


def hold_out(name: str) -> bool:
    """Tell whether a document is held out for choosing, by its house."""
    return zlib.crc32(name.partition("-")[0].encode()) % 5 == 0


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
    extractors = [_forgetful(lexicon, random) for _ in range(12)]
    raw: list[tuple[list[tuple[Key, ...]], list[int], list[int], dict[int, int]]] = []
    seen: Counter[Key] = Counter()
    for number, note in enumerate(notes):
        units, gold = units_and_gold(note, blind=random.random() < 0.5)
        if not gold:
            continue
        firsts, totals, groups = extractors[number % len(extractors)].nodes(units)
        keys = [tuple(key for key in total if _kept(key, lexicon, telling, random)) for total in totals]  # type: ignore[attr-defined]  # tuples of keys
        seen.update({key for one in keys for key in one})
        right = [Counter(gold[a:b]).most_common(1)[0][0] for a, b in pairwise([*firsts, len(gold)])]
        fixed = {place: right[place] for place, first in enumerate(firsts) if first in units.kinds}
        raw.append((keys, groups, right, fixed))
    names = [key for key, times in sorted(seen.items(), key=lambda one: str(one[0])) if times >= FEWEST]
    numbers = {key: number for number, key in enumerate(names)}
    return [
        Example([tuple(numbers[key] for key in one if key in numbers) for one in keys], groups, gold, fixed)
        for keys, groups, gold, fixed in raw
    ], names


def _kept(key: Key, lexicon: dict[str, str], telling: frozenset[str], random: Random) -> bool:
    if isinstance(key, int) or key[0] in "fgrRhi":
        return True
    if key[0] in "wba":
        if key[1:] in telling:
            return random.random() < 0.85
        return lexicon.get(key[1:], "given") not in WORDS and random.random() < 0.85
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
    learner = Learner(len(names))
    words = sum(len(example.gold) for example in examples)
    for epoch in range(epochs):
        random.shuffle(examples)
        wrong = sum(map(learner.learn, examples))
        print(f"{epoch + 1}: {wrong / words:.4f} of the words wrong", file=sys.stderr)
    return pack(learner, names, lexicon)


def pack(learner: Learner, names: list[Key], lexicon: dict[str, str]) -> bytes:
    """Write the weights down as whole numbers: for each key what it says of every part."""
    means = [learner.means(key) for key in range(len(names))]
    scale = LARGEST / max(abs(value) for row in means for value in row)
    table = {
        key: b"".join((round(value * scale) + 32768).to_bytes(4, "little") for value in row)
        for key, row in zip(names, means, strict=True)
        if max(row) - min(row) >= LEAST
    }
    follows = [[[round(value * scale) for value in row] for row in rows] for rows in learner.follow_means()]
    whole = {
        "scale": round(scale, 3),
        "classes": lexicon,
        "follows": follows,
        "words": {key: lanes for key, lanes in table.items() if isinstance(key, str)},
        "places": {key: lanes for key, lanes in table.items() if isinstance(key, int)},
    }
    print(f"{len(table)} keys kept, scale {scale:.1f}", file=sys.stderr)
    return zlib.compress(msgspec.msgpack.encode(whole), 9)


def documents(*, held_out: bool = False) -> Iterator[tuple[str, Gold]]:
    """Yield the labelled documents to learn from, or those held out."""
    for name, gold in read_documents():
        if hold_out(name) == held_out:
            yield name, gold


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]] or [INVENTED, VARIED, BACKS, EPOCHS]
    every = read_documents()
    MODEL.write_bytes(train(*gather(every, SEED, *numbers[:3]), numbers[3]))
