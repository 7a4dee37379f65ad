"""What all tests share: the flag that rewrites expected outputs."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--accept``: what came out becomes what is expected; review the difference."""
    parser.addoption("--accept", action="store_true", help="rewrite expected outputs with what came out")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Say whether expected outputs are to be rewritten."""
    return bool(request.config.getoption("--accept"))
