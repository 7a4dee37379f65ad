"""Languages of texts, hints of addresses, and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.normalizers.languages import is_language_tag, language_hint_of_url, language_of

if TYPE_CHECKING:
    from tests.normalizers.conftest import Case


def test_language_of(case: Case) -> None:
    """Script, letters and frequent words tell the language of a title; what says nothing is und."""
    assert case.expected == language_of(case.written)[0]


def test_language_hint_of_url(case: Case) -> None:
    """A part of the path, the query or the first label of the host may name a language."""
    assert case.expected == (language_hint_of_url(case.written) or "none")


def test_is_language_tag(case: Case) -> None:
    """A tag is well-formed by BCP 47."""
    assert case.expected == ("yes" if is_language_tag(case.written) else "no")


@pytest.mark.parametrize(
    ("text", "allowed", "expected"),
    [
        ("Politika ve güvenlik", {"tr", "en"}, "tr"),
        ("Politika ve güvenlik", {"en", "fr"}, "und"),
        ("Україна і Росія", {"ru", "uk"}, "uk"),
        ("Հայաստան", {"en"}, "und"),
    ],
)
def test_allowed_languages(text: str, allowed: set[str], expected: str) -> None:
    """The answer is one of the allowed languages or und."""
    assert expected == language_of(text, allowed)[0]


def test_a_long_text_is_surer_than_a_title() -> None:
    """Confidence grows with evidence."""
    sentence = "The meeting between the two ministers was held in the capital after the exercise. "
    assert language_of(sentence * 100)[1] >= language_of("Turkish exercise")[1]


def test_unsure_has_no_confidence() -> None:
    """What is unsure has the confidence 0."""
    assert language_of("Aras 2025") == ("und", 0.0)


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    """Any text has a well-formed tag and a confidence between 0 and 1."""
    tag, confidence = language_of(text)
    assert is_language_tag(tag)
    assert 0.0 <= confidence <= 1.0


@given(st.text(max_size=80))
def test_any_address_has_an_answer(url: str) -> None:
    """Any address hints at nothing or at a well-formed tag."""
    assert is_language_tag(language_hint_of_url(url) or "und")
