"""What a worker of the cluster does for one task: a chunk of documents, one after the other."""

from __future__ import annotations

import pickle
import threading
from dataclasses import dataclass
from typing import Any

from converter.batch.cluster.child import Manner
from converter.batch.cluster.keeper import Ended, Keeper
from converter.batch.cluster.versions import Versions, differences, versions_here
from converter.batch.inputs import Input
from converter.batch.work import Made
from converter.diagnostics import Diagnostic
from converter.errors import ConverterError


@dataclass(frozen=True, slots=True)
class Chunk:
    """Documents that are converted on one worker."""

    run: str
    versions: Versions
    manner: Manner
    documents: tuple[tuple[int, str, Input], ...]
    """Number, name in the report, what was read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one document of a chunk."""

    number: int
    made: Made | Diagnostic
    seconds: float


class Differs(ConverterError):
    """A worker has other versions than the machine that the run was started on."""


_keepers: dict[int, Keeper] = {}
"""Thread → who keeps its process."""
_ended: set[str] = set()
_lock = threading.Lock()


def convert_chunk(packed: bytes) -> bytes:
    """Convert a chunk, as a task; raise ``Differs`` if this machine must not."""
    chunk: Chunk = pickle.loads(packed)  # noqa: S301 - from the one who started the run
    told = differences(chunk.versions, versions_here())
    if told is not None:
        raise Differs(told)
    answers: list[Answer] = []
    try:
        keeper = _keeper(chunk)
        for number, label, given in chunk.documents:
            answers.append(Answer(number, *keeper.convert(label, given)))
    except Ended:
        answers.clear()
    return pickle.dumps(answers)


def end_run(run: str) -> int:
    """End all processes of a run on this worker; return how many."""
    with _lock:
        _ended.add(run)
        over = [thread for thread, keeper in _keepers.items() if keeper.run == run]
        keepers = [_keepers.pop(thread) for thread in over]
    for keeper in keepers:
        keeper.end()
    return len(keepers)


def _keeper(chunk: Chunk) -> Keeper:
    """Return who keeps the process of this thread for this run."""
    thread = threading.get_ident()
    with _lock:
        if chunk.run in _ended:
            raise Ended
        present: Any = _keepers.get(thread)
        if present is None or present.run != chunk.run:
            if present is not None:
                present.end()
            _keepers[thread] = Keeper(chunk.run, chunk.manner)
        return _keepers[thread]
