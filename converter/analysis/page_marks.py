"""Which lines are marks of the page and no text: separators, page numbers, running heads, reading times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter.analysis.flow import Flow
from converter.analysis.wording import ends_sentence
from converter.profiles.words import Words
from converter.source import Block

LONGEST_MARK = 120
"""Characters; a longer line is text."""

LONGEST_NAVIGATION = 40
LONGEST_HEAD = 90
TOP = 10
"""Lines from the start that a title may be repeated in, if no prose comes before."""

FEWEST_HEADS = 3
"""Times that a line must stand in the document before it is a running head."""

LONGEST_NUMBER = 20
"""Characters of a page number with the words and signs around it."""

BESIDE = (-2, -1, 1, 2)
"""Lines away from the number of the page in which its heads and feet stand."""

READING_TIME = re.compile(
    r"""
    \d{1,3} \s* (?: - \s* \d+ \s* )? (?:
        min (?:ute)? s? \.? \s+ read                       # 5 min read   5-7 minutes read
      | min (?:ute)? s? \.? \s+ de \s+ lecture            # 5 min de lecture
      | dəq (?:iqə)? \.? \s+ oxu\w*                       # 5 dəq oxunma
      | dk \.? \s+ okuma | dakika (?:lık)? \s+ okuma       # 5 dk. okuma   5 dakikalık okuma
      | (?: мин (?:ут)? \w* | хв (?:илин)? \w* ) \.? \s+ (?: на \s+ )? (?: чтени[ея]
      | читання )   # 5 мин. чтения
      | Min (?:uten)? \.? \s+ Lesezeit                     # 5 Min. Lesezeit
      | min (?:ut[aoiy]?s?)? \.? \s+ (?: de \s+ )? (?: lectura | leitura | lettura | leestijd
      | czytania | čtení | čítania )
    ) $
    | (?: (?: estimated \s+ )? reading \s+ time | okuma \s+ süresi | temps \s+ de \s+ lecture | lesezeit
        | lesedauer | время \s+ чтения | час \s+ читання | oxunma \s+ müddəti | tiempo \s+ de \s+ lectura
        | tempo \s+ di \s+ lettura | tempo \s+ de \s+ leitura | czas \s+ czytania | doba \s+ (?: čtení
        | čítania )
        | leestijd | lästid | lesetid | læsetid | lukuaika | olvasási \s+ idő | timp \s+ de \s+ citire
        | χρόνος \s+ ανάγνωσης | мақаланы \s+ оқу \s+ уақыты ) \s* :? \s* (?: ca \.? \s* | ~ \s* )? \d+
      \s* \w* \.? $        # Reading time: 5 min.
    """,
    re.VERBOSE | re.IGNORECASE,
)
PAGE_NUMBER = re.compile(
    r"""
    [-–—|\s]* (?: (?:
        (?P<named> page | sayfa | seite | страница | səhifə | página )        # Page 3
      | s\. | p\. | стр\.? ) \s* )?                                          # p. 3
    [-–—|\s]* (?P<n> \d{1,4} ) [-–—|\s]*                                      # - 3 -
    (?: (?: / | of | von | из ) \s* \d{1,4} [-–—|\s]* )? $                    # 3 / 12
    """,
    re.VERBOSE | re.IGNORECASE,
)
HEAD_WITH_PAGE = re.compile(
    r"""
    [^\W\d_] [^“”"‘«]* (?:
        [^,\s] \s (?: Page | Sayfa | Seite | Página | Страница | Səhifə ) \s? \d{1,4}  # N°91 Page 3
      | \| \s? (?: [Pp] | [Ss] | [Сс]тр | [Ss]tr ) \. \s? \d{1,4}                        # Note 21/2023 | p. 2
    ) $
    """,
    re.VERBOSE,
)
"""A running head that holds the number of the page: ``Briefing N°91, 4 July 2012 Page 3``."""

BESIDE_NUMBER = re.compile(r"(?P<before>\S.*?)\s*[|·•–—-]?\s*\d{1,4}|\d{1,4}\s*[|·•–—-]?\s*(?P<behind>\S.*)")
"""A line with the number of its page before or behind it."""

COUNTED = re.compile(r"[\[(]?(?P<n>\d{1,4})(?:[.)\]]+\s?|\s)(?=\S)")
"""What begins with a number, as notes and items of lists do."""
FARTHEST_COUNT = 8
"""Lines in which the number before or behind it must stand."""

MARK_OPENINGS = frozenset("0123456789-–—|")
MARKS_OF_FORMAT = {"page-break": "page-break", "rule": "separator", "row": None}
"""What the format itself says of a line; a row of a table is text whatever is in it."""

LETTER_OR_FIGURE = re.compile(r"[^\W_]|[*†‡§©]")
FIGURES = re.compile(r"\d+")
TIMED = frozenset("0123456789")
AROUND_HEADS = " -–|·•"
BEGINS_ANEW = re.compile(
    r"""
      [-•●▪*–] \s+ \S           # - item
    | \[ \^? [\w*]{1,12} \]     # [1] note
    | [¹²³⁰-⁹]                  # ¹ note
    | \*+ \s                    # * note
    | > \s | \#                 # > quote   # heading
    """,
    re.VERBOSE,
)
"""A line that begins so is never the continuation of the line before it."""


def mark_kind(
    number: int, block: Block, flows: Sequence[Flow], repeated: frozenset[str], navigation: Words
) -> str | None:
    """Return what mark of the page a line is, or ``None`` for text."""
    if block.furniture or block.note:
        return block.furniture
    if block.kind in MARKS_OF_FORMAT:
        return MARKS_OF_FORMAT[block.kind]
    text = flows[number].text
    if not text[:1].isalpha() and not LETTER_OR_FIGURE.search(text):
        return "separator"
    return None if len(text) > LONGEST_MARK else _line_kind(number, text, flows, repeated, navigation)


def _line_kind(
    number: int, text: str, flows: Sequence[Flow], repeated: frozenset[str], navigation: Words
) -> str | None:
    if len(text) <= LONGEST_NAVIGATION and text in navigation:
        return "navigation"
    if _is_timed(text):
        return "reading-time"
    if _is_page_number(number, text, flows):
        return "page-number"
    is_head = number > TOP // 3 and (_holds_page(text) or _repeats_top(number, text, flows))
    if not is_head and not (repeated and _head_key(text) in repeated):
        return None
    return None if _is_counted(number, text, flows) else "running-head"


def _is_counted(number: int, text: str, flows: Sequence[Flow]) -> bool:
    """Tell a note or an item, which a line near it counts up to, or on from."""
    match = COUNTED.match(text)
    if match is None:
        return False
    value = int(match["n"])
    before = (COUNTED.match(flow.text) for flow in flows[max(number - FARTHEST_COUNT, 0) : number])
    behind = (COUNTED.match(flow.text) for flow in flows[number + 1 : number + 1 + FARTHEST_COUNT])
    return any(one and int(one["n"]) == value - 1 for one in before) or any(
        one and int(one["n"]) == value + 1 for one in behind
    )


def _repeats_top(number: int, text: str, flows: Sequence[Flow]) -> bool:
    """Tell whether a line is one of the first lines of the page once more, beside the number of a page."""
    is_numbered = text[:1].isdecimal() or text[-1:].isdecimal()
    match = BESIDE_NUMBER.fullmatch(text) if is_numbered and len(text) <= LONGEST_HEAD else None
    if match is None:
        return False
    head = (match["behind"] or match["before"]).casefold()
    return any(flow.text.casefold() == head for flow in flows[: min(TOP, number)])


def _holds_page(text: str) -> bool:
    """Tell whether a line is a running head with the number of its page."""
    return text[-1:].isdecimal() and len(text) <= LONGEST_HEAD and HEAD_WITH_PAGE.match(text) is not None


def _is_timed(text: str) -> bool:
    """Tell a reading time; the quick test knows the letters that begin ``Reading``, ``Okuma`` and others."""
    text = text.lstrip(AROUND_HEADS)
    return not TIMED.isdisjoint(text) and READING_TIME.match(text) is not None


def _is_page_number(number: int, text: str, flows: Sequence[Flow]) -> bool:
    """Know `Page 3`, or a lone figure between stretches of text, not in the header nor after a label."""
    if number < 2 or not (text[0] in MARK_OPENINGS or text[-1].isdigit()):
        return False
    match = PAGE_NUMBER.match(text)
    if match is None or match["named"]:
        return match is not None
    around = [flow.text for flow in flows[number - 2 : number + 3] if flow.text != text]
    return any(len(part) > 60 for part in around)


def page_number(text: str) -> str | None:
    """Return the number of the page that a mark shows."""
    match = PAGE_NUMBER.match(text) if text else None
    return match["n"] if match else None


def _head_key(text: str) -> str:
    return FIGURES.sub("0", text.casefold()).strip(AROUND_HEADS)


def titles_of_heads(flows: Sequence[Flow], repeated: frozenset[str]) -> dict[int, bool]:
    """Return the first of repeated lines that stands at the top: it may be the title.

    It is text for sure (``True``) where a site prints its title three times before all prose; a running head
    may be the title as well, if it has no figures.
    """
    places: dict[str, list[int]] = {}
    for number, flow in enumerate(flows[: _first_prose(flows)]):
        if len(flow.text) <= LONGEST_HEAD and (key := _head_key(flow.text)) in repeated:
            places.setdefault(key, []).append(number)
    return {
        numbers[0]: len(numbers) >= FEWEST_HEADS
        for key, numbers in places.items()
        if len(numbers) >= FEWEST_HEADS or "0" not in key
    }


def repeated_lines(flows: Sequence[Flow]) -> frozenset[str]:
    """Return the keys of short lines that stand three times and more: running heads and feet.

    Lines with one key have one first letter, so that only lines whose first letter is common need a key at
    all. Beside the numbers of pages twice is enough.
    """
    short = [flow.text for flow in flows if 3 < len(flow.text) <= LONGEST_HEAD]
    if len(short) < FEWEST_HEADS:
        return frozenset()
    letters = [text.lstrip(" -–|·•0123456789")[:1].casefold()[:1] for text in short]
    common = {letter for letter, count in Counter(letters).items() if count >= FEWEST_HEADS}
    counts = Counter(_head_key(text) for text, letter in zip(short, letters, strict=True) if letter in common)
    often = {key for key, count in counts.items() if count >= FEWEST_HEADS}
    heads = _heads_of_pages(often, flows) if often else often
    beside = {_head_key(flows[at].text) for at in _beside_numbers(flows)}
    if beside:
        again = Counter(_head_key(text) for text in short)
        heads |= {key for key in beside if again[key] > 1}
    return frozenset(key for key in heads if not (BEGINS_ANEW.match(key) or _is_row(key)))


def _heads_of_pages(keys: set[str], flows: Sequence[Flow]) -> set[str]:
    """Return those of the repeated lines that belong to pages and are no headings of the text.

    They stand over the prose as well, or in the middle of a sentence, or at the end of a page, at least once,
    or have figures that do not count up from one.
    """
    top = [_head_key(flow.text) for flow in flows[: _first_prose(flows)]]
    found = {key for key in keys if any(key.strip("0 ") in line for line in top)}
    found |= {key for key in keys if "0" in key and not _counts_up(key, flows)}
    for at, flow in enumerate(flows):
        if at and len(flow.text) <= LONGEST_HEAD and (key := _head_key(flow.text)) in keys - found:
            around = [one.text for one in flows[at - 1 : at + 2] if one is not flow]
            if not all(around) or _interrupts(around) or any(map(page_number, around)):
                found.add(key)
    return found


def _counts_up(key: str, flows: Sequence[Flow]) -> bool:
    """Tell whether the figures of lines with a key are those of headings: ``Scenario 1``, ``2``, ``3``."""
    texts = [flow.text for flow in flows if len(flow.text) <= LONGEST_HEAD and _head_key(flow.text) == key]
    numbers = [int(figures) for text in texts for figures in FIGURES.findall(text)]
    return numbers == [*range(1, len(texts) + 1)]


def _first_prose(flows: Sequence[Flow]) -> int:
    prose = (at for at, flow in enumerate(flows) if len(flow.text) > LONGEST_HEAD or flow.text.endswith("."))
    return min(next(prose, TOP), TOP)


def _interrupts(around: Sequence[str]) -> bool:
    """Tell whether a sentence goes on over a line: before it is no end, or behind it no beginning."""
    before, *following = around
    unended = len(before) > LONGEST_HEAD // 2 and not ends_sentence(before)
    return unended or bool(following and following[0][:1].islower())


def _is_row(key: str) -> bool:
    """Tell the row of a table: several figures and no word. A lone figure is the number of a page."""
    return key.count("0") > 1 and not any(map(str.isalpha, key))


def _beside_numbers(flows: Sequence[Flow]) -> set[int]:
    """Return the short lines near the numbers of pages that count up."""
    pages = [
        (at, int(match["n"]))
        for at, flow in enumerate(flows)
        if at and len(flow.text) <= LONGEST_NUMBER and (match := PAGE_NUMBER.match(flow.text))
    ]
    if len(pages) < 2 or any(after != before + 1 for (_, before), (_, after) in pairwise(pages)):
        pages = []
    heads = [at for at, flow in enumerate(flows) if _holds_page(flow.text)]
    near = {at + step for at in (*(at for at, _ in pages), *heads) for step in BESIDE}
    return {at for at in near if 0 <= at < len(flows) and 3 < len(flows[at].text) <= LONGEST_HEAD}
