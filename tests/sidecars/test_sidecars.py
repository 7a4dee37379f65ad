"""Sidecars: what stands beside a document is believed before its page, and what is wrong with it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from converter.model import Metadata
from converter.pipeline import open_beside
from converter.sidecars import find_sidecars, is_sidecar, read_sidecars
from converter.source import Clue

PAGE = """THE LAMP

Ida KAYA

Commentary No : 2023 / 4
12.03.2023

The lamps on the northern shore were lit again this spring, and the ferries run as they did before.
"""
SIDECAR = """# of our catalogue
title: The Lamps
author:
  - Ambassador (R) Ada ORMAN
  - { given: Ida, family: Kaya }
date: 14 May 2024
series: Note
number: 2024/12
language: en
publisher: Tidal Institute (TI)
keywords: [lamps, ferries]
"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Return a page in a folder of its own."""
    path = tmp_path / "note.txt"
    path.write_text(PAGE, "utf-8")
    return path


def converted(path: Path) -> tuple[Metadata, dict[str, str]]:
    """Return the metadata of a file, and its findings by code."""
    result = converter.convert(path, to=())
    return result.commentary.metadata, {one.code: one.message for one in result.diagnostics}


def test_a_sidecar_is_believed_before_the_page(note: Path) -> None:
    """Title, authors, date, series, publisher and keywords are those of the sidecar."""
    note.with_suffix(".yaml").write_text(SIDECAR, "utf-8")
    metadata, _ = converted(note)
    names = [(one.given, one.family, one.role) for one in metadata.authors]
    assert metadata.series is not None
    assert metadata.published is not None
    assert metadata.publisher is not None
    assert [("Ada", "Orman", "Ambassador (R)"), ("Ida", "Kaya", None)] == names
    assert ("The Lamps", "2024-05-14", ("lamps", "ferries")) == (
        metadata.title,
        metadata.published.date,
        metadata.keywords,
    )
    assert ("Note", "2024", "12") == (metadata.series.name, metadata.series.volume, metadata.series.number)
    assert ("Tidal Institute", "TI") == (metadata.publisher.name, metadata.publisher.acronym)


def test_what_the_page_says_otherwise_is_a_finding(note: Path) -> None:
    """A contradiction has the place of the printed value; what agrees is none."""
    note.with_suffix(".yaml").write_text(SIDECAR, "utf-8")
    result = converter.convert(note, to=())
    places = {one.code: one.span.start for one in result.diagnostics if one.span and "conflict" in one.code}
    expected = {
        "title-conflict": PAGE.index("THE LAMP"),
        "date-conflict": PAGE.index("12.03"),
        "series-conflict": PAGE.index("Commentary"),
    }
    assert expected == places


def test_the_losers_are_kept(note: Path) -> None:
    """The printed title stands in the evidence, with its place, behind the one that was taken."""
    note.with_suffix(".yaml").write_text(SIDECAR, "utf-8")
    evidence = converter.convert(note, to=()).commentary.provenance.evidence
    title = next(one for one in evidence if one.field == "/metadata/title")
    assert ("sidecar note.yaml", 1.0, None) == (title.rule, title.confidence, title.span)
    assert [("THE LAMP", "header")] == [(one.value, one.rule) for one in title.rejected]


WRONG = [
    ("kewords: x", "sidecar-key", "note.yaml:1: kewords is no key of a sidecar; is keywords meant?"),
    (
        "# first\ndate: last spring",
        "sidecar-value",
        "note.yaml:2: date is “last spring”, which is no date with a year",
    ),
    ("language: english", "sidecar-value", "note.yaml:1: language is “english”, which is no language tag"),
    ("url: somewhere", "sidecar-value", "note.yaml:1: url is “somewhere”, which is no web address"),
    ("doi: 12", "sidecar-value", "note.yaml:1: doi is “12”, which is no DOI"),
    ("title: [a, b]", "sidecar-value", "note.yaml:1: title is a list, which is no single value"),
    ("- title: x", "sidecar-unreadable", "cannot be used: it has no keys"),
    ("title: [", "sidecar-unreadable", "cannot be used: it is no YAML in line 1"),
    ("title: &a x\nsubtitle: *a", "sidecar-unreadable", "it points from one place to another"),
    ("title: !!python/object/apply:os.getcwd []", "sidecar-value", "no"),
    ("title: " + "[" * 9 + "x" + "]" * 9, "sidecar-unreadable", "nested too deeply"),
    ("title: \x07", "sidecar-unreadable", "it is no YAML"),
]


@pytest.mark.parametrize(
    ("text", "code", "words"), WRONG[:9] + WRONG[10:], ids=[w[0][:20] for w in WRONG[:9] + WRONG[10:]]
)
def test_what_is_wrong_is_told(note: Path, text: str, code: str, words: str) -> None:
    """The finding has file and line; the page is read all the same."""
    note.with_suffix(".yaml").write_text(text, "utf-8")
    metadata, findings = converted(note)
    assert ("THE LAMP", True) == (metadata.title, words in findings.get(code, "")), findings


def test_a_sidecar_runs_nothing(note: Path) -> None:
    """Tags of YAML make no objects: they are words like others."""
    note.with_suffix(".yaml").write_text("title: !!python/object/apply:os.getcwd []", "utf-8")
    assert "THE LAMP" == converted(note)[0].title


def test_an_empty_value_says_nothing(note: Path) -> None:
    """A key without a value leaves the page its say."""
    note.with_suffix(".yaml").write_text("title:\nauthor: []\ndate: ~\nsubtitle: ''\n", "utf-8")
    metadata, findings = converted(note)
    assert ("THE LAMP", False) == (metadata.title, any("conflict" in code for code in findings))


def test_a_file_too_large_is_no_sidecar(note: Path) -> None:
    """More than a megabyte is not read."""
    note.with_suffix(".yaml").write_bytes(b"title: " + b"x" * 1_100_000)
    assert "more than 1048576 bytes" in converted(note)[1]["sidecar-unreadable"]


def test_a_link_is_no_sidecar(note: Path) -> None:
    """A link beside a document is not followed."""
    (note.parent / "elsewhere").write_text("title: Secret", "utf-8")
    note.with_suffix(".yaml").symlink_to(note.parent / "elsewhere")
    assert "THE LAMP" == converted(note)[0].title


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_speaks_of_all_files_of_a_folder(note: Path, sign: str) -> None:
    """The row of the file is taken, whatever parts the cells; empty cells say nothing."""
    rows = [
        ["title", "file", "authors", "date"],
        ["X", "other.txt", "Y Z", "2020"],
        ["", "note.txt", "Ada ORMAN; Ida KAYA", "2024"],
    ]
    (note.parent / "metadata.csv").write_text(
        "\ufeff" + "\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows), "utf-8"
    )
    metadata, _ = converted(note)
    assert metadata.published is not None
    assert ("THE LAMP", ["Orman", "Kaya"], "2024") == (
        metadata.title,
        [one.family for one in metadata.authors],
        metadata.published.date,
    )


def test_the_own_file_comes_before_the_table(note: Path) -> None:
    """Where both speak, the file of the document is believed, and the other is a contradiction."""
    (note.parent / "metadata.csv").write_text("file,title\nnote.txt,The Lantern\n", "utf-8")
    note.with_suffix(".yaml").write_text("title: The Lamps", "utf-8")
    metadata, findings = converted(note)
    assert ("The Lamps", True) == (metadata.title, "title-conflict" in findings)


def test_only_the_own_row_makes_a_result_stale(note: Path) -> None:
    """What is kept of a table for a document does not change with the rows of others."""
    table = note.parent / "metadata.csv"
    table.write_text("file,title\nnote.txt,The Lamps\n", "utf-8")
    before = find_sidecars(note, open_beside)
    table.write_text("file,title\nother.txt,X\nnote.txt,The Lamps\n", "utf-8")
    assert [one.content for one in before] == [one.content for one in find_sidecars(note, open_beside)]


def test_a_broken_table_is_told(note: Path) -> None:
    """A table that is no UTF-8, and one whose quotes do not end."""
    table = note.parent / "metadata.csv"
    messages = []
    for content in ("file,title\nnote.txt,Çınar".encode("cp1254"), b'file,title\nnote.txt,"The'):
        table.write_bytes(content)
        messages.append(converted(note)[1].get("sidecar-unreadable", ""))
    assert ["not UTF-8" in messages[0], "unexpected end of data" in messages[1]] == [True, True], messages


def test_a_caller_may_say_what_he_knows() -> None:
    """``clues`` are believed before the page too."""
    result = converter.convert_text(PAGE, to=(), clues=[Clue("author", "Ada ORMAN", "our catalogue")])
    evidence = [
        one.rule for one in result.commentary.provenance.evidence if one.field == "/metadata/authors/0"
    ]
    assert (["Orman"], ["given: our catalogue"]) == (
        [one.family for one in result.commentary.metadata.authors],
        evidence,
    )


def test_names_of_sidecars() -> None:
    """YAML files and the table are no inputs that were left out."""
    assert [True, True, True, False] == [
        is_sidecar(name) for name in ("a.yaml", "a.yml", "metadata.csv", "a.csv")
    ]


def test_the_example_of_the_page_is_sound() -> None:
    """What docs/sidecars.md shows is read without a finding."""
    page = (Path(__file__).parents[2] / "docs" / "sidecars.md").read_text("utf-8")
    text = page.split("```yaml\n", 1)[1].split("```", 1)[0]
    table = page.split("```csv\n", 1)[1].split("```", 1)[0]
    files = {"note.yaml": text.encode(), "metadata.csv": table.encode()}
    clues, findings = read_sidecars(find_sidecars(Path("note.txt"), lambda path: files.get(path.name)))
    assert ((), 8 + 4) == (findings, len(clues))
