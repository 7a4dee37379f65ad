"""What a note to the reader says of the first publication of a translation or reprint."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.ledger import Ledger, quoted
from converter.diagnostics import Code
from converter.model import Block, PrintedDate
from converter.normalizers.dates import find_dates

LONGEST_NOTE = 500
EDGE = 2
"""Blocks from either end of the body that may be such a note."""

CUE = re.compile(
    r"""
      (?: first | originally | previously ) \s+ (?: been\s+ )?
      (?: published | appeared | printed | posted )                         # first published on
    | translat (?: ion | ed ) \b .{0,80}
      (?: article | commentary | original | Turkish | English )             # translation of an article
    | ilk \s+ (?: kez | olarak | defa ) \b .{0,120} yay[ıi]m?lan            # ilk kez … yayımlanmıştır
    | çevirisidir | çevirisi\s+olup | tercümesidir                          # … çevirisidir
    | tercüme\s+edilmiştir | çevrilmiştir                                   # … tercüme edilmiştir
    | zuerst \s+ (?: erschienen | veröffentlicht )                          # zuerst erschienen am
    | впервые \s+ опубликован                                               # впервые опубликовано
    | publié \s+ (?: pour\s+la\s+première | initialement )                  # publié initialement
    """,
    re.VERBOSE | re.IGNORECASE,
)


STEMS = (
    *("first", "originall", "previousl", "translat", "ilk", "çeviri", "çevr", "tercüme", "zuerst"),
    *("впервые", "publi"),
)
"""What one of the cues begins with, in small letters, every i alike: plain search is faster."""


def _has_cue(text: str) -> bool:
    lowered = text.casefold().replace("i̇", "i").replace("ı", "i")
    return any(map(lowered.__contains__, STEMS)) and CUE.search(text) is not None


def read_first_publication(body: Sequence[Block], ledger: Ledger) -> PrintedDate | None:
    """Return the date that the first or last paragraphs give for the first publication; it is reported."""
    numbers = [*range(min(EDGE, len(body))), *range(max(len(body) - EDGE, EDGE), len(body))]
    for number in numbers:
        block = body[number]
        if block.type != "paragraph" or len(block.text) > LONGEST_NOTE:
            continue
        if not any(map(str.isdecimal, block.text)) or not _has_cue(block.text):
            continue  # without a figure there is no date
        dates = [date for date in find_dates(block.text) if date.iso and date.year]
        if dates and dates[0].iso:
            place = block.span
            ledger.note("/metadata/original_published", place, "note to the reader", 0.9)
            ledger.find(Code.TRANSLATION_NOTE, place, f"/body/{number}", text=quoted(block.text))
            return PrintedDate(dates[0].iso, dates[0].precision, dates[0].literal)
    return None
