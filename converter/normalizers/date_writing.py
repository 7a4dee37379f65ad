"""How a date is written in words in the language of the page."""

from __future__ import annotations

import re

from converter.normalizers.months import FULL_NAMES, RUSSIAN_ALONE

ISO = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")
DAY_PATTERNS = {"de": "{day}. {month} {year}", "es": "{day} de {month} de {year}"}
MONTH_PATTERNS = {"es": "{month} de {year}"}
PERSIAN_FIGURES = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def format_date(iso: str, language: str) -> str:
    """Write an ISO date in words; ISO itself in languages whose months we do not know.

    >>> format_date("2025-05-30", "tr"), format_date("2025-05", "ru")
    ('30 Mayıs 2025', 'май 2025')
    """
    tag = language.partition("-")[0].lower()
    match = ISO.fullmatch(iso)
    if match is None or tag not in FULL_NAMES or not match["month"]:
        return iso
    names, pattern = FULL_NAMES[tag], DAY_PATTERNS.get(tag, "{day} {month} {year}")
    if not match["day"]:
        names = RUSSIAN_ALONE if tag == "ru" else names
        pattern = MONTH_PATTERNS.get(tag, "{month} {year}")
    day = "1er" if tag == "fr" and match["day"] == "01" else str(int(match["day"] or 0))
    year = match["year"].strip("-")
    written = pattern.format(day=day, month=names.split()[int(match["month"]) - 1], year=year)
    written = written.removesuffix(" de ").rstrip()
    return written.translate(PERSIAN_FIGURES) if tag == "fa" else written
