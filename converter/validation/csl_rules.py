"""What a list of works in CSL-JSON owes to its readers: one rule, one function; the list is the policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.diagnostics import Code, Diagnostic
from converter.validation.addresses import address_problem
from converter.validation.csl_dates import date_problems, iso_date
from converter.validation.csl_words import (
    DATES,
    NAME_PARTS,
    NAME_SIGNS,
    NAMES,
    NUMBERS,
    TEXTS,
    TYPES,
    VARIABLES,
)
from converter.validation.dates import is_after
from converter.validation.json_tree import Json, child, escaped, string
from converter.validation.languages import language_problem

Objection = tuple[str, Diagnostic]
"""A JSON pointer within the entry, and what is wrong there."""
Rule = Callable[[dict[str, Json]], Iterator[Objection]]


def wrong(pointer: str, reason: str) -> Objection:
    """Report what a reader of CSL-JSON may refuse."""
    return pointer, Code.CSL_SCHEMA.at(None, reason=reason)


def doubtful(pointer: str, reason: str) -> Objection:
    """Report what readers pass over or read differently."""
    return pointer, Code.CSL_FIELD.at(None, reason=reason)


def check_id(item: dict[str, Json]) -> Iterator[Objection]:
    """Report an entry that cannot be cited."""
    if not isinstance(item.get("id"), str | int) or item["id"] == "":
        yield wrong("/id" if "id" in item else "", "an entry needs an id, a text or a number")


def check_type(item: dict[str, Json]) -> Iterator[Objection]:
    """Report a type that CSL does not have."""
    kind = item.get("type")
    if kind is None:
        yield wrong("", "an entry needs a type")
    elif kind not in TYPES:
        yield wrong("/type", f"{kind} is no type of CSL")


def check_title(item: dict[str, Json]) -> Iterator[Objection]:
    """Report an entry without a title."""
    if not string(item, "title") and not string(item, "container-title"):
        yield doubtful("", "it has no title")


def check_variables(item: dict[str, Json]) -> Iterator[Objection]:
    """Report a key that CSL does not have: processors drop it."""
    for key in item:
        if key not in VARIABLES:
            yield doubtful(f"/{escaped(key)}", f"{key} is no variable of CSL, so processors drop it")


def check_texts(item: dict[str, Json]) -> Iterator[Objection]:
    """Report a text that is none; a number may be written as one."""
    for key, value in item.items():
        numeric = isinstance(value, int | float) and not isinstance(value, bool)
        if (key in TEXTS and not isinstance(value, str)) or (
            key in NUMBERS and not (isinstance(value, str) or numeric)
        ):
            yield wrong(f"/{escaped(key)}", f"{key} should be a text")
        elif value == "":
            yield doubtful(f"/{escaped(key)}", f"{key} is empty")


def check_names(item: dict[str, Json]) -> Iterator[Objection]:
    """Report names that are not a list of objects with ``family`` and ``given``, or ``literal``."""
    for key in NAMES & item.keys():
        names = item[key]
        if not isinstance(names, list):
            yield wrong(f"/{key}", f"{key} should be a list of names")
            continue
        for at, name in enumerate(names):
            yield from ((f"/{key}/{at}", one) for one in _name_problems(name, key))


def _name_problems(name: Json, key: str) -> Iterator[Diagnostic]:
    if not isinstance(name, dict):
        yield Code.CSL_SCHEMA.at(None, reason=f"a name of {key} should be an object with family and given")
        return
    for part, value in name.items():
        if part not in NAME_PARTS | NAME_SIGNS:
            yield Code.CSL_SCHEMA.at(None, reason=f"a name has no part {part}")
        elif part in NAME_PARTS and not isinstance(value, str):
            yield Code.CSL_SCHEMA.at(None, reason=f"{part} of a name should be a text")
    if not any(name.get(part) for part in ("family", "given", "literal")):
        yield Code.CSL_SCHEMA.at(None, reason=f"a name of {key} has neither family, given nor literal")


def check_dates(item: dict[str, Json]) -> Iterator[Objection]:
    """Report dates that are not of the form or not of the calendar."""
    for key in DATES & item.keys():
        yield from ((f"/{key}{at}", diagnostic) for at, diagnostic in date_problems(item[key]))


def check_visit_after_publication(item: dict[str, Json]) -> Iterator[Objection]:
    """Report a visit before the publication."""
    published, visited = iso_date(child(item, "issued")) or "", iso_date(child(item, "accessed")) or ""
    if is_after(published, visited):
        reason = f"visited on {visited}, but published on {published}, which is later"
        yield "/accessed", Code.DATE_ORDER.at(None, reason=reason)


def check_address(item: dict[str, Json]) -> Iterator[Objection]:
    """Report an address that cannot be followed."""
    url = string(item, "URL")
    if url and (reason := address_problem(url)):
        yield "/URL", Code.ADDRESS_INVALID.at(None, value=url, reason=reason)


def check_language(item: dict[str, Json]) -> Iterator[Objection]:
    """Report a language that is no tag: processors choose hyphenation and case by it."""
    language = string(item, "language")
    if language and (reason := language_problem(language)):
        yield "/language", Code.LANGUAGE_INVALID.at(None, value=language, reason=reason)


RULES: tuple[Rule, ...] = (
    check_id,
    check_type,
    check_title,
    check_variables,
    check_texts,
    check_names,
    check_dates,
    check_visit_after_publication,
    check_address,
    check_language,
)
