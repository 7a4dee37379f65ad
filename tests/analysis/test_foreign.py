"""Which stretches of the text carry a language of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from converter.model import Content, Item, Paragraph, Text
from converter.pipeline import convert_text

ENGLISH = "The lamps on the northern shore were lit again this spring, and nobody on the island expected it."
TURKISH = "Kuzey kıyısındaki fenerler bu bahar yeniden yakıldı ve adada kimse bunu çabuk beklemiyordu."
RUSSIAN = "Огни на северном берегу этой весной зажгли снова, и никто на острове не ждал этого так скоро."


def foreign(text: str) -> list[tuple[str, str]]:
    """Return the stretches with a language in a commentary with this as its second paragraph."""
    document = convert_text(text, name="lamps.md").commentary
    found = [one for block in document.body for one in stretches(block.content)]
    texts = [block.text.replace("\n", "") for block in document.body]
    assert texts == ["".join(printed(block.content)) for block in document.body]
    return found


def stretches(content: Sequence[Content]) -> Iterator[tuple[str, str]]:
    """Yield the texts that have a language."""
    for part in content:
        if isinstance(part, (Item, Paragraph)):
            yield from stretches(part.content)
        elif isinstance(part, Text) and part.language:
            yield part.language, part.text


def printed(content: Sequence[Content]) -> Iterator[str]:
    """Yield the text in its pieces."""
    for part in content:
        yield from (
            printed(part.content) if isinstance(part, (Item, Paragraph)) else [getattr(part, "text", "")]
        )


def page(prose: str, text: str) -> str:
    """Return a page in the language of the prose."""
    return f"# LAMPS\n\nAda ORMAN\n\n{prose} {prose}\n\n{text}\n\n{prose} And so on.\n"


@pytest.mark.parametrize(
    ("prose", "text", "expected"),
    [
        (ENGLISH, f"The minister said: “{TURKISH}” And so it was.", [("tr", TURKISH)]),
        (ENGLISH, f"The minister said: «{RUSSIAN}» And so it was.", [("ru", RUSSIAN)]),
        (TURKISH, f"Bakan şöyle dedi: “{ENGLISH}” Öyle oldu ve herkes bunu gördü.", [("en", ENGLISH)]),
        (RUSSIAN, f"Министр сказал: «{ENGLISH}» Так и было этой весной.", [("en", ENGLISH)]),
        (ENGLISH, "The word Հայաստանի Հանրապետություն stands on it.", [("hy", "Հայաստանի Հանրապետություն")]),
        (ENGLISH, "The word Огни берега stands on it.", [("und", "Огни берега")]),
        (ENGLISH, "The *de jure* state of things is unclear.", [("la", "de jure")]),
        (ENGLISH, "- The first item\n- He said “" + TURKISH + "”", [("tr", TURKISH)]),
        (ENGLISH, "> " + TURKISH, [("tr", TURKISH)]),
        (ENGLISH, f"He said “{ENGLISH}” once more.", []),
        (ENGLISH, "The de jure state of “the thing” is *very* unclear to us.", []),
        (RUSSIAN, "Организация NATO и RAND Corporation не ждали этого так скоро.", []),
        (TURKISH, "Yazar “Azərbaycan” adını kullanıyor ve bunu herkes biliyor.", []),
    ],
    ids=str,
)
def test_quotations_phrases_and_scripts_have_their_language(
    prose: str, text: str, expected: list[tuple[str, str]]
) -> None:
    """A language is given where it is sure; where only the script tells, it is `und`; the text stays."""
    assert expected == foreign(page(prose, text).replace("# LAMPS", "# The Lamps of the North"))


def test_a_page_without_language_has_no_foreign_words() -> None:
    """Where the language of the page is unknown, nothing is foreign to it."""
    assert [] == foreign("# 1\n\n1 2 3\n")
