"""Plain lists of references: one a line, read into works in the same order."""

from __future__ import annotations

from msgspec.structs import replace

from converter.diagnostics import Diagnostic
from converter.normalizers.kept import forget
from converter.normalizers.keys import KeyRing, citation_key
from converter.references.lines import find_lines
from converter.references.reading import read_reference
from converter.references.record import ParsedReference, PartSpan, ReferenceList
from converter.works import Work

__all__ = ["ParsedReference", "PartSpan", "ReferenceList", "parse_references"]


def parse_references(text: str) -> ReferenceList:
    """Read a plain list of references, one a line; the works come in the order of the lines.

    A line that is no reference becomes a work that holds it whole as its note.

    >>> found = parse_references("1. Orman, A. (2019). The lamps of the shore. Tidal Review, 12(3), 45-67.")
    >>> work = found.works[0]
    >>> work.id, work.title, work.container, work.page
    ('orman2019lamps', 'The lamps of the shore', 'Tidal Review', '45-67')
    """
    forget()
    ring = KeyRing()
    read: list[ParsedReference] = []
    findings: list[Diagnostic] = []
    for line in find_lines(text):
        reference, doubts = read_reference(text[line.start : line.end], line.start)
        number = len(read)
        work = replace(reference.work, id=ring.take(_key(reference, number)))
        read.append(replace(reference, work=work, label=line.label))
        findings += [
            replace(doubt, field=f"/{number}" + (f"/{doubt.field}" if doubt.field else ""))
            for doubt in doubts
        ]
    return ReferenceList(text, tuple(read), tuple(findings))


def _key(reference: ParsedReference, number: int) -> str:
    """Return the key of a work; a line that is no reference is counted."""
    if not reference.understood:
        return f"line{number + 1}"
    work = reference.work
    year = next((date.date[:4] for date in (work.issued, work.accessed) if date), None)
    return citation_key(_first_name(work), year, work.title, work.language or "und")


def _first_name(work: Work) -> str:
    people = work.author or work.editor
    if people:
        return people[0].family or people[0].literal
    return work.container or work.publisher or "anon"
