"""The table of a folder: which of its rows speak of a document."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath

from converter.diagnostics import Code
from converter.sidecars.sidecar import TABLE, Sidecar

FILE = ("file", "filename", "file name", "name", "dosya", "path")
"""What the column may be called that names the documents; else it is the first."""

SIGNS = ",;\t|"
Row = tuple[int, tuple[str, ...]]
"""The line on which a row begins, and its cells."""


def rows_of(content: bytes, document: str) -> Sidecar | None:
    """Return the head of the table with the rows of a document, or ``None`` if there is none."""
    try:
        head, rows = _table(content)
    except (UnicodeDecodeError, csv.Error) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        return Sidecar(TABLE, b"", problem=Code.SIDECAR_UNREADABLE.at(None, file=TABLE, reason=reason))
    found = rows.get(_key(document)) or rows.get(_key(PurePath(document).stem))
    if not found:
        return None
    lines = [head, *(cells for _, cells in found)]
    return Sidecar(TABLE, _written(lines), line=found[-1][0])


@lru_cache(maxsize=8)
def _table(content: bytes) -> tuple[tuple[str, ...], dict[str, list[Row]]]:
    """Return the head, and the rows by the document that they name."""
    text = content.decode("utf-8-sig")
    first = text.partition("\n")[0]
    sign = max(SIGNS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    head: tuple[str, ...] = ()
    rows: dict[str, list[Row]] = {}
    at = 1
    for cells in reader:
        if not head:
            head = tuple(cell.strip() for cell in cells)
            column = next((place for place, cell in enumerate(head) if cell.lower() in FILE), 0)
        elif len(cells) > column and cells[column].strip():
            rows.setdefault(_key(PurePath(cells[column].strip()).name), []).append((at, tuple(cells)))
        at = reader.line_num + 1
    return head, rows


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _written(lines: Sequence[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(lines)
    return stream.getvalue().encode()
