"""UTF-8 that was read in another code page, once or more often: ``Ã¼``, ``Ä±``, ``â€œ``, ``РўРёС…РѕРµ``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.normalizers.spaces import places_of

WESTERN = ("cp1252", "cp1254")
CYRILLIC = ("cp1251",)
MOST_TIMES = 3
"""Times that a text may have gone through the wrong code page."""

PLAUSIBLE = re.compile(
    "[\u00a0-\u024f\u0259\u018f\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0600-\u06ff\u10a0-\u10ff\u1e00-\u1eff"
    "\u2010-\u203a\u2070-\u214f\u2190-\u22ff]+"
)
"""What comes out of such a repair in commentaries; phonetic letters do not."""

LETTER = re.compile("[\u00c0-\u024f\u0370-\u1fff]")
FEWEST_SIGNS = 2
"""Places that a wrong code page must have damaged before any is repaired."""

CYRILLIC_SIGNS = frozenset("ЂЃѓ‚„…†‡‰Љ‹ЊЌЋЏђљњќћџЎўЈ¤Ґ¦§Ё©Є¬®Ї°±Ііґµ¶·ёєјЅѕї")
FEWEST_KINDS = 4
"""Kinds of them that a damaged Cyrillic text has: each stands for one of its letters."""

QUOTE_CUT_SHORT = re.compile(
    "â€(?![\u0080-\u00bf\u2013-\u203a\u20ac\u2122\u0152\u0153\u0160\u0161\u0178\u02dc])"
)
"""A closing quotation mark, whose last byte stands for nothing in the code page and was dropped."""

TURKISH_CUT_SHORT = re.compile("(?:Å|Ä)(?=[A-Za-z\u00c0-\u017f])(?![\u0080-\u00bf])")
CUT_SHORT = {"Å": "Ş", "Ä": "Ğ"}
"""Capitals whose last byte was dropped so."""

LOST_IN_CYRILLIC = "И"
"""The one letter whose last byte the Cyrillic code page does not have."""

LEFT = re.compile("[ÃÅÄÐÑ][\u0080-\u00bf\u0152-\u2122]|â€|Р[\u00a0-\u00bf]")


def _images(page: str, first: int, last: int) -> str:
    """Return the characters for which a code page reads these bytes, for a pattern."""
    found = [bytes([byte]).decode(page, "replace") for byte in range(first, last + 1)]
    return re.escape("".join(one for one in found if one != "\ufffd"))


def _damaged(pages: Sequence[str]) -> re.Pattern[str]:
    two = "".join(_images(page, 0xC2, 0xD9) + _images(page, 0xDB, 0xDF) for page in pages)
    three = "".join(_images(page, 0xE1, 0xE2) for page in pages)
    rest = "".join(_images(page, 0x80, 0xBF) for page in pages) + "\u0080-\u00bf"
    return re.compile(f"(?:[{two}][{rest}]|[{three}][{rest}]{{2}})+")


AS_WESTERN, AS_CYRILLIC = _damaged(WESTERN), _damaged(CYRILLIC)


def undamaged(text: str, stretches: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return where UTF-8 was read wrongly, and how it reads; nothing if hardly any of it is.

    ``stretches`` are those of the text that are not ASCII.
    """
    western = any(AS_WESTERN.search(stretch) for stretch in stretches if len(stretch) > 1)
    if western and (found := _repaired(text, AS_WESTERN, WESTERN)):
        return sorted([*found, *_cut_short(text, found)])
    letters = set("".join(stretches))
    if len(letters & CYRILLIC_SIGNS) >= FEWEST_KINDS and not letters.isdisjoint("РС"):
        found = _repaired(text, AS_CYRILLIC, CYRILLIC)
        taken = {at for start, end, _ in found for at in range(start, end)}
        cut = places_of("Р", text) if found else ()
        return sorted([*found, *((at, at + 1, LOST_IN_CYRILLIC) for at in cut if at not in taken)])
    return []


def left_damaged(text: str, repairs: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Return the place of what still looks so behind the repairs: a byte of it is lost."""
    taken = {start for start, _, _ in repairs}
    ends = [(start, end) for start, end, _ in repairs]
    for match in LEFT.finditer(text):
        if match.start() not in taken and not any(start <= match.start() < end for start, end in ends):
            return match.span()
    return None


def _repaired(text: str, damaged: re.Pattern[str], pages: Sequence[str]) -> list[tuple[int, int, str]]:
    """Decode again what was decoded wrongly, in a text that has hardly a sound letter beside it."""
    found, failed, letters = list[tuple[int, int, str]](), 0, 0
    for match in damaged.finditer(text):
        decoded = _decoded_again(match[0], damaged, pages)
        if decoded and PLAUSIBLE.fullmatch(decoded):
            found.append((*match.span(), decoded))
            letters += len(LETTER.findall(match[0]))
        else:
            failed += 1
    if len(found) < max(FEWEST_SIGNS, 4 * failed):
        return []
    sound = len(LETTER.findall(text)) - letters
    return found if sound <= 2 * len(found) else []


def _decoded_again(read: str, damaged: re.Pattern[str], pages: Sequence[str]) -> str | None:
    """Undo the wrong readings, as long as what comes out still looks like one."""
    for _ in range(MOST_TIMES):
        decoded = next((one for page in pages if (one := _decoded_once(read, page))), None)
        if decoded is None:
            return None
        if not damaged.fullmatch(decoded):
            return decoded
        read = decoded
    return read


def _decoded_once(read: str, page: str) -> str | None:
    try:
        content = b"".join(
            bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode(page) for sign in read
        )
        return content.decode("utf-8")
    except UnicodeError:
        return None


def _cut_short(text: str, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield what is known of characters whose last byte the wrong code page does not have."""
    for match in QUOTE_CUT_SHORT.finditer(text):
        yield (*match.span(), "”")
    if any("ı" in decoded for _, _, decoded in found):
        taken = {start for start, _, _ in found}
        for match in TURKISH_CUT_SHORT.finditer(text):
            if match.start() not in taken:
                yield (*match.span(), CUT_SHORT[match[0]])
