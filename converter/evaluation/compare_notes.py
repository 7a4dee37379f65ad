"""The notes and the works that they cite, compared with the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.evaluation.document import Document
from converter.evaluation.outcomes import Finder, Outcome, compared, judged
from converter.evaluation.truth import Truth
from converter.evaluation.truth_notes import NoteTruth, WorkTruth
from converter.evaluation.wording import fold, pairs, plain, words
from converter.model import Footnote, Name, PrintedDate, Reference
from converter.source import Span

TEXTS = {
    **{
        name: name
        for name in ("title", "container", "publisher", "volume", "issue", "number", "page", "url", "doi")
    },
    "place": "publisher_place",
}
"""Field of gold → field of a reference."""
ADDRESSES = frozenset({"url", "doi"})
LANGUAGE_FIELD = "work.language"
PAGES = re.compile(r"^(?:pp?|ss?|pgs?|pages?|seiten?|sayfa|с|стр|səh|a|р)\.?\s*(?=\d)", re.IGNORECASE)
DASHES = re.compile("[-‐-―]+")
LEAST_SHARE = 0.3


def paired_notes(truth: Truth, document: Document) -> list[tuple[NoteTruth | None, int | None]]:
    """Pair the notes of the page with those of the document, by their text."""
    found = [plain(note.text) for note in document.commentary.footnotes]
    together = pairs([plain(note.text) for note in truth.notes], found)
    return [(truth.notes[index] if index is not None else None, other) for index, other in together]


def compare_notes(
    together: Sequence[tuple[NoteTruth | None, int | None]], document: Document, finder: Finder
) -> Iterator[Outcome]:
    """Yield what became of each note, its kind and its works."""
    references = {one.id: index for index, one in enumerate(document.commentary.references)}
    known: dict[tuple[str, int], str] = {}
    cited: set[str] = set()
    for note, other in together:
        found = document.commentary.footnotes[other] if other is not None else None
        places = ((found.span,) if found else ()) + (finder.find(note.text) if note else ())
        pointer = f"/footnotes/{other}" if other is not None else None
        line = note.line if note else 1
        yield compared(
            "note",
            note.text if note else None,
            found.text if found else None,
            pointer=pointer,
            places=places,
            line=line,
        )
        if note and found and note.kind:
            yield judged(
                "note-kind",
                note.kind,
                found.kind,
                right=note.kind == found.kind,
                pointer=f"{pointer}/kind",
                places=places,
                line=line,
            )
        yield from _works(note, found, document, references, known, cited, finder)


def _works(
    note: NoteTruth | None,
    found: Footnote | None,
    document: Document,
    references: Mapping[str, int],
    known: dict[tuple[str, int], str],
    cited: set[str],
    finder: Finder,
) -> Iterator[Outcome]:
    """Yield what became of the works of a note; ``known`` learns under which id each is in the document."""
    works = list(note.works) if note else []
    keys = [key for key in (found.citations if found else ()) if key in references]
    fresh = [key for key in keys if key not in cited]
    cited.update(keys)
    reader = _Reader(document, finder, found, note)
    texts = [document.commentary.references[references[key]].literal for key in fresh]
    for index, other in _paired_works(works, texts):
        key = fresh[other] if other is not None else None
        if note and index is not None and key:
            known[note.id, index + 1] = key
        yield from reader.compare(
            works[index] if index is not None else None, references[key] if key else None
        )
    for back in note.backs if note and found else ():
        wanted = known.get((back.note, back.number))
        yield reader.back(f"{back.note}#{back.number}", wanted, keys)


def _paired_works(works: Sequence[WorkTruth], texts: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pair works with citations: each with the one in which most of its parts are printed."""
    folded = [fold(text) for text in texts]
    near = [
        (_share(work, text), -abs(index - other), index, other)
        for index, work in enumerate(works)
        for other, text in enumerate(folded)
    ]
    found: dict[int, int] = {}
    for share, _, index, other in sorted(near, reverse=True):
        if share >= LEAST_SHARE and index not in found and other not in found.values():
            found[index] = other
    alone = [(None, other) for other in range(len(texts)) if other not in found.values()]
    return [*((index, found.get(index)) for index in range(len(works))), *alone]


def _share(work: WorkTruth, text: str) -> float:
    """Return how much of what is labelled in a work is printed in a text."""
    parts = [fold(part) for part in (*work.names, *work.printed.values())]
    return sum(len(part) for part in parts if part in text) / max(sum(map(len, parts)), 1)


class _Reader:
    """Compares the works of one note."""

    def __init__(
        self, document: Document, finder: Finder, found: Footnote | None, note: NoteTruth | None
    ) -> None:
        self._document, self._finder, self._span = document, finder, found.span if found else None
        self.line = note.line if note else 1
        self.places = (found.span,) if found else finder.find(note.text) if note else ()
        self.pointer = f"/footnotes/{document.commentary.footnotes.index(found)}" if found else None

    def compare(self, work: WorkTruth | None, index: int | None) -> Iterator[Outcome]:
        """Yield what became of each field of a work."""
        work = work or WorkTruth()
        reference = self._document.commentary.references[index] if index is not None else Reference("", "")
        pointer = f"/references/{index}" if index is not None else None
        for name, attribute in TEXTS.items():
            yield from self._text(
                work, name, getattr(reference, attribute), f"{pointer}/{attribute}" if pointer else None
            )
        yield from self._names(work, (*reference.author, *reference.editor), pointer)
        yield from self._dates(work, reference, pointer)
        if work.language and reference.title:
            yield self._language(work, reference, pointer)

    def back(self, cited: str, wanted: str | None, keys: Sequence[str]) -> Outcome:
        """Say whether the note comes back to the work that it should."""
        right = wanted is not None and wanted in keys
        return judged(
            "back-reference",
            cited,
            ", ".join(keys) or None,
            right=right,
            pointer=self.pointer,
            places=self.places,
            line=self.line,
        )

    def _text(self, work: WorkTruth, name: str, actual: str | None, pointer: str | None) -> Iterator[Outcome]:
        expected = work.values.get(name)
        if not (expected or actual):
            return
        compare = _same_address if name in ADDRESSES else compared
        yield compare(
            f"work.{name}",
            _normal(name, expected),
            _normal(name, actual),
            pointer=pointer,
            places=self._where(pointer, work.printed.get(name)),
            line=self.line,
        )

    def _where(self, pointer: str | None, printed: str | None) -> tuple[Span, ...]:
        """Return the place of the value found and of the value printed; of a note not found, its own."""
        evidence = self._document.evidence.get(pointer or "")
        own = (evidence.span,) if evidence and evidence.span else ()
        places = own + (self._finder.find(printed, self._span) if self._span else ())
        return places if places or self._span else self.places

    def _names(self, work: WorkTruth, actual: Sequence[Name], pointer: str | None) -> Iterator[Outcome]:
        expected = work.names
        found = [" ".join(filter(None, (one.given, one.family))) or one.literal for one in actual]
        for index, other in pairs(
            [" ".join(words(one)) for one in expected], [" ".join(words(one)) for one in found]
        ):
            one = expected[index] if index is not None else None
            got = actual[other] if other is not None else None
            right = bool(one and got and words(one) in (words(got.literal), words(found[other or 0])))
            where = f"{pointer}/author/{other}" if pointer and other is not None else f"{pointer}/author"
            places = self._where(where, one or (got.literal if got else None))
            shown = got.literal if got else None
            yield judged(
                "work.author",
                one,
                shown,
                right=right,
                pointer=where if pointer else None,
                places=places,
                line=self.line,
            )

    def _dates(self, work: WorkTruth, reference: Reference, pointer: str | None) -> Iterator[Outcome]:
        found = {name: _iso(getattr(reference, name)) for name in ("issued", "accessed", "date")}
        opened = work.values.get("date")
        if opened:
            given = next((name for name in ("date", "issued", "accessed") if found[name] == opened), None)
            yield self._date(
                work, "date", opened, opened if given else found["date"], pointer, given or "date"
            )
            found = {name: value for name, value in found.items() if name not in {given, "date"}}
        for name, actual in found.items():
            expected = work.values.get(name) if name != "date" else None
            if expected or actual:
                yield self._date(work, name, expected, actual, pointer, name)

    def _date(
        self,
        work: WorkTruth,
        name: str,
        expected: str | None,
        actual: str | None,
        pointer: str | None,
        given: str,
    ) -> Outcome:
        where = f"{pointer}/{given}" if pointer else None
        places = self._where(where, work.printed.get(name))
        return judged(
            f"work.{name}",
            expected,
            actual,
            right=expected == actual,
            pointer=where,
            places=places,
            line=self.line,
        )

    def _language(self, work: WorkTruth, reference: Reference, pointer: str | None) -> Outcome:
        where = f"{pointer}/language"
        places = self._where(f"{pointer}/title", work.printed.get("title"))
        right = work.language == reference.language
        return judged(
            LANGUAGE_FIELD,
            work.language,
            reference.language,
            right=right,
            pointer=where,
            places=places,
            line=self.line,
        )


def _normal(name: str, value: str | None) -> str | None:
    """Return a field in the form in which it is compared."""
    if value is None:
        return None
    if name == "page":
        return DASHES.sub("-", PAGES.sub("", value.strip())).replace(" ", "")
    if name == "url":
        return re.sub(r"^https?://", "", value).rstrip("/")
    return value


def _same_address(
    field: str,
    expected: str | None,
    actual: str | None,
    *,
    pointer: str | None,
    places: tuple[Span, ...],
    line: int,
) -> Outcome:
    """Compare two addresses, in which every sign counts."""
    return judged(
        field, expected, actual, right=expected == actual, pointer=pointer, places=places, line=line
    )


def _iso(date: PrintedDate | None) -> str | None:
    return date.date if date else None
