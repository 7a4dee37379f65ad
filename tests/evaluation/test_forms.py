"""The forms of a page: always the same, nothing lost, and what is expected follows them."""

from __future__ import annotations

import re

import pytest

from converter.evaluation import FORMS, read_gold, render
from converter.evaluation.gold import page_of
from converter.evaluation.truth import truth_of
from converter.evaluation.wording import bare
from tests.evaluation.example import example

LONG = "The ferry leaves at six in the morning and nobody in the ministry has ever taken it. " * 12
PAGED = read_gold(
    '+++\nlanguage = "en"\npublisher = "Harbour House"\n+++\nbanner | HARBOUR HOUSE\n'
    f"p | {LONG}One.⟦m 1:[1]⟧ {LONG}\np | {LONG}Two.⟦m 2:[2]⟧ {LONG}\n"
    "note | ⟦n 1:[1]⟧ Ann.\nnote | ⟦n 2:[2]⟧ Ben.\n",
    "paged",
)
SAME_TEXT = ("wrapped", "one-line", "newlines", "crlf", "invisible")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_always_the_same(form: str) -> None:
    """Nothing is left to chance."""
    assert render(example(), form) == render(example(), form)


@pytest.mark.parametrize("form", SAME_TEXT)
def test_another_layout_has_the_same_signs(form: str) -> None:
    """Only white space and signs that nobody sees differ."""
    rendered = render(example(), form)
    assert rendered is not None
    assert bare(page_of(example())) == bare(rendered.content.decode())


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("parentheses", ("ferry leaves at six. (1) Nobody", "(1) Jan Brill")),
        ("superscript", ("decided that² the boat", "¹ Jan Brill")),
        ("glued", ("decided that2 the boat", "1. Jan Brill")),
    ],
)
def test_markers_and_labels_change_together(form: str, shown: tuple[str, str]) -> None:
    """Both have the new look."""
    rendered = render(example(), form)
    assert rendered is not None
    text = " ".join(rendered.content.decode().replace("(1) Nobody", "(1) Nobody").split())
    assert all(re.sub(r" \(", "(", one) in re.sub(r" \(", "(", text) for one in shown)


def test_without_its_header_a_page_says_less() -> None:
    """What the cite-as block says is expected still; what only the header said is not."""
    rendered = render(example(), "no-header")
    assert rendered is not None
    metadata = truth_of(rendered.gold).metadata
    assert ("THE LAST FERRY TO BRENNICK", None) == (metadata["title"], metadata.get("subtitle"))
    assert "published" in truth_of(rendered.gold).open


def test_without_its_cite_as_block_that_is_to_be_reported() -> None:
    """The finding is expected."""
    rendered = render(example(), "no-cite-as")
    assert rendered is not None
    assert "missing-cite-as" in truth_of(rendered.gold).findings


@pytest.mark.parametrize("form", ["page-marks", "page-ends"])
def test_pages_that_end_in_mid_sentence_change_no_paragraph(form: str) -> None:
    """The truth joins what the page cuts."""
    rendered = render(PAGED, form)
    assert rendered is not None
    assert "\f" in rendered.content.decode()
    assert [one.text for one in truth_of(PAGED).units] == [one.text for one in truth_of(rendered.gold).units]


def test_notes_stand_at_the_end_of_their_page() -> None:
    """The first note stands before the page break, the second at the end."""
    rendered = render(PAGED, "page-ends")
    assert rendered is not None
    assert rendered.content.decode().index("[1] Ann") < rendered.content.decode().index("[2] Ben")


def test_markdown_has_footnotes() -> None:
    """Markers and notes are written as Markdown has them."""
    rendered = render(PAGED, "markdown")
    assert rendered is not None
    assert ("One.[^1]" in rendered.content.decode(), "[^1]: Ann." in rendered.content.decode()) == (
        True,
        True,
    )
