"""Validation of files on the disk: those that are named, and those beside them that must agree with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from converter.batch.files import find_files, read_file
from converter.batch.plan import NoInput
from converter.errors import UnreadableInput
from converter.validation.contents import document_of, siblings_of, validate_contents
from converter.validation.findings import FileFinding, in_order


def validate_files(paths: Iterable[Path]) -> list[FileFinding]:
    """Return the findings of files, each and together; of a folder all such files below it are meant."""
    contents: dict[str, bytes] = {}
    findings: list[FileFinding] = []
    for path in dict.fromkeys(chain.from_iterable(map(_files, paths))):
        try:
            contents[str(path)] = read_file(path, follow_links=True)
        except UnreadableInput as error:
            findings.append(FileFinding(str(path), 1, 1, error.diagnostic))
    return in_order([*findings, *validate_contents(contents, _beside(contents))])


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = [one.path for one in find_files(path) if one.problem is None and document_of(str(one.path))]
    if not found:
        raise NoInput(f"nothing to validate in {path} (files that end in .tei.xml, .json or .bib)")
    yield from found


def _beside(contents: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of the same documents that were not named but are there."""
    beside: dict[str, bytes] = {}
    for path in contents:
        for sibling in siblings_of(path):
            if sibling not in contents and Path(sibling).is_file():
                beside[sibling] = read_file(Path(sibling))
    return beside
