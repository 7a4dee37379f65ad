"""What the TEI promises, on the seed in small and on odd commentaries."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from converter.model import CiteAs, Commentary, Furniture, Link, Metadata, PrintedDate, Text
from converter.source import Span
from converter.writers import build_tei, write_tei

from . import commentaries as samples

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

SCHEMA = Path(__file__).parents[2] / "schemas" / "commentary.rng"
NAMES = {"t": "http://www.tei-c.org/ns/1.0"}


@cache
def schema() -> etree.RelaxNG:
    """Return our schema, compiled once."""
    return etree.RelaxNG(etree.parse(SCHEMA))


def find(commentary: Commentary, path: str) -> list[Node]:
    """Return what an XPath with the prefix ``t`` finds."""
    return cast("list[Node]", build_tei(commentary).xpath(path, namespaces=NAMES))


def values(commentary: Commentary, path: str) -> list[str]:
    """Return the values of the attributes that an XPath with the prefix ``t`` finds."""
    return cast("list[str]", build_tei(commentary).xpath(path, namespaces=NAMES))


def one(commentary: Commentary, path: str) -> str:
    """Return the string value of the only element found, as XML without the namespace."""
    (element,) = find(commentary, path)
    return outline(element)


def outline(element: Node) -> str:
    """Return an element as XML, without its tail and the namespace."""
    return etree.tostring(element, encoding="unicode", with_tail=False).replace(f' xmlns="{NAMES["t"]}"', "")


def string(element: Node) -> str:
    """Return the characters of an element, markup left out."""
    return str(element.xpath("string()"))


def parent_name(element: Node) -> str:
    """Return the name of the element around."""
    return str(element.xpath("local-name(..)"))


def replaced_text(*inlines: object) -> Commentary:
    """Return a commentary whose only paragraph is this."""
    return samples.with_body(samples.paragraph("p1", *inlines))


# --- Every document ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", samples.ODD)
def test_every_document_is_valid(name: str) -> None:
    """Whatever a commentary lacks, its TEI is valid against our schema."""
    schema().assertValid(build_tei(samples.ODD[name]()))


def test_declaration_and_line_end() -> None:
    """The file begins with the XML declaration in double quotes and ends with a line end."""
    written = write_tei(samples.empty())
    assert (written[:38], written[-7:]) == ('<?xml version="1.0" encoding="UTF-8"?>', "</TEI>\n")


def test_same_input_same_bytes() -> None:
    """Two commentaries made alike are written alike."""
    assert write_tei(samples.seed()) == write_tei(samples.seed())


def test_white_space_stands_only_between_structural_elements() -> None:
    """No paragraph, note or citation gains or loses white space by the layout."""
    (paragraph,) = find(samples.seed(), "//t:p[@xml:id='p2']")
    note = samples.seed().footnotes[2]
    text = samples.seed().body[1].text
    assert f"{text[:-1]}{note.text}." == string(paragraph)


# --- Header -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "//t:titleStmt/t:author",
            (
                "<author><persName><forename>İlaha</forename> "
                "<surname>Khantamirova</surname></persName></author>"
            ),
        ),
        ("//t:publicationStmt/t:date", '<date when="2025-05-30">30 May 2025</date>'),
        ("//t:publicationStmt/t:idno", f'<idno type="URI">{samples.OWN_URL}</idno>'),
        ("//t:addrLine[2]", "<addrLine>Tel: +90 (312) 438 50 23-24</addrLine>"),
        ("//t:seriesStmt/t:biblScope[1]", '<biblScope unit="volume">2025</biblScope>'),
        ("//t:seriesStmt/t:biblScope[2]", '<biblScope unit="issue">37</biblScope>'),
        (
            "//t:biblStruct[@type='self']//t:date[@type='published']",
            '<date type="published" when="2025-05-30">30 May 2025</date>',
        ),
        (
            "//t:biblStruct[@type='self']//t:date[@type='accessed']",
            '<date type="accessed" when="2026-02-07">February 07, 2026</date>',
        ),
        ("//t:biblStruct[@type='self']/t:ptr", f'<ptr target="{samples.OWN_URL}"/>'),
        ("//t:bibl[@type='citeAs']/t:date[2]", "<date>May 30</date>"),
        ("//t:application/t:label", "<label>converter</label>"),
    ],
)
def test_header_of_the_seed(path: str, expected: str) -> None:
    """The header says who, what, when and where, each in its element."""
    assert expected == one(samples.seed(), path)


def test_string_value_of_the_cite_as_block() -> None:
    """Header and back hold the cite-as block character for character."""
    found = find(samples.seed(), "//t:sourceDesc/t:bibl | //t:div[@type='cite-as']//t:bibl")
    assert [string(element) for element in found] == [samples.CITE_AS_TEXT] * 2


def test_cite_as_without_parts() -> None:
    """A cite-as block in which nothing was understood stands as printed."""
    cite_as: CiteAs = msgspec.structs.replace(samples.CITE_AS, content=(), literal="? 2026")
    changed = samples.change(samples.seed(), cite_as=cite_as)
    assert one(changed, "//t:sourceDesc/t:bibl") == '<bibl type="citeAs">? 2026</bibl>'


def test_languages_of_document_and_citations() -> None:
    """Each language is named once, that of the document first."""
    found = values(samples.seed(), "//t:langUsage/t:language/@ident")
    assert found == ["en", "az", "tr"]


def test_unknown_publisher_and_title_are_empty() -> None:
    """TEI demands publisher and title; where they are unknown nothing is invented."""
    found = find(samples.empty(), "//t:publicationStmt/* | //t:titleStmt/*")
    assert [outline(element) for element in found] == ['<title type="main"/>', "<publisher/>"]


def test_date_without_a_year_has_no_when() -> None:
    """A day without a year is no date of publication."""
    metadata = Metadata(title="T", published=PrintedDate("--05-30", "day", "May 30"))
    assert find(samples.change(samples.empty(), metadata=metadata), "//t:publicationStmt/t:date") == []


def test_body_as_author_translator_and_keywords() -> None:
    """A body is an organisation, a translator a responsibility, keywords are terms."""
    found = find(samples.corporate_author(), "//t:titleStmt/t:author | //t:respStmt/* | //t:term")
    assert [outline(element) for element in found] == [
        "<author><orgName>Lodestar Institute</orgName></author>",
        "<resp>translator</resp>",
        "<persName><forename>Ada</forename> <surname>Orman</surname></persName>",
        "<term>water</term>",
        "<term>borders</term>",
    ]


# --- Front ------------------------------------------------------------------------------------------------


def test_front_of_the_seed() -> None:
    """Title, byline and the lone dash stand in front as printed."""
    found = find(samples.seed(), "//t:front/*")
    assert [etree.QName(element).localname for element in found] == ["docTitle", "byline", "fw"]


def test_notes_on_title_and_author() -> None:
    """A starred note stands at its mark in front."""
    found = find(samples.marker_in_title(), "//t:titlePart/t:note | //t:byline/t:note")
    assert [element.get("{http://www.w3.org/XML/1998/namespace}id") for element in found] == [
        "fn-star",
        "fn-dagger",
    ]


def test_byline_marks_the_name_only() -> None:
    """``docAuthor`` holds the name; words around it stay outside."""
    (byline,) = find(samples.marker_in_title(), "//t:byline")
    assert (byline.text, byline[0].text) == ("By ", "Dr. Ada ORMAN")


def test_sections_behind_a_division() -> None:
    """TEI lets no line follow a division, so lines behind the abstract share one of their own."""
    found = find(samples.corporate_author(), "//t:front/t:div[@type='front']/t:p")
    assert [element.text for element in found] == ["Translated by Ada Orman", "Not for sale"]


def test_subtitle_shares_the_title_element() -> None:
    """A subtitle that follows its title stands in the same ``docTitle``."""
    found = values(samples.corporate_author(), "//t:docTitle/t:titlePart/@type")
    assert found == ["main", "sub"]


# --- Body -------------------------------------------------------------------------------------------------


def test_headings_nest_by_level() -> None:
    """A deeper heading opens a division inside, a higher one closes it."""
    found = find(samples.nested_headings(), "//t:body//t:p")
    assert [len(list(element.iterancestors("{*}div"))) for element in found] == [0, 1, 2, 1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//t:list[@rend='numbered']/t:item[2]", '<item n="2)">second</item>'),
        ("//t:list[@rend='bulleted']/t:item", "<item>loose</item>"),
        ("//t:table/t:head", "<head>A caption</head>"),
        ("//t:row[2]/t:cell[1]", "<cell>c</cell>"),
        ("//t:figDesc", '<figDesc>A map of <hi rend="italic">Ardabil</hi></figDesc>'),
        ("//t:quote[@xml:id='q2']", '<quote xml:id="q2"><p>A short one.</p></quote>'),
        ("//t:hi[@rend='bold italic']", '<hi rend="bold italic">marked</hi>'),
        ("//t:foreign", '<foreign xml:lang="az">söz</foreign>'),
        (
            "//t:note[@xml:id='fn2']",
            '<note place="foot" xml:id="fn2" n="2"><p>First paragraph.</p>\n<p>Second.</p></note>',
        ),
        (
            "//t:note[@xml:id='fn3']",
            (
                '<note place="foot" xml:id="fn3" n="3">See the other'
                '<ref type="note" target="#fn1" n="1"/>.</note>'
            ),
        ),
        ("//t:ref[.='here']", '<ref target="https://example.org/x%20y">here</ref>'),
    ],
)
def test_blocks_and_inlines(path: str, expected: str) -> None:
    """Each kind of block and inline has its element."""
    assert expected == one(samples.all_blocks(), path)


def test_empty_body_has_an_empty_paragraph() -> None:
    """TEI wants a block in the body; an empty commentary has an empty one."""
    assert one(samples.empty(), "//t:body/*") == "<p/>"


def test_a_body_of_pictures_has_an_empty_paragraph_too() -> None:
    """A picture alone does not make a body."""
    found = find(samples.with_body(samples.block("figure", "f1", "Map")), "//t:body/*")
    assert [etree.QName(element).localname for element in found] == ["figure", "p"]


# --- Notes ------------------------------------------------------------------------------------------------


def test_string_value_of_a_note() -> None:
    """A note's string value is the note as printed, its label left out."""
    found = find(samples.seed(), "//t:note[@place='foot']")
    assert [note.text for note in samples.seed().footnotes] == [string(element) for element in found]


def test_second_marker_points_to_the_note() -> None:
    """The first marker is the note, a later one a reference to it."""
    assert one(samples.two_markers_one_note(), "//t:ref") == '<ref type="note" target="#fn1" n="1"/>'


def test_marker_without_note() -> None:
    """A marker without a note keeps its printed form."""
    assert one(samples.orphans(), "//t:ref") == '<ref type="note" subtype="unresolved">[9]</ref>'


def test_note_without_marker() -> None:
    """A note without a marker stands in back, under the printed heading of the notes."""
    found = find(samples.orphans(), "//t:back/t:div[@type='notes']/*")
    assert [element.text for element in found] == ["Notes", "Never called."]


def test_notes_that_name_each_other() -> None:
    """Notes in a circle end: each is written once."""
    found = values(samples.circular_notes(), "//t:note/@xml:id")
    assert found == ["fn1", "fn2"]


def test_citation_in_a_note() -> None:
    """The parts of a citation are marked in place."""
    found = find(samples.seed(), "//t:note[@n='2']/t:bibl")
    expected = (
        '<bibl corresp="#mehrnews2025iran">'
        f'<title level="a" xml:lang="tr">{samples.IRAN_VE}</title>, '
        '<date type="accessed" when="2025-05-22">22 May 2025</date>, '
        f'<ref target="{samples.AGENCY}">{samples.AGENCY}?utm_source=chatgpt.com</ref></bibl>'
    )
    assert [expected] == [outline(element) for element in found]


# --- Marks of the page ------------------------------------------------------------------------------------


def test_furniture_stands_where_it_stood() -> None:
    """Marks stand in front, at the page break, between blocks and at the end; navigation stands nowhere."""
    found = find(samples.furniture_everywhere(), "//t:fw")
    assert [(parent_name(element), element.text) for element in found] == [
        ("front", "HEAD"),
        ("front", "-"),
        ("p", "1"),
        ("p", "HEAD AGAIN"),
        ("body", "***"),
        ("body", "2"),
    ]


def test_furniture_at_the_break_it_stood_at() -> None:
    """Of several page breaks in a block, the mark stands at the one between its neighbours."""
    expected = '<p xml:id="p1">a <pb/>b <pb/><fw type="page-number">7</fw>c</p>'
    assert expected == one(samples.furniture_at_three_breaks(), "//t:body/t:p")


def test_furniture_in_a_block_without_break() -> None:
    """Without a page break in the block the mark follows it."""
    block = samples.paragraph("p1", "one two", start=0, end=20, spans=(Span(0, 5), Span(10, 20)))
    mark = Furniture("separator", "-", Span(7, 8))
    found = find(samples.with_body(block, furniture=(mark,)), "//t:body/*")
    assert [etree.QName(element).localname for element in found] == ["p", "fw"]


# --- Back -------------------------------------------------------------------------------------------------


def test_back_in_the_order_of_the_source() -> None:
    """Sections stand in the order of the source, the works cited last."""
    found = values(samples.seed(), "//t:back/t:div/@type")
    assert found == ["about-author", "cite-as", "colophon", "references"]


def test_label_of_the_cite_as_block() -> None:
    """The label is no part of the citation."""
    assert (
        one(samples.seed(), "//t:div[@type='cite-as']/t:p/t:label") == "<label>To cite this article:</label>"
    )


def test_further_cite_as_block() -> None:
    """A further block has its own citation."""
    expected = (
        '<bibl type="citeAs"><author>Lodestar</author>, <title level="a" xml:lang="tr">Su</title></bibl>'
    )
    assert expected == one(samples.corporate_author(), "//t:back//t:bibl")


@pytest.mark.parametrize(
    ("identifier", "path", "expected"),
    [
        ("vries2020dams", "t:analytic/t:idno", '<idno type="DOI">10.5555/d_1</idno>'),
        ("vries2020dams", "t:monogr/t:title", '<title level="j">Water &amp; Law</title>'),
        ("vries2020book", "t:monogr/t:title", '<title level="m">The Book of Dams</title>'),
        ("vries2020chapter", "t:monogr/t:editor", "<editor><orgName>River Council</orgName></editor>"),
        (
            "council2020report",
            "t:series",
            '<series><title level="s">Brief</title><biblScope unit="issue">12</biblScope></series>',
        ),
        ("vries2020untitled", "t:note", '<note type="literal">De Vries, 2020 {sic}.</note>'),
        ("nothing", "t:monogr/t:imprint/*", "<publisher/>"),
        ("bad", "t:note", '<note type="address">javascript:alert(1)</note>'),
        ("treaty1921", "t:monogr/t:imprint/t:date", '<date when="1921-10-13">13 October 1921</date>'),
        ("treaty1921", "t:monogr/t:title", '<title level="m" xml:lang="und">Treaty of Kars</title>'),
    ],
)
def test_cited_works(identifier: str, path: str, expected: str) -> None:
    """Each cited work is recorded by its kind; what is unknown has no element unless TEI demands it."""
    assert expected == one(samples.many_references(), f"//t:biblStruct[@xml:id='{identifier}']/{path}")


# --- Any text ---------------------------------------------------------------------------------------------


@given(st.text(min_size=1))
@settings(max_examples=150)
def test_any_text_survives(text: str) -> None:
    """Whatever a paragraph holds is read back, but for characters that XML forbids."""
    (paragraph,) = find(replaced_text(text), "//t:p[@xml:id='p1']")
    assert "".join(map(allowed, text)) == string(paragraph)


def allowed(character: str) -> str:
    """Return a character as XML can hold it."""
    code = ord(character)
    forbidden = (
        (code < 32 and character not in "\t\n\r") or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF)
    )
    return "\ufffd" if forbidden else character


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
@settings(max_examples=300)
def test_any_address_is_a_valid_target(tail: str) -> None:
    """Whatever an address holds, the document stays valid and the printed form stays."""
    tree = build_tei(replaced_text("See ", Link("printed", f"https://example.org/{tail}"), Text(".")))
    schema().assertValid(tree)
    assert squeeze_line(string(tree.findall(".//{*}body/{*}p")[0])) == "See printed."


def squeeze_line(text: str) -> str:
    """Return a text with single blanks."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x.org/", ""]
)
def test_unsafe_address_is_text(url: str) -> None:
    """An address that must not be followed is no link."""
    expected = '<p xml:id="p1">See printed.</p>'
    assert expected == one(replaced_text("See ", Link("printed", url), "."), "//t:p[@xml:id='p1']")
