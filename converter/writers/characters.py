"""Which characters no output may hold, and what stands for them instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from converter.model import Commentary

if TYPE_CHECKING:
    from typing import TypeAlias

    Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"

FORBIDDEN = re.compile(
    r"""
      [\x00-\x08\x0b\x0c\x0e-\x1f]   # control characters
    | [\ud800-\udfff]                # one half of a pair
    | [\ufffe\uffff]                 # never characters
    """,
    re.VERBOSE,
)
REPLACEMENT = "\ufffd"


def without_forbidden(commentary: Commentary) -> Commentary:
    """Return the commentary with U+FFFD for each character that XML forbids; all offsets stay true."""
    return msgspec.convert(_replaced(msgspec.to_builtins(commentary)), Commentary)


def _replaced(value: Plain) -> Plain:
    if isinstance(value, str):
        return FORBIDDEN.sub(REPLACEMENT, value)
    if isinstance(value, dict):
        return {key: _replaced(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_replaced(item) for item in value]
    return value
