"""What was learnt of heads: for each thing that may be true of a line, how much it speaks for each region."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from struct import Struct
from typing import NamedTuple

import msgspec

from converter.analysis import regions
from converter.analysis.head_keys import Known

REGIONS = (
    regions.TITLE, regions.SUBTITLE, regions.BYLINE, regions.LINE, regions.HEADER, regions.ABSTRACT,
    regions.BODY, regions.ABOUT, regions.CITE_AS, regions.COLOPHON,
)  # fmt: skip
"""The regions that a weight speaks for or against, in the order of its lanes."""

LANE, LIFT = 32, 1 << 20
"""Bits of a lane, and what keeps each of them above zero."""

UNIT = 1000.0
"""A score of one, as the lanes have it."""

UNPACK = Struct(f"<{len(REGIONS)}I").unpack
WIDTH = LANE // 8 * len(REGIONS)


class Shipped(msgspec.Struct):
    """What the file holds."""

    weights: dict[str, bytes]
    names: str
    common: str


class Learned(NamedTuple):
    """What was learnt: words that were met, and the weights of each key as one number, a lane a region."""

    known: Known
    weights: Mapping[str, int]


def pack(weights: Sequence[float]) -> bytes:
    """Write the weights of one key down as the file has them."""
    return b"".join((round(weight * UNIT) + LIFT).to_bytes(LANE // 8, "little") for weight in weights)


@cache
def load_heads() -> Learned:
    """Return what was learnt; it is read once."""
    packed = (Path(__file__).parent / "heads.bin").read_bytes()
    shipped = msgspec.msgpack.decode(zlib.decompress(packed), type=Shipped)
    known = Known(frozenset(shipped.names.split()), frozenset(shipped.common.split()))
    return Learned(known, {key: int.from_bytes(lanes, "little") for key, lanes in shipped.weights.items()})


def said_by(keys: Iterable[str], weights: Mapping[str, int]) -> dict[str, float]:
    """Return how much all that is true of a line speaks for each region."""
    known = [weights[key] for key in keys if key in weights]
    lanes = UNPACK(sum(known).to_bytes(WIDTH, "little"))
    lift = LIFT * len(known)
    return {region: (lane - lift) / UNIT for region, lane in zip(REGIONS, lanes, strict=True)}
