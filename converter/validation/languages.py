"""Whether a value has the form of a language tag (BCP 47)."""

from __future__ import annotations

import re

LANGUAGE_TAG = re.compile(
    r"""
    (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4,8} )   # az, zh-yue
    (?: -[a-z]{4} )?                                   # az-Cyrl
    (?: -(?: [a-z]{2} | \d{3} ) )?                     # tr-TR, es-419
    (?: -(?: [a-z\d]{5,8} | \d[a-z\d]{3} ) )*+         # de-1901
    (?: -[a-wyz\d] (?: -[a-z\d]{2,8} )++ )*+           # en-u-ca-gregory
    (?: -x (?: -[a-z\d]{1,8} )++ )?                    # tr-x-lower
    | x (?: -[a-z\d]{1,8} )++                          # x-house
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def is_language_tag(value: str) -> bool:
    """Say whether a value is formed like a language tag.

    >>> [is_language_tag(value) for value in ("az", "az-Cyrl-AZ", "und", "turkish language", "tr_TR", "")]
    [True, True, True, False, False, False]
    """
    return LANGUAGE_TAG.fullmatch(value) is not None
