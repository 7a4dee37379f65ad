"""Which files are found and opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.batch import files
from converter.batch.files import read_file
from converter.batch.plan import make_plan
from converter.batch.steps import Job
from converter.batch.walk import find_files
from converter.errors import UnreadableInput


def test_a_link_is_not_opened(tmp_path: Path) -> None:
    """A link is refused unless the caller named it."""
    (tmp_path / "target").write_text("x")
    link = tmp_path / "link"
    link.symlink_to("target")
    with pytest.raises(UnreadableInput):
        read_file(link)
    assert read_file(link, follow_links=True) == b"x"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """A pipe that nobody writes to does not block."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableInput, match="it is a pipe"):
        read_file(pipe)


@pytest.mark.parametrize(
    ("name", "words"), [("", "a directory|a folder"), ("none", "no such file"), ("a\0b", "null")]
)
def test_what_is_no_file_is_unreadable(name: str, words: str, tmp_path: Path) -> None:
    """A folder, a missing file and an impossible name are refused with words."""
    with pytest.raises(UnreadableInput, match=words):
        read_file(Path(f"{tmp_path}/{name}"))


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading stops at the limit."""
    monkeypatch.setattr(files, "FILE_LIMIT", 3)
    (tmp_path / "big").write_bytes(b"1234")
    with pytest.raises(UnreadableInput, match="more than the limit"):
        read_file(tmp_path / "big")


def test_files_are_found_in_a_stable_order(tmp_path: Path) -> None:
    """Files of a folder come before those in its folders, names in order whatever their case."""
    for name in ("b.txt", "A.txt", "sub/c.txt", ".converter/x.txt", "out/o.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(one.relative) for one in find_files(tmp_path, leave_out=tmp_path / "out")]
    assert found == ["A.txt", "b.txt", "sub/c.txt"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be listed is found with a problem, and the rest goes on."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("x")
    listing = os.scandir

    def refuse(path: bytes) -> object:
        if path.endswith(b"/sub"):
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr("os.scandir", refuse)
    found = [(str(one.relative), one.problem and one.problem.code) for one in find_files(tmp_path)]
    assert found == [("a.txt", None), ("sub", "unreadable")]


def test_a_file_named_twice_is_converted_once(tmp_path: Path) -> None:
    """A folder and a file in it are one job for that file."""
    (tmp_path / "a.txt").write_text("x")
    with make_plan([tmp_path, tmp_path / "a.txt"], tmp_path / "out") as plan:
        assert list(plan.steps()) == [Job(tmp_path / "a.txt", Path("a"), named=False)]


def test_a_plan_holds_names_of_any_bytes(tmp_path: Path) -> None:
    """A name that is no UTF-8, or has a line end in it, comes back as it is, by its number."""
    names = [b"a\xff.txt", b"b\nc.txt", "ğ.txt".encode()]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text("x")
    with make_plan([tmp_path], tmp_path / "out") as plan:
        found = [os.fsencode(plan.step(number).path.name) for number in range(1, plan.total + 1)]
    assert sorted(names) == sorted(found)
