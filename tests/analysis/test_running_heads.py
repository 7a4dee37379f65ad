"""What running heads say of the document."""

from __future__ import annotations

from converter.pipeline import convert_text

PROSE = "The ministry counts the ships that come in, while nobody counts the ones that leave again at night."
HEAD = "Tidal Commentary No: 2018 / 38 June 2018"
PAGES = (
    f"{HEAD}\n\nTHE QUIET HARBOUR\n\nAda ORMAN\n\n{PROSE}\n\n1\n{HEAD}\n\n{PROSE}\n\n2\n{HEAD}\n\n{PROSE}\n"
)


def test_a_running_head_names_series_and_date_where_nothing_else_does() -> None:
    """It stays furniture, and is their evidence."""
    commentary = convert_text(PAGES).commentary
    metadata = commentary.metadata
    assert metadata.series is not None
    assert metadata.published is not None
    assert (metadata.series.volume, metadata.series.number) == ("2018", "38")
    assert metadata.published.date == "2018-06"
    assert {one.rule for one in commentary.provenance.evidence} >= {"running head"}
    assert HEAD in [one.text for one in commentary.provenance.furniture]


def test_the_header_is_believed_before_a_running_head() -> None:
    """A head may be that of the whole series, or of the day of printing."""
    text = PAGES.replace("Ada ORMAN", "Ada ORMAN\n\nNote No. 12\n\n3 May 2017")
    metadata = convert_text(text).commentary.metadata
    assert metadata.series is not None
    assert metadata.published is not None
    assert metadata.series.number == "12"
    assert metadata.published.date == "2017-05-03"
def heads(document: Commentary) -> list[str]:
    """Return what was set aside as marks of the page."""
    return [mark.text for mark in document.provenance.furniture]


def page(number: int, head: str = "Tidal Desk Briefing N°91, 8 September 2023") -> list[str]:
    """Return the head of a page."""
    return [TITLE, head, f"Page {number}"]


def test_a_title_that_the_pages_repeat_is_the_title() -> None:
    """The first of the lines that are the head of every page is the title, where no other line is."""
    document = read(
        TITLE, "Tidal Briefing N°91", "", f"{HARBOUR} {REST}", "", *page(2), "", COAL, "", *page(3), "", COAL
    )
    assert (TITLE, "91") == (
        document.metadata.title,
        document.metadata.series and document.metadata.series.number,
    )
    assert [*page(2), *page(3)] == heads(document)


def test_the_name_that_the_pages_repeat_is_not_the_title() -> None:
    """Where another line is the title, the first of the repeated ones is a line over it."""
    head = "Papers of the Northern Shore"
    text = [
        f"{HARBOUR} {REST}",
        "",
        head,
        "",
        COAL,
        "",
        head,
        "",
        f"{COAL} So it is.",
        "",
        head,
        "",
        f"{COAL} Enough.",
    ]
    document = read(head, "", TITLE.upper(), "", "Ada ORMAN", "", *text)
    assert (TITLE.upper(), [head] * 3) == (document.metadata.title, heads(document))


def test_heads_beside_the_numbers_of_two_pages_are_heads() -> None:
    """Two are enough where the number of the page stands beside them; the sentence that they cut is one."""
    document = read(
        TITLE.upper(), "", "Ada ORMAN", "", HARBOUR, *page(2), REST, "", COAL, *page(3), f"{COAL} Enough."
    )
    assert f"{HARBOUR} {REST}" == document.body[0].text
    assert [*page(2), *page(3)] == heads(document)


@pytest.mark.parametrize("named", ["Page 2", "Sayfa 2", "Seite 2", "Страница 2", "Səhifə 2"])
def test_the_number_of_a_page_with_its_word_is_no_text(named: str) -> None:
    """It may stand between short lines."""
    document = read("THE LAMPS", "", "Ada ORMAN", "", HARBOUR, "", named, "", REST, "", "The End", "", COAL)
    assert [named] == heads(document)
    assert f"{HARBOUR} {REST}" == document.body[0].text


def test_a_title_printed_again_in_other_letters_is_no_subtitle() -> None:
    """`THE LAMPS OF THE NORTH` over `The Lamps of the North`: the second is a line."""
    document = read(
        "THE LAMPS OF THE NORTH", "", "The Lamps of the North", "", "Ada ORMAN", "", f"{HARBOUR} {REST}"
    )
    assert ("THE LAMPS OF THE NORTH", None) == (document.metadata.title, document.metadata.subtitle)


def test_a_numbered_heading_under_the_title_is_no_subtitle() -> None:
    """`I. Overview` heads the text."""
    document = read(
        TITLE, "Tidal Briefing N°91", "", "I. Overview", "", f"{HARBOUR} {REST}", "", f"{COAL} Enough."
    )
    assert [None, "heading"] == [document.metadata.subtitle, document.body[0].type]


def test_a_figure_glued_to_the_stop_ends_the_paragraph() -> None:
    """`least of all.1` is a whole sentence; the paragraph behind it is another one."""
    notes = ["1 Council of Morrin, Minutes, 3 March 2023.", "2 Harbour Courier, 4 March 2023."]
    document = read(
        "THE LAMPS", "", "Ada ORMAN", "", f"{HARBOUR} {REST}1", "", f"{COAL}2", "", COAL, "", *notes
    )
    assert 3 == len(document.body)


def test_rows_of_figures_are_no_running_heads() -> None:
    """Rows of figures have one shape, as running heads have; without a letter they are a table's."""
    rows = ["Year\tVessels", "2019\t120", "2020\t156", "2021\t214"]
    document = read(TITLE, "", f"{HARBOUR} {REST}", "", "Table 1. Vessels by year", *rows, "", COAL)
    assert not heads(document)
    assert ["paragraph", "table", "paragraph"] == [block.type for block in document.body]
