"""Which lines of a list are references, and what of a line is only its number."""

from __future__ import annotations

import pytest

from converter.references import parse_references
from converter.references.lines import find_lines


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("[12] Orman, A.", "[12]", "Orman, A."),
        ("(3) Orman, A.", "(3)", "Orman, A."),
        ("4. Orman, A.", "4.", "Orman, A."),
        ("5) Orman, A.", "5)", "Orman, A."),
        ("• Orman, A.", "•", "Orman, A."),
        ("– Orman, A.", "–", "Orman, A."),
        ("7\tOrman, A.", "7", "Orman, A."),
        ("  Orman, A.  ", None, "Orman, A."),
        ("1984. Orman, A.", None, "1984. Orman, A."),
        ("10 years of lamps. Orman, A.", None, "10 years of lamps. Orman, A."),
        ("---. The lamps.", None, "---. The lamps."),
    ],
)
def test_a_number_before_a_reference_is_none_of_it(text: str, label: str | None, rest: str) -> None:
    """Numbers in brackets or with a stop and bullets are set aside; a year or a dash for a name is not."""
    (line,) = find_lines(text)
    assert (label, rest) == (line.label, text[line.start : line.end])


def test_lines_are_counted_in_every_kind_of_line_end() -> None:
    """A line feed, a return, both and an empty line count as in an editor."""
    text = "One.\r\nTwo.\rThree.\n\nFour."
    assert [1, 2, 3, 5] == [line.number for line in find_lines(text)]


def test_works_come_in_the_order_of_the_lines_each_with_its_own_id() -> None:
    """The same reference twice is two works with two ids."""
    line = "Orman, A. (2019). The lamps of the shore. Tidal Review, 12(3), 45-67."
    assert ["orman2019lamps", "orman2019lampsa"] == [
        work.id for work in parse_references(f"{line}\n{line}").works
    ]


@pytest.mark.parametrize(
    "text", ["References", "Kaynakça", "See the list of the northern office.", "—", "***"]
)
def test_a_line_that_is_no_reference_is_kept_whole_as_a_note(text: str) -> None:
    """Nothing is lost, and a finding says so."""
    found = parse_references(text)
    assert [text] == [work.note for work in found.works]
    assert ["reference-unparsed"] == [finding.code for finding in found.diagnostics]


def test_nothing_gives_nothing() -> None:
    """A text of white space has no references."""
    assert () == parse_references(" \n\n\t\n").references
