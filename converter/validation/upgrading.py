"""How a file of an earlier version of our schemas becomes one of the newest, step by step.

A step does what the changelog in ``docs/schema.md`` says and no more: what else stands in the file stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import msgspec

from converter.errors import ConverterError
from converter.validation.findings import FileFinding
from converter.validation.json_file import SCHEMA_FAMILY, validate_json, version_of
from converter.validation.json_syntax import NotJsonError, parse_json
from converter.validation.kinds import kind_of
from converter.validation.schemas import versions
from converter.validation.tei_document import TeiDocument
from converter.validation.tei_file import validate_tei
from converter.validation.tei_values import version_of as tei_version_of
from converter.xml import UnusableXml

Document = dict[str, object]

END_OF_PROGRAMS = re.compile(r"(?P<indent>(?<=\n)[ \t]*)?(?P<tag></(?P<prefix>[\w.-]+:)?appInfo\s*>)")


class NotUpgraded(ConverterError):
    """A file that cannot be brought to the newest version; ``finding`` says why."""

    def __init__(self, finding: FileFinding) -> None:
        super().__init__(finding.diagnostic.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What became of a file."""

    before: str
    after: str
    content: bytes


def upgraded(content: bytes, path: str) -> Upgrade | None:
    """Return a JSON or TEI file in the newest version; ``None`` for one that is none of our schema's.

    Raises ``NotUpgraded`` for a file that is not valid by its own version, or that names an unknown one.
    """
    kind = kind_of(path, content)
    if kind == "json":
        return _json(content, path)
    return _tei(content, path) if kind == "tei" else None


def _json(content: bytes, path: str) -> Upgrade | None:
    try:
        value, _text = parse_json(content, path)
    except NotJsonError as error:
        raise NotUpgraded(error.finding) from None
    before = version_of(value)
    if before is None:
        return None
    _refuse_errors(validate_json(content, path))
    newest = versions("json")[-1]
    if before == newest:
        return Upgrade(before, newest, content)
    document = cast("Document", value)
    for version in _versions_from(before, versions("json")):
        JSON_STEPS[version](document)
        document["$schema"], document["schema_version"] = f"{SCHEMA_FAMILY}{version}", version
    written = msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
    _refuse_errors(validate_json(written, path))
    return Upgrade(before, newest, written)


def _tei(content: bytes, path: str) -> Upgrade | None:
    try:
        found = tei_version_of(TeiDocument(content, path))
    except UnusableXml as error:
        raise NotUpgraded(FileFinding(path, error.line, error.column, error.diagnostic)) from None
    if found is None:
        return None
    _refuse_errors(validate_tei(content, path))
    before, newest = found[1], versions("tei")[-1]
    for version in _versions_from(before, versions("tei")):
        content = TEI_STEPS[version](content.decode()).encode()
    _refuse_errors(validate_tei(content, path))
    return Upgrade(before, newest, content)


def _versions_from(before: str, known: tuple[str, ...]) -> tuple[str, ...]:
    return known[known.index(before) + 1 :]


def _refuse_errors(findings: list[FileFinding]) -> None:
    for found in findings:
        if found.diagnostic.severity == "error":
            raise NotUpgraded(found)


def add_clues(document: Document) -> None:
    """Take a JSON document from 1.0.0 to 1.1.0: its source says that it had no clues."""
    provenance = cast("dict[str, Document]", document["provenance"])
    provenance["source"]["clues"] = []


def add_schema_reference(text: str) -> str:
    r"""Take a TEI file from 1.0.0 to 1.1.0: it names its schema, behind the programs that made it.

    >>> add_schema_reference("<a>\n  </appInfo>\n</a>")
    '<a>\n  </appInfo>\n  <schemaRef key="commentary" url="urn:converter:schema:tei:1.1.0"/>\n</a>'
    """

    def with_reference(match: re.Match[str]) -> str:
        name = f"{match['prefix'] or ''}schemaRef"
        start = "" if match["indent"] is None else f"\n{match['indent']}"
        reference = f'<{name} key="commentary" url="urn:converter:schema:tei:1.1.0"/>'
        return f"{match['indent'] or ''}{match['tag']}{start}{reference}"

    return END_OF_PROGRAMS.sub(with_reference, text, count=1)


JSON_STEPS: Mapping[str, Callable[[Document], None]] = {"1.1.0": add_clues}
"""Version → what makes a document of the version before one of it."""
TEI_STEPS: Mapping[str, Callable[[str], str]] = {"1.1.0": add_schema_reference}
