"""Time grows with the length of a document, whatever stands in it.

Each text is such that a search from every place, or a look at all that came before, would take minutes. What
is allowed is ten times and more what a slow machine needs, so that the tests tell nothing of the machine.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from converter import convert_text

MOST_SECONDS = 10.0
LENGTH = 150_000
HEAD = "A Title of Some Length\n\nJane Doe\n\n"
PROSE = "The committee met in the capital and spoke about the harbour and a railway. "


def _repeated(piece: str, *, head: str = HEAD, tail: str = "", length: int = LENGTH) -> str:
    return head + piece * (length // len(piece)) + tail


def _numbered(piece: str) -> str:
    count = LENGTH // 2 // len(piece)
    return HEAD + "".join([piece.format(number) for number in range(1, count)])


ONE_NOTE = f"{HEAD}{PROSE}[1]\n\n[1] "
TEXTS: dict[str, Callable[[], str]] = {
    "a word without an end.txt": lambda: _repeated("a"),
    "a number without an end.txt": lambda: _repeated("1234567890"),
    "letters parted by soft hyphens.txt": lambda: _repeated("a\u00ad"),
    "an underline behind every letter.md": lambda: _repeated("_a"),
    "opening brackets.md": lambda: _repeated("["),
    "emphasis that nests.md": lambda: _repeated("*a **b "),
    "lines of one letter.txt": lambda: _repeated("a\n", length=LENGTH // 4),
    "a paragraph of ten thousand lines.txt": lambda: _repeated(PROSE.strip() + "\n"),
    "one note of many works.txt": lambda: _repeated("J. Smith, “Title”, Paper, 2020; ", head=ONE_NOTE),
    "one note of many addresses.txt": lambda: _repeated("https://example.org/a some words ", head=ONE_NOTE),
    "one note of many cues.txt": lambda: _repeated("See also ibid., p. 3; ", head=ONE_NOTE),
    "one note of many semicolons.txt": lambda: _repeated("a; ", head=ONE_NOTE, length=LENGTH // 4),
    "markers of one line.md": lambda: _repeated("a[^1] ", tail="\n\n[^1]: A note.\n"),
    "links of one line.md": lambda: _repeated("[a](https://example.org/a) "),
    "emphasis over many lines.md": lambda: _repeated("word **b** word\n", head="<u>", tail="</u>"),
    "note links of one paragraph.html": lambda: _repeated(
        "<a href='#ftn1'>[1]</a> ", head="<p>", tail="</p><p><a name='ftn1'>[1]</a> A note.</p>"
    ),
    "works of one title.txt": lambda: _numbered("[{0}] A{0} Smith, “One Title”, Paper, 2020.\n"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_document_takes_time_as_it_is_long(name: str) -> None:
    """Ten megabytes would take some minutes, not a day."""
    text = TEXTS[name]()
    started = process_time()
    convert_text(text, name)
    assert process_time() - started < MOST_SECONDS
