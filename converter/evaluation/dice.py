"""Throws that are the same for the same words: how a form decides where it damages a page."""

from __future__ import annotations

from hashlib import sha256


class Dice:
    """A row of numbers that depends on its seed and on nothing else.

    >>> Dice("harbour", "hyphens").throw(6) == Dice("harbour", "hyphens").throw(6)
    True
    """

    def __init__(self, *seed: str) -> None:
        self._seed = ":".join(seed)
        self._count = 0

    def throw(self, sides: int) -> int:
        """Return a number from 0, less than ``sides``."""
        self._count += 1
        digest = sha256(f"{self._seed}:{self._count}".encode()).digest()
        return int.from_bytes(digest[:8]) % sides
