"""What a commentary and the works it cites are in CSL-JSON: one item each, the document first.

The items keep the rules of CSL's own schema for such data: an item has an id, a type of CSL's list and
nothing but variables of CSL; what has no variable (an address that is no link, the documents that cite the
work) stands in ``note`` or ``custom``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from converter.normalizers.spaces import word_set
from converter.works import works_of
from converter.writers.bibtex_escape import on_one_line
from converter.writers.tei_elements import COMPLETE_DATE, web_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from converter.model import Commentary, Name, PrintedDate
    from converter.works import Work

    Item: TypeAlias = dict[str, object]

TYPES = word_set("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview
    legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
    performance periodical personal_communication post post-weblog regulation report review review-book
    software song speech standard thesis treaty webpage
""")
"""The types of CSL 1.0.2."""

NUMBERED = {"article-journal": "issue", "article-magazine": "issue", "article-newspaper": "issue"}
"""Types whose number is that of an issue."""


def write_csl_json(commentary: Commentary) -> str:
    """Write the document itself, then every work that its notes cite, in their order."""
    return csl_json(works_of(commentary))


def csl_json(works: Iterable[Work], cited_by: Mapping[str, Sequence[str]] | None = None) -> str:
    """Write works as CSL-JSON; ``cited_by`` tells for ids which documents cite the work."""
    items = [item(work, (cited_by or {}).get(work.id, ())) for work in works]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"


def item(work: Work, cited_by: Sequence[str] = ()) -> Item:
    """Return a work as an item of CSL-JSON; what is not known is left out."""
    values: Item = {
        "id": work.id,
        "type": work.type if work.type in TYPES else "document",
        "title": _text(work.full_title),
        "author": _names(work.author),
        "editor": _names(work.editor),
        "translator": _names(work.translator),
        "container-title": _text(work.container),
        "collection-title": _text(work.collection),
        "publisher": _text(work.publisher),
        "publisher-place": _text(work.publisher_place),
        "edition": _text(work.edition),
        "genre": _text(work.genre),
        "volume": _text(work.volume),
        **_numbers(work),
        "page": _text(work.page),
        "number-of-pages": _text(work.number_of_pages),
        "issued": _date(work.issued or work.date),
        "original-date": _date(work.original_date),
        "accessed": _date(work.accessed),
        "DOI": _text(work.doi),
        "ISBN": _text(work.isbn),
        "URL": web_target(work.url) if work.url else None,
        "language": work.language,
        "keyword": _text(", ".join(work.keywords)),
        "note": _text(loose_text(work)),
        "custom": {"cited-by": list(cited_by)} if cited_by else None,
    }
    return {name: value for name, value in values.items() if value}


def _numbers(work: Work) -> Item:
    numbers = {"issue": work.issue, "number": work.number}
    name = NUMBERED.get(work.type)
    if name and work.number and not work.issue:
        numbers = {name: work.number}
    return {variable: _text(value) for variable, value in numbers.items()}


def _text(value: str | None) -> str | None:
    return on_one_line(value) if value else None


def _names(names: Iterable[Name]) -> list[dict[str, str]]:
    return [_name(name) for name in names]


def _name(name: Name) -> dict[str, str]:
    parts = {"family": _text(name.family), "given": _text(name.given)}
    known = {part: value for part, value in parts.items() if value}
    return known or {"literal": on_one_line(name.literal)}


def _date(date: PrintedDate | None) -> dict[str, list[list[int]]] | None:
    if date is None or not COMPLETE_DATE.fullmatch(date.date):
        return None
    return {"date-parts": [[int(part) for part in date.date.split("-")]]}


def loose_text(work: Work) -> str | None:
    """Return what has no variable: the printed form of a work without a title, an address that is no link."""
    if not work.title and work.literal:
        return work.literal
    address = work.url if work.url and not web_target(work.url) else None
    return " ".join(filter(None, (work.note, address))) or None
