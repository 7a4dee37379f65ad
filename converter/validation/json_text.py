"""The plain text of ``content[]``, and where its note markers stand in that text."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.validation.json_tree import Json, items, string

LINES = frozenset({"item", "row", "paragraph"})


@dataclass(slots=True)
class PlainText:
    """Text as it is put together from inlines, with the markers met on the way."""

    text: str = ""
    markers: list[tuple[int, Json]] = field(default_factory=list)
    """Offset in the text, and the inline."""
    citations: list[str] = field(default_factory=list)
    """Works that the inlines cite."""


def plain_text(content: list[Json]) -> PlainText:
    """Put the text together: each item, row and paragraph on a line, a blank between the cells of a row."""
    plain = PlainText()
    for at, inline in enumerate(content):
        if at and string(inline, "type") in LINES:
            plain.text += "\n"
        _add(plain, inline)
    return plain


def _add(plain: PlainText, inline: Json) -> None:
    """Add one inline and what it holds."""
    kind = string(inline, "type")
    if kind == "note-marker":
        plain.markers.append((len(plain.text), inline))
        return
    if kind == "citation" and (reference := string(inline, "reference")):
        plain.citations.append(reference)
    plain.text += string(inline, "text") or ""
    for at, inner in enumerate(items(inline, "content")):
        if at and string(inner, "type") == "cell":
            plain.text += " "
        _add(plain, inner)
