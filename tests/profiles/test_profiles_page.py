"""What docs/profiles.md says of a new house happens, and it describes every key that a file may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import converter
from converter.cli import main
from converter.profiles import names
from converter.profiles.written import ProfileFile

PAGE = (Path(__file__).parents[2] / "docs" / "profiles.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"^```(\w*)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
"""Kind → block: ``text`` the page of the house, ``toml`` its profile, ``""`` what is seen of it."""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that holds the page and the profile."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kaisla.toml").write_text(BLOCKS["toml"], "utf-8")
    (tmp_path / "katsaus-7.txt").write_text(BLOCKS["text"], "utf-8")
    return tmp_path


def keys_of(kind: type[msgspec.Struct], path: str = "") -> Iterator[str]:
    """Yield the keys of a file with dots."""
    for field in msgspec.structs.fields(kind):
        inner = field.type
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            yield from keys_of(inner, f"{path}{field.name}.")
        else:
            yield f"{path}{field.name}"


def test_every_key_is_described() -> None:
    """The table of the page has each key that a file may have, and no other."""
    table = re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
    described = [key for cell in table for key in re.findall(r"`([\w.]+)`", cell)]
    assert sorted(keys_of(ProfileFile)) == sorted(described)


def test_the_house_of_the_page_is_shipped_nowhere() -> None:
    """No shipped profile knows the house, so that the file makes the difference."""
    assert "kaisla" not in names()


def test_without_the_file_little_is_right(house: Path) -> None:
    """The generic profile lacks the labels: no cite-as block, no publisher, the buttons are in the text."""
    read = converter.convert(house / "katsaus-7.txt", to=())
    codes = {finding.code for finding in read.diagnostics}
    assert {"missing-cite-as", "missing-publisher"} <= codes
    assert "Lue lisää" in {block.text for block in read.commentary.body}


def test_with_the_file_all_is_right(house: Path) -> None:
    """Title, author, date, series, publisher, address, notes and furniture are those of the page."""
    read = converter.convert(house / "katsaus-7.txt", profile="kaisla.toml", to=()).commentary
    metadata = read.metadata
    assert metadata.publisher is not None
    assert metadata.published is not None
    assert metadata.series is not None
    found = (
        metadata.title,
        [(name.given, name.family) for name in metadata.authors],
        metadata.published.date,
        (metadata.series.volume, metadata.series.number),
        metadata.publisher.name,
        metadata.publisher.phone,
        metadata.url,
    )
    expected = (
        "MERIKAAPELIT JA POHJOINEN SATAMA",
        [("Aino", "Vesterinen")],
        "2024-05-04",
        ("2024", "7"),
        "Kaisla-instituutti",
        "+358 9 000 0000",
        "https://kaisla.example.org/katsaus/merikaapelit",
    )
    assert expected == found
    assert ["navigation", "navigation"] == [mark.type for mark in read.provenance.furniture]
    assert ["2024-05-03"] == [work.accessed.date for work in read.references if work.accessed]


def test_inspect_shows_what_the_page_shows(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``inspect --profile FILE`` begins as the page says."""
    code = main(["inspect", str(house / "katsaus-7.txt"), "--profile", "kaisla.toml"])
    assert (0, BLOCKS[""]) == (code, capsys.readouterr().out[: len(BLOCKS[""])])


def test_convert_takes_the_file(house: Path) -> None:
    """``convert --profile FILE`` writes the profile's name into the provenance."""
    code = main(
        ["convert", str(house / "katsaus-7.txt"), "-o", "archive", "--profile", "kaisla.toml", "--quiet"]
    )
    assert 0 == code
    assert '"profile": "kaisla"' in (house / "archive" / "katsaus-7.json").read_text("utf-8")
