"""What a web page may do: notes in every manner, lists, encodings, broken and hostile markup."""

from __future__ import annotations

import pytest

from converter.analysis import analyse
from converter.errors import UnreadableInput
from converter.readers import read
from converter.source import Source

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."
MORE = "The ministry counts the ships that come in, while nobody counts the ones that leave again at night."


def page(body: str, head: str = "") -> Source:
    """Read a page with this body."""
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def texts(source: Source, *, furniture: bool = False) -> list[str]:
    """Return what the blocks of the text read, or of what is set aside."""
    return [
        source.text[block.start : block.end] for block in source.blocks if bool(block.furniture) == furniture
    ]


def notes(source: Source) -> list[tuple[str, str]]:
    """Return label and text of the blocks that are notes."""
    return [(block.note, source.text[block.start : block.end]) for block in source.blocks if block.note]


def markers(source: Source) -> list[str]:
    """Return the markers of the text, as printed."""
    return [
        source.text[run.start : run.end]
        for block in source.blocks
        for run in block.runs
        if run.marker and not block.note
    ]


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ('<a href="#_ftn1" name="_ftnref1">[1]</a>', '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Note.</p>'),
        ('<sup id="r"><a href="#n">1</a></sup>', '<ol><li id="n">Note. <a href="#r">↩</a></li></ol>'),
        ('[<a href="#nb1" id="nh1">1</a>]', '<p>[<a href="#nh1" id="nb1">1</a>] Note.</p>'),
        ('<a href="#fn:1" role="doc-noteref">1</a>', '<div id="fn:1" role="doc-footnote">Note.</div>'),
        ('<sup><a href="#note-1">1</a></sup>', '<div class="notes"><p id="note-1">1. Note.</p></div>'),
        ('<a href="#n1" id="r1">1</a>', '<p id="n1"><a href="#r1" class="footnote-back">1</a>. Note.</p>'),
        ('<a href="page.html#_edn1">1</a>', '<div id="_edn1"><p>1 Note.</p></div>'),
        (
            '<a href="#f1" id="g1">(1)</a>',
            '<dl><dt id="f1">(1)</dt><dd>Note. <a href="#g1">back</a></dd></dl>',
        ),
        (
            '<a id="x1" href="#y1">1</a>',
            '<table><tr><td><a id="y1" href="#x1">1</a></td><td>Note.</td></tr></table>',
        ),
        ('<a id="x1" href="#y1">1</a>', '<div><a name="y1"></a><p>1 Note. <a href="#x1">^</a></p></div>'),
    ],
)  # fmt: skip
def test_a_link_and_what_it_leads_to_are_marker_and_note(reference: str, note: str) -> None:
    """Whatever the page calls them, the two answer to each other."""
    source = page(f"<p>{PROSE}{reference}</p><p>{MORE}</p>{note}")
    ((label, text),) = notes(source)
    assert (label, text.strip("[]().1 ")) == ("1", "Note")
    assert [mark.strip("[]()") for mark in markers(source)] == ["1"]


@pytest.mark.parametrize(
    "body",
    [
        f'<ul><li><a href="#s1">1</a> Start</li></ul><p>{PROSE}</p><h2 id="s1">1 Start</h2><p>{MORE}</p>',
        f'<p>{PROSE} See <a href="#part">the next part</a>.</p><p id="part">{MORE}</p>',
        f'<p id="top">{PROSE}</p><p>{MORE} <a href="#top">1</a></p>',
        f'<p>{PROSE}<a href="#gone">1</a></p><p>{MORE}</p>',
    ],
)
def test_other_links_inside_a_page_are_no_notes(body: str) -> None:
    """Entries of a list of contents, cross-references, links upwards and to nowhere stay text."""
    source = page(body)
    assert (notes(source), markers(source)) == ([], [])


def test_a_note_keeps_its_paragraphs_and_loses_its_arrows() -> None:
    """The arrows back stand beside the text."""
    source = page(
        f'<p>{PROSE}<a id="r1" href="#n1">1</a></p><p>{MORE}<a id="r2" href="#n2">2</a></p>'
        '<h3>Notes</h3><ol><li id="n1"><p>First.</p><p>Goes on. <a href="#r1">↩</a></p></li>'
        '<li id="n2"><p>Second. <a href="#r2">[back]</a></p></li></ol>'
    )
    assert notes(source) == [("1", "1 First."), ("1", "Goes on."), ("2", "2 Second.")]
    assert texts(source, furniture=True) == ["↩", "[back]"]
    assert [block.kind for block in source.blocks if not block.note and not block.furniture][-1] == "heading"


def test_what_a_browser_prints_before_items_is_printed() -> None:
    """Numbers begin where the list says, letters and Roman figures are such; a bullet is nothing."""
    source = page(
        f'<p>{PROSE}</p><ol start="3" type="i"><li>Alpha</li><li value="9">Beta</li></ol>'
        "<ul><li>Gamma</li></ul>"
        f"<p>{MORE}</p>"
    )
    assert texts(source)[1:4] == ["iii. Alpha", "ix. Beta", "Gamma"]
    assert [block.label for block in source.blocks][1:4] == ["iii.", "ix.", None]


def test_a_table_with_several_paragraphs_in_a_cell_lays_out_the_page() -> None:
    """They may be short, as those of a page in Chinese are."""
    short = "".join(f"<p>{letter * 20}</p>" for letter in "一二三四")
    source = page(f"<table><tr><td>链接</td><td>页</td></tr><tr><td>{short}</td><td></td></tr></table>")
    assert not [block for block in source.blocks if block.kind == "row"]


def test_notes_with_raised_labels_are_none_of_the_numbered_headings() -> None:
    """A raised figure before a line is a label, and headings and lists count as well."""
    body = (
        f"<h2>1. Ships</h2><p>{PROSE}<sup>1</sup></p><h2>2. Trade</h2><p>{MORE}<sup>2</sup></p>"
        "<h2>3. Ends</h2><ol><li>to dig</li><li>to wait</li><li>to ask</li></ol>"
        "<p>Endnotes</p><p><sup>1</sup> Jane Doe, <i>Harbours</i>, 2019.</p><p><sup>2</sup> Ibid.</p>"
    )
    found = analyse(page(f"<article>{body}</article>")).footnotes
    assert [(note.label, len(note.markers)) for note in found] == [("1", 1), ("2", 1)]


def test_a_table_of_facts_has_rows_and_one_of_layout_has_none() -> None:
    """The cells of a table that lays out the page are blocks of their own."""
    source = page(
        f"<table><tr><td><p>{PROSE}</p></td><td><p>{MORE}</p></td></tr></table>"
        "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2023</td><td>41</td></tr></table>"
    )
    assert texts(source) == [PROSE, MORE, "| Year | Ships |", "| 2023 | 41 |"]


def test_line_breaks_part_lines_and_empty_ones_part_paragraphs() -> None:
    """One ``br`` goes on in the next line, two begin a paragraph; a heading is one line."""
    source = page(f"<h1>A Quiet<br>Harbour</h1>{PROSE}<br>{MORE}<br><br>{PROSE}")
    assert [(block.gap, source.text[block.start : block.start + 14]) for block in source.blocks] == [
        (1, "A Quiet Harbou"), (1, PROSE[:14]), (0, MORE[:14]), (1, PROSE[:14]),
    ]  # fmt: skip


def test_what_nobody_sees_of_a_word_is_no_part_of_it() -> None:
    """Soft hyphens and places for a break go; a no-break space stays; entities are characters."""
    source = page(f"<p>{PROSE} A har&shy;bour<wbr>&#8203;master&nbsp;&amp; co&hellip; &bogus; caf&eacute</p>")
    assert texts(source)[0].endswith("A harbourmaster\u00a0& co… &bogus; café")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ('<meta charset="windows-1254"><p>İstanbul’da ışık ağır'.encode("cp1254"), "cp1254"),
        ('<meta http-equiv=Content-Type content="text/html;charset=koi8-r"><p>Я'.encode("koi8-r"), "koi8-r"),
        ('<meta charset="iso-8859-9"><p>İstanbul ışık'.encode(), "utf-8"),
        ("\ufeff<p>İstanbul".encode(), "utf-8"),
        ("<html><p>İstanbul ışık, ağır".encode("utf-16"), "utf-16-le"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><html><p>Bodø'.encode("latin-1"), "cp1252"),
    ],
)  # fmt: skip
def test_the_encoding_is_that_of_the_bytes(content: bytes, encoding: str) -> None:
    """A mark or valid UTF-8 wins over what the page declares, that over a guess."""
    source = read(content, "page.html")
    assert source.encoding == encoding
    assert "\ufffd" not in source.text


def test_a_few_broken_bytes_are_replaced_and_counted() -> None:
    """The rest of the page is UTF-8, and is read as such."""
    source = read(f"<p>{'ışık ' * 20}".encode() + b"\xc4 kald\xc4\xb1</p>", "page.html")
    assert [(found.code, found.message[:2]) for found in source.diagnostics] == [("bytes-replaced", "1 ")]
    assert source.text.endswith("\ufffd kaldı")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('<frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html"></frameset>', "frames-only"),
        (
            '<div id="root"></div><noscript>Please enable JavaScript.</noscript><script src="a.js"></script>',
            "script-only",
        ),
        ("<p>&nbsp;</p>", "empty-document"),
    ],
)  # fmt: skip
def test_a_page_without_text_says_why(content: str, code: str) -> None:
    """Frames, a program without its text, and nothing at all are three different things."""
    with pytest.raises(UnreadableInput) as caught:
        page(content)
    assert caught.value.diagnostic.code == code


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000, "<b>" * 20_000, "<table><tr><td>" * 5_000, "<ul><li>" * 10_000,
        "<a href=#x>" * 20_000,
        f"<p {' '.join(f'a{number}=1' for number in range(50_000))}>", f"<p title='{'x' * 2_000_000}'>",
        "<" * 200_000, "&" * 200_000, "<!---->" * 50_000, f"<p class='{'share nav ' * 20_000}'></p>",
        f'<script type="application/ld+json">{"[" * 100_000}</script>', f"<title>{'a | ' * 50_000}</title>",
        "<?xml version='1.0'?>" + "<![CDATA[" * 50_000, "<p \x00 \x01>\x00\x1b[1m</p>",
        "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
        '<iframe src="http://127.0.0.1:1/"></iframe><link rel=stylesheet href="http://127.0.0.1:1/a.css">',
    ],
)  # fmt: skip
def test_hostile_pages_are_read_all_the_same(markup: str) -> None:
    """Depth, width and broken markup cost time in proportion, and no text behind them."""
    source = read(f"{markup}<p>{PROSE}</p><p>{MORE}</p>".encode(), "page.html")
    assert PROSE in source.text
    assert MORE in source.text
    assert "root:" not in source.text


def test_a_page_of_nothing_but_marked_parts_is_text() -> None:
    """Where there is no article, nothing is set aside from it."""
    source = page(
        '<nav><a href="/a">One</a> <a href="/b">Two</a></nav>'
        '<div class="share">Tell it to all of us, twice</div>'
    )
    assert texts(source, furniture=True) == []


CLUES = """
<title>A Quiet Harbour | Example House</title><link rel="canonical" href="https://example.org/quiet">
<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, Richard">
<meta property="og:title" content="A Quiet Harbour"><meta property="og:site_name" content="Example House">
<meta name="author" content="admin"><meta name="keywords" content="sea, trade">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "Article", "headline": "A Quiet Harbour", "datePublished": "2024-05-06T23:00:00Z",
"author": [{"@type": "Person", "name": "Jane Doe"}]}]}</script>
"""


def test_the_head_of_a_page_gives_clues_in_the_order_of_trust() -> None:
    """Scholarly tags before structured data, that before what is shown of shared pages, the title last."""
    clues = page(f"<p>{PROSE}</p>", CLUES).clues
    found: dict[str, list[tuple[str, str]]] = {}
    for clue in clues:
        found.setdefault(clue.field, []).append((clue.value, clue.origin))
    assert found["author"][:3] == [
        ("Doe, Jane", "meta citation_author"),
        ("Roe, Richard", "meta citation_author"),
        ("Jane Doe", "JSON-LD Article.author"),
    ]
    assert {value for value, _ in found["title"]} == {"A Quiet Harbour"}
    assert found["published"] == [("2024-05-06", "JSON-LD Article.datePublished")]
    assert found["url"] == [("https://example.org/quiet", "canonical link")]
    assert [value for value, _ in found["keywords"]] == ["sea", "trade"]
