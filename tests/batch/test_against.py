"""Documents against their sources: what is lost or added is told with its place, and nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from converter.batch.checking import Wishes, validate_files
from converter.validation.findings import FileFinding
from tests.samples import NAMES, SAMPLES, golden

SEED = "avim-2025-37"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Set up the outputs of one sample."""
    for ending in (".tei.xml", ".json"):
        shutil.copy(golden(f"{SEED}.txt", ending), tmp_path)
    return tmp_path


def told(paths: list[Path], source: Path) -> list[tuple[str, str]]:
    """Return code and message of what is found of the source."""
    found = validate_files(paths, Wishes(source=source)).findings
    return [(one.diagnostic.code, one.diagnostic.message) for one in found if is_of_source(one)]


def is_of_source(found: FileFinding) -> bool:
    """Say whether a finding comes from the comparison with the source."""
    return found.diagnostic.code.startswith("source-")


def change(path: Path, old: str, new: str) -> None:
    """Change a file; fail if there is nothing to change."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_what_we_write_holds_its_source(name: str) -> None:
    """Of no sample anything is lost or added, by its TEI alone, its JSON alone, and both."""
    tei, document = golden(name, ".tei.xml"), golden(name, ".json")
    assert [] == told([tei], SAMPLES) == told([document], SAMPLES) == told([tei, document], SAMPLES)


def test_a_word_that_is_lost_from_tei_is_told(archive: Path) -> None:
    """With the place in the source, and the words as they stand there."""
    change(archive / f"{SEED}.tei.xml", "mutual trust", "trust")
    ((code, message),) = told([archive / f"{SEED}.tei.xml"], SAMPLES)
    assert (code, True, True) == ("source-lost", f"{SEED}.txt:9:" in message, message.endswith(": mutual"))


def test_a_letter_that_changed_is_told_from_both_sides(archive: Path) -> None:
    """The word of the source is lost, the word of the file is added, at its element."""
    change(archive / f"{SEED}.tei.xml", "The exercise was", "The exarcise was")
    lost, added = told([archive / f"{SEED}.tei.xml"], SAMPLES)
    assert (lost[0], True) == ("source-lost", lost[1].endswith(": exercise"))
    assert added == ("source-added", "the source does not have this text, or not as often: exarcise")


def test_a_paragraph_that_was_doubled_is_told(archive: Path) -> None:
    """The second one has nothing in the source that it could stand for."""
    path = archive / f"{SEED}.tei.xml"
    text = path.read_text("utf-8")
    first = text[text.index('<p xml:id="p5"') : text.index("</p>", text.index('<p xml:id="p5"')) + 4]
    change(path, first, first + first.replace("p5", "p5b").replace('xml:id="fn', 'xml:id="gn'))
    assert {"source-added"} == {code for code, _message in told([path], SAMPLES)}


def test_a_word_that_is_lost_from_json_is_told(archive: Path) -> None:
    """Where the part stands that lacks it, with the place in the source."""
    change(archive / f"{SEED}.json", "mutual trust", "trust")
    (found,) = filter(
        is_of_source, validate_files([archive / f"{SEED}.json"], Wishes(source=SAMPLES)).findings
    )
    assert ("source-lost", "/body/0") == (found.diagnostic.code, found.diagnostic.field)
    assert f"{SEED}.txt:9:489: the document does not hold what the source has: mutual trust" in (
        found.diagnostic.message
    )


def test_a_source_that_changed_is_told(archive: Path, tmp_path: Path) -> None:
    """By its checksum in the JSON; the TEI is compared all the same."""
    source = tmp_path / f"{SEED}.txt"
    source.write_text(f"{(SAMPLES / source.name).read_text('utf-8')}\nAdded since.\n", "utf-8")
    assert ["source-changed", "source-lost"] == [code for code, _message in told([archive], source)]


def test_a_source_that_is_not_there_is_told(archive: Path, tmp_path: Path) -> None:
    """Missing, given twice, empty: each is a warning with words."""
    one, other = tmp_path / "s" / "a", tmp_path / "s" / "b"
    one.mkdir(parents=True)
    other.mkdir()
    file = archive / f"{SEED}.json"
    assert "has no file called avim-2025-37.txt" in told([file], tmp_path / "s")[0][1]
    (one / f"{SEED}.txt").write_text("", "utf-8")
    assert "there is no text in it" in told([file], tmp_path / "s")[0][1]
    (other / f"{SEED}.txt").write_text("x", "utf-8")
    assert "could both be it" in told([file], tmp_path / "s")[0][1]


def test_the_source_beside_in_a_tree_of_the_same_shape_is_taken(tmp_path: Path) -> None:
    """Of two sources of one name, that whose folders agree with those of the document."""
    for year in ("2024", "2025"):
        (tmp_path / "out" / year).mkdir(parents=True)
        (tmp_path / "in" / year).mkdir(parents=True)
        (tmp_path / "in" / year / f"{SEED}.txt").write_text("other", "utf-8")
    shutil.copy(SAMPLES / f"{SEED}.txt", tmp_path / "in" / "2025")
    shutil.copy(golden(f"{SEED}.txt", ".tei.xml"), tmp_path / "out" / "2025")
    assert [] == told([tmp_path / "out"], tmp_path / "in")
