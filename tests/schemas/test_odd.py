"""Whether the ODD and the RELAX NG schema say the same of every element."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from converter.validation.grammar import patterns
from tests.schemas.grammar import Generator
from tests.schemas.grammar import Grammar as Walk
from tests.schemas.odd import ODD, rendered
from tests.schemas.odd_compiler import TEI, compiled
from tests.schemas.programs import DOCUMENTS, SCHEMAS, jing_errors, tei_all
from tests.schemas.test_tei_schema_breaks import BREAKS, fresh

NUMBER = 150
BY_CONTEXT = {
    # one name, several uses: which attributes and which content go together
    *("no title", "subtitle before title", "series without level", "title without level"),
    *("pages in the series", "issue before volume", "own record of another type", "citation without work"),
    *("publication date without ISO form", "DOI as address", "citation inside a paragraph of the body"),
    *("note without place", "note without id", "note without label"),
    *("marker without target", "marker without label", "unresolved marker with a target"),
    *("link without target", "back section without type", "works outside of references"),
    # the type of TEI for dates takes more
    *("date with time zone", "year of five figures", "year before Christ"),
}
"""Breaks that the ODD does not see, since an element has one content model in it whatever it is in."""


@pytest.fixture(scope="module")
def odd() -> etree._Element:
    """Read the ODD."""
    return etree.parse(str(ODD)).getroot()


@pytest.fixture(scope="module")
def schema(odd: etree._Element) -> etree.RelaxNG:
    """Make a schema of the ODD."""
    return compiled(odd)


def specs(odd: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the elements that the ODD describes."""
    yield from ((str(spec.get("ident")), spec) for spec in odd.iter(f"{TEI}elementSpec"))


def test_odd_is_made_from_the_schema() -> None:
    """``python -m tests.schemas.odd`` makes it anew."""
    assert rendered() == ODD.read_bytes()


@pytest.mark.client
def test_odd_is_tei() -> None:
    """An ODD is a TEI document itself."""
    assert [] == jing_errors(tei_all(), [ODD])


def test_both_have_the_same_elements_children_and_attributes(odd: etree._Element) -> None:
    """Element by element, as validation reads the schema: what it may hold, and what it may have."""
    schema = {
        name: (
            {child for pattern in found for child in pattern.children},
            {attribute for pattern in found for attribute in pattern.attributes},
        )
        for name, found in patterns().items()
    }
    described = {
        name: (
            {str(one.get("key")) for one in spec.iter(f"{TEI}elementRef")},
            {str(one.get("ident")) for one in spec.iter(f"{TEI}attDef")},
        )
        for name, spec in specs(odd)
    }
    assert schema == described


def test_every_element_is_taken_from_its_module(odd: etree._Element) -> None:
    """The modules include exactly the elements that are described, each with its meaning."""
    included = {
        name: str(module.get("key"))
        for module in odd.iter(f"{TEI}moduleRef")
        for name in (module.get("include") or "").split()
    }
    assert included == {name: spec.get("module") for name, spec in specs(odd)}
    assert all(spec.findtext(f"{TEI}desc") for _name, spec in specs(odd))


def test_closed_lists_are_the_same(odd: etree._Element) -> None:
    """The values that the ODD closes are those of the schema."""
    values = {str(one.text) for one in etree.parse(str(SCHEMAS / "commentary.rng")).iter("{*}value")}
    assert values == {str(one.get("ident")) for one in odd.iter(f"{TEI}valItem")}


def test_what_the_schema_allows_the_odd_allows(schema: etree.RelaxNG) -> None:
    """Documents made from the schema, and those that we keep by hand, are valid by the ODD."""
    generator = Generator(Walk(SCHEMAS / "commentary.rng"), 20250530)
    made = [generator.document() for _ in range(NUMBER)]
    kept = [etree.parse(str(path)).getroot() for path in sorted(DOCUMENTS.glob("*.xml"))]
    assert [] == [etree.tostring(one) for one in (*made, *kept) if not schema.validate(fresh(one))]


def test_what_breaks_the_schema_breaks_the_odd(schema: etree.RelaxNG) -> None:
    """But for what depends on where an element stands, which the ODD says in words."""
    full = etree.parse(str(DOCUMENTS / "full.tei.xml")).getroot()
    passed = {name for name, edit in BREAKS.items() if schema.validate(fresh(edit.apply(full)))}
    assert passed == BY_CONTEXT
