"""Notes that are numbered anew by section or by page: each marker finds the note of its own numbering."""

from __future__ import annotations

import pytest

from converter.model import Commentary
from converter.pipeline import convert_text

QUAY = (
    "The first quay was begun when the grain fleet still called at the island twice a year, and so it stands."
)
FLEET = (
    "Nobody doubted that the second quay would pay for itself, least of all the council, which is dissolved."
)
PIER = (
    "Первый причал начали строить, когда зерновой флот ещё заходил на остров, и никто в этом не сомневался."
)
RIHTIM = (
    "İlk rıhtım, buğday filosunun adaya yılda iki kez uğradığı günlerde yapılmaya başlandı ve öyle kaldı."
)


def read(*blocks: str) -> Commentary:
    """Convert a commentary of these blocks, each with an empty line around it."""
    document = convert_text("\n\n".join(["THE TWO QUAYS", "Ada ORMAN", *blocks])).commentary
    assert not [
        one for one in document.diagnostics if one.severity == "error" and one.code != "orphan-marker"
    ]
    return document


def linked(document: Commentary) -> list[str]:
    """Return, for each note in order, its id, its label, and the words before its markers."""
    texts = {block.id: block.text for block in document.body}
    return [
        f"{note.id} {note.label} {note.text.split(',')[0]} < "
        + " ".join(texts[marker.block][: marker.offset].split()[-1] for marker in note.markers)
        for note in document.footnotes
    ]


def codes(document: Commentary) -> set[str]:
    """Return the codes of the findings on notes and markers."""
    kinds = ("note", "orphan-", "marker-")
    return {finding.code for finding in document.diagnostics if finding.code.startswith(kinds)}


BY_SECTION = [
    "fn1 1 Alpha < stands.",
    "fn2 2 Beta < dissolved.",
    "fn3 1 Gamma < north.",
    "fn4 2 Delta < south.",
]
FIRST = f"{QUAY}[1] {FLEET}[2]"
SECOND = f"{FLEET} It lies to the north.[1] {QUAY} That was to the south.[2]"
NOTES = ("[1] Alpha, p. 3.", "[2] Beta, p. 4.")
MORE = ("[1] Gamma, p. 5.", "[2] Delta, p. 6.")


def dotted(notes: tuple[str, ...]) -> list[str]:
    """Write the labels `1.` and not `[1]`."""
    return [note.strip("[").replace("]", ".", 1) for note in notes]


@pytest.mark.parametrize(
    "blocks",
    [
        (FIRST, "**Notes:**", *NOTES, "## The south", SECOND, "**Notes:**", *MORE),
        (FIRST, *NOTES, "The South", SECOND, *MORE),
        ("1. The North", FIRST, "2. The South", SECOND, "Notes", *NOTES, *MORE),
        ("The North", FIRST, "The South", SECOND, "Notes", "The North", *NOTES, "The South", *MORE),
        (FIRST, "The South", SECOND, "Notes", *dotted(NOTES + MORE)),
        (FIRST, "\n".join(NOTES), "- 1 -", SECOND, "\n".join(MORE), "- 2 -"),
    ],
    ids=["headed", "under the section", "one list", "one list with titles", "plain figures", "by page"],
)  # fmt: skip
def test_a_marker_belongs_to_the_notes_of_its_section(blocks: tuple[str, ...]) -> None:
    """Ids run on, labels are as printed, and that the numbering begins anew is told."""
    document = read(*blocks)
    assert BY_SECTION == linked(document)
    assert {"notes-numbered-anew"} == codes(document)


def test_figures_glued_to_stops_begin_anew_as_the_notes_do() -> None:
    """`stands.1 … dissolved.2 … north.1`: markers that count as the notes do are no doubt."""
    first, second = (text.replace("[", "").replace("]", "") for text in (FIRST, SECOND))
    document = read(first, "The South", second, "Notes", *dotted(NOTES + MORE))
    assert BY_SECTION == linked(document)
    assert {"notes-numbered-anew"} == codes(document)


@pytest.mark.parametrize(("text", "heading"), [(PIER, "Примечания"), (RIHTIM, "Dipnotlar")])
def test_a_marker_that_its_section_has_no_note_for_is_an_orphan(text: str, heading: str) -> None:
    """The third marker of the first section is not given the third note of the second."""
    first = f"{text}[1] {text}[2] {text}[3]"
    notes = ("[1] Alpha", "[2] Beta")
    more = ("[1] Gamma", "[2] Delta", "[3] Omega")
    document = read(first, heading, *notes, "II.", first, heading, *more)
    assert [1, 1, 1, 1, 1] == [len(note.markers) for note in document.footnotes]
    assert {"notes-numbered-anew", "orphan-marker"} == codes(document) - {"note-uncertain"}


def test_where_a_list_of_notes_is_missing_the_markers_are_doubtful() -> None:
    """The markers count from 1 twice, the notes once: what the second ones mean is not sure."""
    document = read(FIRST, "The South", SECOND, "Notes", *NOTES)
    assert ["fn1 1 Alpha < stands. north.", "fn2 2 Beta < dissolved. south."] == linked(document)
    assert {"marker-uncertain", "note-cited-again"} == codes(document)


def test_a_section_may_have_a_single_note() -> None:
    """A lone `[1]` behind a section is its note, not a marker that opens a paragraph."""
    document = read(
        FIRST, *NOTES, "The South", f"{QUAY}[1]", "[1] Gamma", "The East", SECOND, "[1] Delta", "[2] Eta"
    )
    assert ["1", "2", "1", "1", "2"] == [note.label for note in document.footnotes]
    assert [1, 1, 1, 1, 1] == [len(note.markers) for note in document.footnotes]


def test_a_paragraph_goes_on_behind_the_notes_of_its_page() -> None:
    """What the notes of a page cut is one paragraph; the markers of its halves have their own notes."""
    cut = f"{FIRST} What lies between the two is told in the"
    document = read(cut, "\n".join(NOTES), "- 1 -", f"pages that follow. {SECOND}", "\n".join(MORE), "- 2 -")
    assert [f"{cut} pages that follow. {SECOND}".replace("[1]", "").replace("[2]", "")] == [
        block.text for block in document.body
    ]
    assert BY_SECTION == linked(document)


def test_a_numbered_list_before_the_notes_is_no_list_of_notes() -> None:
    """The markers go on behind it, so that the numbering does not begin anew."""
    lists = ("1. The quay is repaired.", "2. The fleet comes back.")
    document = read(
        FIRST, *lists, f"{QUAY}[3]", "Notes", "1. Alpha, p. 3.", "2. Beta, p. 4.", "3. Gamma, p. 5."
    )
    assert ["paragraph", "list", "paragraph"] == [block.type for block in document.body]
    assert [1, 1, 1] == [len(note.markers) for note in document.footnotes]


def test_lists_of_notes_in_parentheses_stand_under_each_section() -> None:
    """`(1)` and `(2)` under `Notes:` in each section, where `(1)` might be an item of a list."""
    notes, more = (tuple(one.replace("[", "(").replace("]", ")") for one in two) for two in (NOTES, MORE))
    first, second = (text.replace("[", "(").replace("]", ")") for text in (FIRST, SECOND))
    document = read(
        first, "Notes:\n" + "\n".join(notes), "II. The South", second, "Notes:\n" + "\n".join(more)
    )
    assert BY_SECTION == linked(document)


def test_a_sentence_goes_on_behind_the_notes_without_a_marker() -> None:
    """The second half, in small letters, is no paragraph of the last note of the page."""
    cut = f"{FIRST} What lies between the two is told in the"
    document = read(cut, "\n".join(NOTES), "- 1 -", "pages that follow, and nowhere else at all.", "- 2 -")
    assert 1 == len(document.body)
    assert ["Alpha, p. 3.", "Beta, p. 4."] == [note.text for note in document.footnotes]
