"""A process on a worker of the cluster that converts one document after the other."""

from __future__ import annotations

import os
import pickle
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from converter.batch.inputs import Input
from converter.batch.options import Limits, Options
from converter.batch.work import Convert, make, warm_up
from converter.batch.worker import NO_MEMORY, READY, limit_memory

IDLE_SECONDS = 120.0
"""A process that is asked for nothing so long ends."""
GRACE = 10
"""Seconds beyond the limit after which the system ends a process whose supervisor is no more."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How all documents of a run are converted."""

    options: Options
    limits: Limits
    convert: Convert


def serve(file: int) -> None:
    """Be such a process: answer what comes through a pipe until it is closed."""
    channel = Connection(file)
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        manner: Manner = pickle.loads(channel.recv_bytes())  # noqa: S301 - from the worker that started us
        limit_memory(manner.limits)
        warm_up(manner.options)
        channel.send_bytes(READY)
        while channel.poll(IDLE_SECONDS):
            _answer(channel, manner)
    os._exit(0)


def _answer(channel: Connection, manner: Manner) -> None:
    try:
        label, given = _asked(channel)
        _alarm(int(manner.limits.seconds) + GRACE)
        made = make(given, label, manner.options, manner.convert)
        channel.send_bytes(pickle.dumps(made))
    except MemoryError:
        os._exit(NO_MEMORY)
    _alarm(0)


def _asked(channel: Connection) -> tuple[str, Input]:
    label, given = pickle.loads(channel.recv_bytes())  # noqa: S301
    return label, given


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
