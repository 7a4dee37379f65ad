"""What is left over of a citation is a finding at its place; cue words and stops are none."""

from __future__ import annotations

import pytest

from converter.analysis.leftovers import left_over, looks_cited
from converter.pipeline import convert_text

PAGE = """\
THE LAMPS OF THE SHORE

Ada ORMAN

The lamps of the northern shore were lit again in spring, after nine years.[1] Nobody had expected it.

Those who light them live in the towns now, and look at them on a screen, hour by hour.

[1] {note}
"""


def doubts(note: str) -> list[tuple[str, str]]:
    """Return what is in doubt about a note: the code, and the text at its place."""
    text = PAGE.format(note=note)
    result = convert_text(text, to=("json",))
    found = [one for one in result.diagnostics if one.code.startswith("citation-") and one.span]
    return [(one.code, text[one.span.start : one.span.end]) for one in found if one.span]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (", no. ", []),
        (" (Erişim Tarihi: ", []),
        (" (дата обращения: ", []),
        (", in: Hafenblatt, S. ", ["Hafenblatt"]),
        (", with a preface by J. Ost, p. ", ["preface by J. Ost"]),
    ],
)
def test_cue_words_are_no_leftovers(between: str, expected: list[str]) -> None:
    """Only what says something is left over."""
    assert expected == [between[start:end] for start, end in left_over(between)]


@pytest.mark.parametrize(
    ("note", "cites"),
    [
        ("Code minier, art. 133-1.", True),
        ("Гордеева Т. П. Правило последнего груза // Вестник степных дорог.", True),
        ("Gesetz zur Beendigung der Förderung vom 3. Juli 2020.", True),
        ("Şahin, a.g.e., s. 12.", True),
        ("The distances in the letter are correct.", False),
        ("Entretien avec l’auteure, Port-Gravel, 11 janvier 2018.", True),
        ("The papers of 1979 were opened in 2010. They contain a reason that nobody had guessed.", False),
    ],
)
def test_a_note_without_a_work_may_read_like_a_citation(note: str, cites: bool) -> None:
    """Locators, short forms, signs of a manner of citing and a date at the end are how one is known."""
    assert cites is looks_cited(note)


def test_what_is_no_part_of_a_work_is_found_at_its_place() -> None:
    """The words that no field took are in doubt, and they alone."""
    note = "Ann Lee, “The Lamps,” after a talk at the Harbour Club, Coast Herald, 4 May 2020."
    assert any("Harbour Club" in text and "Lamps" not in text for _, text in doubts(note))


def test_a_citation_that_is_understood_is_in_no_doubt() -> None:
    """Where every word is part of a field or a cue word there is nothing to report."""
    assert [] == doubts(
        "Ann Lee, “The Lamps of the Northern Shore,” Coast Herald, 4 May 2020, https://herald.example/lamps"
    )
