"""A cluster for the tests, as a person starts one: a scheduler and workers from the command line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DASK = [sys.executable, "-m", "dask"]
PATIENCE = 60.0
ROOT = Path(__file__).parents[2]


class LocalCluster:
    """The processes of a cluster on this machine."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        self._folder = folder
        port = self.address.rpartition(":")[2]
        place = ("--host", "127.0.0.1", "--port", port, "--no-dashboard")
        self.scheduler = self._start("scheduler", *place)
        self.workers: list[subprocess.Popen[bytes]] = []

    def add_workers(self, count: int, *options: str) -> None:
        """Start workers and wait until the scheduler knows them."""
        wanted = len(self.workers) + count
        for number in range(len(self.workers), wanted):
            scratch = str(self._folder / f"worker-{number}")
            options = ("--nthreads", "1", "--no-dashboard", "--local-directory", scratch, *options)
            self.workers.append(self._start("worker", self.address, *options))
        until = time.monotonic() + PATIENCE
        while self._log("scheduler").count("Register worker") < wanted and time.monotonic() < until:
            time.sleep(0.05)

    def stop(self) -> None:
        """End everything."""
        for process in (*self.workers, self.scheduler):
            process.send_signal(signal.SIGKILL)
            process.wait()

    def _start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"{kind}.log").open("ab") as log:
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            return subprocess.Popen(
                [*DASK, kind, *arguments], stdout=log, stderr=log, cwd=self._folder, env=environment
            )

    def _log(self, kind: str) -> str:
        return (self._folder / f"{kind}.log").read_text("utf-8", "replace")


@contextmanager
def local_cluster(folder: Path, workers: int) -> Iterator[LocalCluster]:
    """Start a cluster; it ends with the block."""
    cluster = LocalCluster(folder)
    try:
        cluster.add_workers(workers, "--no-nanny")
        yield cluster
    finally:
        cluster.stop()
