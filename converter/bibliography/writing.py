"""How a merged bibliography is written in each format; above a BibTeX entry stands who cites the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from converter.bibliography.citing import cited_by
from converter.bibliography.documents import Document
from converter.bibliography.merging import Merged
from converter.diagnostics import Diagnostic
from converter.works import Work
from converter.writers import Importer
from converter.writers.bibtex import EntryWriter
from converter.writers.bibtex_style import BibStyle
from converter.writers.bibtex_titles import BodyWords
from converter.writers.csl_json import csl_json
from converter.writers.losses import ascii_losses, ris_losses
from converter.writers.ris import record

Choice = Literal["documents", "cited", "all"]
FORMATS = ("bibtex", "biblatex", "csl-json", "ris")


def chosen(works: Sequence[Merged], choice: Choice) -> tuple[Merged, ...]:
    """Return the documents themselves, the works that they cite, or all."""
    if choice == "documents":
        return tuple(one for one in works if one.documents)
    if choice == "cited":
        return tuple(one for one in works if one.cited_in)
    return tuple(works)


def write_bibliography(
    works: Sequence[Merged],
    documents: Sequence[Document],
    form: str,
    wanted: Importer,
    choice: Choice = "all",
) -> str:
    """Write works in a format; ``works`` are all, of which ``choice`` says what is written."""
    citing = cited_by(works)
    selected = chosen(works, choice)
    if form == "csl-json":
        return csl_json([one.work for one in selected], citing)
    if form == "ris":
        return "\n".join(record(one.work, wanted.ris) for one in selected)
    style = wanted.bib._replace(dialect="biblatex" if form == "biblatex" else "bibtex")
    return style.head() + "\n".join(_entries(selected, documents, style, citing)) + style.foot()


def losses(written: str, works: Sequence[Merged], form: str, wanted: Importer) -> list[Diagnostic]:
    """Return what the format cannot hold of these works as it is."""
    if form == "ris":
        return list(ris_losses((one.work for one in works), wanted.ris))
    return list(ascii_losses(written)) if wanted.bib.ascii and form != "csl-json" else []


def _entries(
    works: Sequence[Merged],
    documents: Sequence[Document],
    style: BibStyle,
    citing: Mapping[str, Sequence[str]],
) -> list[str]:
    """Write entries; how a title is protected is decided by the document that the fullest entry is from."""
    bodies = {document.name: BodyWords(document.commentary) for document in documents}
    return [
        _remark(one.work, citing) + EntryWriter(bodies[one.entries[one.base].document], style).entry(one.work)
        for one in works
    ]


def _remark(work: Work, citing: Mapping[str, Sequence[str]]) -> str:
    keys = citing.get(work.id)
    return f"% Cited by: {', '.join(keys)}\n" if keys else ""
