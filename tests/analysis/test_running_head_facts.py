"""What running heads say of the document."""

from __future__ import annotations

from converter.pipeline import convert_text

PROSE = "The ministry counts the ships that come in, while nobody counts the ones that leave again at night."
HEAD = "Tidal Commentary No: 2018 / 38 June 2018"
PAGES = (
    f"{HEAD}\n\nTHE QUIET HARBOUR\n\nAda ORMAN\n\n{PROSE}\n\n1\n{HEAD}\n\n{PROSE}\n\n2\n{HEAD}\n\n{PROSE}\n"
)


def test_a_running_head_names_series_and_date_where_nothing_else_does() -> None:
    """It stays furniture, and is their evidence."""
    commentary = convert_text(PAGES).commentary
    metadata = commentary.metadata
    assert metadata.series is not None
    assert metadata.published is not None
    assert (metadata.series.volume, metadata.series.number) == ("2018", "38")
    assert metadata.published.date == "2018-06"
    assert {one.rule for one in commentary.provenance.evidence} >= {"running head"}
    assert HEAD in [one.text for one in commentary.provenance.furniture]


def test_the_header_is_believed_before_a_running_head() -> None:
    """A head may be that of the whole series, or of the day of printing."""
    text = PAGES.replace("Ada ORMAN", "Ada ORMAN\n\nNote No. 12\n\n3 May 2017")
    metadata = convert_text(text).commentary.metadata
    assert metadata.series is not None
    assert metadata.published is not None
    assert metadata.series.number == "12"
    assert metadata.published.date == "2017-05-03"
