"""What stands around an article and is none of it, and what only seems to be none."""

from __future__ import annotations

import pytest

from converter.pipeline import convert_bytes
from converter.readers import read
from converter.source import Source

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."
MORE = "The ministry counts the ships that come in, while nobody counts the ones that leave again at night."


def page(body: str, head: str = "") -> Source:
    """Read a page with this body."""
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def text(source: Source) -> list[str]:
    """Return what the blocks of the text read."""
    return [source.text[block.start : block.end] for block in source.blocks if not block.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "<p>12 views</p>",
        "<div>Okunma: 1254</div>",
        "<div>浏览：532</div>",
        "<div>9 Share</div>",
        "<div>8:12 am</div>",
        "<div>Reklam</div>",
        "<div>Yazı Boyutu: A- A+</div>",
        "<p><a href='index.html'>Zurück zur Übersicht</a></p>",
        "<div><h4>Arama</h4><input type=text></div>",
        "<div class=entry-kicker>Straits</div>",
        "<div class=taxonomy-category>Straits</div>",
        "<div>Oxunma sayı: 312</div>",
        "<a>+ Follow</a>",
    ],
)
def test_counters_buttons_and_fields_are_set_aside(line: str) -> None:
    """Whatever the language, and wherever they stand."""
    body = f"<article><h1>The Harbour</h1>{line}<p>{PROSE}</p><p>{MORE}</p>{line}</article>"
    assert text(page(body)) == ["The Harbour", PROSE, MORE]


@pytest.mark.parametrize("line", ["Share of the market: 12", "Back in 1998 it was closed", "At 8:12 it left"])
def test_text_that_begins_like_a_button_is_text(line: str) -> None:
    """A button says no more than that."""
    assert line in text(page(f"<article><p>{PROSE}</p><p>{line}</p><p>{MORE}</p></article>"))


def test_the_lines_above_an_article_are_its_header_where_the_page_names_no_title() -> None:
    """Old sites have one title for all pages, and the text in an element of its own."""
    menu = "<div><a href=/>Start</a> <a href=/about>About us</a> <a href=/contact>Contact</a></div>"
    header = "<span>The Harbour</span><br><span>Ada ORMAN</span><br><span>Note No : 2022 / 43</span><br>"
    body = f"{menu}<div>{header}<div id=text>{PROSE}<br><br>{MORE}</div></div>"
    assert text(page(body, "<title>Tidal Institute</title>"))[:4] == [
        "The Harbour",
        "Ada ORMAN",
        "Note No : 2022 / 43",
        PROSE,
    ]


def test_notes_at_the_foot_of_the_text_are_no_foot_of_the_page() -> None:
    """Their heading says what they are, whatever the class is called."""
    notes = '<div class="foot"><h4>Notes</h4><p>1. The dues, 4 May 2020.</p></div>'
    body = f"<article><h1>The Harbour</h1><p>{PROSE}<sup>1</sup></p><p>{MORE}</p></article>{notes}"
    assert text(page(body))[-2:] == ["Notes", "1. The dues, 4 May 2020."]


def test_the_volume_of_a_journal_is_no_year() -> None:
    """Only a house that counts by years gives the year of publication with its number."""
    head = (
        '<meta name="citation_title" content="The Harbour"><meta name="citation_date" content="2019/06/21">'
        '<meta name="citation_volume" content="4"><meta name="citation_issue" content="23">'
        '<meta name="citation_journal_title" content="Tidal Letters">'
    )
    content = f"<html><head>{head}</head><body><h1>The Harbour</h1><p>{PROSE}</p><p>{MORE}</p></body></html>"
    published = convert_bytes(content.encode(), "page.html").commentary.metadata.published
    assert published is not None
    assert published.date == "2019-06-21"


def test_a_number_among_the_categories_is_the_number() -> None:
    """Some sites show the series where others show tags."""
    body = (
        f"<article><div class=category-tag>Note No. 2022/43</div><h1>The Harbour</h1><p>{PROSE}</p></article>"
    )
    assert text(page(body))[0] == "Note No. 2022/43"


def test_notes_that_are_printed_twice_are_notes_once() -> None:
    """Beside the text they are set aside; the list at its end is linked."""
    beside = "<ul class=sidenotes><li><span>1</span> The dues, 4 May 2020.</li></ul>"
    marked = f'<p>{PROSE}<a id="r1" href="#n1">1</a></p>{beside}<p>{MORE}</p>'
    source = page(f'<article>{marked}<p id="n1"><a href="#r1">1</a> The dues, 4 May 2020.</p></article>')
    assert text(source) == [f"{PROSE}1", MORE, "1 The dues, 4 May 2020."]


def test_a_link_back_may_name_the_page() -> None:
    """Views for readers write whole addresses, and leave out where they lead."""
    note = '<li id="fn1">The dues. <a href="https://tidal.example.org/a#fnref1">↩</a></li>'
    source = page(f'<p>{PROSE}<sup><a href="https://tidal.example.org/a#fn1">1</a></sup></p><ol>{note}</ol>')
    assert text(source) == [f"{PROSE}1", "1 The dues."]


@pytest.mark.parametrize(
    "byline",
    [
        '<p>By <a class="p-author h-card">Ada Orman</a></p>',
        '<p itemprop="author" itemscope><span itemprop="name">Ada Orman</span>, fellow</p>',
        '<p><a rel="author">Ada Orman</a></p>',
    ],
)
def test_who_a_page_calls_its_author_is_a_clue(byline: str) -> None:
    """Microformats, microdata and links; who wrote a comment is none."""
    comment = '<div class="comment"><a rel="author">A Reader</a></div>'
    source = page(f"<article><p>{PROSE}</p><p>{MORE}</p>{byline}{comment}</article>")
    assert [clue.value for clue in source.clues if clue.field == "author"] == ["Ada Orman"]
