"""Documents are scored: what is right counts as right, and every change is seen."""

from __future__ import annotations

from msgspec.structs import replace

from converter.evaluation import Document
from converter.evaluation.compare import Sureness
from converter.evaluation.floors import Floors, breaches, raised, read_floors, slack, write_floors
from converter.evaluation.reliability import bins, gap
from converter.evaluation.scores import total
from converter.model import Commentary
from tests.evaluation.example import converted, scored


def changed(**values: object) -> Commentary:
    """Return the converted example with other values, and without findings."""
    return replace(converted().commentary, **{"diagnostics": (), **values})


def wrong(commentary: Commentary) -> set[tuple[str, str | None, bool]]:
    """Return what is wrong in it that was not wrong before: field, what was found, and whether in silence."""
    before = {(one.field, one.actual) for one in scored(converted()).outcomes if not one.right}
    outcomes = scored(Document(commentary, converted().source)).outcomes
    return {
        (one.field, one.actual, one.is_silent)
        for one in outcomes
        if not one.right and (one.field, one.actual) not in before and one.field != "finding"
    }


def test_header_and_notes_of_the_example_are_right() -> None:
    """What is read as labelled has no wrong outcome."""
    by_field = {one.field: one.right for one in scored(converted()).outcomes}
    fields = ("author", "published", "series", "note", "note-link", "work.url")
    assert dict.fromkeys(fields, True) == {field: by_field[field] for field in fields}


def test_another_title_is_a_silent_error() -> None:
    """A value that differs and that no finding points at is counted."""
    metadata = replace(converted().commentary.metadata, title="The Last Train")
    assert {("title", "The Last Train", True)} == wrong(changed(metadata=metadata))


def test_a_lost_paragraph_is_seen() -> None:
    """Its unit, its marker and its signs are missing."""
    commentary = changed(body=converted().commentary.body[1:])
    assert ("paragraph", None, True) in wrong(commentary)
    assert scored(Document(commentary, converted().source)).lost > 50


def test_a_marker_that_leads_elsewhere_is_seen() -> None:
    """Two notes that have changed their markers are two wrong links."""
    one, two, *rest = converted().commentary.footnotes
    notes = (replace(one, markers=two.markers), replace(two, markers=one.markers), *rest)
    found = [field for field, _, silent in wrong(changed(footnotes=notes)) if silent]
    assert {"note-link"} == set(found)


def test_two_works_that_are_one_are_seen() -> None:
    """A work that is missing is missing with all its fields."""
    notes = converted().commentary.footnotes
    cut = (notes[0], replace(notes[1], citations=notes[1].citations[:1]), *notes[2:])
    fields = {field for field, _, _ in wrong(changed(footnotes=cut))}
    assert {"work.title", "work.author", "work.volume", "work.issue"} <= fields


def test_floors_hold_a_score_from_both_sides() -> None:
    """Raised floors hold; higher ones are breached, and much lower ones are slack."""
    score = total([scored(converted())])
    floors = read_floors(write_floors(raised(score, Floors())), "floors.toml")
    assert ([], []) == (list(breaches(score, floors)), list(slack(score, floors)))
    low, high = Floors(f1={"places of parts": 0.1}), Floors(at_most={"silent per thousand": -1.0})
    assert ["F1 of places of parts"] == [one.name for one in slack(score, low)]
    assert ["silent per thousand"] == [one.name for one in breaches(score, high)]


def test_a_floor_is_never_lowered() -> None:
    """What was reached before stays the floor, as long as the corpus is the same."""
    score = total([scored(converted())])
    before = Floors(f1={"paragraphs": 1.0}, corpus="a")
    assert 1.0 == raised(score, before, "a").f1["paragraphs"]
    assert 1.0 > raised(score, before, "b").f1["paragraphs"]


def test_stated_confidence_is_held_against_what_was_right() -> None:
    """The bins give the share that was right; the gap is the mean distance from it."""
    values = [Sureness("title", 0.9, right) for right in (True, True, True, False)]
    found = bins(values)
    assert [(4, 0.75)] == [(one.count, one.right) for one in found]
    assert 0.15 == round(gap(found), 3)
