"""Whether the reader of heads can be trained anew, to the same bytes, from pages that are what they seem."""

from __future__ import annotations

import zlib
from random import Random

import msgspec
import pytest

from converter.analysis import regions
from converter.analysis.head_model import LIFT, Shipped, pack
from converter.analysis.regions import best_reading
from converter.evaluation import Gold, check_gold, read_gold
from tests.training.head_examples import CORPUS, examples, known_words, load_pages
from tests.training.head_field import likelihoods
from tests.training.head_variations import Variations, head_of
from tests.training.heads import shipped, train

PAGE = """\
+++
language = "en"
title = "The Last Ferry"
authors = [{ given = "Orla", family = "Vantongeren", literal = "Orla Vantongeren" }]
+++
banner    | HARBOUR HOUSE
title     | The Last Ferry
byline    | Orla Vantongeren
date      | 4 May 2021

p         | The ferry leaves at six, and nobody in the ministry has ever taken it.

cite      | Orla Vantongeren, "The Last Ferry", Harbour House, 4 May 2021.
"""


@pytest.fixture(scope="module")
def pages() -> list[Gold]:
    """Return some of the labelled pages."""
    return load_pages(CORPUS)[::40]


def test_training_gives_the_same_bytes_again(pages: list[Gold]) -> None:
    """Nothing of it hangs on time or on the order of sets; what comes out can be read as a model."""
    known = known_words(pages)
    first = shipped(train(examples(pages, 1, 7), epochs=1), known)
    assert first == shipped(train(examples(pages, 1, 7), epochs=1), known)
    assert msgspec.msgpack.decode(zlib.decompress(first), type=Shipped).weights


def test_the_labelled_pages_do_not_contradict_themselves() -> None:
    """Heads, labels and brackets of every page agree with it."""
    assert [] == [fault for page in load_pages() for fault in check_gold(page)]


def test_a_made_page_keeps_its_paragraphs_and_says_its_own_title() -> None:
    """Only the head is changed, and what a later block repeats of it is changed alike."""
    page = read_gold(PAGE, "harbour-en-1")
    made = [Variations([page]).vary(page, Random(seed)) for seed in range(30)]
    titles = {block.text for one in made for block in head_of(one) if block.label == "title"}
    assert {"The Last Ferry", "THE LAST FERRY"} == titles
    assert {page.blocks[4].text} == {block.text for one in made for block in one.blocks if block.label == "p"}
    assert all(
        block.text in cite.text
        for one in made
        for block in head_of(one)
        if block.label == "title"
        for cite in one.blocks
        if cite.label == "cite"
    )


def test_the_likeliest_regions_are_those_of_the_best_reading() -> None:
    """All readings together favour the best one where nothing comes near it."""
    scores = [{regions.TITLE: 6.0, regions.LINE: 0.0}, {regions.BYLINE: 6.0, regions.BODY: 0.0}]
    found = likelihoods(scores)
    assert found
    assert [one.label for one in best_reading(scores)] == [max(line, key=line.__getitem__) for line in found]


def test_a_reading_that_cannot_be_has_no_likelihood() -> None:
    """Behind the notes' heading no title can stand."""
    assert likelihoods([{regions.NOTES: 1.0}, {regions.TITLE: 1.0}]) is None


def test_weights_keep_their_place_in_the_lanes() -> None:
    """The first lane holds the first region's weight, in thousandths above a fixed level."""
    assert LIFT + 1500 == int.from_bytes(pack([1.5, *[0.0] * 9])[:4], "little")
