"""The data at the head of a Markdown file (YAML or TOML) as clues; nothing but words, lists and tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from converter.diagnostics import Code, Diagnostic
from converter.source import Clue, Span

LIMIT = 64 * 1024
"""Characters of a front matter; a longer one is none."""

YAML = re.compile(r"\s*---[^\S\n]*\r?\n(?P<data>(?:.*\r?\n)*?)(?:---|\.\.\.)[^\S\n]*(?:\r?\n|\Z)")
TOML = re.compile(r"\s*\+\+\+[^\S\n]*\r?\n(?P<data>(?:.*\r?\n)*?)\+\+\+[^\S\n]*(?:\r?\n|\Z)")
FIRST_KEY = re.compile(r"(?:\s*(?:\#.*)?\n)*[\w\"'-][\w \"'.-]{0,40}\s*[:=]")
"""Data begin with a key; a text between two rules does not."""

FIELDS: Mapping[str, str] = {
    "title": "title", "subtitle": "subtitle", "author": "author", "authors": "author", "creator": "author",
    "by": "author", "byline": "author", "translator": "translator", "editor": "editor", "date": "published",
    "published": "published", "pubdate": "published", "publishdate": "published", "issued": "published",
    "lang": "language", "language": "language", "locale": "language", "url": "url", "permalink": "url",
    "canonical": "url", "canonical_url": "url", "link": "url", "doi": "doi", "publisher": "publisher",
    "institution": "publisher", "organization": "publisher", "series": "series", "volume": "volume",
    "number": "number", "issue": "number", "no": "number", "keywords": "keywords", "tags": "keywords",
    "rights": "rights", "copyright": "rights", "license": "rights",
}  # fmt: skip
"""Key in small letters → field of a clue."""

NAME_KEYS = (("name",), ("literal",), ("given", "family"), ("firstname", "lastname"), ("first", "last"))
"""Keys of an author that is a table of parts."""

DEEPEST = 6


class UnsafeYamlError(ValueError):
    """YAML that grows when it is read, as small files can that were made to harm."""


class FrontMatter(NamedTuple):
    """Where it ends, and what it says; ``finding`` if it cannot be understood (then it is text)."""

    end: int
    clues: tuple[Clue, ...]
    finding: Diagnostic | None


NONE = FrontMatter(0, (), None)


def read_front_matter(text: str) -> FrontMatter:
    """Read the data at the head of a text, if there are any."""
    head = text[: LIMIT + 16].lstrip()[:3]
    if head not in ("---", "+++"):
        return NONE
    match = (YAML if head == "---" else TOML).match(text, 0, LIMIT)
    if match is None or not FIRST_KEY.match(match["data"]):
        return NONE
    try:
        data = _yaml(match["data"]) if head == "---" else tomllib.loads(match["data"])
    except ValueError as problem:
        span = Span(match.start("data"), match.start("data") + 1)
        reason = " ".join(str(problem).split())
        return FrontMatter(0, (), Code.FRONT_MATTER_UNREAD.at(span, reason=reason))
    return FrontMatter(match.end(), tuple(_clues(data)), None)


def _yaml(data: str) -> object:
    """Load YAML as words, lists and tables: no types, no anchors, not deep."""
    import yaml

    depth = 0
    try:
        for event in yaml.parse(data, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST or isinstance(event, yaml.AliasEvent):
                raise UnsafeYamlError("it points from one place to another, or is nested too deeply")
        return yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506 - this loader makes nothing but strings
    except (yaml.YAMLError, RecursionError) as problem:
        raise ValueError(f"it is no YAML: {getattr(problem, 'problem', None) or problem}") from problem


def _clues(data: object) -> Iterator[Clue]:
    if not isinstance(data, Mapping):
        return
    for key, value in data.items():
        field = FIELDS.get(str(key).strip().lower())
        if field is not None:
            for words in _words(value):
                yield Clue(field, words, f"front matter {key}")


def _words(value: object) -> Iterator[str]:
    """Yield the values of a key: one, those of a list, the name of a table of parts."""
    if isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, Mapping):
        parts = {str(key).lower(): part for key, part in value.items()}
        for keys in NAME_KEYS:
            if all(isinstance(parts.get(key), str) for key in keys):
                yield " ".join(str(parts[key]) for key in keys)
                return
    elif value is not None and (words := " ".join(str(value).split())):
        yield words
