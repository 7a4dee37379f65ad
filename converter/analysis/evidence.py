"""Whether a stretch of a note can be the citation of a work at all."""

from __future__ import annotations

from converter.analysis.quotes import find_quotes
from converter.analysis.work_patterns import (
    DATE_AT_END,
    IMPRINT,
    LETTERS,
    PAGE,
    SET_APART_NUMBER,
    SHORT_FORM,
    VOLUME_PAGES,
    YEAR,
)
from converter.analysis.work_people import is_body
from converter.normalizers.dates import find_dates
from converter.normalizers.names import is_corporate
from converter.normalizers.urls import doi_of
from converter.profiles.outlets import is_known_outlet


def has_evidence(text: str) -> bool:
    """Tell whether a stretch has an address, a quoted title with a year, an imprint, or the like."""
    if "://" in text or "www." in text or doi_of(text):
        return True
    if ":" in text and any(
        LETTERS.search(match["publisher"] or match["publisher2"]) for match in IMPRINT.finditer(text)
    ):
        return True
    if ("/" in text or "(" in text) and SET_APART_NUMBER.search(text):
        return True
    if YEAR.search(text) is None:
        return SHORT_FORM.search(text) is not None or (
            VOLUME_PAGES.search(text) is not None and bool(find_quotes(text))
        )
    return (
        bool(find_quotes(text))
        or PAGE.search(text) is not None
        or text.count(",") >= 3
        or _is_report_of_body(text)
        or _is_dated_title(text)
    )


def _is_report_of_body(text: str) -> bool:
    """Know `Harbour Fund, World Outlook, April 2024`: a body, a title, a date at the end."""
    head, comma, rest = text.strip().partition(", ")
    if not comma or not rest[:1].isupper() or DATE_AT_END.search(rest) is None:
        return False
    return is_body(head) or (" " not in head and head.isupper() and is_corporate(head))


def _is_dated_title(text: str) -> bool:
    """Know `Declaration on the Waters of the Delta, 2 June 1961`: words of a name, a comma, a date."""
    dates = find_dates(text)
    date = next((date for date in dates if date.year and date.precision == "day"), None)
    if date is None or not text[: date.start].rstrip().endswith(","):
        return False
    if is_known_outlet(text[: date.start].strip(" ,"), alone=True):
        return True
    words = [word for word in text[: date.start].split() if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
