"""What a person says of a document in a file beside it: ``NAME.yaml``, or a row of ``metadata.csv``.

A sidecar is found by ``find_sidecars`` (names only; whoever may open files says how) and read by
``read_sidecars`` into clues that are believed before the page, and findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from converter.diagnostics import Code, Diagnostic
from converter.sidecars.sidecar import ENDINGS, SIDECAR_LIMIT, TABLE, Sidecar
from converter.source import Clue

__all__ = ["SIDECAR_LIMIT", "Opener", "Sidecar", "find_sidecars", "is_sidecar", "read_sidecars"]

Opener = Callable[[Path], bytes | None]
"""Returns the bytes of a file, or ``None`` if it is not there; raises ``OSError`` for any other trouble."""


def is_sidecar(name: str) -> bool:
    """Tell whether a file of this name may speak of others, so that it is no input that was left out.

    >>> is_sidecar("note.yaml"), is_sidecar("metadata.csv"), is_sidecar("note.txt")
    (True, True, False)
    """
    return name == TABLE or name.endswith(ENDINGS)


def find_sidecars(document: Path, opener: Opener) -> tuple[Sidecar, ...]:
    """Return what stands beside a document and speaks of it: its own file before the table of the folder."""
    from converter.sidecars.table import rows_of  # most documents have no sidecar

    own = [_opened(document.with_suffix(ending), opener) for ending in ENDINGS if document.stem]
    table = _opened(document.with_name(TABLE), opener)
    if table is not None and table.problem is None:
        table = rows_of(table.content, document.name)
    return tuple(sidecar for sidecar in (*own, table) if sidecar is not None)


def _opened(path: Path, opener: Opener) -> Sidecar | None:
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        content = opener(path)
    except OSError as error:
        reason = error.strerror or str(error)
        return Sidecar(name, b"", problem=Code.SIDECAR_UNREADABLE.at(None, file=name, reason=reason))
    if content is None:
        return None
    if len(content) > SIDECAR_LIMIT:
        problem = Code.SIDECAR_UNREADABLE.at(None, file=name, reason=f"more than {SIDECAR_LIMIT} bytes")
        return Sidecar(name, b"", problem=problem)
    return Sidecar(name, content)


def read_sidecars(sidecars: Iterable[Sidecar]) -> tuple[tuple[Clue, ...], tuple[Diagnostic, ...]]:
    """Return what sidecars say, the first before the others, and what is wrong with them."""
    from converter.sidecars.reading import read_sidecar

    clues: list[Clue] = []
    findings: list[Diagnostic] = []
    for sidecar in sidecars:
        if sidecar.problem is not None:
            findings.append(sidecar.problem)
        else:
            said, wrong = read_sidecar(sidecar)
            clues += said
            findings += wrong
    return tuple(clues), tuple(findings)
