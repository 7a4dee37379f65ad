"""Figures glued to sentences beside figures of numbers, and markers that say the page."""

from __future__ import annotations

import pytest

from converter import convert_text
from converter.model import Commentary

NOTES = "\n".join(
    f"{number}. Anna Bell, “Paper {number},” Harbour Times, {number} May 2020." for number in range(1, 6)
)
BRACKETED = "\n".join(
    f"[{number}] Anna Bell, “Paper {number},” Harbour Times, {number} May 2020." for number in range(1, 6)
)


def page(paragraph: str, notes: str = NOTES) -> str:
    """Return a commentary of one paragraph, with five notes."""
    return f"On Prices\n\nMara Veldt\n3 May 2021\n\n{paragraph}\n\nNotes\n{notes}\n"


def marked(commentary: Commentary) -> tuple[str, dict[str, list[int]]]:
    """Return the text of the first paragraph, and by label where the markers stand."""
    places = {note.label: [mark.offset for mark in note.markers] for note in commentary.footnotes}
    return commentary.body[0].text, places


@pytest.mark.parametrize(
    "number",
    ["$2.4 million a load", "2.4 per cent", "section 3.4 and more", "€1,4 Mrd. a year", "4.4–4.5 metres"],
)
def test_the_end_of_a_number_is_no_marker(number: str) -> None:
    text = f"Bread rose.1 Rice fell.2 Salt stood.3 It costs {number} to run.4 A gauge helps.5"
    found, places = marked(convert_text(page(text)).commentary)
    assert found == f"Bread rose. Rice fell. Salt stood. It costs {number} to run. A gauge helps."
    assert places["4"] == [found.index(" A gauge")]


def test_what_may_be_a_number_or_a_marker_is_told() -> None:
    text = "Bread rose.1 Rice fell.2 Salt stood.3 It costs much.4 A gauge costs $900.5 That is simple."
    result = convert_text(page(text))
    found, places = marked(result.commentary)
    assert places["5"] == [found.index(" That is simple")]
    assert [finding.code for finding in result.diagnostics].count("marker-uncertain") == 1


def test_a_figure_behind_a_year_is_a_marker() -> None:
    text = "Bread rose in 2019.1 Rice fell.2 Salt stood.3 It ended in 2020.4 A gauge helps.5"
    result = convert_text(page(text))
    assert marked(result.commentary)[0] == text.translate({}).replace(".1 ", ". ").replace(
        ".2 ", ". "
    ).replace(".3 ", ". ").replace(".4 ", ". ").replace(".5", ".")
    assert "marker-uncertain" not in [finding.code for finding in result.diagnostics]


@pytest.mark.parametrize(
    ("marker", "kept", "labels"),
    [
        ("[2, p. 14]", "[p. 14]", ["2"]),
        ("[2, с. 14–16]", "[с. 14–16]", ["2"]),
        ("[2, S. 3; 4, S. 7]", "[S. 3; S. 7]", ["2", "4"]),
        ("[2; 4, pp. 7–9]", "[; pp. 7–9]", ["2", "4"]),
    ],
)
def test_a_marker_with_its_page_is_a_marker_and_the_page_stays(
    marker: str, kept: str, labels: list[str]
) -> None:
    text = f"Bread rose [1]. It “stood for years” {marker}. Others differ [3]. All agree [5]."
    found, places = marked(convert_text(page(text, BRACKETED)).commentary)
    assert found == f"Bread rose. It “stood for years” {kept}. Others differ. All agree."
    assert all(places[label] for label in labels)


def test_a_doubt_is_told_once() -> None:
    """Rules, the model and what is left over may all doubt the same word."""
    note = "[1] Basin Office, Flood Outlook, Technical Report No. 12 (Niamey: Basin Office, 2007), p. 33."
    prose = "The river rose again last year, and nobody was surprised.[1]"
    text = f"On Floods\n\nMara Veldt\n3 May 2021\n\n{prose}\n\n{note}\n"
    told = [(one.code, one.span, one.message) for one in convert_text(text).diagnostics if one.span]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("label", "name"),
    [("Kirjoittaja", "Aino VESTERINEN"), ("Údar", "Maeve Corrigan"), ("Awtori", "Lejla Borg")],
)
def test_a_label_in_a_language_unknown_is_no_part_of_the_name(label: str, name: str) -> None:
    prose = "The quay was repaired in spring, and the ferries came back sooner than anybody had expected."
    head = f"THE CABLES OF THE NORTHERN PORT\n\n{label}: {name}\n4 May 2024"
    text = f"{head}\n\n{prose}\n\n{prose} Nobody said so.\n"
    authors = convert_text(text).commentary.metadata.authors
    assert [f"{author.given} {author.family}" for author in authors] == [name.title()]
