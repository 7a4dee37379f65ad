"""Whether a value is a language tag (BCP 47): its form, and whether its subtags are registered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from converter.validation.language_subtags import REGIONS, SCRIPTS, THREE_LETTERS, TWO_LETTERS

LANGUAGE_TAG = re.compile(
    r"""
    (?P<language> [a-z]{2,8} ) (?P<extended> (?:-[a-z]{3}){0,3} )   # az, zh-yue
    (?: -(?P<script> [a-z]{4} ) )?                                  # az-Cyrl
    (?: -(?P<region> [a-z]{2} | \d{3} ) )?                          # tr-TR, es-419
    (?: -(?: [a-z\d]{5,8} | \d[a-z\d]{3} ) )*+                      # de-1901
    (?: -[a-wyz\d] (?: -[a-z\d]{2,8} )++ )*+                        # en-u-ca-gregory
    (?: -x (?: -[a-z\d]{1,8} )++ )?                                 # tr-x-lower
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
PRIVATE_TAG = re.compile(r"x(?:-[a-z\d]{1,8})++", re.IGNORECASE | re.ASCII)
PRIVATE_SUBTAGS = {
    "language": re.compile("q[a-t][a-z]"),
    "script": re.compile("qa(?:a[a-z]|b[a-x])"),
    "region": re.compile("aa|q[m-z]|x[a-z]|zz"),
}
"""What the registry leaves to private use."""
OLD_TAGS = frozenset(
    (
        *("en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux"),
        *("i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu"),
        *("sgn-be-fr", "sgn-be-nl", "sgn-ch-de"),
    )
)
"""Registered before there was a form."""
MEANT = {
    # the code of a country, a name or an older code in place of the language's
    "al": "sq",
    "bd": "bn",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "ge": "ka",
    "gr": "el",
    "il": "he",
    "ir": "fa",
    "jp": "ja",
    "kz": "kk",
    "md": "ro",
    "rs": "sr",
    "tm": "tk",
    "ua": "uk",
    "vn": "vi",
    "arabic": "ar",
    "armenian": "hy",
    "english": "en",
    "french": "fr",
    "georgian": "ka",
    "german": "de",
    "greek": "el",
    "ngerman": "de",
    "persian": "fa",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "american": "en-US",
    "british": "en-GB",
    "italian": "it",
    "polish": "pl",
    "ukrainian": "uk",
}


def language_problem(value: str) -> str | None:
    """Say what keeps a value from being a language tag.

    >>> language_problem("az-Cyrl-AZ"), language_problem("jp"), language_problem("tr-XY")
    (None, 'no language is registered as jp; ja may be meant', None)
    >>> language_problem("tr_TR"), language_problem("en-UK")
    ('it does not have the form of one', 'no region is registered as UK')
    """
    if value.lower() in OLD_TAGS or PRIVATE_TAG.fullmatch(value):
        return None
    tag = LANGUAGE_TAG.fullmatch(value)
    if tag is None:
        return "it does not have the form of one"
    return next(_unregistered(tag), None)


def _unregistered(tag: re.Match[str]) -> Iterator[str]:
    for kind, subtag in _subtags(tag):
        small = subtag.lower()
        if small not in registered(kind) and not PRIVATE_SUBTAGS[kind].fullmatch(small):
            meant = f"; {MEANT[small]} may be meant" if kind == "language" and small in MEANT else ""
            yield f"no {kind} is registered as {subtag}{meant}"


def _subtags(tag: re.Match[str]) -> Iterator[tuple[str, str]]:
    yield "language", tag["language"]
    yield from (("language", subtag) for subtag in tag["extended"].split("-")[1:])
    for kind in ("script", "region"):
        if tag[kind]:
            yield kind, tag[kind]


@cache
def registered(kind: str) -> frozenset[str]:
    """Return the registered subtags of a kind.

    >>> "aaa" in registered("language"), "cyrl" in registered("script"), "tr" in registered("region")
    (True, True, True)
    """
    if kind == "language":
        groups = (group.partition(":") for group in THREE_LETTERS.split())
        long = (start + end for start, _, ends in groups for end in ends)
        return frozenset((*TWO_LETTERS.split(), *long))
    return frozenset((SCRIPTS if kind == "script" else REGIONS).split())
