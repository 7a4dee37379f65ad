"""Whether values are checked alike in TEI and JSON: languages, addresses, dates beside what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.validation import validate_json, validate_tei
from converter.validation.addresses import address_problem
from converter.validation.dates import printed_otherwise
from converter.validation.languages import language_problem
from tests.clients.programs import missing
from tests.validation.breaking import broken, messages, sample
from tests.validation.subtags import MODULE, rendered

JSON, TEI = "tides.json", "tides.tei.xml"

NODE_MODULES = Path(__file__).parents[1] / "clients" / "node_modules"


@pytest.mark.parametrize(
    "tag",
    [
        *(
            "az",
            "az-Cyrl-AZ",
            "zh-yue",
            "es-419",
            "de-1901",
            "en-u-ca-gregory",
            "tr-x-lower",
            "x-house",
            "und",
        ),
        *("mul", "qaa", "sr-Qaaa", "en-XK", "sgn-BE-FR", "i-klingon", "EN", "hsb", "yue"),
    ],
)
def test_registered_tags_pass(tag: str) -> None:
    """Languages, scripts and regions of the registry, private use and the oldest tags."""
    assert language_problem(tag) is None


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("", "form"),
        ("tr_TR", "form"),
        ("english language", "form"),
        ("e", "form"),
        ("jp", "no language is registered as jp; ja may be meant"),
        ("english", "no language is registered as english; en may be meant"),
        ("xx", "no language is registered as xx"),
        ("zzz", "no language is registered as zzz"),
        ("sr-Cyrk", "no script is registered as Cyrk"),
        ("en-UK", "no region is registered as UK"),
        ("en-099", "no region is registered as 099"),
        ("zh-zzz", "no language is registered as zzz"),
    ],
)
def test_what_is_no_tag_is_told(tag: str, words: str) -> None:
    """By its form, or by the registry, with what may be meant."""
    assert words in (language_problem(tag) or "")


@pytest.mark.client
def test_the_table_is_that_of_the_registry() -> None:
    """The table in the package is made from the registry as its package has it."""
    if not (NODE_MODULES / "language-subtag-registry").is_dir():
        missing("the registry of language tags", "npm install --prefix tests/clients")
    assert rendered() == MODULE.read_text("utf-8")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://example.org/İ?a=b#c", None),
        ("doi:10.1234/x", None),
        ("mailto:info@example.org", None),
        ("https://example.org:8080/", None),
        ("www.example.org", "it lacks https:// before it"),
        ("example.org/a", "it lacks https:// before it"),
        ("http:/example.org", "// is missing behind http:"),
        ("https://", "it has no host"),
        ("https://example", "example is no host"),
        ("https://a..org", "a..org is no host"),
        ("https://user@example.org", "a user name"),
        ("https://example.org:99999/", "a port that cannot be"),
        ("https://example.org/{a}", "a sign that must be written as %XX"),
        ("https://example.org/a b", "a blank stands in it"),
        ("mailto:nobody", "it is no address of e-mail"),
        ("doi:https://doi.org/10.1/x", "a DOI begins with 10."),
        ("javascript:alert(1)", "javascript: is not followed"),
        ("", "it lacks https:// before it"),
    ],
)
def test_addresses(address: str, words: str | None) -> None:
    """What can be followed passes; of all others it is said what keeps them from it."""
    problem = address_problem(address)
    assert (words is None) == (problem is None)
    assert (words or "") in (problem or "")


@pytest.mark.parametrize(
    ("value", "printed", "expected"),
    [
        ("2025-05-30", "30 Mayıs 2025", None),
        ("2025-05-30", "30 мая 2024 г.", "2024-05-30"),
        ("2025-05", "June 2025", "2025-06"),
        ("2025", "2024", "2024"),
        ("2025-05-30", "published in spring", None),
        ("2025-05-30", "30 May 2025, seen 3 June 2025", None),
        ("2025-05-30", "1446", None),
        ("2025-05-06", "05/06/2025", None),
        ("--05-30", "May 30", None),
        ("no date", "30 May 2025", None),
    ],
)
def test_a_date_and_its_words(value: str, printed: str, expected: str | None) -> None:
    """Only one whole date of our calendar contradicts; figures may stand in either order."""
    assert expected == printed_otherwise(value, printed)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'xml:lang="en"',
            'xml:lang="en-UK"',
            "en-UK is no language tag (BCP 47): no region is registered as UK",
        ),
        ('target="https://news.', 'target="https://news..', "news..example.org is no host"),
        (
            '<date when="2024-05-14">',
            '<date when="2024-05-15">',
            "@when is 2024-05-15, but the words say 2024-05-14: ",
        ),
        (
            '<date when="2024-05-14">',
            '<date when="2024-05-15">',
            "published on 2024-05-14 in the record of the document, on 2024-05-15 in publicationStmt",
        ),
    ],
)
def test_values_of_tei(old: str, new: str, words: str) -> None:
    """A value that cannot be is told, also where the schema has nothing against it."""
    assert any(words in message for message in messages(validate_tei(broken(TEI, old, new), TEI)))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"url": "https://', '"url": "https://.', "is no address of the web"),
        ('"target": "https://', '"target": "https://.', "is no address of the web"),
        (
            '"date": "2024-05-14"',
            '"date": "2024-05-15"',
            "the date is 2024-05-15, but its words say --05-14: May 14",
        ),
        (
            '"original_published": null',
            '"original_published": {"date": "2025", "precision": "year", "literal": null}',
            "first published on 2025, but this is of 2024-05-14",
        ),
    ],
)
def test_values_of_json(old: str, new: str, words: str) -> None:
    """A value that cannot be is told, also where the schema has nothing against it."""
    assert any(words in message for message in messages(validate_json(broken(JSON, old, new), JSON)))


def test_the_samples_of_these_tests_are_sound() -> None:
    """Nothing is said of them as they are."""
    assert validate_tei(sample(TEI).encode(), TEI) == validate_json(sample(JSON).encode(), JSON) == []
