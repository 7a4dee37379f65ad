"""The way through the house: bytes are read, understood, written and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import MappingProxyType

from converter.analysis import analyse
from converter.diagnostics import Code, Diagnostic, Severity
from converter.errors import ConverterError, UnknownFormat, UnreadableInput
from converter.model import Commentary
from converter.readers import read
from converter.source import Source
from converter.validation.fresh import check_json, check_tei
from converter.writers.bibtex import Dialect, write_bibtex
from converter.writers.json import write_json
from converter.writers.tei import write_tei

FORMATS: Mapping[str, str] = MappingProxyType({"tei": ".tei.xml", "json": ".json", "bibtex": ".bib"})
"""Format → file ending."""

DIALECTS: Mapping[str, Dialect] = MappingProxyType({"bibtex": "bibtex", "biblatex": "biblatex"})
"""Names of the dialects of BibTeX."""


@dataclass(frozen=True, slots=True)
class Result:
    """One document, converted: the model, what was written, and every finding."""

    name: str
    source: Source
    commentary: Commentary
    outputs: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def tei(self) -> str:
        """The TEI-XML."""
        return self._output("tei")

    @property
    def json(self) -> str:
        """The JSON document."""
        return self._output("json")

    @property
    def bibtex(self) -> str:
        """The bibliography."""
        return self._output("bibtex")

    @property
    def is_valid(self) -> bool:
        """Whether nothing was lost and every output passes its schema."""
        return not any(finding.severity == Severity.ERROR for finding in self.diagnostics)

    def _output(self, name: str) -> str:
        if name not in self.outputs:
            asked = ", ".join(self.outputs) or "nothing"
            raise ConverterError(
                f"{name} was not asked for, only {asked}: leave out to= or name {name!r} in it"
            )
        return self.outputs[name]


def convert_bytes(
    content: bytes,
    name: str,
    *,
    to: Sequence[str] = tuple(FORMATS),
    dialect: str = "bibtex",
    profile: str | None = None,
) -> Result:
    """Convert the bytes of a file called ``name``; raise ``UnreadableInput`` if nothing can be converted."""
    for wanted in to:
        if wanted not in FORMATS:
            raise UnknownFormat(wanted, known=FORMATS)
    if dialect not in DIALECTS:
        raise UnknownFormat(dialect, known=DIALECTS)
    source = read(content, name)
    commentary = analyse(source, profile)
    findings: list[Diagnostic] = list(commentary.diagnostics)
    outputs: dict[str, str] = {}
    if "tei" in to:
        outputs["tei"] = write_tei(commentary)
        findings += check_tei(outputs["tei"].encode(), commentary)
    if "json" in to:
        outputs["json"] = write_json(commentary)
        findings += check_json(outputs["json"].encode())
    if "bibtex" in to:
        outputs["bibtex"] = write_bibtex(commentary, DIALECTS[dialect])
    return Result(name, source, commentary, MappingProxyType(outputs), tuple(findings))


def convert(
    path: str | PathLike[str],
    *,
    to: Sequence[str] = tuple(FORMATS),
    dialect: str = "bibtex",
    profile: str | None = None,
) -> Result:
    """Convert a file."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as problem:
        raise UnreadableInput(
            str(file), Code.UNREADABLE.at(None, reason=problem.strerror or str(problem))
        ) from problem
    return convert_bytes(content, file.name, to=to, dialect=dialect, profile=profile)


def convert_text(
    text: str,
    name: str = "text.txt",
    *,
    to: Sequence[str] = tuple(FORMATS),
    dialect: str = "bibtex",
    profile: str | None = None,
) -> Result:
    """Convert a text at hand."""
    return convert_bytes(text.encode("utf-8", "surrogatepass"), name, to=to, dialect=dialect, profile=profile)
