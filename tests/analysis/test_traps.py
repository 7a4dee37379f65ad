"""Pages as they are met: each of these was read wrongly, or silently, once."""

from __future__ import annotations

import converter
from converter.model import Commentary
from converter.pipeline import Result

BODY = (
    "The lamps on the northern shore were lit again this spring, and the ferries run as they did before. "
    "Nobody on the island had expected it so soon, and the harbour master least of all."
)


def read(text: str, **options: str) -> tuple[Commentary, Result]:
    """Convert a text and return its document, and all of the result."""
    result = converter.convert_text(text, to=("tei", "json"), profile=options.get("profile"))
    assert result.is_valid, [one.message for one in result.diagnostics if one.severity == "error"]
    return result.commentary, result


def codes(result: Result) -> set[str]:
    """Return the codes of the findings."""
    return {one.code for one in result.diagnostics}


def test_a_footer_glued_to_the_last_paragraph_is_parted() -> None:
    """The paragraph ends with its sentence; address, telephone, rights and house are those of the footer."""
    document, result = read(
        f"PANEL HELD IN EASTPORT\n\nCommentary No : 2012 / 41\n\n{BODY} Süleyman Sok. No: 12 06550 Eastport "
        "Tel: +90 (312) 438 50 23 Fax: +90 (312) 438 50 26 info@tidal.example.org © 2009-2024 Tidal "
        "Institute All Rights Reserved"
    )
    publisher = document.metadata.publisher
    assert [BODY] == [block.text for block in document.body]
    assert ("Tidal Institute", "Süleyman Sok. No: 12 06550 Eastport", "+90 (312) 438 50 23") == (
        publisher and publisher.name,
        publisher and publisher.address,
        publisher and publisher.phone,
    )
    assert "footer-parted" in codes(result)


def test_a_mail_address_in_the_last_sentence_is_no_footer() -> None:
    """One sign of a contact line is not enough."""
    document, _ = read(f"THE LAMPS\n\nAda ORMAN\n\n{BODY} Letters go to keeper@tidal.example.org.")
    assert ["paragraph"] == [block.type for block in document.body]


def test_a_drop_capital_belongs_to_its_word() -> None:
    """`T` over `he lamps` is The lamps; `A` over `question` is two words, as the text has it elsewhere."""
    document, result = read(f"THE LAMPS\n\nAda ORMAN\n\nT\n{BODY[1:]}\n")
    article, _ = read(
        f"THE LAMPS\n\nAda ORMAN\n\nA\nquestion is who pays. {BODY} The question is an old one.\n"
    )
    assert (BODY, True) == (document.body[0].text, "drop-capital" in codes(result))
    assert article.body[0].text.startswith("A question is who pays.")


def test_authors_parted_by_a_lone_comma() -> None:
    """A comma on a line of its own stands between two authors, and the title is the title."""
    document, _ = read(f"21 Juli 2022\n\nAda Orman\n,\nIda Kaya\n\nThe Lamps of the Shore\n\n{BODY}\n")
    names = [name.family for name in document.metadata.authors]
    assert ("The Lamps of the Shore", ["Orman", "Kaya"]) == (document.metadata.title, names)


def test_a_title_that_a_site_prints_three_times_is_a_title() -> None:
    """The first of lines repeated at the top stays; the others are set aside."""
    title = "The Lamps of the Shore"
    document, _ = read(f"{title}\n\n{title}\n\nupa-admin 24 Eylül 2013 8.911 Okunma 0\n\n{title}\n\n{BODY}\n")
    assert (title, 2) == (document.metadata.title, len(document.provenance.furniture))


def test_a_byline_may_carry_the_mark_of_a_note() -> None:
    """`Ada ORMAN[i]` is a byline, and the note is no part of the name."""
    document, _ = read(
        f"THE LAMPS OF THE SHORE*\n\nAda ORMAN[i]\n\n{BODY}[1]\n\n[i] Researcher.\n\n* Read in Eastport.\n\n"
        "[1] The lamps are lit, 9 May 2024, https://news.example.org/lamps\n"
    )
    assert [("Ada", "Orman", "Ada ORMAN")] == [
        (a.given, a.family, a.literal) for a in document.metadata.authors
    ]
    assert ["byline", "title", "p1"] == [note.markers[0].block for note in document.footnotes]


def test_the_body_in_brackets_is_the_affiliation() -> None:
    """`Ada ORMAN (Tidal Institute)` says where she works; a line names the translator."""
    document, _ = read(f"THE LAMPS\n\nAda ORMAN (Tidal Institute)\nTranslated by Ida Kaya\n\n{BODY}\n")
    assert ["Tidal Institute"] == [name.affiliation for name in document.metadata.authors]
    assert [("translator", "Kaya")] == [(one.role, one.family) for one in document.metadata.contributors]


def test_a_doi_in_the_header_is_no_subtitle() -> None:
    """The line of the DOI is a line; the series keeps the name that the house gives it."""
    document, _ = read(
        "The Lamps of the North\n\nHow a shore lights itself\n\nSWP Comment 2021/C 32, 30.04.2021, "
        f"8 Pages\n\ndoi:10.18449/2021C32\n\n{BODY}\n"
    )
    series = document.metadata.series
    assert ("How a shore lights itself", "SWP Comment") == (
        document.metadata.subtitle,
        series and series.name,
    )
    assert ["title", "subtitle", "series", "line"] == [section.type for section in document.front_matter]


def test_a_date_of_two_calendars_is_that_of_the_new_one() -> None:
    """`10/22 November 1917` is 22 November, and the whole is its printed form."""
    note = "Decree of the Council, 10/22 November 1917, https://archive.example.org/decree"
    document, _ = read(f"THE LAMPS\n\nAda ORMAN\n\n{BODY}[1]\n\n[1] {note}\n")
    dates = [work.date or work.issued for work in document.references]
    assert [("1917-11-22", "10/22 November 1917")] == [(date.date, date.literal) for date in dates if date]
