"""Markdown beyond emphasis and links: pictures, code, and what only looks like them."""

from __future__ import annotations

import pytest

from converter.model import Block
from converter.pipeline import convert_bytes
from converter.readers import read

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."
BEFORE = f"# The Harbour\n\nJane Doe\n\n{PROSE}\n\n"


def body(markdown: str) -> list[Block]:
    """Return the blocks behind the first paragraph; nothing may be lost."""
    result = convert_bytes(f"{BEFORE}{markdown}\n\n{PROSE}\n".encode(), "a.md")
    assert result.is_valid
    return list(result.commentary.body[1:-1])


def texts(markdown: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the runs of a line with their marks."""
    source = read(markdown.encode(), "a.md")
    return [(source.text[run.start : run.end], run.marks) for block in source.blocks for run in block.runs]


@pytest.mark.parametrize(
    "markdown",
    ["![A ship](ship.png)", '![A ship](img/ship.png "By night")', "![A ship](https://example.org/s_(1).png)"],
)
def test_a_picture_on_its_line_is_a_figure(markdown: str) -> None:
    """Its words stand for it; the address of the picture is markup."""
    assert [(block.type, block.text) for block in body(markdown)] == [("figure", "A ship")]


def test_a_picture_over_the_title_does_not_end_the_header() -> None:
    """The title under it is found."""
    text = f"![A ship](ship.png)\n\n{BEFORE}"
    metadata = convert_bytes(text.encode(), "a.md").commentary.metadata
    assert (metadata.title, metadata.authors[0].family) == ("The Harbour", "Doe")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a `b*c*` d", [("a ", ()), ("b*c*", ("code",)), (" d", ())]),
        ("`quote' and it`s", [("`quote' and it`s", ())]),
        ("What!(no) [x]", [("What!(no) [x]", ())]),
        ("see ![map](m.png) here", [("see ", ()), ("map", ()), (" here", ())]),
    ],
)
def test_marks_inside_a_line(markdown: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """Signs in code are no markup, a lone backtick is an apostrophe."""
    assert texts(markdown) == expected


def test_a_block_of_code_is_text_without_markup() -> None:
    """Its fences are set aside, its lines stay as they are."""
    result = convert_bytes(f"{BEFORE}```text\nships = *41*\n```\n\n{PROSE}\n".encode(), "a.md")
    assert "ships = *41*" in [block.text for block in result.commentary.body]
    assert [mark.type for mark in result.commentary.provenance.furniture] == ["code-fence", "code-fence"]


def test_a_fence_that_is_not_closed_is_text() -> None:
    """Nothing behind it changes."""
    result = convert_bytes(f"{BEFORE}```\n\n{PROSE} *Now*.\n".encode(), "a.md")
    assert result.is_valid
    assert result.commentary.body[-1].text == f"{PROSE} Now."
