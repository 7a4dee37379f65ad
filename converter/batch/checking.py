"""Validation of files on the disk: those that are named, and those beside them that must agree with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from converter.batch.files import VALIDATION_LIMIT, FoundFile, find_files, is_folder, is_plain_file, read_file
from converter.batch.plan import NoInput
from converter.diagnostics import Code
from converter.errors import UnreadableInput
from converter.validation.contents import document_of, siblings_of, validate_contents
from converter.validation.findings import FileFinding, in_order


def validate_files(paths: Iterable[Path]) -> list[FileFinding]:
    """Return the findings of files, each and together; of a folder all such files below it are meant."""
    found = {one.path: one for one in chain.from_iterable(map(_files, paths))}
    findings = [FileFinding(str(one.path), 1, 1, one.problem) for one in found.values() if one.problem]
    contents = _read((one.path for one in found.values() if one.problem is None), findings)
    beside = _read(_beside(found), findings)
    return in_order([*findings, *validate_contents(contents, beside)])


def _files(path: Path) -> Iterator[FoundFile]:
    if not is_folder(path):
        yield FoundFile(path, Path(path.name))
        return
    found = [one for one in find_files(path) if _is_meant(one)]
    if not found:
        raise NoInput(f"nothing to validate in {path} (files that end in .tei.xml, .json or .bib)")
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
