"""Whether a stretch of a note can be the citation of a work at all."""

from __future__ import annotations

from converter.analysis.quotes import find_quotes
from converter.analysis.work_patterns import IMPRINT, LETTERS, PAGE, SHORT_FORM, YEAR
from converter.normalizers.dates import find_dates
from converter.normalizers.urls import doi_of


def has_evidence(text: str) -> bool:
    """Tell whether a stretch has an address, a quoted title with a year, an imprint, or the like."""
    if "://" in text or "www." in text or doi_of(text):
        return True
    if ":" in text and any(
        LETTERS.search(match["publisher"] or match["publisher2"]) for match in IMPRINT.finditer(text)
    ):
        return True
    if YEAR.search(text) is None:
        return SHORT_FORM.search(text) is not None
    return (
        bool(find_quotes(text))
        or PAGE.search(text) is not None
        or text.count(",") >= 3
        or _is_dated_title(text)
    )


def _is_dated_title(text: str) -> bool:
    """Know `Declaration on the Waters of the Delta, 2 June 1961`: words of a name, a comma, a date."""
    date = next((date for date in find_dates(text) if date.year and date.precision == "day"), None)
    if date is None or not text[: date.start].rstrip().endswith(","):
        return False
    words = [word for word in text[: date.start].split() if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
