"""What each sign of a passage is worth when it is asked how likely the passage is read wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp

import msgspec


class Opinion(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Weights of signs that speak for one kind of error, or against it."""

    least: float
    """How likely the error must be to be reported."""
    weights: Mapping[str, float]

    def doubt(self, signs: Iterable[str]) -> float:
        """Return how likely a passage with these signs is read wrongly, from 0 to 1.

        >>> Opinion(0.4, {"short": 2.0, "last": -2.0}).doubt(["short", "last", "unknown"])
        0.5
        """
        weights = self.weights
        return 1.0 / (1.0 + exp(-sum([weights[sign] for sign in signs if sign in weights])))


class Judge(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """What was learned from labelled pages (``tests.training.judge``)."""

    paragraphs: Opinion
    """A passage is taken for something else than it is, or cut or joined wrongly."""
    notes: Opinion
    """A note or a marker in the passage is not seen, or leads elsewhere."""


@cache
def load_judge() -> Judge:
    """Return the judge that is part of the package."""
    table = files("converter.profiles") / "tables" / "judge.json"
    return msgspec.json.decode(table.read_text(encoding="utf-8"), type=Judge)
