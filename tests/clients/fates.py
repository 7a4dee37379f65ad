"""What becomes of every field in every client, why what is lost is lost, and the table of it in the docs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from converter.works import works_of
from converter.writers import WRITERS, styles
from tests.clients.letters import letters
from tests.clients.readers import CLIENTS
from tests.clients.seen import FIELDS, Library, expected

ENDINGS = {"bibtex": ".bib", "biblatex": ".bib", "csl-json": ".csl.json", "ris": ".ris"}
COMMENTARY = "caglayangoz2025seki"
PAGE, ARTICLE, BOOK = "liman2025birge", "ezhov2024politika", "ozguncu2019kiyi"
REPORT, CHAPTER = "council2023measures", "ozguncu2021iskele"
EVERY = (COMMENTARY, PAGE, ARTICLE, BOOK, REPORT, CHAPTER)


class Fate(NamedTuple):
    """What a client does to a field: of which works, and why."""

    works: tuple[str, ...]
    why: str


SENTENCE = Fate(
    (REPORT,),
    "English titles become sentences, as CSL wants them; protected words (`NATO`) keep their capitals",
)
NO_VISIT = Fate((PAGE,), "the date of the visit is not read")
NO_KIND = Fate((COMMENTARY, REPORT), "the kind of a report (`M3`) is not read")
NO_DAY = Fate((COMMENTARY, PAGE), "the day is not read, only year and month")
SPLIT_BODIES = Fate(
    (PAGE, REPORT),
    "RIS has no sign for a body, so its name is taken for that of a person (`--for endnote` marks bodies)",
)
NO_DATE = Fate((COMMENTARY, PAGE, REPORT), "only the year (`PY`) is read, not `DA`")
NO_TOWN = Fate((BOOK,), "`CY` is not read")
NO_LANGUAGE = Fate(EVERY, "neither `language` nor `langid` is read")

FATES: Mapping[tuple[str, str], Mapping[str, Fate]] = {
    ("JabRef", "ris"): {
        "author": SPLIT_BODIES,
        "date": NO_DAY,
        "series": NO_KIND,
        "doi": Fate((ARTICLE,), "`DO` is not read"),
        "visited": NO_VISIT,
    },
    ("Better BibTeX", "bibtex"): {"title": SENTENCE},
    ("Better BibTeX", "biblatex"): {"title": SENTENCE},
    ("Better BibTeX", "biblatex --for zotero"): {"title": SENTENCE},
    ("citation-js", "bibtex"): {"visited": NO_VISIT, "language": NO_LANGUAGE},
    ("citation-js", "ris"): {
        "number": Fate(
            (COMMENTARY, REPORT), "the number of a report is read from `SN` (`--for zotero`), not from `IS`"
        ),
        "visited": NO_VISIT,
    },
    ("citation-js", "ris --for zotero"): {"visited": NO_VISIT},
    ("Fidus", "bibtex"): {"date": NO_DAY},
    ("pandoc", "bibtex"): {"title": SENTENCE},
    ("pandoc", "biblatex"): {"title": SENTENCE},
    ("pandoc", "ris"): {
        "author": SPLIT_BODIES,
        "date": NO_DATE,
        "series": NO_KIND,
        "visited": NO_VISIT,
        "town": NO_TOWN,
    },
    ("pandoc", "ris --for endnote"): {
        "date": NO_DATE,
        "series": NO_KIND,
        "number": Fate((COMMENTARY, REPORT), "the number of a report is read from `IS`, not from `SN`"),
        "visited": NO_VISIT,
        "town": NO_TOWN,
    },
    ("bibutils", "bibtex"): {"visited": NO_VISIT},
    ("bibutils", "biblatex"): {"visited": NO_VISIT},
    ("bibutils", "ris"): {
        "author": SPLIT_BODIES,
        "editor": Fate(
            (CHAPTER,), "the editor of a book is sought in `ED`, which others take for the author's"
        ),
        "series": Fate((COMMENTARY, REPORT), "the kind of a report (`M3`) becomes a note"),
        "container": Fate((CHAPTER,), "`T2` of a chapter is taken for the series"),
        "visited": NO_VISIT,
    },
}
"""What is known to be lost or changed; everything else must be kept."""


def write(form: str, folder: Path) -> Path:
    """Write the document in a format and return the file."""
    form, _, importer = form.partition(" --for ")
    name, dialect = ("bibtex", form) if form in ("bibtex", "biblatex") else (form, None)
    wanted = styles(dialect, importer or None, latex_ascii=False)  # type: ignore[arg-type]
    file = folder / f"letters{ENDINGS[form]}"
    file.write_text(WRITERS[name].write(letters(), wanted), "utf-8")
    return file


def read_by(client: str, form: str, folder: Path) -> Library:
    """Return what a client holds of the document."""
    return CLIENTS[client][0](write(form, folder), form.partition(" ")[0], folder)


def changed(client: str, form: str, folder: Path) -> dict[str, tuple[str, ...]]:
    """Return for each field the works of which a client holds something else than the model."""
    read = read_by(client, form, folder)
    works = [(work.id, expected(work)) for work in works_of(letters())]
    differing = {
        name: tuple(key for key, known in works if known.get(name) != read.get(key, {}).get(name))
        for name in FIELDS
    }
    return {name: keys for name, keys in differing.items() if keys}


def invented(client: str, form: str, folder: Path) -> list[str]:
    """Return the works that a client has and the model does not."""
    return sorted(read_by(client, form, folder).keys() - {work.id for work in works_of(letters())})


def table() -> str:
    """Return the table for the docs: a row for each client and format, a column for each field."""
    reasons: dict[str, str] = {}
    rows = [
        f"| {client} | {form} | {' | '.join(_cell(client, form, name, reasons) for name in FIELDS)} |"
        for client, (_, forms) in CLIENTS.items()
        for form in forms
    ]
    head = [f"| client | format | {' | '.join(FIELDS)} |", "|---" * (len(FIELDS) + 2) + "|"]
    notes = [f"{mark}. {why}" for why, mark in reasons.items()]
    return "\n".join([*head, *rows, "", *notes])


def _cell(client: str, form: str, name: str, reasons: dict[str, str]) -> str:
    fate = FATES.get((client, form), {}).get(name)
    if fate is None:
        return "✓"
    return f"[{reasons.setdefault(fate.why, str(len(reasons) + 1))}]"
