"""The rows of a file of JSON Lines: each an object with a path or an id, a text or bytes, and metadata."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from converter.batch.holders.members import Member, damaged, judged
from converter.batch.holders.spool import Spool
from converter.batch.holders.streams import Damaged, Forward, lines_of, opened
from converter.batch.origins import Origin, Row, read_row
from converter.diagnostics import Code
from converter.readers import FILE_LIMIT

LONGEST_LINE = 2 * FILE_LIMIT


def find(file: bytes, packing: str, spool: Spool) -> Iterator[Member]:
    """Yield the rows of a file, and last what is wrong with the whole."""
    with opened(file) as stream:
        try:
            lines = lines_of(Forward(stream, packing), LONGEST_LINE)
            for number, (start, length, line) in enumerate(lines, 1):
                if line is None or line.strip():
                    yield _member(
                        line, number, Origin(file, "line", start, length), spool if packing else None
                    )
        except Damaged as error:
            yield Member("", None, damaged(str(error)))
    spool.flush()


def _member(line: bytes | None, number: int, origin: Origin, spool: Spool | None) -> Member:
    if line is None:
        return unusable(number, f"it has more than {LONGEST_LINE} bytes")
    try:
        row = read_row(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return unusable(number, f"no object of JSON with the fields of an input: {error}")
    if row.problem is not None:
        return unusable(number, row.problem)
    return named(row, number, spool.add(line, "line") if spool is not None else origin)


def named(row: Row, number: int, origin: Origin) -> Member:
    """Return a row under its path, else its id, else its number."""
    name = row.path or (str(row.id) if row.id is not None else f"row-{number}")
    path, problem = judged(name)
    return Member(path, origin, problem)


def unusable(number: int, reason: str) -> Member:
    """Return a row that is no input."""
    return Member(f"row-{number}", None, Code.ROW_UNUSABLE.at(None, number=number, reason=reason))
