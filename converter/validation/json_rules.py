"""What a JSON file promises beyond its schema: one rule, one function; the list at the end is the policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from converter.diagnostics import Code, Diagnostic
from converter.normalizers.labels import begins_anew
from converter.validation.dates import is_date, precision_of
from converter.validation.json_spans import check_spans_are_apart, check_spans_run_forward
from converter.validation.json_text import PlainText, plain_text
from converter.validation.json_tree import ABSENT, Json, child, items, objects, resolve, string, walk
from converter.validation.json_values import (
    check_addresses,
    check_dates_as_printed,
    check_first_publication,
    check_publication_before_visit,
    dated,
)
from converter.validation.languages import language_problem

Objection = tuple[str, Diagnostic]
"""A JSON pointer and what is wrong there."""
Rule = Callable[[Json], Iterator[Objection]]

PARTS = ("front_matter", "body", "footnotes", "references", "back_matter")
KNOWN_CODES = frozenset(code.code for code in Code)
FRONT_BLOCKS = ("title", "byline")


def check_ids_are_unique(document: Json) -> Iterator[Objection]:
    """Report each id that the document itself or an earlier part has."""
    seen = {string(document, "id")}
    for part in PARTS:
        for at, one in objects(document, part):
            identifier = string(one, "id")
            if identifier is not None and identifier in seen:
                yield f"/{part}/{at}/id", Code.ID_DUPLICATE.at(None, f"/{part}/{at}/id", id=identifier)
            seen.add(identifier)


def check_text_agrees_with_content(document: Json) -> Iterator[Objection]:
    """Report a ``text`` that is not what ``content`` says."""
    for pointer, one, plain in with_content(document):
        text = string(one, "text") or ""
        if pointer.startswith(("/front_matter/", "/back_matter/")):
            heading = string(one, "heading") or ""
            agrees = squeezed(text) == squeezed(heading + plain.text)
        else:
            agrees = text == plain.text
        if not agrees:
            reason = f"text and content differ: {difference(text, plain.text)}"
            yield f"{pointer}/text", Code.TEXT_DISAGREES.at(None, f"{pointer}/text", reason=reason)


def check_markers_stand_where_said(document: Json) -> Iterator[Objection]:
    """Report a place in ``markers`` where the text has no such marker."""
    places = marker_places(document)
    for at, note in objects(document, "footnotes"):
        for number, marker in objects(note, "markers"):
            place = (string(marker, "block"), child(marker, "offset"))
            if place not in places.get(string(note, "id"), ()):
                pointer = f"/footnotes/{at}/markers/{number}"
                yield pointer, Code.MARKER_MISPLACED.at(None, pointer, label=string(note, "label") or "?")


def check_markers_are_listed(document: Json) -> Iterator[Objection]:
    """Report a marker in the text that its note does not list."""
    for at, note in objects(document, "footnotes"):
        listed = [(string(one, "block"), child(one, "offset")) for _at, one in objects(note, "markers")]
        standing = marker_places(document).get(string(note, "id"), [])
        for place in standing if len(listed) < len(standing) else ():  # else one of them is misplaced
            if place not in listed:
                pointer = f"/footnotes/{at}/markers"
                yield pointer, Code.MARKER_MISPLACED.at(None, pointer, label=string(note, "label") or "?")


def check_notes_have_markers(document: Json) -> Iterator[Objection]:
    """Report each note without a marker."""
    for at, note in objects(document, "footnotes"):
        if not items(note, "markers"):
            pointer = f"/footnotes/{at}"
            yield pointer, Code.NOTE_UNMARKED.at(None, pointer, label=string(note, "label") or "?")


def check_markers_have_notes(document: Json) -> Iterator[Objection]:
    """Report a marker without a note, and one whose note is not in the document."""
    notes = {string(note, "id") for _at, note in objects(document, "footnotes")}
    for pointer, value in walk(document):
        if string(value, "type") != "note-marker":
            continue
        note = string(value, "footnote")
        if note is None:
            literal = string(value, "literal") or string(value, "label") or "?"
            yield pointer, Code.ORPHAN_MARKER.at(None, pointer, literal=literal)
        elif note not in notes:
            yield pointer, Code.POINTER_DANGLING.at(None, pointer, pointer=note)


def check_notes_are_in_order(document: Json) -> Iterator[Objection]:
    """Report a label given twice in a numbering, and a number lower than that of the note before it."""
    notes = [(at, string(note, "label") or "") for at, note in objects(document, "footnotes")]
    labels: set[str] = set()
    last = ""
    for at, label in notes:
        if begins_anew(last, label):
            labels = set()
        last = label
        if label and label in labels:
            yield (
                f"/footnotes/{at}/label",
                Code.NOTE_DUPLICATE.at(None, f"/footnotes/{at}/label", label=label),
            )
        labels.add(label)
    numbered = [(at, int(label)) for at, label in notes if label.isdecimal()]
    for (_at, before), (at, label_number) in pairwise(numbered):
        if label_number < before and not begins_anew(str(before), str(label_number)):
            yield (
                f"/footnotes/{at}/label",
                Code.NOTE_ORDER.at(None, f"/footnotes/{at}/label", label=label_number),
            )


def check_citations_resolve(document: Json) -> Iterator[Objection]:
    """Report a note that cites a work that is not in the document, in its list or in its text."""
    works = {string(work, "id") for _at, work in objects(document, "references")}
    for at, note in objects(document, "footnotes"):
        for number, citation in enumerate(items(note, "citations")):
            if isinstance(citation, str) and citation not in works:
                pointer = f"/footnotes/{at}/citations/{number}"
                yield pointer, Code.POINTER_DANGLING.at(None, pointer, pointer=citation)
        inline = plain_text(items(note, "content")).citations
        for citation in sorted(
            set(inline) - {one for one in items(note, "citations") if isinstance(one, str)}
        ):
            pointer = f"/footnotes/{at}/citations"
            reason = f"the text of the note cites {citation}, its citations do not"
            yield pointer, Code.TEXT_DISAGREES.at(None, pointer, reason=reason)


def check_works_are_cited(document: Json) -> Iterator[Objection]:
    """Report a work that no note cites."""
    cited = {one for _at, note in objects(document, "footnotes") for one in items(note, "citations")}
    for at, work in objects(document, "references"):
        if string(work, "id") not in cited:
            pointer = f"/references/{at}"
            yield pointer, Code.WORK_UNCITED.at(None, pointer, id=string(work, "id") or "?")


def check_fields_resolve(document: Json) -> Iterator[Objection]:
    """Report a finding or a piece of evidence whose ``field`` leads nowhere."""
    for part in (("diagnostics",), ("provenance", "evidence")):
        for at, one in objects(document, *part):
            target = string(one, "field")
            if target is not None and resolve(document, target) is ABSENT:
                pointer = f"/{'/'.join(part)}/{at}/field"
                yield pointer, Code.POINTER_DANGLING.at(None, pointer, pointer=target)


def check_dates_are_of_the_calendar(document: Json) -> Iterator[Objection]:
    """Report a date that is none, or that is not as exact as it says."""
    for pointer, value in dated(document):
        date = string(value, "date") or ""
        if not is_date(date):
            yield f"{pointer}/date", Code.DATE_INVALID.at(None, f"{pointer}/date", value=date)
        elif string(value, "precision") not in (None, precision_of(date)):
            reason = f"{date} is exact to the {precision_of(date)}, not to the {string(value, 'precision')}"
            yield f"{pointer}/precision", Code.TEXT_DISAGREES.at(None, f"{pointer}/precision", reason=reason)


def check_languages_are_registered(document: Json) -> Iterator[Objection]:
    """Report each language tag that is none, by its form or by the registry."""
    for pointer, value in walk(document):
        if pointer.endswith("/language") and isinstance(value, str) and (reason := language_problem(value)):
            yield pointer, Code.LANGUAGE_INVALID.at(None, pointer, value=value, reason=reason)


def check_codes_are_known(document: Json) -> Iterator[Objection]:
    """Warn of a finding whose code the converter does not have: it comes from another version or by hand."""
    for at, finding in objects(document, "diagnostics"):
        code = string(finding, "code")
        if code and code not in KNOWN_CODES:
            pointer = f"/diagnostics/{at}/code"
            yield pointer, Code.CODE_UNKNOWN.at(None, pointer, code=code)


def with_content(document: Json) -> Iterator[tuple[str, dict[str, Json], PlainText]]:
    """Yield the parts that have both text and content, with what the content says."""
    for part in ("front_matter", "body", "footnotes", "back_matter"):
        for at, one in objects(document, part):
            if isinstance(one.get("content"), list):
                yield f"/{part}/{at}", one, plain_text(items(one, "content"))


def marker_places(document: Json) -> dict[str | None, list[tuple[str | None, Json]]]:
    """Return for each note the blocks and offsets where the text has its markers."""
    places: dict[str | None, list[tuple[str | None, Json]]] = {}
    for pointer, one, plain in with_content(document):
        front = pointer.startswith("/front_matter/") and string(one, "type") in FRONT_BLOCKS
        block = string(one, "type" if front else "id")
        for offset, marker in plain.markers:
            places.setdefault(string(marker, "footnote"), []).append((block, offset))
    return places


def squeezed(text: str) -> str:
    """Return the text without any white space."""
    return "".join(text.split())


def difference(one: str, other: str) -> str:
    """Quote both texts from where they part.

    >>> difference("the same words", "the same letters")
    "'words' and 'letters'"
    """
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return f"{one[at : at + 30]!r} and {other[at : at + 30]!r}"


RULES: tuple[Rule, ...] = (
    check_ids_are_unique,
    check_text_agrees_with_content,
    check_markers_stand_where_said,
    check_markers_are_listed,
    check_notes_have_markers,
    check_markers_have_notes,
    check_notes_are_in_order,
    check_citations_resolve,
    check_works_are_cited,
    check_fields_resolve,
    check_dates_are_of_the_calendar,
    check_dates_as_printed,
    check_publication_before_visit,
    check_first_publication,
    check_addresses,
    check_languages_are_registered,
    check_spans_run_forward,
    check_spans_are_apart,
    check_codes_are_known,
)
