"""Tables that only place lines on the page."""

from __future__ import annotations

from converter.readers import read

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."
FACTS = "<tr><td>2019</td><td>120</td></tr><tr><td>2020</td><td>96</td></tr>"


def blocks(body: str) -> list[tuple[str, str]]:
    """Return kind and text of the blocks of a page."""
    source = read(f"<html><body><article>{body}</article></body></html>".encode(), "page.html")
    return [(block.kind, "".join([run.reads(source.text) for run in block.runs])) for block in source.blocks]


def test_a_table_above_all_text_is_the_head_of_the_page() -> None:
    """The house and the number stand side by side; what is but a label goes with what it is of."""
    rows = "<tr><td>TIDAL INSTITUTE</td><td>Note No. 2022/43</td></tr>"
    rows += "<tr><td>Author:</td><td>Ada Orman</td></tr>"
    assert blocks(f"<table>{rows}</table><p>{PROSE}</p>")[:3] == [
        ("text", "TIDAL INSTITUTE"),
        ("text", "Note No. 2022/43"),
        ("text", "Author: Ada Orman"),
    ]


def test_labelled_rows_under_the_title_are_the_head_too() -> None:
    """Facts under the title stay a table."""
    rows = "<tr><td>Author:</td><td>Ada Orman</td></tr><tr><td>Date:</td><td>8 May 2022</td></tr>"
    assert blocks(f"<h1>The Harbour</h1><table>{rows}</table><p>{PROSE}</p>")[1] == (
        "text",
        "Author: Ada Orman",
    )
    assert blocks(f"<h1>The Harbour</h1><table>{FACTS}</table><p>{PROSE}</p>")[1][0] == "row"


def test_a_table_in_the_text_stays_one() -> None:
    """It has two rows or more."""
    assert [kind for kind, _ in blocks(f"<p>{PROSE}</p><table>{FACTS}</table><p>{PROSE}</p>")] == [
        "text",
        "row",
        "row",
        "text",
    ]
