"""Which part of the page each passage is: the best sequence, its margin, labels of notes, cut paragraphs."""

from __future__ import annotations

import pytest

from converter.analysis import regions
from converter.analysis.label_styles import plan_notes
from converter.analysis.labels import find_marks, find_start
from converter.analysis.layout import read_layout
from converter.analysis.ledger import Ledger
from converter.analysis.regions import best_reading
from tests.analysis.reading import GENERIC, layout_of, lines_of, passage_of

PROSE = (
    "The harbour has two walls, and the older one is of timber. Nobody who works on it has seen it dry, and "
    "the pilots say that it moves a little every winter.[1] The ministry has measured it four times since, "
    "each time with another result.[2]"
)
PAGE = f"""THE WALLS OF THE HARBOUR

Ada ORMAN

14 May 2025

{PROSE}

The younger wall is of stone, which is why nobody has ever measured it, so that it may move as well.

[1] Lamps at the Harbour Wall, 22 May 2025, https://news.example.org/lamps

[2] The Pilots Strike, 24 May 2025, https://shore.example.net/strike

About the Author :

To cite this article: ORMAN, Ada. 2025. "THE WALLS OF THE HARBOUR." Tidal Institute, Commentary No.2025 / 12.

Harbour Road 12, 06550 Northport

© 2009-2025 Tidal Institute All Rights Reserved
"""


def test_a_page_falls_into_its_regions() -> None:
    """Header, text, notes, biography, cite-as block and colophon follow each other."""
    assert [
        "title", "byline", "header", "body", "body", "note", "note", "about-author", "cite-as", "colophon",
        "colophon",
    ] == layout_of(PAGE).labels  # fmt: skip


def test_the_best_sequence_wins_over_the_best_single_region() -> None:
    """A passage goes where the whole reading is best, not where it alone would score most."""
    scores = [{regions.TITLE: 3.0}, {regions.BODY: 4.0}, {regions.TITLE: 3.0, regions.BODY: 2.0}]
    assert ["title", "body", "body"] == [reading.label for reading in best_reading(scores)]


def test_the_margin_is_the_loss_of_the_next_best_reading() -> None:
    """How much worse the best reading with another region is."""
    reading = best_reading([{regions.BODY: 4.0}, {regions.BODY: 4.0, regions.SIGNATURE: 3.5}])[1]
    margin = 0.5 + regions.PRICES[regions.BODY][regions.SIGNATURE]
    assert ("body", "signature", margin) == (reading.label, reading.runner_up, reading.margin)


def test_a_passage_of_one_region_has_no_doubt() -> None:
    """Where nothing else is possible the margin has no end."""
    reading = best_reading([{regions.BODY: 4.0}])[0]
    assert (None, float("inf")) == (reading.runner_up, reading.margin)


def test_no_passages_have_no_reading() -> None:
    """An empty document has no regions."""
    assert [] == best_reading([])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1] Author", ("bracket", "1", 4)),
        ("[^a]: Author", ("caret", "a", 6)),
        ("(3) Author", ("paren", "3", 4)),
        ("¹² Author", ("raised", "12", 3)),
        ("* The author", ("star", "*", 2)),
        ("1. Author", ("dot", "1", 3)),
        ("2) Author", ("close", "2", 3)),
        ("3 Author", ("bare", "3", 2)),
        ("246Author", ("bare", "246", 3)),
        ("[iv] Author", ("bracket", "iv", 5)),
    ],
)
def test_a_note_begins_with_a_label(text: str, expected: tuple[str, str, int]) -> None:
    """Every style of labels is known, with the place where the note's text begins."""
    start = find_start(0, passage_of(text))
    assert expected == (start and (start.style, start.label, start.end))


@pytest.mark.parametrize("text", ["Author, Title", "2025", "*", "[see] Author"])
def test_other_passages_begin_with_none(text: str) -> None:
    """Words, lone figures and bracketed words are no labels."""
    assert None is find_start(0, passage_of(text))


def test_marks_are_found_in_reading_order() -> None:
    """Brackets, carets, raised figures and parentheses may refer to notes."""
    marks = find_marks(0, passage_of("one[1] two[^b] three³ four(4) five**"), 0)
    expected = [("bracket", "1"), ("caret", "b"), ("raised", "3"), ("paren", "4"), ("star", "**")]
    assert expected == [(mark.style, mark.label) for mark in marks]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("One.[1] Two.[2]\n\n[1] A\n\n[2] B", "bracket"),
        ("One.¹ Two.²\n\n1. Author A\n\n2. Author B", "dot"),
        ("One.1 Two.2\n\n1 Author A\n\n2 Author B", "bare"),
        ("1. first\n\n2. second\n\nA text without notes.", None),
    ],
    ids=["brackets", "raised figures, numbers with a stop", "glued figures", "a list is none"],
)
def test_the_style_of_the_notes_is_what_marks_answer_to(text: str, style: str | None) -> None:
    """A style of labels is that of the notes if marks in the text before refer to them."""
    assert style == plan_notes(lines_of(text).passages).style


def test_headings_with_numbers_do_not_begin_the_notes() -> None:
    """Of plain figures the last run of consecutive labels is the notes."""
    text = "1. Walls\n\nText.¹\n\n2. Tides\n\nText.²\n\n1. Author A\n\n2. Author B"
    assert [4, 5] == sorted(plan_notes(lines_of(text).passages).starts)


OPENING = f"THE WALLS OF THE HARBOUR\n\nAda ORMAN\n\n{PROSE}"
CUT = (
    "The harbour has two walls, and the older one is of timber, which moves a little every winter and every "
    "spring, as the two"
)


@pytest.mark.parametrize(
    ("second", "code", "count"),
    [
        ("walls were built by different hands and in different years.", "paragraph-joined", 2),
        (
            "Walls of the north were built by different hands and in different years.",
            "paragraph-join-uncertain",
            3,
        ),
    ],
    ids=["lower case", "capital"],
)
def test_a_paragraph_cut_in_mid_sentence_is_joined(second: str, code: str, count: int) -> None:
    """A lower-case beginning joins; a capital leaves the decision to the reader."""
    ledger = Ledger()
    layout = read_layout(lines_of(f"{OPENING}\n\n{CUT}\n\n{second}"), GENERIC, ledger)
    assert (count, [code]) == (
        layout.labels.count("body"),
        [finding.code for finding in ledger.findings if finding.code.startswith("paragraph")],
    )


def test_marks_move_with_a_joined_paragraph() -> None:
    """Offsets count in the joined passage."""
    layout = layout_of(
        f"{OPENING}\n\n{CUT}\n\nwalls were built by different hands.[1]\n\n[1] Author, Title, 2020."
    )
    mark = layout.plan.marks[0]
    assert "[1]" == layout.passages[mark.passage].text[mark.start : mark.end]
