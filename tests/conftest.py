"""What all tests share: the flag that rewrites expected outputs, and how generated cases are run."""

import pytest
from hypothesis import settings

settings.register_profile("converter", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("converter")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--accept``: what came out becomes what is expected; review the difference."""
    parser.addoption("--accept", action="store_true", help="rewrite expected outputs with what came out")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Say whether expected outputs are to be rewritten."""
    return bool(request.config.getoption("--accept"))
