"""The shapes of dates: every pattern begins or ends at figures, so that only figures are searched for."""

from __future__ import annotations

import re

FIGURES = re.compile(r"\d+")
LAST_LETTERS = re.compile(r"[^\W\d_]+\Z")

BLANKS = " \t\u00a0\u2007\u2009\u202f"
BLANK = f"[{BLANKS}]"
DASHES = "-–—‒"
DASH = f"{BLANK}{{0,2}}[{DASHES}]{BLANK}{{0,2}}"
MONTH = r"[^\W\d_]{2,12}"
YEAR = r"[12۱۲١٢]\d{3}"

NUMERIC = re.compile(
    r"""
    (?P<iso_year>\d{4}) (?P<iso_mark>[-./])              # 2025-05-30
    (?P<iso_month>\d{1,2}) (?P=iso_mark) (?P<iso_day>\d{1,2})
    | (?P<first>\d{1,2}) (?P<mark>[-./])                 # 30.05.2025, 05/30/2025
    (?P<second>\d{1,2}) (?P=mark) (?P<year>\d{4})
    """,
    re.VERBOSE,
)

DAY_FIRST = re.compile(
    rf"""
    (?: \d{{1,2}} / (?= \d{{1,2}} {BLANK} ) )?                              # 10/22 November 1917
    (?P<day> \d{{1,2}} )
    (?: st | nd | rd | th | er | º | ª | -?го )?                           # 14th, 1er, 1º, 2-го
    (?: {DASH} (?P<last> \d{{1,2}} ) (?: st | nd | rd | th )? )?           # 19-21 May
    (?P<stop> \. )?                                                        # 1. Mai
    (?: {BLANK}{{1,3}} | [-/.]? )                                          # 30 May, 30/May/2025
    (?: (?: of | de ) {BLANK}{{1,3}} )?                                    # 14th of February, 3 de mayo
    (?P<month> {MONTH} ) (?P<month_stop> \. )?                             # Feb.
    (?: {DASH} \d{{1,2}} {BLANK}{{1,2}} (?P<last_month> {MONTH} ) )?       # 28 April - 3 May
    (?:
        (?: ,? {BLANK}{{1,3}} (?: del? {BLANK}{{1,2}} )? | [-/.,] )        # May 2025; May, 2025; mayo de 2025
        (?P<year> {YEAR} ) (?! \d )
    )?
    """,
    re.VERBOSE,
)

MONTH_BEFORE = re.compile(
    rf"""
    (?<! [^\W\d_] )
    (?P<month> {MONTH} ) \.?                                               # Feb.
    (?: {DASH} (?P<last_month> {MONTH} ) \.? ){{0,3}}                      # Eylül-Ekim-Kasım
    ,? {BLANK}{{1,3}} (?: (?: of | del? ) {BLANK} )?                       # mayo de
    \Z
    """,
    re.VERBOSE,
)
"""A month's name, and no more, before the figures."""

AFTER_MONTH = re.compile(
    rf"""
    (?P<day> \d{{1,2}} ) (?: st | nd | rd | th )?
    (?! [\d%:] | [.,]\d (?!\d{{3}}(?!\d)) | {BLANK}? [%°] )                # not May 30.5, May 30%
    (?P<range>
        {DASH} (?: (?P<last_month> {MONTH} ) \.? {BLANK}{{1,2}} )?         # April 28 - May 3
        (?P<last> \d{{1,2}} ) (?! \d )                                     # June 27 - 30
    )?
    (?: (?: , {BLANK}{{0,3}} | {BLANK}{{1,3}} ) (?P<year> {YEAR} ) (?! \d | [.,]\d ) )?
    """,
    re.VERBOSE,
)

NUMBER_WORD = re.compile(
    r"""
    (?<! [^\W_] )
    (?: no | nr | num | number | sayı | sayi | issue | vol | cilt | № | n[°º] ) [.:\s]* \Z
                                    # No: 3 Mayıs 2009
    | \d{4} \s? / \s? \Z           # 2018 / 27 June 2018
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What makes the next number that of a report or issue, so that only month and year after it are a date."""

YEAR_GOES_ON = re.compile(r"[\w\-–/]|[.,]\d|\s?/\s?\d")
"""What after four figures says that they are no year standing alone: ``2025 / 37``, ``2009-2025``."""

ISO_MONTH = re.compile(r"\s*(?P<year>\d{4})-(?P<month>\d\d)\s*")
TAIL = re.compile(r"\s*(?:г(?:\.|ода|од)?|yılı|-?c[iıuü]\s+il)?\s*[.,;]?\s*")
"""What may follow a date that is a whole text: ``г.``, ``yılı``, ``-ci il``, a stop."""

IN_PATH = re.compile(
    r"""
    / (?P<compact> (?:19|20)\d\d [01]\d [0-3]\d ) (?= [/._-] | \Z )          # /20250521/
    | [/_-] (?P<year> (?:19|20)\d\d ) (?P<mark> [-/_] )                      # /2025/05/21, -2025-05-21
      (?P<month> \d\d? | [a-z]{3} ) (?P=mark) (?P<day> \d\d? ) (?! \d )      # /2022/sep/27
    | / (?P<only_year> (?:19|20)\d\d ) / (?P<only_month> [01]\d ) (?= / )    # /2025/05/
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
