"""When entries of several documents are one work, and what that work takes from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.bibliography.merging import unmerged
from converter.bibliography.sameness import address_of, doi_of_work, title_and_year
from converter.model import Name, PrintedDate, Reference
from converter.works import cited_work
from tests.bibliography import archive
from tests.bibliography.archive import ADA, PIET, YEAR, cited, document, entries, merging, work

PAGE = "https://news.example.org/2020/dams"
DAY = PrintedDate("2020-05-03", "day", "3 May 2020")
OTHER_DAY = PrintedDate("2020-05-10", "day", "10 May 2020")


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (work(doi="10.5555/ABC"), work(doi="10.5555/abc", title="Another title", issued=None), "doi"),
        (work(doi="https://doi.org/10.5555/abc"), work(doi="10.5555/abc"), "doi"),
        (work(url=PAGE), work(url=PAGE + "/", issued=None), "url"),
        (work(url=PAGE), work(url=PAGE.replace("https://news", "http://www.news")), "url"),
        (work(url=PAGE + "?utm_source=x"), work(url=PAGE), "url"),
        (work(url=f"{PAGE}/İ"), work(url=f"{PAGE}/%C4%B0"), "url"),
        (work(url=PAGE, title="The Long Dams: a report"), work(url=PAGE), "url"),
        (work(url=PAGE, title="Barajlar"), work(url=PAGE), "url"),
        (work(url="https://example.org"), work(url="https://example.org/"), "url"),
        (work(), work(title="THE LONG DAMS.", author=(PIET,)), "title-year"),
        (work(url=PAGE), work(), "title-year"),
        (work(issued=None, date=DAY), work(), "title-year"),
    ],
)
def test_one_work(one: Reference, other: Reference, rule: str) -> None:
    """Entries with one DOI, one clean address, or one title and year are one work, by the first such rule."""
    works = cited(document("a", one), document("b", other))
    assert [[rule]] == [[join.rule for join in merged.joins] for merged in works]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (work(), work(title="The Short Dams")),
        (work(), work(issued=PrintedDate("2021", "year"))),
        (work(title="Dams"), work(title="Dams")),
        (work(issued=None), work(issued=None)),
        (work(url="https://example.org/", title="Dams of One"), work(url="https://example.org", title="No")),
        (work(doi="10.5555/a"), work(doi="10.5555/b")),
        (work(url=PAGE), work(url=PAGE + "/other")),
        (work(author=(ADA,)), work(author=(PIET,))),
        (work(issued=DAY), work(issued=OTHER_DAY)),
        (work(url="mailto:a@example.org", title="One of it"), work(url="mailto:a@example.org", title="Two")),
    ],
)  # fmt: skip
def test_two_works(one: Reference, other: Reference) -> None:
    """Works stay apart whose titles or years differ, or of one title where something else differs."""
    assert len(cited(document("a", one), document("b", other))) == 2


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (work(doi="10.5555/a"), work(doi="10.5555/b"), "the DOIs differ"),
        (work(url=PAGE), work(url=PAGE + "/other"), "the addresses differ"),
        (work(author=(ADA,)), work(author=(PIET,)), "the authors differ"),
        (work(issued=DAY), work(issued=OTHER_DAY), "the days differ"),
    ],
)
def test_what_was_kept_apart_is_told(one: Reference, other: Reference, reason: str) -> None:
    """Why two works of one title and year were not merged is recorded."""
    assert [reason] == [apart.reason for apart in merging(document("a", one), document("b", other)).apart]


def test_different_titles_under_one_address_are_a_doubt() -> None:
    """A join by an address whose titles differ says so."""
    works = cited(document("a", work(url=PAGE, title="Barajlar")), document("b", work(url=PAGE)))
    assert [True] == [join.titles_differ for join in works[0].joins]


def test_the_title_decides_among_works_of_one_address() -> None:
    """Where a document has two works under one address, another document's goes to the one of its title."""
    one, other = work("one", url=PAGE, title="The first of them"), work("two", url=PAGE, title="And another")
    works = cited(document("a", one, other), document("b", archive.but(other, id="three")))
    assert [["one"], ["two", "three"]] == [[entry.work.id for entry in merged.entries] for merged in works]


def test_works_of_one_document_stay_apart() -> None:
    """What the analysis of a document took for two works is not merged behind its back."""
    assert len(cited(document("a", work("one"), work("two")))) == 2


def test_works_are_merged_over_a_third() -> None:
    """An entry that has the DOI of one and the address of another makes them one."""
    works = cited(
        document("a", work(doi="10.5555/a", title="A title")),
        document("b", work(url=PAGE, title="B title", issued=None)),
        document("c", work(url=PAGE, doi="10.5555/a", title="C title", issued=None)),
    )
    assert [3] == [len(merged.entries) for merged in works]


def test_a_document_and_its_citation_are_one() -> None:
    """A document that another one cites is one work, made of the document's own record, under its own key."""
    own = document("b", title="The Long Dams", url=PAGE)
    works = merging(document("a", work("dams", url=PAGE, publisher="A House")), own).works
    found = next(merged for merged in works if len(merged.entries) == 2)
    assert ("ormanb", (ADA,), "A House", ("b.json",), ("a.json",)) == (
        found.work.id,
        found.work.author,
        found.work.publisher,
        found.documents,
        found.cited_in,
    )


def test_what_the_fullest_entry_lacks() -> None:
    """The entry that says most is the work; what it lacks is taken from others, and recorded."""
    full = work("full", author=(PIET,), publisher="Press", publisher_place="Utrecht", page="12")
    poor = work("poor", doi="10.5555/a", page="99")
    merged = cited(document("a", poor), document("b", full))[0]
    assert ("12", "10.5555/a", (("doi", 0),), 1, "poor") == (
        merged.work.page,
        merged.work.doi,
        merged.filled,
        merged.base,
        merged.work.id,
    )


def test_fields_of_another_kind_are_not_taken() -> None:
    """The volume of an article is none of a book."""
    article = work(
        type="article-journal", volume="3", container="Waters", author=(PIET,), page="1", issue="2"
    )
    merged = cited(document("a", article), document("b", archive.work(number="4")))[0]
    assert ("3", None) == (merged.work.volume, merged.work.number)


def test_unmerged() -> None:
    """Asked for, every entry is a work of its own."""
    found = unmerged(entries(document("a", work()), document("b", work())))
    assert [1, 1, 1, 1] == [len(merged.entries) for merged in found.works]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.org/a/?b=1", "example.org/a/?b=1"),
        ("HTTP://EXAMPLE.org/A", "example.org/A"),
        ("ftp://example.org/a", None),
        ("mailto:a@example.org", None),
    ],
)
def test_addresses_as_they_are_compared(url: str, expected: str | None) -> None:
    """Scheme, ``www.`` and the case of the host say nothing; the case of the path does."""
    assert expected == address_of(cited_work(work(url=url)))


def test_dois_as_they_are_compared() -> None:
    """A DOI has no case, with its resolver or without."""
    assert doi_of_work(cited_work(work(doi="doi:10.5555/AbC"))) == "10.5555/abc"


def test_titles_as_they_are_compared() -> None:
    """Case, accents and punctuation of a title say nothing."""
    assert title_and_year(cited_work(work(title="Barajın “Gölgesi”", issued=YEAR))) == "barajingolgesi 2020"


titles = st.sampled_from(["The Long Dams", "The long dams!", "Barajlar ve Sular", None])
urls = st.sampled_from([PAGE, PAGE + "/", "https://example.org/", None])
references = st.builds(
    lambda title, url, doi, author: work(title=title, url=url, doi=doi, author=author),
    titles,
    urls,
    st.sampled_from(["10.5555/a", "10.5555/b", None]),
    st.sampled_from([(), (ADA,), (PIET,), (Name(None, None, None, "House"),)]),
)


@given(st.lists(st.lists(references, max_size=3), min_size=1, max_size=5))
def test_every_entry_is_in_one_work(archives: list[list[Reference]]) -> None:
    """However works are merged, each entry is in exactly one, and no work has two of one document."""
    documents = [
        document(f"d{at}", *(archive.but(one, id=f"w{number}") for number, one in enumerate(found)))
        for at, found in enumerate(archives)
    ]
    works = merging(*documents).works
    placed = [entry for merged in works for entry in merged.entries]
    assert sorted(map(repr, entries(*documents))) == sorted(map(repr, placed))
    assert [] == [
        merged for merged in works if len({entry.document for entry in merged.entries}) < len(merged.entries)
    ]
