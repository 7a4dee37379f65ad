"""Volume and number of an issue are looked for where they can begin, and nothing is missed for that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.analysis.issues import BEGIN, ISSUE
from tests.samples import ROOT

CORPUS = ROOT / "tests" / "gold" / "corpus" / "development"
EVERYWHERE = re.compile(ISSUE.pattern.replace(f"(?= {BEGIN} )", "", 1), ISSUE.flags)
PRINTED = (
    "vol. 3, no. 2", "2021. № 12 (48)", "No: 2018 / 27", "nr 14 (89)/2021", "Выпуск 7 (2019)", "Sayı: 7",
    "2023/07",
    "2021年第5期", "Papier 12 (2019)", "Nota 08/2019", " 9/2024", "Sayı 2023-41", "第3卷，第12期", "第12号",
    "제12호", "aNo. 12期", "#7", "n° 4", "Número 8", "Τεύχος 5", "شماره 4", "رقم 4", "גיליון 5", "nömrə 3",
)  # fmt: skip


@pytest.mark.parametrize("text", PRINTED)
def test_each_form_is_found(text: str) -> None:
    """Every way to print an issue is found as if the pattern were tried at every place."""
    found = ISSUE.search(text)
    assert found
    assert found.span() == EVERYWHERE.search(text).span()  # type: ignore[union-attr]  # found as well


@pytest.mark.parametrize("page", sorted(CORPUS.glob("*.gold"))[::4], ids=lambda page: Path(page).stem)
def test_no_issue_of_a_page_is_missed(page: Path) -> None:
    """The places where the pattern is not tried hold no issue."""
    lines = [line for line in page.read_text("utf-8").splitlines() if any(map(str.isdecimal, line))]
    spans = [[match.span() for match in ISSUE.finditer(line)] for line in lines]
    assert spans == [[match.span() for match in EVERYWHERE.finditer(line)] for line in lines]
