"""A part of a reference: what it is called, where it stands, how sure it is."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A part of a reference: its name, its place, how sure it is (0 to 1)."""

    name: str
    start: int
    end: int
    confidence: float
