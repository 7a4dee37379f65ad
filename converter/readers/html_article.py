"""Which element of a page holds the article: what the page itself says, else where its running text is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.normalizers.spaces import title_key
from converter.profiles import Label
from converter.readers.html_drafts import Draft
from converter.readers.html_tree import Element

SHORTEST_PROSE = 60
"""Characters of a block that may be running text."""

MOST_LINKED = 0.4
"""Share of running text that may be link text."""

ENOUGH = 0.5
"""Share of the running text of a page that its article has at least."""

DOMINANT = 0.75
"""Share of the running text that leads further down."""

NEARLY_ALL = 0.6
"""Share of the running text from which on a part is the article, whatever its classes say."""

FOREIGN = frozenset({"comments", "related", "cookie-notice", "promotion"})
"""Parts that are none of the article, however long they are."""

APART = FOREIGN | {"navigation", "sidebar", "footer", "header", "form", "share", "tags", "hidden"}
WEAK = frozenset({"sidebar", "footer", "header"})
"""Parts of the page that may hold one that belongs to the commentary."""

LONGEST_HEADING = 100
SHORTEST_ARTICLE = 200
"""Characters of running text that leave no doubt that there is an article beside the comments."""

CONTENT = re.compile(
    r" (?:(?:entry|post|article|story|page|node|main|single|news|yazi|makale|haber) ?"
    r"(?:content|body|text|detay|icerik)"
    r"|field name body|articlebody|text content|journal content article|icerik|detay) "
)
"""Words of classes that mark the text of the article."""

LONGEST_KEY = 25
"""Letters of a title that are enough to know it by, where the page prints more of it or less."""


def weigh(drafts: Sequence[Draft], *, clean: bool) -> int:
    """Give every element the running text inside it; return all of it. ``clean``: but for marked parts."""
    for draft in drafts:
        for element in draft.block.ancestors():
            element.weight = 0
    total = 0
    for draft in drafts:
        weight = _prose(draft)
        if not weight or (clean and any(one.mark in APART for one in draft.block.ancestors())):
            continue
        total += weight
        for element in draft.block.ancestors():
            element.weight += weight
    return total


def _prose(draft: Draft) -> int:
    """Return how much of a block is running text."""
    length = len(draft.text)
    if length < SHORTEST_PROSE or draft.part or draft.kind == "row":
        return 0
    linked = sum(
        len(inline.text)
        for inline, look in zip(draft.inlines, draft.looks, strict=True)
        if look.link is not None
    )
    return length if linked < MOST_LINKED * length or "://" in draft.text else 0


def clear_wrong_marks(drafts: Sequence[Draft], titles: Sequence[str]) -> None:
    """Take the mark from every part that holds the title of the page or nearly all of its text."""
    total = weigh(drafts, clean=False)
    holders = set[int]()
    for draft in drafts:
        if draft.kind == "heading" and draft.level <= 2 and is_title(draft.text, titles):
            holders |= {one.index for one in draft.block.ancestors() if one.mark not in FOREIGN}
    for draft in drafts:
        for element in draft.block.ancestors():
            if element.mark in APART and (element.index in holders or _is_most(element, total)):
                element.mark = None


def _is_most(element: Element, total: int) -> bool:
    if element.mark in FOREIGN:
        return total - element.weight < min(SHORTEST_ARTICLE, 0.1 * total)
    return element.weight >= NEARLY_ALL * max(total, 1)


def name_notes(drafts: Sequence[Draft], labels: Label) -> None:
    """Know by its heading a part that holds the notes, though the page calls it a foot or a side bar."""
    for number, draft in enumerate(drafts):
        match = labels.match(draft.text) if len(draft.text) <= LONGEST_HEADING else None
        if match is None or match.end() < len(draft.text):
            continue
        before = drafts[number - 1].block if number else None
        for element in draft.block.ancestors():
            if before is not None and element.holds(before):
                break
            if element.mark in WEAK:
                element.mark = "notes"


def is_title(text: str, titles: Sequence[str]) -> bool:
    """Tell whether a text is a title that the head of the page names, whole or its beginning."""
    key = title_key(text)
    for title in titles:
        if key and (
            key == title or (len(key) >= LONGEST_KEY and (title.startswith(key) or key.startswith(title)))
        ):
            return len(title) >= min(LONGEST_KEY, len(key))
    return False


def find_article(root: Element, drafts: Sequence[Draft]) -> Element:
    """Return the element that holds the article."""
    total = weigh(drafts, clean=True) or weigh(drafts, clean=False)
    if not total:
        return root
    marked = [
        element
        for element in _heavy(root, ENOUGH * total)
        if element.tag == "article" or _says_article(element)
    ]
    if marked:
        return marked[0]
    main = [one for one in _heavy(root, ENOUGH * total) if one.tag == "main" or one.get("role") == "main"]
    held = [one for one in _heavy(root, DOMINANT * total) if CONTENT.search(one.words())]
    place = (main or held or [_dominant(root)])[0]
    return _with_neighbours(place)


def _says_article(element: Element) -> bool:
    return element.get("role") == "article" or "articleBody" in element.get("itemprop")


def _heavy(element: Element, least: float) -> Iterator[Element]:
    """Yield the elements with at least so much running text, from the outside in: one way down."""
    place: Element | None = element
    while place is not None:
        children = [child for child in place.children if isinstance(child, Element)]
        place = max(children, key=lambda child: child.weight, default=None)
        if place is None or place.weight < least:
            return
        yield place


def _dominant(root: Element) -> Element:
    place = root
    while True:
        heavy = next(_heavy(place, DOMINANT * place.weight), None)
        if heavy is None or heavy.weight == 0:
            return place
        place = heavy


def _with_neighbours(place: Element) -> Element:
    """Go out from a lone paragraph to what it stands in."""
    while place.parent is not None and place.tag in (
        "p",
        "li",
        "blockquote",
        "ul",
        "ol",
        "span",
        "font",
        "tr",
        "tbody",
    ):
        place = place.parent
    return place
