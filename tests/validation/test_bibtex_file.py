"""What ``validate_bibtex`` says of files: one case for each rule, with the line."""

from __future__ import annotations

import pytest

from converter.validation import validate_bibtex
from tests.validation.breaking import broken, codes, line_of, messages, sample

BIB = "tides.bib"


def test_a_sound_file_has_no_findings() -> None:
    """What the converter writes is accepted as it is."""
    assert validate_bibtex(sample(BIB).encode(), BIB) == []


BREAKS = [
    ("@techreport", "@webreport", "bibtex-entry", "orman2024ferries: @webreport is no type of entry"),
    ("{orman2024", "{örman2024", "bibtex-entry", "örman2024ferries: a key is a letter"),
    ("{example2024towns", "{example2024ferries", "id-duplicate", "the id example2024ferries is given twice"),
    (
        "  institution = {{Tidal Institute (TIDAL)}},\n",
        "",
        "bibtex-field",
        "orman2024ferries: @techreport needs institution",
    ),
    ("  key = {example},\n", "", "bibtex-field", "example2024ferries: without author or editor it needs key"),
    ("month = may", "month = {may}", "bibtex-field", "orman2024ferries: month = {may} should be a macro"),
    ("month = may", "month = maj", "bibtex-field", "orman2024ferries: month = maj should be a macro"),
    (
        "year = {2024}",
        "year = {24}",
        "bibtex-field",
        "orman2024ferries: the year 24 is no number of four figures",
    ),
    (
        "year = {2024}",
        "year = {2024}, date = {2023-05-14}",
        "bibtex-field",
        "orman2024ferries: the year 2024 is not",
    ),
    (
        "type = {Commentary}",
        "type = Commentary",
        "bibtex-field",
        "orman2024ferries: type = Commentary is no macro",
    ),
    ("type = {Commentary}", "type = {}", "bibtex-field", "orman2024ferries: type is empty"),
    ("day = {14}", "day = {32}", "date-invalid", "2024-05-32 is no date"),
    ("urldate = {2024-06-03}", "urldate = {3 June 2024}", "date-invalid", "3 June 2024 is no date"),
    (
        "urldate = {2024-06-03}",
        "urldate = {2023-06-03}",
        "date-order",
        "visited on 2023-06-03, but published on 2024",
    ),
    ("title = {F", "title = {\\{ F", "bibtex-syntax", "not BibTeX: the braces of title do not pair"),
    ("title = {F", "title = {} F", "bibtex-syntax", "not BibTeX: "),
    (
        "type = {Commentary}",
        "title = {X}",
        "bibtex-syntax",
        "not BibTeX: title stands twice in orman2024ferries",
    ),
]

BREAKS += [
    (
        "type = {Commentary}",
        f"type = {{Commentary {sign} more}}",
        "bibtex-field",
        f"orman2024ferries: a raw {sign} ",
    )
    for sign in "&$%#"
]
BREAKS += [
    (
        "url = {https://tidal",
        "url = {https:// tidal",
        "bibtex-field",
        "orman2024ferries: a blank stands in url",
    ),
    (
        "{Commentary},",
        "{Commentary}",
        "bibtex-syntax",
        "not BibTeX: there is no comma between type and number",
    ),
    ("month = may,", "month = may", "bibtex-syntax", "not BibTeX: there is no comma between month and day"),
    (
        "ferries,\n",
        "ferries\n",
        "bibtex-syntax",
        "not BibTeX: there is no comma behind the key orman2024ferries",
    ),
    (
        "language = {en},",
        "language = {az}",
        "bibtex-syntax",
        "not BibTeX: there is no comma between language and",
    ),
]


@pytest.mark.parametrize(("old", "new", "code", "words"), BREAKS)
def test_each_rule_reports_its_break(old: str, new: str, code: str, words: str) -> None:
    """A file broken in one place has the finding for it, with its words."""
    said = [
        (one.diagnostic.code, one.diagnostic.message) for one in validate_bibtex(broken(BIB, old, new), BIB)
    ]
    assert any(one == code and message.startswith(words) for one, message in said), said


def test_a_finding_has_the_line_of_its_field_and_the_key() -> None:
    """A finding about a field stands on the line of the field and names the entry."""
    found = validate_bibtex(broken(BIB, "month = may", "month = {may}"), BIB)
    place = (line_of(BIB, "month = may"), 3, "orman2024ferries")
    assert [(one.line, one.column, one.element) for one in found] == [place]


def test_a_missing_comma_costs_no_field() -> None:
    """The field behind a missing comma is read as one of its own, and is all that the finding is about."""
    found = validate_bibtex(broken(BIB, "{Commentary},", "{Commentary}"), BIB)
    assert [(one.line, one.column) for one in found] == [(line_of(BIB, "number = "), 3)]


def test_a_missing_comma_is_named_where_the_entry_cannot_be_read() -> None:
    """An entry that ends nowhere, for want of a comma or not, has the comma named."""
    found = validate_bibtex(b"@misc{a,\n language = {az}\n langid = {az},\n title = {x", BIB)
    assert messages(found) == ["not BibTeX: there is no comma between language and langid in a"]


def test_mathematics_and_escaped_signs_are_no_raw_signs() -> None:
    """Two ``$`` belong together, a sign behind a backslash is escaped, and addresses are raw."""
    text = r"@misc{a, key = {a \& b 5\%}, title = {$x$ \#1}, url = {https://x.org/?a=1&b=%20#c}}"
    assert validate_bibtex(text.encode(), BIB) == []


def test_an_entry_that_is_not_closed_costs_no_other() -> None:
    """Behind an entry that cannot be read the reading goes on."""
    text = "@misc{a, title = {x\n@misc{b, key = {b}, title = {y}, month = {may}}\n"
    assert codes(validate_bibtex(text.encode(), BIB)) == ["bibtex-syntax", "bibtex-field"]


@pytest.mark.parametrize(
    "entry",
    [
        "@online{a, title = {x}, date = {2024}, url = {https://x.org}}",
        "@report{a, author = {A}, title = {x}, type = {T}, institution = {I}, date = {2024-02-29/2024-03}}",
        '@misc{a, key = "a", title = "x {y} z", month = jan}',
        "@string{p = {P}}\n@book{a, author = {A}, title = {x}, publisher = p, year = 2024}",
        "% a comment with a {brace\n@misc{a, key = {a}, title = {x}}",
    ],
)
def test_sound_entries_of_both_dialects_are_accepted(entry: str) -> None:
    """Classic and BibLaTeX entries, quoted values, numbers, macros and comments have no findings."""
    assert validate_bibtex(entry.encode(), BIB) == []


@pytest.mark.parametrize("content", [b"", b"no entry at all", b"\xff", b"@", b"@misc{", b"{" * 5000])
def test_what_is_no_bibtex_is_an_error(content: bytes) -> None:
    """A file without one readable entry has an error, never an exception."""
    assert "bibtex-syntax" in codes(validate_bibtex(content, BIB))
