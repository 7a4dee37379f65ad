"""What our TEI schema promises, seen from its breaks: each case breaks one promise and is refused."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.schemas.edits import Edit
from tests.schemas.programs import DOCUMENTS, SCHEMAS

FOOTNOTE = "//t:body//t:note[@place]"
CITATION = "//t:body//t:note/t:bibl"
WORK = "//t:listBibl/t:biblStruct"

BREAKS = {
    # The header: what must be there, in which order
    "no language": Edit("/t:TEI", "drop", "xml:lang"),
    "language in no form": Edit("/t:TEI", "set", "xml:lang=english language"),
    "language in wrong case": Edit("/t:TEI", "set", "xml:lang=pt-br"),
    "language with underscore": Edit("/t:TEI", "set", "xml:lang=tr_TR"),
    "empty language": Edit("/t:TEI", "set", "xml:lang="),
    "no header": Edit("//t:teiHeader", "remove"),
    "no encoding description": Edit("//t:encodingDesc", "remove"),
    "no profile description": Edit("//t:profileDesc", "remove"),
    "profile before encoding": Edit("//t:encodingDesc", "swap"),
    "no title": Edit("//t:titleStmt/t:title[@type='main']", "remove"),
    "subtitle before title": Edit("//t:titleStmt/t:title", "swap"),
    "title of unknown type": Edit("//t:titleStmt/t:title", "set", "type=short"),
    "author as bare text": Edit("//t:titleStmt/t:author/t:persName", "rename", "name"),
    "author before title": Edit("//t:titleStmt/t:title[@type='sub']", "swap"),
    "given name alone in the wrong element": Edit("//t:titleStmt//t:forename", "rename", "addName"),
    "role after name": Edit("//t:titleStmt//t:roleName", "swap"),
    "contributor without a role": Edit("//t:respStmt/t:resp", "remove"),
    "publication without publisher": Edit("//t:publicationStmt/t:publisher", "remove"),
    "publication date without ISO form": Edit("//t:publicationStmt/t:date", "drop", "when"),
    "publication date before address": Edit("//t:publicationStmt/t:address", "swap"),
    "identifier of unknown type": Edit("//t:publicationStmt/t:idno", "set", "type=ISBN"),
    "identifier without type": Edit("//t:publicationStmt/t:idno", "drop", "type"),
    "address that is none": Edit("//t:publicationStmt/t:idno", "write", "example.org"),
    "DOI as address": Edit("//t:idno[@type='DOI']", "write", "https://doi.org/10.1234/x"),
    "series without level": Edit("//t:seriesStmt/t:title", "drop", "level"),
    "issue before volume": Edit("//t:seriesStmt/t:biblScope", "swap"),
    "pages in the series": Edit("//t:seriesStmt/t:biblScope", "set", "unit=page"),
    "no own record": Edit("//t:biblStruct[@type='self']", "remove"),
    "own record without key": Edit("//t:biblStruct[@type='self']", "drop", "xml:id"),
    "own record of another type": Edit("//t:biblStruct[@type='self']", "set", "type=report"),
    "cite-as of unknown type": Edit("//t:sourceDesc/t:bibl", "set", "type=cite-as"),
    "foreign application": Edit("//t:application", "set", "ident=editor"),
    "application without version": Edit("//t:application", "drop", "version"),
    "application with a clock": Edit("//t:application", "set", "when=2025-05-30"),
    "no editorial declaration": Edit("//t:editorialDecl", "remove"),
    "language without tag": Edit("//t:language", "drop", "ident"),
    "revision description": Edit(
        "//t:profileDesc", "put-after", "<revisionDesc><change>x</change></revisionDesc>"
    ),
    # Dates
    "day without year": Edit("//t:publicationStmt/t:date", "set", "when=--05-30"),
    "date in words": Edit("//t:publicationStmt/t:date", "set", "when=30 May 2025"),
    "date without zeros": Edit("//t:publicationStmt/t:date", "set", "when=2025-5-3"),
    "day that does not exist": Edit("//t:publicationStmt/t:date", "set", "when=2025-02-29"),
    "month that does not exist": Edit("//t:publicationStmt/t:date", "set", "when=2025-13"),
    "date with time zone": Edit("//t:publicationStmt/t:date", "set", "when=2025-05-30Z"),
    "date with time": Edit("//t:publicationStmt/t:date", "set", "when=2025-05-30T10:00:00"),
    "year of five figures": Edit("//t:publicationStmt/t:date", "set", "when=12025"),
    "year before Christ": Edit("//t:publicationStmt/t:date", "set", "when=-0044"),
    "date role of unknown kind": Edit(f"{CITATION}/t:date", "set", "type=visited"),
    # Notes and markers
    "note at the end": Edit(FOOTNOTE, "set", "place=end"),
    "note without place": Edit(FOOTNOTE, "drop", "place"),
    "note without id": Edit(FOOTNOTE, "drop", "xml:id"),
    "note without label": Edit(FOOTNOTE, "drop", "n"),
    "note with empty label": Edit(FOOTNOTE, "set", "n="),
    "note between blocks": Edit("//t:body/t:p", "put-after", "<note place='foot' xml:id='x' n='1'/>"),
    "note with text beside paragraphs": Edit("//t:note[t:p]", "write", "x"),
    "two parts with one id": Edit("//t:list", "set", "xml:id=p1"),
    "id in foreign letters": Edit("//t:body/t:p", "set", "xml:id=ş1"),
    "id with a blank": Edit("//t:body/t:p", "set", "xml:id=p 1"),
    "marker without target": Edit("//t:ref[@type='note'][@n]", "drop", "target"),
    "marker into another file": Edit("//t:ref[@type='note'][@n]", "set", "target=other.xml#fn1"),
    "marker without label": Edit("//t:ref[@type='note'][@n]", "drop", "n"),
    "unresolved marker with a target": Edit("//t:ref[@subtype]", "set", "target=#fn1"),
    "marker of unknown subtype": Edit("//t:ref[@subtype]", "set", "subtype=lost"),
    # Citations and works cited
    "citation without work": Edit(CITATION, "drop", "corresp"),
    "citation of a work elsewhere": Edit(CITATION, "set", "corresp=works.xml#a"),
    "citation of two works": Edit(CITATION, "set", "corresp=#a #b"),
    "title without level": Edit(f"{CITATION}/t:title", "drop", "level"),
    "title of unknown level": Edit(f"{CITATION}/t:title", "set", "level=u"),
    "scope without unit": Edit("//t:sourceDesc/t:bibl/t:biblScope", "drop", "unit"),
    "citation inside a paragraph of the body": Edit("//t:body/t:p", "append", "<bibl corresp='#a'>x</bibl>"),
    "link without target": Edit(f"{CITATION}/t:ref", "drop", "target"),
    "link that runs a script": Edit(f"{CITATION}/t:ref", "set", "target=javascript:alert(1)"),
    "link to a file": Edit(f"{CITATION}/t:ref", "set", "target=file:///etc/hosts"),
    "link without scheme": Edit(f"{CITATION}/t:ref", "set", "target=example.org/a"),
    "link with a blank": Edit(f"{CITATION}/t:ref", "set", "target=https://example.org/a b"),
    "link with a stray percent sign": Edit(f"{CITATION}/t:ref", "set", "target=https://example.org/%zz"),
    "link with two fragments": Edit(f"{CITATION}/t:ref", "set", "target=https://example.org/#a#b"),
    "work without key": Edit(WORK, "drop", "xml:id"),
    "work without type": Edit(WORK, "drop", "type"),
    "work of a type that CSL lacks": Edit(WORK, "set", "type=website"),
    "work without imprint": Edit(f"{WORK}//t:imprint", "remove"),
    "empty imprint": Edit(f"{WORK}//t:imprint", "clear"),
    "address inside the imprint": Edit(f"{WORK}//t:imprint", "append", "<ptr target='https://example.org'/>"),
    "author after title": Edit("//t:biblStruct[@type='self']/t:analytic/t:author", "swap"),
    "empty list of works": Edit("//t:listBibl", "clear"),
    # The text
    "no body": Edit("//t:body", "remove"),
    "empty body": Edit("//t:body", "clear"),
    "text directly in the body": Edit("//t:body", "write", "x"),
    "unknown setting": Edit("//t:hi", "set", "rend=bold red"),
    "foreign words without language": Edit("//t:foreign", "drop", "xml:lang"),
    "list of unknown kind": Edit("//t:body//t:list", "set", "rend=dashes"),
    "list without kind": Edit("//t:body//t:list", "drop", "rend"),
    "row without cells": Edit("//t:body//t:row", "clear"),
    "caption behind the rows": Edit("//t:body//t:table", "append", "<head>x</head>"),
    "heading behind a paragraph": Edit("//t:body/t:div/t:div", "append", "<head>x</head>"),
    "paragraph behind a division": Edit("//t:body", "append", "<p>x</p>"),
    "furniture without type": Edit("//t:fw", "drop", "type"),
    "furniture type in words": Edit("//t:fw", "set", "type=running head"),
    "front section of unknown type": Edit("//t:front/t:div", "set", "type=preface"),
    "back section of unknown type": Edit("//t:back/t:div", "set", "type=appendix"),
    "back section without type": Edit("//t:back/t:div", "drop", "type"),
    "works outside of references": Edit("//t:back/t:div[@type='references']", "set", "type=colophon"),
    "title part without type": Edit("//t:titlePart", "drop", "type"),
    "element that TEI lacks": Edit("//t:body/t:p", "append", "<b>x</b>"),
    "element that we do not use": Edit("//t:body/t:p", "append", "<emph>x</emph>"),
    "attribute that we do not use": Edit("//t:body/t:p", "set", "rend=bold"),
    "element in no namespace": Edit("//t:body/t:p", "append", "<p xmlns=''>x</p>"),
}


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """Compile our schema."""
    return etree.RelaxNG(etree.parse(str(SCHEMAS / "commentary.rng")))


@pytest.fixture(scope="module")
def full() -> etree._Element:
    """Read the document that has everything."""
    return etree.parse(str(DOCUMENTS / "full.tei.xml")).getroot()


def fresh(document: etree._Element) -> etree._Element:
    """Parse a tree again without its ids, which a parser would count."""
    return etree.fromstring(etree.tostring(document), etree.XMLParser(collect_ids=False))


@pytest.mark.parametrize("name", ["full", "least"])
def test_whole_documents_are_valid(schema: etree.RelaxNG, name: str) -> None:
    """The document that has everything and the one that has next to nothing keep every promise."""
    assert schema.validate(etree.parse(str(DOCUMENTS / f"{name}.tei.xml")))


@pytest.mark.parametrize("name", BREAKS)
def test_break_is_refused(schema: etree.RelaxNG, full: etree._Element, name: str) -> None:
    """One broken promise, and the document is refused."""
    assert not schema.validate(fresh(BREAKS[name].apply(full)))
