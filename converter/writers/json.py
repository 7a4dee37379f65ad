"""What a commentary is in JSON: the model itself, key by key."""

from __future__ import annotations

import msgspec

from converter.model import Commentary
from converter.writers.characters import without_forbidden

ENCODER = msgspec.json.Encoder()
DECODER = msgspec.json.Decoder(Commentary)


def write_json(commentary: Commentary) -> str:
    """Write a commentary as JSON, two blanks a level, letters as they are."""
    try:
        encoded = ENCODER.encode(commentary)
    except UnicodeEncodeError:  # one half of a pair, which UTF-8 cannot hold
        encoded = ENCODER.encode(without_forbidden(commentary))
    return (msgspec.json.format(encoded, indent=2) + b"\n").decode()


def read_json(text: str | bytes) -> Commentary:
    """Read what ``write_json`` wrote; the result equals what was written."""
    return DECODER.decode(text)
