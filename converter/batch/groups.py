"""A few dozen documents that reach the disk together: journal, disk, names."""

from __future__ import annotations

from time import monotonic

from converter.batch.journal import Journal, Place
from converter.batch.work import Bench, Taken

GROUP, GROUP_SECONDS = 32, 0.5
"""So many documents reach the disk together, or fewer if they are slow."""


class Group:
    """Documents whose outputs wait for their names."""

    def __init__(self, bench: Bench, journal: Journal) -> None:
        self._bench = bench
        self._journal = journal
        self._waiting: list[tuple[int, Taken]] = []
        self._since = monotonic()

    def add(self, number: int, taken: Taken) -> None:
        """Take in what came of a document."""
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append((number, taken))

    @property
    def is_full(self) -> bool:
        """Whether it is time to bring them to the disk."""
        return len(self._waiting) >= GROUP or (
            bool(self._waiting) and monotonic() - self._since > GROUP_SECONDS
        )

    def finish(self) -> list[tuple[int, Place]]:
        """Let what waits appear; return where in the journal each document stands."""
        taken = [one for _, one in self._waiting]
        places = self._journal.add([one.entry for one in taken])
        if any(one.staged is not None for one in taken):
            self._journal.sync()
            self._bench.outbox.sync()
        named = [self._bench.name(one) for one in taken]
        for index, (before, after) in enumerate(zip(taken, named, strict=True)):
            if after is not before:
                (places[index],) = self._journal.add([after.entry])
        told = [(number, place) for (number, _), place in zip(self._waiting, places, strict=True)]
        self._waiting.clear()
        return told
