"""Labelled pages that real programs have written as files are read nearly as the pages are."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path

import pytest

from converter.evaluation import DocumentScore, Gold
from converter.evaluation.scores import total
from tests.gold.halves import files, gold
from tests.readers.made.makers import FORMS
from tests.readers.made.scoring import costs, made, plain_score, scored

ON_CI = bool(os.environ.get("CI"))
EVERY = 10 if ON_CI else 20
"""One labelled page in so many is written; there are hundreds."""

QUICK = ("site-blog", "site-portal", "site-tables", "site-journal", "site-builder", "pdf-typst")
"""Forms that cost no start of a program."""

LIMITS = tomllib.loads((Path(__file__).parent / "costs.toml").read_text("utf-8"))
"""Form → what the format costs at most: F1 by family, letters that are lost in a thousand."""


@cache
def pages() -> tuple[Gold, ...]:
    """Return the labelled pages that are written."""
    return tuple(gold(file) for file in files("development")[::EVERY])


@cache
def page_score(number: int) -> DocumentScore:
    """Return the score of one of them as it is; once for all forms."""
    return plain_score(pages()[number])


def test_every_form_has_its_limits() -> None:
    """No form is without a limit, and no limit without a form."""
    assert set(FORMS) == set(LIMITS)


@pytest.mark.client
@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_read_nearly_as_its_page_is(form: str) -> None:
    """What the format costs, beside the same pages as text, does not rise."""
    if form not in QUICK and not ON_CI:
        pytest.skip("takes a minute in all; required on CI")
    scores = [scored(name, form, rendered) for name, rendered in made(form, pages())]
    names = {one.name for one in scores}
    plain = [page_score(number) for number, one in enumerate(pages()) if one.name in names]
    limits = dict(LIMITS[form])
    whole = total(scores)
    assert 1000 * whole.lost <= limits.pop("lost") * whole.letters
    found = costs(scores, plain)
    assert {} == {name: found[name] for name, most in limits.items() if found[name] > most}
