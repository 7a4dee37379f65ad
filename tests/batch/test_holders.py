"""Archives and files of rows as inputs: like a folder if they are sound, findings if they are not."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import os
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from converter.batch.options import Options
from converter.batch.plan import make_plan
from converter.batch.steps import Job, Refusal
from converter.pipeline import DEFAULT_FORMATS
from tests.batch.archives import codes, convert, fill, outputs

TEXT = "A title\n\nSome text of a document.\n"
SIDECAR = "author: Ada Orman\n"
TARS: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes,
    "tar.gz": gzip.compress,
    "tar.bz2": bz2.compress,
    "tar.xz": lzma.compress,
    "tar.zst": zstandard.compress,
}


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """Write an archive with such members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def tarred(path: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    """Write a tar archive with such members."""
    with tarfile.open(path, "w") as archive:
        for entry, content in members:
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


def planned(path: Path) -> dict[str, str]:
    """Return what becomes of each member: the place of its outputs, or the code and words against it."""
    with make_plan([path], path.parent / "out") as plan:
        return {
            step.label.removeprefix(str(path)): str(step.target)
            if isinstance(step, Job)
            else f"{step.diagnostic.code}: {step.diagnostic.message}"
            for step in plan.steps()
        }


def pack(folder: Path, ending: str) -> Path:
    """Pack a folder; return the archive."""
    path = folder.parent / f"packed.{ending}"
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    if ending == "zip":
        return zipped(path, {str(one.relative_to(folder)): one.read_bytes() for one in files})
    with tarfile.open(path, "w") as archive:
        archive.add(folder, ".")
    path.write_bytes(TARS[ending](path.read_bytes()))
    return path


@pytest.mark.parametrize("ending", ["zip", *TARS] if os.environ.get("CI") else ["zip", "tar", "tar.zst"])
def test_an_archive_gives_what_the_folder_gives(ending: str, tmp_path: Path) -> None:
    """Outputs, findings and order are those of the folder, sidecars included; only the paths differ."""
    folder = fill(tmp_path / "in", 12)
    (folder / "00" / "0003.yaml").write_text(SIDECAR)
    (folder / "01" / "metadata.csv").write_text("file,title\n0011.txt,The lamps\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    archive = pack(folder, ending)
    expected = convert(folder, tmp_path / "expected")
    lines = convert(archive, tmp_path / "out")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "expected")
    assert [one.path.replace(f"{archive}!", str(folder)) for one in lines] == [one.path for one in expected]
    assert [one.outputs for one in lines] == [one.outputs for one in expected]
    assert [[told.code for told in one.diagnostics] for one in lines] == [
        [told.code for told in one.diagnostics] for one in expected
    ]
    assert sorted(path.name for path in (tmp_path / "out" / ".converter").iterdir()) == ["state.db"]
    assert {line.status for line in convert(archive, tmp_path / "out", jobs=1)} == {"skipped"}


def test_members_with_hostile_names_are_refused(tmp_path: Path) -> None:
    """No name leads out of the output folder or into our state, however it is written."""
    names = [
        "../up.txt",
        "a/../../up.txt",
        "/etc/up.txt",
        "C:\\up.txt",
        "..\\up.txt",
        "a/.converter/x.txt",
        "b.txt",
    ]
    assert planned(zipped(tmp_path / "a.zip", dict.fromkeys(names, b"x"))) == {
        "!/../up.txt": "archive-member: not read: its name leads out of the archive",
        "!/a/../../up.txt": "archive-member: not read: its name leads out of the archive",
        "/etc/up.txt": "archive-member: not read: its name is an absolute path",
        "!/C:\\up.txt": "archive-member: not read: its name is an absolute path",
        "!/..\\up.txt": "archive-member: not read: its name leads out of the archive",
        "!/a/.converter/x.txt": "file-skipped: left out: it belongs to the state of the converter",
        "!/b.txt": "b",
    }


def test_what_is_no_file_or_an_archive_again_is_told(tmp_path: Path) -> None:
    """Links are left out, archives in archives and what macOS adds are named."""
    link, hard, pipe, plain = (tarfile.TarInfo(name) for name in ("l.txt", "h.txt", "p.txt", "b.txt"))
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    hard.type, hard.linkname = tarfile.LNKTYPE, "b.txt"
    pipe.type = tarfile.FIFOTYPE
    nested, mac = tarfile.TarInfo("inner.zip"), tarfile.TarInfo("__MACOSX/._b.txt")
    members = ((link, b""), (hard, b""), (pipe, b""), (plain, b"x"), (nested, b"PK"), (mac, b"x"))
    assert planned(tarred(tmp_path / "a.tar", *members)) == {
        "!/b.txt": "b",
        "!/h.txt": "file-skipped: left out: it is a link",
        "!/inner.zip": "archive-member: not read: it is an archive in an archive; "
        "take it out and convert it by itself",
        "!/l.txt": "file-skipped: left out: it is a link",
        "!/p.txt": "file-skipped: left out: it is no regular file",
        "!/__MACOSX/._b.txt": "file-skipped: left out: macOS adds it to archives; it is no document",
    }


def test_a_member_that_stands_twice_is_told(tmp_path: Path) -> None:
    """The first is converted, the second has failed; an archive that is named twice is read once."""
    content = zipped(tmp_path / "a.zip", {"a.txt": b"x", "b.txt": b"y"}).read_bytes()
    (tmp_path / "a.zip").write_bytes(content.replace(b"b.txt", b"a.txt"))
    with make_plan([tmp_path / "a.zip"] * 2, tmp_path / "out") as plan:
        steps = list(plan.steps())
    assert [type(step) for step in steps] == [Job, Refusal]
    assert isinstance(steps[1], Refusal)
    assert steps[1].diagnostic.code == "name-collision"


def test_bombs_are_refused(tmp_path: Path) -> None:
    """By their growth, by their size, and by bytes that several members share."""
    bomb = zipped(tmp_path / "a.zip", {"a.txt": bytes(4 << 20), "b.txt": b"x"})
    assert planned(bomb)["!/a.txt"] == (
        "archive-member: not read: it grows more than 200-fold when it is unpacked, as a bomb does"
    )
    shared = bytearray(zipped(tmp_path / "b.zip", {"a.txt": b"x" * 90, "b.txt": b"y" * 90}).read_bytes())
    second = shared.rindex(b"PK\x01\x02")
    struct.pack_into("<L", shared, second + 42, 0)
    (tmp_path / "b.zip").write_bytes(shared)
    assert planned(tmp_path / "b.zip") == {
        "!/a.txt": "a",
        "!/b.txt": "archive-member: not read: its bytes are also those of another member, as in a bomb",
    }


def test_a_packed_stream_that_grows_without_end_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is unpacked is counted, and a header may not ask for our memory."""
    monkeypatch.setattr("converter.batch.holders.streams.HARMLESS", 1 << 20)
    entry = tarfile.TarInfo("a.txt")
    entry.size = 32 << 20
    with gzip.open(tmp_path / "a.tar.gz", "wb", compresslevel=9) as stream:
        stream.write(entry.tobuf())
        stream.write(bytes(8 << 20))
    assert planned(tmp_path / "a.tar.gz") == {
        "": "archive-damaged: cannot be read to its end, what could be read of it is converted: "
        "it grows more than 1000-fold when it is unpacked, as a bomb does"
    }
    header = tarfile.TarInfo("pax")
    header.type, header.size = tarfile.XHDTYPE, 1 << 32
    (tmp_path / "b.tar").write_bytes(header.tobuf() + bytes(4096))
    assert planned(tmp_path / "b.tar") == {
        "": "archive-damaged: cannot be read to its end, what could be read of it is converted: "
        "a header of 4294967296 bytes"
    }


@pytest.mark.parametrize("ending", ["zip", *TARS])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.5])
def test_an_archive_that_is_cut_off_is_told(ending: str, share: float, tmp_path: Path) -> None:
    """Wherever it ends: what is there is planned, and the archive itself has a finding."""
    archive = pack(fill(tmp_path / "in", 5), ending)
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    assert planned(archive)[""].startswith("archive-damaged: cannot be read to its end")


def test_an_encrypted_or_damaged_member_is_told(tmp_path: Path) -> None:
    """A password is asked for by nobody; a checksum that is wrong is the member's own finding."""
    archive = zipped(tmp_path / "a.zip", {"a.txt": TEXT.encode(), "b.txt": TEXT.encode() * 3})
    content = bytearray(archive.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    content[content.rindex(b"PK\x01\x02") + 16] ^= 255
    archive.write_bytes(content)
    assert codes(convert(archive, tmp_path / "out")) == {"a.txt": ["archive-member"], "b.txt": ["unreadable"]}


def test_a_document_is_no_archive(tmp_path: Path) -> None:
    """A package of Word is read as such, also when it is called a ZIP archive."""
    document = zipped(tmp_path / "a.zip", {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"})
    assert planned(document) == {"": "a"}


def test_an_archive_in_a_folder_is_named_and_not_opened(tmp_path: Path) -> None:
    """What is found in a folder is opened only when it is named."""
    zipped(tmp_path / "in.zip", {"a.txt": b"x"})
    (tmp_path / "b.txt").write_text(TEXT)
    assert planned(tmp_path)["/in.zip"] == (
        "file-skipped: left out: an archive in a folder is not opened; name it as an input of its own"
    )


ROWS: list[dict[str, object]] = [
    {"path": "north/a.txt", "text": TEXT, "metadata": {"author": ["Ada Orman", "Bo Lind"]}},
    {"id": 17, "base64": base64.b64encode(TEXT.encode("utf-16")).decode()},
    {"text": TEXT},
    {"path": "../up.txt", "text": TEXT},
    {"path": "none.txt"},
]


def test_rows_are_inputs(tmp_path: Path) -> None:
    """A row has a path or id, a text or bytes, and what it says of itself is believed as a sidecar is."""
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, ROWS)) + "\n\n[]\n")
    assert planned(file) == {
        "!/north/a.txt": "north/a",
        "!/17": "17",
        "!/row-3": "row-3",
        "!/../up.txt": "archive-member: not read: its name leads out of the archive",
        "!/row-5": "row-unusable: row 5 is no input: it must have text or base64, and not both",
        "!/row-7": "row-unusable: row 7 is no input: no object of JSON with the fields of an input: "
        "Expected `object`, got `array`",
    }
    convert(file, tmp_path / "out")
    document = json.loads((tmp_path / "out" / "north" / "a.json").read_text("utf-8"))
    assert [one["family"] for one in document["metadata"]["authors"]] == ["Orman", "Lind"]
    assert json.loads((tmp_path / "out" / "17.json").read_text("utf-8"))["metadata"]["title"] == "A title"


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "jsonl.gz": gzip.compress,
    "jsonl.zst": zstandard.compress,
    "jsonl.xz": lzma.compress,
}


@pytest.mark.parametrize("ending", PACKINGS)
def test_packed_rows_give_what_plain_ones_give(ending: str, tmp_path: Path) -> None:
    """The same outputs; one that is cut off is told."""
    plain, packed = tmp_path / "rows.jsonl", tmp_path / f"rows.{ending}"
    plain.write_text("\n".join(map(json.dumps, ROWS[:3])))
    packed.write_bytes(PACKINGS[ending](plain.read_bytes()))
    convert(plain, tmp_path / "plain")
    convert(packed, tmp_path / "packed")
    assert outputs(tmp_path / "packed") == outputs(tmp_path / "plain")
    assert len(outputs(tmp_path / "plain")) == 3
    packed.write_bytes(packed.read_bytes()[:20])
    assert "archive-damaged" in planned(packed)[""]


WRITE_PARQUET = """
import json, sys
import pyarrow as pa
from pyarrow import parquet
text, metadata = sys.argv[1:]
table = {
    "path": ["north/a.txt", None, None],
    "id": [None, "17", None],
    "text": [text, None, text],
    "bytes": [None, text.encode("utf-16"), None],
    "metadata": [metadata, None, None],
}
parquet.write_table(pa.table(table), "rows.parquet")
"""


def test_rows_of_parquet_give_what_others_give(tmp_path: Path) -> None:
    """The same columns, with bytes as such; in processes of their own, for the library has threads."""
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS[:3])))
    convert(tmp_path / "rows.jsonl", tmp_path / "plain", options=Options(DEFAULT_FORMATS))
    writing = [sys.executable, "-c", WRITE_PARQUET, TEXT, json.dumps(ROWS[0]["metadata"])]
    subprocess.run(writing, cwd=tmp_path, check=True)
    command = [sys.executable, "-m", "converter", "convert", "rows.parquet", "-o", "out", "--quiet"]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).stderr == b""
    assert outputs(tmp_path / "out") == outputs(tmp_path / "plain")
    (tmp_path / "rows.parquet").write_bytes((tmp_path / "rows.parquet").read_bytes()[:-9])
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (done.returncode, "archive-damaged" in done.stderr) == (1, True)


def test_an_archive_of_many_members_is_planned_in_order(tmp_path: Path) -> None:
    """All members are numbered in the order of folders, files before those further down."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(3_000):
            archive.writestr(f"{number // 100}/{number}.txt", b"")
    with make_plan([tmp_path / "a.zip"], tmp_path / "out") as plan:
        assert plan.total == 3_000
        assert plan.step(3_000).label.endswith("9/999.txt")
