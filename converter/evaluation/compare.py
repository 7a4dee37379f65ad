"""One document, compared with its gold: every value, what was lost, how sure the converter was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converter.evaluation.compare_metadata import compare_metadata
from converter.evaluation.compare_notes import compare_notes, paired_notes
from converter.evaluation.compare_text import compare_body, compare_letters, compare_links, compare_parts
from converter.evaluation.document import Document
from converter.evaluation.gold import Gold
from converter.evaluation.gold_checks import FINDINGS
from converter.evaluation.outcomes import Finder, Outcome, judged
from converter.evaluation.silence import alarms, with_flags
from converter.evaluation.truth import Truth, truth_of

ALWAYS = ("orphan-note", "orphan-marker", "multiple-cite-as", "year-conflict", "series-conflict")
"""Findings whose absence is an error by itself; that of a missing value is one only if there is no value."""
MISSING = {
    "missing-title": ("title", "title"),
    "missing-author": ("authors", "author"),
    "missing-date": ("published",) * 2,
}
"""Code → the field of the metadata, and what its values are called here."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the converter said it was of a value, and whether the value was right."""

    pointer: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """What became of one document in one form."""

    name: str
    form: str
    language: str
    outcomes: tuple[Outcome, ...]
    letters: int
    lost: int
    invented: int
    sureness: tuple[Sureness, ...]
    alarms: tuple[tuple[str, bool], ...] = ()
    """The code of each warning, and whether it points at a value that is wrong."""

    @property
    def is_whole(self) -> bool:
        """Whether everything is right."""
        return not (self.lost or self.invented) and all(one.right for one in self.outcomes)


def score(gold: Gold, document: Document, form: str = "as-is") -> DocumentScore:
    """Compare a document with its gold."""
    truth = truth_of(gold)
    outcomes = [one for one in _outcomes(truth, document) if one.field not in truth.open]
    length = len(document.source) if document.source is not None else _length(document)
    flagged = with_flags(outcomes, document.commentary.diagnostics, length)
    flagged += _findings(truth, document)
    letters, lost, invented = compare_letters(truth, document)
    return DocumentScore(
        name=gold.name,
        form=form,
        language=gold.language,
        outcomes=tuple(flagged),
        letters=letters,
        lost=lost,
        invented=invented,
        sureness=tuple(_sureness(flagged, document)),
        alarms=tuple(alarms(outcomes, document.commentary.diagnostics, length)),
    )


def _outcomes(truth: Truth, document: Document) -> Iterator[Outcome]:
    finder = Finder(document)
    notes = paired_notes(truth, document)
    yield from compare_metadata(truth, document, finder)
    yield from compare_body(truth, document, finder)
    known = {other: note.id for note, other in notes if note is not None and other is not None}
    yield from compare_links(truth, document, known, finder)
    yield from compare_notes(notes, document, finder)
    yield from compare_parts(truth, document, finder)


def _length(document: Document) -> int:
    """Return about how long the source text is."""
    one = document.commentary
    spans = [section.span for section in (*one.front_matter, *one.back_matter)]
    spans += [block.span for block in one.body] + [note.span for note in one.footnotes]
    return max((span.end for span in spans), default=0)


def _findings(truth: Truth, document: Document) -> Iterator[Outcome]:
    """Yield which of the findings that must be made were made; one too many is no silent error."""
    reported = {one.code for one in document.commentary.diagnostics}
    for code in FINDINGS:
        if MISSING.get(code, ("", ""))[1] in truth.open:
            continue
        if code in truth.findings and not _is_there(code, document):
            yield judged("finding", code, code if code in reported else None, right=code in reported)
        elif code in reported and code in ALWAYS and f"finding.{code}" not in truth.open:
            yield judged("false alarm", None, code, right=code in truth.findings)


def _is_there(code: str, document: Document) -> bool:
    """Say whether the value that a finding says is missing is there: then that is the error."""
    field, _ = MISSING.get(code, ("", ""))
    return bool(field and getattr(document.commentary.metadata, field))


def _sureness(outcomes: list[Outcome], document: Document) -> Iterator[Sureness]:
    rights: dict[str, bool] = {}
    for one in outcomes:
        if one.actual is not None and one.pointer and one.pointer in document.evidence:
            rights[one.pointer] = rights.get(one.pointer, True) and one.right
    for pointer, right in rights.items():
        yield Sureness(pointer, document.evidence[pointer].confidence, right)
