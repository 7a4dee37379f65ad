"""``converter profiles``: lists the houses, and explains one in words."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

from converter import profiles
from converter.cli.streams import write_out
from converter.cli.terminal import put, visible
from converter.errors import UnknownProfile
from converter.profiles import Profile

WIDEST = 100
LABEL_WIDTH = 18
MEANINGS = {
    "visit": "a date without a cue word in a note is that of the visit",
    "publication": "a date without a cue word in a note is that of publication",
    "day-month": "04/05/2021 is 4 May",
    "month-day": "04/05/2021 is April 5",
}
DECIDES = (
    "The page decides: a sign in header, cite-as block, rights or contact line, or in what the file says "
    "beside its text, is enough; elsewhere two are needed, and notes do not count. If no house is shown, or "
    "two are as clearly, generic is taken. --profile NAME|FILE decides otherwise; --profile DIR lets the "
    "houses of a folder be recognised as well."
)
NOTHING_SHOWS = "nothing; it is taken where no other house is shown, or where --profile asks for it"
EXPLAIN = "converter profiles NAME explains one; docs/profiles.md shows how a new one is written."

Row = tuple[str, Iterable[str]]
"""A label and the lines beside it."""


def list_profiles(own: Iterable[Profile] = ()) -> int:
    """Print the name and the description of these profiles, or of every shipped one."""
    known = [*own] or [profiles.load(name) for name in profiles.names()]
    width = max(len(profile.name) for profile in known) + 2
    lines = [line for profile in known for line in _beside(profile.name, width, [profile.description])]
    put(sys.stdout, "\n".join([*lines, "", *_wrapped(DECIDES), EXPLAIN]))
    return 0


def explain_profile(asked: str) -> int:
    """Print what shows a page to be of a house, and what its profile holds."""
    profile = profiles.open_profile(asked)
    if profile.houses:
        return list_profiles(profile.houses)
    head = [f"{profile.name}: {profile.description}" if profile.description else profile.name]
    where = profile.origin.file or "shipped with the converter"
    base = f", on the base of {profile.written.extends}" if profile.base else ""
    parts = [*head, f"{where}{base}", ""]
    for title, rows, none in (
        ("What shows it", _signs(profile), NOTHING_SHOWS),
        ("What is known of it", _facts(profile), "nothing but the labels"),
    ):
        shown = [line for label, texts in rows for line in _beside(f"  {label}", LABEL_WIDTH, texts)]
        parts += [title, *(shown or [f"  {none}"]), ""]
    parts += ["Labels, its own of all", *_labels(profile)]
    put(sys.stdout, "\n".join(map(visible, parts)))
    return 0


def print_file(asked: str) -> int:
    """Print the file of a profile as it is."""
    profile = profiles.open_profile(asked)
    if profile.houses:
        raise UnknownProfile(asked, known=[str(house.origin.file) for house in profile.houses])
    write_out(profile.origin.text)
    return 0


def _signs(profile: Profile) -> Iterator[Row]:
    detect = profile.written.detect
    yield from _named(("addresses", detect.addresses), ("names", detect.names))
    yield from _named(("lines", [f"{line} …" for line in detect.lines]), ("DOIs", detect.dois))
    yield from _named(("postal address", profile.publisher.address))


def _facts(profile: Profile) -> Iterator[Row]:
    written, house = profile.written, profile.publisher
    names = [f"{name} ({language})" for language, name in house.names.items()]
    yield from _named(("acronym", [house.acronym] if house.acronym else []), ("publisher", names))
    yield from _named(("also", house.spellings), ("series", map(_in_languages, written.series.names)))
    yield from _named(("numbers", written.series.patterns), ("file names", written.file_names))
    yield from _named(("paths", written.addresses.paths), ("parameters", written.addresses.tracking))
    yield from _named(("left out", written.addresses.left_out))
    yield from _named(("dates", [MEANINGS[one] for one in (written.dates.order, written.dates.notes) if one]))
    authors = [f"{printed} is {name.replace('|', ' ').strip()}" for printed, name in written.authors.items()]
    yield from _named(("authors", authors))


def _named(*rows: Row) -> Iterator[Row]:
    yield from ((label, lines) for label, texts in rows if (lines := list(texts)))


def _in_languages(names: dict[str, str]) -> str:
    return ", ".join(f"{name} ({language})" for language, name in names.items())


def _labels(profile: Profile) -> list[str]:
    lists = profile.lists()
    base = profile.base.lists() if profile.base else {}
    lines: list[str] = []
    for name, words in lists.items():
        own = [word for word in words if word not in base.get(name, ())]
        if own:
            shown = f"{len(own)} of {len(words)}: {', '.join(own)}"
            lines += _beside(f"  {name.replace('_', ' ')}", LABEL_WIDTH, [shown])
    return lines or ["  none of its own"]


def _beside(label: str, width: int, texts: Iterable[str]) -> list[str]:
    """Put texts beside a label, each from the same column."""
    lines = [piece for text in texts for piece in textwrap.wrap(text, _room() - width) or [""]]
    return [f"{label if number == 0 else '':<{width}}{line}".rstrip() for number, line in enumerate(lines)]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _room())


def _room() -> int:
    return min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
