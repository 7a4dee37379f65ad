"""Whether a finding points at a value: the rule by which a wrong value counts as a silent error or not.

A finding points at a value if it is a warning or an error, and either

* its ``field`` is the value, a part of the value, or the list or object that the value directly belongs to
  (``/references/3`` for ``/references/3/title``, never ``/references``), or
* its place overlaps or touches that of the value, be it the value that was found or the one that is printed;

and if its code is about values of this kind. A finding over more than half of the text points at nothing, and
so does one without field and place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from converter.diagnostics import Diagnostic, Severity
from converter.evaluation.outcomes import Outcome
from converter.source import Span

TOO_WIDE = frozenset({"", "/metadata", "/references", "/body", "/footnotes", "/front_matter", "/back_matter"})
NOTE_PARTS = frozenset({"note", "note-link", "note-kind"})
ABOUT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "title": frozenset({"title", "subtitle", "cite.title"}),
        "author": frozenset({"author", "author-role", "cite.author", "work.author"}),
        "name": frozenset({"author", "author-role", "work.author", "translator"}),
        "date": frozenset({"published", "cite.date", "work.issued", "work.accessed", "work.date"}),
        "year": frozenset({"published", "cite.year", "cite.date", "work.issued"}),
        "issued": frozenset({"work.issued", "work.date", "work.accessed"}),
        "series": frozenset({"series", "cite.series", "cite.number"}),
        "publisher": frozenset({"publisher", "acronym", "cite.publisher"}),
        "url": frozenset({"url", "website", "work.url", "cite.url"}),
        "rights": frozenset({"rights"}),
        "language": frozenset({"language", "work.language"}),
        "marker": NOTE_PARTS,
        "note": NOTE_PARTS,
        "orphan": NOTE_PARTS,
        "paragraph": frozenset({"paragraph", "heading", "item", "kind", "place"}),
    }
)
"""First word of a code → the kinds of values that such findings are about; other codes are about all."""


def with_flags(outcomes: Iterable[Outcome], findings: Iterable[Diagnostic], length: int) -> list[Outcome]:
    """Say of each wrong value whether a finding points at it; ``length`` is that of the source text."""
    grave = [one for one in findings if one.severity != Severity.INFO]
    return [
        outcome
        if outcome.right
        else replace(outcome, flagged=any(points_at(one, outcome, length) for one in grave))
        for outcome in outcomes
    ]


def alarms(
    outcomes: Iterable[Outcome], findings: Iterable[Diagnostic], length: int
) -> list[tuple[str, bool]]:
    """Return the code of each warning, and whether it points at a value that is wrong."""
    wrong = [outcome for outcome in outcomes if not outcome.right]
    grave = [one for one in findings if one.severity != Severity.INFO]
    return [(one.code, any(points_at(one, outcome, length) for outcome in wrong)) for one in grave]


def points_at(finding: Diagnostic, outcome: Outcome, length: int) -> bool:
    """Say whether a finding points at a value."""
    if not _is_about(finding.code, outcome.field):
        return False
    if finding.field is not None and outcome.pointer and _names(finding.field, outcome.pointer):
        return True
    return finding.span is not None and any(_touch(finding.span, place, length) for place in outcome.places)


def _is_about(code: str, field: str) -> bool:
    about = ABOUT.get(re.split("-", code.removeprefix("missing-").removeprefix("invalid-"), maxsplit=1)[0])
    return about is None or field in about


def _names(named: str, pointer: str) -> bool:
    """Say whether a field is the value, a part of it, or what it directly belongs to."""
    if named == pointer or named.startswith(f"{pointer}/"):
        return True
    return named not in TOO_WIDE and pointer.rpartition("/")[0] == named


def _touch(span: Span, place: Span, length: int) -> bool:
    if span.end - span.start > length / 2:
        return False
    return span.start <= place.end + 1 and place.start <= span.end + 1
