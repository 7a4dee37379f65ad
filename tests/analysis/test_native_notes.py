"""What a format itself says of its blocks: notes, markers, lists, tables and what is no text."""

from __future__ import annotations

import pytest

from converter.analysis import analyse
from converter.model import Commentary
from converter.readers.laying_out import Paper, Piece

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."


def marker(label: str) -> Piece:
    """Return a marker, or the label of a note, of which the format itself says that it is one."""
    return Piece(label, ("superscript",), None, marker=True)


def begun() -> Paper:
    """Return the head of a commentary."""
    paper = Paper()
    paper.block([Piece("The Quiet Harbour")], "heading", level=1)
    paper.block([Piece("Jane Doe")])
    return paper


def understood(paper: Paper) -> Commentary:
    """Return what the analysis makes of a paper; nothing may be lost."""
    commentary = analyse(paper.source("page", "text/html", "utf-8", "0" * 64))
    assert not [found for found in commentary.diagnostics if found.severity == "error"]
    return commentary


def test_the_notes_of_a_format_are_linked_whatever_lists_and_figures_stand_around() -> None:
    """Items of a list with the same numbers are no notes, and a note may have several paragraphs."""
    paper = begun()
    paper.block([Piece(PROSE), marker("1"), Piece(" " + PROSE), marker("2")])
    paper.block([Piece("1. The first reason")], "item", label="1.")
    paper.block([Piece("2. The second reason")], "item", label="2.", gap=0)
    paper.block([Piece(PROSE)])
    paper.block([marker("1"), Piece(" A note on the depth.")], note="1")
    paper.block([Piece("It goes on here.")], note="1")
    paper.block([marker("2"), Piece(" A note on the trade.")], note="2")
    commentary = understood(paper)
    assert [(note.label, note.text) for note in commentary.footnotes] == [
        ("1", "A note on the depth.\nIt goes on here."),
        ("2", "A note on the trade."),
    ]
    assert [[(one.block, one.offset) for one in note.markers] for note in commentary.footnotes] == [
        [("p1", len(PROSE))],
        [("p1", 2 * len(PROSE) + 1)],
    ]
    assert [block.type for block in commentary.body] == ["paragraph", "list", "paragraph"]


@pytest.mark.parametrize("label", ["[1]", "1", "(1)", "1."])
def test_a_label_is_bare_whatever_stands_around_it(label: str) -> None:
    """What the page prints around a label of the format does not part marker and note."""
    paper = begun()
    paper.block([Piece(PROSE), marker(label)])
    paper.block([marker(label), Piece(" A note.")], note="1")
    (note,) = understood(paper).footnotes
    assert (note.label, note.text, len(note.markers)) == ("1", "A note.", 1)


def test_a_title_and_a_name_with_a_note_are_still_title_and_name() -> None:
    """The figure of the marker is no part of either, whoever raised it."""
    paper = Paper()
    paper.block([Piece("The Quiet Harbour"), marker("1")], "heading", level=1)
    paper.block([Piece("Jane DOE"), marker("2")])
    paper.block([Piece(PROSE), marker("3"), Piece(" " + PROSE)])
    for label in "123":
        paper.block([marker(label), Piece(" A note.")], note=label)
    commentary = understood(paper)
    assert commentary.metadata.title == "The Quiet Harbour"
    assert [name.literal for name in commentary.metadata.authors] == ["Jane DOE"]
    assert [mark.block for note in commentary.footnotes for mark in note.markers] == ["title", "byline", "p1"]


def test_notes_typed_by_hand_stand_beside_those_of_the_format() -> None:
    """Both number from 1; each marker finds the note of its own nature."""
    paper = begun()
    paper.block([Piece(f"{PROSE}[1]"), marker("1"), Piece(f" {PROSE}[2]")])
    paper.block([Piece("[1] Typed by hand, the first.")])
    paper.block([Piece("[2] Typed by hand, the second.")])
    paper.block([marker("1"), Piece(" A note of the format.")], note="1")
    commentary = understood(paper)
    assert [(note.text, [mark.offset for mark in note.markers]) for note in commentary.footnotes] == [
        ("Typed by hand, the first.", [len(PROSE)]),
        ("Typed by hand, the second.", [2 * len(PROSE) + 1]),
        ("A note of the format.", [len(PROSE)]),
    ]


def test_a_marker_of_the_format_without_a_note_is_reported() -> None:
    """It stays where it is, as an unresolved marker."""
    paper = begun()
    paper.block([Piece(PROSE), marker("1"), Piece(" " + PROSE), marker("2")])
    paper.block([marker("1"), Piece(" A note.")], note="1")
    commentary = understood(paper)
    assert [note.label for note in commentary.footnotes] == ["1"]
    assert (
        "orphan-marker" in {found.code for found in commentary.diagnostics} or "2" in commentary.body[0].text
    )


def test_what_a_format_calls_no_text_is_set_aside_and_kept() -> None:
    """Menus and running heads are furniture with their text and place."""
    paper = Paper()
    paper.block([Piece("Home")], furniture="navigation")
    paper.block([Piece("The Quiet Harbour")], "heading", level=1)
    paper.block([Piece(PROSE)])
    paper.block([Piece("Share this")], furniture="share")
    commentary = understood(paper)
    assert [(mark.type, mark.text) for mark in commentary.provenance.furniture] == [
        ("navigation", "Home"),
        ("share", "Share this"),
    ]
    assert commentary.metadata.title == "The Quiet Harbour"


def test_tables_and_lists_keep_their_cells_and_numbers() -> None:
    """A marker in a cell is linked like any other."""
    paper = begun()
    paper.block([Piece(PROSE)])
    paper.row([[Piece("Year")], [Piece("Ships")]], gap=1)
    paper.row([[Piece("2023")], [Piece("41"), marker("1")]])
    paper.block([marker("1"), Piece(" A note.")], note="1")
    commentary = understood(paper)
    assert [(block.type, block.text) for block in commentary.body[1:]] == [("table", "Year Ships\n2023 41")]
    assert [mark.block for mark in commentary.footnotes[0].markers] == ["p2"]


def test_a_page_break_stands_where_the_page_ends() -> None:
    """A paragraph cut by it is one, with the break inside."""
    paper = begun()
    paper.block([Piece(f"{PROSE} And it goes on over the")])
    paper.page_break()
    paper.block([Piece(f"end of the page. {PROSE}")])
    (block,) = understood(paper).body
    assert "over the end of the page" in block.text


def test_characters_that_no_document_may_hold_are_replaced_and_counted() -> None:
    """The finding has the place of the first."""
    paper = begun()
    paper.block([Piece(f"{PROSE} \x01 and \ufffe")])
    source = paper.source("page", "text/html", "utf-8", "0" * 64)
    (finding,) = source.diagnostics
    assert finding.code == "control-characters"
    assert finding.message.startswith("2 ")
    assert finding.span is not None
    assert source.text[finding.span.start] == "\ufffd"
