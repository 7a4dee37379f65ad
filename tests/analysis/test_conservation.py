"""Whether planted faults are seen: a character lost, doubled or changed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from converter.analysis.conservation import check_conservation
from converter.model import Block, Commentary, Text
from converter.pipeline import convert_text
from converter.source import Source, Span

TEXT = """THE WALLS OF THE HARBOUR

Ada ORMAN

The harbour has two walls, and the older one is of timber, which moves a little every winter[1].

-

The younger wall is of stone, which is why nobody has ever measured it, so that it may move as well.

[1] Lamps at the Wall, 22 May 2025, <https://news.example.org/lamps>
"""

WALL = "The younger wall is of stone, which is why nobody has ever measured it, so that it may move as well."


def whole() -> tuple[Source, Commentary]:
    """Convert the text."""
    result = convert_text(TEXT, to=())
    return result.source, result.commentary


def with_block(block: Block) -> list[str]:
    """Put another block in the place of the second one, and check."""
    source, document = whole()
    changed = replace(document, body=(document.body[0], block))
    return [finding.code for finding in check_conservation(source, changed)]


def test_a_whole_document_has_no_fault() -> None:
    """Marks, labels, furniture and markup are accounted for."""
    assert [] == check_conservation(*whole())


def test_a_lost_block_is_seen() -> None:
    """A paragraph that no part holds is reported with its place."""
    source, document = whole()
    found = check_conservation(source, replace(document, body=document.body[:1]))
    assert [("text-lost", True)] == [(one.code, one.span is not None and one.span.end > 150) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The younger wall is of stone, which is why nobody has ever measured it, so that it may move as wel.",
        "The younger wall is of stone, which is why nobody has ever measured it.",
        f"{WALL} And more.",
    ],
    ids=["changed", "shortened", "longer"],
)
def test_a_changed_text_is_seen(text: str) -> None:
    """Every character of a block must be that of its place."""
    block = whole()[1].body[1]
    assert ["text-lost"] == with_block(replace(block, content=(Text(text),)))


def test_a_doubled_text_is_seen() -> None:
    """Two parts that hold one place are reported."""
    source, document = whole()
    doubled = replace(document, body=(*document.body, document.body[1]))
    assert "text-doubled" in [finding.code for finding in check_conservation(source, doubled)]


def test_a_block_in_the_wrong_place_is_seen() -> None:
    """The place of a block counts, not only its text."""
    block = whole()[1].body[1]
    moved = replace(block, span=Span(block.span.start + 1, block.span.end))
    assert ["text-lost", "text-lost"] == with_block(moved)


def test_a_lost_note_is_seen() -> None:
    """A note that is in no footnote is reported."""
    source, document = whole()
    assert ["text-lost"] == [one.code for one in check_conservation(source, replace(document, footnotes=()))]
