"""What ``validate_ris`` says of files: a case for each rule, places, and RIS that is none."""

from __future__ import annotations

import pytest

from converter.validation import validate_ris
from tests.validation.breaking import codes

SOUND = """\
TY  - RPRT
ID  - orman2024tides
AU  - Orman, Ada
TI  - Tides of the northern shore
DA  - 2024/05/14
PY  - 2024
Y2  - 2024/06/03
UR  - https://tidal.example.org/lights
AB  - A text that goes on
  in a second line
ER  -\x20
"""


def broken(old: str, new: str) -> bytes:
    """Return the sound file with a change; fail if there is nothing to change."""
    assert old in SOUND
    return SOUND.replace(old, new, 1).encode()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_sound_file_has_no_findings(mark: str, line_end: str) -> None:
    """With and without a byte order mark, with the line ends of any system."""
    assert validate_ris((mark + SOUND.replace("\n", line_end)).encode(), "a.ris") == []


BREAKS = [
    ("AU  - ", "AU - ", 3, "ris-syntax", "AU - Orman, Ada should be AU  - Orman, Ada"),
    ("AU  - ", "AU  – ", 3, "ris-syntax", "should be AU  - Orman, Ada"),
    ("TY  - RPRT\n", "", 1, "ris-syntax", "ID stands outside of any entry"),
    ("ER  - \n", "", 1, "ris-syntax", "an entry begins here that no ER ends"),
    ("ER  - \n", "ER  - \nloose words\n", 12, "ris-syntax", "loose words is no line of an entry"),
    ("AU  - ", "TY  - BOOK\nAU  - ", 3, "ris-syntax", "the one of line 1 has no ER"),
    ("TY  - RPRT\n", "TY  - RPRT\nwords\n", 2, "ris-syntax", "words has no tag"),
    ("RPRT", "REPORT", 1, "ris-field", "orman2024tides: REPORT is no type of work"),
    ("AB  - ", "XX  - ", 9, "ris-field", "XX is no tag of RIS"),
    ("Orman, Ada", "", 3, "ris-field", "AU is empty"),
    ("TI  - Tides of the northern shore\n", "", 1, "ris-field", "it has no title"),
    ("PY  - 2024", "PY  - May 2024", 6, "ris-field", "PY is May 2024; a date is YYYY/MM/DD"),
    ("Orman, Ada", "Orman, Ada; Doe, Jane", 3, "ris-field", "AU names several"),
    ("2024/05/14", "2024/02/30", 5, "date-invalid", "2024/02/30 is no date"),
    ("2024/06/03", "2024/04/03", 7, "date-order", "visited on 2024-04-03, but published on 2024-05-14"),
    ("PY  - 2024", "PY  - 2023", 5, "date-contradicts", "DA is 2024/05/14, but the year is 2023"),
    ("https://tidal", "tidal", 8, "address-invalid", "it lacks https:// before it"),
    ("ER  - \n", "ER  - \nTY  - GEN\nID  - orman2024tides\nTI  - B\nER  - \n", 13, "id-duplicate", "twice"),
]


@pytest.mark.parametrize(("old", "new", "line", "code", "words"), BREAKS)
def test_each_rule_reports_its_break(old: str, new: str, line: int, code: str, words: str) -> None:
    """One break, one finding, on its line."""
    (found,) = [one for one in validate_ris(broken(old, new), "a.ris") if one.diagnostic.code == code]
    assert (line, True) == (found.line, words in found.diagnostic.message)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe", b"no entry at all\n"])
def test_what_is_no_ris_is_told(content: bytes) -> None:
    """A file without any entry has a finding, and only of its syntax."""
    assert {"ris-syntax"} == set(codes(validate_ris(content, "a.ris")))


@pytest.mark.parametrize("line", ["EU-Turkey relations", "A - b", "no-one", "in 2024 - a year"])
def test_a_value_may_go_on_in_a_line_that_looks_like_a_tag(line: str) -> None:
    """Only what begins with a tag of RIS is taken for a line that was meant to be one."""
    assert validate_ris(broken("  in a second line", line), "a.ris") == []
