"""Files that cannot be read cost the validation of the others nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.batch import checking, files
from converter.batch.checking import validate_files

BIB = "@misc{a,\n  title = {A},\n}\n"
OPEN, LIST = os.open, os.scandir


def told(paths: list[Path]) -> list[tuple[str, str]]:
    """Return name and code of the errors found."""
    findings = [(Path(found.path).name, found.diagnostic) for found in validate_files(paths).findings]
    return [(name, one.code) for name, one in findings if one.severity == "error"]


def test_a_file_too_large_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder, named, or beside the one that is named: it is told once, and the others are checked."""
    monkeypatch.setattr(checking, "VALIDATION_LIMIT", 100)
    (tmp_path / "a.json").write_text(" " * 101)
    (tmp_path / "a.bib").write_text(BIB)
    (tmp_path / "b.json").write_text("{")
    large, broken = ("a.json", "too-large"), ("b.json", "json-syntax")
    assert told([tmp_path]) == [large, broken]
    assert told([tmp_path / "a.json"]) == [large]
    assert told([tmp_path / "a.bib", tmp_path / "b.json"]) == [large, broken]


def test_the_words_name_size_and_limit_once(tmp_path: Path) -> None:
    """The size of a file is told as it is, that of a stream as far as it was read."""
    with (tmp_path / "a.json").open("wb") as stream:
        stream.truncate(files.VALIDATION_LIMIT + 5)
    (found,) = validate_files([tmp_path]).findings
    assert found.diagnostic.message == "67108869 bytes are more than the limit of 67108864"


def test_what_is_closed_to_us_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, a file beside and a folder that may not be read are told, and the others are checked."""
    (tmp_path / "sub").mkdir()
    for name in ("a.json", "a.bib", "b.json"):
        (tmp_path / name).write_text("{")

    def refuse_file(path: Path, flags: int) -> int:
        if path.name == "a.json":
            raise PermissionError(13, "Permission denied")
        return OPEN(path, flags)

    def refuse_folder(path: bytes) -> object:
        if path.endswith(b"/sub"):
            raise PermissionError(13, "Permission denied")
        return LIST(path)

    monkeypatch.setattr("converter.batch.files.os.open", refuse_file)
    monkeypatch.setattr("os.scandir", refuse_folder)
    assert {("a.json", "unreadable"), ("b.json", "json-syntax")} <= set(
        told([tmp_path / "a.bib", tmp_path / "b.json"])
    )
    assert {("a.json", "unreadable"), ("b.json", "json-syntax"), ("sub", "unreadable")} <= set(
        told([tmp_path])
    )


def test_a_link_beside_is_not_opened(tmp_path: Path) -> None:
    """A link beside a named file is left alone, as it is in a folder."""
    (tmp_path / "a.bib").write_text(BIB)
    (tmp_path / "a.json").symlink_to("/dev/zero")
    assert told([tmp_path / "a.bib"]) == told([tmp_path]) == []
