"""What stands behind the notes and is none of them."""

from __future__ import annotations

import pytest

from converter.pipeline import convert_text

PROSE = "The harbour was deepened again in the spring, and the trade of the whole coast has grown since then."
HEAD = f"The Quiet Harbour\n\n{PROSE}[1]\n\n{PROSE}[2]\n\n"
NOTES = ("[1] The depth was measured twice.", "[2] The trade was counted once.")
THANKS = "The author would like to thank the pilots of the harbour for their patience and their tea."
MORE = "Acknowledgements: two readers helped."


def test_thanks_behind_a_list_of_notes_are_a_line_of_their_own() -> None:
    """An empty line parts them from notes that have none between them."""
    notes = "\n".join(NOTES)
    commentary = convert_text(f"{HEAD}{notes}\n\n{THANKS}\n\n{MORE}\n").commentary
    assert [note.text for note in commentary.footnotes] == [note[4:] for note in NOTES]
    assert [section.text for section in commentary.back_matter] == [THANKS, MORE.replace(": ", ":\n")]
    assert commentary.metadata.authors == ()


@pytest.mark.parametrize(
    "notes",
    [
        "\n\n".join((*NOTES, "It was counted by hand, and nobody has counted again.")),
        "\n".join((NOTES[0], "It was measured by hand.", NOTES[1])),
        f"{NOTES[0]}\n\nIt was measured by hand.\n\n{NOTES[1]}",
    ],
)
def test_a_paragraph_of_a_note_stays_with_it(notes: str) -> None:
    """Where empty lines stand between the notes too, or another note follows, nothing has ended."""
    commentary = convert_text(f"{HEAD}{notes}\n").commentary
    assert "by hand" in " ".join(note.text for note in commentary.footnotes)


def behind(text: str) -> str:
    """Return a commentary with this behind its notes, all parted by empty lines."""
    return "\n\n".join([f"{HEAD}Notes", *NOTES, text])


NOTICES = [
    "The views expressed in this commentary are those of the author and bind nobody else.",
    "This commentary does not represent the views of the institute.",
    "This article was first published in the Harbour Courier.",
    "Translated from the Turkish by Deniz Pell.",
    "Bu yazıda ifade edilen görüşler yazara aittir ve kurumu bağlamaz.",
    "Makalede yer alan görüşler yalnızca yazarın kendisine aittir.",
    "Bu yazı ilk olarak Liman Gazetesi'nde yayımlanmıştır.",
    "Bu məqalədə ifadə olunan fikirlər müəllifə məxsusdur.",
    "Die in diesem Beitrag geäußerten Ansichten sind die der Verfasserin.",
    "Les opinions exprimées ici n'engagent que leur auteur.",
    "Мнение автора может не совпадать с позицией редакции.",
    "Статья впервые опубликована в газете порта.",
    "Las opiniones expresadas en este artículo son de la autora.",
    "Думки авторів можуть не збігатися з позицією редакції.",
    "Z angličtiny přeložila Ilona Lampová.",
]
THANKFUL = [
    "The author is grateful to the pilots, who read every draft.",
    "I would like to thank the pilots of the harbour.",
    "Yazar, katkıları için kılavuz kaptanlara teşekkür eder.",
    "Der Autor dankt den Lotsen des Hafens.",
    "L'auteure remercie les pilotes du port.",
    "Автор благодарит лоцманов порта.",
    "La autora agradece a los pilotos del puerto.",
]


@pytest.mark.parametrize("text", NOTICES)
def test_the_words_of_a_note_to_the_reader_part_it_from_the_last_note(text: str) -> None:
    """It stays a paragraph, where it stands, also where empty lines stand between the notes."""
    commentary = convert_text(behind(text)).commentary
    assert [note.text for note in commentary.footnotes] == [note[4:] for note in NOTES]
    assert text == commentary.body[-1].text


@pytest.mark.parametrize("text", THANKFUL)
def test_the_words_of_thanks_part_them_from_the_last_note(text: str) -> None:
    """Where empty lines stand between the notes as well, the first words decide."""
    commentary = convert_text(behind(text)).commentary
    assert [note.text for note in commentary.footnotes] == [note[4:] for note in NOTES]
    assert [text] == [section.text for section in commentary.back_matter if section.type == "line"]


@pytest.mark.parametrize(
    "heading",
    ["Acknowledgements", "Further Reading", "Teşekkür", "Danksagung", "Literatur", "Благодарности"],
)
def test_what_a_heading_behind_the_notes_opens_is_under_it(heading: str) -> None:
    """Thanks, and the works that are recommended, are a section with a heading, and no part of a note."""
    works = (
        "Arran, Pell. The Ferries. Eastport: Harbour Press, 2001.\n\nNorr, Elsa. Coal. Eastport: Tidal, 1977."
    )
    commentary = convert_text(behind(f"{heading}\n\n{works}")).commentary
    (section,) = [one for one in commentary.back_matter if one.type == "line"]
    assert (heading, f"{heading}\n{works}".replace("\n\n", "\n")) == (section.heading, section.text)
    assert [note.text for note in commentary.footnotes] == [note[4:] for note in NOTES]


@pytest.mark.parametrize(
    "text", ["The author is a pilot of the harbour.", "Der Autor ist Lotse.", "Автор — лоцман порта."]
)
def test_who_the_author_is_may_be_told_without_the_name(text: str) -> None:
    """A sentence on the author behind the notes is about the author."""
    commentary = convert_text(behind(text)).commentary
    assert [("about-author", text)] == [
        (one.type, one.text) for one in commentary.back_matter if one.type != "notes-heading"
    ]


def test_the_name_and_the_place_of_the_author_may_stand_behind_the_notes() -> None:
    """A name that the header has too is no part of a note, nor what stands under it."""
    text = behind("Ada Orman\n\nPilot, Tidal Institute").replace(PROSE, f"Ada ORMAN\n\n{PROSE}", 1)
    commentary = convert_text(text).commentary
    assert [note.text for note in commentary.footnotes] == [note[4:] for note in NOTES]


def test_what_nothing_parts_from_the_last_note_is_in_doubt() -> None:
    """It may be a second paragraph of the note, or none: a finding points at it."""
    text = "It was counted by hand, and nobody has counted again."
    source = behind(text)
    result = convert_text(source)
    found = [one.span for one in result.diagnostics if one.code == "regions-uncertain" and one.span]
    places = [span for span in found if span.start >= len(HEAD)]
    assert [text] == [source[span.start : span.end] for span in places]
