"""How much of labelled references is read right: soft F1 over the words, and what is silently wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from converter.normalizers.urls import clean_url, web_target
from converter.references import ParsedReference, parse_references
from converter.references.cleaning import (
    ISSUE,
    VOLUME,
    clean_edition,
    clean_number,
    clean_pages,
    clean_report_number,
)
from converter.references.people import read_people
from converter.references.when import read_date, with_day
from converter.works import Work

LABELLED = Path(__file__).parent / "labelled"
PART = re.compile(r"\{(?P<name>[a-z]+)\|(?P<text>[^{}]*)\}")
WORD = re.compile(r"[^\W_]+")
Words = Counter[str]


@dataclass
class Score:
    """Words that are right, too many and missing, by part; and the parts that are wrong."""

    right: Words = field(default_factory=Counter)
    added: Words = field(default_factory=Counter)
    missing: Words = field(default_factory=Counter)
    parts: int = 0
    wrong: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The soft F1 over all parts, in per cent."""
        right, other = self.right.total(), self.added.total() + self.missing.total()
        return 100 * 2 * right / max(1, 2 * right + other)

    def of(self, part: str) -> float:
        """Return the soft F1 of one part, in per cent."""
        right, other = self.right[part], self.added[part] + self.missing[part]
        return 100 * 2 * right / max(1, 2 * right + other)


def labelled(name: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield the references of a file as printed, each with the parts that it has."""
    for line in (LABELLED / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            parts: dict[str, list[str]] = {}
            for match in PART.finditer(line):
                parts.setdefault(match["name"], []).append(match["text"])
            yield PART.sub(lambda match: match["text"], line), parts


def words(text: str) -> Words:
    """Return the words of a text, in small letters."""
    return Counter(WORD.findall(text.replace("İ", "i").lower()))


def _people(texts: list[str]) -> str:
    return " ".join(name.literal for text in texts for name in read_people(text))


def _date(texts: list[str]) -> str:
    dates = [read_date(text) for text in texts]
    first = next((date for date in dates if date), None)
    for text, date in zip(texts, dates, strict=True):
        if first and date is None:
            first = with_day(first, text)
    return first.date if first else ""


GOLD: Mapping[str, Callable[[list[str]], str]] = {
    "author": _people, "editor": _people, "translator": _people,
    "title": " ".join, "container": " ".join, "publisher": " ".join, "place": " ".join, "genre": " ".join,
    "volume": lambda texts: clean_number(texts[0], VOLUME),
    "issue": lambda texts: clean_number(texts[0], ISSUE),
    "number": lambda texts: clean_report_number(texts[0]),
    "page": lambda texts: clean_pages(texts[0]),
    "edition": lambda texts: clean_edition(texts[0]),
    "date": _date, "accessed": _date,
    "url": lambda texts: str(web_target(clean_url(texts[0])[0])),
    "doi": lambda texts: texts[0][texts[0].find("10.") :],
}  # fmt: skip


def read_parts(work: Work) -> dict[str, str]:
    """Return the parts of a work as text."""
    found = {
        "author": " ".join(name.literal for name in work.author),
        "editor": " ".join(name.literal for name in work.editor),
        "translator": " ".join(name.literal for name in work.translator),
        "title": work.title, "container": work.container, "publisher": work.publisher,
        "place": work.publisher_place, "genre": work.genre, "volume": work.volume, "issue": work.issue,
        "number": work.number, "page": work.page, "edition": work.edition, "url": work.url, "doi": work.doi,
        "date": work.issued.date if work.issued else None,
        "accessed": work.accessed.date if work.accessed else None,
    }  # fmt: skip
    return {name: text for name, text in found.items() if text}


def measure(references: Iterable[tuple[str, dict[str, list[str]]]]) -> Score:
    """Read references and hold what was read against what they are labelled with."""
    score = Score()
    for text, parts in references:
        found = parse_references(text)
        flagged = {str(finding.field).rsplit("/", 1)[-1] for finding in found.diagnostics}
        gold = {name: words(GOLD[name](texts)) for name, texts in parts.items() if name in GOLD}
        read = {name: words(value) for name, value in read_parts(found.references[0].work).items()}
        _compare(score, text, gold, read, flagged)
    return score


def _compare(
    score: Score, text: str, gold: Mapping[str, Words], read: Mapping[str, Words], flagged: set[str]
) -> None:
    for name in sorted(gold.keys() | read.keys()):
        expected, actual = gold.get(name, Counter()), read.get(name, Counter())
        common = (expected & actual).total()
        score.right[name] += common
        score.added[name] += actual.total() - common
        score.missing[name] += expected.total() - common
        score.parts += name in read
        if expected != actual:
            told = f"{name}: {' '.join(expected)} -> {' '.join(actual)} | {text}"
            score.wrong.append(told)
            if name in read and not flagged & {name, "0"}:
                score.silent.append(told)


def understood(references: Iterable[ParsedReference]) -> int:
    """Return how many lines were taken for references."""
    return sum(reference.understood for reference in references)
