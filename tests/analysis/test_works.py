"""What is settled over all notes: roles of dates, works cited again, short forms, back-references."""

from __future__ import annotations

import pytest

from converter.analysis.work_language import title_language
from converter.model import Commentary
from converter.pipeline import convert_text
from tests.analysis.reading import read_one_note

BODY = "The harbour has two walls, and the older one is of timber, which moves a little every winter"


def with_notes(*notes: str) -> Commentary:
    """Convert a commentary with these notes."""
    marks = " ".join(f"{BODY}[{number}]." for number in range(1, len(notes) + 1))
    lines = [f"[{number}] {note}" for number, note in enumerate(notes, 1)]
    return convert_text(
        "\n\n".join(["THE WALLS OF THE HARBOUR", "Ada ORMAN", marks, *lines]), to=()
    ).commentary


def test_one_day_on_several_sites_is_that_of_the_visit() -> None:
    """Three sites that bear one bare day were visited on it."""
    notes = [
        f"Lamps at the Wall {site}, 22 May 2025, https://{site}.example.org/a"
        for site in ("one", "two", "three")
    ]
    notes = [note.replace(".example.org", ".example") for note in notes]
    document = with_notes(*notes)
    assert ["2025-05-22"] * 3 == [work.accessed.date for work in document.references if work.accessed]


def test_days_of_single_sites_stay_open() -> None:
    """Without a pattern a bare date keeps an open role."""
    document = with_notes(
        "Lamps, 22 May 2025, https://one.example/a", "Tides, 3 March 2024, https://two.example/b"
    )
    assert ["2025-05-22", "2024-03-03"] == [work.date.date for work in document.references if work.date]


def test_the_day_in_the_address_decides() -> None:
    """A printed day after that of the address is of the visit, and the address gives the publication."""
    work = with_notes("Lamps, 23 May 2025, https://one.example/2025/05/22/lamps").references[0]
    assert ("2025-05-22", "2025-05-23") == (
        work.issued and work.issued.date,
        work.accessed and work.accessed.date,
    )


def test_a_work_cited_again_is_one_reference() -> None:
    """The address without www. and slash tells a work."""
    document = with_notes("Lamps, https://www.one.example/a/", "Lamps again, https://one.example/a")
    assert (1, [document.references[0].id] * 2) == (
        len(document.references),
        [note.citations[0] for note in document.footnotes],
    )


@pytest.mark.parametrize(
    "notes",
    [
        ("“Lamps”, Harbour Times, 9 January 2024, https://one.example/en", "“Tides”, https://one.example/en"),
        ("Ada Orman, “Lamps”, https://one.example/en", "Bela Kovacs, “Lamps”, https://one.example/en"),
        ("Harbour Times, “Lamps”, 12 May 2015.", "Harbour Times, “Lamps”, 13 May 2015."),
    ],
    ids=["titles", "authors", "days"],
)
def test_works_that_contradict_each_other_stay_two(notes: tuple[str, str]) -> None:
    """One address (or title) is not enough where title, author or day say otherwise."""
    document = with_notes(*notes)
    first, second = document.footnotes
    assert (2, False) == (len(document.references), first.citations == second.citations)


def test_a_bare_address_takes_its_title_from_a_later_note() -> None:
    """The citation that says most makes the reference, wherever it stands."""
    document = with_notes(
        "https://one.example/1", "“Lamps”, Harbour Times, 5 May 2024, https://one.example/1"
    )
    assert ["Lamps"] == [work.title for work in document.references]


def test_a_short_form_means_the_earlier_work() -> None:
    """Author and short title in a note without a citation of its own name a work cited before."""
    document = with_notes(
        "Ada Orman, *Thursdays of the Tide* (London: Harbour Press, 1998).",
        "Orman, Thursdays of the Tide, 201.",
    )
    assert document.footnotes[0].citations == document.footnotes[1].citations


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (
            "Lamps, https://one.example/a-very-long-\nwall/index.html",
            "https://one.example/a-very-long-wall/index.html",
        ),
        (
            "Lamps, <https://one.example/a-very-lo\nng/index.html>",
            "https://one.example/a-very-long/index.html",
        ),
        ("Lamps, https://one.example/a\nwall of timber.", "https://one.example/a"),
        ("Lamps, https://one.example/a/\nand the rest of it.", "https://one.example/a/"),
    ],
    ids=["hyphen", "angle brackets", "no sign of a break", "prose behind a slash"],
)
def test_an_address_broken_by_a_line_end_is_joined(written: str, url: str) -> None:
    """Inside angle brackets, or behind a hyphen or slash when the next line is plainly an address."""
    assert [url] == [work.url for work in with_notes(written).references]


def test_a_title_before_a_back_reference_names_its_work() -> None:
    """A bulletin has no author; two words of its title are enough."""
    document = with_notes(
        "“Shore Bulletin”, 2020, https://one.example/a",
        "Ada Orman, The Book of Tides (London: Harbour Press, 1998).",
        "Shore Bulletin, a.g.y., s. 7.",
    )
    assert document.footnotes[0].citations == document.footnotes[2].citations


def test_an_unresolved_back_reference_is_reported() -> None:
    """A name that no earlier work bears is no reason to take another work."""
    document = with_notes("Lamps, https://one.example/a", "Orman, op. cit., p. 3.")
    at = document.footnotes[1].span.start
    codes = [found.code for found in document.diagnostics if found.span and found.span.start >= at]
    assert ((), ["citation-unparsed"]) == (document.footnotes[1].citations, codes)


def test_days_that_differ_are_of_publication_behind_an_outlet() -> None:
    """Quoted title, outlet, and days that differ from note to note: nothing is left to report."""
    document = with_notes(
        "“Lamps”, Harbour Times, 3 May 2024, https://one.example/a",
        "“Tides”, Shore Daily, 9 May 2024, https://two.example/b",
    )
    assert [] == [finding.code for finding in document.diagnostics if finding.code.startswith("date-role")]


def test_ibid_means_the_last_work() -> None:
    """A back-reference cites what the note before cites."""
    document = with_notes("Lamps, https://one.example/a", "Tides, https://two.example/b", "Ibid., p. 3.")
    assert document.footnotes[1].citations == document.footnotes[2].citations


def test_op_cit_means_the_work_of_the_author_named() -> None:
    """A name before the back-reference overrules the order."""
    document = with_notes(
        "Ada Orman, *The Book of Tides* (London: Harbour Press, 1998).",
        "Lamps, https://one.example/a",
        "Orman, op. cit., p. 3.",
    )
    assert document.footnotes[0].citations == document.footnotes[2].citations


@pytest.mark.parametrize(
    "written",
    [
        "Cara Lind, Lamps (Oslo: Shore, 2001), 5; see also Orman, op. cit., p. 3.",
        "Cara Lind, Lamps (Oslo: Shore, 2001), 5; ayrıca bkz. Orman, a.g.e., s. 3.",
        "Cara Lind, Lamps (Oslo: Shore, 2001), 5. See also Orman, Book of Tides, 215.",
        "Cara Lind, Lamps (Oslo: Shore, 2001), 5; Orman, The Book of Tides, 215.",
    ],
)
def test_a_work_beside_a_back_reference_is_kept(written: str) -> None:
    """A note may cite a work in full and refer back to another one."""
    document = with_notes("Ada Orman, The Book of Tides (London: Harbour Press, 1998).", written)
    assert ("orman1998book", "lind2001lamps") == tuple(sorted(document.footnotes[1].citations, reverse=True))


def test_every_back_reference_of_a_note_is_resolved() -> None:
    """Two names, two works, in the order of the note."""
    document = with_notes(
        "Ada Orman, The Book of Tides (London: Harbour Press, 1998).",
        "Bela Kovacs, Lamps (Oslo: Shore, 2001).",
        "Orman, op. cit., p. 3; Kovacs, op. cit., p. 9.",
    )
    first, second, third = document.footnotes
    assert first.citations + second.citations == third.citations


@pytest.mark.parametrize(
    "written",
    [
        "Li, op. cit., p. 3.",
        "Harbour, op. cit., p. 3.",
        "Tides of the North, 12.",
        "The Age of Tides, seen anew.",
    ],
)
def test_one_shared_word_names_no_work(written: str) -> None:
    """A back-reference needs the whole name of an author, a short form two words of the title."""
    document = with_notes(
        "Harbour Institute, “Tides and Treaties”, 2014.",
        "Bela Kovacs-Lind, Lamps (Oslo: Shore, 2001).",
        written,
    )
    assert () == document.footnotes[2].citations


def test_the_language_of_a_title_may_be_that_of_the_document() -> None:
    """Letters that a language has and others lack decide where words do not."""
    work = read_one_note("“Şüğ”, https://one.example/a").works[0]
    assert "tr" == title_language(work, "tr").tag


def test_plain_letters_say_nothing() -> None:
    """A title in plain letters is not of the document's language for that."""
    work = read_one_note("“Zzyx Qwv”, https://one.example/a").works[0]
    assert "und" == title_language(work, "tr").tag


@pytest.mark.parametrize(
    ("note", "title", "author", "date"),
    [
        ("I. Kaya, Stare latarnie, Warszawa 2011, s. 12.", "Stare latarnie", "I. Kaya", "2011"),
        (
            "“Title of a Story”, Jane Walker, 3 May 2020, https://a.example.org/x",
            "Title of a Story",
            "Jane Walker",
            "2020-05-03",
        ),
        (
            "Walker, J. (2021, May 3). Why the lamps went out. Coastal Review. https://a.example.org/x",
            "Why the lamps went out",
            "Walker, J.",
            "2021-05-03",
        ),
    ],
)
def test_who_and_when_in_forms_of_other_countries(note: str, title: str, author: str, date: str) -> None:
    """An initial I, a person behind a quoted title, a day whose year stands first."""
    (work,) = with_notes(note).references
    when = work.issued or work.date
    assert (title, author, date) == (work.title, work.author[0].literal, when.date if when else None)


def test_a_person_behind_a_quoted_title_is_never_sure() -> None:
    """The same place is that of newspapers, so there is a finding."""
    document = with_notes("“Title of a Story”, Jane Walker, 3 May 2020, https://a.example.org/x")
    assert "citation-uncertain" in {finding.code for finding in document.diagnostics}
