"""Running heads: they are furniture, wherever they stand, and the title that they repeat is the title."""

from __future__ import annotations

import pytest

from converter.model import Commentary
from converter.pipeline import convert_text

HARBOUR = (
    "The lamps on the northern shore were lit again, and the ferries run as they did before. Nobody on the"
)
REST = "island had expected it so soon, and the harbour master least of all, which he said more than once."
COAL = "Who pays for the coal is not known yet, and the council that met twice has not said anything of it."
TITLE = "Averting a Dark Winter"


def read(*lines: str) -> Commentary:
    """Convert a text of these lines, with an empty line where there is none."""
    document = convert_text("\n".join(lines)).commentary
    assert not [one for one in document.diagnostics if one.severity == "error"]
    return document


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


@pytest.mark.parametrize("heading", ["Scenario {}", "Recommendation", "Option {}: wait"])
def test_headings_that_are_alike_are_no_running_heads(heading: str) -> None:
    parts = [f"{heading.format(number)}\n\n{HARBOUR} {REST} Part {number} ends here." for number in (1, 2, 3)]
    text = "\n\n".join(["On Quays", "Mara Veldt\n3 May 2021", f"{HARBOUR} {REST} Nothing more.", *parts])
    kinds = [block.type for block in convert_text(text).commentary.body]
    assert kinds == ["paragraph", "heading", "paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_notes_that_are_alike_are_no_running_heads() -> None:
    """`2. Ibid., p. 5.` stands three times, with other figures; what is counted is no head of a page."""
    notes = ["1. Anna Bell, Grain (London: Quay, 2018), p. 4."]
    notes += [f"{number}. Ibid., p. {number * 11}." for number in range(2, 6)]
    text = "\n".join(
        [
            "On Quays",
            "",
            "Mara Veldt",
            "3 May 2021",
            "",
            f"{HARBOUR} {REST} One.1 Two.2 Three.3 Four.4 Five.5",
            "",
            "Notes",
            *notes,
        ]
    )
    commentary = convert_text(text).commentary
    assert [note.label for note in commentary.footnotes] == ["1", "2", "3", "4", "5"]
    assert commentary.footnotes[3].text == "Ibid., p. 44."
