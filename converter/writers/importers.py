"""What the programs want that our bibliographies are made for (``--for``): format, dialect and small things.

``docs/bibliographies.md`` says for each what becomes of every field, and how that was found out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from converter.writers.bibtex_style import BibStyle, Dialect
from converter.writers.ris import RisStyle


class Importer(NamedTuple):
    """A program that reads bibliographies."""

    format: str
    """The format that keeps most: ``bibtex`` (in the dialect of ``bib``) or ``ris``."""
    bib: BibStyle = BibStyle()
    ris: RisStyle = RisStyle()


REPORT_NUMBER = RisStyle(report_number="SN")

IMPORTERS: Mapping[str, Importer] = MappingProxyType(
    {
        "zotero": Importer("bibtex", BibStyle("biblatex"), REPORT_NUMBER),
        "jabref": Importer("bibtex", BibStyle("biblatex", jabref=True)),
        "mendeley": Importer("ris", BibStyle(protect=False), REPORT_NUMBER),
        "endnote": Importer("ris", BibStyle(protect=False), REPORT_NUMBER._replace(body_comma=True)),
        "latex": Importer("bibtex", BibStyle("biblatex", babel=True)),
    }
)


def styles(dialect: Dialect | None, importer: str | None, *, latex_ascii: bool) -> Importer:
    """Return how everything is written; a dialect that is asked for wins over that of the importer."""
    wanted = IMPORTERS[importer] if importer else Importer("bibtex")
    bib = wanted.bib._replace(ascii=latex_ascii)
    return wanted._replace(bib=bib if dialect is None else bib._replace(dialect=dialect))
