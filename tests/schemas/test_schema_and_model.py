"""Whether the JSON Schema and the document model are one shape, and whether the schema explains itself."""

from __future__ import annotations

import json
import re
from typing import cast

import jsonschema_rs
import msgspec
import pytest

from converter import model
from converter.diagnostics import Diagnostic, Severity
from converter.source import Clue, Span
from tests.schemas.programs import SCHEMAS

Schema = dict[str, object]

SCHEMA: Schema = json.loads((SCHEMAS / "commentary.schema.json").read_text(encoding="utf-8"))
DEFINITIONS = cast("dict[str, Schema]", SCHEMA["$defs"])

STRUCTS: dict[str, type[msgspec.Struct]] = {
    "span": Span,
    "printed_date": model.PrintedDate,
    "cite_as_date": model.PrintedDate,
    "name": model.Name,
    "contributor": model.Contributor,
    "publisher": model.Publisher,
    "series": model.Series,
    "metadata": model.Metadata,
    "text": model.Text,
    "link": model.Link,
    "note_marker": model.NoteMarker,
    "page_break": model.PageBreak,
    "field": model.Field,
    "citation": model.Citation,
    "cell": model.Cell,
    "row": model.Row,
    "item": model.Item,
    "paragraph": model.Paragraph,
    "section": model.Section,
    "block": model.Block,
    "marker": model.Marker,
    "footnote": model.Footnote,
    "reference": model.Reference,
    "cite_as": model.CiteAs,
    "diagnostic": Diagnostic,
    "source": model.SourceRecord,
    "clue": Clue,
    "furniture": model.Furniture,
    "rejected": model.Rejected,
    "evidence": model.Evidence,
    "provenance": model.Provenance,
}
UNIONS: dict[str, type[msgspec.Struct]] = {
    "phrase": model.Cell,
    "citation_part": model.Citation,
    "inline": model.Paragraph,
    "content": model.Footnote,
}
"""Definitions that only choose by ``type``, each with a struct whose ``content`` holds just that."""

NARROWED = {"front_section", "back_section", "list_part", "table_part"}
"""Definitions that have no struct of their own: they narrow another one by its ``type``."""


def keys(struct: type[msgspec.Struct]) -> list[str]:
    """Return the keys that msgspec writes for a struct, in order."""
    config = struct.__struct_config__
    tag = [str(config.tag_field)] if config.tag is not None else []
    return tag + [field.encode_name for field in msgspec.structs.fields(struct)]


def always_written(struct: type[msgspec.Struct]) -> list[str]:
    """Return the keys that no value of a struct leaves out."""
    omits = struct.__struct_config__.omit_defaults
    optional = {field.encode_name for field in msgspec.structs.fields(struct) if omits and not field.required}
    return [key for key in keys(struct) if key not in optional]


def nullable(struct: type[msgspec.Struct]) -> set[str]:
    """Return the keys whose value may be null in the JSON."""
    omitted = set(keys(struct)) - set(always_written(struct))
    types = {field.encode_name: str(field.type) for field in msgspec.structs.fields(struct)}
    return {name for name, kind in types.items() if kind.endswith("None") and name not in omitted}


def properties(schema: Schema) -> dict[str, Schema]:
    """Return the properties of an object's schema."""
    return cast("dict[str, Schema]", schema["properties"])


def accepts_null(schema: Schema) -> bool:
    """Say whether a property may be null."""
    return "null" in cast("list[str]", schema.get("type", ())) or schema.get("if") == {"type": "null"}


def tags(union: Schema) -> list[str]:
    """Return the values of ``type`` among which a union chooses."""
    return re.findall(r'"const": "([a-z-]+)"', json.dumps(union))


def all_properties() -> dict[str, Schema]:
    """Return every property with its path: ``publisher/name``."""
    objects = {"": SCHEMA} | {name: DEFINITIONS[name] for name in STRUCTS}
    return {
        f"{name}/{key}": value
        for name, schema in objects.items()
        for key, value in properties(schema).items()
    }


PROPERTIES = all_properties()
STRUCT = pytest.mark.parametrize("name", STRUCTS)


def test_every_definition_is_accounted_for() -> None:
    """Each definition describes a struct, chooses among structs, or narrows one; there are no others."""
    assert set(STRUCTS) | set(UNIONS) | NARROWED == set(DEFINITIONS)


def test_every_struct_is_described() -> None:
    """Each struct of the model has its definition."""
    structs = {
        one for one in vars(model).values() if isinstance(one, type) and issubclass(one, msgspec.Struct)
    }
    assert structs - {msgspec.Struct, model.Commentary} <= set(STRUCTS.values())


@STRUCT
def test_same_keys_in_the_same_order(name: str) -> None:
    """The schema has the keys of the struct, in its order."""
    assert keys(STRUCTS[name]) == list(properties(DEFINITIONS[name]))


@STRUCT
def test_same_required_keys(name: str) -> None:
    """What the struct always writes is required; what it leaves out at its default is not."""
    assert always_written(STRUCTS[name]) == DEFINITIONS[name]["required"]


@STRUCT
def test_same_nullable_keys(name: str) -> None:
    """What may be ``None`` in the model may be null in the JSON, and nothing else may."""
    found = {key for key, schema in properties(DEFINITIONS[name]).items() if accepts_null(schema)}
    assert nullable(STRUCTS[name]) == found


@STRUCT
def test_no_other_keys(name: str) -> None:
    """A key that the schema does not name is refused."""
    assert DEFINITIONS[name]["additionalProperties"] is False


def test_the_whole() -> None:
    """The document itself has the keys of ``Commentary``, all required and no others."""
    expected = keys(model.Commentary)
    assert [expected, expected, False] == [
        list(properties(SCHEMA)),
        SCHEMA["required"],
        SCHEMA["additionalProperties"],
    ]


@pytest.mark.parametrize("name", UNIONS)
def test_same_choice(name: str) -> None:
    """A union offers just the structs that the model allows there."""
    content = next(field for field in msgspec.structs.fields(UNIONS[name]) if field.name == "content")
    allowed = re.findall(r"model\.(\w+)", str(content.type))
    expected = {str(vars(model)[struct].__struct_config__.tag) for struct in allowed}
    assert expected == set(tags(DEFINITIONS[name]))


def test_identifier_and_version() -> None:
    """The model names the schema by its identifier and version."""
    assert [model.SCHEMA_ID, model.SCHEMA_ID, model.SCHEMA_VERSION] == [
        SCHEMA["$id"],
        properties(SCHEMA)["$schema"]["const"],
        properties(SCHEMA)["schema_version"]["const"],
    ]


def test_same_severities() -> None:
    """The severities of findings are those of the code."""
    assert list(Severity) == properties(DEFINITIONS["diagnostic"])["severity"]["enum"]


@pytest.mark.parametrize("path", PROPERTIES)
def test_property_explains_itself(path: str) -> None:
    """Each property has a title, a description in whole sentences, and an example."""
    schema = PROPERTIES[path]
    assert re.fullmatch(r"[A-Z].+", str(schema["title"]))
    assert re.fullmatch(r"[A-Z`].*[.…]", str(schema["description"]))
    assert schema["examples"]


@pytest.mark.parametrize("path", PROPERTIES)
def test_examples_are_valid(path: str) -> None:
    """The example of a property keeps the schema of that property."""
    validator = jsonschema_rs.Draft202012Validator({**PROPERTIES[path], "$defs": DEFINITIONS})
    examples = cast("list[object]", PROPERTIES[path]["examples"])
    assert [] == [example for example in examples if not validator.is_valid(example)]
