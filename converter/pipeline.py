"""The way through the house: bytes are read, understood, written and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import MappingProxyType

from msgspec import DecodeError
from msgspec.structs import replace

from converter.analysis import analyse
from converter.analysis.conservation import check_conservation
from converter.diagnostics import Code, Diagnostic, Severity
from converter.errors import ConverterError, UnknownFormat, UnreadableInput
from converter.model import Commentary
from converter.profiles import Profile, open_profile
from converter.readers import read, read_back
from converter.readers.own import MEDIA_TYPE
from converter.sidecars import SIDECAR_LIMIT, Sidecar, find_sidecars, read_sidecars
from converter.source import Clue, Source
from converter.validation.fresh import check_json, check_tei
from converter.validation.read_back import check_read_back
from converter.works import works_of
from converter.writers import IMPORTERS, WRITERS, Importer, styles, write_json, write_tei
from converter.writers.bibtex_style import Dialect
from converter.writers.json import read_json
from converter.writers.losses import ascii_losses, ris_losses

FORMATS: Mapping[str, str] = MappingProxyType({name: writer.ending for name, writer in WRITERS.items()})
"""Format → file ending."""

DEFAULT_FORMATS = ("tei", "json", "bibtex")
"""What is written if nothing else is asked for."""

DIALECTS: Mapping[str, Dialect] = MappingProxyType({"bibtex": "bibtex", "biblatex": "biblatex"})
"""Names of the dialects of BibTeX."""


AnyProfile = Profile | str | PathLike[str] | None
"""A profile, the name of a shipped one, the path of a file; ``None``: the page shows whose it is."""


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
    to: Sequence[str] = DEFAULT_FORMATS,
    dialect: str | None = None,
    profile: AnyProfile = None,
    importer: str | None = None,
    ascii: bool = False,  # noqa: A002 - the name of the option
    clues: Sequence[Clue] = (),
    sidecars: Sequence[Sidecar] = (),
) -> Result:
    """Convert the bytes of a file called ``name``; raise ``UnreadableInput`` if nothing can be converted.

    ``clues`` are what the caller says of the document, ``sidecars`` what files beside it say; both are
    believed before the page.

    ``importer`` names the program that is to read the bibliography (``zotero``), which decides the dialect
    unless one is given; ``ascii`` writes the letters of BibTeX as LaTeX commands.
    """
    _must_be_known((*to,), FORMATS)
    wanted = bibliographic_style(dialect, importer, ascii=ascii)
    house = profile if isinstance(profile, Profile | None) else open_profile(profile)
    back = read_back(content, name)
    source = back.source if back else _with_clues(read(content, name), clues, sidecars)
    commentary = back.commentary if back else analyse(source, house)
    findings = [_without_place(found) if back else found for found in commentary.diagnostics]
    outputs = {form: writer.write(commentary, wanted) for form, writer in WRITERS.items() if form in to}
    if "tei" in outputs:
        findings += check_tei(outputs["tei"].encode(), commentary)
    if "json" in outputs:
        findings += check_json(outputs["json"], commentary)
    if ascii and "bibtex" in outputs:
        findings += ascii_losses(outputs["bibtex"])
    if "ris" in outputs:
        findings += ris_losses(works_of(commentary), wanted.ris)
    if back:
        written = write_json(commentary) if source.media_type == MEDIA_TYPE else write_tei(commentary)
        findings += check_read_back(content, written)
    return Result(name, source, commentary, MappingProxyType(outputs), tuple(findings))


def source_text(content: bytes, name: str) -> str:
    """Return the text that every place in the document counts in."""
    back = read_back(content, name)
    return back.source.text if back else read(content, name).text


def _without_place(finding: Diagnostic) -> Diagnostic:
    """Take the place from a finding of an earlier run, which counts in a file that is not at hand."""
    return replace(finding, span=None)


def _with_clues(source: Source, clues: Sequence[Clue], sidecars: Sequence[Sidecar]) -> Source:
    """Put what persons say before what the file says."""
    if not (clues or sidecars):
        return source
    stated = [Clue(clue.field, clue.value, f"given: {clue.origin}") for clue in clues]
    said, findings = read_sidecars(sidecars)
    return replace(
        source, clues=(*stated, *said, *source.clues), diagnostics=(*source.diagnostics, *findings)
    )


def convert(
    path: str | PathLike[str],
    *,
    to: Sequence[str] = DEFAULT_FORMATS,
    dialect: str | None = None,
    profile: AnyProfile = None,
    importer: str | None = None,
    ascii: bool = False,  # noqa: A002
    clues: Sequence[Clue] = (),
) -> Result:
    """Convert a file; what stands beside it (``NAME.yaml``, ``metadata.csv``) is read too."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as problem:
        raise UnreadableInput(
            str(file), Code.UNREADABLE.at(None, reason=problem.strerror or str(problem))
        ) from problem
    return convert_bytes(
        content,
        file.name,
        to=to,
        dialect=dialect,
        profile=profile,
        importer=importer,
        ascii=ascii,
        clues=clues,
        sidecars=find_sidecars(file, open_beside),
    )


def open_beside(path: Path) -> bytes | None:
    """Return the bytes of a regular file that may stand beside a document, or ``None``."""
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as stream:
        return stream.read(SIDECAR_LIMIT + 1)


def convert_text(
    text: str,
    name: str = "text.txt",
    *,
    to: Sequence[str] = DEFAULT_FORMATS,
    dialect: str | None = None,
    profile: AnyProfile = None,
    importer: str | None = None,
    ascii: bool = False,  # noqa: A002
    clues: Sequence[Clue] = (),
) -> Result:
    """Convert a text at hand."""
    return convert_bytes(
        text.encode("utf-8", "surrogatepass"),
        name,
        to=to,
        dialect=dialect,
        profile=profile,
        importer=importer,
        ascii=ascii,
        clues=clues,
    )


def bibliographic_style(
    dialect: str | None = None,
    importer: str | None = None,
    *,
    ascii: bool = False,  # noqa: A002
) -> Importer:
    """Return how bibliographies are written; raise ``UnknownFormat`` for names that do not exist."""
    _must_be_known((importer,) if importer else (), IMPORTERS)
    _must_be_known((dialect,) if dialect else (), DIALECTS)
    return styles(DIALECTS[dialect] if dialect else None, importer, latex_ascii=ascii)


def _must_be_known(names: Sequence[str], known: Mapping[str, object]) -> None:
    for name in names:
        if name not in known:
            raise UnknownFormat(name, known=known)


def conserved(source: Source, document: bytes) -> list[Diagnostic]:
    """Return what a JSON document of ours lacks, doubles or changes of its source."""
    try:
        return check_conservation(source, read_json(document))
    except DecodeError:
        return []
