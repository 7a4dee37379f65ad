"""The model that labels references, as it is shipped."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

import msgspec

from converter.references.features import Extractor, Key
from converter.references.tagger import Model, pack

NEAR = 60
"""How far a reading may fall behind, in steps of the training, before it is given up."""

DEAR = 80
"""How much worse a reading with a title may be than the best one without, in the same steps."""

SURE = 400
"""How far ahead of the next best a part is quite sure, in the same steps."""


class Shipped(msgspec.Struct):
    """What the file holds."""

    scale: float
    classes: dict[str, str]
    follows: tuple[tuple[tuple[int, ...], ...], ...]
    words: dict[str, bytes]
    places: dict[int, bytes]


@cache
def load_model(name: str = "model.bin") -> Model:
    """Return a model; it is read once."""
    return load_packed((Path(__file__).parent / name).read_bytes())


def load_packed(packed: bytes) -> Model:
    """Return a model as it was trained."""
    shipped = msgspec.msgpack.decode(zlib.decompress(packed), type=Shipped)
    weights: dict[Key, int] = {key: int.from_bytes(lanes, "little") for key, lanes in shipped.words.items()}
    weights |= {key: int.from_bytes(lanes, "little") for key, lanes in shipped.places.items()}
    follows = shipped.follows
    rows = tuple((*map(pack, table), 0) for table in follows)
    columns = tuple((*map(pack, zip(*table, strict=True)), 0) for table in follows)
    extractor = Extractor(weights.get, 0, shipped.classes)
    steps = (round(steps * shipped.scale) for steps in (NEAR, DEAR, SURE))
    return Model(extractor, rows, columns, *steps)
