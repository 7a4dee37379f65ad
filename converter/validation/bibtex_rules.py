"""What a BibTeX entry owes to its readers: one rule, one function; the list at the end is the policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from converter.diagnostics import Code, Diagnostic
from converter.validation.bibtex_reading import BibEntry, BibFile
from converter.validation.dates import is_after, is_date
from converter.validation.latex import braces_balance

AUTHOR, YEAR = "author/editor", "year/date"
REQUIRED: dict[str, tuple[str, ...]] = {
    # a stroke parts fields of which one is enough
    "article": ("author", "title", "journal/journaltitle", YEAR),
    "book": (AUTHOR, "title", YEAR),
    "booklet": ("title",),
    "collection": ("editor", "title", YEAR),
    "conference": ("author", "title", "booktitle", YEAR),
    "dataset": (AUTHOR, "title", YEAR),
    "inbook": (AUTHOR, "title", "booktitle/chapter/pages", YEAR),
    "incollection": ("author", "title", "booktitle", YEAR),
    "inproceedings": ("author", "title", "booktitle", YEAR),
    "manual": ("title",),
    "mastersthesis": ("author", "title", "school", "year"),
    "misc": (),
    "online": ("title", "url/doi/eprint", "year/date/urldate"),
    "phdthesis": ("author", "title", "school", "year"),
    "proceedings": ("title", YEAR),
    "report": ("author", "title", "type", "institution", YEAR),
    "techreport": ("author", "title", "institution", "year"),
    "thesis": ("author", "title", "type", "institution", YEAR),
    "unpublished": ("author", "title"),
}
OTHER_TYPES = frozenset(
    (
        *(
            "artwork",
            "audio",
            "bookinbook",
            "electronic",
            "image",
            "inreference",
            "legislation",
            "letter",
            "movie",
        ),
        *(
            "music",
            "mvbook",
            "mvcollection",
            "mvproceedings",
            "mvreference",
            "patent",
            "performance",
            "periodical",
        ),
        *(
            "reference",
            "review",
            "software",
            "standard",
            "suppbook",
            "suppcollection",
            "suppperiodical",
            "video",
        ),
    )
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
RAW_FIELDS = frozenset(("url", "doi", "eprint", "file", "urldate", "bdsk-url-1", "verba", "abstract"))
"""Fields that hold addresses, or that no style prints."""
RAW_SIGN = re.compile(r"(?<!\\)[&%$#]")
JOINED_VALUES = re.compile(r"""["}\w]\s*\#\s*["{]|["}]\s*\#\s*\w""")
ASCII_KEY = re.compile(r"[A-Za-z][A-Za-z0-9._:+/-]*")


@dataclass(frozen=True, slots=True)
class BibObjection:
    """What is wrong, and the field it concerns, if one."""

    entry: BibEntry
    diagnostic: Diagnostic
    field: str | None = None


Rule = Callable[[BibEntry, BibFile], Iterator[BibObjection]]


def wrong_entry(entry: BibEntry, reason: str) -> BibObjection:
    """Report an entry that tools will refuse."""
    return BibObjection(entry, Code.BIBTEX_ENTRY.at(None, reason=f"{entry.key}: {reason}"))


def wrong_field(entry: BibEntry, field: str | None, reason: str) -> BibObjection:
    """Report a field that tools will complain of or read differently."""
    return BibObjection(entry, Code.BIBTEX_FIELD.at(None, reason=f"{entry.key}: {reason}"), field)


def check_type(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report an entry type that neither BibTeX nor BibLaTeX knows."""
    if entry.type not in REQUIRED and entry.type not in OTHER_TYPES:
        yield wrong_entry(entry, f"@{entry.type} is no type of entry")


def check_key(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a key that is not plain ASCII: TeX and TEI do not take it."""
    if not ASCII_KEY.fullmatch(entry.key):
        yield wrong_entry(entry, "a key is a letter and then letters, figures and . _ - without accents")


def check_required_fields(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report each field that the type must have."""
    for names in REQUIRED.get(entry.type, ()):
        if not any(entry.value(name) for name in names.split("/")):
            yield wrong_field(entry, None, f"@{entry.type} needs {names.replace('/', ' or ')}")


def check_sort_key(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report an entry without author that has no ``key``: BibTeX cannot sort it (BibLaTeX can)."""
    classic = "date" not in entry.fields and entry.type not in ("online", "report")
    if classic and not any(entry.value(name) for name in ("author", "editor", "key")):
        yield wrong_field(entry, None, "without author or editor it needs key, or BibTeX cannot sort it")


def check_month(entry: BibEntry, file: BibFile) -> Iterator[BibObjection]:
    """Report a month that is no macro (``may``) and no number."""
    month = entry.fields.get("month")
    if month is None:
        return
    named = month.is_bare and (month.raw.lower() in MONTHS or month.raw.lower() in file.macros)
    numbered = month.value.isdecimal() and 1 <= int(month.value) <= 12
    if not (named or numbered):
        yield wrong_field(entry, "month", f"month = {month.raw} should be a macro like may, without braces")


def check_dates(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a date that is no ISO date of the calendar (biber refuses it)."""
    for name in ("date", "urldate", "origdate", "eventdate"):
        value = entry.value(name)
        if value is not None and not all(is_date(part) for part in value.split("/", 1) if part):
            yield BibObjection(entry, Code.DATE_INVALID.at(None, value=value), name)


def check_day_exists(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report year, month and day that together are no date of the calendar."""
    year, month, day = entry.value("year"), entry.value("month"), entry.value("day")
    number = MONTHS.index(month.lower()) + 1 if month and month.lower() in MONTHS else month
    if year and number and day and str(number).isdecimal() and day.isdecimal():
        date = f"{year}-{int(number):02}-{int(day):02}"
        if not is_date(date):
            yield BibObjection(entry, Code.DATE_INVALID.at(None, value=date), "day")


def check_year(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a year that is no number of four figures, and one that the date contradicts."""
    year, date = entry.value("year"), entry.value("date")
    if year and not re.fullmatch(r"\d{4}", year):
        yield wrong_field(entry, "year", f"the year {year} is no number of four figures")
    if year and date and not date.startswith(year):
        yield wrong_field(entry, "year", f"the year {year} is not that of the date {date}")


def check_visit_after_publication(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a visit before the publication."""
    published, visited = entry.value("date") or entry.value("year") or "", entry.value("urldate") or ""
    if is_after(published, visited):
        reason = f"visited on {visited}, but published on {published}, which is later"
        yield BibObjection(entry, Code.DATE_ORDER.at(None, reason=reason), "urldate")


def check_braces(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a value whose braces do not pair: it swallows what follows."""
    for name, field in entry.fields.items():
        if not braces_balance(field.raw):
            reason = f"the braces of {name} do not pair"
            yield BibObjection(entry, Code.BIBTEX_SYNTAX.at(None, reason=reason), name)


def check_macros(entry: BibEntry, file: BibFile) -> Iterator[BibObjection]:
    """Report a bare word that is no macro: BibTeX drops it."""
    for name, field in entry.fields.items():
        word = field.raw.lower()
        bare = field.is_bare and name != "month" and word and not word.isdecimal() and "#" not in word
        if bare and word not in file.macros and word not in MONTHS:
            yield wrong_field(
                entry, name, f"{name} = {field.raw} is no macro, so BibTeX drops it; put it in braces"
            )


def check_not_empty(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a field without a value."""
    for name, field in entry.fields.items():
        if not field.value:
            yield wrong_field(entry, name, f"{name} is empty")


def check_commas(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a field that no comma parts from the one before: BibTeX stops there."""
    for first, second in entry.uncommaed:
        reason = f"there is no comma between {first} and {second} in {entry.key}"
        yield BibObjection(entry, Code.BIBTEX_SYNTAX.at(None, reason=reason), second)


def check_raw_signs(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    r"""Report a sign that TeX obeys instead of printing it; two ``$`` are mathematics."""
    for name, field in entry.fields.items():
        if name in RAW_FIELDS or field.is_bare or JOINED_VALUES.search(field.raw):
            continue
        signs = set(RAW_SIGN.findall(field.raw))
        if len(re.findall(r"(?<!\\)\$", field.raw)) % 2 == 0:
            signs.discard("$")
        for sign in sorted(signs):
            yield wrong_field(entry, name, f"a raw {sign} stands in {name}; TeX wants \\{sign}")


def check_addresses(entry: BibEntry, _file: BibFile) -> Iterator[BibObjection]:
    """Report a blank in an address: the link ends there, or does not work."""
    for name in ("url", "doi"):
        field = entry.fields.get(name)
        if field is not None and re.search(r"\S\s+\S", field.raw.strip('{}" \t\n')):
            yield wrong_field(entry, name, f"a blank stands in {name}; write it %20 or take it out")


RULES: tuple[Rule, ...] = (
    check_type,
    check_key,
    check_required_fields,
    check_sort_key,
    check_month,
    check_dates,
    check_day_exists,
    check_year,
    check_visit_after_publication,
    check_braces,
    check_macros,
    check_not_empty,
    check_commas,
    check_raw_signs,
    check_addresses,
)
