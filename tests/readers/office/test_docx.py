"""Word documents: what a page shows is the text, in order and once, with what Word says of it."""

from __future__ import annotations

import pytest

from converter.readers import read
from tests.readers.office.printing import printed
from tests.readers.office.word import (
    MAIN,
    RELATIONS,
    SEPARATORS,
    docx,
    field,
    note,
    num,
    p,
    part,
    parts,
    r,
    ref,
    relations,
    zipped,
)

BOX = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
CHOICE = (
    f'<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{BOX}</wps:txbx></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)
BOLD, NO_BOLD = "<w:b/>", '<w:b w:val="0"/>'
LINK_STYLE = '<w:rStyle w:val="Kpr"/>'
ALPHA = '<w:sym w:font="Symbol" w:char="F061"/>'
DELETED = "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
LINKS = {"rL1": "https://news.example.org/a"}

INLINE: dict[str, tuple[str, str]] = {
    "runs that Word splits for itself are one": (
        r("The har") + '<w:proofErr w:type="spellStart"/>' + r("bour") + "<w:bookmarkStart/>" + r("."),
        "The harbour.",
    ),
    "marks of runs": (
        r("a ") + r("b", BOLD) + r("c", "<w:i/>") + r("d", '<w:u w:val="single"/>'),
        "a {b:b}{i:c}{u:d}",
    ),
    "marks that a style gives and a run takes back": (
        r("a", '<w:rStyle w:val="Gl"/>') + r("b", f'<w:rStyle w:val="Gl"/>{NO_BOLD}'),
        "{b:a}b",
    ),
    "a superscript, and one raised by hand": (
        r("x") + r("2", '<w:vertAlign w:val="superscript"/>') + r("3", '<w:position w:val="8"/>'),
        "x{s:23}",
    ),
    "capitals for the eye only": (r("Harbour", "<w:caps/>") + r(" House", "<w:smallCaps/>"), "Harbour House"),
    "signs that are elements": (
        r("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t>") + r(ALPHA),
        "a\tb\u2011cα",
    ),
    "a link": (
        f'<w:hyperlink r:id="rL1">{r("news", LINK_STYLE)}</w:hyperlink>',
        "{→https://news.example.org/a:news}",
    ),
    "a link to a place in the document is none": (
        f'<w:hyperlink w:anchor="_Ref1">{r("above")}</w:hyperlink>',
        "above",
    ),
    "a link as a field": (field('HYPERLINK "https://x.example.org"', r("x")), "{→https://x.example.org:x}"),
    "a link as a simple field": (
        f'<w:fldSimple w:instr=" HYPERLINK &quot;https://x.example.org&quot; ">{r("x")}</w:fldSimple>',
        "{→https://x.example.org:x}",
    ),
    "a field in the instruction of a field": (
        field(f"IF {field('PAGE', r('3'))} = 1", r("shown")),
        "shown",
    ),
    "tracked changes as if accepted": (
        r("The ") + f"<w:ins>{r('new ')}</w:ins>" + DELETED + r("port"),
        "The new port",
    ),
    "moved text, where it stands now": (
        f"<w:moveFrom>{r('gone')}</w:moveFrom><w:moveTo>{r('here')}</w:moveTo>",
        "here",
    ),
    "content controls and smart tags": (
        (
            f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>"
            f"<w:smartTag>{r('b')}</w:smartTag><w:customXml>{r('c')}</w:customXml>"
        ),
        "abc",
    ),
    "a formula": (f"<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>{r(' holds')}", "E=mc holds"),
    "letters over letters": (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('kana')}</w:rt><w:rubyBase>{r('漢字')}</w:rubyBase></w:ruby></w:r>",
        "kana漢字",
    ),
    "hidden text": (r("shown") + r("hidden", "<w:vanish/>"), "shown"),
    "a line end in text is a blank": (r("<w:t>a\n  b</w:t>"), "a   b"),
}


@pytest.mark.parametrize(("runs", "expected"), INLINE.values(), ids=INLINE.keys())
def test_the_text_of_a_paragraph(runs: str, expected: str) -> None:
    """Runs are put together as the page shows them."""
    assert printed(docx(p(runs), LINKS), "a.docx") == [expected]


BLOCKS: dict[str, tuple[str, list[str]]] = {
    "styles by what they mean, whatever they are called": (
        p(r("Title"), style="KonuBal")
        + p(r("One"), style="Balk1")
        + p(r("Two"), style="Ours")
        + p(r("Said"), style="Alnt"),
        ["heading 1: Title", "heading 2: One", "heading 2: Two", "quote: Said"],
    ),
    "without a title the headings begin at one": (p(r("One"), style="Balk1"), ["heading 1: One"]),
    "an outline level set by hand": (
        p(r("Two"), properties='<w:outlineLvl w:val="1"/>')
        + p(r("No"), style="Balk1", properties='<w:outlineLvl w:val="9"/>'),
        ["heading 2: Two", "No"],
    ),
    "a table of contents is no text": (
        p(r("One 3"), style="T1") + p(r("Text")),
        ["[navigation]: One 3", "Text"],
    ),
    "a line break begins a line, in a heading it is for the eye": (
        p(r("<w:t>a</w:t><w:br/><w:t>b</w:t>")) + p(r("<w:t>c</w:t><w:br/><w:t>d</w:t>"), style="Balk1"),
        ["a", "b", "heading 1: c d"],
    ),
    "pages that are broken by hand": (
        p(r('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>'))
        + p(r("c"), properties="<w:pageBreakBefore/>")
        + p(r("<w:lastRenderedPageBreak/><w:t>d</w:t>")),
        ["a", "page-break: ", "b", "page-break: ", "c", "d"],
    ),
    "a table": (
        (
            f"<w:tbl><w:tblPr/><w:tr><w:tc>{p(r('Year'))}</w:tc><w:tc>{p(r('Ships'))}</w:tc></w:tr>"
            f"<w:tr><w:tc>{p(r('2023'))}</w:tc><w:tc>{p(r('41'))}{p(r('or 42'))}</w:tc></w:tr></w:tbl>"
        ),
        ["row: | Year | Ships |", "row: | 2023 | 41 or 42 |"],
    ),
    "a table that only places text": (
        f"<w:tbl><w:tr><w:tc>{p(r('One'), style='Balk1')}{p(r('Text.'))}</w:tc></w:tr></w:tbl>",
        ["heading 1: One", "Text."],
    ),
    "a row that is deleted": (
        (
            f"<w:tbl><w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr>"
            f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r('c'))}</w:tc><w:tc>{p(r('d'))}</w:tc></w:tr></w:tbl>"
        ),
        ["row: | a | b |"],
    ),
    "a paragraph whose end is deleted goes on in the next": (
        p(r("The har"), properties="<w:rPr><w:del/></w:rPr>") + p(r("bour.")),
        ["The harbour."],
    ),
    "a text box, once, behind its paragraph": (
        p(r("Text ") + r(CHOICE)) + p(r("More")),
        ["Text", "In a box.", "More"],
    ),
    "a content control around paragraphs": (
        f"<w:sdt><w:sdtContent>{p(r('a'))}{p(r('b'))}</w:sdtContent></w:sdt>{p(r('c'))}",
        ["a", "b", "c"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), BLOCKS.values(), ids=BLOCKS.keys())
def test_the_blocks_of_a_document(body: str, expected: list[str]) -> None:
    """Paragraphs and tables come in order, with what their styles mean."""
    assert printed(docx(body), "a.docx") == expected


NUMBERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%1.%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>
    <w:lvlText w:val="%1.%4"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
"""


def test_numbers_are_those_that_word_prints() -> None:
    """Levels count within the one above, an overridden start is kept, an empty paragraph counts."""
    items = [(0, 1), (1, 1), (1, 1), (2, 1), (0, 1), (1, 1), (3, 1), (0, 2), (0, 2), (0, 1)]
    body = "".join(p(r("x"), properties=num(level, key)) for level, key in items)
    assert printed(docx(body, numbering=NUMBERING), "a.docx") == [
        "item 1 (III.): III. x",
        "item 2 (III.a)): III.a) x",
        "item 2 (III.b)): III.b) x",
        "item 3: x",
        "item 1 (IV.): IV. x",
        "item 2 (IV.a)): IV.a) x",
        "item 4 (4.1): 4.1 x",
        "item 1 (IX.): IX. x",
        "item 1 (X.): X. x",
        "item 1 (XI.): XI. x",
    ]


def test_a_numbered_heading_prints_its_number() -> None:
    """The list belongs to the style; its level is the one kept for that style."""
    numbering = """<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>
      <w:pStyle w:val="H"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
      <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>"""
    styles = """<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>
      <w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>"""
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p(r("One"), style="H") + p(r("None"), style="H", properties=off) + p(r("Two"), style="H")
    assert printed(docx(body, styles=styles, numbering=numbering), "a.docx") == [
        "heading 1 (1.): 1. One",
        "heading 1: None",
        "heading 1 (2.): 2. Two",
    ]


def test_notes_come_behind_the_text_in_the_order_of_their_markers() -> None:
    """The keys of the file mean nothing, a note may have several paragraphs and a link."""
    notes = SEPARATORS + note(5, "A second.") + note(2, "A first.", "It goes on.")
    body = p(r("One"), ref(2), r(". Two"), ref(5), r("."))
    assert printed(docx(body, footnotes=notes), "a.docx") == [
        "One{^1}. Two{^2}.",
        "note=1: {^1}  A first.",
        "note=1: It goes on.",
        "note=2: {^2}  A second.",
    ]


def test_endnotes_have_numbers_of_their_own() -> None:
    """Word prints small Roman figures unless it is told otherwise."""
    settings = '<w:endnotePr><w:numFmt w:val="upperLetter"/></w:endnotePr>'
    body = p(r("a"), ref(1), r("b"), ref(1, "endnote"), r("c"), ref(2, "endnote"))
    notes = {
        "footnotes": note(1, "Foot."),
        "endnotes": note(1, "End.", kind="endnote") + note(2, "Two.", kind="endnote"),
    }
    assert printed(docx(body, **notes), "a.docx")[0] == "a{^1}b{^i}c{^ii}"
    lines = printed(docx(body, settings=settings, **notes), "a.docx")
    assert lines == ["a{^1}b{^A}c{^B}", "note=1: {^1}  Foot.", "note=A: {^A}  End.", "note=B: {^B}  Two."]


def section(properties: str) -> str:
    """Return the end of a section."""
    return p(properties=f"<w:sectPr>{properties}</w:sectPr>")


def test_notes_may_begin_anew_in_each_section() -> None:
    """Start and form are those of the section."""
    anew = '<w:footnotePr><w:numStart w:val="5"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = (
        p(r("a"), ref(1))
        + section(anew)
        + p(r("b"), ref(2))
        + f'<w:sectPr><w:type w:val="continuous"/>{anew}</w:sectPr>'
    )
    lines = printed(docx(body, footnotes=note(1, "One.") + note(2, "Two.")), "a.docx")
    assert lines[:2] == ["a{^5}", "b{^5}"]


def test_notes_that_begin_anew_on_each_page_are_numbered_through() -> None:
    """Only the printed page shows where they begin anew, so that a finding says it."""
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    source = read(docx(p(r("a"), ref(1)), footnotes=note(1, "One."), settings=settings), "a.docx")
    assert [found.code for found in source.diagnostics] == ["notes-numbered-through"]


def test_a_mark_typed_for_a_note_is_its_label() -> None:
    """It is not counted, and what is typed in the note is not printed twice."""
    custom = r(
        '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>', '<w:rStyle w:val="Dip"/>'
    )
    body = p(r("Jane Doe"), custom) + p(r("Text"), ref(2), r("."))
    notes = note(1, "* Of the house.", marked=False) + note(2, "A note.")
    assert printed(docx(body, footnotes=notes), "a.docx") == [
        "Jane Doe{^*}",
        "Text{^1}.",
        "note=*: {^*}  Of the house.",
        "note=1: {^1}  A note.",
    ]


def test_a_cross_reference_to_a_note_is_a_marker() -> None:
    """If it is printed as a marker; "see note 1" is text."""
    body = p(
        r("a"),
        ref(1),
        r(" b"),
        field(r"NOTEREF _Ref1 \f \h", r("1")),
        r(" see note "),
        field(r"NOTEREF _Ref1 \h", r("1")),
    )
    assert printed(docx(body, footnotes=note(1, "One.")), "a.docx")[0] == "a{^1} b{^1} see note 1"


def test_a_note_that_nothing_refers_to_is_kept() -> None:
    """It comes last, with the next number."""
    notes = note(1, "One.") + note(2, "Left over.")
    assert printed(docx(p(r("a"), ref(1)), footnotes=notes), "a.docx")[-1] == "note=2: {^2}  Left over."


def test_heads_and_feet_are_furniture() -> None:
    """Those of the pages that there are, each once."""
    ends = '<w:sectPr><w:headerReference r:id="rIdheader1"/><w:footerReference r:id="rIdfooter1"/></w:sectPr>'
    again = p(r("b"), properties=ends)
    content = docx(
        p(r("a")) + again + p(r("c")) + ends,
        header1=p(r("Commentary 12")),
        footer1=p(r("Page "), field("PAGE", r("2"))),
    )
    assert printed(content, "a.docx") == [
        "[running-head]: Commentary 12",
        "a",
        "b",
        "page-break: ",
        "c",
        "[running-foot]: Page 2",
    ]


def test_what_is_no_part_of_the_text_is_reported() -> None:
    """Tracked changes, comments, hidden text, and documents set into it."""
    body = (
        p(
            f"<w:ins>{r('new')}</w:ins>",
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>",
            r("x", "<w:vanish/>"),
        )
        + p(r('<w:commentReference w:id="1"/>'), r("text"))
        + '<w:altChunk r:id="rIdx"/>'
    )
    comments = f'<w:comment w:id="1">{p(r("private"))}</w:comment>'
    source = read(docx(body, comments=comments), "a.docx")
    assert "private" not in source.text
    assert [found.code for found in source.diagnostics] == [
        "tracked-changes",
        "comments-left-out",
        "hidden-text",
        "part-not-read",
    ]


def test_properties_are_clues_unless_a_program_wrote_them() -> None:
    """When the file was made is none."""
    core = """<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
      xmlns:dcterms="http://purl.org/dc/terms/">
      <dc:title>The Quiet Harbour</dc:title><dc:creator>User</dc:creator>
      <dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"""
    package = parts(p(r("a"))) | {
        "docProps/core.xml": core,
        "_rels/.rels": relations(
            ("rId1", "officeDocument", "/word/document.xml"), ("rId2", "core-properties", "docProps/core.xml")
        ),
    }
    clues = read(zipped(package), "a.docx").clues
    assert [(clue.field, clue.value) for clue in clues] == [("title", "The Quiet Harbour")]


def test_the_newer_names_mean_the_same() -> None:
    """A document in the strict form of the standard reads as one in the older."""
    notes = {"footnotes": note(1, "A note.")}
    body = p(r("One"), style="Balk1") + p(
        r("Text"), ref(1), f'<w:hyperlink r:id="rL1">{r("x", BOLD)}</w:hyperlink>'
    )
    strict = {
        name: str(content)
        .replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, content in parts(body, LINKS, **notes).items()
    }
    assert printed(zipped(strict), "a.docx") == printed(docx(body, LINKS, **notes), "a.docx")


def test_the_main_part_may_have_another_name() -> None:
    """It is the one that the relations of the package name."""
    package = {
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document2.xml")),
        "word/document2.xml": part("document", f"<w:body>{p(r('Text'))}</w:body>"),
    }
    assert printed(zipped(package), "a.docx") == ["Text"]


def test_text_in_a_field_that_never_ends_is_reported() -> None:
    """It is not shown, but not silently."""
    body = p(r("before "), r('<w:fldChar w:fldCharType="begin"/>'), r("swallowed"))
    source = read(docx(body), "a.docx")
    assert [found.code for found in source.diagnostics] == ["hidden-text"]
