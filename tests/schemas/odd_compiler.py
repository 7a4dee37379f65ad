"""An ODD as RELAX NG: as much of its language as ours uses, written without the code that makes the ODD."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

TEI = "{http://www.tei-c.org/ns/1.0}"
RNG = "http://relaxng.org/ns/structure/1.0"
TYPES = {
    "teidata.temporal.w3c": ("date", "gYearMonth", "gYear"),
    "teidata.pointer": ("anyURI",),
    "teidata.language": ("language",),
}
OCCURS = {
    ("0", "1"): "optional",
    ("0", "unbounded"): "zeroOrMore",
    ("1", "unbounded"): "oneOrMore",
}
OUTER = {"sequence": "group", "alternate": "choice"}


def rng(name: str, /, *parts: _Element, **attributes: str) -> _Element:
    """Return an element of RELAX NG."""
    element = etree.Element(f"{{{RNG}}}{name}", attributes, {None: RNG})  # type: ignore[dict-item]  # stubs forbid None
    element.extend(parts)
    return element


def compiled(odd: _Element) -> etree.RelaxNG:
    """Return the schema that an ODD describes."""
    described = next(odd.iter(f"{TEI}schemaSpec"))
    start = rng("start", rng("ref", name=str(described.get("start"))))
    defines = [defined(spec) for spec in described.iter(f"{TEI}elementSpec")]
    grammar = rng(
        "grammar",
        start,
        *defines,
        ns=str(described.get("ns")),
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes",
    )
    return etree.RelaxNG(etree.fromstring(etree.tostring(grammar)).getroottree())


def defined(spec: _Element) -> _Element:
    """Return the definition of an element."""
    name = str(spec.get("ident"))
    attributes = [attribute(one) for one in spec.iter(f"{TEI}attDef")]
    content = [part(one) for one in spec.find(f"{TEI}content")]  # type: ignore[union-attr]
    return rng("define", rng("element", *attributes, *content, name=name), name=name)


def part(content: _Element) -> _Element:
    """Return a part of a content model."""
    kind = etree.QName(content).localname
    if kind in OUTER:
        inner = rng(OUTER[kind], *map(part, content))
    elif kind == "elementRef":
        inner = rng("ref", name=str(content.get("key")))
    elif kind == "dataRef":
        inner = data(content)
    else:
        inner = rng({"textNode": "text", "empty": "empty"}[kind])
    occurs = content.get("minOccurs", "1"), content.get("maxOccurs", "1")
    return inner if occurs == ("1", "1") else rng(OCCURS[occurs], inner)


def attribute(spec: _Element) -> _Element:
    """Return the pattern of an attribute."""
    values = [str(one.get("ident")) for one in spec.iter(f"{TEI}valItem")]
    kind = next(spec.iter(f"{TEI}datatype"))
    inner = rng("choice", *map(value, values)) if values else data(kind[0])
    if kind.get("maxOccurs") == "unbounded":
        inner = rng("list", rng("oneOrMore", inner))
    pattern = rng("attribute", inner, name=str(spec.get("ident")))
    return pattern if spec.get("usage") == "req" else rng("optional", pattern)


def value(text: str) -> _Element:
    """Return the pattern of one value."""
    pattern = rng("value")
    pattern.text = text
    return pattern


def data(reference: _Element) -> _Element:
    """Return the pattern of a type."""
    names = TYPES[str(reference.get("key"))] if reference.get("key") else (str(reference.get("name")),)
    types = [rng("data", type=name) for name in names]
    if limit := reference.get("restriction"):
        parameter = rng("param", name="pattern")
        parameter.text = limit
        types[0].append(parameter)
    return types[0] if len(types) == 1 else rng("choice", *types)
