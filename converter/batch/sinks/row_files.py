"""How rows of documents are written into files: JSON Lines, compressed, or Parquet."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from converter.batch.holders.parquet_rows import parquet_library
from converter.batch.record import Finding
from converter.batch.sinks import Sink
from converter.errors import ConverterError

FORMATS: Mapping[str, str] = {
    ".tei.xml": "tei", ".json": "json", ".bib": "bibtex", ".csl.json": "csl_json", ".ris": "ris"
}  # fmt: skip
"""File ending → field of a row."""


class DocumentRow(msgspec.Struct, frozen=True):
    """One document: what came of it, and its outputs, each the text that the file would hold."""

    path: str
    name: str | None
    """Where its outputs would stand in a folder, without their endings."""
    status: str
    findings: tuple[Finding, ...]
    profile: str | None = None
    publisher: str | None = None
    tei: str | None = None
    json: str | None = None
    bibtex: str | None = None
    csl_json: str | None = None
    ris: str | None = None


class RowFile(NamedTuple):
    """A kind of file with rows."""

    ending: str
    pack: Callable[[Sequence[bytes]], bytes]
    """Rows, each as JSON → the file."""
    unpack: Callable[[bytes], list[bytes]]


def row_file(sink: Sink) -> RowFile:
    """Return how the files of a sink are written and read; raise with words if a part is not installed."""
    if sink == "parquet":
        parquet_library()
        return RowFile(".parquet", _to_parquet, _from_parquet)
    if sink == "jsonl-zstd":
        zstandard = _zstandard()
        return RowFile(
            ".jsonl.zst",
            lambda rows: zstandard.ZstdCompressor(level=9).compress(_lines(rows)),
            lambda content: _rows(zstandard.ZstdDecompressor().decompress(content)),
        )
    return RowFile(
        ".jsonl.gz",
        lambda rows: gzip.compress(_lines(rows), compresslevel=6, mtime=0),
        lambda content: _rows(gzip.decompress(content)),
    )


encode_row = msgspec.json.Encoder().encode


def _lines(rows: Sequence[bytes]) -> bytes:
    return b"".join(row + b"\n" for row in rows)


def _rows(lines: bytes) -> list[bytes]:
    return lines.split(b"\n")[:-1]


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise ConverterError("Zstandard needs an optional part: pip install 'converter[zstd]'") from None
    return zstandard


def parquet_schema() -> Any:
    """Return the columns of a Parquet file; ``docs/archives.md`` describes them."""
    arrow, _ = parquet_library()
    text, number = arrow.string(), arrow.int64()
    span = arrow.struct([("start", number), ("end", number)])
    finding = arrow.struct(
        [
            *((name, text) for name in ("code", "severity", "message")),
            *((name, number) for name in ("line", "column")),
            *(("span", span), ("field", text)),
        ]
    )
    texts = [one.name for one in msgspec.structs.fields(DocumentRow)]
    return arrow.schema([(name, arrow.list_(finding) if name == "findings" else text) for name in texts])


def _to_parquet(rows: Sequence[bytes]) -> bytes:
    arrow, parquet = parquet_library()
    table = arrow.Table.from_pylist([msgspec.json.decode(row) for row in rows], schema=parquet_schema())
    target = io.BytesIO()
    parquet.write_table(table, target, compression="zstd", use_dictionary=["status", "profile", "publisher"])
    return target.getvalue()


def _from_parquet(content: bytes) -> list[bytes]:
    _, parquet = parquet_library()
    rows = parquet.read_table(io.BytesIO(content), use_threads=False).to_pylist()
    return [encode_row(msgspec.convert(row, DocumentRow)) for row in rows]
