"""What the file says beside its text, its name and its address speak where the page is silent."""

from __future__ import annotations

import msgspec
import pytest

import converter
from converter.analysis import analyse
from converter.model import Commentary
from converter.profiles import load
from converter.source import Clue
from tests.analysis.reading import source_of

BODY = (
    "The lamps on the northern shore were lit again this spring, and the ferries run as they did before. "
    "Nobody on the island had expected it so soon, and the harbour master least of all."
)
PAGE = f"THE LAMPS OF THE SHORE\n\nAda ORMAN\n\n14.05.2024\n\n{BODY}\n"


def read(
    text: str, *clues: tuple[str, str], name: str = "test.txt", profile: str | None = None
) -> Commentary:
    """Understand a text whose file says something besides."""
    told = tuple(Clue(field, value, f"meta {field}") for field, value in clues)
    source = msgspec.structs.replace(source_of(text), clues=told, name=name)
    return analyse(source, load(profile) if profile else None)


def codes(document: Commentary) -> set[str]:
    """Return the codes of the findings on title, author, date, series, publisher and address."""
    return {one.code for one in document.diagnostics if one.code.endswith(("-conflict", "-inferred"))} - {
        "name-case-inferred"
    }


def test_a_silent_page_takes_what_the_file_says() -> None:
    """Every value comes with a finding, and none is missing any more."""
    document = read(
        BODY,
        ("title", "The Lamps of the Shore"),
        ("author", "Ada Orman"),
        ("author", "Ida Kaya"),
        ("published", "2024-05-14T10:00:00+03:00"),
        ("publisher", "Tidal Institute"),
        ("url", "https://tidal.example.org/lamps"),
        ("series", "Note"),
        ("number", "2024/12"),
        ("doi", "https://doi.org/10.1234/lamps"),
        ("keywords", "lamps, ferries"),
        ("translator", "Cem Aksoy"),
    )
    metadata = document.metadata
    assert metadata.published is not None
    assert metadata.publisher is not None
    assert metadata.series is not None
    assert ("The Lamps of the Shore", ["Orman", "Kaya"], "2024-05-14", "Tidal Institute") == (
        metadata.title,
        [one.family for one in metadata.authors],
        metadata.published.date,
        metadata.publisher.name,
    )
    assert ("Note", "2024", "12", "10.1234/lamps") == (
        metadata.series.name,
        metadata.series.volume,
        metadata.series.number,
        metadata.doi,
    )
    assert (("lamps", "ferries"), ["Aksoy"]) == (
        metadata.keywords,
        [one.family for one in metadata.contributors],
    )
    inferred = {
        f"{field}-inferred" for field in ("title", "author", "date", "publisher", "series", "name-case")
    }
    assert inferred - {"name-case-inferred"} == codes(document)
    assert not [
        one.code for one in document.diagnostics if one.code.startswith("missing-") and "cite" not in one.code
    ]


def test_the_page_is_believed_before_the_file() -> None:
    """What agrees confirms; what does not is a finding that names its origin, and stands in the evidence."""
    document = read(PAGE, ("title", "The Lanterns"), ("author", "Ida Kaya"), ("published", "2024-05-15"))
    assert {"title-conflict", "author-conflict", "date-conflict"} == codes(document)
    message = next(one.message for one in document.diagnostics if one.code == "title-conflict")
    assert "“The Lanterns” (meta title)" in message
    title = next(one for one in document.provenance.evidence if one.field == "/metadata/title")
    assert ["The Lanterns"] == [one.value for one in title.rejected]


@pytest.mark.parametrize(
    "title",
    [
        "The Lamps of the Shore",
        "The Lamps of the Shore | Tidal Institute",
        "Tidal Institute - The Lamps of the Shore",
        "The Lamps of the Shore – Commentary – Tidal Institute",
        "The Lamps of the …",
        "Microsoft Word - lamps final.doc",
    ],
)
def test_the_name_of_a_site_is_no_contradiction(title: str) -> None:
    """Nor is a title that is cut off, or what a program wrote where nobody gave one."""
    document = read(PAGE, ("title", title), ("author", "Ada Orman"), ("published", "2024-05-14"))
    assert set() == codes(document)


def test_the_name_of_a_site_is_left_out_where_it_is_known() -> None:
    """`The Lamps | Tidal Institute` of the Tidal Institute is The Lamps."""
    document = read(BODY, ("title", "The Lamps | Tidal Institute"), ("publisher", "Tidal Institute"))
    assert "The Lamps" == document.metadata.title


@pytest.mark.parametrize("author", ["admin", "user", "tidal-editor", "Microsoft Office User 2", "AVİM"])
def test_what_is_no_name_is_no_author(author: str) -> None:
    """Programs and sites write who typed or posted a page."""
    assert () == read(BODY, ("author", author), profile="avim").metadata.authors


def test_a_confirmed_value_is_surer() -> None:
    """The same title and the same author in the file raise the confidence."""
    document = read(PAGE, ("title", "The Lamps of the Shore"), ("author", "Orman, Ada"))
    sure = {one.field: one.confidence for one in document.provenance.evidence}
    assert min(sure["/metadata/title"], sure["/metadata/authors/0"]) >= 0.98


def test_the_year_of_a_cite_as_day_may_stand_in_the_file() -> None:
    """`May 30` with a year of access is completed by a whole date of the same day, not by the wrong year."""
    page = (
        f"THE LAMPS\n\nAda ORMAN\n\n{BODY}\n\nTo cite this article: ORMAN, Ada. 2026. “The Lamps.” "
        "Tidal Institute. May 30. Accessed February 07, 2026. https://tidal.example.org/lamps\n"
    )
    published = read(page, ("published", "2025-05-30")).metadata.published
    assert "2025-05-30" == (published.date if published else None)


def test_a_file_name_is_read_by_the_habit_of_the_house() -> None:
    """Without a header the number comes from `avim-2025-37.txt`, with a finding; it is no month or day."""
    document = read(BODY, name="avim-2025-37.txt", profile="avim")
    series = document.metadata.series
    assert ("2025", "37") == ((series.volume, series.number) if series else None)
    assert {"series-inferred", "year-inferred"} <= codes(document)
    assert read(BODY, name="note-2025-12.txt").metadata.series is None


def test_a_file_name_may_have_date_and_title() -> None:
    """`2024-05-14-the-lamps-of-the-shore.txt` gives both, and contradicts nothing that is printed."""
    silent = read(BODY, name="2024-05-14-the-lamps-of-the-shore.txt").metadata
    printed = read(PAGE, name="2023-01-01-a-draft-of-the-lamps.txt")
    assert ("the lamps of the shore", "2024-05-14") == (
        silent.title,
        silent.published.date if silent.published else None,
    )
    assert set() == codes(printed)


def test_the_address_of_the_page_speaks_last() -> None:
    """Title, date and series come from the address where nothing else has them."""
    url = "https://avim.org.tr/public/en/Yorum/THE-LAMPS-OF-THE-NORTHERN-SHORE-1"
    document = read(BODY, ("url", url), name="avim-2025-37.txt", profile="avim")
    series = document.metadata.series
    assert ("THE LAMPS OF THE NORTHERN SHORE", "Commentary") == (
        document.metadata.title,
        series.name if series else None,
    )
    dated = read(BODY, ("url", "https://tidal.example.org/2024/05/14/the-lamps-of-the-shore/")).metadata
    assert "2024-05-14" == (dated.published.date if dated.published else None)


def test_the_text_tells_its_language_before_the_site_does() -> None:
    """The language of a site need not be that of the text; where the text is too short it is taken."""
    assert ("en", "hy") == (
        read(BODY, ("language", "tr-TR")).metadata.language,
        read("123 45\n", ("language", "hy")).metadata.language,
    )


def test_two_addresses_are_told() -> None:
    """The cite-as block has one, the page another; a mirror with www is the same."""
    page = (
        f"THE LAMPS\n\nAda ORMAN\n\n{BODY}\n\nTo cite this article: ORMAN, Ada. 2024. “The Lamps.” "
        "Tidal Institute. May 30, 2024. https://tidal.example.org/lamps\n"
    )
    same = read(page, ("url", "http://www.tidal.example.org/lamps/"))
    other = read(page, ("url", "https://tidal.example.org/lanterns"))
    assert (set(), {"url-conflict"}) == (codes(same), codes(other))


def test_nothing_is_invented() -> None:
    """A page of prose in a file of no telling name has no title, author, date, series or publisher."""
    metadata = converter.convert_text(BODY, "000_a00c976756b75665.txt", to=()).commentary.metadata
    assert (None, (), None, None, None, None) == (
        metadata.title,
        metadata.authors,
        metadata.published,
        metadata.series,
        metadata.publisher,
        metadata.url,
    )
