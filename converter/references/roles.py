"""Who of the persons of a reference wrote, edited or translated it, by the words that say so."""

from __future__ import annotations

import re

from converter.references.cues import (
    ANY,
    EDITOR_FIRST,
    EDITOR_INSIDE,
    EDITOR_LAST,
    TRANSLATOR_FIRST,
)
from converter.references.part import Part

PERSONS = frozenset(("author", "editor", "translator"))
TAKEN_FOR = PERSONS | {"publisher", "container", "genre"}
"""What persons behind a cue word are taken for."""

HOUSE_BEHIND = re.compile(r",\s+[Ee]ds?(?P<behind>\.\s+\()(?P<house>[^()]+)$")
"""``H. Barlow, ed. (Routledge)``: the house in brackets is none of the names."""

SIGNS = " .,:;()[]"


def with_roles(text: str, parts: list[Part]) -> list[Part]:
    """Give persons the role that a cue word says, whatever the model took them for."""
    has_container = any(part.name == "container" for part in parts)
    found: list[Part] = []
    cue: Part | None = None
    for part in parts:
        if found and part.name == "editor" and _follows(text, found[-1], part):
            found[-1] = found[-1]._replace(name="editor", end=part.end)
            continue
        if cue is not None and part.name in TAKEN_FOR and not text[cue.end : part.start].strip(SIGNS):
            part = Part(cue.name, cue.start, part.end, part.confidence)
            found.pop()
        part = _with_role(text, part)
        cue = part if part.name in PERSONS and _is_cue(text, part) else None
        found += _without_book(text, part, has_container=has_container)
    return found


def _follows(text: str, before: Part, part: Part) -> bool:
    """Tell whether a part is but the `(Eds.)` behind names."""
    if before.name not in PERSONS or not _is_cue(text, part):
        return False
    between = text[before.end : part.start]
    return not between.strip(SIGNS) and ("(" in between or text[part.start] in "([" or "," in between)


def _is_cue(text: str, part: Part) -> bool:
    """Tell whether a part is but a cue word, so that its persons stand behind it."""
    printed = text[part.start : part.end + 1]
    first = len(printed) - len(printed.lstrip(SIGNS))
    if not any(ANY.match(printed, at) for at in range(first + 1)):
        return False
    return not ANY.sub("", printed).strip(SIGNS)


def _with_role(text: str, part: Part) -> Part:
    if part.name not in TAKEN_FOR:
        return part
    printed = text[part.start : part.end]
    stop = text[part.end : part.end + 1]
    if TRANSLATOR_FIRST.match(printed + stop):
        return part._replace(name="translator")
    if EDITOR_FIRST.match(printed + stop):
        return part._replace(name="editor")
    if part.name == "author":
        behind = text[part.end : part.end + 2]
        if EDITOR_LAST.search(printed + behind.rstrip(" .,;:(")):
            return part._replace(name="editor")
    return part


def _without_book(text: str, part: Part, *, has_container: bool) -> list[Part]:
    """Part `Henry Barlow (ed.), Maritime Governance` and `H. Barlow, ed. (Routledge)`."""
    house = HOUSE_BEHIND.search(text[: part.end], part.start) if part.name in PERSONS else None
    if house:
        names = Part("editor", part.start, house.start("behind"), part.confidence)
        return [names, Part("publisher", *house.span("house"), part.confidence)]
    inside = EDITOR_INSIDE.search(text, part.start, part.end) if part.name in PERSONS else None
    if has_container or inside is None or inside.end() >= part.end:
        return [part]
    book = Part("container", inside.end(), part.end, part.confidence)
    return [Part("editor", part.start, inside.start("behind"), part.confidence), book]
