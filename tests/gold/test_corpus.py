"""The labelled corpus is sound, and what is measured on it does not fall below its floors."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from converter.evaluation import FORMS
from converter.evaluation.floors import Floors, breaches, read_floors, slack
from converter.evaluation.scores import Score, total
from tests.gold.halves import HALVES, PLAIN, all_scores, faults, files, fingerprint

FLOORS = Path(__file__).parent / "floors"
ON_CI = bool(os.environ.get("CI"))
EVERYTHING = pytest.mark.skipif(not ON_CI, reason="takes minutes; required on CI")
MEASURED = [
    pytest.param("development", (PLAIN,), f"development-{PLAIN}", id="development as it is"),
    *(
        pytest.param(half, tuple(FORMS), half, id=f"{half} in every form", marks=EVERYTHING)
        for half in HALVES
    ),
]


@pytest.mark.parametrize("half", HALVES)
def test_the_corpus_does_not_contradict_itself(half: str) -> None:
    """Heads, labels and brackets of every document agree with its page."""
    assert [] == [fault for file in files(half) for fault in faults(file)]


def test_the_halves_have_no_document_in_common() -> None:
    """A page that may be looked at is none by which the figure is measured."""
    assert set() == {file.name for file in files("development")} & {file.name for file in files("test")}


@pytest.mark.parametrize(("half", "forms", "name"), MEASURED)
def test_figures_hold_their_floors(half: str, forms: tuple[str, ...], name: str) -> None:
    """Nothing falls below its floor; `make evaluate` raises floors and measures those of a new corpus."""
    floors = _floors(name)
    if floors.corpus != fingerprint(half):
        pytest.skip("the corpus has changed since its floors were measured: make evaluate")
    assert [] == [str(one) for one in breaches(measured(half, forms), floors)]


@EVERYTHING
@pytest.mark.parametrize("half", HALVES)
def test_floors_are_as_high_as_they_can_be(half: str) -> None:
    """Floors are those of this corpus, and none lies far below what is measured: nobody lowered them."""
    floors = _floors(half)
    assert (fingerprint(half), []) == (
        floors.corpus,
        [str(one) for one in slack(measured(half, tuple(FORMS)), floors)],
    )


@cache
def measured(half: str, forms: tuple[str, ...]) -> Score:
    """Return how a half comes out in some forms; once for all tests."""
    return total(all_scores(half, forms))


def _floors(name: str) -> Floors:
    file = FLOORS / f"{name}.toml"
    return read_floors(file.read_text("utf-8"), file.name) if file.is_file() else Floors()
