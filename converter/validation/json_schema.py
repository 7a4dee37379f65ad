"""What the JSON Schema objects to, all of it and in words, whichever validator is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from converter.diagnostics import Code, Diagnostic
from converter.validation.json_tree import Json, escaped
from converter.validation.schemas import json_validator, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jsonschema.exceptions import ValidationError as SlowError
    from jsonschema_rs import ValidationError as FastError

    SchemaError = FastError | SlowError

LONGEST_SHOWN = 60
REQUIRED_KEY = re.compile(r"""['"](?P<key>.+)['"] is a required property""")
UNKNOWN_KEYS = re.compile(r"\((?P<keys>.+) (?:was|were) unexpected\)")
TYPE_WORDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a text",
}


class Validator(Protocol):
    """What both validators offer."""

    def is_valid(self, instance: object) -> bool:
        """Say whether a value keeps the schema."""

    def iter_errors(self, instance: object) -> Iterable[SchemaError]:
        """Yield every error in a value."""


@cache
def validator(version: str | None = None) -> Validator:
    """Return the fast validator, or the reference one where no wheel of the fast one exists."""
    try:
        return cast("Validator", json_validator(version))
    except ImportError:
        from jsonschema import Draft202012Validator

        return cast("Validator", Draft202012Validator(json.loads(schema_text("json", version))))


def schema_objections(value: Json, version: str | None = None) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what a version of our schema objects to, with the JSON pointer of the place."""
    return objections_of(validator(version), value)


def objections_of(judge: Validator, value: Json) -> Iterator[tuple[str, Diagnostic]]:
    """Yield every error with the JSON pointer of its place, each once."""
    seen: set[tuple[str, str]] = set()
    for error in judge.iter_errors(value):
        objection = pointer_of(error), in_words(error)
        if objection not in seen:
            seen.add(objection)
            yield objection[0], Code.JSON_SCHEMA.at(None, objection[0] or None, reason=objection[1])


def pointer_of(error: SchemaError) -> str:
    """Return the JSON pointer of the value that an error is about."""
    path = getattr(error, "instance_path", ()) or getattr(error, "absolute_path", ())
    return "".join(f"/{escaped(str(token))}" for token in path)


def in_words(error: SchemaError) -> str:
    """Say what is wrong with a value and what would be right."""
    keyword, limit = keyword_and_limit(error)
    value = shown(error.instance)
    match keyword:
        case "required" if key := REQUIRED_KEY.match(error.message):
            return f"the key {key['key']} is missing"
        case "additionalProperties" if keys := UNKNOWN_KEYS.search(error.message):
            return f"no such key is known here: {keys['keys']}"
        case "type":
            names = [limit] if isinstance(limit, str) else sorted(cast("list[str]", limit), key="null".__eq__)
            return f"{value} should be {' or '.join(TYPE_WORDS.get(name, name) for name in names)}"
        case "const":
            return f"{value} should be {shown(limit)}"
        case "enum":
            return f"{value} is none of {', '.join(map(str, cast('list[object]', limit)))}"
        case "pattern":
            return f"{value} does not have the form {limit}"
        case "minLength" | "minItems":
            return f"{value} is empty"
        case _:
            return (
                error.message
                if len(error.message) < 4 * LONGEST_SHOWN
                else f"{value} breaks the rule {keyword}"
            )


def keyword_and_limit(error: SchemaError) -> tuple[str, object]:
    """Return the keyword of the schema that a value breaks, and what that keyword asks for."""
    kind = getattr(error, "kind", None)
    if kind is None:
        return str(getattr(error, "validator", "")), getattr(error, "validator_value", None)
    return str(kind.name), next(iter(kind.as_dict().values()), None)


def shown(value: object) -> str:
    """Write a value short enough for one line."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
