"""What is printed on the pages of a PDF, read in order: pages drawn by hand, each with one thing on it."""

from __future__ import annotations

from textwrap import wrap

import pytest

from converter.analysis import analyse
from converter.readers import read
from converter.source import Source
from tests.readers.pdf.pages import ADVANCE, LEADING, LEFT, PROSE, SIZE, TOP, Leaf, written

FULL = " ".join(PROSE)


def source_of(*leaves: Leaf, information: str = "") -> Source:
    """Read pages."""
    return read(written(leaves, information=information), "page.pdf")


def texts(source: Source, *, furniture: bool = False) -> list[str]:
    """Return the texts of the blocks, or those that are no part of the text."""
    return [
        source.text[block.start : block.end]
        for block in source.blocks
        if block.runs and bool(block.furniture) is furniture
    ]


def prose_leaf(y: float = TOP) -> tuple[Leaf, float]:
    """Return a page with one paragraph, and the height below it."""
    leaf = Leaf()
    return leaf, leaf.lines(y, PROSE)


def test_lines_are_paragraphs_by_gap_indent_and_short_last_lines() -> None:
    """A gap, an indent and a line that ends early each part paragraphs."""
    leaf, y = prose_leaf()
    y = leaf.lines(y - LEADING, PROSE)
    y = leaf.lines(y, wrap(f"{FULL} And here it ends.", 74), indent=15)
    leaf.lines(y, PROSE, indent=15)
    assert texts(source_of(leaf)) == [FULL, FULL, f"{FULL} And here it ends.", FULL]


def test_two_columns_are_read_one_after_the_other_whatever_the_order_of_the_file() -> None:
    """The file has the lines across the page; a title that spans both columns stands first."""
    leaf = Leaf()
    leaf.text(LEFT, TOP, "A Title That Spans Both of the Two Columns", 20, "F2")
    words = [f"word{number} in a line of its column" for number in range(12)]
    for number, line in enumerate(words):
        leaf.text(LEFT, TOP - 40 - number * LEADING, f"left {line}")
        leaf.text(320, TOP - 40 - number * LEADING, f"right {line}")
    title, *rest = texts(source_of(leaf))
    assert title == "A Title That Spans Both of the Two Columns"
    assert " ".join(rest) == " ".join(
        [f"left {line}" for line in words] + [f"right {line}" for line in words]
    )


def noted(size: float = 8) -> Leaf:
    """Return a page with a marker and its note at the foot."""
    leaf, y = prose_leaf()
    with_marker(leaf, y, " and goes on behind it.")
    leaf.text(LEFT, 100, "1", 5.5)
    leaf.text(
        LEFT + 5, 97, "Jane Doe, The Quiet Harbour, Northport, Quayside Books, 2019, p. 4, with a", size
    )
    leaf.text(LEFT, 88, "second line.", size)
    return leaf


def with_marker(leaf: Leaf, y: float, rest: str) -> None:
    """Print a line with a raised figure in it."""
    words = "It ends with a marker"
    leaf.text(LEFT, y, words)
    leaf.text(LEFT + len(words) * ADVANCE * SIZE, y + 3.5, "1", 6)
    leaf.text(LEFT + (len(words) + 0.7) * ADVANCE * SIZE, y, rest)


@pytest.mark.parametrize("size", [8, 10])
def test_notes_at_the_foot_of_a_page_are_notes_and_their_marks_markers(size: float) -> None:
    """A raised figure is a marker where a note at the foot has it, in small print or in that of the text."""
    source = source_of(noted(size))
    assert texts(source)[1].endswith("It ends with a marker1 and goes on behind it.")
    (note,) = [block for block in source.blocks if block.note]
    assert (note.note, source.text[note.runs[0].start : note.runs[0].end]) == ("1", "1")
    assert source.text[note.start : note.end] == (
        "1 Jane Doe, The Quiet Harbour, Northport, Quayside Books, 2019, p. 4, with a second line."
    )
    markers = [run for block in source.blocks if not block.note for run in block.runs if run.marker]
    assert [(source.text[run.start : run.end], run.marks) for run in markers] == [("1", ("superscript",))]


def test_notes_of_the_size_of_the_text_need_no_raised_labels() -> None:
    """Below a gap, counted through, each with a raised figure on the page: so word processors print."""
    leaf, y = prose_leaf()
    with_marker(leaf, y, " and goes on behind it.")
    leaf.text(LEFT, 112, "1 Jane Doe, The Quiet Harbour, Northport, Quayside Books, 2019, p. 4.")
    source = source_of(leaf)
    (note,) = [block for block in source.blocks if block.note]
    assert source.text[note.start : note.end].startswith("1 Jane Doe, The Quiet Harbour")


def test_a_text_that_is_shorter_than_its_notes_is_no_heading() -> None:
    """Most characters are those of the notes; the size of the text is another."""
    leaf = Leaf()
    y = leaf.lines(TOP, PROSE[:3], size=11)
    y = leaf.lines(y, wrap(FULL, 66), size=11, indent=15)
    notes = [f"[{number}] {FULL}" for number in (1, 2, 3)]
    for note in notes:
        y = leaf.lines(y - 4, wrap(note, 84), size=9)
    kinds = [block.kind for block in source_of(leaf).blocks]
    assert kinds == ["text"] * 5


def test_a_letter_without_a_name_is_told_with_its_place() -> None:
    """The page shows a letter, and the file does not say which."""
    leaf, y = prose_leaf()
    leaf.text(LEFT, y - 30, "Har\x01bour")
    source = source_of(leaf)
    (found,) = [one for one in source.diagnostics if one.code == "letter-unknown"]
    assert found.span is not None
    assert source.text[found.span.start : found.span.end] == "Har\ufffdbour"


def test_a_list_of_numbers_below_a_gap_is_no_note() -> None:
    """No raised figure of the page answers to it."""
    leaf, _ = prose_leaf()
    leaf.text(LEFT, 112, "1 The first of the points.")
    leaf.text(LEFT, 100, "2 The second of the points.")
    assert [block for block in source_of(leaf).blocks if block.note] == []


def test_small_print_far_above_the_notes_is_none_of_them() -> None:
    """An address below the text is no end of a note of the page before."""
    leaf, y = prose_leaf()
    with_marker(leaf, y, " and goes on behind it.")
    leaf.text(LEFT, y - 30, "12 Quay Street, Northport", 8)
    leaf.text(LEFT, 97, "1. Jane Doe, The Quiet Harbour, 2019, p. 4.", 8)
    leaf.text(LEFT, 87, "© 2020 Example House", 8)
    source = source_of(leaf)
    notes = [source.text[block.start : block.end] for block in source.blocks if block.note]
    assert notes == ["1. Jane Doe, The Quiet Harbour, 2019, p. 4."]
    assert {"12 Quay Street, Northport", "© 2020 Example House"} < set(texts(source))


def test_a_short_line_behind_a_sentence_stands_alone() -> None:
    """Neither a gap nor an indent shows it, and the line before is full; no sentence ends with it."""
    leaf = Leaf()
    full = [*PROSE[:-1], "and the board had never failed to answer that all of it was as deep as ever."]
    y = leaf.lines(TOP, full)
    y = leaf.lines(y, ["About the Author"])
    leaf.lines(y, PROSE)
    assert texts(source_of(leaf)) == [" ".join(full), "About the Author", FULL]


def test_a_small_line_in_the_margin_of_a_lone_page_is_a_running_head() -> None:
    """No other page repeats it; it stands far above the text."""
    leaf, _ = prose_leaf(700)
    leaf.text(LEFT, 800, "Example Review", 7)
    assert texts(source_of(leaf), furniture=True) == ["Example Review"]


def test_a_note_goes_on_over_the_page_and_the_paragraph_above_it_too() -> None:
    """Both halves are one, and the page break stands inside the paragraph."""
    first, y = prose_leaf()
    with_marker(first, y, " and goes on to the very edge of it, and then overleaf")
    first.text(LEFT, 100, "1", 5.5)
    first.text(
        LEFT + 5, 97, "Jane Doe, The Quiet Harbour, Northport, Quayside Books, 2019, p. 4, in a note", 8
    )
    second = Leaf()
    second.lines(TOP, PROSE[1:])
    second.text(LEFT, 97, "that goes over to the next page.", 8)
    source = source_of(first, second)
    (note,) = [block for block in source.blocks if block.note]
    assert source.text[note.start : note.end].endswith("in a note that goes over to the next page.")
    assert [block.continues for block in source.blocks if block.continues is not None] == [" "]
    paragraph = analyse(source).body[-1]
    assert paragraph.text.endswith(f"and then overleaf {' '.join(PROSE[1:])}")
    assert len(paragraph.spans) == 2


def leaf_about(what: str, number: int) -> Leaf:
    """Return a page of its own words, whose one note has the label 1."""
    leaf = Leaf()
    y = leaf.lines(
        TOP, wrap(FULL.replace("harbour", what).replace("spring", f"year 200{number}"), 76 - number)
    )
    with_marker(leaf, y, f" and goes on about the {what}.")
    leaf.text(LEFT, 100, "1", 5.5)
    leaf.text(LEFT + 5, 97, f"Jane Doe, The Quiet {what.title()}, Northport, Quayside Books, 201{number}.", 8)
    return leaf


def test_notes_that_are_numbered_anew_on_every_page_are_those_of_its_markers() -> None:
    """The label is 1 on each page, and the marker of a page refers to the note at its foot."""
    about = ("harbour", "railway", "market")
    commentary = analyse(source_of(*[leaf_about(what, at) for at, what in enumerate(about)]))
    assert [("1", f"The Quiet {what.title()}") for what in about] == [
        (note.label, note.text.split(", ")[1]) for note in commentary.footnotes
    ]
    blocks = {marker.block for note in commentary.footnotes for marker in note.markers}
    assert len(blocks) == len(about)


def test_what_is_drawn_as_one_thing_is_read_where_it_stands() -> None:
    """A form of the file is text like any other."""
    leaf, y = prose_leaf()
    leaf.form = Leaf()
    leaf.drawn.append("/X1 Do")
    leaf.form.lines(y - LEADING, PROSE)
    assert texts(source_of(leaf)) == [FULL, FULL]


def test_running_heads_and_page_numbers_are_set_aside() -> None:
    """What stands at one height on the pages is kept as furniture; the paragraph goes on across it."""
    leaves = []
    for number in range(1, 4):
        leaf = Leaf()
        leaf.lines(TOP - 40, PROSE[number : number + 2])
        leaf.text(LEFT, 800, "Northgate Review, May 2025", 8)
        leaf.text(290, 40, f"- {number} -", 8)
        leaves.append(leaf)
    source = source_of(*leaves)
    kinds = [
        (block.furniture, source.text[block.start : block.end]) for block in source.blocks if block.furniture
    ]
    assert kinds == [
        mark
        for number in (1, 2, 3)
        for mark in (("running-head", "Northgate Review, May 2025"), ("page-number", f"- {number} -"))
    ]
    assert " ".join(texts(source)) == " ".join(" ".join(PROSE[number : number + 2]) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("elsewhere", "joined", "codes"),
    [
        ("The harbour has a deepwater quay.", "the deepwater quay", {"hyphen-joined"}),
        ("The harbour has a deep-water quay.", "the deep-water quay", set()),
        ("The deep harbour has water enough.", "the deep-water quay", {"hyphen-kept"}),
    ],
)
def test_a_hyphen_at_a_line_end_is_joined_as_the_rest_of_the_document_has_the_word(
    elsewhere: str, joined: str, codes: set[str]
) -> None:
    """Where nothing shows what it is, it is kept, and that is a finding."""
    leaf = Leaf()
    y = leaf.lines(
        TOP, [*PROSE[:2], "for they had asked for it in every report that was sent about the deep-"]
    )
    y = leaf.lines(y, ["water quay."])
    leaf.lines(y - LEADING, [elsewhere])
    source = source_of(leaf)
    assert joined in texts(source)[0]
    assert {finding.code for finding in source.diagnostics} == codes
    places = [finding.span for finding in source.diagnostics if finding.span]
    assert all(source.text[place.start : place.end] in joined for place in places)
    assert len(places) == len(codes)


def test_titles_are_headings_and_their_letters_words() -> None:
    """Size and weight make a heading; letters set apart are one word; bold is no mark of a heading."""
    leaf = Leaf()
    leaf.text(LEFT, TOP, "THE QUIET HARBOUR", 20, "F2", before="6 Tc")
    y = leaf.lines(TOP - 40, PROSE)
    leaf.text(LEFT, y - LEADING, "What the pilots say", SIZE, "F2")
    leaf.lines(y - 3 * LEADING, PROSE)
    source = source_of(leaf)
    assert [
        (block.level, source.text[block.start : block.end], {run.marks for run in block.runs})
        for block in source.blocks
        if block.kind == "heading"
    ] == [(1, "THE QUIET HARBOUR", {()}), (2, "What the pilots say", {()})]


def test_a_drop_capital_belongs_to_its_word() -> None:
    """The lines beside it are not indented."""
    leaf = Leaf()
    leaf.text(LEFT, TOP - LEADING, "T", 30)
    leaf.text(LEFT + 20, TOP, PROSE[0][1:])
    leaf.text(LEFT + 20, TOP - LEADING, PROSE[1])
    leaf.lines(TOP - 2 * LEADING, PROSE[2:])
    assert texts(source_of(leaf)) == [FULL]


def test_bold_italic_and_links_are_kept() -> None:
    """A link covers the words that its place covers."""
    leaf, y = prose_leaf()
    y -= LEADING
    at = [LEFT + letters * ADVANCE * SIZE for letters in (0, 7, 20, 24, 32)]
    leaf.text(at[0], y, "It was ")
    leaf.text(at[1], y, "not foreseen", SIZE, "F3")
    leaf.text(at[2], y, "and see this page of ours.")
    leaf.links.append((at[3], y - 2, at[4], y + 9, "https://harbour.example/page"))
    source = source_of(leaf)
    runs = [
        (source.text[run.start : run.end].strip(), run.marks, run.target) for run in source.blocks[1].runs
    ]
    assert ("not foreseen", ("italic",), None) in runs
    assert [(words, target) for words, _, target in runs if target] == [
        ("see this", "https://harbour.example/page")
    ]


def test_rows_of_a_table_have_cells() -> None:
    """Three lines and more that are cut at the same places are a table."""
    leaf, y = prose_leaf()
    for number, cells in enumerate(
        [("Year", "Ships", "Tons"), ("2019", "41", "1200"), ("2020", "39", "1100")]
    ):
        for x, cell in zip((LEFT, 200, 300), cells, strict=True):
            leaf.text(x, y - LEADING * (number + 1), cell)
    source = source_of(leaf)
    assert [source.text[block.start : block.end] for block in source.blocks if block.kind == "row"] == [
        "| Year | Ships | Tons |",
        "| 2019 | 41 | 1200 |",
        "| 2020 | 39 | 1100 |",
    ]


def test_turned_and_hidden_text_is_kept_beside_the_text() -> None:
    """A stamp up the margin and hidden words are no part of the text where most is shown upright."""
    leaf, y = prose_leaf()
    leaf.text(30, 300, "Draft of 3 May", turned="0 1 -1 0")
    leaf.text(LEFT, y, "Hidden words", before="3 Tr")
    source = source_of(leaf)
    assert texts(source) == [FULL]
    assert texts(source, furniture=True) == ["Draft of 3 May", "Hidden words"]


def test_the_text_of_a_scanned_page_is_hidden_and_read() -> None:
    """Where all is hidden it is what text recognition found under the picture."""
    leaf = Leaf()
    for number, line in enumerate(PROSE):
        leaf.text(LEFT, TOP - number * LEADING, line, before="3 Tr")
    assert texts(source_of(leaf)) == [FULL]


def test_a_page_that_is_printed_sideways_is_read_as_it_runs() -> None:
    """Its lines run up the page."""
    leaf = Leaf()
    for number, line in enumerate(PROSE):
        leaf.text(100 + number * LEADING, 72, line, turned="0 1 -1 0")
    assert texts(source_of(leaf)) == [FULL]


def test_accents_that_are_printed_as_signs_of_their_own_go_to_their_letters() -> None:
    """Old fonts print a letter and the accent over or under it."""
    leaf = Leaf()
    leaf.lines(TOP, ["Re\xb4sume\xb4 and Gen\xe8ve of the \xb8cocuk and 5 \xb8 u\xa8ber allem"])
    assert texts(source_of(leaf)) == ["Résumé and Genève of the çocuk and 5 ¸ über allem"]


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang="x-default">A Quiet Harbour</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li><rdf:li>admin</rdf:li></rdf:Seq></dc:creator>
<prism:doi>10.5555/12345</prism:doi></rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_an_xmp_packet_gives_clues_behind_the_document_information() -> None:
    """Title, persons and DOI; a packet that is no XML, or declares entities, gives none."""
    leaf, _ = prose_leaf()
    content = written([leaf])
    said = [(clue.field, clue.value) for clue in read(content + XMP.encode(), "page.pdf").clues]
    assert said == [("title", "A Quiet Harbour"), ("author", "Jane Doe"), ("doi", "10.5555/12345")]
    for broken in (XMP.replace("</dc:title>", ""), XMP.replace("A Quiet", "&x; Quiet")):
        assert read(content + broken.encode(), "page.pdf").clues == ()


def test_what_the_file_says_of_itself_is_a_clue_unless_a_program_wrote_it() -> None:
    """A title that is a file name says nothing."""
    leaf, _ = prose_leaf()
    clues = source_of(leaf, information="/Title(The Quiet Harbour)/Author(Jane Doe; John Smith)").clues
    assert [(clue.field, clue.value) for clue in clues] == [
        ("title", "The Quiet Harbour"),
        ("author", "Jane Doe"),
        ("author", "John Smith"),
    ]
    assert source_of(leaf, information="/Title(Microsoft Word - x.docx)/Author(user)").clues == ()
