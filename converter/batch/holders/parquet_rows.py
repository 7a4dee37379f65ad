"""The rows of a Parquet file, with the same columns as a file of JSON Lines has fields."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from converter.batch.holders.members import Member, damaged
from converter.batch.holders.rows import named, unusable
from converter.batch.holders.spool import Spool
from converter.batch.holders.streams import opened
from converter.batch.origins import Row
from converter.errors import ConverterError

AT_ONCE = 32
"""Rows in memory."""
COLUMNS = ("path", "id", "text", "base64", "bytes", "metadata")


def find(file: bytes, _packing: str, spool: Spool) -> Iterator[Member]:
    """Yield the rows of a file, and last what is wrong with the whole."""
    arrow, parquet = parquet_library()
    with opened(file) as stream:
        try:
            table = parquet.ParquetFile(stream)
            columns = [name for name in COLUMNS if name in table.schema_arrow.names]
            number = 0
            for batch in table.iter_batches(batch_size=AT_ONCE, columns=columns, use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    yield _member(values, number, spool)
        except (arrow.ArrowException, OSError, ValueError) as error:
            yield Member("", None, damaged(" ".join(str(error).split())[:200]))
    spool.flush()


def _member(values: Mapping[str, Any], number: int, spool: Spool) -> Member:
    try:
        row = msgspec.convert(_fields(values), Row)
    except (msgspec.ValidationError, ValueError, TypeError) as error:
        return unusable(number, f"its columns are not those of an input: {error}")
    if row.problem is not None:
        return unusable(number, row.problem)
    return named(row, number, spool.add(msgspec.json.encode(row), "line"))


def _fields(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as an object of JSON would have it: bytes as base64, metadata as an object."""
    fields = {name: value for name, value in values.items() if value is not None and name != "bytes"}
    content = values.get("bytes")
    if content is not None:
        fields["base64"] = base64.b64encode(content).decode("ascii")
    metadata = fields.get("metadata")
    if isinstance(metadata, str):
        fields["metadata"] = msgspec.json.decode(metadata)
    elif isinstance(metadata, list):  # the map type of Parquet
        fields["metadata"] = dict(metadata)
    return fields


def parquet_library() -> tuple[Any, Any]:
    """Return pyarrow and its part for Parquet; raise with words if it is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise ConverterError("Parquet needs an optional part: pip install 'converter[parquet]'") from None
    return pa, parquet
