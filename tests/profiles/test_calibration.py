"""Stated confidence follows what was measured: it rises, and leaves alone what a person states."""

from __future__ import annotations

from itertools import pairwise

import pytest

from converter.evaluation.compare import Sureness
from converter.profiles.calibration import Curve, calibrated, curves
from tests.gold.calibrating import PRIOR, curve

TITLE = "/references/4/title"


@pytest.mark.parametrize("kind", curves())
def test_a_surer_rule_is_never_less_often_right(kind: str) -> None:
    """Both columns rise, and shares are shares."""
    one = curves()[kind]
    assert len(one.said) == len(one.right) > 0
    assert all(low < high for low, high in pairwise(one.said))
    assert all(low <= high for low, high in pairwise(one.right))
    assert all(0 <= value < 1 for value in (*one.said, *one.right))


def test_what_a_person_states_stays_sure() -> None:
    """A sidecar was never measured, and needs not be."""
    assert (1.0, 0.4) == (calibrated(TITLE, 1.0), calibrated("/nowhere", 0.4))


def test_between_two_measured_values_it_is_between() -> None:
    """What no rule says in the corpus is read off the line between its neighbours."""
    low, high = curves()["/references/*/title"].said[0], curves()["/references/*/title"].said[-1]
    shares = [calibrated(TITLE, said) for said in (low, (low + high) / 2, high)]
    assert sorted(shares) == shares


def test_a_curve_is_learnt_that_rises() -> None:
    """Rules that are less often right than less sure ones are pooled with them; few values change little."""
    said = [(0.5, True)] * 90 + [(0.5, False)] * 10 + [(0.8, True)] * 50 + [(0.8, False)] * 50
    learnt = curve([Sureness(TITLE, confidence, right) for confidence, right in said])
    pooled = round((140 + PRIOR * (0.5 + 0.8)) / (200 + 2 * PRIOR), 2)
    assert Curve((0.5, 0.8), (pooled, pooled)) == learnt
