"""The data at the head of a Markdown file: clues where they are understood, text where not."""

from __future__ import annotations

import pytest

from converter.pipeline import convert_bytes
from converter.readers import read
from converter.readers.front_matter import read_front_matter

BODY = "\n# The Harbour\n\nThe harbour was deepened again in the spring, and its trade has grown.\n"


def clues(data: str) -> list[tuple[str, str]]:
    """Return field and value of each clue of a file with these data at its head."""
    return [(clue.field, clue.value) for clue in read((data + BODY).encode(), "a.md").clues]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "---\ntitle: The Harbour\ndate: 2024-05-05\n---\n",
            [("title", "The Harbour"), ("published", "2024-05-05")],
        ),
        ("---\nauthors: [Jane Doe, Can Orman]\n---\n", [("author", "Jane Doe"), ("author", "Can Orman")]),
        (
            "---\nauthor:\n  - name: Jane Doe\n  - given: Can\n    family: Orman\n...\n",
            [("author", "Jane Doe"), ("author", "Can Orman")],
        ),
        ("---\r\nNumber: 007\r\nissue_note: x\r\n---\r\n", [("number", "007")]),
        (
            "+++\ntitle = 'The Harbour'\ndate = 2024-05-05\ntags = ['a', 'b']\n+++\n",
            [("title", "The Harbour"), ("published", "2024-05-05"), ("keywords", "a"), ("keywords", "b")],
        ),
        ("---\ntitle:\n---\n", []),
        ("---\nlang: no\n---\n", [("language", "no")]),
        ("\n\n---\n# a remark\ntitle: The Harbour\n---\n", [("title", "The Harbour")]),
    ],
)
def test_data_become_clues(data: str, expected: list[tuple[str, str]]) -> None:
    """Values stay the words that they are: a number keeps its zeros, `no` is no truth value."""
    assert clues(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        "---\n\nA text between two rules.\n\n---\n",
        "---\ntitle: not closed\n",
        "--- \n* * *\n",
        "Title: at the head\n",
    ],
)
def test_what_is_no_data_is_text(data: str) -> None:
    """A rule opens no data, and data have an end."""
    assert read_front_matter(data + BODY) == (0, (), None)


@pytest.mark.parametrize(
    "data",
    [
        '---\ntitle: "not closed\n---\n',
        "---\na: &a [x, x]\nb: *a\n---\n",
        "---\na: [[[[[[[[x]]]]]]]]\n---\n",
        "+++\ntitle = \n+++\n",
        "---\ntitle: a\n\ttab: b\n---\n",
        "---\nx: " + "[" * 5000 + "\n---\n",
    ],
)
def test_data_that_cannot_be_understood_are_text_and_told(data: str) -> None:
    """Nothing is lost, and what grows when it is read is not followed."""
    result = convert_bytes((data + BODY).encode(), "a.md")
    assert "front-matter-unread" in {found.code for found in result.diagnostics}
    assert result.source.clues == ()
    assert result.is_valid


def test_no_object_is_made_of_data() -> None:
    """A tag is a word like another."""
    assert clues("---\ntitle: !!python/object/apply:os.system ['true']\n---\n") in ([], [("title", "true")])


def test_the_lines_of_the_data_are_kept_as_furniture() -> None:
    """They are no part of the text, and the text begins behind them."""
    commentary = convert_bytes(("---\ntitle: The Harbour\n---\n" + BODY).encode(), "a.md").commentary
    assert [(mark.type, mark.text) for mark in commentary.provenance.furniture] == [
        ("front-matter", "---"),
        ("front-matter", "title: The Harbour"),
        ("front-matter", "---"),
    ]
    assert commentary.metadata.title == "The Harbour"
