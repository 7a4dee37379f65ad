"""The same command on a cluster of Dask: the same bytes and the same report, whatever dies on the way.

The client runs in a process of its own, as do scheduler and workers: its library starts threads.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.batch.cluster.child import Manner
from converter.batch.cluster.keeper import Keeper
from converter.batch.cluster.versions import differences, versions_here
from converter.batch.inputs import Input
from converter.batch.options import Limits
from converter.batch.work import Made
from converter.diagnostics import Diagnostic
from tests.batch.archives import JSON_ONLY, convert, fill, litter, misbehave, outputs
from tests.batch.clusters import ROOT, LocalCluster, local_cluster

on_ci = pytest.mark.skipif(not os.environ.get("CI"), reason="takes long; runs where CI is set")
COMMAND = [sys.executable, "-m", "converter", "convert", "in", "--out", "out", "--to", "json", "--quiet"]
MISBEHAVING = """
import json, sys
from pathlib import Path
from converter.batch.run import Order, Run
from tests.batch import archives
from tests.batch.archives import JSON_ONLY, QUICK, codes
folder, address, name = sys.argv[1:]
place, conversion = Path(folder), getattr(archives, name)
order = Order([place / "in"], place / "out", JSON_ONLY, QUICK, convert=conversion, cluster=address)
with Run(order) as run:
    print(json.dumps(codes(list(run.lines()))))
"""
Fates = dict[str, list[str]]


def start(folder: Path, cluster: LocalCluster) -> subprocess.Popen[bytes]:
    """Start the command."""
    command = [*COMMAND, "--cluster", cluster.address]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(folder: Path, cluster: LocalCluster) -> tuple[int, bytes]:
    """Run the command to its end; return the exit code and what it says."""
    process = start(folder, cluster)
    _, err = process.communicate(timeout=120)
    return process.returncode, err


def fates(folder: Path, cluster: LocalCluster, conversion: str) -> Fates:
    """Convert with a conversion of the tests; return the errors."""
    command = [sys.executable, "-c", MISBEHAVING, str(folder), cluster.address, conversion]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, timeout=180, check=True)
    found: Fates = json.loads(done.stdout)
    return found


def report(out: Path) -> list[dict[str, object]]:
    """Return the report without the seconds."""
    lines = map(json.loads, (out / "report.jsonl").read_text("ascii").splitlines())
    return [{key: value for key, value in line.items() if key != "seconds"} for line in lines]


def wait_for_journal(out: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until something has come back from the workers."""
    journal = out / ".converter" / "journal-0.jsonl"
    while process.poll() is None and not (journal.exists() and journal.stat().st_size):
        time.sleep(0.02)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[LocalCluster]:
    """Start a scheduler and two workers."""
    with local_cluster(tmp_path, 2) as started:
        yield started


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path, cluster: LocalCluster) -> None:
    """One of two workers is killed mid-run: report and bytes are those of a run on one machine."""
    fill(tmp_path / "in", 120)
    subprocess.run(
        [*COMMAND[:5], "in", "--out", "local", "--to", "json", "--quiet"], cwd=tmp_path, check=True
    )
    process = start(tmp_path, cluster)
    wait_for_journal(tmp_path / "out", process)
    cluster.workers[0].send_signal(signal.SIGKILL)
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, b"")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "local")
    assert report(tmp_path / "out") == report(tmp_path / "local")
    assert litter(tmp_path / "out") == []
    assert finish(tmp_path, cluster) == (0, b"")
    assert {line["status"] for line in report(tmp_path / "out")} == {"skipped"}


@on_ci
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_a_run_that_is_stopped_is_taken_up(
    number: int, code: int, tmp_path: Path, cluster: LocalCluster
) -> None:
    """Stopped or killed it leaves what was done; the next run does the rest."""
    fill(tmp_path / "in", 120)
    expected = convert(tmp_path / "in", tmp_path / "local")
    process = start(tmp_path, cluster)
    wait_for_journal(tmp_path / "out", process)
    process.send_signal(number)
    _, err = process.communicate(timeout=5)
    assert (process.returncode, err.strip()) == (code, b"")
    assert len(outputs(tmp_path / "out")) < len(expected)
    assert finish(tmp_path, cluster) == (0, b"")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "local")
    assert litter(tmp_path / "out") == []


@on_ci
def test_a_scheduler_that_goes_away_is_told(tmp_path: Path, cluster: LocalCluster) -> None:
    """Words and an exit code; what was done is kept."""
    fill(tmp_path / "in", 120)
    process = start(tmp_path, cluster)
    wait_for_journal(tmp_path / "out", process)
    cluster.scheduler.send_signal(signal.SIGKILL)
    _, err = process.communicate(timeout=60)
    words = f"converter: the scheduler at {cluster.address} does not answer any more; what was done is kept"
    assert (process.returncode, err.decode().startswith(words), err.count(b"\n")) == (1, True, 1)
    assert outputs(tmp_path / "out")


@on_ci
def test_documents_that_misbehave_cost_only_themselves(tmp_path: Path, cluster: LocalCluster) -> None:
    """Time and memory are limited on workers too, and a process that dies is not the worker."""
    fill(tmp_path / "in", 20)
    told = {"exit": "worker-died", "hang": "time-limit", "eat": "memory-limit", "kill": "worker-died"}
    for fault in told:
        (tmp_path / "in" / f"{fault}-1.txt").write_text("A title\n\nText.\n")
    assert fates(tmp_path, cluster, "misbehave") == {f"{fault}-1.txt": [code] for fault, code in told.items()}
    assert len(outputs(tmp_path / "out")) == 20


@on_ci
def test_a_document_that_kills_workers_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its chunk is cut up until it stands alone; it has failed, and all others are converted."""
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    fill(tmp_path / "in", 12)
    (tmp_path / "in" / "slay-1.txt").write_text("A title\n\nText.\n")
    with local_cluster(tmp_path, 5) as cluster:
        assert fates(tmp_path, cluster, "slay") == {"slay-1.txt": ["worker-died"]}
    assert len(outputs(tmp_path / "out")) == 12


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nowhere", "nowhere is neither the address of a scheduler"),
        ("in/scheduler.json", "in/scheduler.json is no file of a scheduler: it holds no address"),
    ],
)
def test_a_cluster_that_is_none_is_told(address: str, words: str, tmp_path: Path) -> None:
    """Before anything is written."""
    fill(tmp_path / "in", 1)
    (tmp_path / "in" / "scheduler.json").write_text("{}")
    done = subprocess.run(
        [*COMMAND, "--cluster", address], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n"), words in done.stderr) == (1, 1, True)
    assert not (tmp_path / "out").exists()


def test_other_versions_are_told() -> None:
    """Whatever differs is named; the same versions are not."""
    assert differences(versions_here(), versions_here()) is None
    assert differences({"a": "1", "b": "2"}, {"a": "1"}) == "b 2 here, None there"


def test_a_keeper_limits_time_and_survives_deaths() -> None:
    """What a thread of a worker keeps: a process that may hang or die, and is replaced."""
    keeper = Keeper("run", Manner(JSON_ONLY, Limits(2.0, 256), misbehave))
    text = b"A title\n\nText.\n"
    try:
        answers = [
            keeper.convert(name, Input(name, text))[0] for name in ("exit-1.txt", "hang-1.txt", "a.txt")
        ]
    finally:
        keeper.end()
    assert [one.code if isinstance(one, Diagnostic) else type(one) for one in answers] == [
        "worker-died",
        "time-limit",
        Made,
    ]
