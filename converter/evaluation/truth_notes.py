"""What a labelled note says: its id and kind, its text, the works it cites and those it comes back to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.evaluation.brackets import DATE_KEYS, NOTE_KINDS, WORK_KEYS, Bracket, pieces
from converter.evaluation.gold import Block

ORPHAN = "orphan"
REPEATED = frozenset({"author", "editor", "translator"})
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "yclid")


@dataclass(frozen=True, slots=True)
class NoteHead:
    """What the bracket at the head of a note says."""

    id: str
    orphan: bool
    kind: str | None
    unknown: tuple[str, ...]
    """Words that mean nothing."""


@dataclass(frozen=True, slots=True)
class Back:
    """A work that is cited again: of which note, and the how manieth there."""

    note: str
    number: int = 1


@dataclass(slots=True)
class WorkTruth:
    """A work as a careful reader takes it apart."""

    type: str | None = None
    language: str | None = None
    names: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    """The other fields, the dates in ISO, the address without tracking parameters."""
    printed: dict[str, str] = field(default_factory=dict)
    """The same as they stand on the page."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is labelled."""
        return not (self.names or self.values)


@dataclass(frozen=True, slots=True)
class NoteTruth:
    """A note."""

    id: str
    text: str
    orphan: bool
    kind: str | None
    works: tuple[WorkTruth, ...]
    backs: tuple[Back, ...]
    line: int


def note_head(block: Block) -> NoteHead | None:
    """Return what the first bracket of a note says, or ``None`` if it is not that of a note."""
    first = next((piece for piece in pieces(block.text) if not isinstance(piece, str) or piece.strip()), None)
    if not isinstance(first, Bracket) or first.key != "n" or not first.value:
        return None
    name, *rest = first.value.split()
    kinds = [word for word in rest if word in NOTE_KINDS]
    unknown = tuple(word for word in rest if word not in NOTE_KINDS | {ORPHAN})
    return NoteHead(name, ORPHAN in rest, kinds[0] if kinds else None, unknown)


def backs_of(text: str) -> Iterator[Back]:
    """Yield the works that a note comes back to."""
    for piece in pieces(text):
        if isinstance(piece, Bracket) and piece.key == "back":
            note, _, number = piece.value.partition("#")
            yield Back(note, int(number) if number.isdecimal() else 1)


def reading(text: str, *, without: frozenset[str] = frozenset()) -> str:
    """Return what a labelled text reads: repairs made, and some brackets left out with what they hold."""
    left_out = without | {"m", "n", "x"}
    parts = []
    for piece in pieces(text):
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.key == "fix":
            parts.append(piece.value)
        elif piece.key not in left_out:
            parts.append(piece.printed)
    return "".join(parts)


def note_truth(block: Block, head: NoteHead) -> NoteTruth:
    """Return what a note says."""
    works = tuple(works_of(block.text))
    backs = tuple(backs_of(block.text))
    return NoteTruth(head.id, reading(block.text).strip(), head.orphan, head.kind, works, backs, block.line)


def works_of(text: str) -> Iterator[WorkTruth]:
    """Yield the works that a note cites for the first time."""
    work = WorkTruth()
    for piece in pieces(text):
        if isinstance(piece, str):
            continue
        if piece.key == "work":
            if not work.is_empty:
                yield work
            work = WorkTruth(piece.value or None)
        elif piece.key in WORK_KEYS:
            _add(work, piece)
    if not work.is_empty:
        yield work


def _add(work: WorkTruth, bracket: Bracket) -> None:
    printed = " ".join(bracket.printed.split())
    if bracket.key in REPEATED:
        work.names.append(bracket.value or printed)
        work.printed.setdefault("author", printed)
        return
    work.printed.setdefault(bracket.key, printed)
    work.values.setdefault(bracket.key, _value(bracket, printed))
    if bracket.key == "title":
        work.language = work.language or bracket.value or None


def _value(bracket: Bracket, printed: str) -> str:
    if bracket.key in DATE_KEYS:
        return bracket.value
    if bracket.key == "url":
        return clean_address("".join(printed.split()))
    return "".join(printed.split()) if bracket.key == "doi" else printed


def clean_address(url: str) -> str:
    """Return an address without the parameters that only count visitors.

    >>> clean_address("https://a.example/x?id=4&utm_source=news")
    'https://a.example/x?id=4'
    """
    address, mark, fragment = url.partition("#")
    path, question, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not part.lower().startswith(TRACKING)]
    return path + (question + "&".join(kept) if kept else "") + (mark + fragment if fragment else "")
