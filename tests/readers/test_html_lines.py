"""What stands in one line of a page: notes beside their marker, rows of facts, items of word processors."""

from __future__ import annotations

import pytest

from converter.readers import read
from converter.source import Source

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."
MORE = "The ministry counts the ships that come in, while nobody counts the ones that leave again at night."


def page(body: str, head: str = "") -> Source:
    """Read a page with this body."""
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def lines(source: Source) -> list[str]:
    """Return the blocks of the text, each as ``kind: what it reads``; a note with its label before."""
    return [
        f"{block.note or block.kind}: {source.text[block.start : block.end]}"
        for block in source.blocks
        if not block.furniture
    ]


@pytest.mark.parametrize(
    "marked",
    [
        '<sup class="m-note"><a>1</a></sup><span class="m-footnote__note">The dues, 4 May 2020.</span>',
        '<label for="s1"></label><input id="s1"/><span class="sidenote">The dues, 4 May 2020.</span>',
        '<sup>1<span class="footnote-text">The dues, 4 May 2020.</span></sup>',
        '<details class="footnote"><summary>1</summary>The dues, 4 May 2020.</details>',
        '<sup title="The dues, 4 May 2020.">1</sup>',
        '<a class="fn" href="#" data-bs-content="The &lt;i&gt;dues&lt;/i&gt;, 4 May 2020.">[1]</a>',
    ],
)
def test_a_note_in_the_line_is_a_note_and_no_text(marked: str) -> None:
    """Whether the page hides it, prints it in the margin, or shows it when one points at its marker."""
    source = page(f"<article><p>{PROSE}{marked} Few noticed.</p><p>{MORE}</p></article>")
    mark = "[1]" if "[1]" in marked else "1"
    assert lines(source) == [
        f"text: {PROSE}{mark} Few noticed.",
        f"text: {MORE}",
        "1: 1 The dues, 4 May 2020.",
    ]


@pytest.mark.parametrize(
    "marked",
    [
        '<a href="/page/2" title="Go to the second page">2</a>',
        '<span class="footnote">1</span>',
        '<sup title="see below">1</sup>',
    ],
)
def test_what_only_looks_like_a_note_in_the_line_stays_text(marked: str) -> None:
    """A label alone is no note, nor is what a link says of where it leads."""
    assert not any(line.startswith("1:") for line in lines(page(f"<p>{PROSE}{marked} Few noticed.</p>")))


def test_an_attribute_that_repeats_a_printed_note_is_none() -> None:
    """Many sites show the note at its marker and print it below."""
    note = "The dues of 4 May 2020."
    body = f'<p>{PROSE}<sup title="{note}">1</sup></p><p>{MORE}</p><p>1. {note}</p>'
    assert lines(page(body)) == [f"text: {PROSE}1", f"text: {MORE}", "text: 1. The dues of 4 May 2020."]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "<span class=kind>Note</span><span class=no>No: 2022/43</span><span>8 November 2022</span>",
            ["Note", "No: 2022/43", "8 November 2022"],
        ),
        ("<span>By Ada Orman</span> <i>|</i> <time>8 May 2022</time>", ["By Ada Orman", "8 May 2022"]),
        ("<span>By Ada Orman</span> | <span>8 May 2022</span>", ["By Ada Orman", "8 May 2022"]),
        ("<span>12</span><span>May</span><span>2022</span>", ["12 May 2022"]),
        ("<span>8 May 2022</span> <span>Note 2022/43</span>", ["8 May 2022", "Note 2022/43"]),
        (
            '<i class="fa fa-user"></i> Ada Orman <i class="fa fa-file"></i> Note No : 2022 / 43',
            ["Ada Orman", "Note No : 2022 / 43"],
        ),
        ("<b>O</b><span>f 1974 and after</span>", ["Of 1974 and after"]),
        ("<i>In</i> <b>1974</b> nothing moved", ["In 1974 nothing moved"]),
    ],
)
def test_facts_in_a_row_are_read_apart(row: str, expected: list[str]) -> None:
    """A style sheet sets them apart; what is one word or one date stays one."""
    source = page(f"<article><h1>The Harbour</h1><div>{row}</div><p>{PROSE}</p><p>{MORE}</p></article>")
    assert lines(source)[1:-2] == [f"text: {one}" for one in expected]


def test_items_of_a_word_processor_are_items() -> None:
    """It saves them as paragraphs with a bullet or number and blanks of no width of their own."""
    bullet = '<span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>'
    body = (
        f'<p>{PROSE}</p><p class=MsoListParagraph style="mso-list:l0 level1 lfo1">{bullet}a timetable</p>'
        f'<p class=MsoListParagraph style="mso-list:l0 level2 lfo1">1)&nbsp;&nbsp;an office</p><p>{MORE}</p>'
    )
    source = page(body)
    assert lines(source)[1:3] == ["item: a timetable", "item: 1) an office"]
    assert [block.level for block in source.blocks if block.kind == "item"] == [1, 2]


def test_structured_data_may_name_its_things_elsewhere() -> None:
    """A publisher is a thing of the same graph; one that is nowhere named says nothing."""
    script = (
        '{"@graph": [{"@type": "Article", "headline": "The Harbour", "publisher": {"@id": "#o"},'
        ' "author": {"@id": "#nobody"}}, {"@type": "Organization", "@id": "#o", "name": "Tidal Institute"}]}'
    )
    head = f'<script type="application/ld+json">{script}</script>'
    clues = page(f"<p>{PROSE}</p>", head).clues
    assert [(clue.field, clue.value) for clue in clues] == [
        ("title", "The Harbour"),
        ("publisher", "Tidal Institute"),
    ]


def test_an_archived_page_has_the_address_of_the_page() -> None:
    """What the archive of the web sets before it is no part of it."""
    head = '<link rel="canonical" href="https://web.archive.example.org/web/20230401120000/http://a.example.org/11"/>'
    source = page(f"<p>{PROSE}</p><p>{MORE}</p><p>URL: http://a.example.org/11</p>", head)
    assert [clue.value for clue in source.clues] == ["http://a.example.org/11"]
    assert [block.furniture for block in source.blocks] == [None, None, "share"]
