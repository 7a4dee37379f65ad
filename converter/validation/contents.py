"""The findings of several files: each by its kind, then those of one document against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath

from converter.diagnostics import Code
from converter.validation.agreement import check_agreement
from converter.validation.bibtex_file import validate_bibtex
from converter.validation.findings import FileFinding, in_order
from converter.validation.json_file import validate_json
from converter.validation.tei_file import validate_tei

Validator = Callable[[bytes, str], list[FileFinding]]

VALIDATORS: Mapping[str, Validator] = {"tei": validate_tei, "json": validate_json, "bibtex": validate_bibtex}
ENDINGS = ((".tei.xml", "tei"), (".xml", "tei"), (".json", "json"), (".bib", "bibtex"))
FIRST_SIGNS = {b"<": "tei", b"{": "json", b"[": "json", b"@": "bibtex", b"%": "bibtex"}
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def validate_contents(
    contents: Mapping[str, bytes], beside: Mapping[str, bytes] | None = None
) -> list[FileFinding]:
    """Return the findings of files, by path, each and together.

    ``beside`` holds files that stand beside them, which are not validated but must agree with them.
    """
    findings = [found for path, content in contents.items() for found in _validate(content, path)]
    broken = {found.path for found in findings if found.diagnostic.code in UNREADABLE_CODES}
    together = {
        path: content for path, content in {**(beside or {}), **contents}.items() if path not in broken
    }
    for group in _documents(together):
        findings.extend(check_agreement(group))
    return in_order(findings)


UNREADABLE_CODES = frozenset(
    code.code for code in (Code.XML_SYNTAX, Code.DOCTYPE_REFUSED, Code.JSON_SYNTAX, Code.UNKNOWN_TYPE)
)
"""After these a file says nothing that could be compared."""


def kind_of(path: str, content: bytes) -> str | None:
    """Say of which kind a file is, by its ending or, with another ending, by its first sign."""
    for ending, kind in ENDINGS:
        if path.lower().endswith(ending):
            return kind
    for mark in MARKS:
        content = content.removeprefix(mark)
    return FIRST_SIGNS.get(content[:1024].replace(b"\0", b"").lstrip()[:1])


def document_of(path: str) -> tuple[str, str] | None:
    """Return the document that a file belongs to, and its kind; ``None`` for a file that stands alone.

    >>> document_of("out/note.tei.xml"), document_of("other.xml")
    (('out/note', 'tei'), None)
    """
    for ending, kind in ENDINGS:
        if path.endswith(ending) and ending != ".xml" and PurePath(path).name != ending:
            return path[: -len(ending)], kind
    return None


def siblings_of(path: str) -> list[str]:
    """Return the paths of the other files of the same document."""
    document = document_of(path)
    if document is None:
        return []
    return [document[0] + ending for ending, kind in ENDINGS if ending != ".xml" and kind != document[1]]


def _validate(content: bytes, path: str) -> list[FileFinding]:
    kind = kind_of(path, content)
    if kind is None:
        words = "files that are no TEI, JSON or BibTeX"
        return [FileFinding(path, 1, 1, Code.UNKNOWN_TYPE.at(None, type=words))]
    return VALIDATORS[kind](content, path)


def _documents(contents: Mapping[str, bytes]) -> Iterator[dict[str, tuple[str, bytes]]]:
    """Yield for each document its files by kind, if there are at least two."""
    groups: dict[str, dict[str, tuple[str, bytes]]] = {}
    for path, content in contents.items():
        if document := document_of(path):
            groups.setdefault(document[0], {})[document[1]] = (path, content)
    yield from (group for group in groups.values() if len(group) > 1)
