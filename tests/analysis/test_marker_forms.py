"""In which forms markers and labels of notes are met, and what only looks like one."""

from __future__ import annotations

import re

import pytest

from converter.model import Commentary
from converter.pipeline import convert_text

A = "The first quay was begun when the grain fleet still called at the island twice a year, and so it stands"
B = "Nobody doubted that the second quay would pay for itself, least of all the council, which is dissolved"
C = "The third was never begun, although the stones for it had been cut and lay on the shore for twenty years"
WORKS = (
    "Pell Arran, The Grain Fleets, 1998, p. 14.",
    "Council of Morrin, Minutes, 3 March 1911.",
    "Courier, 4 June 1931.",
)


def read(marks: tuple[str, ...], labels: tuple[str, ...]) -> Commentary:
    """Convert a commentary with these marks behind its three sentences, and these labels before its notes."""
    text = f"{A}{marks[0]}\n\n{B}{marks[1]} {C}{marks[2]}"
    notes = [f"{label} {work}" for label, work in zip(labels, WORKS, strict=True)]
    document = convert_text("\n\n".join(["THE QUAYS", "Ada ORMAN", text, "Notes", *notes])).commentary
    assert not [one for one in document.diagnostics if one.severity == "error"]
    return document


FORMS = [
    ((".[1]", ".[2]", ".[3]"), ("[1]", "[2]", "[3]")),
    (("[1].", "[2].", "[3]."), ("[1]", "[2]", "[3]")),
    ((" [1] .", " [2] .", " [3] ."), ("[ 1 ]", "[ 2 ]", "[ 3 ]")),
    ((".[1]", ".[2]", ".[3]"), ("[1] .", "[2] .", "[3] .")),
    ((".[1]", ".[2]", ".[3]"), ("1 -", "2 -", "3 -")),
    ((".(1)", ". (2)", "(3)."), ("(1)", "(2)", "(3)")),
    ((".¹", "²." , ".³"), ("¹", "²", "³")),
    (("（1）.", "（2）.", "（3）."), ("（1）", "（2）", "（3）")),
    ((".1", ".2", ".3"), ("1", "2", "3")),
    (("1.", "2.", "3."), ("1.", "2.", "3.")),
    ((".1,2", ".3", "."), ("1", "2", "3")),
    (("”1.", "»2.", ")3."), ("1", "2", "3")),
    (("։1", "»2։", "3։"), ("1", "2", "3")),
    ((".[53]", ".[54]", ".[55]"), ("[53]", "[54]", "[55]")),
    ((".⁵³", ".⁵⁴", ".⁵⁵"), ("53", "54", "55")),
    ((".[١]", ".[٢]", ".[٣]"), ("[١]", "[٢]", "[٣]")),
    ((".[i]", ".[ii]", ".[iii]"), ("[i]", "[ii]", "[iii]")),
    ((".(i)", ".(ii)", ".(iii)"), ("(i)", "(ii)", "(iii)")),
    ((".[i]", ".[ii]", ".[iii]"), ("i.", "ii.", "iii.")),
    ((".[a]", ".[b]", ".[c]"), ("[a]", "[b]", "[c]")),
    ((".(a)", ".(b)", ".(c)"), ("(a)", "(b)", "(c)")),
    ((".*", ".**", ".***"), ("*", "**", "***")),
    ((".*", ".†", ".‡"), ("*", "†", "‡")),
    ((".[1]", ".[2]", ".[3]"), ("Dipnot 1:", "Dipnot 2:", "Dipnot 3:")),
    ((" (Note 1).", " (Note 2).", " (Note 3)."), ("Note 1.", "Note 2.", "Note 3.")),
    ((" [Сноска 1].", " [Сноска 2].", " [Сноска 3]."), ("Сноска 1.", "Сноска 2.", "Сноска 3.")),
    ((" (Anm. 1).", " (Anm. 2).", " (Anm. 3)."), ("Anm. 1:", "Anm. 2:", "Anm. 3:")),
    ((".[^quay]", ".[^coal]", ".[^end]"), ("[^quay]:", "[^coal]:", "[^end]:")),
    ((".[1-2]", ".[3]", "."), ("[1]", "[2]", "[3]")),
    ((".[1, 3]", ".[2]", "."), ("[1]", "[2]", "[3]")),
    ((".[1–3]", ".", "."), ("[1]", "[2]", "[3]")),
]  # fmt: skip


@pytest.mark.parametrize(("marks", "labels"), FORMS, ids=[f"{one[0]} {two[0]}" for one, two in FORMS])
def test_markers_of_every_form_find_their_notes(marks: tuple[str, ...], labels: tuple[str, ...]) -> None:
    """Each of three notes has one marker, and no mark stays in the text."""
    document = read(marks, labels)
    assert [(work, 1) for work in WORKS] == [(note.text, len(note.markers)) for note in document.footnotes]
    text = " ".join(block.text for block in document.body)
    assert [A, B, C] == [sentence.strip(" .։”»)") for sentence in re.split(r"[.։] ", text)]


@pytest.mark.parametrize(
    "text",
    [
        "In the year (2024) the plan [2024] of the council, as in part (3) of section 2.1, cost (12) million",
        "The G20 met on the F16 and the A4 paper, CO2 and H2O rose, and PM2 of 300 m2 was sold in Q3",
        "The island [sic] was sold […] by [t]he council, and [the second] one too, at 5 km² and 10 m³",
        "The resolution 1701 (2006) and S/RES/242 (1967) stay, as do version 2.0 and the 14 articles of 1.5",
    ],
)
@pytest.mark.parametrize("form", [(".[1]", "[1]"), (".1", "1"), ("¹", "¹"), (".(1)", "(1)")], ids=str)
def test_what_only_looks_like_a_marker_is_text(text: str, form: tuple[str, str]) -> None:
    """Years, quantities, formulas, units and editorial brackets stay, whatever the form of the markers is."""
    marks = [form[0], form[0].replace("1", "2").replace("¹", "²")]
    labels = [form[1], form[1].replace("1", "2").replace("¹", "²")]
    notes = [f"{label} {work}" for label, work in zip(labels, WORKS, strict=False)]
    blocks = [
        "THE QUAYS",
        "Ada ORMAN",
        f"{text}, and it is over.",
        f"{A}{marks[0]} {B}{marks[1]}",
        "Notes",
        *notes,
    ]
    document = convert_text("\n\n".join(blocks)).commentary
    assert f"{text}, and it is over." == document.body[0].text
    assert [1, 1] == [len(note.markers) for note in document.footnotes]


def test_a_label_glued_to_a_date_goes_on_with_the_others() -> None:
    """`25715/04/2013` behind note 256 is note 257, of 15 April 2013."""
    text = f"{A}.256 {B}.257 {C}.258"
    notes = ["256Arran, p. 14.", "25715/04/2013 tarihli Kanun.", "258Council, Minutes."]
    document = convert_text("\n\n".join(["THE QUAYS", "Ada ORMAN", text, *notes])).commentary
    assert [("256", 1), ("257", 1), ("258", 1)] == [
        (note.label, len(note.markers)) for note in document.footnotes
    ]
    assert "15/04/2013 tarihli Kanun." == document.footnotes[1].text


def test_a_list_in_brackets_without_its_notes_is_text() -> None:
    """`[7-9]` in a text with two notes may be pages or a year span; it stays."""
    document = read((".[1]", ".[2] See [7-9].", ".[3]"), ("[1]", "[2]", "[3]"))
    assert "[7-9]" in document.body[1].text


def test_a_starred_note_does_not_hide_figures_glued_to_stops() -> None:
    """`[*]` on the title and `1.` to `3.` behind glued figures: two kinds of notes in one text."""
    notes = ["[*] The author thanks the cook.", *(f"{at}. {work}" for at, work in enumerate(WORKS, 1))]
    text = f"{A}.1 {B}.2 {C}.3"
    document = convert_text("\n\n".join(["The Quays of Morrin[*]", "Ada ORMAN", text, *notes])).commentary
    assert [("*", 1), ("1", 1), ("2", 1), ("3", 1)] == [
        (one.label, len(one.markers)) for one in document.footnotes
    ]


def test_a_paragraph_with_a_marker_is_no_life_of_the_author() -> None:
    """A section that begins with the words of its heading, which read like a name, stays text."""
    blocks = [
        "THE QUAYS",
        "Ada ORMAN",
        "Second Quay",
        f"Second Quay is behind the island. {A}.[1]",
        f"{B}.[2]",
    ]
    document = convert_text("\n\n".join([*blocks, "[1] Arran, p. 14.", "[2] Council, Minutes."])).commentary
    assert () == tuple(one for one in document.back_matter if one.type == "about-author")
    assert [1, 1] == [len(note.markers) for note in document.footnotes]


def test_a_paragraph_number_of_a_judgment_is_no_marker() -> None:
    """`at [61]` and `[62]` in a text of two notes are far above them, and nothing counts up to them."""
    text = f"{A}.[1] {B}.[2] The court says so at [61] and [62]."
    document = convert_text(
        "\n\n".join(["THE QUAYS", "Ada ORMAN", text, "[1] Arran.", "[2] Council."])
    ).commentary
    assert "at [61] and [62]" in document.body[0].text
    assert not [one for one in document.diagnostics if one.code == "orphan-marker"]
