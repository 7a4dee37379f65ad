"""Lines of the site behind and between the text, rows without Markdown, and what goes on over line ends."""

from __future__ import annotations

import pytest

from converter.model import Commentary
from converter.pipeline import convert_text

LIST = "To the two:\n1. Wait.\n2. See.\nTo all:\n3. Go."
PROSE = (
    "The lamps on the northern shore were lit again this spring, and the ferries run as they did before. "
    "Nobody on the island had expected it so soon, and the harbour master least of all."
)


def read(*blocks: str) -> Commentary:
    """Convert a commentary of these blocks behind its first paragraph."""
    document = convert_text("\n\n".join(["THE LAMPS OF THE NORTH", "Ada ORMAN", PROSE, *blocks])).commentary
    assert not [one for one in document.diagnostics if one.severity == "error"]
    return document


def texts(document: Commentary) -> list[str]:
    """Return the blocks behind the first paragraph."""
    return [block.text for block in document.body[1:]]


def marks(document: Commentary) -> list[str]:
    """Return what was set aside."""
    return [mark.text for mark in document.provenance.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: The Invisible Fleet",
        "Tags: Fisheries Governance",
        "Etiketler: Balıkçılık, Deniz",
        "Paylaş: Facebook | Twitter",
        "Читайте также: Огни севера",
        "3 comments",
        "No comments yet.",
        "Share this post",
        "Subscribe to our newsletter",
    ],
)
def test_lines_of_the_site_are_furniture(line: str) -> None:
    """They stand between paragraphs or behind them, and are no text."""
    document = read(line, PROSE.replace("lamps", "fires"))
    assert ([line], [PROSE.replace("lamps", "fires")]) == (marks(document), texts(document))


@pytest.mark.parametrize("heading", ["Related articles", "İlgili yazılar", "Читайте также"])
def test_the_titles_of_other_pages_are_furniture(heading: str) -> None:
    """A list of other pages ends with an empty line."""
    document = read(f"{heading}\nPorts of Convenience\nWho Owns the Sea Lane?", "© 2024 Tidal Institute")
    assert [heading, "Ports of Convenience", "Who Owns the Sea Lane?"] == marks(document)
    assert ["colophon"] == [section.type for section in document.back_matter]


@pytest.mark.parametrize("line", ["Tags are for oceans.", "Share the lamps: that is the rule."])
def test_sentences_that_begin_like_a_line_of_the_site_are_text(line: str) -> None:
    """Only the label with its colon is the site's."""
    assert [line] == texts(read(line))


def test_tags_in_the_header_are_no_furniture() -> None:
    """Before the text they say what it is about."""
    document = convert_text(f"THE LAMPS\n\nAda ORMAN\n\nTags: Lamps\n\n{PROSE}\n\n{PROSE}").commentary
    assert "Tags: Lamps" in [section.text for section in document.front_matter]


@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_lines_with_as_many_cells_are_a_table(sign: str) -> None:
    """Bars or tabs part the cells; the caption over them is the head of the table."""
    rows = "\n".join(sign.join(row) for row in (("Coast", "Jetty", "Market"), ("Ansell", "21", "9")))
    document = read("Table 2. The fleet by coast", rows, PROSE)
    assert ["table", "paragraph"] == [block.type for block in document.body[1:]]
    assert "Table 2. The fleet by coast\nCoast Jetty Market\nAnsell 21 9" == document.body[1].text


def test_lines_with_a_bar_that_are_no_table_stay_lines() -> None:
    """A line of contacts, and two lines with one bar each, are none."""
    document = read("Quay Street 7 | 0999 555 77 01 | post@tidal.example.org", "© 2024 Tidal Institute")
    assert 1 == len(document.body)


def test_the_lines_of_a_quotation_are_one_paragraph() -> None:
    """The first line opens the quotation, the second closes it."""
    assert ["“I do not go to sea, but the fish do not come without me.”", PROSE[:40]] == [
        text[: len(text) if text[0] == "“" else 40]
        for text in texts(read("“I do not go to sea,\nbut the fish do not come without me.”", PROSE))
    ]


def test_headings_may_stand_over_headings_and_lists() -> None:
    """`II. WHAT COULD GO WRONG` over `A. THE WELLS`; a list goes on behind the line that leads to it."""
    document = read(
        "II. WHAT COULD GO WRONG",
        "A. THE WELLS",
        PROSE,
        "To the two:\n1. Wait.\n2. See.\nTo all:\n3. Go.",
        PROSE,
    )
    kinds = [(block.type, block.text.split("\n")[0][:12]) for block in document.body[1:]]
    assert ("heading", "II. WHAT COU") == kinds[0]
    assert [("list", "Wait."), ("list", "Go.")] == [one for one in kinds if one[0] == "list"]


def test_thanks_under_a_heading_before_the_notes_are_behind_the_text() -> None:
    """They are a section of the back matter with its heading."""
    document = read(f"{PROSE}[1]", "Acknowledgements", "Two readers helped.", "Notes", "[1] Arran.")
    assert [("line", "Acknowledgements")] == [
        (one.type, one.heading) for one in document.back_matter if one.type == "line"
    ]


@pytest.mark.parametrize(
    "head", ["Tidal Briefing N°91, 4 July 2012\tPage 3", "Tidal Institute | Note 21/2023 | p. 2"]
)
def test_a_head_with_the_number_of_its_page_is_furniture(head: str) -> None:
    """One is enough; the title beside it that the header has too goes with it."""
    document = read(PROSE, f"THE LAMPS OF THE NORTH\n{head}", PROSE)
    assert ["THE LAMPS OF THE NORTH", head.replace("\t", " ")] == marks(document)


def test_a_note_that_ends_in_a_page_is_no_head() -> None:
    """`Ibid, page 3` and `Arran, The Lamps, p. 14` are notes."""
    document = read(f"{PROSE}[1] {PROSE}[2]", "[1] Pell Arran, The Lamps, p. 14\n[2] Ibid, page 3")
    assert ["Pell Arran, The Lamps, p. 14", "Ibid, page 3"] == [note.text for note in document.footnotes]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("About the authors Ada Orman leads the lamps, and Pell Arran the ferries.", "about-author"),
        ("Acknowledgements Fieldwork was supported by the keepers of the northern lamps.", "line"),
    ],
)
def test_a_heading_may_stand_on_the_line_of_what_it_heads(text: str, kind: str) -> None:
    """`About the authors Ada Orman leads …` before the notes is no paragraph of the text."""
    document = read(f"{PROSE}[1]", text, "Notes", "[1] Pell Arran, The Lamps, p. 14.")
    assert [(kind, text)] == [
        (one.type, one.text.replace("\n", " ")) for one in document.back_matter if one.type != "notes-heading"
    ]


def test_a_paragraph_that_is_set_in_is_a_quotation() -> None:
    """Between paragraphs that are not, blanks at the margin mark it; its lines are one."""
    document = read(
        "    The sea is nobody's,\n    and nobody pays for it.", PROSE, PROSE.replace("lamps", "fires")
    )
    assert ("quote", "The sea is nobody's, and nobody pays for it.") == (
        document.body[1].type,
        document.body[1].text,
    )


def test_a_page_whose_paragraphs_are_set_in_has_no_quotations() -> None:
    """Where all are set in, or only their first lines, that is its manner."""
    document = read(*[f"    {PROSE.replace('lamps', word)}" for word in ("fires", "bells", "buoys")])
    assert {"paragraph"} == {block.type for block in document.body}


def test_a_line_that_leads_on_is_no_heading_behind_its_marker() -> None:
    """`According to the results:[1]` ends with a colon."""
    document = read("According to the first results:[1]", PROSE, "Notes", "[1] Arran, p. 14.")
    assert "paragraph" == document.body[1].type
