"""Whether what was just written is valid: the verdict of each schema and its words, as fast as can be."""

from __future__ import annotations

import msgspec
from lxml.etree import _Element

from converter.diagnostics import Code, Diagnostic
from converter.validation.json_schema import schema_objections, validator
from converter.validation.schemas import relaxng
from converter.validation.tei_schema import first_reason
from converter.xml import UnusableXml, parse_xml


def check_tei(text: bytes | _Element) -> list[Diagnostic]:
    """Return nothing for valid TEI, else what the schema objects to first."""
    if isinstance(text, bytes):
        try:
            text = parse_xml(text)
        except UnusableXml as error:
            return [Code.OUTPUT_INVALID.at(None, format="TEI", reason=f"line {error}")]
    schema = relaxng()
    if schema.validate(text):
        return []
    return [Code.OUTPUT_INVALID.at(None, format="TEI", reason=first_reason(text))]


def check_json(content: bytes) -> list[Diagnostic]:
    """Return nothing for valid JSON, else everything that the schema objects to."""
    try:
        value = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return [Code.OUTPUT_INVALID.at(None, format="JSON", reason=str(error))]
    if validator().is_valid(value):
        return []
    return [
        Code.OUTPUT_INVALID.at(None, found.field, format="JSON", reason=f"{pointer or '/'}: {found.message}")
        for pointer, found in schema_objections(value)
    ]
