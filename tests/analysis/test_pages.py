"""Whole pages with one thing that archives have and that is easily read wrongly."""

from __future__ import annotations

import pytest

from converter.model import Commentary
from converter.pipeline import convert_text
from tests.analysis.test_layout import PAGE


def document(page: str) -> Commentary:
    """Convert a page."""
    return convert_text(page, to=()).commentary


def codes(page: str) -> set[str]:
    """Return the codes of the findings on a page."""
    return {finding.code for finding in convert_text(page, to=()).diagnostics}


def test_a_square_metre_is_no_marker() -> None:
    """A raised figure behind a unit is part of the measure, in a text whose markers have brackets."""
    page = PAGE.replace("of timber.", "of timber and covers 25 km² and 500 m³.")
    assert "25 km² and 500 m³." in document(page).body[0].text
    assert [("1", 1), ("2", 1)] == [(note.label, len(note.markers)) for note in document(page).footnotes]


def test_a_paragraph_may_begin_with_a_marker() -> None:
    """A label that stands alone in the text, and again in the list of notes, is a marker."""
    page = PAGE.replace("another result.[2]", "another result.").replace("The younger", "[2] The younger")
    assert [("1", 1), ("2", 1)] == [(note.label, len(note.markers)) for note in document(page).footnotes]
    assert document(page).body[1].text.startswith("The younger wall")


def test_the_author_s_address_is_not_the_house_s() -> None:
    """What stands under about-the-author stays there, with its e-mail address."""
    biography = "About the Author :\n\nAda Orman works at the Institute. E-mail: ada@tidal.example"
    page = PAGE.replace("About the Author :", biography).replace(
        "06550 Northport", "Northport, office@tidal.example"
    )
    publisher = document(page).metadata.publisher
    assert publisher is not None
    assert "office@tidal.example" == publisher.email
    assert [f"{biography}".replace("\n\n", "\n")] == [
        section.text for section in document(page).back_matter if section.type == "about-author"
    ]


CITED = "Commentary No.2025 / 12. May 14. <https://tidal.example/en/THE-WALLS-OF-\nTHE-HARBOUR>"


def test_an_address_cut_by_a_line_end_is_joined() -> None:
    """The cite-as line goes on behind a cut address; the repair is reported."""
    page = PAGE.replace("Commentary No.2025 / 12.", CITED)
    assert "https://tidal.example/en/THE-WALLS-OF-THE-HARBOUR" == document(page).metadata.url
    assert "url-joined" in codes(page)


@pytest.mark.parametrize(
    ("header", "cited", "date", "code"),
    [
        ("May 2025", "No.2025 / 12. May 14, 2025.", "2025-05-14", None),
        ("", "No.2024 / 12. May 14, 2025.", "2025-05-14", "year-conflict"),
        ("", "No.2025 / 12. May 14, 2025. Accessed May 02, 2025.", "2025-05-14", "date-order"),
    ],
    ids=["more exact in the cite-as line", "another year than the number", "visited before it was published"],
)
def test_dates_of_header_and_cite_as_are_held_together(
    header: str, cited: str, date: str, code: str | None
) -> None:
    """The more exact of two dates that agree is taken; what cannot be is reported."""
    page = PAGE.replace("14 May 2025\n\n", f"{header}\n\n" if header else "").replace("No.2025 / 12.", cited)
    published = document(page).metadata.published
    assert published is not None
    assert date == published.date
    assert {code} - {None} <= codes(page)


@pytest.mark.parametrize(
    "note",
    [
        "This is the English translation of an article first published by the Institute on 4 July 2024.",
        "Bu yazı ilk olarak 4 Temmuz 2024 tarihinde Enstitü tarafından yayımlanmıştır.",
        "This commentary originally appeared in the Northport Courier, July 4, 2024.",
    ],
)
def test_a_note_to_the_reader_gives_the_first_publication(note: str) -> None:
    """The paragraph stays where it stands; its date is metadata, and a finding says so."""
    page = PAGE.replace("The harbour has", f"{note}\n\nThe harbour has", 1)
    first = document(page).metadata.original_published
    assert first is not None
    assert "2024-07-04" == first.date
    assert note == document(page).body[0].text
    assert "translation-note" in codes(page)


def test_keywords_translators_and_impossible_days_are_read_from_the_header() -> None:
    """Keywords and a translator are metadata; a day that no calendar has is a finding."""
    header = "\n\n".join(
        (
            "Translated by John Smith",
            "31 February 2025",
            "Abstract",
            "Walls of timber move.",
            "Keywords: walls; timber",
        )
    )
    page = PAGE.replace("14 May 2025", header)
    metadata = document(page).metadata
    assert ("walls", "timber") == metadata.keywords
    assert [("translator", "Smith")] == [(one.role, one.family) for one in metadata.contributors]
    assert [None] == [author.role for author in metadata.authors]
    assert "invalid-date" in codes(page)


@pytest.mark.parametrize(("year", "reported"), [("2025", False), ("2009-2025", False), ("2009-2026", True)])
def test_the_years_of_the_rights_line_are_reported_where_they_differ(year: str, reported: bool) -> None:
    """A copyright line of the year of publication is nothing to report."""
    page = PAGE.replace("© 2009-2025", f"© {year}")
    assert reported == ("rights-year" in codes(page))


def test_a_date_in_a_note_has_a_role_only_by_a_word() -> None:
    """What is inferred from address and pattern stands in the reference, not in the text."""
    text = str([note.content for note in document(PAGE).footnotes])
    assert "role='accessed'" not in text
    accessed = PAGE.replace("lamps\n", "lamps (Accessed 3 June 2025)\n")
    assert "role='accessed'" in str([note.content for note in document(accessed).footnotes])


@pytest.mark.parametrize("byline", ["N. E. SELCEN-AKÇAY", "N. E. Selcen", "J.R. BARNES"])
def test_initials_before_a_surname_are_no_number_of_a_heading(byline: str) -> None:
    """A byline in the capitals of the title is no second line of it."""
    page = f"WALLS OF TIMBER AND OF STONE\n\n{byline}\n\n14 May 2025\n\n" + "The walls of the town move. " * 9
    metadata = document(page).metadata
    assert (metadata.title, [name.literal for name in metadata.authors]) == (
        "WALLS OF TIMBER AND OF STONE",
        [byline],
    )


def test_short_first_sentence_is_no_subtitle() -> None:
    """What stands below the dateline and ends as a sentence is the text, no subtitle and no body's name."""
    first = "The figures below are those of the customs services[1]."
    page = f"# Walls\n\n*Eda Norr*\n\nData Brief No. 3, 14 May 2025\n\n{first}\n\n" + "The walls move. " * 20
    read = document(page + "\n\n[1] Customs, 2022.")
    assert (read.metadata.subtitle, read.body[0].text) == (None, first.replace("[1]", ""))
    assert [name.family for name in read.metadata.authors] == ["Norr"]


def test_head_of_a_table_is_no_dateline() -> None:
    """A row of a table is text, whatever stands in it."""
    table = "| Port | 2020 | 2021 |\n|---|---|---|\n| Orn | 86 | 101 |\n"
    page = f"# Walls\n\n*Eda Norr*\n\n14 May 2025\n\nThey move.\n\n{table}\n" + "The walls move. " * 20
    read = convert_text(page, "walls.md", to=()).commentary
    assert [block.type for block in read.body] == ["paragraph", "table", "paragraph"]
    assert read.body[1].text.startswith("Port")


@pytest.mark.parametrize("words", ["Interview by", "Interviewed by", "Written by", "Texte de", "by", "Von"])
def test_words_before_the_name_of_a_byline(words: str) -> None:
    """The words are no part of the name, and the line is no subtitle."""
    metadata = document(
        f"WALLS OF TIMBER\n\n{words} Eda Norr\n\n14 May 2025\n\n" + "The walls move. " * 20
    ).metadata
    assert (metadata.subtitle, [name.literal for name in metadata.authors]) == (None, ["Eda Norr"])


def test_questions_of_an_interview_and_decimal_numbers() -> None:
    """A speaker who speaks again heads nothing; a section may be numbered within another."""
    start = "WALLS OF TIMBER\n\nEda Norr\n\n14 May 2025\n\n" + "The walls move. " * 20
    talk = "REVIEW: What has moved?\n\n" + "Norr: The walls move. " * 9 + "\n\nREVIEW: Can it be undone?\n\n"
    page = (
        f"{start}\n\n2. What moves\n\n2.1 Timber\n\n"
        + "The walls of timber move. " * 9
        + f"\n\n{talk}"
        + "Norr: No wall rests. " * 9
    )
    kinds = [(block.type, block.text[:10]) for block in document(page).body if len(block.text) < 30]
    assert kinds == [
        ("heading", "2. What mo"),
        ("heading", "2.1 Timber"),
        ("paragraph", "REVIEW: Wh"),
        ("paragraph", "REVIEW: Ca"),
    ]


def test_addresses_in_capitals_are_addresses() -> None:
    """A page in capitals is converted to valid files like any other; the text keeps what is printed."""
    result = convert_text(PAGE.upper())
    assert [finding.message for finding in result.diagnostics if finding.severity == "error"] == []
    assert 'target="https://' in result.tei
    assert "HTTPS://" in result.tei


HOUSE = "Northgate Institute for Canals"


@pytest.mark.parametrize(
    "header",
    [
        f"Walls of Timber\n\n{HOUSE} (NIC)\n\nEda Norr\n\n14 May 2025",
        f"Walls of Timber\n\nEda Norr\n\n{HOUSE} (NIC)\n\n14 May 2025",
        f"Walls of Timber\n\nEda Norr\n\n{HOUSE}\n\n14 May 2025",
    ],
)
def test_the_house_in_the_header_is_no_subtitle_and_no_role(header: str) -> None:
    """The cite-as block names the house; its line in the header is but a line."""
    cited = f'To cite this article: NORR, Eda. 2025. "Walls of Timber." {HOUSE}. 14 May 2025.'
    metadata = document(f"{header}\n\n{'The walls move. ' * 20}\n\n{cited}").metadata
    assert metadata.subtitle is None
    assert [(name.family, name.role) for name in metadata.authors] == [("Norr", None)]


def test_ibid_means_the_work_cited_last_and_is_doubtful_behind_several() -> None:
    """A short form counts as a citation; behind a note of two works a bare ibid. is a guess."""
    notes = (
        "[1] Henry Locke, *Water and Debt* (London: Wexley Press, 1974), p. 41.\n\n"
        '[2] Imre Norr, "Letters from the Lock," *Journal of Canals* 12, no. 3 (1949): 201; see also Locke, '
        "*Water and Debt*, p. 60.\n\n[3] Ibid., 77."
    )
    text = "The walls move.[1] They move on.[2] They never rest.[3] " + "The walls of timber move. " * 20
    result = convert_text(f"# Walls\n\nEda Norr\n\n14 May 2025\n\n{text}\n\n{notes}", "walls.md", to=())
    first, _, third = result.commentary.footnotes
    assert third.citations == first.citations
    assert "citation-uncertain" in [finding.code for finding in result.diagnostics]


@pytest.mark.parametrize(
    ("note", "is_doubtful"),
    [
        ("Lamps return to the quay, The Distant Gazette of Orn Valley, 3 May 2024.", True),
        ("Interview with the keeper, Orn, 3 May 2024.", True),
        ("The menu, as ever, was in French.", False),
    ],
)
def test_note_that_looks_like_a_citation_and_that_no_rule_knows(note: str, is_doubtful: bool) -> None:
    """A note that ends in a date and in which no rule knows a work is a doubt; talk is none."""
    text = "The walls move.[1] " + "The walls of timber move. " * 20
    page = f"WALLS OF TIMBER\n\nEda Norr\n\n14 May 2025\n\n{text}\n\n[1] {note}"
    assert [footnote.text for footnote in document(page).footnotes] == [note]
    assert bool({"citation-uncertain", "citation-unparsed"} & codes(page)) == is_doubtful
