"""What the CSL-JSON promises: the rules of CSL, and the values of the model."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from converter.model import Commentary, Metadata, Name, PrintedDate, Reference
from converter.works import cited_work
from converter.writers import write_csl_json
from converter.writers.csl_json import TYPES, csl_json
from tests.samples import NAMES, converted
from tests.writers import csl_data

from . import commentaries as samples

VALIDATOR = Draft202012Validator(csl_data.SCHEMA)


def items(commentary: Commentary) -> list[dict[str, object]]:
    """Return the items, which must keep the rules of CSL."""
    written = json.loads(write_csl_json(commentary))
    assert [] == [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(written)]
    assert isinstance(written, list)
    return written


def citing(*references: Reference) -> Commentary:
    """Return a commentary that cites these works."""
    return samples.change(samples.empty(), references=references)


def test_item_of_the_seed() -> None:
    """The first item is the document itself, as a report with all its variables in their order."""
    assert json.dumps(
        {
            "id": "khantamirova2025silent",
            "type": "report",
            "title": samples.TITLE,
            "author": [{"family": "Khantamirova", "given": "İlaha"}],
            "publisher": "Center For Eurasian Studies (AVİM)",
            "genre": "Commentary",
            "number": "2025/37",
            "issued": {"date-parts": [[2025, 5, 30]]},
            "accessed": {"date-parts": [[2026, 2, 7]]},
            "URL": samples.OWN_URL,
            "language": "en",
        }
    ) == json.dumps(items(samples.seed())[0])


@pytest.mark.parametrize("make", samples.ODD.values(), ids=samples.ODD.keys())
def test_odd_documents_keep_the_rules(make: Callable[[], Commentary]) -> None:
    """Whatever is known or not known of a document and its works, the items keep the rules of CSL."""
    commentary = make()
    assert [commentary.id, *(work.id for work in commentary.references)] == [
        item["id"] for item in items(commentary)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_samples_keep_the_rules(name: str) -> None:
    """Every sample becomes valid CSL-JSON with the titles of the model."""
    commentary = converted(name).commentary
    found = items(commentary)[1:]
    assert [work.title for work in commentary.references] == [item.get("title") for item in found]


def test_types_are_those_of_csl() -> None:
    """The types that are written are those of CSL; anything else becomes a document."""
    assert (frozenset(csl_data.TYPES.split()), "document") == (
        TYPES,
        items(citing(Reference("x", "leaflet", title="T")))[1]["type"],
    )


@pytest.mark.parametrize(
    ("work", "name", "expected"),
    [
        (Reference("x", "webpage", url="javascript:alert(1)", title="T"), "note", "javascript:alert(1)"),
        (Reference("x", "book", literal="Vries, *Dams*."), "note", "Vries, *Dams*."),
        (Reference("x", "article-journal", title="T", number="7"), "issue", "7"),
        (Reference("x", "report", title="T", number="7"), "number", "7"),
        (Reference("x", "webpage", date=PrintedDate("2020-05", "month")), "issued",
         {"date-parts": [[2020, 5]]}),
        (Reference("x", "webpage", author=(Name(None, None, None, "River\nCouncil"),)), "author",
         [{"literal": "River Council"}]),
        (Reference("x", "webpage", issued=PrintedDate("--05-30", "day")), "issued", None),
    ],
)  # fmt: skip
def test_variables(work: Reference, name: str, expected: object) -> None:
    """Each value stands in the variable that CSL has for it; a day without a year has none."""
    assert expected == items(citing(work))[1].get(name)


def test_subtitle_stands_behind_a_colon() -> None:
    """CSL knows one title."""
    assert items(samples.corporate_author())[0]["title"] == "Water: A second look"


def test_documents_that_cite() -> None:
    """In a bibliography of several documents each work says which of them cite it."""
    work = cited_work(Reference("x", "book", title="T"))
    assert {"cited-by": ["a", "b"]} == json.loads(csl_json([work], {"x": ["a", "b"]}))[0]["custom"]


@given(st.text(), st.text(), st.text())
def test_any_text_keeps_the_rules(title: str, family: str, url: str) -> None:
    """Any text gives valid items."""
    metadata = Metadata(title=title, subtitle=title, authors=(Name(None, family, None, family),), url=url)
    assert items(samples.change(samples.empty(), metadata=metadata))
