"""What a commentary and the works it cites are in BibTeX or BibLaTeX: one entry each, the document first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converter.works import title_joint, works_of
from converter.writers.bibtex_escape import escape, escape_url, guard_entry_like
from converter.writers.bibtex_fields import Macro, corporate, entry, names, page_range, text
from converter.writers.bibtex_style import BibStyle, Dialect
from converter.writers.bibtex_titles import ASCII_CAPITAL, LATIN_CAPITAL, BodyWords, protect_title
from converter.writers.bibtex_types import Place, has_field, place_of
from converter.writers.tei_elements import COMPLETE_DATE, web_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from converter.model import Commentary, Name, PrintedDate
    from converter.works import Work

    Fields: TypeAlias = list[tuple[str, str | None]]

__all__ = ["Dialect", "EntryWriter", "write_bibtex", "write_works"]

FIGURES = re.compile(r"\d+")
BOOKS = frozenset(["book", "incollection", "inproceedings"])
"""Entry types with series, edition and ISBN."""
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def write_bibtex(commentary: Commentary, style: BibStyle | Dialect = "bibtex") -> str:
    """Write the document itself, then every work that its notes cite, in their order."""
    if not isinstance(style, BibStyle):
        style = BibStyle(style)
    writer = EntryWriter(BodyWords(commentary), style)
    return style.head() + "\n".join(map(writer.entry, works_of(commentary))) + style.foot()


def write_works(works: Iterable[Work], dialect: Dialect) -> str:
    """Write works that no document cites, in their order."""
    style = BibStyle(dialect)
    writer = EntryWriter(BodyWords(None), style)
    return style.head() + "\n".join(map(writer.entry, works)) + style.foot()


class EntryWriter:
    """Writes entries in one style; ``body`` knows how the document writes names."""

    def __init__(self, body: BodyWords, style: BibStyle) -> None:
        self._body = body
        self._style = style
        self._latex = style.is_biblatex

    def entry(self, work: Work) -> str:
        """Write the entry of a work."""
        place = place_of(work, self._style.dialect)
        fields: Fields = [("author", names(work.author)), *self._helpers(work, place)]
        if not work.author and not self._latex:
            fields.append(("key", text(work.publisher or work.container or FIGURES.split(work.id)[0])))
        fields += self._titles(work)
        fields += [(name, _written(name, value)) for name, value in place.fields]
        fields += self._of_books(work, place)
        fields += self._date(work.issued or work.date) or self._latest_date(work)
        if self._latex and work.original_date and COMPLETE_DATE.fullmatch(work.original_date.date):
            fields.append(("origdate", work.original_date.date))
        fields += _access(work)
        fields.append(("language", text(self._style.printed_language(work.language))))
        fields.append(("langid", text(self._style.language(work.language))))
        fields.append(("keywords", text(", ".join(work.keywords))))
        fields.append(("note", text(self._note(work, place))))
        return entry(place.entry_type, work.id, fields, latex_ascii=self._style.ascii)

    # --- Fields -------------------------------------------------------------------------------------------

    def _helpers(self, work: Work, place: Place) -> Iterator[tuple[str, str | None]]:
        """Yield editors and translators, where the entry has a field for them."""
        for role, persons in (("editor", work.editor), ("translator", work.translator)):
            if has_field(place.entry_type, role, self._style.dialect):
                yield role, names(persons)

    def _of_books(self, work: Work, place: Place) -> Fields:
        """Return series, edition and the like of an entry that is a book or stands in one."""
        if place.entry_type not in BOOKS:
            return []
        fields: Fields = [
            ("series", text(work.collection)),
            ("edition", text(work.edition)),
            ("isbn", text(work.isbn)),
        ]
        return [*fields, ("pagetotal", text(work.number_of_pages))] if self._latex else fields

    def _titles(self, work: Work) -> Fields:
        """Classic styles know no subtitle: there it follows the title behind a colon.

        Each of the two is protected by itself, for one may be in capitals and the other a sentence.
        """
        title, subtitle = (
            self._title(value, work.language) if value else None for value in (work.title, work.subtitle)
        )
        if self._latex and title:
            return [("title", title), ("subtitle", subtitle)]
        if not title or not subtitle:
            return [("title", title or subtitle)]
        joint = title_joint(work.title or "")
        if joint == " " and self._style.protect:  # styles keep the capital behind a colon only
            subtitle = _first_kept(subtitle)
        return [("title", f"{title}{joint}{subtitle}")]

    def _title(self, title: str, language: str | None) -> str:
        if not self._style.protect:
            return guard_entry_like(escape(title))
        capital = LATIN_CAPITAL if self._style.ascii else ASCII_CAPITAL
        return guard_entry_like(protect_title(title, language, self._body, capital))

    def _date(self, date: PrintedDate | None) -> Fields:
        if date is None or not COMPLETE_DATE.fullmatch(date.date):
            return []
        if self._latex:
            return [("date", date.date)]
        year, month, day = (*date.date.split("-"), "", "")[:3]
        return [
            ("year", year),
            ("month", Macro(MONTHS[int(month) - 1]) if month else None),
            ("day", str(int(day)) if day else None),
        ]

    def _latest_date(self, work: Work) -> Fields:
        """Return the day of the visit as the latest date of publication where nothing else is known.

        BibLaTeX wants a date in every entry; its interval with an open start (``/2025-05-22``) says that.
        """
        accessed = work.accessed
        if not self._latex or accessed is None or not COMPLETE_DATE.fullmatch(accessed.date):
            return []
        return [("date", f"/{accessed.date}")]

    def _note(self, work: Work, place: Place) -> str:
        """Say what has no field in this entry; a work without a title keeps its printed form whole."""
        if not work.title and work.literal:
            return work.literal
        return ", ".join(self._without_a_field(work, place))

    def _without_a_field(self, work: Work, place: Place) -> Iterator[str]:
        for role, persons in (("editor", work.editor), ("translator", work.translator)):
            if persons and not has_field(place.entry_type, role, self._style.dialect):
                yield f"{role.capitalize()}: {_printed(persons)}"
        yield from place.rest
        if place.entry_type not in BOOKS:
            yield from filter(
                None,
                (work.collection, work.edition and f"Ed. {work.edition}", work.isbn and f"ISBN {work.isbn}"),
            )
        if work.number_of_pages and (place.entry_type not in BOOKS or not self._latex):
            yield f"{work.number_of_pages} p."
        if work.original_date and not self._latex:
            yield f"First published: {work.original_date.date}"
        if work.url and not web_target(work.url):
            yield work.url
        if work.note:
            yield work.note


def _access(work: Work) -> Fields:
    accessed = work.accessed
    complete = accessed is not None and COMPLETE_DATE.fullmatch(accessed.date)
    return [
        ("doi", escape_url(work.doi) if work.doi else None),
        ("url", escape_url(work.url) if work.url and web_target(work.url) else None),
        ("urldate", accessed.date if accessed and complete else None),
    ]


def _written(name: str, value: str | None) -> str | None:
    """Write the value of a field that says where a work stands."""
    if name in ("institution", "school"):
        return corporate(value)
    return text(page_range(value)) if name == "pages" else text(value)


def _printed(persons: tuple[Name, ...]) -> str:
    return "; ".join(person.literal for person in persons)


def _first_kept(title: str) -> str:
    """Put the first word of a title in braces, unless it has some."""
    word, blank, rest = title.partition(" ")
    return title if "{" in word or word.islower() else f"{{{word}}}{blank}{rest}"
