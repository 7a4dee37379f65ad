"""What a commentary and the works it cites are in RIS: one record each, the document first.

A record is lines of two letters, two blanks, a hyphen, a blank and a value. Programs read the number of
a report from different tags, most from ``IS``, Zotero, Mendeley and EndNote from ``SN``: ``RisStyle`` says
which.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from converter.works import works_of
from converter.writers.bibtex_escape import on_one_line
from converter.writers.csl_json import loose_text
from converter.writers.tei_elements import COMPLETE_DATE, web_target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from converter.model import Commentary, Name, PrintedDate
    from converter.works import Work

    Lines: TypeAlias = Iterator[tuple[str, str | None]]

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "MUSIC",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""CSL type → RIS type; anything else is ``GEN``."""

JOURNALS = frozenset(["JOUR", "MGZN", "NEWS"])
PART_TYPES = frozenset(["CHAP", "CPAPER", "DICT", "ENCYC"])


COMMA = re.compile(r"\s*,\s*")


class RisStyle(NamedTuple):
    """What an importer wants of RIS."""

    report_number: str = "IS"
    """The tag from which it reads the number of a report."""
    body_comma: bool = False
    """Whether a comma shows a body's name to be one, at its end or doubled inside (EndNote)."""


PLAIN = RisStyle()


def write_ris(commentary: Commentary, style: RisStyle = PLAIN) -> str:
    """Write the document itself, then every work that its notes cite, in their order."""
    return "\n".join(record(work, style) for work in works_of(commentary))


def record(work: Work, style: RisStyle = PLAIN) -> str:
    """Write a work as a record; what is not known is left out."""
    kind = TYPES.get(work.type, "GEN")
    values = [("TY", kind), ("ID", work.id), *_lines(work, kind, style)]
    lines = [f"{tag}  - {on_one_line(value)}" for tag, value in values if value]
    return "\n".join([*lines, "ER  - \n"])


def _lines(work: Work, kind: str, style: RisStyle) -> Lines:
    yield from (("AU", _name(name, style)) for name in work.author)
    yield "TI", work.full_title
    yield "T2", work.container or (work.collection if kind == "BOOK" else None)
    if work.collection and (work.container or kind != "BOOK"):
        yield "T3", work.collection
    if kind in JOURNALS:  # some read the one, some the other
        yield "JF", work.container
    yield from (("A2" if kind in PART_TYPES | JOURNALS else "ED", _name(name, style)) for name in work.editor)
    yield from (("A4", _name(name, style)) for name in work.translator)
    yield "PB", work.publisher
    yield "CY", work.publisher_place
    yield "M3", work.genre
    yield "ET", work.edition
    yield "VL", work.volume
    yield from _numbers(work, kind, style)
    yield from _pages(work.page or work.number_of_pages)
    yield from _dates(work)
    yield "DO", work.doi
    if kind != "RPRT":
        yield "SN", work.isbn
    yield "UR", web_target(work.url) if work.url else None
    yield "LA", work.language
    yield from (("KW", keyword) for keyword in work.keywords)
    yield "N1", loose_text(work)


def _numbers(work: Work, kind: str, style: RisStyle) -> Lines:
    if kind == "RPRT":
        yield style.report_number, work.number or work.issue
        if work.number and work.issue:
            yield "M1", work.issue
    else:
        yield "IS", work.issue or work.number
        if work.issue and work.number:
            yield "M1", work.number


def _pages(page: str | None) -> Lines:
    first, dash, last = (page or "").replace("–", "-").partition("-")
    yield "SP", first.strip() if dash else page
    yield "EP", last.strip()


def _dates(work: Work) -> Lines:
    issued = _complete(work.issued or work.date)
    if issued:
        yield "PY", issued[:4]
        yield "DA", _slashed(issued)
    accessed = _complete(work.accessed)
    yield "Y2", _slashed(accessed) if accessed else None
    original = _complete(work.original_date)
    yield "OP", original


def _complete(date: PrintedDate | None) -> str | None:
    return date.date if date and COMPLETE_DATE.fullmatch(date.date) else None


def _slashed(date: str) -> str:
    """Write a date with three slashes, as RIS does: ``2025/05/``.

    >>> _slashed("2025-05-30"), _slashed("2025")
    ('2025/05/30', '2025//')
    """
    year, month, day = (*date.split("-"), "", "")[:3]
    return f"{year}/{month}/{day}"


def _name(name: Name, style: RisStyle) -> str:
    """Write a person as ``Family, Given``; a body has no comma, for one would cut it in two."""
    if name.family is None and name.given is None:
        if style.body_comma:
            return name.literal.replace(",", ",,", 1) if "," in name.literal else f"{name.literal},"
        return COMMA.sub(" ", name.literal)
    return ", ".join(COMMA.sub(" ", part) for part in (name.family, name.given) if part)
