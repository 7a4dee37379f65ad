"""What is read in the samples is what a careful reader wrote down, but for a list of known gaps."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.gold.check import main as check_all_truths
from tests.gold.compare import differences
from tests.samples import NAMES, converted

GOLD = Path(__file__).parent

KNOWN_GAPS: dict[str, list[str]] = {
    "abae-2021-4.md": ["note 20 work 1 language: expected 'tr', got 'und'"],
    "dapa-2023-8.md": ["note 4 work 1 language: expected 'de', got 'und'"],
    "straitsforum-2022-7.md": [
        "note 1 work 1 page: expected None, got '4'",
        "note 1 work 1 issued: expected '2021', got None",
    ],
    "straitsforum-2024-19.md": ["note 5 kind: expected 'reference', got 'mixed'"],
}
"""Sample → the differences that we know of. A new one fails; so does one that is gone but still listed."""


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_as_a_careful_reader_reads_it(name: str) -> None:
    """The document differs from the hand-written truth only where the list of known gaps says so."""
    truth = tomllib.loads((GOLD / f"{Path(name).stem}.toml").read_text("utf-8"))
    assert KNOWN_GAPS.get(name, []) == list(differences(truth, converted(name)))


def test_known_gaps_are_of_samples() -> None:
    """No gap is listed for a sample that is not there."""
    assert set() == KNOWN_GAPS.keys() - set(NAMES)


def test_every_truth_stands_in_its_sample(capsys: pytest.CaptureFixture[str]) -> None:
    """What the truths say is printed in the samples, and every sample has its truth."""
    check_all_truths()
    assert capsys.readouterr().out == ""
