"""A gold file is its page and its truth, and says where it contradicts itself."""

from __future__ import annotations

import pytest

from converter.evaluation import InvalidGold, check_gold, read_gold
from converter.evaluation.gold import page_of
from converter.evaluation.truth import truth_of
from converter.evaluation.truth_notes import Back
from tests.evaluation.example import FILE, example

HEAD = '+++\nlanguage = "en"\n+++\n'


def problems(text: str) -> list[tuple[int, str]]:
    """Return the faults of a gold file."""
    try:
        faults = check_gold(read_gold(text, "x"))
    except InvalidGold as error:
        faults = error.faults
    return [(fault.line, fault.problem) for fault in faults]


def test_margin_and_brackets_taken_away_give_the_page() -> None:
    """Lines, empty lines and the text inside brackets stand as they were written."""
    assert page_of(example()).startswith(
        "THE LAST FERRY TO\nBRENNICK\nWhat a timetable says about a border\n\nDr. Orla"
    )
    assert "ever taken it, and\nnobody means to." in page_of(example())
    assert "“Ferries and Fences,” Coast Herald, 2 March 2020, <https://coastherald" in page_of(example())


def test_the_example_is_sound() -> None:
    """Nothing in it contradicts itself."""
    assert [] == problems(FILE.read_text("utf-8"))


def test_a_paragraph_that_goes_on_is_one() -> None:
    """What furniture parts is joined, in the text and in the place of its marker."""
    truth = truth_of(example())
    assert "The council met in the evening and decided that the boat should sail:" in [
        one.text for one in truth.units
    ]
    assert ("ninganddecided" + "that")[-15:] == truth.links[1].before


def test_works_are_taken_from_their_brackets() -> None:
    """A note gives its works, each with its fields, dates in ISO and the address clean."""
    first, second, third = truth_of(example()).notes
    assert {
        "title": "Ferries and Fences",
        "container": "Coast Herald",
        "issued": "2020-03-02",
        "url": "https://coastherald.example/ferries",
        "accessed": "2021-04-01",
    } == first.works[0].values
    assert ["Small Ports", "Die Fähre"] == [work.values["title"] for work in second.works]
    assert second.text.endswith("\n\nThe ninth seat is empty.")
    assert ((Back("2"),), True) == (third.backs, third.orphan)


def test_what_is_missing_must_be_found_out() -> None:
    """Findings follow from what the page has not."""
    gold = read_gold(f"{HEAD}p | Text.⟦m ?:[2]⟧\nnote | ⟦n 1 orphan:[1]⟧ See.\n", "x")
    expected = {"missing-title", "missing-author", "missing-date", "missing-cite-as", "orphan-note"}
    assert expected | {"orphan-marker"} == truth_of(gold).findings


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("p | Text", 1, "a gold file begins with a head between two lines of +++"),
        ("+++\nlanguage =\n+++\np | x", 2, "the head is no TOML"),
        ("+++\n+++\np | x", 1, "the head must say the language"),
        (f"{HEAD}q | x", 4, "q is no label"),
        (f"{HEAD}Text without margin", 4, "neither a label and a margin"),
        (f"{HEAD}  | x", 4, "goes on with a block, and there is none"),
        (f"{HEAD}p+ | x", 4, "p+ goes on with a block p, and there is none before it"),
        (f"{HEAD}p | x ⟦m 1:[1]", 4, "a bracket that is not ⟦key value:printed⟧"),
        (f"{HEAD}p | x⟦m 1:[1]⟧", 4, "there is no note '1' for this marker"),
        (f"{HEAD}p | x\nnote | ⟦n 1:[1]⟧ y", 5, "note 1 has no marker"),
        (f"{HEAD}p | x⟦m 1:1⟧\nnote | ⟦n 1 orphan:[1]⟧ y", 5, "note 1 is an orphan, but has a marker"),
        (f"{HEAD}p | x\nnote | y", 5, "a note begins with"),
        (f"{HEAD}p | x⟦m 1:1⟧\nnote | ⟦n 1:1⟧ a\nnote | ⟦n 1:1⟧ b", 6, "two notes have the id 1"),
        (f"{HEAD}p | x⟦m 1:1⟧\nnote | ⟦n 1:1⟧ ⟦back 7:Ibid.⟧", 5, "there is no note '7' to go back to"),
        (f"{HEAD}p | x⟦m 1:1⟧\nnote | ⟦n 1:1⟧ ⟦issued May:May⟧", 5, "issued needs a date like 2021-05-04"),
        (f"{HEAD}p | ⟦author:Ann⟧", 4, "author labels a part of a note, not of p"),
        (f"{HEAD}p | ⟦writer:Ann⟧", 4, "writer is no key of a bracket"),
        (f"{HEAD}title | A\np | x", 4, "the page has a title and the head has none"),
        ('+++\nlanguage = "en"\ntitle = "B"\n+++\np | x', 1, "title is not printed on the page: B"),
        ('+++\nlanguage = "en"\ntitel = "B"\n+++\np | x', 1, "titel is no key of the head"),
        ('+++\nlanguage = "en"\nauthors = ["Ann"]\n+++\np | Ann', 1, "a name has literal"),
        (f"{HEAD}colophon | © 2021 House", 4, "this colophon line says rights, and the head does not"),
    ],
)
def test_a_contradiction_is_told_with_its_line(text: str, line: int, problem: str) -> None:
    """Whoever labels a page is told what is wrong with it, and where."""
    assert [(line, True)] == [(at, problem in told) for at, told in problems(text)][:1]


@pytest.mark.parametrize(
    "head", ['series = "4"', 'authors = "Ann"', "published = 2021-05-04", 'social = "@x"', "title = 4"]
)
def test_a_value_of_the_wrong_type_is_told(head: str) -> None:
    """What a typist may write otherwise is a fault of line 1, and never an accident later."""
    told = problems(f'+++\nlanguage = "en"\n{head}\n+++\np | x\n')
    assert [1] == [line for line, problem in told if "wrong type" in problem]
