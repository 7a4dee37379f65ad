"""Text tables as test cases: ``test_find_dates(case)`` runs over ``fixtures/find_dates.txt``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

FIXTURES = Path(__file__).parent / "fixtures"
CASE = re.compile(
    r"^(?P<title>[^\n]+)\n\.\n(?P<written>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.(?:\n+|\Z)", re.MULTILINE
)


class Case(NamedTuple):
    """One row of a table: a title, what goes in, what must come out."""

    title: str
    written: str
    expected: str


def read_table(path: Path) -> list[Case]:
    """Read a table of cases, and refuse one in which anything is no case."""
    text = path.read_text(encoding="utf-8")
    cases = [
        Case(m["title"], m["written"].rstrip("\n"), m["expected"].rstrip("\n")) for m in CASE.finditer(text)
    ]
    if CASE.sub("", text).strip() or len({case.title for case in cases}) != len(cases):
        raise ValueError(f"{path.name}: a row is not closed, or a title is given twice")
    return cases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for ``case`` the rows of the table of its name."""
    if "case" in metafunc.fixturenames:
        cases = read_table(FIXTURES / f"{metafunc.function.__name__.removeprefix('test_')}.txt")
        metafunc.parametrize("case", cases, ids=[case.title for case in cases])
