"""Which number a web browser prints before an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.readers.html_drafts import Draft
from converter.readers.html_tree import Element

NO_NUMBER = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
UNNUMBERED_CLASS = re.compile(r" (?:list unstyled|list none|unstyled|no bullets?|nobullets?) ")
WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)")
WORD_CLASS = re.compile(r"^(?:MsoListParagraph|MsoListBullet|MsoListNumber)")
BULLET = re.compile(
    r"\s*(?:(?P<bullet>[·•§▪■□○◦●–—\uf0b7\uf0a7\uf0d8-]|o(?=[\s\u00a0]{3}))|(?P<number>\(?[\dA-Za-z]{1,5}[.)]))[\s\u00a0]+"
)
WHOLE = re.compile(r"-?\d{1,6}")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10,
    "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 3999


def numbers_in(ordered: Element) -> Iterator[tuple[int, str]]:
    """Yield for each item of an ordered list its place in the page and its number, with the stop."""
    if NO_NUMBER.search(ordered.get("style")) or UNNUMBERED_CLASS.search(ordered.words()):
        return
    items = [child for child in ordered.children if isinstance(child, Element) and child.tag == "li"]
    down = "reversed" in ordered.attributes
    start = ordered.get("start").strip()
    number = int(start) if WHOLE.fullmatch(start) else len(items) if down else 1
    for item in items:
        if WHOLE.fullmatch(value := item.get("value").strip()):
            number = int(value)
        if not NO_NUMBER.search(item.get("style")):
            yield item.index, f"{_written(number, item.get('type') or ordered.get('type'))}."
        number += -1 if down else 1


def brings_number(text: str, label: str) -> bool:
    """Tell whether the text of an item begins with its number, so that none is printed before it."""
    number = label[:-1]
    begin = 1 if text[:1] in ("[", "(") else 0
    behind = text[begin + len(number) :][:1]
    return text.startswith(number, begin) and (not behind or behind in "]).:" or behind.isspace())


def _written(number: int, style: str) -> str:
    if style in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(style) + rest) + letters
        return letters
    if style in ("i", "I") and 0 < number <= LARGEST_ROMAN:
        roman = ""
        for value, sign in ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman if style == "i" else roman.upper()
    return str(number)


def is_word_item(block: Element) -> bool:
    """Tell whether a paragraph is an item of a list as a word processor saves them for the web."""
    return block.tag == "p" and bool(
        WORD_CLASS.match(block.get("class")) or WORD_LIST.search(block.get("style"))
    )


def take_bullet(draft: Draft) -> None:
    """Make an item of a paragraph that begins with a bullet or number in its text; leave out the bullet."""
    match = BULLET.match(draft.text)
    if match is None:
        return
    level = WORD_LIST.search(draft.block.get("style"))
    draft.kind, draft.level, draft.label = "item", int(level[1]) if level else 1, match["number"]
    whole = "".join([inline.text for inline in draft.inlines])
    begin = len(whole) - len(whole.lstrip()) + match.end()
    inlines = []
    for inline in draft.inlines:
        inlines.append(inline._replace(text=inline.text[begin:]))
        begin = max(begin - len(inline.text), 0)
    draft.inlines, draft.text = inlines, draft.text[match.end() :]
