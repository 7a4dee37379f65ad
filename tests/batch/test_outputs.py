"""What stands in the output folder after a run, and after one that died."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from converter.batch.lock import Busy
from converter.batch.outputs import OutputFolder
from converter.batch.state import State
from converter.batch.writing import NotWritten, Writer
from tests.batch.archives import codes, convert, fill, litter

NOTE = Path("sub/note")


@contextmanager
def writer(folder: Path, *, force: bool = False) -> Iterator[Writer]:
    """Open an output folder and write to it."""
    with OutputFolder(folder, force=force) as out, State.opened(out.state) as state:
        yield Writer(folder, state, force=force)


def listing(folder: Path) -> list[str]:
    """Return what is in a folder, but for our state."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(str(path) for path in found if path.parts[0] != ".converter")


def test_a_folder_to_which_nothing_was_written_has_no_state(tmp_path: Path) -> None:
    """A run without outputs leaves nothing of ours, also no lock."""
    (tmp_path / "out").mkdir()
    with writer(tmp_path / "out"):
        pass
    assert list((tmp_path / "out").iterdir()) == []


def test_what_was_written_aside_has_no_name_until_it_is_given(tmp_path: Path) -> None:
    """Files appear when they are named, and those that never were are swept."""
    with writer(tmp_path) as write:
        staged = write.stage(NOTE, {".json": b"1"})
        write.stage(Path("other"), {".json": b"2"})
        assert listing(tmp_path) == []
        write.sync()
        staged.give_names()
    assert listing(tmp_path) == ["sub/note.json"]
    assert not (tmp_path / ".converter").exists()


def test_the_same_bytes_are_adopted_and_others_are_foreign(tmp_path: Path) -> None:
    """Without any state a file with the bytes that we would write is ours, another one is not."""
    (tmp_path / "a.json").write_bytes(b"1")
    with writer(tmp_path) as write:
        assert write.stage(Path("a"), {".json": b"1"}).moves == ()
        with pytest.raises(NotWritten, match=r"a\.json was not written"):
            write.stage(Path("a"), {".json": b"2"})


def test_all_outputs_of_a_document_are_written_or_none(tmp_path: Path) -> None:
    """If one of them must not be written, none is."""
    (tmp_path / "a.b").write_text("foreign")
    with writer(tmp_path) as write, pytest.raises(NotWritten, match=r"a\.b was not written"):
        write.stage(Path("a"), {".a": b"1", ".b": b"2", ".c": b"3"})
    assert listing(tmp_path) == ["a.b"]


@pytest.mark.parametrize("name", ["x" * 300, "folder"])
def test_a_name_that_cannot_be_is_refused_with_words(name: str, tmp_path: Path) -> None:
    """A name that is too long, or that of a folder, is a finding."""
    (tmp_path / "folder").mkdir()
    with writer(tmp_path, force=True) as write, pytest.raises(NotWritten, match="cannot be written"):
        write.stage(Path(name), {"": b"1"}).give_names()


def test_a_state_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """Our state is not written through a link."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".converter").symlink_to(tmp_path)
    with pytest.raises(NotWritten, match="it is a link"), writer(tmp_path / "out", force=True):
        pass


def test_two_runs_at_once_are_refused_with_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second waits for a moment and says who is at work; afterwards it may begin."""
    monkeypatch.setattr("converter.batch.lock.PATIENCE", 0.1)
    words = r"another run is writing to .* \(process \d+\)"
    with writer(tmp_path), pytest.raises(Busy, match=words), writer(tmp_path):
        pass
    with writer(tmp_path):
        pass


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda text: text[: len(text) // 2], id="truncated"),
        pytest.param(lambda text: text[:-9] + b"\0" * 9, id="zeros"),
        pytest.param(lambda _: b"garbage", id="garbage"),
        pytest.param(lambda _: None, id="gone"),
    ],
)
def test_a_damaged_output_is_made_again(damage: object, tmp_path: Path) -> None:
    """What an accident leaves of a file of ours is replaced, and told where anything was left."""
    folder = fill(tmp_path / "in", 2)
    convert(folder, tmp_path / "out")
    path = tmp_path / "out" / "00" / "0001.json"
    whole = path.read_bytes()
    left = damage(whole)  # type: ignore[operator]
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    _, line = convert(folder, tmp_path / "out")
    assert path.read_bytes() == whole
    restored = [found.code for found in line.diagnostics if found.code == "output-restored"]
    assert restored == ["output-restored"] * (left is not None)


def test_the_work_of_a_person_is_kept(tmp_path: Path) -> None:
    """An output that was changed and is still sound is not replaced."""
    folder = fill(tmp_path / "in", 1)
    convert(folder, tmp_path / "out")
    path = tmp_path / "out" / "00" / "0000.json"
    changed = path.read_text().replace("LIGHTHOUSES", "Lighthouses")
    path.write_text(changed)
    assert codes(convert(folder, tmp_path / "out")) == {"0000.txt": ["foreign-file"]}
    assert path.read_text() == changed


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_state_is_no_hindrance(content: bytes, tmp_path: Path) -> None:
    """All is converted again, and what is there is known as ours because it is the same."""
    folder = fill(tmp_path / "in", 3)
    convert(folder, tmp_path / "out")
    (tmp_path / "out" / ".converter" / "state.db").write_bytes(content)
    assert [line.status for line in convert(folder, tmp_path / "out")] == ["warning"] * 3
    assert [line.status for line in convert(folder, tmp_path / "out")] == ["skipped"] * 3
    assert litter(tmp_path / "out") == []


def test_the_journal_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    """Files that version 0.1 wrote are ours, and a line that is damaged is left out."""
    folder = fill(tmp_path / "in", 1)
    state = tmp_path / "out" / ".converter"
    state.mkdir(parents=True)
    (tmp_path / "out" / "00").mkdir()
    (tmp_path / "out" / "00" / "0000.json").write_bytes(b"{}")
    sha256 = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    (state / "outputs.jsonl").write_text(f'{{"path"\n{{"path": "00/0000.json", "sha256": "{sha256}"}}\n')
    assert codes(convert(folder, tmp_path / "out")) == {}
    assert litter(tmp_path / "out") == []
