"""What a commentary and the works it cites are in BibTeX or BibLaTeX: one entry each, the document first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from converter.writers.bibtex_escape import escape_url, guard_entry_like
from converter.writers.bibtex_fields import Macro, corporate, entry, names, page_range, text
from converter.writers.bibtex_titles import BodyWords, protect_title
from converter.writers.tei_elements import COMPLETE_DATE, web_target

if TYPE_CHECKING:
    from typing import TypeAlias

    from converter.model import Commentary, PrintedDate, Reference

    Fields: TypeAlias = list[tuple[str, str | None]]

FIGURES = re.compile(r"\d+")

Dialect = Literal["bibtex", "biblatex"]

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

JOURNAL_TYPES = frozenset(["article-journal", "article-magazine", "article-newspaper"])
PART_TYPES = {"chapter": "incollection", "paper-conference": "inproceedings"}


def write_bibtex(commentary: Commentary, dialect: Dialect = "bibtex") -> str:
    """Write the document itself, then every work that its notes cite, in their order."""
    writer = EntryWriter(commentary, latex=dialect == "biblatex")
    entries = [writer.own(), *map(writer.cited, commentary.references)]
    return "\n".join(entries)


class EntryWriter:
    """Writes the entries of one document in one dialect (``latex``: BibLaTeX)."""

    def __init__(self, commentary: Commentary, *, latex: bool) -> None:
        self._commentary = commentary
        self._latex = latex
        self._body = BodyWords(commentary)

    # --- Entries ------------------------------------------------------------------------------------------

    def own(self) -> str:
        """Write the entry of the document itself."""
        commentary, metadata = self._commentary, self._commentary.metadata
        series, publisher = metadata.series, metadata.publisher
        name = publisher.full_name if publisher else None
        fields: Fields = [("author", names(metadata.authors))]
        if not metadata.authors:
            fields.append(self._key(name, commentary.id))
        fields += self._titles(metadata.title, metadata.subtitle, metadata.language)
        if series or publisher:
            entry_type = self._report(bool(series))
            number = "/".join(filter(None, (series.volume, series.number))) if series else None
            fields += [
                ("institution", corporate(name)),
                ("type", text(series.name if series else None)),
                ("number", text(number)),
            ]
        else:
            entry_type = self._loose_type(metadata.url, metadata.doi)
        accessed = commentary.cite_as.accessed if commentary.cite_as else None
        fields += self._date(metadata.published)
        fields += self._access(metadata.doi, metadata.url, accessed)
        fields += self._language(metadata.language)
        fields.append(("keywords", text(", ".join(metadata.keywords))))
        fields.append(("note", text(self._own_note())))
        return entry(entry_type, commentary.id, fields)

    def cited(self, reference: Reference) -> str:
        """Write the entry of a cited work."""
        entry_type, place = self._place(reference)
        forbidden = self._latex and reference.type == "report"  # BibLaTeX knows no editor of a report
        editors = None if forbidden else names(reference.editor)
        fields: Fields = [("author", names(reference.author)), ("editor", editors)]
        if not reference.author:
            fields.append(self._key(reference.publisher or reference.container, reference.id))
        fields += self._titles(reference.title, None, reference.language)
        fields += place
        fields += self._date(reference.issued or reference.date) or self._latest_date(reference)
        fields += self._access(reference.doi, reference.url, reference.accessed)
        fields += self._language(reference.language)
        fields.append(("note", text(_cited_note(reference, {value for _, value in fields}))))
        return entry(entry_type, reference.id, fields)

    def _report(self, has_type: bool) -> str:
        """Return the entry type of a report: BibLaTeX demands the type of @report; @techreport has one."""
        return "report" if self._latex and has_type else "techreport"

    # --- Where a work stands ------------------------------------------------------------------------------

    def _place(self, reference: Reference) -> tuple[str, Fields]:
        """Return the entry type that fits, and the fields that say where the work stands."""
        kind, container = reference.type, reference.container
        if kind in JOURNAL_TYPES and container:
            name = "journaltitle" if self._latex else "journal"
            number = ("number", text(reference.issue or reference.number))
            return "article", [(name, text(container)), _volume(reference), number, _pages(reference)]
        if kind in PART_TYPES and container:
            fields = [("booktitle", text(container)), *self._publisher(reference), _volume(reference)]
            return PART_TYPES[kind], [*fields, _pages(reference)]
        if kind == "report":
            fields = [("institution", corporate(reference.publisher)), self._town(reference)]
            numbers = [("type", text(reference.genre)), ("number", text(reference.number or reference.issue))]
            return self._report(bool(reference.genre)), fields + numbers
        if kind == "book":
            return "book", [*self._publisher(reference), _volume(reference)]
        return self._loose(reference)

    def _publisher(self, reference: Reference) -> Fields:
        return [("publisher", text(reference.publisher)), self._town(reference)]

    def _town(self, reference: Reference) -> tuple[str, str | None]:
        return "location" if self._latex else "address", text(reference.publisher_place)

    def _loose(self, reference: Reference) -> tuple[str, Fields]:
        """Return the same for a web page, or for whatever fits nowhere else."""
        entry_type = self._loose_type(reference.url, reference.doi)
        site = text(reference.container) if reference.container != reference.publisher else None
        if not self._latex:
            return entry_type, [("howpublished", site), *self._publisher(reference)]
        fields: Fields = [("titleaddon", site), ("organization", text(reference.publisher))]
        return entry_type, fields if entry_type == "online" else [*fields, self._town(reference)]

    def _loose_type(self, url: str | None, doi: str | None) -> str:
        """``@online`` exists in BibLaTeX only, and must have an address there."""
        return "online" if self._latex and (doi or (url and web_target(url))) else "misc"

    # --- Fields -------------------------------------------------------------------------------------------

    def _key(self, name: str | None, identifier: str) -> tuple[str, str | None]:
        """Return what classic styles sort an entry without author by; most do not look at editors."""
        return "key", None if self._latex else text(name or FIGURES.split(identifier)[0])

    def _titles(self, title: str | None, subtitle: str | None, language: str | None) -> Fields:
        """Classic styles know no subtitle: there it follows the title behind a colon."""
        if subtitle and not self._latex:
            colon = " " if (title or "").endswith((":", "?", "!", ".")) else ": "
            title, subtitle = f"{title}{colon}{subtitle}" if title else subtitle, None
        return [
            (name, guard_entry_like(protect_title(value, language, self._body)) if value else None)
            for name, value in (("title", title), ("subtitle", subtitle))
        ]

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

    def _latest_date(self, reference: Reference) -> Fields:
        """Return the day of the visit as the latest date of publication where nothing else is known.

        BibLaTeX wants a date in every entry; its interval with an open start (``/2025-05-22``) says that.
        """
        accessed = reference.accessed
        if not self._latex or accessed is None or not COMPLETE_DATE.fullmatch(accessed.date):
            return []
        return [("date", f"/{accessed.date}")]

    def _access(self, doi: str | None, url: str | None, accessed: PrintedDate | None) -> Fields:
        complete = accessed is not None and COMPLETE_DATE.fullmatch(accessed.date)
        return [
            ("doi", escape_url(doi) if doi else None),
            ("url", escape_url(url) if url and web_target(url) else None),
            ("urldate", accessed.date if accessed and complete else None),
        ]

    def _language(self, language: str | None) -> Fields:
        known = text(language) if language and language != "und" else None
        return [("language", known), ("langid", known)]

    def _own_note(self) -> str:
        """Say what has no field: translators, editors, the first publication, an address that is no link."""
        metadata = self._commentary.metadata
        parts = [
            f"{contributor.role.capitalize()}: {contributor.literal}" for contributor in metadata.contributors
        ]
        if metadata.original_published:
            parts.append(f"First published: {metadata.original_published.date}")
        if metadata.url and not web_target(metadata.url):
            parts.append(metadata.url)
        return ". ".join(parts)


def _volume(reference: Reference) -> tuple[str, str | None]:
    return "volume", text(reference.volume)


def _pages(reference: Reference) -> tuple[str, str | None]:
    return "pages", text(page_range(reference.page))


def _cited_note(reference: Reference, written: set[str | None]) -> str:
    """Say what has no field in this entry; a work without a title keeps its printed form whole."""
    if reference.title is None:
        return reference.literal
    editors = "; ".join(editor.literal for editor in reference.editor)
    candidates = [
        ("Editor: ", editors, names(reference.editor)),
        ("", reference.genre, text(reference.genre)),
        ("Vol. ", reference.volume, text(reference.volume)),
        ("No. ", reference.issue, text(reference.issue)),
        ("No. ", reference.number, text(reference.number)),
        ("P. ", reference.page, text(page_range(reference.page))),
        ("", reference.url, escape_url(reference.url or "")),
    ]
    return ", ".join(
        f"{label}{value}" for label, value, field in candidates if value and field not in written
    )
