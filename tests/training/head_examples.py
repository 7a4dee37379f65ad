"""What is learnt of heads: the first lines of labelled pages, what is true of each, and its region."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from converter.analysis import regions
from converter.analysis.features import score_passages
from converter.analysis.head_keys import WORD, Known, head_keys
from converter.analysis.head_scores import scored_everywhere
from converter.analysis.hints import gather_hints
from converter.analysis.houses import recognise_house
from converter.analysis.label_styles import plan_notes
from converter.analysis.ledger import Ledger
from converter.analysis.lines import build_passages
from converter.analysis.native_notes import with_native_notes
from converter.analysis.passages import Passage
from converter.evaluation import Gold, read_gold, render
from converter.evaluation.brackets import Bracket, pieces
from converter.normalizers.name_words import fold_word
from converter.readers import read
from tests.training.head_variations import Variations

CORPUS = Path(__file__).parents[1] / "gold" / "corpus" / "training"

REGION: Mapping[str, str | None] = MappingProxyType(
    {
        "banner": regions.LINE, "role": regions.LINE, "repeat": regions.LINE, "furniture": regions.LINE,
        "title": regions.TITLE, "subtitle": regions.SUBTITLE, "byline": regions.BYLINE,
        "date": regions.HEADER, "series": regions.HEADER,
        "abstract": regions.ABSTRACT, "keywords": regions.ABSTRACT,
        "about": regions.ABOUT, "cite": regions.CITE_AS, "colophon": regions.COLOPHON,
        "notes": regions.NOTES, "note": regions.NOTE, "note2": regions.NOTE, "bib": regions.NOTE, "ack": None,
    }
)  # fmt: skip
"""Label of a block → the region that its lines are read as; ``None``: nothing is learnt; all others: body."""

FORMS = ("as-is", "as-is", "newlines", "one-line", "page-marks", "wrapped", "markdown", "web-page")
"""Forms in which a made page is printed; plain ones oftener, for they say less."""

WHOLE_FORMS = ("as-is", "newlines", "no-cite-as", "no-header", "markdown", "web-page")
"""Forms in which every labelled page is learnt from."""

MOST_LINES = 18
PARTS = 4
"""The pages are learnt from in so many parts; words are known to each part from the others only."""

FEWEST_PAGES = 2
"""Pages that write a word small before it is one of every day."""


class Example(NamedTuple):
    """The first lines of a page: by the rules, by what is true of them, and by the label of a person."""

    house: str
    scores: list[dict[str, float]]
    keys: list[list[str]]
    gold: list[str | None]
    """The region of each line; ``None`` where nothing is known."""


def load_pages(folder: Path = CORPUS) -> list[Gold]:
    """Return the labelled pages."""
    return [read_gold(file.read_text("utf-8"), file.stem) for file in sorted(folder.glob("*.gold"))]


def house_of(page: Gold) -> str:
    """Return the short name of the house that a page is from."""
    return page.name.split("-")[0]


def known_words(pages: Iterable[Gold]) -> Known:
    """Return the words of names and the words of every day that pages have."""
    names: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for page in pages:
        names.update({fold_word(word) for word in _names(page) if len(word) > 1})
        small.update({fold_word(word) for word in _prose(page) if not word[0].isupper()})
    everyday = frozenset(word for word, count in small.items() if count >= FEWEST_PAGES)
    return Known(frozenset(names.keys() - small.keys()), everyday)


def _names(page: Gold) -> Iterator[str]:
    for author in page.head.get("authors", ()):
        yield from WORD.findall(f"{author.get('given', '')} {author.get('family', '')}")
    for block in page.blocks:
        for piece in pieces(block.text) if block.label in ("note", "bib") else ():
            if isinstance(piece, Bracket) and piece.key in ("author", "editor", "translator"):
                yield from WORD.findall(piece.printed)


def _prose(page: Gold) -> Iterator[str]:
    for block in page.blocks:
        if block.label in ("p", "quote", "abstract", "notice"):
            yield from WORD.findall(block.page)


def examples(pages: Sequence[Gold], each: int, seed: int) -> list[Example]:
    """Return the examples of pages in several forms, and of ``each`` pages made from every one."""
    variations, random = Variations(pages), Random(seed)
    houses = sorted({house_of(page) for page in pages})
    found: list[Example] = []
    for part in range(PARTS):
        own = {*houses[part::PARTS]}
        known = known_words(page for page in pages if house_of(page) not in own)
        for page in (page for page in pages if house_of(page) in own):
            printed = [(page, form) for form in WHOLE_FORMS]
            printed += [(variations.vary(page, random), random.choice(FORMS)) for _ in range(each)]
            found += [one for made, form in printed if (one := example(made, form, known))]
    return found


def example(page: Gold, form: str, known: Known) -> Example | None:
    """Return what is to be learnt from a page in a form, if it has that form."""
    rendered = render(page, form)
    if rendered is None:
        return None
    source = read(rendered.content, f"{page.name}{rendered.ending}")
    passages = build_passages(source).passages
    house = recognise_house(passages, source.clues, Ledger())
    hints = gather_hints(passages, with_native_notes(plan_notes(passages), passages), house)
    scores = score_passages(passages, hints)
    keys = head_keys(passages, hints, scores, known)
    first = [dict(own) for own in scores[:MOST_LINES]]
    first[: len(keys)] = [scored_everywhere(own) for own in first[: len(keys)]]
    gold = [
        region if region in own else None
        for region, own in zip(align(passages[:MOST_LINES], rendered.gold), first, strict=True)
    ]
    return Example(house_of(page), first, keys, gold)


def align(passages: Sequence[Passage], page: Gold) -> list[str | None]:
    """Return the region of each passage, by the block of the page that most of its letters are from."""
    letters, labels = "", list[str]()
    for block in page.blocks:
        written = _letters(block.page) if block.label != "pagebreak" else ""
        letters += written
        labels += [block.label] * len(written)
    found: list[str | None] = []
    at = 0
    for passage in passages:
        own = _letters(passage.unmarked() or passage.text)
        place = letters.find(own, at) if own else -1
        if place < 0:
            found.append(None)
            continue
        at = place + len(own)
        label = Counter(labels[place:at]).most_common(1)[0][0]
        found.append(REGION.get(label, regions.BODY))
    return found


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(filter(str.isalnum, folded))
