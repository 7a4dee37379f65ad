"""Languages of texts, hints of addresses, and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.normalizers.languages import is_language_tag, language_hint_of_url, language_of

if TYPE_CHECKING:
    from tests.normalizers.conftest import Case


ENGLISH_TITLES = """
Iran Warns Armenia Over New Border Road
Turkey and Armenia Resume Talks in Vienna
EU Leaders Agree on New Sanctions Package
Why the South Caucasus Matters Again
Oil Prices Rise After Pipeline Attack
Russia Halts Grain Deal Over Shipping Dispute
Georgia's Protesters Return to the Streets
A New Corridor for Central Asian Trade
Ministers Sign Energy Agreement in Baku
NATO Summit Ends Without Decision on Ukraine
The Quiet Winter of Black Sea Diplomacy
Court Orders Release of Jailed Journalist
Parliament Approves Budget After Long Debate
China Opens Third Railway Route Across Kazakhstan
How Drones Changed Modern Warfare
Greek Premier Visits Ankara Amid Tensions
Kurdish Party Wins Seats in Local Elections
Azerbaijan Launches Military Exercise Near Iranian Border
Cyprus Talks Collapse in Geneva
Lebanon Faces Deepening Economic Crisis
Silk Road Dreams and Hard Numbers
Brussels Weighs Visa Liberalisation
Caspian Fleet Gets Fresh Vessels
Tourism Recovers Along Turquoise Coast
Pipeline Politics After Ukraine
Armenian Church Leader Arrested
Ottoman Documents Tell Another Story
Mediators Propose Prisoner Swap
Nuclear Inspectors Visit Bushehr
Cheap Drones, Costly Lessons
Oligarch Sells Steelworks
Danube Shipping Hits Record Low
Trust Deficit Haunts Peace Process
Students Occupy Belgrade Faculty
Chief Prosecutor Resigns Unexpectedly
Hidden Costs of Neutrality
Bridges Over the Aras River
Village Elders Remember Exile
Two Seas, One Strategy
Albanian Premier Courts Investors
""".strip().split("\n")


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


def test_plain_english_titles_are_english() -> None:
    """At least 38 of 40 plain English headlines are English with a confidence of a half or more."""
    answers = [language_of(title) for title in ENGLISH_TITLES]
    assert sum(tag == "en" and confidence >= 0.5 for tag, confidence in answers) >= 38


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
