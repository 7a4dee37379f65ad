"""What a merged bibliography and its record say."""

from __future__ import annotations

import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from converter.bibliography import Document, entries_of, split, write_bibliography, write_record
from converter.bibliography.record import read_record
from converter.bibliography.writing import FORMATS, Choice, losses
from converter.model import Name
from converter.pipeline import bibliographic_style
from tests.bibliography.archive import PIET, document, keyed, merging, work
from tests.samples import NAMES, converted

DAMS = work("dams", author=(PIET,), url="https://example.org/dams")
ARCHIVE = (
    document("a", DAMS, work("only", title="Only here and nowhere")),
    document("b", work("dams2", url="https://example.org/dams")),
    document("c", work("c1", title="On B", issued=None, url="https://example.org/b")),
    document("d", title="On B", url="https://example.org/b"),
)
SAMPLES = tuple(Document(f"{name}.json", converted(name).commentary) for name in NAMES)


def written(form: str, choice: Choice = "all") -> str:
    """Return the bibliography of the archive."""
    return write_bibliography(keyed(*ARCHIVE), ARCHIVE, form, bibliographic_style(), choice)


def keys(form: str, choice: Choice = "all") -> list[str]:
    """Return the keys in a bibliography of the archive, as a foreign reader finds them."""
    text = written(form, choice)
    if form == "csl-json":
        return [item["id"] for item in json.loads(text)]
    if form == "ris":
        return [item["id"] for item in rispy.loads(text)]
    return [entry.key for entry in parse_string(text).entries]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_every_work_once(form: str) -> None:
    """Each format holds each work once, in the order of the keys."""
    assert ["dams", "only", "ormana", "ormanb", "ormanc", "ormand"] == keys(form)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("documents", ["ormana", "ormanb", "ormanc", "ormand"]),
        ("cited", ["dams", "only", "ormand"]),
    ],
)
def test_what_is_chosen(choice: Choice, expected: list[str]) -> None:
    """A document that another one cites is both."""
    assert expected == keys("csl-json", choice)


def test_who_cites_a_work() -> None:
    """Each work says which documents cite it, in CSL-JSON and above the entry in BibTeX."""
    items = {item["id"]: item.get("custom", {}).get("cited-by") for item in json.loads(written("csl-json"))}
    assert (["ormana", "ormanb"], ["ormanc"], None) == (items["dams"], items["ormand"], items["ormana"])
    assert "% Cited by: ormana, ormanb\n@book{dams,\n" in written("bibtex")


def test_a_bibliography_can_be_taken_apart() -> None:
    """From the record alone every entry is had again as it stands in its document."""
    record = read_record(write_record(keyed(*ARCHIVE), merging(*ARCHIVE).apart, "", "all.bib").encode())
    expected = [entry for one in ARCHIVE for entry in entries_of(one)]
    assert sorted(map(repr, expected)) == sorted(map(repr, split(record)))


def test_the_record_says_by_which_rule() -> None:
    """The record names rule and value of each join, and both entries."""
    record = json.loads(write_record(keyed(*ARCHIVE), (), "", "all.bib"))
    dams = next(one for one in record["works"] if one["key"] == "dams")
    assert (
        [{"rule": "url", "value": "example.org/dams", "entries": [0, 1]}],
        [("a.json", "dams", "cited"), ("b.json", "dams2", "cited")],
        ["ormana", "ormanb"],
    ) == (
        dams["joined"],
        [(entry["document"], entry["id"], entry["role"]) for entry in dams["entries"]],
        dams["cited_by"],
    )


@pytest.mark.parametrize("form", FORMATS)
def test_the_samples_in_one_bibliography(form: str) -> None:
    """All samples together make one bibliography with unique keys, the same at each writing."""
    works = keyed(*SAMPLES)
    text = write_bibliography(works, SAMPLES, form, bibliographic_style())
    again = write_bibliography(keyed(*SAMPLES), SAMPLES, form, bibliographic_style())
    assert text == again
    assert len(works) == len({one.work.id for one in works})


def test_losses_of_a_format() -> None:
    """What a format cannot hold is told, of the works that are written."""
    body = Name(None, None, None, "Ministry, Saltholm")
    works = keyed(document("a", work(author=(body,), title="ქართული dams")))
    assert (["not-held"], ["letters-kept"], []) == tuple(
        [found.code for found in losses("ქ", works, form, bibliographic_style(ascii=True))]
        for form in ("ris", "bibtex", "csl-json")
    )
