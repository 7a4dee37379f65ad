"""Which entry type fits a work in a dialect of BibTeX, and which fields say where the work stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from converter.writers.tei_elements import web_target

if TYPE_CHECKING:
    from converter.works import Work
    from converter.writers.bibtex_style import Dialect

JOURNAL_TYPES = frozenset(
    ["article-journal", "article-magazine", "article-newspaper", "review", "review-book"]
)
PART_TYPES = {
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
}
BOOK_TYPES = frozenset(["book", "pamphlet", "classic"])
MASTER = ("master", "yüksek lisans", "magistr", "магистер", "m.a", "m.sc")
"""How theses call themselves that are none of a doctor."""

HELPERS = "editor translator"
BIBTEX_FIELDS = {
    "article": f"volume number pages {HELPERS}",
    "book": f"volume number {HELPERS}",
    "incollection": f"type volume number pages {HELPERS}",
    "inproceedings": f"volume number pages {HELPERS}",
    "mastersthesis": f"type {HELPERS}",
    "misc": HELPERS,
    "phdthesis": f"type {HELPERS}",
    "techreport": f"type number {HELPERS}",
}
"""Classic BibTeX: entry type → which of these fields it has; any may have an editor or a translator."""

BIBLATEX_FIELDS = {
    "article": f"volume number pages {HELPERS}",
    "book": f"volume number pages {HELPERS}",
    "incollection": f"volume number pages {HELPERS}",
    "inproceedings": f"volume number pages {HELPERS}",
    "misc": "type editor",
    "online": "editor",
    "report": "type number pages",
    "techreport": "type number pages",
    "thesis": "type pages",
}
"""The same in the data model of BibLaTeX."""

FIELDS = {
    dialect: {entry_type: frozenset(names.split()) for entry_type, names in table.items()}
    for dialect, table in (("bibtex", BIBTEX_FIELDS), ("biblatex", BIBLATEX_FIELDS))
}


class Place(NamedTuple):
    """The entry type that fits, its fields, and what has none of its own."""

    entry_type: str
    fields: tuple[tuple[str, str | None], ...]
    rest: tuple[str, ...]


def has_field(entry_type: str, name: str, dialect: Dialect) -> bool:
    """Say whether an entry may have a field.

    >>> has_field("report", "editor", "biblatex"), has_field("techreport", "number", "bibtex")
    (False, True)
    """
    return name in FIELDS[dialect][entry_type]


def place_of(work: Work, dialect: Dialect) -> Place:
    """Return where a work stands, as an entry of this dialect says it."""
    latex = dialect == "biblatex"
    entry_type, fields = _typed(work, latex=latex)
    number = (work.issue or work.number) if entry_type == "article" else (work.number or work.issue)
    scopes = {"type": work.genre, "volume": work.volume, "number": number, "pages": work.page}
    if not latex and entry_type == "book" and work.volume:  # plain styles set one of the two
        del scopes["number"]
    held = {name: value for name, value in scopes.items() if has_field(entry_type, name, dialect)}
    return Place(entry_type, (*fields, *held.items()), tuple(_rest(work, held)))


def _rest(work: Work, held: dict[str, str | None]) -> list[str]:
    labelled = [
        ("", work.genre),
        ("Vol. ", work.volume),
        ("No. ", work.issue),
        ("No. ", work.number),
        ("P. ", work.page),
    ]
    return [f"{label}{value}" for label, value in labelled if value and value not in held.values()]


def _typed(work: Work, *, latex: bool) -> tuple[str, list[tuple[str, str | None]]]:
    kind = work.type
    publisher = [("publisher", work.publisher), _town(work, latex=latex)]
    if kind in JOURNAL_TYPES and work.container:
        return "article", [("journaltitle" if latex else "journal", work.container)]
    if kind in PART_TYPES and work.container:
        return PART_TYPES[kind], [("booktitle", work.container), *publisher]
    if kind == "report":
        return report_type(work, latex=latex), [("institution", work.publisher), _town(work, latex=latex)]
    if kind == "thesis":
        return _thesis(work, latex=latex)
    if kind in BOOK_TYPES:
        return "book", publisher
    return _loose(work, latex=latex)


def report_type(work: Work, *, latex: bool) -> str:
    """Return the entry type of a report: BibLaTeX demands the type of @report; @techreport has one."""
    return "report" if latex and work.genre else "techreport"


def _thesis(work: Work, *, latex: bool) -> tuple[str, list[tuple[str, str | None]]]:
    town = _town(work, latex=latex)
    if latex and work.genre:  # BibLaTeX demands the type of a thesis too
        return "thesis", [("institution", work.publisher), town]
    if latex:
        return _loose(work, latex=latex)
    of_master = any(word in (work.genre or "").lower() for word in MASTER)
    return "mastersthesis" if of_master else "phdthesis", [("school", work.publisher), town]


def _town(work: Work, *, latex: bool) -> tuple[str, str | None]:
    return "location" if latex else "address", work.publisher_place


def _loose(work: Work, *, latex: bool) -> tuple[str, list[tuple[str, str | None]]]:
    """Return the same for a web page, or for whatever fits nowhere else."""
    site = work.container if work.container != work.publisher else None
    town = _town(work, latex=latex)
    if not latex:
        return "misc", [("howpublished", site), ("publisher", work.publisher), town]
    fields = [("titleaddon", site), ("organization", work.publisher)]
    if work.doi or (work.url and web_target(work.url)):  # @online must have an address
        return "online", fields
    return "misc", [*fields, town]
