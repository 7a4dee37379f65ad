"""Validation of files on the disk: those that are named, and those beside them that must agree with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from converter.batch.against import check_against, files_below
from converter.batch.files import VALIDATION_LIMIT, FoundFile, is_folder, is_plain_file, read_file
from converter.batch.parallel import in_parts
from converter.batch.plan import NoInput
from converter.batch.walk import find_files
from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.validation.contents import OtherSchemas, validate_contents
from converter.validation.findings import FileFinding, Report, in_order
from converter.validation.kinds import KNOWN_ENDINGS, document_of, siblings_of
from converter.validation.other_grammar import OtherGrammar
from converter.validation.other_schema import read_schema
from converter.validation.schemas import json_validator, relaxng


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are validated."""

    schemas: tuple[tuple[str, bytes], ...] = ()
    """Schemas in place of ours: name and content."""
    source: Path | None = None
    """Where the files are from which the documents were made."""


def validate_files(paths: Iterable[Path], wishes: Wishes = Wishes(), jobs: int = 1) -> Report:
    """Return the findings of files, each and together; of a folder all such files below it are meant.

    Raises ``UnusableSchema`` for a schema that is none.
    """
    found = {one.path: one for one in chain.from_iterable(map(files_of, paths))}
    findings = [FileFinding(str(one.path), 1, 1, one.problem) for one in found.values() if one.problem]
    files = [one.path for one in found.values() if one.problem is None]
    if jobs > 1:  # compiled here, so that no worker does it once more
        relaxng(), json_validator()
    _compiled(wishes.schemas)
    files_below.cache_clear()
    for part in in_parts(_check, [(document, wishes) for document in _documents(files)], jobs):
        findings += part
    return Report(tuple(map(str, found)), tuple(in_order(findings)))


def _check(task: tuple[Sequence[Path], Wishes]) -> list[FileFinding]:
    """Validate the files of one document, or one that stands alone."""
    paths, wishes = task
    findings: list[FileFinding] = []
    contents = _read(paths, findings)
    beside = _read(_beside(paths), findings)
    findings += validate_contents(contents, beside, _compiled(wishes.schemas))
    if wishes.source is not None:
        findings += check_against(wishes.source, contents, beside)
    return findings


@cache
def _compiled(schemas: tuple[tuple[str, bytes], ...]) -> OtherSchemas:
    other = OtherSchemas()
    for name, content in schemas:
        schema = read_schema(content, name)
        if isinstance(schema, OtherGrammar):
            other = OtherSchemas(schema, other.json)
        else:
            other = OtherSchemas(other.tei, schema)
    return other


def _documents(paths: Iterable[Path]) -> list[list[Path]]:
    """Return the files that belong together."""
    groups: dict[str, list[Path]] = {}
    for path in paths:
        document = document_of(str(path))
        groups.setdefault(document[0] if document else f"{path}\0", []).append(path)
    return list(groups.values())


def files_of(path: Path) -> Iterator[FoundFile]:
    """Yield the files that a path of the command line means: itself, or what is below a folder."""
    if not is_folder(path):
        yield FoundFile(path, Path(path.name))
        return
    found = [one for one in find_files(path) if _is_meant(one)]
    if not found:
        raise NoInput(f"nothing to validate in {path} (files that end in {KNOWN_ENDINGS})")
    yield from found


def _is_meant(found: FoundFile) -> bool:
    """Say whether a file of a folder is to be validated, or told of because it cannot be read."""
    if found.problem is not None:
        return found.problem.code == Code.UNREADABLE.code
    return document_of(str(found.path)) is not None


def _beside(named: Iterable[Path]) -> list[Path]:
    """Return the files of the same documents that were not named but are there; a link is none of them."""
    taken = set(map(str, named))
    siblings = dict.fromkeys(sibling for path in taken for sibling in siblings_of(path))
    return [Path(one) for one in sorted(siblings) if one not in taken and is_plain_file(Path(one))]


def _read(paths: Iterable[Path], findings: list[FileFinding]) -> dict[str, bytes]:
    """Return the contents of files by path; what cannot be read becomes a finding."""
    contents: dict[str, bytes] = {}
    for path in paths:
        try:
            contents[str(path)] = read_file(path, follow_links=True, limit=VALIDATION_LIMIT)
        except UnreadableInput as error:
            findings.append(FileFinding(str(path), 1, 1, error.diagnostic))
    return contents
