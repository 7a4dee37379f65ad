"""The learned reader of heads: what it says beside the rules, and that a near second reading is told."""

from __future__ import annotations

import pytest

from converter import convert_text
from converter.analysis.features import score_passages
from converter.analysis.head_keys import MOST, MOST_PARAGRAPHS, Known, head_keys
from converter.analysis.head_lines import make_of
from converter.analysis.head_model import REGIONS, load_heads, said_by
from converter.analysis.head_scores import with_learned
from converter.analysis.hints import gather_hints
from converter.analysis.label_styles import plan_notes
from converter.analysis.layout import read_layout
from converter.analysis.ledger import Ledger
from tests.analysis.reading import GENERIC, layout_of, lines_of

PARAGRAPH = (
    "The ferry leaves the northern pier at six in the morning, and nobody in the ministry has ever taken it; "
    "the harbour master keeps the list of those who have, and it is a short one that he likes to show."
)
HEAD = "Kitchen Table Politics\n\nHow small parties of the harbour learned to count\n\nOrla Vantongeren\n\n"


def regions_of(text: str) -> list[str]:
    """Return the regions of a page."""
    return layout_of(text).labels


def keys_of(text: str) -> list[list[str]]:
    """Return what is true of the first lines of a page."""
    passages = lines_of(text).passages
    hints = gather_hints(passages, plan_notes(passages), GENERIC)
    return head_keys(passages, hints, score_passages(passages, hints), Known())


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Lodestar House\nIlmari Vantongeren\nWho Keeps the Harbour Master?\n4 May 2021",
            "line byline title header",
        ),
        (
            "Who keeps the harbour master?\nA note on lists\nOrla Vantongeren, Senior Fellow\n4 May 2021",
            "title subtitle byline header",
        ),
        (
            "Start › Meinung\n4. Mai 2021\nWer den Hafenmeister hält\nvon Orla Vantongeren",
            "line header title byline",
        ),
    ],
)
def test_lines_of_a_head_are_told_apart_in_any_order(head: str, expected: str) -> None:
    """A house, a name, a title and a date are what they are, wherever they stand."""
    text = head.replace("\n", "\n\n")
    assert expected.split() == regions_of(f"{text}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n")[:4]


def test_no_line_is_asked_behind_the_paragraphs_that_end_a_head() -> None:
    """What stands behind two paragraphs is the text, however long the page is."""
    text = HEAD + "\n\n".join([PARAGRAPH] * 40)
    assert 3 + MOST_PARAGRAPHS == len(keys_of(text))


def test_a_page_of_short_lines_is_asked_up_to_a_limit() -> None:
    """A list of a thousand names costs no more than the longest head."""
    assert MOST == len(keys_of("\n\n".join(PARAGRAPH.split())))


def test_notes_of_the_format_are_left_alone() -> None:
    """What the format itself calls a note is scored as such and as nothing else."""
    passages = lines_of(f"# A Title of Words\n\n{PARAGRAPH}[^1]\n\n[^1]: A note.\n").passages
    hints = gather_hints(passages, plan_notes(passages), GENERIC)
    scores = score_passages(passages, hints)
    assert scores[-1] == with_learned(scores, passages, hints)[-1]


def test_what_is_not_known_says_nothing() -> None:
    """A key that was never met adds nothing to any region."""
    assert dict.fromkeys(REGIONS, 0.0) == said_by(["never met", "neither"], load_heads().weights)


def test_a_near_second_reading_of_a_head_is_told_at_its_lines() -> None:
    """Two lines of which the first may be the house are in doubt, and the finding stands at them."""
    text = f"The Quiet Shore\n\nHow a long ebb was counted\n\nMay 2021\n\n{PARAGRAPH}\n"
    ledger = Ledger()
    lines = lines_of(text)
    read_layout(lines, GENERIC, ledger)
    assert ledger.is_doubted(lines.passages[0].flow.whole())
    assert not ledger.is_doubted(lines.passages[-1].flow.whole())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WHO OWNS IT", "capitals"),
        ("Who Owns It", "words"),
        ("Who owns the tide", "first"),
        ("who owns it", "small"),
        ("لمن البحر", "uncased"),
        ("12 / 3", "signs"),
    ],
)
def test_the_make_of_a_line(text: str, expected: str) -> None:
    """Lines are told apart by where they have capitals."""
    assert expected == make_of(text, text.split())


def test_a_title_between_two_bylines_is_told() -> None:
    """`Salt, Silt and Sovereignty` reads like names; the line below it is then no sure title."""
    prose = "The river shifted in the flood, and with it a border that nobody had asked for in forty years."
    head = (
        "Salt, Silt and Sovereignty\nWho owns a river that moves?\n\nDr Ines Carvalho-Brandt and Tomasz Wilk"
    )
    text = (
        f"MERIDIAN POLICY FORUM\nPolicy Brief 18 | March 2022\n\n{head}\n\n{prose}\n\n{prose} So it stays.\n"
    )
    result = convert_text(text)
    told = [one.span.start for one in result.diagnostics if one.code == "regions-uncertain" and one.span]
    assert result.commentary.metadata.title == "Who owns a river that moves?"
    assert text.index("Who owns") in told
