"""Where markers and page breaks stand in the text of content, and which citations it holds."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Citation, Content, Field, Link, NoteMarker, PageBreak, Paragraph, Text
from converter.readers.tei_content import plain


def markers(content: Sequence[Content], begin: int) -> list[tuple[int, NoteMarker]]:
    """Return the markers of content, each with the length of the text before it."""
    found: list[tuple[int, NoteMarker]] = []
    for number, part in enumerate(content):
        if isinstance(part, NoteMarker):
            found.append((begin + len(plain(content[:number])), part))
        elif not isinstance(part, Text | Link | Field | PageBreak | Citation):
            before = plain(content[: number + 1])
            own = plain([part])
            found += markers(_flat(part), begin + len(before) - len(own))
    return found


def _flat(part: Content) -> list[Content]:
    """Return the content of an item or paragraph; of a row that of its cells with blanks between."""
    flat: list[Content] = []
    for inner in getattr(part, "content", ()):
        if flat and hasattr(inner, "content") and not isinstance(inner, Citation):
            flat.append(Text(" "))
        flat += inner.content if hasattr(inner, "content") and not isinstance(inner, Citation) else [inner]
    return flat


def breaks(content: list[Content]) -> list[int]:
    """Return the offsets in the text at which pages end."""
    found: list[int] = []
    for number, part in enumerate(content):
        if isinstance(part, PageBreak):
            found.append(len(plain(content[:number])))
        elif not isinstance(part, Text | Link | Field | NoteMarker | Citation):
            begin = len(plain(content[: number + 1])) - len(plain([part]))
            found += [begin + offset for offset in breaks(_flat(part))]
    return found


def citations(content: tuple[Content, ...]) -> list[Citation]:
    """Return the citations of a note, those inside its paragraphs included."""
    found = []
    for part in content:
        if isinstance(part, Citation):
            found.append(part)
        elif not isinstance(part, Text | Link | Field | NoteMarker | PageBreak):
            found += [inner for inner in part.content if isinstance(inner, Citation)]
    return found


def unfolded(content: list[Content]) -> list[Content]:
    """Return the inside of a paragraph that stands alone."""
    alone = content[0] if len(content) == 1 else None
    return list(alone.content) if isinstance(alone, Paragraph) and alone.content else content


def order_of(identifier: str) -> tuple[int, str]:
    """Return by what notes are sorted: the number in their id."""
    figures = identifier.removeprefix("fn")
    return (int(figures), "") if figures.isdecimal() else (0, identifier)
