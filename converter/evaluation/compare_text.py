"""The body, the markers and what stands round them, compared with the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from converter.evaluation.document import Document, FoundLink, FoundUnit
from converter.evaluation.outcomes import Finder, Outcome, compared, judged
from converter.evaluation.truth import Link, Truth, Unit
from converter.evaluation.wording import bare, pairs
from converter.source import Span

FIELDS: Mapping[str, str] = MappingProxyType({"head": "heading", "item": "item"})
"""Label → how its units are counted; all others are paragraphs."""
KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "p": frozenset({"paragraph"}),
        "notice": frozenset({"paragraph"}),
        "head": frozenset({"heading"}),
        "item": frozenset({"list"}),
        "quote": frozenset({"quote"}),
        "table": frozenset({"table"}),
        "caption": frozenset({"paragraph", "figure", "table"}),
        "credit": frozenset({"paragraph", "figure"}),
    }
)
"""Label → the types of block that are right for it."""
SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "about": ("about-author",),
        "cite": ("cite-as",),
        "colophon": ("colophon", "line", "furniture"),
        "title": ("title", "line"),
        "subtitle": ("subtitle", "title", "line"),
        "byline": ("byline",),
        "role": ("byline", "line", "about-author"),
        "date": ("date", "series", "line"),
        "series": ("series", "date", "line"),
        "abstract": ("abstract",),
        "keywords": ("keywords",),
    }
)
"""Label → the sections that are right for it; any section, if it is not named."""


def compare_body(truth: Truth, document: Document, finder: Finder) -> Iterator[Outcome]:
    """Yield what became of each paragraph, heading, item and row, and of the kind of each."""
    units, found = truth.units, document.units
    for index, other in pairs([one.text for one in units], [one.text for one in found]):
        unit = units[index] if index is not None else None
        actual = found[other] if other is not None else None
        yield _unit(unit, actual, document, finder)
        if unit and actual:
            yield _kind(unit, actual, document)


def _unit(unit: Unit | None, actual: FoundUnit | None, document: Document, finder: Finder) -> Outcome:
    field = FIELDS.get(unit.label, "paragraph") if unit else "paragraph"
    places = _block_places(document, actual) + (finder.find(unit.text) if unit else ())
    return compared(
        field,
        unit.text if unit else None,
        actual.text if actual else None,
        pointer=f"/body/{actual.block}" if actual else None,
        places=places,
        line=unit.line if unit else 1,
    )


def _kind(unit: Unit, actual: FoundUnit, document: Document) -> Outcome:
    wanted = KINDS[unit.label]
    return judged(
        "kind",
        unit.label,
        actual.kind,
        right=actual.kind in wanted,
        pointer=f"/body/{actual.block}",
        places=_block_places(document, actual),
        line=unit.line,
    )


def _block_places(document: Document, actual: FoundUnit | None) -> tuple[Span, ...]:
    if actual is None:
        return ()
    block = document.commentary.body[actual.block]
    return block.spans or (block.span,)


def compare_links(
    truth: Truth, document: Document, notes: Mapping[int, str], finder: Finder
) -> Iterator[Outcome]:
    """Yield what became of each marker, whether it stands where it should and leads to its note.

    ``notes`` says of the notes of the document which of the page they are.
    """
    free = list(document.links)
    for link in truth.links:
        same = [one for one in free if _same_place(link.before, one.before)]
        best = next((one for one in same if _leads_to(one, notes) == link.note), same[0] if same else None)
        if best:
            free.remove(best)
        yield _link(link, best, notes, document, finder)
    for one in free:
        yield _link(None, one, notes, document, finder)


def _same_place(expected: str, actual: str) -> bool:
    shorter, longer = sorted((expected, actual), key=len)
    return shorter == longer or (len(shorter) >= 4 and longer.endswith(shorter))


def _leads_to(link: FoundLink, notes: Mapping[int, str]) -> str | None:
    return None if link.note is None else notes.get(link.note, f"unknown {link.note}")


def _link(
    link: Link | None, found: FoundLink | None, notes: Mapping[int, str], document: Document, finder: Finder
) -> Outcome:
    leads = _leads_to(found, notes) if found else None
    expected = f"…{link.before[-8:]} → {link.note or 'nothing'}" if link else None
    actual = f"…{found.before[-8:]} → {leads or 'nothing'}" if found else None
    places: tuple[Span, ...] = (found.span,) if found and found.span else ()
    places += tuple(Span(one.end, one.end + 2) for one in finder.find(link.before)) if link else ()
    pointer = None
    if found and found.note is not None:
        pointer = f"/footnotes/{found.note}"
        places += (document.commentary.footnotes[found.note].span,) if link and leads != link.note else ()
    right = bool(link and found and leads == link.note)
    return judged(
        "note-link",
        expected,
        actual,
        right=right,
        pointer=pointer,
        places=places,
        line=link.line if link else 1,
    )


def compare_parts(truth: Truth, document: Document, finder: Finder) -> Iterator[Outcome]:
    """Yield whether header, cite-as block, about the author and the like stand in their own part.

    One that stands in the body as a paragraph too many is an error there, and is not counted twice.
    """
    expected = Counter(one.text for one in truth.units)
    strays = {bare(one.text) for one in document.units if one.text not in expected}
    for part in truth.parts:
        right = part.text in document.part(*SECTIONS.get(part.label, ()))
        if not right and part.text in strays:
            continue
        places = finder.find(part.text)
        found = None if not right else part.label
        yield judged(
            "place", f"{part.label}: {part.text[:60]}", found, right=right, places=places, line=part.line
        )


def compare_letters(truth: Truth, document: Document) -> tuple[int, int, int]:
    """Return how many signs there are, how many were lost and how many were invented."""
    expected, actual = Counter(truth.letters), Counter(document.letters)
    return len(truth.letters), (expected - actual).total(), (actual - expected).total()
