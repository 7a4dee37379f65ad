"""Reads the file of a profile; what is wrong with it is said in words, with the line and the key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

import msgspec

from converter.errors import InvalidProfile
from converter.profiles.templates import TemplateError, name_pattern, printed_pattern
from converter.profiles.written import ProfileFile

UNKNOWN_KEY = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`(?: - at `\$\.?(?P<path>[^`]*)`)?")
MISPLACED = re.compile(r"(?P<problem>.*?) - at `\$\.?(?P<path>[^`]*)`")
NOT_TOML = re.compile(r"(?P<problem>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)")
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
TABLE = re.compile(r"\s*\[+\s*(?P<name>[^\[\]]+?)\s*\]+")
NUMBER_IN_LIST = re.compile(r"\[\d*\]|\[\.\.\.\]")

Fault = tuple[str, str]
"""The key with dots (``labels.cite_as``) and what is wrong with it."""


def parse_profile(text: str, file: str) -> ProfileFile:
    """Read the text of a profile; raise ``InvalidProfile`` with the place of what is wrong."""
    try:
        written = msgspec.convert(tomllib.loads(text), ProfileFile)
    except tomllib.TOMLDecodeError as error:
        match = NOT_TOML.fullmatch(str(error))
        line, problem = (
            (int(match["line"]), match["problem"]) if match else (text.count("\n") + 1, str(error))
        )
        raise InvalidProfile(file, line, f"not TOML: {problem[:1].lower()}{problem[1:]}") from None
    except msgspec.ValidationError as error:
        path, problem = _in_words(str(error))
        raise InvalidProfile(file, line_of(text, path), f"{path}: {problem}" if path else problem) from None
    for path, problem in _faults(written):
        raise InvalidProfile(file, line_of(text, path), f"{path}: {problem}")
    return written


def _in_words(message: str) -> Fault:
    """Say what msgspec found, with the key first and the keys that there are."""
    if match := UNKNOWN_KEY.fullmatch(message):
        table = match["path"] or ""
        key, known = match["key"], _keys_of(table)
        near = get_close_matches(key, known, 1)
        hint = f"; is {near[0]} meant?" if near else f" (there are {', '.join(known)})"
        return ".".join(filter(None, (table, key))), f"no such key{hint}"
    match = MISPLACED.fullmatch(message)
    path, problem = (match["path"], match["problem"]) if match else ("", message)
    return NUMBER_IN_LIST.sub("", path), f"{problem[:1].lower()}{problem[1:]}".replace("`", "")


def _keys_of(table: str) -> list[str]:
    kind: object = ProfileFile
    for part in filter(None, table.split(".")):
        kind = next((field.type for field in msgspec.structs.fields(kind) if field.name == part), None)  # type: ignore[arg-type]  # a struct, as the path came from one
    return list(getattr(kind, "__struct_fields__", ()))


def line_of(text: str, path: str) -> int:
    r"""Return the line on which a key stands, or that of its table, or the first.

    >>> line_of('name = "x"\n[labels]\ncite_as = 1\n', "labels.cite_as")
    3
    """
    table, _, key = path.rpartition(".")
    here, found = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if match := TABLE.match(line):
            here = match["name"]
            found = number if here in (path, table) else found
        elif here == table and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line):
            return number
    return found


def _faults(written: ProfileFile) -> Iterator[Fault]:
    """Yield what is of the right type and cannot be used."""
    if not NAME.fullmatch(written.name):
        yield "name", f"{written.name!r} is no name: small letters a to z, figures and hyphens, at most 40"
    for path, words in _word_lists(written):
        if not all(word.strip() for word in words):
            yield path, "an empty word would be found everywhere"
    for printed, spelling in written.authors.items():
        _, bar, family = spelling.partition("|")
        if not bar or not family.strip() or "|" in family or not printed.strip():
            yield f"authors.{printed}", f'{spelling!r} is not "Given|Family"'
    for language in {key for names in (written.publisher.names, *written.series.names) for key in names}:
        if not re.fullmatch(r"[a-z]{2,3}", language):
            yield "publisher.names", f"{language!r} is no language: two or three small letters, such as en"
    yield from _template_faults(written)


def _word_lists(written: ProfileFile) -> Iterator[tuple[str, Sequence[str]]]:
    tables: Mapping[str, msgspec.Struct] = {
        name: value
        for name in written.__struct_fields__
        if isinstance(value := getattr(written, name), msgspec.Struct)
    }
    for table, value in tables.items():
        for key, words in msgspec.structs.asdict(value).items():
            if isinstance(words, tuple):
                yield f"{table}.{key}", [word for word in words if isinstance(word, str)]


def _template_faults(written: ProfileFile) -> Iterator[Fault]:
    series = [name for names in written.series.names for name in names.values()] or ["x"]
    try:
        path = "series.patterns"
        for template in written.series.patterns:
            printed_pattern(template, series)
        path = "file_names"
        for template in written.file_names:
            name_pattern(template)
        path = "addresses.paths"
        for template in written.addresses.paths:
            name_pattern(template)
    except TemplateError as error:
        yield path, str(error)
