"""Whether the dates of CSL-JSON have its form and are of the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from converter.diagnostics import Code, Diagnostic
from converter.validation.csl_words import DATE_PARTS
from converter.validation.dates import is_date
from converter.validation.json_tree import Json, items


def date_problems(value: Json) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what is wrong with a date, with the pointer within it.

    >>> [diagnostic.message for _, diagnostic in date_problems({"date-parts": [[2025, 2, 30]]})]
    ['2025-02-30 is no date']
    """
    if isinstance(value, str):
        yield from (
            () if all(map(_is_edtf, value.split("/"))) else [("", Code.DATE_INVALID.at(None, value=value))]
        )
        return
    if not isinstance(value, dict):
        yield (
            "",
            Code.CSL_SCHEMA.at(None, reason="a date should be an object with date-parts, raw or literal"),
        )
        return
    for key in value.keys() - DATE_PARTS:
        yield "", Code.CSL_SCHEMA.at(None, reason=f"a date has no part {key}")
    if not value.keys() & {"date-parts", "raw", "literal"}:
        yield "", Code.CSL_SCHEMA.at(None, reason="a date needs date-parts, raw or literal")
    if "date-parts" in value:
        yield from (("/date-parts", problem) for problem in _parts_problems(value["date-parts"]))


def _is_edtf(value: str) -> bool:
    return value in ("", "..") or is_date(value.rstrip("?~%"))


def _parts_problems(value: Json) -> Iterator[Diagnostic]:
    if not isinstance(value, list) or not 1 <= len(value) <= 2:
        yield Code.CSL_SCHEMA.at(
            None, reason="date-parts should be a list of one date, or of two for a range"
        )
        return
    for one in value:
        numbers = _numbers(one)
        if numbers is None:
            yield Code.CSL_SCHEMA.at(None, reason="a date in date-parts is a list of year, month and day")
        elif len(numbers) > 1 and not is_date(_joined(numbers)):
            yield Code.DATE_INVALID.at(None, value=_joined(numbers))


def _numbers(value: Json) -> list[int] | None:
    """Return year, month and day, which may be written as texts."""
    if not isinstance(value, list) or not 1 <= len(value) <= 3:
        return None
    if not all(isinstance(one, int | str) and str(one).lstrip("-").isdecimal() for one in value):
        return None
    return [int(str(one)) for one in value]


def _joined(numbers: list[int]) -> str:
    return "-".join((f"{numbers[0]:04}", *(f"{one:02}" for one in numbers[1:])))


def iso_date(value: Json) -> str | None:
    """Return a date, or the first of a range, as an ISO date.

    >>> iso_date({"date-parts": [[2025, "5"]]}), iso_date({"raw": "May"}), iso_date("2025-05/2025-06")
    ('2025-05', None, '2025-05')
    """
    if isinstance(value, str):
        return value.partition("/")[0]
    numbers = _numbers(next(iter(items(value, "date-parts")), None))
    return _joined(numbers) if numbers else None
