"""The entries of a BibTeX file with their places, read by a parser that is not ours."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from converter.diagnostics import Code
from converter.validation.bibtex_commas import behind_value, missing_comma
from converter.validation.findings import FileFinding
from converter.validation.latex import plain_value

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry, ParsingFailedBlock

ENTRY_START = re.compile(r"@\s*(?P<type>\w+)\s*[{(]\s*(?P<key>[^\s,{}()\"]*)")


@dataclass(frozen=True, slots=True)
class BibField:
    """A field as written, delimiters included, and where its name stands."""

    raw: str
    line: int
    column: int

    @property
    def value(self) -> str:
        """The text that it stands for, braces and escapes undone."""
        return plain_value(self.raw)

    @property
    def is_bare(self) -> bool:
        """Whether it is written without delimiters: a number or the name of a macro."""
        return self.raw[:1] not in '{"'


@dataclass(frozen=True, slots=True)
class BibEntry:
    """One entry: type and names of fields in lower case."""

    type: str
    key: str
    line: int
    fields: dict[str, BibField]
    uncommaed: tuple[tuple[str, str], ...] = ()
    """Fields that follow another one without a comma between: the names of both."""

    def value(self, name: str) -> str | None:
        """Return the text of a field, ``None`` if the entry does not have it."""
        found = self.fields.get(name)
        return found.value if found is not None else None


@dataclass(frozen=True, slots=True)
class BibFile:
    """What was read, and what could not be."""

    path: str
    entries: tuple[BibEntry, ...]
    macros: frozenset[str]
    """Names that the file defines with ``@string``."""
    findings: tuple[FileFinding, ...]


def read_bibtex(text: str, path: str) -> BibFile:
    """Read every entry that can be read; what cannot is a finding, and the reading goes on behind it."""
    from bibtexparser.model import Entry, ExplicitComment, ImplicitComment, ParsingFailedBlock, String
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it logs is in the blocks too
    lines = text.split("\n")
    entries: list[BibEntry] = []
    findings: list[FileFinding] = []
    macros: set[str] = set()
    failed = False
    for block in Splitter(text).split().blocks:
        if isinstance(block, Entry):
            entries.append(_entry(block, lines))
        elif isinstance(block, ParsingFailedBlock):
            findings.append(_failure(block, path))
            entries.extend(_rescued(block, lines))
        elif isinstance(block, String):
            macros.add(block.key.lower())
        elif isinstance(block, ImplicitComment):
            findings.extend(() if failed else _stray_text(block, path))
        elif not isinstance(block, ExplicitComment):
            continue  # a preamble
        failed = isinstance(block, ParsingFailedBlock)
    return BibFile(path, tuple(entries), frozenset(macros), tuple(findings))


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _entry(block: Entry, lines: list[str]) -> BibEntry:
    """Take the entry apart; a field that a missing comma hid in the value before it is one of its own."""
    fields: dict[str, BibField] = {}
    uncommaed: list[tuple[str, str]] = []
    for field in block.fields:
        name, raw, line = field.key.strip(), str(field.value).strip(), field.start_line or 0
        while hidden := behind_value(raw):
            fields.setdefault(name.lower(), BibField(hidden.value, line + 1, _column(lines, line, name)))
            uncommaed.append((name.lower(), hidden.name.lower()))
            line += raw.count("\n", 0, hidden.start)
            name, raw = hidden.name, hidden.rest
        fields.setdefault(name.lower(), BibField(raw, line + 1, _column(lines, line, name)))
    return BibEntry(block.entry_type.lower(), block.key, _line(block), fields, tuple(uncommaed))


def _column(lines: list[str], number: int, name: str) -> int:
    """Return where in a line the name of a field stands, from 1."""
    line = lines[number] if number < len(lines) else ""
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?=\s*(?:=|$))", line)
    return found.start() + 1 if found else 1


def _failure(block: ParsingFailedBlock, path: str) -> FileFinding:
    """Say why a block could not be read."""
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    start = ENTRY_START.search(block.raw or "")
    key = start["key"] if start else None
    if isinstance(block, DuplicateBlockKeyBlock):
        return FileFinding(path, _line(block), 1, Code.ID_DUPLICATE.at(None, id=block.key), block.key)
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        return FileFinding(
            path, _line(block), 1, Code.BIBTEX_SYNTAX.at(None, reason=f"{names} stands twice in {key}"), key
        )
    reason = missing_comma(block.raw or "", key)
    if reason is None and key:
        reason = f"the entry {key} is not closed, or a brace in it has no partner"
    reason = reason or "an entry cannot be read"
    return FileFinding(path, _line(block), 1, Code.BIBTEX_SYNTAX.at(None, reason=reason), key)


def _rescued(block: ParsingFailedBlock, lines: list[str]) -> Iterator[BibEntry]:
    """Yield the entry in a block that was refused only for a double."""
    from bibtexparser.model import Entry

    inner = block.ignore_error_block
    if isinstance(inner, Entry):
        yield _entry(inner, lines)


def _stray_text(block: Block, path: str) -> Iterator[FileFinding]:
    """Report braces between entries: the entry before them was closed too early."""
    for number, line in enumerate((block.raw or "").split("\n")):
        if not line.lstrip().startswith("%") and re.search(r"[{}]", line):
            reason = f"stands outside of any entry, so a brace before it has no partner: {line.strip()[:60]}"
            yield FileFinding(path, _line(block) + number, 1, Code.BIBTEX_SYNTAX.at(None, reason=reason))
            return
