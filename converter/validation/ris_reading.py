"""The entries of a RIS file with their places: lines of a tag, two blanks, a hyphen, a blank and a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.diagnostics import Code
from converter.normalizers.spaces import word_set
from converter.validation.findings import FileFinding

LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  -(?: (?P<value>.*))?")
NEARLY = re.compile(r"\s*(?P<tag>[A-Za-z][A-Za-z0-9])\s{0,4}[-–—]\s?(?P<value>.*)")
"""What was meant to be a line, but for its blanks, its capitals or its hyphen."""
LINE_END = re.compile(r"\r\n|\n|\r")
VALUE_COLUMN = 7
TAGS = word_set("""
    TY A1 A2 A3 A4 A5 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CL CN CP CR CT CY DA DB DI DO DP
    DS EC ED EP ER ET FD FY H1 H2 ID IP IS J1 J2 JA JF JO K1 KW L1 L2 L3 L4 LA LB LK LL M1 M2 M3 N1
    N2 NO NV OL OP PB PA PM PP PY RD RI RN RP RT SE SF SL SN SP SR ST SV T1 T2 T3 TA TI TT U1 U2 U3
    U4 U5 UR VL VO WP WT WV Y1 Y2 YR
""")


@dataclass(frozen=True, slots=True)
class RisField:
    """One line: its tag, its value, and where it stands."""

    tag: str
    value: str
    line: int


@dataclass(slots=True)
class RisEntry:
    """The lines from ``TY`` to ``ER``."""

    line: int
    fields: list[RisField] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The type of the work."""
        return self.fields[0].value

    @property
    def key(self) -> str | None:
        """The id, where there is one."""
        return self.value("ID")

    def all(self, *tags: str) -> list[RisField]:
        """Return the lines of some tags in the order of the file."""
        return [one for one in self.fields if one.tag in tags and one.value]

    def value(self, *tags: str) -> str | None:
        """Return the value of the first of these tags that has one."""
        return next((found[0].value for tag in tags if (found := self.all(tag))), None)


@dataclass(slots=True)
class RisFile:
    """What was read, and what could not be."""

    path: str
    entries: list[RisEntry] = field(default_factory=list)
    findings: list[FileFinding] = field(default_factory=list)
    strayed: bool = False
    """Whether something between this entry and the next has been told of."""

    def object_once(self, line: int, reason: str) -> None:
        """Report what stands between two entries, but for what follows it there."""
        if not self.strayed:
            self.object_to(line, reason)
        self.strayed = True

    def object_to(self, line: int, reason: str) -> None:
        """Report a line that is no RIS."""
        entry = self.entries[-1].key if self.entries else None
        self.findings.append(FileFinding(self.path, line, 1, Code.RIS_SYNTAX.at(None, reason=reason), entry))


def read_ris(text: str, path: str) -> RisFile:
    """Read every entry; what cannot be read is a finding, and the reading goes on behind it."""
    file = RisFile(path)
    current: RisEntry | None = None
    for number, line in _lines(text):
        one = _field(file, current, number, line)
        if one is not None:
            current = _take(file, current, one)
        else:
            _take_other(file, current, number, line)
    if current is not None:
        file.object_to(current.line, "an entry begins here that no ER ends")
    return file


def _field(file: RisFile, current: RisEntry | None, number: int, line: str) -> RisField | None:
    """Return the tag and value of a line; one that was meant to be such a line is told of and taken."""
    if parts := LINE.fullmatch(line):
        return RisField(parts["tag"], (parts["value"] or "").strip(), number)
    nearly = NEARLY.fullmatch(line)
    tag = nearly["tag"].upper() if nearly else ""
    if nearly is None or tag not in TAGS or not (current is None or nearly["tag"].isupper()):
        return None
    file.object_to(number, f"{shown(line)} should be {tag}  - {shown(nearly['value'])}")
    return RisField(tag, nearly["value"].strip(), number)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(LINE_END.split(text), start=1):
        if stripped := line.rstrip():
            yield number, stripped


def _take(file: RisFile, current: RisEntry | None, one: RisField) -> RisEntry | None:
    """Add a line to the entry that is open, begin one, or end it; return the one that is open now."""
    if one.tag == "TY":
        if current is not None:
            file.object_to(one.line, f"TY begins an entry, but the one of line {current.line} has no ER")
        file.entries.append(RisEntry(one.line, [one]))
        file.strayed = False
        return file.entries[-1]
    if current is None:
        file.object_once(one.line, f"{one.tag} stands outside of any entry; an entry begins with TY")
        return None
    if one.tag == "ER":
        return None
    current.fields.append(one)
    return current


def _take_other(file: RisFile, current: RisEntry | None, number: int, line: str) -> None:
    """Take a line without a tag: the value before it may go on, as some programs write it."""
    if current is None:
        file.object_once(number, f"{shown(line)} is no line of an entry")
    elif len(current.fields) == 1:
        file.object_to(number, f"{shown(line)} has no tag")
    else:
        last = current.fields[-1]
        current.fields[-1] = RisField(last.tag, f"{last.value} {line.strip()}".strip(), last.line)


def shown(text: str) -> str:
    """Write a text short enough for one line."""
    return text if len(text) <= 40 else f"{text[:39]}…"
