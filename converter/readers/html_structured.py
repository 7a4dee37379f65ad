"""What the structured data of a web page (JSON-LD) says of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from converter.readers.html_tree import Element
from converter.source import Clue

ARTICLE = re.compile(
    r"Article|Report|BlogPosting|ScholarlyWork|CreativeWork|WebPage|Publication", re.IGNORECASE
)
PAGES = frozenset({"WebPage", "CollectionPage", "CreativeWork"})
LARGEST = 512 * 1024
"""Characters of structured data; what is larger is not looked at."""

MOST_THINGS = 500
"""Things that are looked at, and how deep one may stand in another."""
DEEPEST = 12

FIELDS = (
    ("headline", "title"), ("name", "title"), ("alternativeHeadline", "subtitle"), ("datePublished",
    "published"),
    ("inLanguage", "language"), ("url", "url"), ("mainEntityOfPage", "url"), ("copyrightNotice", "rights"),
    ("issueNumber", "number"), ("volumeNumber", "volume"), ("isPartOf", "series"), ("author", "author"),
    ("creator", "author"), ("translator", "translator"), ("editor", "editor"), ("publisher", "publisher"),
)  # fmt: skip
WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")


def structured_clues(root: Element) -> list[Clue]:
    """Return the clues of the thing that is most likely the document."""
    things = [thing for script in _scripts(root) for thing in _things(script)]
    names = {
        str(thing["@id"]): thing["name"]
        for thing in things
        if "@id" in thing and isinstance(thing.get("name"), str)
    }
    articles = [thing for thing in things if ARTICLE.search(_type(thing))]
    articles.sort(key=lambda thing: _type(thing) in PAGES)
    return list(_clues(articles[0], names)) if articles else []


def _scripts(root: Element) -> Iterator[object]:
    for element in root.elements():
        if element.tag == "script" and "ld+json" in element.get("type").lower():
            text = element.text()
            if len(text) > LARGEST:
                continue
            try:
                yield msgspec.json.decode(WRAPPED.sub("", text).strip().encode("utf-8", "replace"))
            except (msgspec.DecodeError, RecursionError):
                continue


def _things(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the things of a page, those of a graph one by one."""
    stack: list[tuple[object, int]] = [(value, 0)]
    for _ in range(MOST_THINGS):
        if not stack:
            return
        thing, depth = stack.pop()
        if isinstance(thing, list) and depth < DEEPEST:
            stack += [(item, depth + 1) for item in reversed(thing)]
        elif isinstance(thing, dict):
            yield thing
            stack += [
                (thing[key], depth + 1)
                for key in ("@graph", "mainEntity")
                if key in thing and depth < DEEPEST
            ]


def _type(thing: Mapping[str, object]) -> str:
    value = thing.get("@type")
    return " ".join([str(item) for item in value]) if isinstance(value, list) else str(value or "")


def _clues(thing: Mapping[str, object], names: Mapping[str, object]) -> Iterator[Clue]:
    """Yield what one thing says of itself; ``names`` are those of the things that it may refer to."""
    kind = _type(thing)
    for key, field in FIELDS:
        values = _texts(thing.get(key), names) if key != "name" or "headline" not in thing else ()
        yield from (Clue(field, value, f"JSON-LD {kind}.{key}") for value in values)
    for value in _texts(thing.get("keywords"), names):
        yield from (Clue("keywords", word, f"JSON-LD {kind}.keywords") for word in value.split(","))


def _texts(value: object, names: Mapping[str, object]) -> Iterator[str]:
    """Yield the texts of a value: of a thing its name or address, of a list those of its items."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            named = item.get("name") or names.get(str(item.get("@id")))
            address = next((one for one in (item.get("@id"), item.get("url")) if _is_address(one)), None)
            found = named if isinstance(named, str) else address
            if isinstance(found, str):
                yield found


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))
