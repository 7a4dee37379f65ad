"""Text tables as test cases: ``test_notes(case)`` runs over ``fixtures/notes.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.normalizers.conftest import read_table

FIXTURES = Path(__file__).parent / "fixtures"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for ``case`` the rows of the table of its name."""
    if "case" in metafunc.fixturenames:
        cases = read_table(FIXTURES / f"{metafunc.function.__name__.removeprefix('test_')}.txt")
        metafunc.parametrize("case", cases, ids=[case.title for case in cases])
