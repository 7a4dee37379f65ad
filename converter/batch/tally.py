"""What a report comes to: counts by status, by finding and by house, and the documents to look at first."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from converter.batch.outputs import REPORT, is_report
from converter.batch.record import EARLIER, Line, read_line
from converter.errors import ConverterError

WORST = 10
EXAMPLES = 3
MOST_HOUSES = 1000
"""More names than that are no houses; the rest is counted together."""
OTHERS = "(others)"
NO_HOUSE = "(no house found)"
SEVERITIES = ("error", "warning", "info")
Weight = tuple[int, int]
"""Errors and warnings of a document."""


class NoReport(ConverterError):
    """There is no report in a folder."""


@dataclass(slots=True)
class FindingCount:
    """How often one finding was reported."""

    code: str
    severity: str
    findings: int = 0
    documents: int = 0
    examples: list[str] = field(default_factory=list)
    """The first places: ``path:line:column: message``."""


@dataclass(slots=True)
class House:
    """What came of the documents of one publisher."""

    name: str
    profile: str
    documents: Counter[str] = field(default_factory=Counter)
    """By what they are: ok, warning, failed."""
    findings: dict[str, FindingCount] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """The sums over the lines of a report; it grows with the kinds of findings, not with the documents."""

    statuses: Counter[str] = field(default_factory=Counter)
    earlier: Counter[str] = field(default_factory=Counter)
    """Of the documents that were up to date: what they are."""
    findings: dict[str, FindingCount] = field(default_factory=dict)
    houses: dict[tuple[str, str], House] = field(default_factory=dict)
    _worst: list[tuple[Weight, int, str]] = field(default_factory=list)
    _number: int = 0

    def add(self, line: Line) -> None:
        """Count one line."""
        kind = standing(line)
        self._number += 1
        self.statuses[line.status] += 1
        if line.status == "skipped" and line.is_earlier:
            self.earlier[kind] += 1
        _count(self.findings, line)
        if kind != "left out":
            house = self._house(line)
            house.documents[kind] += 1
            _count(house.findings, line)
        self._compare(line)

    @property
    def total(self) -> int:
        """How many inputs there are."""
        return self.statuses.total()

    @property
    def written(self) -> int:
        """How many documents were converted by this run."""
        return self.statuses["ok"] + self.statuses["warning"]

    @property
    def left_out(self) -> int:
        """How many files are no inputs."""
        return self.statuses["skipped"] - self.earlier.total()

    def worst(self) -> list[tuple[str, Weight]]:
        """Return the documents with the most errors, then warnings; of equals the first."""
        return [(path, weight) for weight, _, path in sorted(self._worst, reverse=True)]

    def by_gravity(self) -> list[FindingCount]:
        """Return the findings, the gravest and most frequent first."""
        return in_gravity(self.findings)

    def by_size(self) -> list[House]:
        """Return the houses, that with the most documents first."""
        return sorted(self.houses.values(), key=lambda one: (-one.documents.total(), one.name, one.profile))

    def _house(self, line: Line) -> House:
        key = (line.publisher, line.profile or "") if line.publisher else (NO_HOUSE, "")
        if key not in self.houses and len(self.houses) >= MOST_HOUSES:
            key = (OTHERS, "")
        if key not in self.houses:
            self.houses[key] = House(*key)
        return self.houses[key]

    def _compare(self, line: Line) -> None:
        severities = [found.severity for found in line.diagnostics]
        weight = (severities.count("error"), severities.count("warning"))
        if weight > (0, 0):
            entry = (weight, -self._number, line.path)
            push = heapq.heappush if len(self._worst) < WORST else heapq.heappushpop
            push(self._worst, entry)


def in_gravity(findings: dict[str, FindingCount]) -> list[FindingCount]:
    """Return findings, the gravest and most frequent first."""
    return sorted(
        findings.values(), key=lambda one: (SEVERITIES.index(one.severity), -one.findings, one.code)
    )


def standing(line: Line) -> str:
    """Say what a document is now, also if an earlier run made it so: ok, warning, failed, or left out."""
    if line.status != "skipped":
        return line.status
    if not line.is_earlier:
        return "left out"
    return "warning" if any(found.severity == "warning" for found in line.diagnostics) else "ok"


def read_report(folder: Path) -> Iterator[Line]:
    """Yield the lines of the report in an output folder."""
    path = folder / REPORT
    if not path.is_file():
        raise NoReport(f"there is no {REPORT} in {folder}; is it the folder that was given with -o?")
    if not is_report(path):
        raise NoReport(f"{path} is no report of the converter")
    with path.open("rb") as lines:
        for number, text in enumerate(lines, 1):
            try:
                yield read_line(text)
            except msgspec.DecodeError as error:
                raise NoReport(f"{path}:{number}: no line of a report ({error})") from None


def tally_of(folder: Path) -> Tally:
    """Return the sums over the report in an output folder."""
    tally = Tally()
    for line in read_report(folder):
        tally.add(line)
    return tally


def _count(findings: dict[str, FindingCount], line: Line) -> None:
    """Count the findings of a line; that it is of an earlier run is none of the document."""
    seen: set[str] = set()
    for found in line.diagnostics:
        if found.code in EARLIER or found.severity not in SEVERITIES:
            continue
        one = findings.get(found.code)
        if one is None:
            one = findings[found.code] = FindingCount(found.code, found.severity)
        one.findings += 1
        if found.code not in seen:
            one.documents += 1
            seen.add(found.code)
        if len(one.examples) < EXAMPLES:
            one.examples.append(f"{line.path}:{found.line}:{found.column}: {found.message}")
