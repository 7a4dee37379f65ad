"""What holds for any text at all: no exception, valid outputs, places in order, nothing lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import UnreadableInput
from converter.pipeline import Result, convert_bytes

PIECES = [
    "“", "”", '"', "'", "«", "»", "(", ")", "[", "]", "[1]", "[2]", "[^1]", "[\\[1\\]](#)", "¹",
    "*", "**", "_",
    "\x0c", "\x00", "\x1c", "\x85", "\u2028", "\u200b", "\ufeff", "\xa0", "https://a.example/b?utm_source=x",
    "http://", "www.", "a@b.example", "<https://x.example/a_(b)>", "<", ">", "<sup>", "</sup>",
    "|", "| a | b |",
    "|---|---|", "# ", "> quote", "- item", "1. ", "2) ", "1", "999", "2025 / 37", "Commentary No.2025 / 37",
    "Ibid., p. 3", "See also ", "Accessed May 3, 2024", "12 May 2020", "31.02.2020", "(London: Press, 1998)",
    "To cite this article:", "About the Author :", "Notes", "Abstract:",
    "Tel: +90 312 438 50 23", "© 2025 House",
    "---", "-", "a" * 300, "İlaha KHANTAMIROVA", "TITLE IN CAPITALS", "\\[", "](", "[x](y)",
    "[x](https://x.example)",
    "The harbour has two walls, and the older one is of timber", "Политика", "٣", "½", ";", ". ", " ", "  ",
    "\n", "\n\n", "\r\n", "\r",
]  # fmt: skip

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("\n\n".join),
)


def convert(text: str) -> Result | None:
    """Convert a text; ``None`` where there is nothing to convert."""
    try:
        return convert_bytes(text.encode("utf-8", "replace"), "any.txt")
    except UnreadableInput:
        return None


@settings(max_examples=60)
@given(texts)
def test_any_text_becomes_a_valid_document(text: str) -> None:
    """No text is lost, and every output passes its schema."""
    result = convert(text)
    findings = result.diagnostics if result else ()
    assert [] == [finding for finding in findings if finding.severity == "error"]


@settings(max_examples=60)
@given(texts)
def test_places_are_in_order_and_inside(text: str) -> None:
    """The blocks of the body follow each other in the source."""
    result = convert(text)
    spans = [block.span for block in result.commentary.body] if result else []
    inside = all(span.end <= len(result.source.text) for span in spans) if result else True
    assert (True, True) == (inside, all(first.end <= second.start for first, second in pairwise(spans)))


@settings(max_examples=40)
@given(texts)
def test_markers_stand_inside_their_blocks(text: str) -> None:
    """The offset of a marker is a place in the text of its block."""
    result = convert(text)
    lengths = {block.id: len(block.text) for block in result.commentary.body} if result else {}
    markers = [marker for note in result.commentary.footnotes for marker in note.markers] if result else []
    assert [] == [one for one in markers if one.block in lengths and one.offset > lengths[one.block]]
