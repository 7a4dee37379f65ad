"""Rules and model read each note; what they agree on stands, what they see differently is told."""

from __future__ import annotations

import pytest

from converter.analysis.readings import facts_of
from tests.analysis.reading import note_in_lines, read_one_note


def parts_of(note: str) -> list[dict[str, str]]:
    """Return the works of a note as the readers together see them: part → text."""
    read = read_one_note(note)
    return [
        {
            name: " | ".join(read.flow.text[slice(*place)] for place in places)
            for name, places in parts.items()
        }
        for parts in map(facts_of, read.works)
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "顾维桢：《空箱费用结算的法律问题》，《运输法评论》2019年第3期，第45—58页。",
            {"author": "顾维桢", "title": "空箱费用结算的法律问题", "container": "运输法评论", "issue": "3"},
        ),
        (
            "Karin Ohm, »Vierzig Jahre Niedrigwasser«, in: Elbbote, 18. Oktober 2014, S. 3.",
            {
                "author": "Karin Ohm",
                "title": "Vierzig Jahre Niedrigwasser",
                "container": "Elbbote",
                "page": "3",
            },
        ),
        (
            "An exception is Lourdes Abel, “Floating Addresses,” Urban Littoral 4, no. 2 (2016): 133–51.",
            {"author": "Lourdes Abel", "title": "Floating Addresses", "volume": "4", "page": "133–51"},
        ),
        (
            "Véase Casilda Ortún, El río y la frontera (Madrid: Ediciones del Puente, 2011), p. 45.",
            {"author": "Casilda Ortún", "place": "Madrid", "publisher": "Ediciones del Puente", "page": "45"},
        ),
    ],
    ids=["Chinese", "German quotes", "behind prose", "behind a cue word"],
)
def test_manners_that_no_rule_knows_are_read(note: str, expected: dict[str, str]) -> None:
    """Each part is found in its place, whatever the language and the signs."""
    (parts,) = parts_of(note)
    assert expected == {name: parts.get(name) for name in expected}


def test_what_both_see_is_in_no_doubt() -> None:
    """A citation of the common manner has no doubtful part and nothing that was missed."""
    read = read_one_note("“Lamps of the North”, Harbour Times, 3 May 2024, https://times.example/lamps")
    assert ([[]], []) == ([work.doubts for work in read.works], read.missed)


def test_what_only_one_sees_is_a_doubt_at_its_place() -> None:
    """The rules take the words before a name for a part of it; the model does not."""
    note = "An exception is Lourdes Abel, “Floating Addresses,” Urban Littoral 4, no. 2 (2016): 133–51."
    assert "author: An exception is Lourdes Abel" in note_in_lines(note)
    (work,) = read_one_note(note).works
    assert "Lourdes Abel" in {note[doubt.start : doubt.end] for doubt in work.doubts}


def test_a_work_that_one_reading_sees_is_told() -> None:
    """Where neither the rules nor a second look confirm a work, its stretch is kept as a doubt."""
    read = read_one_note("TAR Costa, sez. II, sentenza n. 1187 del 4 dicembre 2018.")
    assert read.works or read.missed


def test_words_that_mean_an_earlier_work_are_no_work() -> None:
    """What the model takes for a reference back is asked for among the earlier works."""
    read = read_one_note("Abel, “Floating Addresses,” 140, makes the same point about barges.")
    assert ([], "back-reference") == (read.works, read.kind)
