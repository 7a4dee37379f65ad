"""What our RELAX NG schema allows in an element; libxml2 says what is wrong, not what would be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lxml.etree import _Element

from converter.validation.schemas import schema_text
from converter.xml import parse_xml

RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"
VALUES = frozenset({f"{RELAX_NG}{name}" for name in ("data", "value", "list")})


@dataclass(frozen=True, slots=True)
class Allowed:
    """What an element of one name may hold, wherever it stands."""

    children: tuple[str, ...]
    attributes: tuple[str, ...]


@cache
def grammar() -> Mapping[str, Allowed]:
    """Return what each element of the schema may hold."""
    schema = parse_xml(schema_text("tei").encode())
    definitions = {str(define.get("name")): define for define in schema.iter(f"{RELAX_NG}define")}
    children: dict[str, dict[str, None]] = {}
    attributes: dict[str, dict[str, None]] = {}
    for element in schema.iter(f"{RELAX_NG}element"):
        name = str(element.get("name"))
        for part in _parts(element, definitions):
            known = attributes if part.tag == f"{RELAX_NG}attribute" else children
            known.setdefault(name, {})[str(part.get("name"))] = None
    names = {*children, *attributes}
    return {name: Allowed(tuple(children.get(name, ())), tuple(attributes.get(name, ()))) for name in names}


def allowed_in(name: str) -> Allowed:
    """Return what the element may hold; nothing, if the schema does not know it."""
    return grammar().get(name, Allowed((), ()))


def _parts(element: _Element, definitions: Mapping[str, _Element]) -> Iterator[_Element]:
    """Yield the elements and attributes directly in a pattern, references followed, each definition once."""
    waiting = list(reversed(element))
    seen: set[str] = set()
    while waiting:
        part = waiting.pop()
        if part.tag in (f"{RELAX_NG}element", f"{RELAX_NG}attribute"):
            yield part
        elif part.tag == f"{RELAX_NG}ref":
            name = str(part.get("name"))
            if name not in seen:
                seen.add(name)
                waiting.extend(reversed(definitions[name]))
        elif part.tag not in VALUES:
            waiting.extend(reversed(part))
