"""What the tags of a PDF say is believed where it does not contradict the page."""

from __future__ import annotations

from converter.readers import read
from converter.source import Source
from tests.readers.pdf.pages import LEADING, LEFT, TOP, Leaf, written

RAGGED = (
    "The harbour was deepened again in the spring, and the trade of the coast grew",
    "since the works were ended. Nobody had foreseen that the pilots would complain.",
    "They had asked for it in every report that was sent to the board of the harbour",
    "in the last twenty years, and the board had never failed to answer them at once.",
)
"""Two paragraphs of which nothing tells that they are two: every line is full."""


def tagged(lines: tuple[str, ...], *elements: tuple[str, int], size: float = 10) -> Source:
    """Read a page of lines, each a stretch of marked content."""
    leaf = Leaf()
    for number, line in enumerate(lines):
        leaf.marked(number, LEFT, TOP - LEADING * number, line, size)
    return read(written([leaf], elements=elements), "page.pdf")


def texts(source: Source) -> list[tuple[str, str]]:
    """Return kind and text of the blocks."""
    return [(block.kind, source.text[block.start : block.end]) for block in source.blocks]


def test_paragraphs_are_those_of_the_tags() -> None:
    """Lines of one element are one paragraph, those of two are two, though nothing else shows it."""
    halves = [("text", " ".join(RAGGED[:2])), ("text", " ".join(RAGGED[2:]))]
    assert halves == texts(tagged(RAGGED, ("P", 2), ("P", 2)))
    assert [("text", " ".join(RAGGED))] == texts(tagged(RAGGED, ("P", 4)))


def test_headings_are_those_of_the_tags() -> None:
    """A heading need be neither large nor bold."""
    assert texts(tagged(("On harbours", *RAGGED), ("H1", 1), ("P", 4))) == [
        ("heading", "On harbours"),
        ("text", " ".join(RAGGED)),
    ]


def test_notes_are_those_of_the_tags() -> None:
    """Notes need neither small print nor a gap above them; what has no label goes on with the one before."""
    lines = (*RAGGED, "1 Jane Doe, The Quiet Harbour, 2019, which has", "a second line.", "2 Ibid.")
    source = tagged(lines, ("P", 4), ("Note", 2), ("Note", 1))
    notes = [(block.note, source.text[block.start : block.end]) for block in source.blocks if block.note]
    assert notes == [("1", f"{lines[4]} {lines[5]}"), ("2", lines[6])]


def test_tags_that_part_every_line_are_not_believed() -> None:
    """Some programs call each line a paragraph, though its sentence goes on in the next."""
    lines = tuple(f"{word} and the trade of the whole of the coast has grown" for word in "abcdefgh")
    assert len(texts(tagged(lines, *[("P", 1)] * 8))) == 1


def test_a_note_without_a_label_and_a_note_before_it_is_text() -> None:
    """Nothing is lost where the tags say what cannot be."""
    assert texts(tagged(RAGGED, ("P", 2), ("Note", 2)))[-1] == ("text", " ".join(RAGGED[2:]))
