"""What docs/schema.md says of each JSON property: ``python -m tests.schemas.documentation`` writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from tests.schemas.programs import ROOT, SCHEMAS

PAGE = ROOT / "docs" / "schema.md"
BEGIN = (
    "<!-- From here on made from schemas/commentary.schema.json: python -m tests.schemas.documentation -->"
)
LONGEST_EXAMPLE = 110

Schema = dict[str, object]


def rendered() -> str:
    """Return the sections on the JSON properties, the whole document first."""
    schema: Schema = json.loads((SCHEMAS / "commentary.schema.json").read_text(encoding="utf-8"))
    definitions = cast("dict[str, Schema]", schema["$defs"])
    parts = [schema, *(part for part in definitions.values() if "properties" in part and "required" in part)]
    return "\n".join(line for part in parts if "additionalProperties" in part for line in section(part))


def section(part: Schema) -> Iterator[str]:
    """Yield the heading, the description and the table of one object."""
    yield f"### {part['title']}\n"
    yield f"{part['description']}\n"
    yield "| property | meaning | example |"
    yield "|---|---|---|"
    required = cast("list[str]", part["required"])
    for name, schema in cast("dict[str, Schema]", part["properties"]).items():
        yield row(name, schema, required=name in required)
    yield ""


def row(name: str, schema: Schema, *, required: bool) -> str:
    """Return the line of one property."""
    meaning = f"**{schema['title']}.** {schema['description']}{limits(schema)}"
    if not required:
        meaning += " *(Not always there.)*"
    return f"| `{name}` | {meaning} | {example(schema)} |".replace("\n", " ")


def limits(schema: Schema) -> str:
    """Say among which values a property chooses."""
    values = schema.get("enum") or cast("Schema", schema.get("items") or {}).get("enum")
    return f" One of {', '.join(f'`{value}`' for value in cast('list[str]', values))}." if values else ""


def example(schema: Schema) -> str:
    """Write the example as JSON, unless it is too long for a table; its parts have a section."""
    value = json.dumps(cast("list[object]", schema["examples"])[0], ensure_ascii=False)
    escaped = value.replace("|", "\\|")
    return f"`{escaped}`" if len(value) <= LONGEST_EXAMPLE else "see the section on it"


def page_with(sections: str, page: Path = PAGE) -> str:
    """Return the page, its hand-written part kept and the rest made anew."""
    written = page.read_text(encoding="utf-8").partition(BEGIN)[0]
    return f"{written}{BEGIN}\n\n{sections}"


if __name__ == "__main__":
    PAGE.write_text(page_with(rendered()), encoding="utf-8")
