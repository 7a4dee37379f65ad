"""What the reader of plain text and Markdown hands over: lines with runs, kinds and gaps."""

from __future__ import annotations

import pytest

from converter.errors import UnreadableInput
from converter.readers import LIMIT, read
from converter.readers.text import read_text
from converter.source import Block, Source


def source(text: str) -> Source:
    """Read a text."""
    return read_text(text.encode(), "a.txt", "")


def runs(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the runs of the first line with their marks."""
    found = source(text)
    return [(found.text[run.start : run.end], run.marks) for run in found.blocks[0].runs]


def lines(text: str) -> list[tuple[str, int]]:
    """Return each line with its gap."""
    found = source(text)
    return [(found.text[block.start : block.end], block.gap) for block in found.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", [("a", 1), ("b", 0)]),
        ("a\n\nb", [("a", 1), ("b", 1)]),
        ("a\n\n\nb", [("a", 1), ("b", 2)]),
        ("a\r\nb", [("a", 1), ("b", 0)]),
        ("a\rb", [("a", 1), ("b", 0)]),
        ("a\r\n\r\nb\r\n", [("a", 1), ("b", 1)]),
        ("a\u2028b", [("a", 1), ("b", 0)]),
        ("a\x0bb", [("a", 1), ("b", 0)]),
        ("  a  \n\t\n b", [("a", 1), ("b", 1)]),
        ("a\x1cb\nc", [("a\x1cb", 1), ("c", 0)]),
        ("a\x0cb", [("a", 1), ("\x0c", 1), ("b", 1)]),
        ("a\n\x0c\nb", [("a", 1), ("\x0c", 1), ("b", 2)]),
        ("\n\na", [("a", 1)]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_lines_and_the_blank_lines_before_them(text: str, expected: list[tuple[str, int]]) -> None:
    """Every kind of line end counts; separators inside a line do not."""
    assert expected == lines(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [("plain", ())]),
        ("**bold** word", [("bold", ("bold",)), (" word", ())]),
        ("*italic* word", [("italic", ("italic",)), (" word", ())]),
        ("***both***", [("both", ("bold", "italic"))]),
        ("_italic_ and snake_case_name", [("italic", ("italic",)), (" and snake_case_name", ())]),
        ("2 * 3 * 4", [("2 * 3 * 4", ())]),
        ("x<sup>2</sup>", [("x", ()), ("2", ("superscript",))]),
        ("<https://x.example/a>", [("https://x.example/a", ())]),
        ("\\[not a link\\]", [("[not a link", ()), ("]", ())]),
        ("https://x.example/a_b_c*d*e", [("https://x.example/a_b_c*d*e", ())]),
        ("**open", [("**open", ())]),
        ("a < b and c > d", [("a < b and c > d", ())]),
    ],
)
def test_markup_is_no_text(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """Marks are read, signs in running text and addresses stay."""
    assert expected == runs(text)


@pytest.mark.parametrize(
    "text", ["trust[\\[1\\]](#).", "trust[[1]](#_ftn1).", "trust[^1].", "trust[1](#_ftn1)."]
)
def test_a_link_to_a_note_is_a_marker(text: str) -> None:
    """A link that leads nowhere but to a note is a marker, its words the label."""
    found = source(text)
    marked = [found.text[run.start : run.end].strip("[]^\\") for run in found.blocks[0].runs if run.marker]
    assert "1" == "".join(marked).strip("[]^")


def test_a_link_has_its_target() -> None:
    """The words of a link are text, the address is its target."""
    found = source("see [the plan](https://x.example/plan_(1)) here").blocks[0].runs
    assert "https://x.example/plan_(1)" == found[1].target


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title", ("heading", 1)),
        ("### Title", ("heading", 3)),
        ("#hashtag", ("text", 0)),
        ("> quoted", ("quote", 0)),
        ("---", ("rule", 0)),
        ("* * *", ("rule", 0)),
        ("| a | b |", ("row", 0)),
        ("- item", ("text", 0)),
    ],
)
def test_the_kind_of_a_line(text: str, expected: tuple[str, int]) -> None:
    """Headings, quotes, rules and rows are known by their signs."""
    block: Block = source(text).blocks[0]
    assert expected == (block.kind, block.level)


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.txt", "empty-document"),
        (b" \n ", "a.md", "empty-document"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "unknown-type"),
        (b"PK\x03\x04 xl/workbook.xml", "a", "unknown-type"),
        (b"x" * (LIMIT + 1), "a.txt", "too-large"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, name: str, code: str) -> None:
    """The caller's mistakes are errors with a finding."""
    with pytest.raises(UnreadableInput) as caught:
        read(content, name)
    assert code == caught.value.diagnostic.code


@pytest.mark.parametrize(("name", "expected"), [("a.txt", "text/plain"), ("A.MD", "text/markdown")])
def test_the_ending_says_the_media_type(name: str, expected: str) -> None:
    """Markdown is known by its ending, whatever its case."""
    assert expected == read(b"words", name).media_type
