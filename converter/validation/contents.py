"""The findings of several files: each by its kind, then those of one document against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from converter.diagnostics import Code
from converter.validation.agreement import check_agreement
from converter.validation.bibtex_file import validate_bibtex
from converter.validation.csl_file import validate_csl
from converter.validation.findings import FileFinding, in_order
from converter.validation.json_file import validate_json
from converter.validation.kinds import document_of, kind_of
from converter.validation.other_grammar import OtherGrammar
from converter.validation.other_schema import OtherJsonSchema
from converter.validation.ris_file import validate_ris
from converter.validation.tei_file import validate_tei

Validator = Callable[[bytes, str], list[FileFinding]]

VALIDATORS: Mapping[str, Validator] = {
    "bibtex": validate_bibtex,
    "ris": validate_ris,
    "csl-json": validate_csl,
}
"""Kinds for which there is no schema, or whose rules stand for it."""


@dataclass(frozen=True, slots=True)
class OtherSchemas:
    """Schemas that somebody names in place of ours."""

    tei: OtherGrammar | None = None
    json: OtherJsonSchema | None = None


def validate_contents(
    contents: Mapping[str, bytes],
    beside: Mapping[str, bytes] | None = None,
    schemas: OtherSchemas | None = None,
) -> list[FileFinding]:
    """Return the findings of files, by path, each and together.

    ``beside`` holds files that stand beside them, which are not validated but must agree with them.
    """
    other = schemas or OtherSchemas()
    findings = [found for path, content in contents.items() for found in _validate(content, path, other)]
    broken = {found.path for found in findings if found.diagnostic.code in UNREADABLE_CODES}
    together = {
        path: content for path, content in {**(beside or {}), **contents}.items() if path not in broken
    }
    for group in _documents(together):
        findings.extend(check_agreement(group))
    return in_order(findings)


UNREADABLE_CODES = frozenset(
    code.code
    for code in (Code.XML_SYNTAX, Code.DOCTYPE_REFUSED, Code.JSON_SYNTAX, Code.RIS_SYNTAX, Code.UNKNOWN_TYPE)
)
"""After these a file says nothing that could be compared."""


def _validate(content: bytes, path: str, schemas: OtherSchemas) -> list[FileFinding]:
    match kind_of(path, content):
        case None:
            words = "files that are no TEI, JSON, BibTeX, RIS or CSL-JSON"
            return [FileFinding(path, 1, 1, Code.UNKNOWN_TYPE.at(None, type=words))]
        case "tei":
            return validate_tei(content, path, schemas.tei)
        case "json":
            return validate_json(content, path, schemas.json)
        case kind:
            return VALIDATORS[kind](content, path)


def _documents(contents: Mapping[str, bytes]) -> Iterator[dict[str, tuple[str, bytes]]]:
    """Yield for each document its files by kind, if there are at least two."""
    groups: dict[str, dict[str, tuple[str, bytes]]] = {}
    for path, content in contents.items():
        document = document_of(path)
        if document and document[1] == kind_of(path, content):  # a list of works may be called NAME.json
            groups.setdefault(document[0], {})[document[1]] = (path, content)
    yield from (group for group in groups.values() if len(group) > 1)
