"""How well labelled references are read; the floors only ever rise."""

from __future__ import annotations

import pytest

from tests.references.measuring import Score, labelled, measure

FLOORS = {
    "formal.txt": {"all": 97, "author": 97, "title": 97, "date": 99},
    "web.txt": {"all": 96, "title": 96, "date": 99, "accessed": 98},
    "title_first.txt": {"all": 92, "title": 91, "date": 99},
}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def score(request: pytest.FixtureRequest) -> tuple[str, Score]:
    """Return the name of a file of labelled references and what was made of them."""
    return request.param, measure(labelled(request.param))


def test_soft_f1_is_above_its_floor(score: tuple[str, Score]) -> None:
    """The words of all parts together, and those of the parts that matter most."""
    name, found = score
    reached = {part: found.f1 if part == "all" else found.of(part) for part in FLOORS[name]}
    assert {} == {part: value for part, value in reached.items() if value < FLOORS[name][part]}


def test_most_wrong_parts_are_doubted_or_few(score: tuple[str, Score]) -> None:
    """Of a hundred parts at most seven are wrong without a finding at them."""
    _, found = score
    assert len(found.silent) <= 0.07 * found.parts, "\n".join(found.silent)
