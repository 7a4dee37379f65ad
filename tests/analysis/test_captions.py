"""Captions: over a table or under a picture they belong to it, elsewhere they are paragraphs."""

from __future__ import annotations

import pytest

from converter.analysis.captions import caption_kind
from converter.model import Commentary, Row
from converter.pipeline import convert_text

PROSE = "The lamps on the northern shore were lit again this spring, and the ferries run as they did before"
TABLE = "| Year | Ferries |\n|------|---------|\n| 2019 | 4 |"
PICTURE = "![The harbour](harbour.jpg)"


def read(*blocks: str) -> Commentary:
    """Convert a Markdown text of these blocks between paragraphs; nothing of it is lost."""
    text = "\n\n".join(["# The Lamps", "Ada ORMAN", f"{PROSE}.", *blocks, f"{PROSE}, and that is all."])
    result = convert_text(text, name="lamps.md")
    assert result.is_valid, [one.message for one in result.diagnostics if one.severity == "error"]
    return result.commentary


def between(document: Commentary) -> list[tuple[str, str]]:
    """Return the blocks between the two paragraphs."""
    return [(block.type, block.text) for block in document.body[1:-1]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Table 1. Ferries by year", "table"),
        ("TABLO 2: Yıllara göre vapurlar", "table"),
        ("Таблица 3. Паромы по годам", "table"),
        ("Tabelle 4 – Fähren", "table"),
        ("Figure 1: The harbour at dusk", "figure"),
        ("Fig. 2.1. The harbour", "figure"),
        ("Figure 1 The harbour at dusk", "figure"),
        ("Şekil 3. Limanın görünüşü", "figure"),
        ("Рис. 1. Гавань", "figure"),
        ("Abbildung 3: Hafen", "figure"),
        ("Photo: Elsa Norr", "credit"),
        ("*Photo: Elsa Norr", "credit"),
        ("Fotoğraf: Elsa Norr", "credit"),
        ("Фото: Эльза Норр", "credit"),
        ("Source: Port Authority", "credit"),
        ("Kaynak: Liman İdaresi", "credit"),
        ("Figure 1 shows that the lamps were lit.", None),
        ("Table manners are no subject here.", None),
        ("Maps of the coast: a short history", None),
        ("The source: a spring in the hills", None),
        ("Karte und Gebiet", None),
    ],
)
def test_captions_are_told_by_their_first_words(text: str, kind: str | None) -> None:
    """A word for a picture or table with its number, or a word for its source with a colon."""
    assert kind == caption_kind(text)


@pytest.mark.parametrize(
    "blocks", [("Table 1. Ferries", TABLE), (TABLE, "Table 1. Ferries")], ids=["over", "under"]
)
def test_the_caption_of_a_table_is_its_head(blocks: tuple[str, ...]) -> None:
    """It comes first in the table, whether it is printed over or under it."""
    document = read(*blocks)
    (table,) = document.body[1:-1]
    assert ("table", "Table 1. Ferries\nYear Ferries\n2019 4") == (table.type, table.text)
    assert [False, True, True] == [isinstance(part, Row) for part in table.content]


def test_each_of_two_tables_has_its_caption() -> None:
    """A caption between two tables belongs to the one under it."""
    document = read("Table 1. Ferries", TABLE, "Table 2. Coal", TABLE)
    assert ["Table 1. Ferries", "Table 2. Coal"] == [text.split("\n")[0] for _, text in between(document)]


@pytest.mark.parametrize("caption", ["Figure 1: The harbour at dusk", "*Photo: Elsa Norr*"])
def test_the_caption_of_a_picture_is_in_the_figure(caption: str) -> None:
    """What stands under the picture says what it is, or whose."""
    assert [("figure", f"The harbour {caption.strip('*')}")] == between(read(PICTURE, caption))


def test_a_note_in_a_caption_keeps_its_place() -> None:
    """The marker in the caption of a table counts in the text of the table."""
    document = read("Table 1. Ferries[1]", TABLE, f"{PROSE}.[2]", "[1] Ada.", "[2] Pell.")
    assert [("p2", 16)] == [(one.block, one.offset) for one in document.footnotes[0].markers]


@pytest.mark.parametrize(
    "line",
    [
        "Table 2. Ferries by year",
        "Photo: Elsa Norr / Tidal Press",
        "Şekil 1. Liman",
        "Источник: Управление порта",
    ],
)
def test_a_caption_alone_is_a_paragraph(line: str) -> None:
    """Where the picture or table itself is not in the text, its caption is no heading."""
    assert [("paragraph", line)] == between(read(line))


def test_whose_the_picture_is_is_no_note_and_no_role() -> None:
    """A starred line under the byline that says so is the first paragraph."""
    document = convert_text(f"THE LAMPS\n\nAda ORMAN\n\n*Photo: Elsa Norr\n\n{PROSE}.\n\n{PROSE}.").commentary
    assert (None, ()) == (document.metadata.authors[0].role, document.footnotes)
    assert ("paragraph", "*Photo: Elsa Norr") == (document.body[0].type, document.body[0].text)


def test_whose_the_picture_is_may_stand_over_the_byline() -> None:
    """There it is the first paragraph, and the byline is the byline."""
    page = f"THE LAMPS OF THE NORTH\n\nPhoto: Elsa Norr\n\nBy Ada ORMAN\n\n3 May 2024\n\n{PROSE}.\n\n{PROSE}."
    document = convert_text(page).commentary
    assert ["Orman"] == [author.family for author in document.metadata.authors]
    assert "Photo: Elsa Norr" == document.body[0].text


def test_a_starred_note_on_the_author_stays_beside_a_starred_credit() -> None:
    """Of two starred lines the one that is no credit is the note."""
    text = f"THE LAMPS\n\nAda ORMAN*\n\n{PROSE}.\n\n* The author is a pilot.\n\n* Photo: Elsa Norr\n"
    document = convert_text(text).commentary
    assert ["The author is a pilot."] == [note.text for note in document.footnotes]
