"""Which note each marker refers to: repeated, missing, out of order, numbered anew."""

from __future__ import annotations

import pytest

from converter.model import Commentary
from converter.pipeline import convert_text

PARAGRAPH = "The harbour has two walls, and the older one is of timber, which moves a little every winter"


def commentary(body: str, *notes: str) -> Commentary:
    """Convert a text with these marks and notes."""
    text = "\n\n".join(["THE WALLS OF THE HARBOUR", "Ada ORMAN", body, *notes])
    return convert_text(text, to=()).commentary


def links(document: Commentary) -> list[tuple[str, int]]:
    """Return each note's label and number of markers."""
    return [(note.label, len(note.markers)) for note in document.footnotes]


def codes(document: Commentary) -> list[str]:
    """Return the findings on notes and markers."""
    kinds = ("note-", "orphan-", "marker-")
    return sorted({finding.code for finding in document.diagnostics if finding.code.startswith(kinds)})


NOTE = "Lamps at the Wall, https://news.example.org/lamps"


def body(*labels: str) -> str:
    return " ".join(f"{PARAGRAPH}{label}." for label in labels)


@pytest.mark.parametrize(
    ("marks", "notes", "expected", "findings"),
    [
        (("[1]", "[2]"), ("[1]", "[2]"), [("1", 1), ("2", 1)], []),
        (("[1]", "[1]"), ("[1]",), [("1", 2)], ["note-cited-again"]),
        (("[2]", "[1]"), ("[1]", "[2]"), [("1", 1), ("2", 1)], ["marker-order"]),
        (("[1]", "[3]"), ("[1]", "[2]", "[3]"), [("1", 1), ("2", 0), ("3", 1)], ["orphan-note"]),
        (("[1]", "[2]", "[3]"), ("[1]", "[2]"), [("1", 1), ("2", 1)], ["orphan-marker"]),
        (("[8]", "[9]"), ("[8]", "[9]"), [("8", 1), ("9", 1)], ["note-offset"]),
        (("[1]", "[250]"), ("[1]",), [("1", 1)], ["marker-kept-as-text"]),
        (("[1]", "[1962]"), ("[1]",), [("1", 1)], []),
        (("¹", "²"), ("[1]", "[2]"), [("1", 1), ("2", 1)], []),
        (("(1)", "(2)"), ("(1)", "(2)"), [("1", 1), ("2", 1)], []),
    ],
    ids=[
        "in order", "referred to again", "out of order", "note without marker", "marker without note",
        "numbered from eight", "a figure far above", "a year", "raised marks", "parentheses",
    ],
)  # fmt: skip
def test_marks_and_notes_are_matched_as_sequences(
    marks: tuple[str, ...], notes: tuple[str, ...], expected: list[tuple[str, int]], findings: list[str]
) -> None:
    """Every marker finds its note; what is left over stays and is reported."""
    document = commentary(body(*marks), *(f"{label} {NOTE}/{label[1]}" for label in notes))
    assert (expected, findings) == (links(document), codes(document))


def test_numbering_may_begin_anew() -> None:
    """Notes behind each section answer to the marks of that section."""
    long = f"{PARAGRAPH}. {PARAGRAPH}. {PARAGRAPH}"
    sections = "\n\n".join([f"{long}[1].", f"[1] {NOTE}/a", f"{long}[1].", f"[1] {NOTE}/b"])
    document = commentary(sections)
    assert [("1", 1), ("1", 1)] == links(document)


def test_a_figure_in_parentheses_is_no_marker_out_of_sequence() -> None:
    """``(3)`` in running text stays text where the notes are numbered in brackets."""
    document = commentary(
        f"{body('[1]')} The law has three parts, of which part (3) is the last.", f"[1] {NOTE}"
    )
    assert "(3)" in document.body[0].text


def test_an_unresolved_marker_is_no_text() -> None:
    """The text of a block holds no marker, not even one without a note."""
    document = commentary(body("[1]", "[2]"), f"[1] {NOTE}")
    assert "[2]" not in document.body[0].text
