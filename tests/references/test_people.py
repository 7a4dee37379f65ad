"""Who is named in a list of persons, in the forms that styles have."""

from __future__ import annotations

import pytest

from converter.references.people import read_people

ORMAN_VANCE = [("A. B.", "Orman"), ("C.", "Vance")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orman, A. B., & Vance, C.", ORMAN_VANCE),
        ("Orman, A. B. and Vance, C.", ORMAN_VANCE),
        ("Orman, A. B.; Vance, C.", ORMAN_VANCE),
        ("Orman A. B., Vance C.", ORMAN_VANCE),
        ("A. B. Orman and C. Vance", ORMAN_VANCE),
        ("A. B. Orman, C. Vance, et al.", ORMAN_VANCE),
        ("Orman AB, Vance C", [("AB", "Orman"), ("C", "Vance")]),
        ("Orman, Ada, and Carl Vance", [("Ada", "Orman"), ("Carl", "Vance")]),
        ("Orman, Ada and Vance, Carl", [("Ada", "Orman"), ("Carl", "Vance")]),
        ("Ada Orman, Carl Vance and Lee Ashe", [("Ada", "Orman"), ("Carl", "Vance"), ("Lee", "Ashe")]),
        ("ORMAN, Ada", [("Ada", "Orman")]),
        ("Иванов И. И., Петров П. П.", [("И. И.", "Иванов"), ("П. П.", "Петров")]),
        ("И. И. Иванов", [("И. И.", "Иванов")]),
        ("van der Berg, J.", [("J.", "van der Berg")]),
        ("J. van der Berg", [("J.", "van der Berg")]),
        ("Orman, A. (Ed.)", [("A.", "Orman")]),
        ("edited by Ada Orman and Carl Vance", [("Ada", "Orman"), ("Carl", "Vance")]),
        ("hrsg. von Ada Orman", [("Ada", "Orman")]),
        ("çev. Ayşe Kaya", [("Ayşe", "Kaya")]),
        ("Ministry of Foreign Affairs", [(None, None)]),
        ("", []),
    ],
)
def test_people_of_a_reference(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    """Family and given names come apart as the style writes them; a body stays whole."""
    assert expected == [(name.given, name.family) for name in read_people(text)]
