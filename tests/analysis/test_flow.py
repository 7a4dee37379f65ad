"""What a flow promises: single blanks, and the source place of every character."""

from __future__ import annotations

import pytest

from converter.analysis.flow import Flow
from converter.source import Run, Span
from tests.analysis.reading import source_of


def flow_of_source(text: str) -> tuple[str, Flow]:
    source = source_of(text)
    return source.text, Flow.of_runs(source.text, source.blocks[0].runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("two  blanks", "two blanks"),
        ("a\u00a0no-break space", "a no-break space"),
        ("**bold** word", "bold word"),
        ("trust[\\[1\\]](#).", "trust[1]."),
        ("<https://x.example>", "https://x.example"),
        ("\ttabs\tinside\t", "tabs inside"),
    ],
)
def test_white_space_and_markup_are_no_text(text: str, expected: str) -> None:
    """Every run of white space is one blank; markup between runs is left out."""
    assert expected == flow_of_source(text)[1].text


@pytest.mark.parametrize("text", ["two  blanks", "**bold** word", "a \t b", "trust[\\[1\\]](#)."])
def test_every_letter_knows_its_place(text: str) -> None:
    """The character at a place of the source is the one of the flow; only blanks stand for others."""
    source, flow = flow_of_source(text)
    letters = [(letter, source[flow.place(at)]) for at, letter in enumerate(flow.text) if letter != " "]
    assert [letter for letter, _ in letters] == [other for _, other in letters]


def test_joined_flows_keep_their_places() -> None:
    """The parts of a joined flow lie where they lay before."""
    text = "first\nsecond"
    flows = [Flow.of_runs(text, [Run(0, 5)]), Flow.of_runs(text, [Run(6, 12)])]
    whole = Flow.joined(flows)
    assert ("first second", Span(6, 12), Span(0, 12)) == (whole.text, whole.span(6, 12), whole.whole())


def test_a_part_of_a_flow_is_a_flow() -> None:
    """A stretch keeps its marks and places."""
    source, flow = flow_of_source("one **two three** four")
    part = flow.part(6, 15)
    assert ("o three f", source[part.whole().start]) == (part.text, "o")


def test_an_empty_part_is_empty() -> None:
    """A stretch without characters has no text."""
    assert "" == flow_of_source("words")[1].part(3, 3).text
