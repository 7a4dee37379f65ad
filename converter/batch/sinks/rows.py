"""Outputs as rows of large files: a part holds the documents that follow each other in the order of the plan.

A part is named by its number and by the hash of its content, so that one is never written over another: it
appears whole, and those that are no longer wanted go when a run has come to its end. A document that is up to
date keeps its row, byte for byte; so the parts are the same whatever runs there were before.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from converter.batch.journal import Entry, RowPlace
from converter.batch.parcels import open_parcel
from converter.batch.record import Line, printable, read_line
from converter.batch.sinks.delivery import Delivery
from converter.batch.sinks.row_files import FORMATS, DocumentRow, RowFile, encode_row
from converter.batch.state import Known, Row, State
from converter.batch.steps import Job, Step

MOST_ROWS = 1000
LARGEST = 16 * 1024 * 1024
"""A part is full when it has so many rows, or so many bytes before they are packed."""


@dataclass(frozen=True, slots=True)
class Place:
    """One document of the part that is being filled."""

    target: Path | None
    entry: Entry
    row: bytes | None
    """``None`` if it is to be taken from where it is."""
    size: int
    old: Row | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What a sink of rows works with."""

    state_folder: Path
    state: State
    delivery: Delivery
    kind: RowFile
    whole: frozenset[str]
    """The parts of earlier runs that are as they were written."""
    remember: Callable[[Sequence[Entry]], None]
    """Writes to the journal and brings it to the disk."""


@dataclass(slots=True)
class Rows:
    """The sink of a run."""

    desk: Desk
    _places: list[Place] = field(default_factory=list)
    _size: int = 0
    _number: int = 0
    _used: set[str] = field(default_factory=set)
    _old: dict[str, list[bytes]] = field(default_factory=dict)
    """The rows of the part of an earlier run that was read last."""

    def take(self, step: Step, entry: Entry) -> None:
        """Give a document its place in the part."""
        line = read_line(entry.report)
        if line.status == "skipped" and not line.is_earlier:
            return
        target = step.target if isinstance(step, Job) else None
        old = self.desk.state.find_row(target) if target is not None and line.is_earlier else None
        if old is not None:
            place = Place(target, entry, None, old.size, old)
        else:
            row = encode_row(self._row(line, step, entry))
            place = Place(target, entry, row, len(row))
        self._places.append(place)
        self._size += place.size
        if len(self._places) >= MOST_ROWS or self._size >= LARGEST:
            self._close()

    def finish(self, *, complete: bool) -> None:
        """Write the last part; of a run that was stopped only parts that were full stay."""
        if not complete:
            return
        if self._places:
            self._close()
        for part in self.desk.state.parts():
            if part not in self._used:
                self.desk.delivery.remove(part)

    def _row(self, line: Line, step: Step, entry: Entry) -> DocumentRow:
        contents = open_parcel(self.desk.state_folder, entry.parcel) if entry.parcel else {}
        texts = {FORMATS[ending]: content.decode() for ending, content in contents.items()}
        path, name = line.path, None
        if isinstance(step, Job):  # below its input, so that an archive may be moved
            name = printable(step.target.as_posix())
            path = printable(step.target.with_name(step.path.name).as_posix())
        return DocumentRow(path, name, line.status, line.diagnostics, line.profile, line.publisher, **texts)

    def _close(self) -> None:
        """Write the part, unless it is there as it is to be."""
        name = self._unchanged() or self._write()
        self._used.add(name)
        self._places.clear()
        self._size = 0
        self._number += 1

    def _unchanged(self) -> str | None:
        """Return the name of the part that holds exactly these rows."""
        first = self._places[0].old
        if first is None or not first.part.startswith(self._prefix()) or first.among != len(self._places):
            return None
        held = ((place.old.part, place.old.at) if place.old else None for place in self._places)
        same = all(one == (first.part, index) for index, one in enumerate(held))
        return first.part if same else None

    def _write(self) -> str:
        rows = [self._taken(place) for place in self._places]
        content = self.desk.kind.pack(rows)
        name = f"{self._prefix()}{hashlib.sha256(content).hexdigest()[:12]}{self.desk.kind.ending}"
        among = len(self._places)
        self.desk.remember([_entry(place, name, index, among) for index, place in enumerate(self._places)])
        if name not in self.desk.whole and name not in self._used:
            aside = self.desk.state_folder / f"aside-{os.getpid()}-part"
            aside.write_bytes(content)
            self.desk.delivery.deliver(aside, name)
        return name

    def _taken(self, place: Place) -> bytes:
        if place.row is not None or place.old is None:
            return place.row or b""
        return self._rows_of(place.old.part)[place.old.at]

    def _rows_of(self, part: str) -> list[bytes]:
        if part not in self._old:
            self._old = {part: self.desk.kind.unpack(self.desk.delivery.read(part))}
        return self._old[part]

    def _prefix(self) -> str:
        return f"part-{self._number:05}-"


def _entry(place: Place, part: str, index: int, among: int) -> Entry:
    """Return what the journal keeps of a document: where its row is, and, if it is new, the rest."""
    if place.target is None:
        return Entry("")
    row = RowPlace(os.fsencode(place.target).hex(), part, index, among, place.size)
    if place.old is not None:
        return Entry("", row=row)
    return Entry(place.entry.report, place.entry.outcome, row=row)


def whole_parts(state: State, delivery: Delivery, ending: str) -> frozenset[str]:
    """Return the parts of earlier runs whose content is the one that their name tells."""
    known = [part for part in state.parts() if part.endswith(ending)]
    hashes = ((part, delivery.sha256(part)) for part in known)
    return frozenset(part for part, sha256 in hashes if sha256 and f"-{sha256[:12]}." in part)


class InRows:
    """Outputs as rows of parts."""

    def __init__(self, state: State, whole: frozenset[str]) -> None:
        self._state = state
        self._whole = whole

    def lacks(self, target: Path) -> str | None:
        """Say whether the row of a document is gone."""
        row = self._state.find_row(target)
        return None if row is not None and row.part in self._whole else "its row is gone"

    def changed(self, _target: Path, _known: Known) -> str | None:
        """Say that nothing else can be wrong: a part whose hash is right holds the row."""
        return None
