"""OpenDocument texts: what a page shows is the text, in order and once, with what the file says of it."""

from __future__ import annotations

import pytest

from converter.errors import UnreadableInput
from converter.readers import read
from tests.readers.office.printing import printed
from tests.readers.office.word import zipped

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
NAMES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
AUTOMATIC = """
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text">
  <style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1">
  <style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="P2" style:family="paragraph">
  <style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="P3" style:family="paragraph" style:master-page-name="First"/>
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."
    text:start-value="3"/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
    text:display-levels="2"/>
  <text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>
"""
NAMED = """
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
  style:default-outline-level="1"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<text:outline-style style:name="Outline">
  <text:outline-level-style text:level="1" style:num-format="{outline}" style:num-suffix="."/>
</text:outline-style>
"""
MASTERS = """
<style:master-page style:name="Standard">
  <style:header><text:p>Commentary 12</text:p></style:header></style:master-page>
<style:master-page style:name="First" style:next-style-name="Standard">
  <style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>
  </style:master-page>
<style:master-page style:name="Unused">
  <style:header><text:p>never printed</text:p></style:header></style:master-page>
"""


def parts(text: str, outline: str = "", masters: str = "", meta: str = "") -> dict[str, str | bytes]:
    """Return the parts of a text."""
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{AUTOMATIC}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}><office:styles>{NAMED.format(outline=outline)}"
        f"</office:styles><office:master-styles>{masters}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {NAMES}><office:meta>{meta}</office:meta></office:document-meta>",
    }


def odt(text: str, outline: str = "", masters: str = "", meta: str = "") -> bytes:
    """Return a text."""
    return zipped(parts(text, outline, masters, meta))


def note(label: str, text: str, kind: str = "footnote") -> str:
    """Return a note where the text refers to it."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )


def item(*content: str, start: str = "") -> str:
    """Return an item of a list."""
    return f"<text:list-item{start}>{''.join(content)}</text:list-item>"


def paragraph(text: str) -> str:
    """Return a paragraph without a style."""
    return f"<text:p>{text}</text:p>"


FRAME = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
REFERENCE = '<text:note-ref text:note-class="footnote">1</text:note-ref>'
INNER = f"<text:list>{item(paragraph('b'))}{item(paragraph('c'))}</text:list>"
TEXTS: dict[str, tuple[str, list[str]]] = {
    "spans and marks": (
        (
            '<text:p>a<text:span text:style-name="T1">b</text:span>c'
            '<text:span text:style-name="T2">2</text:span></text:p>'
        ),
        ["a{b:b}c{s:2}"],
    ),
    "signs that are elements": (
        '<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>',
        ["a  b\tc", "d"],
    ),
    "links": (
        (
            '<text:p><text:a xlink:href="https://x.example.org">x</text:a> '
            '<text:a xlink:href="#top">up</text:a></text:p>'
        ),
        ["{→https://x.example.org:x} up"],
    ),
    "headings, a title above them, a style made from one": (
        (
            '<text:p text:style-name="Title">T</text:p><text:h text:outline-level="1">One</text:h>'
            '<text:p text:style-name="P1">Two</text:p><text:p text:style-name="Quotations">Q</text:p>'
        ),
        ["heading 1: T", "heading 2: One", "heading 2: {i:Two}", "quote: Q"],
    ),
    "pages": (
        '<text:p>a<text:soft-page-break/>b</text:p><text:p text:style-name="P2">c</text:p>',
        ["ab", "page-break: ", "c"],
    ),
    "notes, in the order of their kinds": (
        paragraph(f"a{note('i', 'End.', 'endnote')}b{note('1', 'Foot.')}c{note('*', 'Star.')}"),
        ["a{^i}b{^1}c{^*}", "note=1: {^1} Foot.", "note=*: {^*} Star.", "note=i: {^i} End."],
    ),
    "a further marker of a note, and a mention of it": (
        paragraph(
            f'a{note("1", "Foot.")}b<text:span text:style-name="T2">{REFERENCE}</text:span> see {REFERENCE}'
        ),
        ["a{^1}b{^1} see 1", "note=1: {^1} Foot."],
    ),
    "tracked changes and comments": (
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>"
            "<text:p>a<text:change/><office:annotation><text:p>private</text:p></office:annotation>b</text:p>"
        ),
        ["ab"],
    ),
    "a frame, once, behind its paragraph": (
        paragraph(f"a{FRAME}b") + paragraph("c"),
        ["ab", "In a box.", "c"],
    ),
    "a table": (
        (
            "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Year</text:p>"
            "</table:table-cell><table:table-cell><text:p>Ships</text:p></table:table-cell></table:table-row>"
            "</table:table-header-rows><table:table-row><table:table-cell><text:p>2023</text:p></table:table-cell>"
            "<table:covered-table-cell/><table:table-cell><text:p>41</text:p><text:p>or 42</text:p>"
            "</table:table-cell></table:table-row></table:table>"
        ),
        ["row: | Year | Ships |", "row: | 2023 | 41 or 42 |"],
    ),
    "a table of contents is no text": (
        (
            "<text:table-of-content><text:index-body><text:p>One 3</text:p></text:index-body>"
            "</text:table-of-content>"
            "<text:section><text:p>a</text:p></text:section>"
        ),
        ["[navigation]: One 3", "a"],
    ),
    "hidden text": (
        (
            '<text:p>a<text:span text:style-name="T3">b</text:span></text:p>'
            '<text:section text:display="none"><text:p>c</text:p></text:section>'
        ),
        ["a"],
    ),
    "lists": (
        '<text:list text:style-name="L1">'
        + item(paragraph("a"), paragraph("goes on"), INNER)
        + item(paragraph("d"))
        + item(paragraph("g"), start=' text:start-value="9"')
        + '</text:list><text:list text:style-name="L1" text:continue-numbering="true">'
        + item(paragraph("h"))
        + '</text:list><text:list text:style-name="L1">'
        + item(paragraph("i"))
        + "</text:list>",
        [
            "item 1 (III.): III. a",
            "goes on",
            "item 2 (III.a)): III.a) b",
            "item 2 (III.b)): III.b) c",
            "item 1 (IV.): IV. d",
            "item 1 (IX.): IX. g",
            "item 1 (X.): X. h",
            "item 1 (III.): III. i",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_the_text_is_what_a_page_shows(text: str, expected: list[str]) -> None:
    """Each element reads as it prints."""
    assert printed(odt(text), "a.odt") == expected


def test_headings_have_the_number_that_is_printed() -> None:
    """Unless the heading says that it has none."""
    text = (
        '<text:h text:outline-level="1">a</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">b</text:h>'
        '<text:h text:outline-level="1">c</text:h>'
    )
    assert printed(odt(text, outline="1"), "a.odt") == [
        "heading 1 (1.): 1. a",
        "heading 1: b",
        "heading 1 (2.): 2. c",
    ]


def test_a_style_of_the_name_of_a_heading_is_one() -> None:
    """Texts that were web pages have no outline levels."""
    text = '<text:p text:style-name="Heading_20_2">a</text:p><text:p>b</text:p>'
    assert printed(odt(text), "a.odt") == ["heading 2: a", "b"]


def test_heads_and_feet_are_those_of_the_pages_that_there_are() -> None:
    """A kind of page that nothing begins is never printed."""
    text = '<text:p text:style-name="P3">a</text:p>'
    assert printed(odt(text, masters=MASTERS), "a.odt") == [
        "[running-head]: Commentary 12",
        "a",
        "[running-foot]: Page 1",
    ]


def test_properties_are_clues_and_what_is_left_out_is_reported() -> None:
    """A program's fillers are none; comments and changes are counted."""
    meta = "<dc:title>The Quiet Harbour</dc:title><meta:initial-creator>User</meta:initial-creator>"
    text = TEXTS["tracked changes and comments"][0] + TEXTS["hidden text"][0]
    source = read(odt(text, meta=meta), "a.odt")
    assert [(clue.field, clue.value) for clue in source.clues] == [("title", "The Quiet Harbour")]
    assert [found.code for found in source.diagnostics] == [
        "tracked-changes",
        "comments-left-out",
        "hidden-text",
    ]


def test_a_package_without_a_text_is_told() -> None:
    """A drawing has other elements in its body."""
    package = parts("") | {
        "content.xml": f"<office:document-content {NAMES}><office:body/></office:document-content>"
    }
    with pytest.raises(UnreadableInput) as caught:
        read(zipped(package), "a.odt")
    assert caught.value.diagnostic.code == "unknown-type"


def test_a_text_with_a_password_is_told() -> None:
    """The list of its files says that they are encrypted."""
    package = parts("") | {"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": b"\x01\x02"}
    with pytest.raises(UnreadableInput) as caught:
        read(zipped(package), "a.odt")
    assert caught.value.diagnostic.code == "encrypted"


@pytest.mark.parametrize("name", ["content.xml", "styles.xml", "meta.xml"])
def test_no_entity_is_resolved_in_any_part(name: str) -> None:
    """A DOCTYPE is refused wherever it stands."""
    package = parts("<text:p>a</text:p>")
    package[name] = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + str(package[name])
    with pytest.raises(UnreadableInput) as caught:
        read(zipped(package), "a.odt")
    assert caught.value.diagnostic.code == "broken-package"


@pytest.mark.parametrize(
    "text",
    [
        "<text:p>a" + '<text:s text:c="999999999"/>' * 3 + "</text:p>",
        "<text:p>a" + "<text:span>" * 150 + "b" + "</text:span>" * 150 + "</text:p>",
        '<text:list text:style-name="L1">'
        + "<text:list-item><text:list>" * 60
        + "<text:list-item><text:p>a</text:p>"
        "</text:list-item>" + "</text:list></text:list-item>" * 60 + "</text:list>",
        "<table:table><table:table-row><table:table-cell>" * 50
        + "<text:p>a</text:p>"
        + "</table:table-cell></table:table-row></table:table>" * 50,
    ],
    ids=["blanks", "spans", "lists", "tables"],
)
def test_deep_and_wide_texts_are_read(text: str) -> None:
    """Within the bounds of XML nothing is too deep, and no number makes a text long."""
    source = read(odt(text), "a.odt")
    assert "a" in source.text
    assert len(source.text) < 4000
