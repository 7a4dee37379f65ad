"""What the file says of the document beside its text: witnesses that speak where the page is silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from converter.analysis.ledger import quoted
from converter.model import PrintedDate
from converter.normalizers.dates import find_dates
from converter.normalizers.names import is_corporate, looks_like_name
from converter.normalizers.spaces import squeeze, title_key
from converter.source import Clue

NOBODY = frozenset(
    {
        "admin", "administrator", "author", "editor", "editors", "guest", "redaktion", "root", "staff",
        "superuser", "unknown", "user", "webmaster", "yonetici", "redaktor", "администратор", "редакция",
    }
)  # fmt: skip
"""Keys of what programs write where nobody gave a name."""

LEAST_NAME = 0.5
NUMBER = re.compile(r"(?:(?P<volume>(?:19|20)\d\d)\s*/\s*)?(?P<number>[A-Z]?\s?\d{1,5})")


class Clues:
    """The clues of one document; each field is that of the source of clues that is believed most."""

    def __init__(self, clues: Iterable[Clue] = ()) -> None:
        self._fields: dict[str, list[Clue]] = {}
        for clue in clues:
            self._fields.setdefault(clue.field, []).append(clue)

    def of(self, field: str) -> Sequence[Clue]:
        """Return the values of a field that its first source gives."""
        found = self._fields.get(field, [])
        return [clue for clue in found if clue.origin == found[0].origin]

    def first(self, field: str) -> Clue | None:
        """Return the value of a field that is believed most."""
        found = self._fields.get(field)
        return found[0] if found else None

    def people(self, field: str) -> Sequence[Clue]:
        """Return the persons or bodies that the first source with any names; the house itself is none."""
        houses = {title_key(clue.value) for clue in self._fields.get("publisher", ())}
        found: dict[str, list[Clue]] = {}
        for clue in self._fields.get(field, ()):
            key = title_key(clue.value)
            if key and key not in NOBODY and key not in houses and _is_name(clue.value):
                found.setdefault(clue.origin, []).append(clue)
        return next(iter(found.values()), [])

    def date(self) -> tuple[PrintedDate, Clue] | None:
        """Return the date of publication that is believed most and is a date at all."""
        for clue in self._fields.get("published", ()):
            date = next((one for one in find_dates(clue.value, years=True) if one.iso and one.year), None)
            if date is not None and date.iso is not None:
                return PrintedDate(date.iso, date.precision, None), clue
        return None

    def number(self) -> tuple[str | None, str, Clue] | None:
        """Return the volume and the number in the series."""
        clue = self.first("number")
        match = NUMBER.fullmatch(squeeze(clue.value)) if clue else None
        if clue is None or match is None:
            return None
        volume = self.first("volume")
        return match["volume"] or (volume.value if volume else None), match["number"], clue


def told(clue: Clue) -> str:
    """Show the value of a clue and where it stands, inside a message."""
    return f"{quoted(clue.value)} ({clue.origin})"


def _is_name(text: str) -> bool:
    name = " ".join(reversed(text.split(",", 1))) if text.count(",") == 1 else text
    return looks_like_name(name.strip()) >= LEAST_NAME or is_corporate(text)
