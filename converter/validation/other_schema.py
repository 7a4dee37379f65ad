"""A schema that somebody names in place of ours: RELAX NG for TEI, JSON Schema for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from lxml import etree

from converter.diagnostics import Diagnostic
from converter.errors import ConverterError
from converter.validation.json_schema import Validator, objections_of
from converter.validation.json_syntax import NotJsonError, parse_json
from converter.validation.json_tree import Json, walk
from converter.validation.other_grammar import OtherGrammar
from converter.xml import UnusableXml, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"
XSD = "{http://www.w3.org/2001/XMLSchema}"
OUTSIDE = (f"{RELAX_NG}include", f"{RELAX_NG}externalRef")
SLOW = 300_000
"""Bytes of RELAX NG from which on compiling takes seconds; tei_all has over a million."""


class UnusableSchema(ConverterError):
    """A file that was named as a schema and is none that can be used; says why and what would help."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} cannot be used as a schema: {reason}")


class OtherJsonSchema:
    """A compiled JSON Schema of somebody else."""

    def __init__(self, validator: Validator, name: str) -> None:
        self._validator = validator
        self.name = name

    def objections(self, value: Json) -> Iterator[tuple[str, Diagnostic]]:
        """Yield every error with the JSON pointer of its place."""
        return objections_of(self._validator, value)


OtherSchema = OtherGrammar | OtherJsonSchema


def read_schema(content: bytes, name: str) -> OtherSchema:
    """Compile a schema; raise ``UnusableSchema`` if it is none."""
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start == b"<":
        return _grammar(content, name)
    if start == b"{":
        return _json_schema(content, name)
    if name.endswith(".rnc") or b"element" in content:
        raise UnusableSchema(name, "the compact syntax is not read; make XML of it:  trang IN.rnc OUT.rng")
    raise UnusableSchema(name, "it is neither RELAX NG (XML) nor JSON Schema")


def _grammar(content: bytes, name: str) -> OtherGrammar:
    try:
        root = parse_xml(content)
    except UnusableXml as error:
        raise UnusableSchema(name, f"line {error}") from None
    _refuse_other_languages(root, name)
    try:
        return OtherGrammar(etree.RelaxNG(root.getroottree()), name)
    except etree.RelaxNGError as error:
        raise UnusableSchema(name, f"its RELAX NG is broken: {error}") from None


def _refuse_other_languages(root: _Element, name: str) -> None:
    if str(root.tag).startswith(XSD):
        raise UnusableSchema(name, "XML Schema (XSD) is not used for TEI; take the RELAX NG (.rng)")
    if not str(root.tag).startswith(RELAX_NG):
        raise UnusableSchema(
            name, f"its root is <{etree.QName(root).localname}>, not the grammar of RELAX NG"
        )
    for part in root.iter(*OUTSIDE):
        place = part.get("href")
        raise UnusableSchema(
            name, f"it takes in {place}, and other files are not opened; make one file of it"
        )


def _json_schema(content: bytes, name: str) -> OtherJsonSchema:
    try:
        value, _text = parse_json(content, name)
    except NotJsonError as error:
        found = error.finding
        raise UnusableSchema(name, f"{found.line}:{found.column}: {found.diagnostic.message}") from None
    for outside in sorted(_outside(value)):
        raise UnusableSchema(name, f"it takes in {outside}, and nothing else is opened; put it into $defs")
    try:
        return OtherJsonSchema(_validator(cast("dict[str, object]", value)), name)
    except Exception as error:  # noqa: BLE001 - each validator has errors of its own for what is no schema
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnusableSchema(name, f"it is no JSON Schema: {reason}") from None


def _outside(schema: Json) -> set[str]:
    """Return what a schema refers to outside of itself."""
    references, own = set(), set()
    for pointer, value in walk(schema):
        if isinstance(value, str) and pointer.endswith(("/$ref", "/$dynamicRef")):
            references.add(value.partition("#")[0])
        elif isinstance(value, str) and pointer.endswith("/$id"):
            own.add(value.rstrip("#"))
    return references - own - {""}


def _validator(schema: dict[str, object]) -> Validator:
    try:
        from jsonschema_rs import validator_for
    except ImportError:
        from jsonschema.validators import validator_for as reference_for

        kind = reference_for(schema)
        kind.check_schema(schema)
        return cast("Validator", kind(schema))
    return cast("Validator", validator_for(schema))
