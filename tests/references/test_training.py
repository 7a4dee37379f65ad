"""Whether the model can be trained anew, to the same bytes."""

from __future__ import annotations

import zlib

import msgspec
import pytest

from converter.references.model import Shipped, load_model
from converter.references.note_labels import NOTE_LABELS
from converter.references.note_parts import NOTES
from converter.references.note_units import cut_note
from converter.references.tagger import tag
from tests.training import train_notes
from tests.training.held_out import soft_f1
from tests.training.labelled_notes import read_documents, sample_notes
from tests.training.matter import load_words
from tests.training.styles import Printer, load_styles
from tests.training.train import train, units_and_gold


def test_training_gives_the_same_bytes_again(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of it hangs on time or on the order of sets; what comes out can be read as a model."""
    model = train(80, 1)
    assert model == train(80, 1)
    assert msgspec.msgpack.decode(zlib.decompress(model), type=Shipped).words
    assert "80 references" in capsys.readouterr().err


def test_training_of_notes_gives_the_same_bytes_again(capsys: pytest.CaptureFixture[str]) -> None:
    """What is learnt from labelled notes, their like and invented ones hangs on nothing else either."""
    documents = read_documents()[:12]
    model = train_notes.train(*train_notes.gather(documents, 3, 40, 1, 10), 1)
    assert model == train_notes.train(*train_notes.gather(documents, 3, 40, 1, 10), 1)
    assert msgspec.msgpack.decode(zlib.decompress(model), type=Shipped).words
    assert "of the words wrong" in capsys.readouterr().err


def test_the_labelled_notes_of_the_samples_are_read() -> None:
    """The model that is shipped reads the notes that it has learnt from, though no rule helps it."""
    readings = []
    for note in sample_notes():
        units = cut_note(note.text)
        labels = tag(load_model(NOTES), units).labels
        gold = [note.labels[start] for start in units.starts]
        readings.append([(NOTE_LABELS[one], true) for one, true in zip(labels, gold, strict=True)])
    assert soft_f1(readings)["all"] > 0.9


def test_the_model_reads_what_it_has_not_seen() -> None:
    """Of the words of works that were not printed for the training hardly any is read wrongly."""
    printer = Printer(load_words(), load_styles(), 4711)
    model, wrong, count = load_model(), 0, 0
    for _ in range(300):
        units, gold = units_and_gold(printer.print_one())
        labels = tag(model, units).labels if units.words else []
        wrong += sum(label != right for label, right in zip(labels, gold, strict=True))
        count += len(gold)
    assert wrong / count < 0.05
