"""Which characters of a text read otherwise than they stand: ligatures, entities, damaged letters.

Each family is told by its own signs. Letters that a wrong code page made are repaired only where several
signs agree, since each of them is also a letter of some language.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from converter.diagnostics import Code
from converter.normalizers.languages import language_of
from converter.normalizers.spaces import places_of
from converter.readers.encoding import FORBIDDEN
from converter.readers.mojibake import undamaged


class Repair(NamedTuple):
    """A stretch of a text and how it reads (empty: it is no text); ``code`` is the finding that says so."""

    start: int
    end: int
    text: str
    code: Code


ASCII = re.compile("[\x00-\x7f]+")

LIGATURE = re.compile("[\ufb00-\ufb06]")
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
"""Soft hyphen, zero-width space, word joiner, byte order mark; joiners that shape letters stay."""

UNUSUAL = frozenset(map(chr, (0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x300, 0x370), *range(0xFB00, 0xFB07))))
"""All of these, and the marks that combine with the letter before."""

DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
ENTITY = re.compile(r"&(?:amp;)?(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

FEWEST_SIGNS = 2
"""Kinds of damaged letters that a text must have before any is repaired."""

TURKISH_AS_WESTERN = {"Ý": "İ", "ý": "ı", "Þ": "Ş", "þ": "ş", "Ð": "Ğ", "ð": "ğ"}
"""Letters of the Turkish code page as the Western one has them."""
MENDED = str.maketrans("".join(TURKISH_AS_WESTERN), "".join(TURKISH_AS_WESTERN.values()))
WESTERN_SIGN = re.compile("[ÝýÞþÐð]")
SOUND = frozenset("ıİşŞğĞ")
OTHER_LANGUAGES = re.compile("[áéíóúÁÉÍÓÚæÆøØåÅäÄňŇžŽěĚšŠčČřŘďťůńłśźć]")
"""Letters of which a damaged Turkish text has next to none, but Icelandic, Turkmen and Czech have many."""

FEWEST_LOST = 3


def find_repairs(text: str, *, with_entities: bool) -> list[Repair]:
    """Return what reads otherwise than it stands, in order and without overlap."""
    found = list(_entities(text)) if with_entities and "&" in text else []
    stretches = ASCII.split(text)
    letters = set("".join(stretches))
    if not UNUSUAL.isdisjoint(letters):
        found += _unusual(text)
    found += [Repair(start, end, read, Code.MOJIBAKE) for start, end, read in undamaged(text, stretches)]
    if len(letters & TURKISH_AS_WESTERN.keys()) >= FEWEST_SIGNS and SOUND.isdisjoint(letters):
        found += _turkish_as_western(text)
    found.sort(key=lambda repair: (repair.start, -repair.end))
    kept: list[Repair] = []
    for repair in found:
        if not kept or repair.start >= kept[-1].end:
            kept.append(repair)
    return kept


def lost_letters(text: str) -> list[tuple[int, int]]:
    """Return where letters were replaced by ``?`` or U+FFFD: nobody can mend them."""
    signs = places_of("?\ufffd", text)
    places = [(at, at + 1) for at in signs if text[at] == "\ufffd" or _is_inside_word(at, text)]
    return places if len(places) >= FEWEST_LOST else []


def _is_inside_word(at: int, text: str) -> bool:
    if not (text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()):
        return False
    return "://" not in text[text.rfind(" ", 0, at) + 1 : at]


def _unusual(text: str) -> Iterator[Repair]:
    for match in LIGATURE.finditer(text):
        yield Repair(*match.span(), normalize("NFKC", match[0]), Code.LIGATURES)
    for match in INVISIBLE.finditer(text):
        yield Repair(*match.span(), "", Code.INVISIBLE)
    for match in DECOMPOSED.finditer(text):
        composed = normalize("NFC", match[0])
        if composed != match[0]:
            yield Repair(*match.span(), composed, Code.COMPOSED)


def _entities(text: str) -> Iterator[Repair]:
    for match in ENTITY.finditer(text):
        character = html.unescape(html.unescape(match[0]))
        if (
            character not in ("", "\ufffd", match[0])
            and not FORBIDDEN.search(character)
            and len(character) <= 2
        ):
            yield Repair(*match.span(), character, Code.ENTITIES)


def doubtful_letter(text: str) -> tuple[int, int] | None:
    """Return the place of a letter that may be damaged Turkish, where too few signs agree."""
    if text.isascii() or not any(sign in text for sign in TURKISH_AS_WESTERN):
        return None
    sign = WESTERN_SIGN.search(text)
    return sign.span() if sign and SOUND.isdisjoint(text) and not OTHER_LANGUAGES.search(text) else None


def _turkish_as_western(text: str) -> list[Repair]:
    """Read ``ý``, ``þ``, ``ð`` as ``ı``, ``ş``, ``ğ`` where only a damaged Turkish text can have them."""
    signs = list(WESTERN_SIGN.finditer(text))
    kinds = {sign[0].lower() for sign in signs}
    if len(kinds) < FEWEST_SIGNS or 10 * len(OTHER_LANGUAGES.findall(text)) > len(signs):
        return []
    around = " ".join(line for line in text.splitlines() if WESTERN_SIGN.search(line))
    language, _ = language_of(around.translate(MENDED))
    if language != "tr":
        return []
    return [Repair(*sign.span(), TURKISH_AS_WESTERN[sign[0]], Code.MOJIBAKE) for sign in signs]
