"""What earlier versions of the converter wrote becomes the newest version, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from converter.batch.upgrading import upgrade_files
from converter.model import SCHEMA_VERSION, TEI_SCHEMA_ID, Commentary
from converter.validation import validate_contents
from converter.validation.schemas import versions
from converter.validation.upgrading import JSON_STEPS, TEI_STEPS, NotUpgraded, upgraded
from converter.writers.json import write_json
from tests.schemas.programs import DOCUMENTS
from tests.validation.breaking import codes, sample

OLD = [path for path in sorted(DOCUMENTS.glob("*.*.*/*")) if path.suffix in (".json", ".xml")]
"""Files as each earlier version wrote them, in a folder of its name."""
ONE = DOCUMENTS / "1.0.0" / "avim-2025-37.json"


def names(path: Path) -> str:
    """Name a case by version and file."""
    return f"{path.parent.name}/{path.name}"


def newest(path: Path) -> bytes:
    """Return a file in the newest version."""
    upgrade = upgraded(path.read_bytes(), path.name)
    assert upgrade is not None
    return upgrade.content


def test_every_version_but_the_oldest_has_a_step() -> None:
    """From each version there is a way to the next, and there are files of each to try it."""
    assert (versions("json")[1:], versions("tei")[1:]) == (tuple(JSON_STEPS), tuple(TEI_STEPS))
    assert {path.parent.name for path in OLD} == set(versions("json")[:-1])


@pytest.mark.parametrize("path", OLD, ids=names)
def test_an_old_file_is_valid_and_known_as_old(path: Path) -> None:
    """It keeps the schema of its own version, and validation says which that is."""
    found = validate_contents({path.name: path.read_bytes()})
    assert "schema-old" in codes(found)
    assert [] == [one for one in found if one.diagnostic.severity == "error"]


@pytest.mark.parametrize("path", OLD, ids=names)
def test_an_upgraded_file_is_of_the_newest_version(path: Path) -> None:
    """It is valid without a word on its version, and a second upgrade changes nothing."""
    content = newest(path)
    found = validate_contents({path.name: content})
    assert "schema-old" not in codes(found)
    assert [] == [one for one in found if one.diagnostic.severity == "error"]
    again = upgraded(content, path.name)
    assert again is not None
    assert (again.before, again.content) == (again.after, content)


@pytest.mark.parametrize("path", [path for path in OLD if path.suffix == ".json"], ids=names)
def test_upgraded_json_is_as_we_write_it(path: Path) -> None:
    """Read as a document of today and written again it is the same bytes; old values are all there."""
    content, before = newest(path), json.loads(path.read_bytes())
    assert content == write_json(msgspec.json.decode(content, type=Commentary)).encode()
    after = json.loads(content)
    assert SCHEMA_VERSION == after["schema_version"]
    del after["provenance"]["source"]["clues"]
    assert before == after | {"$schema": before["$schema"], "schema_version": before["schema_version"]}


@pytest.mark.parametrize("path", [path for path in OLD if path.suffix == ".xml"], ids=names)
def test_upgraded_tei_differs_in_one_element(path: Path) -> None:
    """Byte for byte everything else stays."""
    reference = f'<schemaRef key="commentary" url="{TEI_SCHEMA_ID}"/>'
    kept = [line for line in newest(path).decode().splitlines() if line.strip() != reference]
    assert path.read_text("utf-8").splitlines() == [line.replace(reference, "") for line in kept]


def test_prefixes_and_lines_are_respected() -> None:
    """An element with a prefix gets a sibling with it, on the same line where there is one line only."""
    text = '<tei:encodingDesc xmlns:tei="t"><tei:appInfo></tei:appInfo></tei:encodingDesc>'
    added = '<tei:schemaRef key="commentary" url="urn:converter:schema:tei:1.1.0"/>'
    expected = text.replace("</tei:appInfo>", f"</tei:appInfo>{added}")
    assert expected == TEI_STEPS["1.1.0"](text)


@pytest.mark.parametrize("name", ["tides.bib", "a.txt"])
def test_what_has_no_version_is_left(name: str) -> None:
    """A bibliography, a text, somebody else's TEI and JSON name no version of our schemas."""
    assert upgraded(sample("tides.bib").encode(), name) is None
    assert upgraded(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "a.xml") is None
    assert upgraded(b"{}", "a.json") is None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"title": "A', '"titel": "A', "json-schema"),
        ("commentary:1.0.0", "commentary:7.0.0", "schema-unknown"),
        ('"schema_version": "1.0.0"', '"schema_version": "1.1.0"', "json-schema"),
        ("{", "", "json-syntax"),
    ],
)
def test_what_is_not_valid_is_refused(old: str, new: str, code: str) -> None:
    """A file that breaks its own version is not guessed at."""
    content = ONE.read_text("utf-8").replace(old, new, 1)
    assert content != ONE.read_text("utf-8")
    with pytest.raises(NotUpgraded) as error:
        upgraded(content.encode(), "a.json")
    assert code == error.value.finding.diagnostic.code


def test_files_are_replaced_whole(tmp_path: Path) -> None:
    """A file keeps its name and mode, nothing else is left in the folder, and a dry run writes nothing."""
    file = tmp_path / "note.json"
    file.write_bytes(ONE.read_bytes())
    file.chmod(0o640)
    (dry,) = upgrade_files([tmp_path], dry_run=True)
    assert (True, ONE.read_bytes()) == (dry.is_new, file.read_bytes())
    (done,) = upgrade_files([tmp_path], dry_run=False)
    assert (True, newest(ONE), 0o640) == (done.is_new, file.read_bytes(), file.stat().st_mode & 0o777)
    assert [file] == list(tmp_path.iterdir())


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """What a link leads to stays as it is, and the link too."""
    target, link = tmp_path / "target", tmp_path / "note.json"
    target.write_bytes(ONE.read_bytes())
    link.symlink_to(target)
    (outcome,) = upgrade_files([link], dry_run=False)
    assert outcome.finding is not None
    assert (ONE.read_bytes(), True) == (target.read_bytes(), link.is_symlink())


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays as it was, and the others go on."""
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_bytes(ONE.read_bytes())

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "a.json":
            raise PermissionError(13, "Permission denied")
        return path.rename(target)

    monkeypatch.setattr(Path, "replace", refuse)
    first, second = upgrade_files([tmp_path], dry_run=False)
    assert first.finding is not None
    assert ("unwritable", ONE.read_bytes()) == (
        first.finding.diagnostic.code,
        (tmp_path / "a.json").read_bytes(),
    )
    assert (True, newest(ONE)) == (second.is_new, (tmp_path / "b.json").read_bytes())
    assert ["a.json", "b.json"] == sorted(path.name for path in tmp_path.iterdir())
