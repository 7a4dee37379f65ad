"""Commentaries built by hand: the least that the model can say, and one that says everything it can."""

from __future__ import annotations

import msgspec

from converter.diagnostics import Diagnostic
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
from converter.source import Clue, Span

HERE = Span(3, 9)
SOURCE = SourceRecord("harbour.txt", "5f" * 32, "text/plain", "utf-8", "a0" * 32)
TOLD = msgspec.structs.replace(SOURCE, clues=(Clue("author", "Ada Orman", "meta citation_author"),))
TITLE = Text("The Quiet Harbour")
ADDRESS = Link("https://example.org/a?utm_source=x", "https://example.org/a", ("italic",))


def least() -> Commentary:
    """Return a commentary of which nothing is known."""
    return Commentary(
        id="anon",
        metadata=Metadata(),
        front_matter=(),
        body=(),
        footnotes=(),
        references=(),
        cite_as=None,
        back_matter=(),
        diagnostics=(),
        provenance=Provenance(SOURCE, "0.1.0", "generic", (), ()),
    )


def fullest() -> Commentary:
    """Return a commentary that fills every field and holds every kind of part."""
    return Commentary(
        id="vestergaard2025quiet",
        metadata=metadata(),
        front_matter=front_matter(),
        body=body(),
        footnotes=footnotes(),
        references=(reference(), Reference("note2", "document", literal="A. Writer, “Tides”")),
        cite_as=cite_as(),
        back_matter=back_matter(),
        diagnostics=(
            Diagnostic(
                "year-conflict", "warning", "printed 2026, taken as 2025", HERE, "/metadata/published"
            ),
            Diagnostic("missing-url", "info", "no address of the document found"),
        ),
        provenance=provenance(),
    )


def metadata() -> Metadata:
    """Return a description with every field."""
    return Metadata(
        title="The Quiet Harbour",
        subtitle="Ferries and Neighbours",
        language="en",
        authors=(
            Name("Ilse", "Vestergaard", "Dr.", "Dr. Ilse VESTERGAARD", "Harbour Institute"),
            Name(None, None, None, "Harbour Study Group"),
        ),
        contributors=(Contributor("translator", "Marta", "Ellingsen", "Marta ELLINGSEN"),),
        publisher=Publisher(
            "Harbour Institute (HI)",
            "HI",
            "1 Quay\nPort",
            "+0 1",
            "+0 2",
            "hi@example.org",
            "example.org",
            ("@hi",),
        ),
        series=Series("Commentary", "2025", "37", "Commentary No.2025 / 37"),
        published=PrintedDate("2025-05-30", "day", "30 May 2025"),
        original_published=PrintedDate("2024-11", "month"),
        url="https://example.org/commentary/37#top",
        doi="10.1234/harbour.37",
        rights="© 2009-2025 Harbour Institute",
        keywords=("ferries", "neighbours"),
    )


def front_matter() -> tuple[Section, ...]:
    """Return one section of every type that front matter knows."""
    types = ("title", "subtitle", "byline", "date", "series", "abstract", "keywords", "line")
    mark = NoteMarker("fn1", "*", "*")
    return tuple(
        Section(kind, f"f{at}", None, TITLE.text, (TITLE, mark), HERE) for at, kind in enumerate(types)
    )


def body() -> tuple[Block, ...]:
    """Return one block of every type, with every kind of inline."""
    sentence = (
        TITLE,
        NoteMarker("fn1", "1", "[1]"),
        Text(" und mehr", ("bold",), "de"),
        PageBreak("2"),
        ADDRESS,
    )
    return (
        Block("heading", "p1", (TITLE,), TITLE.text, HERE, level=1),
        Block("paragraph", "p2", sentence, "The Quiet Harbour und mehr", HERE, (Span(3, 5), Span(7, 9))),
        Block("list", "p3", (Item((TITLE,), "1)"), Item((ADDRESS,))), "a\nb", HERE, ordered=True),
        Block("quote", "p4", (TITLE, PageBreak()), TITLE.text, HERE),
        Block(
            "table", "p5", (Paragraph((TITLE,)), Row((Cell((TITLE,)), Cell(())))), "The Quiet Harbour ", HERE
        ),
        Block("figure", "p6", (NoteMarker(None, "9", "[9]"),), "", HERE),
    )


def footnotes() -> tuple[Footnote, ...]:
    """Return notes with citations, in one paragraph and in several."""
    parts = (
        Field("author", "A. Writer"),
        Text(", "),
        Field("title", "Tides", "en", "a"),
        Field("date", "22 May 2025", when="2025-05-22", role="accessed"),
        Field("issue", "3", unit="issue"),
        ADDRESS,
    )
    cited = Citation("writer2025tides", parts)
    return (
        Footnote(
            "fn1",
            "1",
            "reference",
            "A. Writer, Tides",
            (cited,),
            (cited.reference,),
            (Marker("p2", 17, HERE),),
            HERE,
        ),
        Footnote(
            "fn2", "*", "comment", "a\nb", (Paragraph((TITLE, cited)), Paragraph((ADDRESS,))), (), (), HERE
        ),
    )


def reference() -> Reference:
    """Return a cited work with every field."""
    return Reference(
        id="writer2025tides",
        type="article-journal",
        title="Tides",
        language="en",
        author=(Name("A.", "Writer", None, "A. Writer"),),
        editor=(Name("B.", "Reader", None, "B. Reader"),),
        container="Journal of Invented Studies",
        publisher="Example Press",
        publisher_place="Port",
        genre="Commentary",
        number="7",
        volume="12",
        issue="3",
        page="45-61",
        issued=PrintedDate("2025", "year", "2025"),
        accessed=PrintedDate("2025-05-22", "day", "22 May 2025"),
        date=PrintedDate("2025-05", "month", "May 2025"),
        url="https://example.org/a",
        url_as_printed="https://example.org/a?utm_source=x",
        doi="10.1234/tides",
        literal="A. Writer, “Tides”",
    )


def cite_as() -> CiteAs:
    """Return a cite-as block with every field and a day without a year."""
    return CiteAs(
        label="To cite this article:",
        literal="VESTERGAARD, Ilse. 2026.",
        content=(
            Field("author", "VESTERGAARD, Ilse"),
            Text(". "),
            Field("date", "May 30", when="--05-30"),
            ADDRESS,
        ),
        author="VESTERGAARD, Ilse",
        year="2026",
        title="The Quiet Harbour",
        publisher="Harbour Institute",
        series="Commentary",
        number="2025 / 37",
        date=PrintedDate("--05-30", "day", "May 30"),
        accessed=PrintedDate("2026-02-07", "day", "February 07, 2026"),
        url="https://example.org/commentary/37",
        span=HERE,
    )


def back_matter() -> tuple[Section, ...]:
    """Return one section of every type that back matter knows."""
    types = ("about-author", "cite-as", "colophon", "notes-heading", "line")
    content = (
        Paragraph((TITLE, ADDRESS)),
        Field("publisher", "Harbour Institute"),
        Item((TITLE,)),
        Row((Cell(()),)),
    )
    return tuple(Section(kind, f"b-{kind}", "About", "About", content, HERE) for kind in types)


def provenance() -> Provenance:
    """Return a provenance with furniture, and with evidence that rejected candidates."""
    lost = (Rejected("2026", HERE, "cite-as-year"), Rejected("2024", None, "file-name"))
    return Provenance(
        source=TOLD,
        converter="0.1.0",
        profile="generic",
        furniture=(Furniture("separator", "-", HERE),),
        evidence=(
            Evidence("/metadata/published", HERE, "series-year", 0.9, lost),
            Evidence("/metadata/authors/0/family", None, "file-name", 1.0),
        ),
    )
