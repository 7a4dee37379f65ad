"""Which commentaries the writers are tried with: the seed in small, and odd ones, built by hand."""

from __future__ import annotations

import msgspec

from converter.diagnostics import Code
from converter.model import (
    Block,
    Cell,
    Citation,
    CiteAs,
    Commentary,
    Contributor,
    Evidence,
    Field,
    Footnote,
    Furniture,
    Item,
    Link,
    Marker,
    Metadata,
    Name,
    NoteMarker,
    PageBreak,
    Paragraph,
    PrintedDate,
    Provenance,
    Publisher,
    Reference,
    Rejected,
    Row,
    Section,
    Series,
    SourceRecord,
    Text,
)
from converter.source import Span
from tests.schemas.commentaries import least

SOURCE = SourceRecord("sample.txt", "0" * 64, "text/plain", "utf-8", "1" * 64)
NOWHERE = Span(0, 0)


def provenance(*furniture: Furniture) -> Provenance:
    """Return where everything came from, with these marks of the page."""
    rejected = (Rejected("2026", Span(900, 904), "cite-as"),)
    evidence = (Evidence("/metadata/published", None, "series-year", 0.8, rejected),)
    return Provenance(SOURCE, "0.1.0", "generic", furniture, evidence)


def empty() -> Commentary:
    """Return a commentary of which nothing is known."""
    return change(least(), id="unknown", provenance=provenance())


def change(commentary: Commentary, **fields: object) -> Commentary:
    """Return the commentary with other fields."""
    return msgspec.structs.replace(commentary, **fields)


# --- Parts ------------------------------------------------------------------------------------------------


def paragraph(identifier: str, *content: object, start: int = 0, end: int = 0, **fields: object) -> Block:
    """Return a paragraph of the body."""
    return block("paragraph", identifier, *content, start=start, end=end, **fields)


def block(
    kind: str, identifier: str, *content: object, start: int = 0, end: int = 0, **fields: object
) -> Block:
    """Return a block of the body; bare strings are text."""
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in content)
    span = Span(start, max(start, end))
    return Block(kind, identifier, inlines, plain(inlines), span, **fields)  # type: ignore[arg-type]


def section(
    kind: str, identifier: str, *content: object, start: int = 0, heading: str | None = None
) -> Section:
    """Return a section of the front or back matter; bare strings are text."""
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in content)
    text = "\n".join(filter(None, (heading, plain(inlines))))
    return Section(kind, identifier, heading, text, inlines, Span(start, start + len(text)))  # type: ignore[arg-type]


def plain(content: object) -> str:
    """Return the text of content without markers."""
    return "".join(getattr(part, "text", plain(getattr(part, "content", ()))) for part in content)  # type: ignore[attr-defined]


def marker(label: str, footnote: str | None = None) -> NoteMarker:
    """Return the marker of a note; ``fn1`` for label 1 if nothing else is said."""
    return NoteMarker(f"fn{label}" if footnote is None else footnote or None, label, f"[{label}]")


def note(label: str, *content: object, start: int = 0, citations: tuple[str, ...] = ()) -> Footnote:
    """Return a note; bare strings are text."""
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in content)
    markers = (Marker("p1", 5, Span(start, start + 3)),)
    text = plain(inlines)
    span = Span(start, start + len(text) + 4)
    return Footnote(f"fn{label}", label, "reference", text, inlines, citations, markers, span)  # type: ignore[arg-type]


# --- The seed, in small -----------------------------------------------------------------------------------

TITLE = "A SILENT POWER STRUGGLE CENTERED AROUND THE 'ARAS 2025' MILITARY EXERCISE"
OWN_URL = "https://avim.org.tr/public/en/Yorum/A-SILENT-POWER-STRUGGLE"
MINISTRY = "https://mod.gov.az/az/news/araz-2025-birge-teliminin-acilis-merasimi-kecirilib-video-54772.html"
AGENCY = "https://tr.mehrnews.com/news/1926986/%C4%B0ran-ve-Azerbaycan"

PUBLISHER = Publisher(
    "Center For Eurasian Studies (AVİM)",
    "AVİM",
    "Süleyman Nazif Sok. No: 12/B Daire 3-4 06550 Çankaya-ANKARA / TÜRKİYE",
    "+90 (312) 438 50 23-24",
    "+90 (312) 438 50 26",
    "info@avim.org.tr",
    "http://avim.org.tr",
    ("@avimorgtr",),
)

METADATA = Metadata(
    title=TITLE,
    language="en",
    authors=(Name("İlaha", "Khantamirova", None, "İlaha KHANTAMIROVA"),),
    publisher=PUBLISHER,
    series=Series("Commentary", "2025", "37", "Commentary No.2025 / 37"),
    published=PrintedDate("2025-05-30", "day", "May 30"),
    url=OWN_URL,
    rights="© 2009-2025 Center for Eurasian Studies (AVİM) All Rights Reserved",
)

FRONT = (
    section("title", "title", TITLE, start=2),
    section("byline", "byline", "İlaha KHANTAMIROVA", start=80),
)

BODY = (
    paragraph(
        "p1",
        "The Aras 2025 exercise served to increase mutual trust",
        marker("1"),
        ". Iran and Armenia are neighbours of Azerbaijan",
        marker("2"),
        ".",
        start=110,
        end=300,
    ),
    paragraph("p2", "Their border with Armenia is a military matter", marker("3"), ".", start=310, end=400),
)


def cited(reference: str, title: str, language: str, printed: str, url: str) -> Citation:
    """Return a citation as the seed's notes have them."""
    return Citation(
        reference,
        (
            Field("title", title, language=language, level="a"),
            Text(", "),
            Field("date", "22 May 2025", when="2025-05-22", role="accessed"),
            Text(", "),
            Link(printed, url),
        ),
    )


ARAZ = "Araz-2025 birgə təliminin açılış mərasimi keçirilib"
IRAN_VE = "İran ve Azerbaycan Aras 2025 adlı ortak askeri tatbikat başlattı"
WARNS = "Iran Warns Against Encroachments On Border With Armenia"
SEEN = PrintedDate("2025-05-22", "day", "22 May 2025")

FOOTNOTES = (
    note("1", cited("mod2025araz", ARAZ, "az", MINISTRY, MINISTRY), start=410, citations=("mod2025araz",)),
    note(
        "2",
        cited("mehrnews2025iran", IRAN_VE, "tr", AGENCY + "?utm_source=chatgpt.com", AGENCY),
        start=510,
        citations=("mehrnews2025iran",),
    ),
    note(
        "3",
        cited(
            "azatutyun2025iran",
            WARNS,
            "en",
            "https://www.azatutyun.am/a/33420510.html",
            "https://www.azatutyun.am/a/33420510.html",
        ),
        start=610,
        citations=("azatutyun2025iran",),
    ),
)

REFERENCES = (
    Reference(
        "mod2025araz",
        "webpage",
        title=ARAZ,
        language="az",
        accessed=SEEN,
        url=MINISTRY,
        url_as_printed=MINISTRY,
        literal=f"{ARAZ}, 22 May 2025, {MINISTRY}",
    ),
    Reference(
        "mehrnews2025iran",
        "webpage",
        title=IRAN_VE,
        language="tr",
        accessed=SEEN,
        url=AGENCY,
        literal=IRAN_VE,
    ),
    Reference(
        "azatutyun2025iran",
        "webpage",
        title=WARNS,
        language="en",
        date=SEEN,
        url="https://www.azatutyun.am/a/33420510.html",
        literal=WARNS,
    ),
)

CITE_AS_TEXT = (
    f'KHANTAMIROVA, İlaha. 2026. "{TITLE}." Center For Eurasian Studies (AVİM), Commentary No.2025 / 37. '
    f"May 30. Accessed February 07, 2026. {OWN_URL}"
)
CITE_AS = CiteAs(
    label="To cite this article:",
    literal=CITE_AS_TEXT,
    content=(
        Field("author", "KHANTAMIROVA, İlaha"),
        Text(". "),
        Field("date", "2026", when="2026"),
        Text('. "'),
        Field("title", TITLE, level="a"),
        Text('." '),
        Field("publisher", "Center For Eurasian Studies (AVİM)"),
        Text(", "),
        Field("series", "Commentary", level="s"),
        Text(" No."),
        Field("number", "2025 / 37"),
        Text(". "),
        Field("date", "May 30", when="--05-30"),
        Text(". Accessed "),
        Field("date", "February 07, 2026", when="2026-02-07", role="accessed"),
        Text(". "),
        Link(OWN_URL, OWN_URL),
    ),
    author="KHANTAMIROVA, İlaha",
    year="2026",
    title=TITLE,
    publisher="Center For Eurasian Studies (AVİM)",
    series="Commentary",
    number="2025 / 37",
    date=PrintedDate("--05-30", "day", "May 30"),
    accessed=PrintedDate("2026-02-07", "day", "February 07, 2026"),
    url=OWN_URL,
    span=Span(730, 1000),
)

BACK = (
    section("about-author", "about-author", start=710, heading="About the Author :"),
    section(
        "colophon",
        "colophon",
        Paragraph((Text("Süleyman Nazif Sok. No: 12/B Daire 3-4 06550 Çankaya-ANKARA / TÜRKİYE"),)),
        Paragraph(
            (Text("Tel: +90 (312) 438 50 23-24 • "), Text("Fax:", ("bold",)), Text(" +90 (312) 438 50 26"))
        ),
        Paragraph((Link("http://avim.org.tr", "http://avim.org.tr"),)),
        start=1010,
    ),
)


def seed() -> Commentary:
    """Return the seed with fewer paragraphs and notes."""
    return change(
        empty(),
        id="khantamirova2025silent",
        metadata=METADATA,
        front_matter=FRONT,
        body=BODY,
        footnotes=FOOTNOTES,
        references=REFERENCES,
        cite_as=CITE_AS,
        back_matter=BACK,
        diagnostics=(
            Code.YEAR_CONFLICT.at(Span(760, 764), "/cite_as/year", printed="2026", chosen="2025", reason="x"),
        ),
        provenance=provenance(Furniture("separator", "-", Span(100, 101))),
    )


# --- Odd ones ---------------------------------------------------------------------------------------------


def with_body(
    *blocks: Block, footnotes: tuple[Footnote, ...] = (), furniture: tuple[Furniture, ...] = ()
) -> Commentary:
    """Return a commentary that has a body and little else."""
    return change(empty(), body=blocks, footnotes=footnotes, provenance=provenance(*furniture))


def orphans() -> Commentary:
    """Return one with a marker without a note and a note without a marker."""
    return change(
        with_body(
            paragraph("p1", "Text", marker("9", ""), ".", end=20),
            footnotes=(note("1", "Never called.", start=30),),
        ),
        back_matter=(section("notes-heading", "notes", start=25, heading="Notes"),),
    )


def marker_in_title() -> Commentary:
    """Return one with a starred note on its title and another on its author."""
    star, dagger = NoteMarker("fn-star", "*", "*"), NoteMarker("fn-dagger", "†", "†")
    footnotes = (
        msgspec.structs.replace(note("*", "First published elsewhere."), id="fn-star"),
        msgspec.structs.replace(note("†", "An analyst."), id="fn-dagger"),
    )
    return change(
        with_body(paragraph("p1", "Text.", start=90, end=95), footnotes=footnotes),
        metadata=Metadata(
            title="On Rivers", language="en", authors=(Name("Ada", "Orman", "Dr.", "Dr. Ada ORMAN"),)
        ),
        front_matter=(
            section("title", "title", "On Rivers", star, start=0),
            section("byline", "byline", "By Dr. Ada ORMAN", dagger, " and friends", start=30),
        ),
    )


def nested_headings() -> Commentary:
    """Return one whose headings go down two levels and up again."""
    return with_body(
        paragraph("p1", "Before."),
        block("heading", "h1", "One", level=1),
        paragraph("p2", "In one."),
        block("heading", "h2", "One and a bit", level=3),
        paragraph("p3", "Deep."),
        block("heading", "h3", "Two", level=1),
        paragraph("p4", "In two."),
    )


def all_blocks() -> Commentary:
    """Return one with every kind of block, each with a note inside."""
    return with_body(
        block(
            "list",
            "l1",
            Item((Text("first"), marker("1")), "1)"),
            Item((Text("second"),), "2)"),
            ordered=True,
        ),
        block("list", "l2", Item((Text("loose"),))),
        block(
            "table",
            "t1",
            Paragraph((Text("A caption"),)),
            Row((Cell((Text("a"),)), Cell((Text("b"), marker("2"))))),
            Row((Cell((Text("c"),)), Cell((Text("d"),)))),
        ),
        block("figure", "f1", "A map of ", Text("Ardabil", ("italic",)), marker("3")),
        block(
            "quote",
            "q1",
            Paragraph((Text("One said."),)),
            Paragraph((Text("Another too"), marker("4"), Text("."))),
        ),
        block("quote", "q2", "A short one."),
        paragraph(
            "p1",
            Text("marked", ("bold", "italic")),
            " and ",
            Text("söz", language="az"),
            " and ",
            marker("5"),
        ),
        footnotes=(
            note("1", "A."),
            note("2", Paragraph((Text("First paragraph."),)), Paragraph((Text("Second."),))),
            note("3", "See the other", marker("1"), "."),
            note("4", Text("D", ("italic",)), "."),
            note("5", Link("here", "https://example.org/x y")),
        ),
    )


def furniture_everywhere() -> Commentary:
    """Return one with marks of the page in front, between and inside blocks, and at the end."""
    marks = (
        Furniture("running-head", "HEAD", Span(0, 4)),
        Furniture("navigation", "Home > News", Span(5, 10)),
        Furniture("separator", "-", Span(30, 31)),
        Furniture("page-number", "1", Span(70, 71)),
        Furniture("running-head", "HEAD AGAIN", Span(72, 80)),
        Furniture("separator", "***", Span(120, 123)),
        Furniture("page-number", "2", Span(300, 301)),
    )
    split = paragraph(
        "p1", "before ", PageBreak("1"), "behind", start=40, end=110, spans=(Span(40, 60), Span(90, 110))
    )
    return change(
        with_body(split, paragraph("p2", "next", start=130, end=140), furniture=marks),
        front_matter=(section("title", "title", "Title", start=12),),
    )


def furniture_at_three_breaks() -> Commentary:
    """Return one whose paragraph runs over three pages, with a mark at the second break only."""
    pieces = (Span(0, 10), Span(20, 30), Span(40, 50))
    split = paragraph("p1", "a ", PageBreak(), "b ", PageBreak(), "c", start=0, end=50, spans=pieces)
    return with_body(split, furniture=(Furniture("page-number", "7", Span(33, 34)),))


def two_markers_one_note() -> Commentary:
    """Return one that refers to its only note twice."""
    return with_body(
        paragraph("p1", "Once", marker("1"), "."),
        paragraph("p2", "Twice", marker("1"), "."),
        footnotes=(note("1", "Note."),),
    )


def circular_notes() -> Commentary:
    """Return one whose two notes refer to each other."""
    return with_body(
        paragraph("p1", "Text", marker("1"), "."),
        footnotes=(note("1", "See ", marker("2"), "."), note("2", "See ", marker("1"), ".", start=50)),
    )


def corporate_author() -> Commentary:
    """Return one by a body, with a translator, keywords, an abstract and a line behind it."""
    return change(
        with_body(paragraph("p1", "Text.", start=200, end=205)),
        id="lodestar2023water",
        metadata=Metadata(
            title="Water",
            subtitle="A second look",
            language="en",
            authors=(Name(None, None, None, "Lodestar Institute"),),
            contributors=(Contributor("translator", "Ada", "Orman", "Ada Orman"),),
            published=PrintedDate("2023-04", "month", "April 2023"),
            doi="10.5555/lodestar.2023_4",
            keywords=("water", "borders"),
        ),
        front_matter=(
            section("title", "title", "Water", start=0),
            section("subtitle", "subtitle", "A second look", start=10),
            section("date", "date", "April 2023", start=30),
            section("series", "series", "Notes 4", start=40),
            section("line", "line1", "Read online", start=50),
            section("abstract", "abstract", "In short.", start=60, heading="Abstract"),
            section("keywords", "keywords", "water, borders", start=80, heading="Keywords"),
            section("line", "line2", "Translated by Ada Orman", start=100),
            section("line", "line3", "Not for sale", start=130),
        ),
        back_matter=(
            section("line", "line4", "The end", start=300),
            section(
                "cite-as",
                "cite-as-2",
                Field("author", "Lodestar"),
                ", ",
                Field("title", "Su", language="tr"),
                start=320,
                heading="Künye:",
            ),
        ),
    )


def many_references() -> Commentary:
    """Return one that cites a work of every kind, some of them hardly known."""
    anna = Name("Anna", "de Vries", None, "Anna de Vries")
    council = Name(None, None, None, "River Council")
    year = PrintedDate("2020", "year", "2020")
    return change(
        with_body(paragraph("p1", "Text.")),
        references=(
            Reference(
                "vries2020dams",
                "article-journal",
                title="Dams",
                author=(anna,),
                container="Water & Law",
                volume="3",
                issue="2",
                page="1-9",
                issued=year,
                doi="10.5555/d_1",
                language="en",
            ),
            Reference(
                "vries2020book",
                "book",
                title="The Book of Dams",
                author=(anna, council),
                publisher="Example Press",
                publisher_place="Utrecht",
                issued=year,
            ),
            Reference(
                "vries2020chapter",
                "chapter",
                title="A Chapter",
                author=(anna,),
                editor=(council,),
                container="A Book",
                page="5",
                issued=year,
            ),
            Reference(
                "council2020report",
                "report",
                title="A Report",
                author=(council,),
                genre="Brief",
                number="12",
                publisher="River Council",
                issued=year,
            ),
            Reference("vries2020untitled", "book", author=(anna,), literal="De Vries, 2020 {sic}."),
            Reference("nothing", "webpage", literal="ibid."),
            Reference("bad", "webpage", title="Bad address", url="javascript:alert(1)"),
            Reference(
                "treaty1921",
                "treaty",
                title="Treaty of Kars",
                date=PrintedDate("1921-10-13", "day", "13 October 1921"),
                language="und",
            ),
        ),
    )


ODD = {
    "empty": empty,
    "seed": seed,
    "orphans": orphans,
    "marker in title": marker_in_title,
    "nested headings": nested_headings,
    "all blocks": all_blocks,
    "furniture everywhere": furniture_everywhere,
    "furniture at three breaks": furniture_at_three_breaks,
    "two markers, one note": two_markers_one_note,
    "circular notes": circular_notes,
    "corporate author": corporate_author,
    "many references": many_references,
}
