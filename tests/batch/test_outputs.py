"""What stands in the output folder after a run, and after one that died."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.batch.outputs import NotWritten, OutputFolder

NOTE = Path("sub/note.json")


def listing(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_folder_to_which_nothing_was_written_has_no_state(tmp_path: Path) -> None:
    """A run without outputs leaves nothing of ours."""
    with OutputFolder(tmp_path / "out", force=False):
        pass
    assert list((tmp_path / "out").iterdir()) == []


def test_only_the_journal_stays_beside_the_outputs(tmp_path: Path) -> None:
    """Nothing that was written aside is left over."""
    with OutputFolder(tmp_path, force=False) as out:
        out.write({NOTE: b"1"})
        out.write({NOTE: b"2"})
    assert listing(tmp_path) == [".converter/outputs.jsonl", "sub/note.json"]
    assert (tmp_path / NOTE).read_bytes() == b"2"


def test_a_run_that_dies_before_the_rename_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the record and the name, it leaves the old file, and the next run may replace it."""
    with OutputFolder(tmp_path, force=False) as out:
        out.write({NOTE: b"1"})

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, OutputFolder(tmp_path, force=False) as out:
        patch.setattr(Path, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            out.write({NOTE: b"2"})
        patch.undo()
    assert (tmp_path / NOTE).read_bytes() == b"1"
    with OutputFolder(tmp_path, force=False) as out:
        out.write({NOTE: b"2"})
    assert listing(tmp_path) == [".converter/outputs.jsonl", "sub/note.json"]


def test_a_damaged_journal_is_no_hindrance(tmp_path: Path) -> None:
    """Lines that are no records are left out; files with the same bytes are ours anyway."""
    with OutputFolder(tmp_path, force=False) as out:
        out.write({NOTE: b"1"})
    (tmp_path / ".converter" / "outputs.jsonl").write_bytes(b'{"path"\n[]\n\xff')
    with OutputFolder(tmp_path, force=False) as out:
        out.write({NOTE: b"1"})
        with pytest.raises(NotWritten):
            out.write({NOTE: b"1", Path("other"): b"", Path("sub/note.json/x"): b""})


def test_all_outputs_of_a_document_are_written_or_none(tmp_path: Path) -> None:
    """If one of them must not be written, none is."""
    (tmp_path / "b").write_text("foreign")
    with OutputFolder(tmp_path, force=False) as out, pytest.raises(NotWritten, match="b was not written"):
        out.write({Path("a"): b"1", Path("b"): b"2", Path("c"): b"3"})
    assert listing(tmp_path) == ["b"]


@pytest.mark.parametrize("place", ["x" * 300, "folder"])
def test_a_name_that_cannot_be_is_refused_with_words(place: str, tmp_path: Path) -> None:
    """A name that is too long, or that of a folder, is a finding."""
    (tmp_path / "folder").mkdir()
    with OutputFolder(tmp_path, force=True) as out, pytest.raises(NotWritten, match="cannot be written"):
        out.write({Path(place): b"1"})


def test_a_state_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """Our state is not written through a link."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".converter").symlink_to(tmp_path)
    with pytest.raises(NotWritten, match="it is a link"), OutputFolder(tmp_path / "out", force=True):
        pass
