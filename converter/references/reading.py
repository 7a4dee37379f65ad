"""What a line of a list of references says, as a work: the parts that the model finds, cleaned and typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from converter.diagnostics import Code, Diagnostic
from converter.model import Name, PrintedDate
from converter.normalizers.languages import language_of
from converter.normalizers.names import is_corporate
from converter.normalizers.spaces import squeeze
from converter.normalizers.urls import clean_url, doi_of, web_target
from converter.references.cleaning import (
    ISSUE,
    VOLUME,
    clean_edition,
    clean_name,
    clean_number,
    clean_pages,
    clean_report_number,
    clean_title,
    total_pages,
)
from converter.references.kinds import kind_of
from converter.references.model import load_model
from converter.references.part import Part
from converter.references.parts import find_parts
from converter.references.people import read_people
from converter.references.record import ParsedReference, PartSpan
from converter.references.tagger import tag
from converter.references.units import cut
from converter.references.when import read_date, with_day
from converter.source import Span
from converter.works import Work

UNSURE = 0.12
"""A part that is less sure than this is reported."""

CLEAN: dict[str, Callable[[str], str]] = {
    "title": clean_title,
    "container": clean_name,
    "series": clean_name,
    "publisher": clean_name,
    "place": clean_name,
    "genre": clean_name,
    "volume": lambda text: clean_number(text, VOLUME),
    "issue": lambda text: clean_number(text, ISSUE),
    "number": clean_report_number,
    "page": clean_pages,
    "edition": clean_edition,
    "isbn": squeeze,
}
PEOPLE = ("author", "editor", "translator")
FOUND_BY_FORM = frozenset(("url", "doi", "isbn"))
MOST_WORDS = 5
"""Blanks in a name that make it strange."""

LETTERS = re.compile(r"[^\W\d_]{2}|\d")
INTRODUCES = re.compile(
    r"""
    (?: \W | \b(?:
        in | içinde | dans | w | available | online | at | from | retrieved | accessed | url | http | doi
        | isbn
      | disponible | en | sur | ligne | internet | verfügbar | unter | abrufbar | erişim | adresi | adres
      | tarihi
      | режим | доступа | электронный | ресурс | в | кн | сб | print | web | and | ve | see | bkz | link
      | page | by
      | pdf | blog | post | dostępny | dostępne | na | çevrimiçi | recuperado | de | el | last | on
      | consulté | le
    )\b )*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that only introduce a part; nothing is lost with them."""


class Draft:
    """The parts of one line while they become a work."""

    def __init__(self, text: str, parts: Sequence[Part]) -> None:
        self.text = text
        self.parts = list(parts)
        self.values: dict[str, str] = {}
        self.people: dict[str, tuple[Name, ...]] = {}
        self.taken: list[Part] = []
        self.total: str | None = None
        for part in self.parts:
            self._take(part)

    def _take(self, part: Part) -> None:
        printed = self.text[part.start : part.end]
        if part.name in PEOPLE:
            people = read_people(printed)
            if people:
                self.people[part.name] = self.people.get(part.name, ()) + people
                self.taken.append(part)
        elif part.name == "page" and (total := total_pages(printed)):
            self.total = total
            self.taken.append(part)
        elif part.name in CLEAN:
            value = CLEAN[part.name](printed)
            if value and self._is_better(part, value):
                self.values[part.name] = value
                self.taken = [one for one in self.taken if one.name != part.name]
                self.taken.append(part)
        elif part.name in ("url", "doi") and part.name not in self.values:
            self.values[part.name] = printed
            self.taken.append(part)

    def _is_better(self, part: Part, value: str) -> bool:
        """Of two runs of one part take the first, but of titles the longer one."""
        known = self.values.get(part.name)
        return known is None or (part.name == "title" and len(value) > 2 * len(known))

    def date(self, name: str) -> PrintedDate | None:
        """Return the date of publication or of the visit, put together where it stands in two pieces."""
        found: PrintedDate | None = None
        for part in self.parts:
            if part.name != name:
                continue
            printed = self.text[part.start : part.end]
            date = read_date(printed)
            if found is None and date is not None:
                found = date
            elif found is not None and date is None:
                found = with_day(found, printed)
            elif (
                found is not None
                and date is not None
                and found.precision == "year"
                and date.date.startswith(found.date)
            ):
                found = date
            else:
                continue
            self.taken.append(part)
        return found

    def rest(self) -> str | None:
        """Return what no part holds and what is no word that introduces one, joined by blanks."""
        kept = []
        position = 0
        for part in [
            *sorted(self.taken, key=lambda one: one.start),
            Part("", len(self.text), len(self.text), 1),
        ]:
            gap = squeeze(self.text[position : part.start]).strip(' ,;:.-–—/|()[]<>“”"«»')
            if LETTERS.search(gap) and not INTRODUCES.fullmatch(gap):
                kept.append(gap)
            position = max(position, part.end)
        return " | ".join(kept) or None


def read_reference(text: str, offset: int = 0) -> tuple[ParsedReference, list[Diagnostic]]:
    """Read one line; ``offset`` is where it begins in the text that its places count in."""
    units = cut(text)
    parts = find_parts(units, tag(load_model(), units)) if units.words else []
    draft = Draft(text, parts)
    issued, accessed = _dates(draft)
    span = Span(offset, offset + len(text))
    if not _is_reference(draft, issued):
        shown = text if len(text) < 60 else f"{text[:59]}…"
        finding = Code.REFERENCE_UNPARSED.at(span, None, text=f"“{shown}”")
        work = Work(id="", type="document", note=text, literal=text)
        return ParsedReference(work, text, span, understood=False), [finding]
    work = _work(draft, issued, accessed)
    spans = tuple(
        PartSpan(part.name, Span(offset + part.start, offset + part.end), round(part.confidence, 2))
        for part in draft.taken
    )
    return ParsedReference(work, text, span, parts=spans), _doubts(draft, offset)


def _dates(draft: Draft) -> tuple[PrintedDate | None, PrintedDate | None]:
    """Return the dates of publication and of the visit; a year alone, without a cue, is of publication."""
    issued, accessed = draft.date("date"), draft.date("accessed")
    if accessed and issued is None and accessed.precision == "year":
        part = next(part for part in draft.parts if part.name == "accessed")
        if draft.text[part.start : part.end].strip("()[]. ") == accessed.date:
            return accessed, None
    return issued, accessed


def _is_reference(draft: Draft, issued: PrintedDate | None) -> bool:
    """Tell a reference from a heading or a sentence: it names a work, and when or where that is found."""
    values = draft.values
    named = "title" in values or "container" in values or bool(draft.people)
    found = [
        name
        for name in ("url", "doi", "page", "volume", "publisher", "place", "number", "isbn", "issue")
        if name in values
    ]
    if not named or not (issued or found):
        return False
    if "title" not in values and not ("container" in values and (issued or found)):
        return bool(draft.people) and (issued is not None) and len(draft.text) > 20
    return True


def _work(draft: Draft, issued: PrintedDate | None, accessed: PrintedDate | None) -> Work:
    values = draft.values
    url = values.get("url")
    cleaned = clean_url(url)[0] if url else None
    doi = doi_of(values["doi"]) if "doi" in values else doi_of(url) if url else None
    title = values.get("title")
    tag_, confidence = language_of(title) if title else ("und", 0.0)
    return Work(
        id="",
        type=kind_of(values, issued, editors="editor" in draft.people),
        title=title,
        language=tag_ if tag_ != "und" and confidence >= 0.5 else None,
        author=draft.people.get("author", ()),
        editor=draft.people.get("editor", ()),
        translator=draft.people.get("translator", ()),
        container=values.get("container"),
        collection=values.get("series"),
        publisher=values.get("publisher"),
        publisher_place=values.get("place"),
        edition=values.get("edition"),
        genre=values.get("genre"),
        number=values.get("number"),
        volume=values.get("volume"),
        issue=values.get("issue"),
        page=values.get("page"),
        number_of_pages=draft.total,
        issued=issued,
        accessed=accessed,
        url=(web_target(cleaned) or cleaned) if cleaned else None,
        doi=doi,
        isbn=values.get("isbn"),
        note=draft.rest(),
        literal=draft.text,
    )


def _doubts(draft: Draft, offset: int) -> list[Diagnostic]:
    """Report each part that may be read wrongly: not sure, or like no name, or another has its place."""
    found = []
    for part in draft.parts:
        if part.name in FOUND_BY_FORM:
            continue
        if part.confidence < UNSURE or part not in draft.taken or _is_strange(draft, part):
            printed = draft.text[part.start : part.end]
            shown = printed if len(printed) < 60 else f"{printed[:59]}…"
            place = Span(offset + part.start, offset + part.end)
            found.append(Code.CITATION_UNCERTAIN.at(place, part.name, text=f"“{shown}”"))
    return found


def _is_strange(draft: Draft, part: Part) -> bool:
    """Tell whether a person has more words than names have, and is no body either."""
    if part.name not in PEOPLE:
        return False
    return any(
        name.literal.count(" ") >= MOST_WORDS and not is_corporate(name.literal)
        for name in draft.people.get(part.name, ())
    )
