"""What the file says beside its text: it speaks where the page is silent; contradictions are findings."""

from __future__ import annotations

import pytest

from converter.analysis import analyse
from converter.model import Commentary
from converter.readers.laying_out import Paper, Piece
from converter.source import Clue

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."


def understood(*lines: str, **clues: str) -> Commentary:
    """Return what is made of these lines over two paragraphs, and of these clues."""
    paper = Paper()
    for line in lines:
        paper.block([Piece(line)])
    paper.block([Piece(f"{PROSE} {PROSE}")])
    paper.block([Piece(f"{PROSE} And so it goes on.")])
    told = [Clue(field, value, f"meta {field}") for field, value in clues.items()]
    return analyse(paper.source("page", "text/html", "utf-8", "0" * 64, clues=told))


def codes(commentary: Commentary) -> set[str]:
    """Return the codes of the findings."""
    return {found.code for found in commentary.diagnostics}


def test_clues_fill_what_is_not_printed() -> None:
    """Each value says where it came from."""
    commentary = understood(
        title="The Quiet Harbour", author="Doe, Jane", published="2024-05-06", url="https://example.org/a",
        publisher="Example House (EH)", number="2024/7", series="Harbour Notes", keywords="sea",
        rights="© EH",
        doi="https://doi.org/10.5555/abc",
    )  # fmt: skip
    metadata = commentary.metadata
    (author,) = metadata.authors
    assert (metadata.title, author.given, author.family) == ("The Quiet Harbour", "Jane", "Doe")
    assert metadata.published is not None
    assert (metadata.published.date, metadata.url) == ("2024-05-06", "https://example.org/a")
    assert metadata.publisher is not None
    assert (metadata.publisher.name, metadata.publisher.acronym) == ("Example House", "EH")
    assert metadata.series is not None
    assert (metadata.series.name, metadata.series.volume, metadata.series.number) == (
        "Harbour Notes",
        "2024",
        "7",
    )
    assert (metadata.keywords, metadata.rights, metadata.doi) == (("sea",), "© EH", "10.5555/abc")
    rules = {one.field: one.rule for one in commentary.provenance.evidence}
    assert (rules["/metadata/title"], rules["/metadata/authors/0"]) == ("meta title", "meta author")
    assert codes(commentary).isdisjoint({"missing-title", "missing-author", "missing-date", "missing-url"})


def test_what_is_printed_wins_and_a_contradiction_is_reported() -> None:
    """Title, author and date of the page stay; the findings name the clue."""
    clues = {"title": "Another Thing", "author": "Richard Roe", "published": "2021-01-01"}
    commentary = understood("The Quiet Harbour", "Jane Doe", "6 May 2024", **clues)
    metadata = commentary.metadata
    assert metadata.title == "The Quiet Harbour"
    assert [author.family for author in metadata.authors] == ["Doe"]
    assert metadata.published is not None
    assert metadata.published.date == "2024-05-06"
    assert {"title-conflict", "author-conflict", "date-conflict"} <= codes(commentary)


def test_a_clue_that_agrees_makes_a_value_sure() -> None:
    """The same author is the surer for it; a whole date completes a printed year."""
    clues = {"title": "The Quiet Harbour", "author": "Doe, Jane", "published": "2024-05-06"}
    commentary = understood("The Quiet Harbour", "Jane Doe", "2024", **clues)
    assert commentary.metadata.published is not None
    assert commentary.metadata.published.date == "2024-05-06"
    sure = {one.field: one.confidence for one in commentary.provenance.evidence}
    assert sure["/metadata/authors/0"] >= 0.98
    assert codes(commentary).isdisjoint({"author-conflict", "date-conflict", "title-conflict"})


@pytest.mark.parametrize("nobody", ["admin", "Super User", "Example House", "editor"])
def test_what_a_program_writes_is_no_author(nobody: str) -> None:
    """Nor is the house itself."""
    commentary = understood("The Quiet Harbour", author=nobody, publisher="Example House")
    assert commentary.metadata.authors == ()
    assert "missing-author" in codes(commentary)
