"""How often values of a kind were right, where it was measured, when a rule said it was so sure."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

NUMBER = re.compile(r"/\d+")


class Curve(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """What the rules say of one kind of value, rising, and the share that was right."""

    said: tuple[float, ...]
    right: tuple[float, ...]


@cache
def curves() -> Mapping[str, Curve]:
    """Return the curve of each kind of value: a JSON pointer with ``*`` for its numbers."""
    text = (files("converter.profiles") / "tables" / "calibration.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Curve])


def kind_of(field: str) -> str:
    """Return what kind of value a pointer leads to.

    >>> kind_of("/references/12/author/0")
    '/references/*/author/*'
    """
    return NUMBER.sub("/*", field)


def is_measured(field: str) -> bool:
    """Tell whether it was measured how often values of this kind are right."""
    return kind_of(field) in curves()


def calibrated(field: str, said: float) -> float:
    """Return how sure a value is, given how sure its rule says it is; what a person states is sure."""
    curve = curves().get(kind_of(field))
    if curve is None or said >= 1:
        return said
    at = bisect_left(curve.said, said)
    if at == 0:
        return min(said, curve.right[0]) if said < curve.said[0] else curve.right[0]
    if at == len(curve.said):
        return curve.right[-1]
    low, high = curve.said[at - 1], curve.said[at]
    share = (said - low) / (high - low)
    return round(curve.right[at - 1] + share * (curve.right[at] - curve.right[at - 1]), 2)
