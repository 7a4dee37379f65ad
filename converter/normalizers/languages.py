"""Which language a text is in: first its script and letters, then its frequent words; unsure is ``und``."""

from __future__ import annotations

import re
from collections.abc import Collection

from converter.normalizers.kept import kept
from converter.normalizers.language_cyrillic import WORDS as CYRILLIC_WORDS
from converter.normalizers.language_cyrillic import cyrillic_language
from converter.normalizers.language_latin import latin_language
from converter.normalizers.language_scripts import ONE_LANGUAGE, arabic_language, script_of
from converter.normalizers.language_tables import UNSURE
from converter.normalizers.language_words import WORDS

SLICE = 1200
"""Letters of a text that are looked at."""
SCRIPT_SLICE = 400
KANA = re.compile("[\u3040-\u30ff]")

URL_TAGS = frozenset([*WORDS, *ONE_LANGUAGE.values(), *CYRILLIC_WORDS, "ar", "fa", "ur", "ckb"])
URL_PATH_TAG = re.compile(r"/([A-Za-z]{2,3})(?:[-_][A-Za-z]{2})?(?=/|\Z|\?)")
URL_QUERY_TAG = re.compile(r"[?&](?:lang|language|hl|locale)=([A-Za-z]{2,3})(?:[-_][A-Za-z]+)?(?=&|#|\Z)")

LANGUAGE_TAG = re.compile(
    r"""
    (?: [a-z]{2,3} (?: -[a-z]{3} ){0,3} | [a-z]{4} | [a-z]{5,8} )        # az, zh-yue
    (?: -[a-z]{4} )?                                                     # az-Cyrl
    (?: -(?: [a-z]{2} | \d{3} ) )?                                       # en-GB, es-419
    (?: -(?: [a-z\d]{5,8} | \d[a-z\d]{3} ) )*                            # de-1996
    (?: -[a-wy-z\d] (?: -[a-z\d]{2,8} )+ )*                              # -u-nu-latn
    (?: -x (?: -[a-z\d]{1,8} )+ )?                                       # -x-own
    | x (?: -[a-z\d]{1,8} )+                                             # x-own
    | i-(?: ami | bnn | default | enochian | hak | klingon | lux | mingo | navajo | pwn | tao | tay | tsu )
    | sgn-be-fr | sgn-be-nl | sgn-ch-de | en-gb-oed | zh-min | zh-min-nan
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def language_of(text: str, allowed: Collection[str] | None = None) -> tuple[str, float]:
    """Return the language tag of a text and a confidence; ``("und", 0.0)`` when unsure.

    ``allowed`` limits the answer to some languages, which makes it surer.

    >>> language_of("Azərbaycan-İsrail hərbi əməkdaşlığı inkişaf etdirilir")[0]
    'az'
    """
    return _language_of(text[:SLICE], frozenset(allowed) if allowed is not None else None)


@kept
def _language_of(piece: str, allowed: Collection[str] | None) -> tuple[str, float]:
    script = "Latin" if piece.isascii() else script_of(piece[:SCRIPT_SLICE])
    tag, confidence = _language_in(script, piece, allowed)
    return UNSURE if allowed is not None and tag not in allowed else (tag, confidence)


def _language_in(script: str, text: str, allowed: Collection[str] | None) -> tuple[str, float]:
    if script == "Latin":
        return latin_language(text, allowed)
    if script == "Cyrillic":
        return cyrillic_language(text.lower(), allowed)
    if script == "Arabic":
        return arabic_language(text)
    if script == "Han" and KANA.search(text):
        return "ja", 1.0
    return (ONE_LANGUAGE[script], 1.0) if script in ONE_LANGUAGE else UNSURE


def language_hint_of_url(url: str) -> str | None:
    """Return the language that a part of the path, the query or the first label of the host names.

    A hint only: ``az.sputniknews.ru`` writes in Russian.

    >>> language_hint_of_url("https://mod.gov.az/az/news/x"), language_hint_of_url("https://tr.mehrnews.com/")
    ('az', 'tr')
    """
    host, slash, path = url.partition("://")[2].partition("/")
    for match in URL_PATH_TAG.finditer(slash + path):
        if match[1].lower() in URL_TAGS:
            return match[1].lower()
    query = URL_QUERY_TAG.search(path)
    if query and query[1].lower() in URL_TAGS:
        return query[1].lower()
    labels = host.lower().removeprefix("www.").split(".")
    return labels[0] if len(labels) > 2 and labels[0] in URL_TAGS else None


def is_language_tag(tag: str) -> bool:
    """Say whether a language tag is well-formed (BCP 47).

    >>> is_language_tag("az-Cyrl"), is_language_tag("english_us")
    (True, False)
    """
    return LANGUAGE_TAG.fullmatch(tag) is not None
