"""What our RELAX NG schema allows in an element: each of its patterns can be asked by itself.

libxml2 validates a whole document, stops at the first error and says little. Here every element pattern of
the schema is a schema of its own, so that the innermost wrong element can be found and compared with what it
may hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache, cached_property

from lxml import etree
from lxml.etree import _Element

from converter.validation.schemas import schema_text
from converter.xml import parse_xml

RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"
VALUES = frozenset({f"{RELAX_NG}{name}" for name in ("data", "value", "list")})


class Pattern:
    """One element pattern of the schema; several may have one name (a note at the foot, one of a record)."""

    def __init__(self, element: _Element, definitions: Mapping[str, _Element]) -> None:
        self.name = str(element.get("name"))
        self._element = element
        parts = list(_parts(element, definitions))
        self.children = _names(part for part in parts if part.tag == f"{RELAX_NG}element")
        self.attributes = _names(part for part in parts if part.tag == f"{RELAX_NG}attribute")

    @cached_property
    def schema(self) -> etree.RelaxNG:
        """The pattern as a schema: documents whose root is this element."""
        grammar = deepcopy(self._element.getroottree().getroot())
        start = grammar.find(f"{RELAX_NG}start")
        if start is None:
            raise ValueError("the schema has no start")
        start[:] = [deepcopy(self._element)]
        return etree.RelaxNG(grammar.getroottree())

    def accepts(self, element: _Element) -> bool:
        """Say whether an element, with all that is in it, is valid by itself."""
        return bool(self.schema.validate(element))


@cache
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns of the schema by the name of their element."""
    schema = parse_xml(schema_text("tei").encode())
    definitions = {str(define.get("name")): define for define in schema.iter(f"{RELAX_NG}define")}
    by_name: dict[str, tuple[Pattern, ...]] = {}
    for element in schema.iter(f"{RELAX_NG}element"):
        pattern = Pattern(element, definitions)
        by_name[pattern.name] = (*by_name.get(pattern.name, ()), pattern)
    return by_name


def _names(parts: Iterator[_Element]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(part.get("name")) for part in parts))


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
