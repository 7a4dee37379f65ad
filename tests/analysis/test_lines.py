"""How lines become passages: in the mode that their lengths show, marks of the page set aside."""

from __future__ import annotations

import textwrap

import pytest

from tests.analysis.reading import lines_of

PROSE = (
    "The harbour has two walls, and the older one is of timber. Nobody who works on it has seen it dry, and "
    "the pilots say that it moves a little every winter. The ministry has measured it four times since 1961, "
    "each time with another result, and has published none of them. The younger wall is of stone."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("One line.\n\nAnother line.", ["One line.", "Another line."]),
        (textwrap.fill(PROSE, 60), [PROSE]),
        (textwrap.fill(PROSE, 60) + "\n\n" + textwrap.fill(PROSE, 60), [PROSE, PROSE]),
        ("> quoted line\n> goes on", ["quoted line goes on"]),
        ("1. one\n2. two\n3. three", ["1. one", "2. two", "3. three"]),
    ],
    ids=["newline", "blank line", "hard wrap", "wrapped paragraphs", "quote", "items"],
)
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    """A line is a paragraph unless it was wrapped, or is a quote's next line."""
    assert expected == [passage.text for passage in lines_of(text).passages]


def test_an_address_broken_by_a_wrap_is_joined() -> None:
    """Behind a hyphen inside an address the next line goes on without a blank."""
    address = "https://news.example.org/a-long-address/of-a-page/"
    text = textwrap.fill(PROSE, 60) + f"\n{address}\nwith-its-end and more words behind it."
    assert f"{address}with-its-end" in lines_of(text).passages[0].text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("-", "separator"),
        ("* * *", "separator"),
        ("-----", "separator"),
        ("5 min read", "reading-time"),
        ("Okuma süresi: 5 dk", "reading-time"),
        ("- 3 -", "page-number"),
        ("Page 3 of 12", "page-number"),
        ("3 / 12", "page-number"),
    ],
)
def test_marks_of_the_page_are_set_aside(line: str, kind: str) -> None:
    """A line that is no text becomes furniture between two paragraphs."""
    found = lines_of(f"{PROSE}\n\n{PROSE}\n\n{line}\n\n{PROSE}")
    assert [(kind, line)] == [(mark.type, mark.text) for mark in found.furniture]


@pytest.mark.parametrize("line", ["1961", "12 pilots", "A", "Page of history", "5 minutes later"])
def test_short_text_is_no_mark_in_the_header(line: str) -> None:
    """A short first line is text, even a lone figure."""
    assert [] == lines_of(f"{line}\n\n{PROSE}").furniture


def test_a_line_that_stands_three_times_is_a_running_head() -> None:
    """The figures in a running head may differ."""
    text = "\n\n".join(f"{PROSE}\n\nTidal Institute | {page}" for page in (3, 4, 15))
    assert ["running-head"] * 3 == [mark.type for mark in lines_of(text).furniture]


def test_a_page_break_is_remembered() -> None:
    """The passage behind a form feed and a page number knows both."""
    second = lines_of(f"{PROSE}\n\n{PROSE}\n\n7\n\x0c{PROSE}").passages[2]
    assert (True, "7") == (second.page_break, second.page_number)


def test_wrapped_lines_are_reported() -> None:
    """A finding says that line ends were taken for wraps."""
    findings = lines_of(textwrap.fill(PROSE, 60)).findings
    assert ["lines-unwrapped"] == [finding.code for finding in findings]


def test_a_link_to_nowhere_is_reported() -> None:
    """A target that is no address does not become a link; a finding holds it."""
    findings = lines_of("See [the plan](plan.doc) of the harbour.").findings
    assert [("url-invalid", True)] == [(finding.code, "plan.doc" in finding.message) for finding in findings]


def test_the_lines_of_the_header_say_nothing_about_the_wrap() -> None:
    """Short lines over the text, however many, do not keep wrapped lines from being joined."""
    head = "PAPERS\nOF THE COAST\nNo. 9, May 2014\n\nTHE LAMPS\nOF THE NORTH\nAND THEIR\nKEEPERS\n\nAda\n\n"
    text = head + textwrap.fill(PROSE, 75) + "\n"
    assert PROSE == lines_of(text).passages[-1].text
