"""What is said of the document beside its text: by a person, by the file, by its name, by its address.

A person's word is believed before the page; all else only where the page is silent, in this order: what the
file says (in the order of ``Source.clues``), the name of the file, the address of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from urllib.parse import unquote

from converter.analysis.candidates import Candidate
from converter.normalizers.dates import date_in_url
from converter.normalizers.months import MONTHS, fold_month
from converter.profiles import Profile
from converter.source import Clue, Source

FILE_NAME, ADDRESS = "file name", "address of the page"
WEAK = frozenset({FILE_NAME, ADDRESS})
"""Origins that may be shortened or made by hand: they confirm a value, but contradict none."""

BETWEEN = re.compile(r"[-_+\s]+")
SAME_AGAIN = re.compile(r"(?<=[^\W\d_])-\d$")
"""The figure that a site puts behind the address of a page which it has twice."""

FEWEST_WORDS = 4
"""Words of a file name or address that may be a title."""


class Clues:
    """The clues of one document by field, those of a person apart."""

    def __init__(self, clues: Sequence[Clue]) -> None:
        self._clues = clues

    def stated(self, field: str) -> list[Candidate]:
        """Return what a person says, whom we believe before the page."""
        return self._of(field, stated=True)

    def told(self, field: str) -> list[Candidate]:
        """Return what the file, its name and the address say, the most believable first."""
        return self._of(field, stated=False)

    def _of(self, field: str, *, stated: bool) -> list[Candidate]:
        return [
            Candidate(clue.value, None, clue.origin)
            for clue in self._clues
            if clue.stated is stated and clue.field == field
        ]

    def first_group(self, field: str, *, stated: bool) -> list[Candidate]:
        """Return the clues of the first origin that has any: authors in their order."""
        found = self.stated(field) if stated else self.told(field)
        return [one for one in found if one.rule == found[0].rule]


def gather_clues(source: Source, url: str | None, profile: Profile) -> Clues:
    """Put what the name of the file and the address of the page say behind what the file says."""
    if url is None:
        url = next((clue.value for clue in source.clues if clue.field == "url"), None)
    of_address = _of_address(url, profile) if url else ()
    return Clues((*source.clues, *_of_name(PurePath(source.name).stem, profile), *of_address))


def _of_name(stem: str, profile: Profile) -> Iterator[Clue]:
    for pattern in profile.file_name_patterns():
        if match := pattern.fullmatch(stem):
            yield from _fields({name: value for name, value in match.groupdict().items() if value}, FILE_NAME)
            return
    if title := _words(stem):
        yield Clue("title", title, FILE_NAME)


def _of_address(url: str, profile: Profile) -> Iterator[Clue]:
    path = unquote("/" + url.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0])
    if date := date_in_url(url):
        yield Clue("published", date.iso or "", ADDRESS)
    for pattern in profile.paths:
        if match := pattern.fullmatch(path.rstrip("/")):
            yield from _fields({name: value for name, value in match.groupdict().items() if value}, ADDRESS)
            return
    if title := _words(PurePath(path).stem):
        yield Clue("title", title, ADDRESS)


def _fields(fields: dict[str, str], origin: str) -> Iterator[Clue]:
    """Yield what a pattern read, the title and the author with blanks, day, month and year as a date."""
    for name in ("title", "author"):
        if name in fields and (words := _words(fields[name], fewest=2)):
            yield Clue(name, words, origin)
    for name in ("series", "volume", "number", "language"):
        if name in fields:
            yield Clue(name, fields[name], origin)
    if date := _date(fields):
        yield Clue("published", date, origin)


def _words(slug: str, fewest: int = FEWEST_WORDS) -> str | None:
    """Write words with blanks that a name or an address has with hyphens; ``None`` if they are too few."""
    words = [word for word in BETWEEN.split(SAME_AGAIN.sub("", slug)) if word]
    lettered = [word for word in words if word.isalpha()]
    return " ".join(words) if len(lettered) >= fewest else None


def _date(fields: dict[str, str]) -> str | None:
    year, month, day = fields.get("year"), fields.get("month"), fields.get("day")
    if year is None:
        return None
    number = int(month) if month and month.isdecimal() else MONTHS.get(fold_month(month or ""))
    if not number:
        return year
    return f"{year}-{number:02d}-{int(day):02d}" if day else f"{year}-{number:02d}"
