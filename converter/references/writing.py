"""In which formats a list of references is written, and what each of them cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from converter.diagnostics import Diagnostic
from converter.errors import UnknownFormat
from converter.references.record import ReferenceList
from converter.references.tei import write_list
from converter.works import Work
from converter.writers.bibtex import Dialect, write_works
from converter.writers.csl_json import csl_json
from converter.writers.losses import ris_losses
from converter.writers.ris import record


def _ris(works: Sequence[Work]) -> str:
    return "\n".join(map(record, works))


def _bib(dialect: Dialect) -> Callable[[ReferenceList], str]:
    return lambda found: write_works(found.works, dialect)


WRITERS: Mapping[str, Callable[[ReferenceList], str]] = MappingProxyType(
    {
        "csl-json": lambda found: csl_json(found.works),
        "bibtex": _bib("bibtex"),
        "biblatex": _bib("biblatex"),
        "ris": lambda found: _ris(found.works),
        "tei": lambda found: write_list(found.references),
    }
)
"""Name of a format → what writes it."""


def write_references(found: ReferenceList, form: str) -> str:
    """Write a list of references in a format; raise ``UnknownFormat`` for a name that is none."""
    if form not in WRITERS:
        raise UnknownFormat(form, known=WRITERS)
    return WRITERS[form](found)


def losses(found: ReferenceList, form: str) -> list[Diagnostic]:
    """Report what a format cannot hold as it is."""
    return list(ris_losses(found.works)) if form == "ris" else []
