"""Which output formats there are: name → ending and function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from converter.model import Commentary
from converter.writers.bibtex import write_bibtex
from converter.writers.csl_json import write_csl_json
from converter.writers.importers import IMPORTERS, Importer, styles
from converter.writers.json import read_json, write_json
from converter.writers.ris import write_ris
from converter.writers.tei import build_tei, write_tei

__all__ = [
    "IMPORTERS",
    "WRITERS",
    "Importer",
    "Writer",
    "build_tei",
    "read_json",
    "styles",
    "write_bibtex",
    "write_csl_json",
    "write_json",
    "write_ris",
    "write_tei",
]


class Writer(NamedTuple):
    """An output format: how its files end, and what writes them."""

    ending: str
    write: Callable[[Commentary, Importer], str]


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "tei": Writer(".tei.xml", lambda commentary, _: write_tei(commentary)),
        "json": Writer(".json", lambda commentary, _: write_json(commentary)),
        "bibtex": Writer(".bib", lambda commentary, wanted: write_bibtex(commentary, wanted.bib)),
        "csl-json": Writer(".csl.json", lambda commentary, _: write_csl_json(commentary)),
        "ris": Writer(".ris", lambda commentary, wanted: write_ris(commentary, wanted.ris)),
    }
)
