"""Whether disagreements between the files of one document are found, and their kinds told apart."""

from __future__ import annotations

import pytest

from converter.validation import validate_contents
from converter.validation.kinds import kind_of
from tests.validation.breaking import broken, codes, messages, sample

NAMES = ("tides.tei.xml", "tides.json", "tides.bib")


def files(**changed: bytes) -> dict[str, bytes]:
    """Return the three files of one document, some of them changed."""
    endings = {"tei": NAMES[0], "json": NAMES[1], "bib": NAMES[2]}
    return {name: sample(name).encode() for name in NAMES} | {
        endings[kind]: to for kind, to in changed.items()
    }


def test_the_three_files_of_a_document_agree() -> None:
    """What the converter writes has no disagreement."""
    assert validate_contents(files()) == []


TEI_DISAGREES = [
    ('<title type="main">FERRIES', '<title type="main">BOATS', "title"),
    ("<surname>Orman</surname>", "<surname>Ormen</surname>", "authors"),
    ('<date when="2024-05-14">', '<date when="2024-05-15">', "date"),
    ('<biblScope unit="issue">12<', '<biblScope unit="issue">13<', "series number"),
    ('<idno type="URI">https://tidal', '<idno type="URI">https://tide', "url"),
    ('xml:lang="en">\n  <teiHeader', 'xml:lang="de">\n  <teiHeader', "language"),
    ("Towns agree on a timetable</title>\n", "Towns agree</title>\n", "title of example2024towns"),
    ('<ptr target="https://harbour', '<ptr target="https://haven', "url of example2024towns"),
    ("Towns agree on a timetable</title>,", "Towns agree</title>,", "note fn2"),
    ("The harbour towns", "The harbor towns", "text of p2"),
]


@pytest.mark.parametrize(("old", "new", "name"), TEI_DISAGREES)
def test_the_tei_may_not_disagree_with_the_json(old: str, new: str, name: str) -> None:
    """A value changed in the TEI only is an error that names it and gives both values."""
    found = validate_contents(files(tei=broken(NAMES[0], old, new)))
    told = [
        message for message in messages(found) if message.startswith(f"{name}: ") and "tides.json" in message
    ]
    assert len(told) == 1, messages(found)


BIBTEX_DISAGREES = [
    ("title = {FERRIES", "title = {BOATS", "whole title"),
    ("author = {Orman, Ada}", "author = {Orman, Ada and Baron, B.}", "authors"),
    ("day = {14}", "day = {15}", "date"),
    ("number = {2024/12}", "number = {2024/13}", "series number"),
    ("url = {https://tidal", "url = {https://tide", "url"),
    ("langid = {en}", "langid = {de}", "language"),
    ("{orman2024ferries", "{orman2024boats", "id"),
    ("{example2024towns", "{example2024places", "works"),
]


@pytest.mark.parametrize(("old", "new", "name"), BIBTEX_DISAGREES)
def test_the_bibtex_may_not_disagree_with_the_json(old: str, new: str, name: str) -> None:
    """A value changed in the BibTeX only is an error that names it and gives both values."""
    found = validate_contents(files(bib=broken(NAMES[2], old, new)))
    assert [message.partition(":")[0] for message in messages(found)] == [name]


def test_tei_and_bibtex_are_compared_without_a_json() -> None:
    """Two files are enough to disagree."""
    contents = files(bib=broken(NAMES[2], "day = {14}", "day = {15}"))
    del contents["tides.json"]
    found = validate_contents(contents)
    assert messages(found) == ['date: "2024-05-15" here, but "2024-05-14" in tides.tei.xml']


def test_a_file_beside_is_compared_but_not_validated() -> None:
    """Of a file that was not named only the disagreement is told."""
    beside = {"tides.json": broken("tides.json", '"precision": "day"', '"precision": "month"')}
    found = validate_contents({"tides.bib": broken(NAMES[2], "day = {14}", "day = {15}")}, beside)
    assert [(one.path, one.diagnostic.code) for one in found] == [("tides.bib", "files-disagree")]


def test_a_broken_file_is_not_compared() -> None:
    """A file that cannot be read has its own finding and no disagreements."""
    assert codes(validate_contents(files(json=b"{"))) == ["json-syntax"]


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("x.tei.xml", b"", "tei"),
        ("x.XML", b"", "tei"),
        ("x.json", b"", "json"),
        ("x.bib", b"", "bibtex"),
        ("x", b"\xef\xbb\xbf <TEI/>", "tei"),
        ("x", "<TEI/>".encode("utf-16"), "tei"),
        ("x.txt", b"{}", "json"),
        ("x.txt", b"@misc{a}", "bibtex"),
        ("x.txt", b"A text", None),
        ("x", b"", None),
    ],
)
def test_the_kind_is_told_by_ending_then_by_content(path: str, content: bytes, kind: str | None) -> None:
    """A known ending decides; else the first sign that is no blank."""
    assert kind_of(path, content) == kind


def test_a_file_of_no_known_kind_is_an_error() -> None:
    """A text is nothing that could be validated."""
    assert codes(validate_contents({"x.txt": b"A text"})) == ["unknown-type"]
