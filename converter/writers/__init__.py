"""Which output formats there are: name → ending and function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from converter.model import Commentary
from converter.writers.bibtex import write_bibtex
from converter.writers.json import read_json, write_json
from converter.writers.tei import build_tei, write_tei

__all__ = ["WRITERS", "Writer", "build_tei", "read_json", "write_bibtex", "write_json", "write_tei"]


class Writer(NamedTuple):
    """An output format: how its files end, and what writes them."""

    ending: str
    write: Callable[[Commentary], str]


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "tei": Writer(".tei.xml", write_tei),
        "json": Writer(".json", write_json),
        "bibtex": Writer(".bib", write_bibtex),
    }
)
