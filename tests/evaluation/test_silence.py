"""When a finding points at a value, and when a wrong value is a silent error."""

from __future__ import annotations

import pytest

from converter.diagnostics import Diagnostic
from converter.evaluation.outcomes import judged
from converter.evaluation.silence import points_at, with_flags
from converter.source import Span

LENGTH = 1000
TITLE = judged("work.title", "A", "B", right=False, pointer="/references/3/title", places=(Span(100, 110),))


def warning(
    code: str = "citation-uncertain", field: str | None = None, span: Span | None = None
) -> Diagnostic:
    """Return a finding."""
    return Diagnostic(code, "warning", "", span, field)


@pytest.mark.parametrize(
    ("finding", "points"),
    [
        (warning(field="/references/3/title"), True),
        (warning(field="/references/3"), True),
        (warning(field="/references/3/author/0"), False),
        (warning(field="/references"), False),
        (warning(field="/references/33/title"), False),
        (warning(span=Span(90, 101)), True),
        (warning(span=Span(110, 120)), True),
        (warning(span=Span(112, 120)), False),
        (warning(span=Span(0, 600)), False),
        (warning(), False),
        (warning("language-uncertain", span=Span(100, 110)), False),
        (warning("date-role-open", "/references/3", Span(100, 110)), False),
    ],
)
def test_a_finding_points_by_its_field_or_its_place(finding: Diagnostic, points: bool) -> None:
    """A finding about another value, of another kind, elsewhere or about everything excuses nothing."""
    assert points is points_at(finding, TITLE, LENGTH)


def test_what_is_only_told_excuses_nothing() -> None:
    """An info says that something is sure."""
    told = Diagnostic("citation-uncertain", "info", "", Span(100, 110), "/references/3/title")
    assert [True] == [one.is_silent for one in with_flags([TITLE], [told], LENGTH)]


def test_a_doubted_value_is_no_silent_error() -> None:
    """A warning at its place makes a wrong value one that somebody will look at."""
    assert [False] == [one.is_silent for one in with_flags([TITLE], [warning(span=Span(100, 104))], LENGTH)]
