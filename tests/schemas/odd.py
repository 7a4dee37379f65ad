"""The ODD of our TEI, made from its RELAX NG schema: ``python -m tests.schemas.odd`` writes it.

TEI projects describe a customisation in an ODD. Ours is made from ``commentary.rng``, so that the two cannot
say different things; what each element is for stands in the table below. An ODD has one content model for an
element: where the schema has several (a note in the text, a note on a record), the ODD allows any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from tests.schemas.odd_words import MEANINGS, MODULES
from tests.schemas.programs import SCHEMAS

ODD = SCHEMAS / "commentary.odd"
RNG = "{http://relaxng.org/ns/structure/1.0}"
NAMESPACE = "http://www.tei-c.org/ns/1.0"
DATES = {"key": "teidata.temporal.w3c"}
"""The type of TEI for values of several types of XSD: ours are dates, and the schema is stricter."""
OCCURS: dict[str, dict[str, str]] = {
    "group": {},
    "optional": {"minOccurs": "0"},
    "zeroOrMore": {"minOccurs": "0", "maxOccurs": "unbounded"},
    "oneOrMore": {"maxOccurs": "unbounded"},
}


class Grammar:
    """The schema: its definitions, and the patterns of each element."""

    def __init__(self, path: Path = SCHEMAS / "commentary.rng") -> None:
        root = etree.parse(str(path), etree.XMLParser(remove_comments=True)).getroot()
        self.version = str(next(root.iterchildren("{urn:converter:schema:about}schema")).get("version"))
        self.definitions = {str(one.get("name")): one for one in root.iter(f"{RNG}define")}
        self.elements: dict[str, list[_Element]] = {}
        for element in root.iter(f"{RNG}element"):
            self.elements.setdefault(str(element.get("name")), []).append(element)


def tei(name: str, text: str | None = None, /, **attributes: str) -> _Element:
    """Return a new element of TEI."""
    element = etree.Element(f"{{{NAMESPACE}}}{name}", attributes, {None: NAMESPACE})  # type: ignore[dict-item]  # stubs forbid None
    element.text = text
    return element


# --- Content ---------------------------------------------------------------------------------------------


def content_of(pattern: _Element, grammar: Grammar) -> _Element | None:
    """Return what a pattern says of content, in the words of TEI; ``None`` if it says nothing."""
    kind = etree.QName(pattern).localname
    match kind:
        case "element":
            return tei("elementRef", key=str(pattern.get("name")))
        case "text":
            return tei("textNode")
        case "data":
            return tei("dataRef", **restricted(str(pattern.get("type")), [pattern]))
        case "ref":
            return joined("sequence", list(grammar.definitions[str(pattern.get("name"))]), grammar)
        case "choice":
            return chosen(list(pattern), grammar)
        case "group" | "optional" | "zeroOrMore" | "oneOrMore":
            return repeated(joined("sequence", list(pattern), grammar), **OCCURS[kind])
    return None


def joined(name: str, patterns: list[_Element], grammar: Grammar) -> _Element | None:
    """Put the contents of patterns into one; a single one stands for itself."""
    found = [one for one in (content_of(pattern, grammar) for pattern in patterns) if one is not None]
    return wrapped(name, found)


def wrapped(name: str, found: list[_Element]) -> _Element | None:
    """Put several contents into one; a single one stands for itself."""
    if len(found) < 2:
        return found[0] if found else None
    outer = tei(name)
    outer.extend(found)
    return outer


def chosen(patterns: list[_Element], grammar: Grammar) -> _Element | None:
    """Return a choice; one that may be nothing may be left out."""
    contents = [content_of(pattern, grammar) for pattern in patterns]
    found = wrapped("alternate", [one for one in contents if one is not None])
    return repeated(found, minOccurs="0") if found is not None and None in contents else found


def repeated(content: _Element | None, **occurs: str) -> _Element | None:
    """Say how often a content may stand; text may be empty anyway."""
    is_text = content is not None and content.tag == f"{{{NAMESPACE}}}textNode"
    if content is None or not occurs or (is_text and occurs == OCCURS["optional"]):
        return content
    if is_text or content.get("minOccurs") or content.get("maxOccurs"):
        outer = tei("sequence")
        outer.append(content)
        content = outer
    for name, value in occurs.items():
        content.set(name, value)
    return content


# --- Attributes ------------------------------------------------------------------------------------------


def attributes_of(
    pattern: _Element, grammar: Grammar, *, required: bool = True
) -> Iterator[tuple[_Element, bool]]:
    """Yield the attributes of an element's pattern, and whether each must be there."""
    for part in pattern:
        match etree.QName(part).localname:
            case "attribute":
                yield part, required
            case "ref":
                definition = grammar.definitions[str(part.get("name"))]
                yield from attributes_of(definition, grammar, required=required)
            case "optional" | "choice":
                yield from attributes_of(part, grammar, required=False)
            case "group":
                yield from attributes_of(part, grammar, required=required)


def attribute_specs(name: str, grammar: Grammar) -> Iterator[_Element]:
    """Yield the definition of each attribute of an element, all its patterns taken together."""
    patterns = [list(attributes_of(pattern, grammar)) for pattern in grammar.elements[name]]
    names = dict.fromkeys(str(one.get("name")) for pattern in patterns for one, _ in pattern)
    for attribute in names:
        found = [one for pattern in patterns for one, _ in pattern if one.get("name") == attribute]
        always = all(
            any(one.get("name") == attribute and needed for one, needed in pattern) for pattern in patterns
        )
        yield attribute_spec(attribute, found, grammar, always=always)


def attribute_spec(name: str, found: list[_Element], grammar: Grammar, *, always: bool) -> _Element:
    """Define one attribute: whether it must be there, its type, and its values if they are a closed list."""
    spec = tei("attDef", ident=name, mode="add", usage="req" if always else "opt")
    values = list(dict.fromkeys(value for one in found for value in values_of(one, grammar)))
    kind = tei("datatype")
    if any(one.iter(f"{RNG}list") and one.find(f".//{RNG}list") is not None for one in found):
        kind.set("maxOccurs", "unbounded")
    kind.append(tei("dataRef", **type_of(found, grammar)))
    spec.append(kind)
    if values and not any(has_data(one, grammar) for one in found):
        listed = tei("valList", type="closed")
        listed.extend(tei("valItem", ident=value) for value in values)
        spec.append(listed)
    return spec


def reached(pattern: _Element, grammar: Grammar) -> Iterator[_Element]:
    """Yield the parts of a pattern of values, references followed."""
    for part in pattern:
        yield part
        inner = grammar.definitions[str(part.get("name"))] if part.tag == f"{RNG}ref" else part
        yield from reached(inner, grammar)


def values_of(pattern: _Element, grammar: Grammar) -> list[str]:
    """Return the values that a pattern names."""
    return [str(one.text) for one in reached(pattern, grammar) if one.tag == f"{RNG}value"]


def has_data(pattern: _Element, grammar: Grammar) -> bool:
    """Say whether a pattern takes values that it does not name."""
    return any(one.tag == f"{RNG}data" for one in reached(pattern, grammar))


def type_of(found: list[_Element], grammar: Grammar) -> dict[str, str]:
    """Return the type of an attribute: one of XSD with its patterns, or one of TEI."""
    types = [one for pattern in found for one in reached(pattern, grammar) if one.tag == f"{RNG}data"]
    names = {str(one.get("type")) for one in types}
    if len(names) > 1:
        return DATES
    return restricted(names.pop(), types) if names else {"name": "token"}


def restricted(name: str, types: list[_Element]) -> dict[str, str]:
    """Return a type of XSD with the patterns of which its values keep one."""
    limits = [one.findtext(f"{RNG}param[@name='pattern']") for one in types]
    known = list(dict.fromkeys(str(limit) for limit in limits if limit))
    if len(known) > 1:
        known = ["|".join(f"({limit})" for limit in known)]
    return {"name": name} | ({"restriction": known[0]} if known and None not in limits else {})


# --- The document ----------------------------------------------------------------------------------------


def element_spec(name: str, grammar: Grammar) -> _Element:
    """Describe one element."""
    spec = tei("elementSpec", ident=name, module=MODULES[name], mode="replace")
    spec.append(tei("desc", MEANINGS[name]))
    content = tei("content")
    contents = [
        joined("sequence", list(pattern), grammar) if len(pattern) else None
        for pattern in grammar.elements[name]
    ]
    unique = {etree.tostring(one): one for one in contents if one is not None}
    inside = wrapped("alternate", list(unique.values()))
    if inside is not None and None in contents:
        inside = repeated(inside, minOccurs="0")
    content.append(inside if inside is not None else tei("empty"))
    spec.append(content)
    attributes = list(attribute_specs(name, grammar))
    if attributes:
        listed = tei("attList")
        listed.extend(attributes)
        spec.append(listed)
    return spec


def rendered() -> bytes:
    """Return the ODD."""
    grammar = Grammar()
    schema = tei("schemaSpec", ident="commentary", start="TEI", ns=NAMESPACE)
    by_module: dict[str, list[str]] = {}
    for name in sorted(grammar.elements, key=str.lower):
        by_module.setdefault(MODULES[name], []).append(name)
    schema.append(tei("moduleRef", key="tei"))
    schema.extend(
        tei("moduleRef", key=module, include=" ".join(names)) for module, names in sorted(by_module.items())
    )
    schema.extend(element_spec(name, grammar) for name in sorted(grammar.elements, key=str.lower))
    frame = etree.fromstring(
        (Path(__file__).parent / "odd_frame.xml").read_bytes().replace(b"VERSION", grammar.version.encode())
    )
    body = frame.find(f".//{{{NAMESPACE}}}body")
    assert body is not None
    body.append(schema)
    etree.indent(frame)
    return etree.tostring(frame, encoding="UTF-8", xml_declaration=True) + b"\n"


if __name__ == "__main__":
    ODD.write_bytes(rendered())
