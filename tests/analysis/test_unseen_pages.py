"""What pages do that nobody described: labels in frames, run-in abstracts, lives, conversations, doubts."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import convert_text
from converter.model import Commentary

FIRST = (
    "The lamps of the north were lit again in the spring, and nobody had asked the keepers whether they would"
)
HEAD = "THE LAMPS OF THE NORTH\n\nAda ORMAN\n\n3 May 2024\n\n"
NOTES = ("Pell Arran, The Ferries, Eastport: Harbour Press, 2001, p. 12.", "Elsa Norr, Coal, Eastport 1977.")


def read(text: str) -> Commentary:
    """Return what is read from a page."""
    return convert_text(text).commentary


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        (("<1>", "<2>"), ("<1>", "<2>")),
        (("/1/", "/2/"), ("/1/", "/2/")),
        (("*1", "*2"), ("*1", "*2")),
        (("1)", "2)"), ("1)", "2)")),
        (("1/", "2/"), ("1/", "2/")),
        (("i", "ii"), ("i", "ii")),
    ],
)
def test_notes_have_labels_in_frames_of_all_kinds(marks: tuple[str, str], labels: tuple[str, str]) -> None:
    """Their markers stand on the stop of a sentence and are no text."""
    lines = "\n".join(f"{label} {note}" for label, note in zip(labels, NOTES, strict=True))
    document = read(f"{HEAD}{FIRST}.{marks[0]} They stayed. {FIRST}.{marks[1]}\n\n{FIRST}.\n\n{lines}")
    assert list(NOTES) == [note.text for note in document.footnotes]
    assert f"{FIRST}. They stayed. {FIRST}." == document.body[0].text
    assert [1, 1] == [len(note.markers) for note in document.footnotes]


def test_two_labels_may_be_glued_together() -> None:
    """`said.12` is the markers of notes 1 and 2 where there is no note 12."""
    document = read(f"{HEAD}{FIRST}.12\n\n{FIRST}.\n\n1. {NOTES[0]}\n2. {NOTES[1]}")
    assert f"{FIRST}." == document.body[0].text
    assert [1, 1] == [len(note.markers) for note in document.footnotes]


@pytest.mark.parametrize("heading", ["Sources of the reviewer", "Poznámky pod čiarou", "Довідка редакції"])
def test_what_stands_over_the_first_note_heads_the_notes(heading: str) -> None:
    """In whatever words: a heading of the text has text under it."""
    document = read(f"{HEAD}{FIRST}.[1] {FIRST}.[2]\n\n{heading}\n\n[1] {NOTES[0]}\n[2] {NOTES[1]}")
    assert [f"{FIRST}. {FIRST}."] == [block.text for block in document.body]


def test_a_line_behind_the_notes_may_begin_with_a_figure() -> None:
    """`2a Mill Street` is no note, and tears no list of notes."""
    behind = "2a Mill Street, Eastport\nTel: +1 555 0101\nmail@lamps.example"
    lines = f"1 {NOTES[0]}\n2 {NOTES[1]}\n3 Ibid.\n\n{behind}"
    document = read(f"{HEAD}{FIRST}.1 {FIRST}.2 They left.3\n\n{lines}")
    assert ["1", "2", "3"] == [note.label for note in document.footnotes]


@pytest.mark.parametrize("heading", ["Summary", "Аннотация.", "ÖZET", "Das Wichtigste in Kürze."])
def test_the_heading_of_an_abstract_may_run_into_the_line(heading: str) -> None:
    """The abstract and its keywords are no paragraphs."""
    document = read(f"{HEAD}{heading} {FIRST}.\n\nKeywords: lamps; ferries\n\n{FIRST}.\n\n{FIRST}, again.")
    assert ["abstract", "keywords"] == [one.type for one in document.front_matter][-2:]
    assert [f"{FIRST}.", f"{FIRST}, again."] == [block.text for block in document.body]


def test_the_life_of_the_author_may_stand_over_the_text() -> None:
    """It begins with the name that the byline has."""
    life = "Ada Orman is a senior fellow of the institute. She studied law."
    document = read(f"{HEAD}{life}\n\n{FIRST}.\n\n{FIRST}, again.")
    assert [("about-author", life)] == [
        (one.type, one.text)
        for one in document.back_matter + document.front_matter
        if one.type == "about-author"
    ]
    assert 2 == len(document.body)


def test_rows_of_buttons_are_no_text() -> None:
    """Neither over the text nor behind it."""
    document = read(f"{HEAD}Share: Twitter LinkedIn Email\n\n{FIRST}.\n\n{FIRST}, again.\n\nDrucken | Teilen")
    assert ["navigation", "navigation"] == [mark.type for mark in document.provenance.furniture]


def test_headings_know_their_sisters() -> None:
    """`2. Why?` over a short text is a heading, since `1.` is one and text stands between."""
    page = f"{HEAD}1. The lamps\n\n{FIRST}.\n\n2. Why?\n\nNobody knows.\n\n3. An end\n\n{FIRST}."
    kinds = [block.type for block in read(page).body]
    assert ["heading", "paragraph"] * 3 == kinds


def test_dashes_of_a_conversation_are_no_list() -> None:
    """One asks, another answers."""
    page = f"{HEAD}– Who lit them?\n\n– {FIRST}.\n\n– And who paid?\n\n– {FIRST}, I am told."
    assert ["paragraph"] * 4 == [block.type for block in read(page).body]


def test_what_is_often_read_wrongly_is_told() -> None:
    """A short last paragraph, over contact lines, is told as a doubt."""
    path = Path(__file__).resolve().parents[2] / "samples" / "harbour-2021-64.txt"
    codes = {finding.code for finding in convert_text(path.read_text(encoding="utf-8")).diagnostics}
    assert "paragraph-uncertain" in codes
