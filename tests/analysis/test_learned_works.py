"""What no rule of notes knows is read by the model of lists of references, and always told as doubtful."""

from __future__ import annotations

import pytest

from converter.model import Reference
from converter.pipeline import convert_text

PAGE = """The Lamps of the Northern Shore

Jane Doe

The lamps on the northern shore were lit again, and the ferries run as they did before the winter.[1]

Notes

[1] {note}
"""


def read(note: str) -> tuple[tuple[Reference, ...], list[str]]:
    """Return the works that a note cites, and the codes of what is doubtful about it."""
    document = convert_text(PAGE.format(note=note)).commentary
    assert note.replace(" ", "") in document.footnotes[0].text.replace(" ", "")
    at = PAGE.index("{note}")
    return document.references, [
        found.code for found in document.diagnostics if found.span and found.span.start >= at
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Ан П. Письмо в редакцию // Морской вестник. 1998. № 3. С. 7–9.",
            ("Письмо в редакцию", "Морской вестник", "7–9"),
        ),
        (
            "Konrad Eberlein, Züge, die es nicht gibt, in: Revierbote, 17.1.2020, S. 3",
            ("Züge, die es nicht gibt", "Revierbote", "3"),
        ),
    ],
)
def test_citations_of_other_manners_are_read_and_told(note: str, expected: tuple[str, str, str]) -> None:
    """The parts are found, their text is the note's, and the whole citation is a finding."""
    (work,), codes = read(note)
    assert expected == (work.title, work.container, work.page)
    assert "citation-uncertain" in codes
    assert "citation-unparsed" not in codes


@pytest.mark.parametrize(
    "note",
    [
        "Там же. С. 15.",
        "Eberlein, op. cit., p. 12.",
        "The distances are those of the pilots, who measured them twice.",
        "Interview with a harbour master, Port Amsel, 3 February 2023.",
    ],
)
def test_what_cites_no_new_work_is_none(note: str) -> None:
    """A short form, a remark and a talk give no work."""
    assert () == read(note)[0]


def test_a_visit_that_no_cue_word_of_ours_tells_is_completed() -> None:
    """What rules leave unread of a citation is added by the model, where both see the same title."""
    note = (
        "„Der Hafen“, Küstenblatt, 3. Mai 2019, https://kuestenblatt.example/hafen, besucht am 7. Juni 2021."
    )
    (work,), _ = read(note)
    assert ("2019-05-03", "2021-06-07") == (
        work.issued and work.issued.date,
        work.accessed and work.accessed.date,
    )


def test_the_same_as_a_work_that_was_not_recognised_is_no_earlier_work() -> None:
    """`Ibid.` behind a court case that nothing reads is told, and not given to the note before that."""
    text = "The dam was never filled.[1] The court declined.[2] It does not fill dams.[3]"
    notes = (
        '[1] Peter Brandt, "An Empty Wall", Tarn Gazette, 3 March 2017.\n'
        "[2] Tarn Council v Ministry of Works [2020] TC 44.\n[3] Ibid., para. 12.\n"
    )
    document = convert_text(
        f"The Price of Quiet\n\nRosa Lind\n\n{text} {'It stands dry. ' * 9}\n\nNotes\n\n{notes}"
    ).commentary
    assert [1, 0, 0] == [len(note.citations) for note in document.footnotes]
    assert 2 == [found.code for found in document.diagnostics].count("citation-unparsed")
