"""What comes of reading a document that the converter wrote: the model itself, which needs no analysis."""

from __future__ import annotations

import msgspec

from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.model import SCHEMA_ID, Commentary
from converter.source import Source

MEDIA_TYPE = "application/json"


class _Head(msgspec.Struct, rename={"schema": "$schema"}):
    """What says which schema a JSON document follows."""

    schema: str | None = None


class ReadBack(msgspec.Struct, frozen=True):
    """A commentary as it was written, and the text that the places of its findings count in."""

    source: Source
    commentary: Commentary


def read_json(content: bytes, name: str, sha256: str) -> ReadBack:
    """Read a JSON document that the converter wrote; another one is refused, with the place that differs."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(name, Code.JSON_SYNTAX.at(None, reason="it is not UTF-8")) from error
    try:
        schema = msgspec.json.decode(text, type=_Head).schema
        commentary = msgspec.json.decode(text, type=Commentary) if schema == SCHEMA_ID else None
    except msgspec.ValidationError as error:
        ours = f'"{SCHEMA_ID}"' in text
        finding = (
            Code.JSON_SCHEMA.at(None, reason=str(error)) if ours else Code.NOT_OURS.at(None, kind="JSON")
        )
        raise UnreadableInput(name, finding) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableInput(name, Code.JSON_SYNTAX.at(None, reason=str(error))) from error
    except ValueError as error:  # a value that the model refuses
        raise UnreadableInput(name, Code.JSON_SCHEMA.at(None, reason=str(error))) from error
    if commentary is None:
        raise UnreadableInput(name, Code.NOT_OURS.at(None, kind="JSON"))
    source = Source(name, MEDIA_TYPE, "utf-8", sha256, text, ())
    return ReadBack(source, commentary)
