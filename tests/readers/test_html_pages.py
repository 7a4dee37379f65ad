"""Invented pages in the manner of many houses are read as what they hold, and nothing of them is lost."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.readers.page_facts import converted, differences, facts_of, page, page_names

UNSEEN = "\u00ad\u200b\u2060\ufeff"


class Extraction(HTMLParser):
    """All text of a page outside its head, scripts and styles, by a parser that the reader does not use."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Enter what has no text."""
        if tag in ("head", "script", "style", "template"):
            self.skipped.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        if tag in self.skipped:
            del self.skipped[self.skipped.index(tag) :]

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self.skipped:
            self.texts.append(data)

    def unknown_decl(self, data: str) -> None:
        """Take the text of a section of XML."""
        if data.startswith("CDATA["):
            self.texts.append(data.removeprefix("CDATA["))


def squeezed(text: str) -> str:
    """Leave out what nobody sees."""
    return "".join(text.translate(dict.fromkeys(map(ord, UNSEEN))).split())


@pytest.mark.parametrize("name", page_names())
def test_a_page_is_read_as_what_it_holds(name: str) -> None:
    """Title, authors, date, number, blocks, places of markers, notes and works; no menu is among them."""
    assert [] == differences(facts_of(name), converted(name))


@pytest.mark.parametrize("name", page_names())
def test_no_character_of_a_page_is_lost(name: str) -> None:
    """Every text that another parser finds is in the source; more is there only of lists and tables."""
    facts, source = facts_of(name), converted(name).source
    extraction = Extraction()
    extraction.feed(page(name).read_bytes().decode(facts.encoding))
    laid_out = squeezed(source.text)
    assert [] == [text for text in extraction.texts if squeezed(text) not in laid_out]
    printed, found = Counter(squeezed("".join(extraction.texts))), Counter(laid_out)
    assert Counter() == printed - found
    assert set("0123456789.|iv") >= set(found - printed)


@pytest.mark.parametrize("name", page_names())
def test_every_place_of_a_page_is_true(name: str) -> None:
    """Blocks follow each other, and so do the runs inside them."""
    source = converted(name).source
    places = [(run.start, run.end) for block in source.blocks for run in block.runs]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
