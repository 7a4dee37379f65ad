"""Lines of texts that were copied: answers to messages, damaged letters that look like line ends."""

from __future__ import annotations

from converter.readers import read

MAIL = """On 14 March 2023, Ada Orman wrote:
> THE HARBOUR
>
> The harbour was deepened again in the spring, and the trade
> of the whole coast has grown since then.
>
> > A word of another message.
> The end.
> Nobody
> counts
> them.
"""


def blocks(content: bytes) -> list[tuple[str, str, int]]:
    """Return kind, text and blank lines before each block of a text."""
    source = read(content, "note.txt")
    return [
        (block.kind, "".join([run.reads(source.text) for run in block.runs]), block.gap)
        for block in source.blocks
    ]


def test_a_text_quoted_throughout_is_no_quotation() -> None:
    """It is a message that was answered; the empty lines between its paragraphs are quoted too."""
    assert blocks(MAIL.encode()) == [
        ("text", "On 14 March 2023, Ada Orman wrote:", 1),
        ("text", "THE HARBOUR", 0),
        ("text", "The harbour was deepened again in the spring, and the trade", 1),
        ("text", "of the whole coast has grown since then.", 0),
        ("text", "A word of another message.", 1),
        ("text", "The end.", 0),
        ("text", "Nobody", 0),
        ("text", "counts", 0),
        ("text", "them.", 0),
    ]


def test_half_a_letter_is_no_line_end() -> None:
    """U+0085 ends a line, but not where it is one of the bytes of letters that were read wrongly."""
    damaged = "Gən\u0259 şəhər, Åžirvan…".encode("utf-8").decode("latin-1") + " \u00c3\u0085\u00c2\u009eey"
    assert len(blocks(damaged.encode("utf-8"))) == 1
    assert len(blocks("one\u0085two".encode("utf-8"))) == 2
