"""What watches over the process that converts on a worker of the cluster: time, memory, and its end.

A task of Dask cannot be stopped, and a document that ends its process would end the worker, with all that it
holds. So each thread of a worker keeps a process of its own, as a run on one machine does.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from time import monotonic, perf_counter

from converter.batch.cluster.child import Manner
from converter.batch.crew import OTHER_SECONDS, PATIENCE, how_it_ended, resident_bytes
from converter.batch.inputs import Input
from converter.batch.work import Made
from converter.batch.worker import NO_MEMORY, READY
from converter.diagnostics import Code, Diagnostic
from converter.errors import ConverterError

TICK = 0.1
CODE = "from converter.batch.cluster.child import serve; serve({file})"


class Ended(Exception):
    """The run that this is for is over."""


class Keeper:
    """One process that converts, and whoever replaces it."""

    def __init__(self, run: str, manner: Manner) -> None:
        self.run = run
        self._manner = manner
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: Connection | None = None
        self._is_over = False

    def convert(self, label: str, given: Input) -> tuple[Made | Diagnostic, float]:
        """Convert a document, or say why it was given up; and how long that took."""
        how = ""
        for _attempt in range(2):
            started = perf_counter()
            fate = self._attempt(label, given)
            if not isinstance(fate, str):
                return fate, perf_counter() - started
            how = fate
        return Code.WORKER_DIED.at(None, how=how), perf_counter() - started

    def end(self) -> None:
        """End the process; nothing is converted any more."""
        self._is_over = True
        self._kill()

    def _attempt(self, label: str, given: Input) -> Made | Diagnostic | str:
        """Let the process convert a document; if it dies, return how."""
        if self._is_over:
            raise Ended
        channel = self._opened()
        try:
            channel.send_bytes(pickle.dumps((label, given)))
            problem = self._wait(channel)
            if problem is not None:
                self._kill()
                return problem
            made: Made = pickle.loads(channel.recv_bytes())  # noqa: S301 - from a process of ours
        except (EOFError, OSError):
            return self._fate()
        return made

    def _wait(self, channel: Connection) -> Diagnostic | None:
        """Wait for the answer; return what speaks against waiting any longer."""
        limits = self._manner.limits
        until = monotonic() + limits.seconds
        while not channel.poll(TICK):
            if monotonic() > until:
                return Code.TIME_LIMIT.at(None, seconds=f"{limits.seconds:g}")
            if self._process and resident_bytes(self._process.pid) > limits.mebibytes << 20:
                return Code.MEMORY_LIMIT.at(None, mebibytes=limits.mebibytes)
        return None

    def _fate(self) -> Diagnostic | str:
        """Say what became of a process that answers no more."""
        if self._is_over:
            raise Ended
        process = self._process
        self._kill()
        code = process.returncode if process is not None else None
        if code == NO_MEMORY:
            return Code.MEMORY_LIMIT.at(None, mebibytes=self._manner.limits.mebibytes)
        return how_it_ended(code)

    def _opened(self) -> Connection:
        """Return the way to the process, which is started if there is none."""
        if self._channel is None or self._process is None or self._process.poll() is not None:
            self._kill()
            self._start()
        if self._channel is None:
            raise Ended
        return self._channel

    def _start(self) -> None:
        ours, theirs = multiprocessing.Pipe()
        file = theirs.fileno()
        command = [sys.executable, "-c", CODE.format(file=file)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        nowhere = subprocess.DEVNULL
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            command, pass_fds=[file], env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere,
            start_new_session=True,
        )  # fmt: skip
        theirs.close()
        ours.send_bytes(pickle.dumps(self._manner))
        if not _says_ready(ours):
            self._kill()
            raise ConverterError("the process that is to convert ends at its start")
        self._channel = ours

    def _kill(self) -> None:
        process, self._process = self._process, None
        channel, self._channel = self._channel, None
        if process is not None:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
        if channel is not None:
            channel.close()


def _says_ready(channel: Connection) -> bool:
    with suppress(EOFError, OSError):
        return channel.poll(OTHER_SECONDS) and channel.recv_bytes() == READY
    return False
