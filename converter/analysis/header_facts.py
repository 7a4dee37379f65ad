"""How surely a line of the header says a number, a date or another labelled fact."""

from __future__ import annotations

import re

from converter.analysis.issues import is_issue_line
from converter.analysis.series import find_header_series
from converter.normalizers.dates import find_dates
from converter.normalizers.house_names import house_name
from converter.normalizers.kept import kept
from converter.normalizers.urls import doi_of
from converter.profiles import Profile

LONGEST_FACTS = 140
LONGEST_LABELLED = 100

LABELLED = re.compile(r"[^\W\d_]\w{1,20}(?: \w{1,12})?\s:(?:\s|$)")
SURE_FACT = 4.0
"""Score of a line that is a date, a number or another labelled fact, from which on it is little else."""

FILLED = 6.5
"""Score of a line that a fact fills."""


@kept
def header_facts(text: str, profile: Profile) -> float:
    """Score a line that says a number, a date or another labelled fact."""
    if len(text) > LONGEST_FACTS:
        return 0.0
    if any(map(str.isdigit, text)) and (score := _by_figures(text, profile)):
        return score
    labels = (profile.header, profile.series_label, profile.publisher_label)
    if len(text) <= LONGEST_LABELLED and any(
        (label := one.match(text)) and label.end() < len(text) for one in labels
    ):
        return SURE_FACT + 0.5
    return 2.0 if len(text) < 60 and ":" in text and LABELLED.match(text) else 0.0


def _by_figures(text: str, profile: Profile) -> float:
    """Score a line by the DOI, the issue and the dates that it has."""
    if is_issue_line(text):
        return FILLED
    if (doi := doi_of(text)) and len(doi) >= 0.5 * len(text):
        return FILLED
    series = find_header_series(text, profile)
    if series and series.end - series.start >= 0.5 * len(text):
        return FILLED
    dates = find_dates(text, years=True)
    covered = sum(date.end - date.start for date in dates)
    if dates and covered >= 0.6 * len(text):
        return FILLED
    if dates and dates[-1].end >= len(text) - 2 and house_name(text.partition(",")[0]):
        return SURE_FACT
    if series or (dates and (covered >= 0.3 * len(text) or profile.date.match(text))):
        return SURE_FACT
    return 0.0
