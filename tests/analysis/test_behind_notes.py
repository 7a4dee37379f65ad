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
    assert [section.text for section in commentary.back_matter] == [THANKS, MORE]
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
