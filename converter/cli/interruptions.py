"""Signals that wait: while workers are at work, SIGINT and SIGTERM are noted and come through afterwards."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


Answer = Callable[[int, FrameType | None], object]


class Interruption:
    """The first signal that came, if one did."""

    def __init__(self) -> None:
        self._noted: tuple[int, FrameType | None] | None = None

    def note(self, number: int, frame: FrameType | None) -> None:
        """Take note of a signal."""
        self._noted = self._noted or (number, frame)

    def is_there(self) -> bool:
        """Say whether a signal has come."""
        return self._noted is not None

    def come_through(
        self, answers: Mapping[signal.Signals, Callable[[int, FrameType | None], object]]
    ) -> None:
        """Do what would have been done at once."""
        if self._noted is not None:
            answers[signal.Signals(self._noted[0])](*self._noted)


@contextmanager
def deferred() -> Iterator[Interruption]:
    """Let signals wait until the end of a block; one that is ignored stays so."""
    interruption = Interruption()
    answers = {number: answer for number in SIGNALS if callable(answer := signal.getsignal(number))}
    for number in answers:
        signal.signal(number, interruption.note)
    try:
        yield interruption
    finally:
        for number, answer in answers.items():
            signal.signal(number, answer)
    interruption.come_through(answers)
