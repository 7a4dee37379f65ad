"""Which capitals of a title are protected, and which are not."""

from __future__ import annotations

import pytest

from converter.writers.bibtex_titles import BodyWords, protect_title

from . import commentaries as samples

BODY = BodyWords(
    samples.with_body(
        samples.paragraph(
            "p1",
            "Power is silent. The Aras exercise, which Iran and Armenia held, was a military exercise. "
            "Border guards came. They wrote to NATO and to the US, as they usually do, and İlaha said so.",
        )
    )
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A SILENT POWER STRUGGLE AROUND 'ARAS 2025'", "A SILENT POWER STRUGGLE AROUND '{ARAS} 2025'"),
        ("NATO AND THE US BORDER", "{NATO} AND THE {US} BORDER"),
        ("NATO", "{NATO}"),
        ("Iran Warns Against Encroachments On Border With Armenia", None),
        ("Iran, Armenia launch joint drill near border", "Iran, {Armenia} launch joint drill near border"),
        ("Armenia's Border and Iran's Power", "Armenia's Border and {Iran's} Power"),
        ("What the EU wants: Two answers", "What the {EU} wants: Two answers"),
        ("The McDonald Doctrine and the G20", "The {McDonald} Doctrine and the {G20}"),
        ("The U.S. and the F-35", "The {U.S.} and the {F-35}"),
        ("Where Should I Go", "Where Should {I} Go"),
        ("‘Peace’ in Our Time", "‘Peace’ in Our Time"),
        ("R&D in NATO", r"R\&D in {NATO}"),
    ],
)
def test_english_titles(title: str, expected: str | None) -> None:
    """Acronyms, names in a sentence, and words that the body always writes with a capital are protected."""
    names = "Iran Warns Against Encroachments On Border With {Armenia}"
    assert (expected or names) == protect_title(title, "en", BODY)


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("İran ve Azerbaycan Aras 2025", "tr", "İran ve {Azerbaycan} {Aras} 2025"),
        ("Araz-2025 birgə təliminin", "az", "Araz-2025 birgə təliminin"),
        ("NATO genişliyor", "tr", "{NATO} genişliyor"),
        ("Политика баланса: почему учения Ирана", "ru", "Политика баланса: почему учения Ирана"),
        ("Güç: Türkiye ve AB", "tr", "Güç: Türkiye ve {AB}"),
    ],
)
def test_titles_in_other_languages(title: str, language: str, expected: str) -> None:
    """Only ASCII capitals that 8-bit BibTeX would lower are protected."""
    assert expected == protect_title(title, language, BODY)


@pytest.mark.parametrize("language", [None, "und", "en-GB"])
def test_unknown_language_is_taken_as_english(language: str | None) -> None:
    """A title whose language nobody knows may be lowered as an English one."""
    assert protect_title("Talks with Armenia fail", language, BODY) == "Talks with {Armenia} fail"
