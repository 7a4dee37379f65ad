"""What ``inspect`` shows of the metadata."""

from __future__ import annotations

import pytest

from converter.cli.metadata import metadata_values, says_the_same
from converter.model import Commentary, Contributor, Metadata, Name, PrintedDate, Publisher, Series
from converter.pipeline import convert_text

PUBLISHER = Publisher(
    "Tidal Institute",
    acronym="TIDAL",
    address="1 Quay Street",
    phone="+1 555 0100",
    fax="+1 555 0101",
    email="office@tidal.example.org",
    website="https://tidal.example.org",
    social=("@tidal", "@tidal_en"),
)
METADATA = Metadata(
    title="Lighthouses",
    subtitle="A view",
    language="en",
    authors=(Name("Ada", "Orman", "Dr.", "Dr. Ada ORMAN"),),
    contributors=(Contributor("translator", "Ida", "Elm", "Ida Elm"),),
    publisher=PUBLISHER,
    series=Series("Commentary", "2024", "12", None),
    published=PrintedDate("2024-05-14", "day"),
    original_published=PrintedDate("2023", "year"),
    url="https://tidal.example.org/lights",
    doi="10.5555/12345678",
    rights="All rights reserved",
    keywords=("sea", "lamps"),
)


def with_metadata(metadata: Metadata) -> Commentary:
    """Return a commentary with these metadata."""
    commentary = convert_text("A title\n\nA text.\n", to=()).commentary
    fields = {name: getattr(commentary, name) for name in Commentary.__struct_fields__}
    return Commentary(**{**fields, "metadata": metadata})


def test_every_value_of_the_metadata_is_shown() -> None:
    """Nothing that is known is left out."""
    shown = [(label, value) for label, _, value in metadata_values(with_metadata(METADATA))]
    assert shown == [
        ("title", "Lighthouses"),
        ("subtitle", "A view"),
        ("author", "Orman, Ada (Dr.)"),
        ("translator", "Ida Elm"),
        ("published", "2024-05-14"),
        ("first published", "2023"),
        ("series", "Commentary 2024/12"),
        ("publisher", "Tidal Institute"),
        ("acronym", "TIDAL"),
        ("address", "1 Quay Street"),
        ("phone", "+1 555 0100"),
        ("fax", "+1 555 0101"),
        ("e-mail", "office@tidal.example.org"),
        ("website", "https://tidal.example.org"),
        ("social", "@tidal"),
        ("social", "@tidal_en"),
        ("language", "en"),
        ("url", "https://tidal.example.org/lights"),
        ("doi", "10.5555/12345678"),
        ("keywords", "sea, lamps"),
        ("rights", "All rights reserved"),
    ]


def test_a_pointer_leads_to_its_value() -> None:
    """Each pointer names a field that there is."""
    for _, pointer, _ in metadata_values(with_metadata(METADATA)):
        value: object = METADATA
        for step in pointer.split("/")[2:]:
            value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
        assert value


@pytest.mark.parametrize(
    ("field", "candidate", "value", "same"),
    [
        ("title", "LIGHTHOUSES: “A view”", "Lighthouses – A View", True),
        ("title", "Lighthouses of the shore", "Lighthouses", False),
        ("authors/0", "ORMAN, Ada", "Orman, Ada (Dr.)", True),
        ("authors/0", "Ida ORMAN", "Orman, Ada", False),
        ("publisher/name", "Tidal Institute (TIDAL)", "Tidal Institute", True),
        ("publisher/name", "Harbour Institute", "Tidal Institute", False),
        ("series", "Commentary No: 2024 / 12", "Commentary 2024/12", True),
        ("series", "Commentary No: 2024 / 13", "Commentary 2024/12", False),
        ("published", "14 May 2024", "2024-05-14", True),
        ("published", "May 14", "2024-05-14", True),
        ("published", "2024", "2024-05-14", True),
        ("published", "15 May 2024", "2024-05-14", False),
        ("published", "some day", "2024-05-14", False),
    ],
)
def test_a_candidate_that_says_the_same_is_no_loser(
    field: str, candidate: str, value: str, *, same: bool
) -> None:
    """Other letters, order, brackets or words for the same value."""
    assert says_the_same(candidate, value, f"/metadata/{field}") is same
