"""How a flow becomes ``content[]`` and ``text``: markers and breaks are put in, addresses become links."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from converter.analysis.flow import Flow
from converter.model import Link, NoteMarker, PageBreak, Text
from converter.normalizers.urls import find_emails, find_urls, names_www, web_target

Piece = Text | Link | NoteMarker | PageBreak


class Insert(msgspec.Struct, frozen=True, gc=False):
    """What stands in the place of a stretch of the flow (an empty stretch for a page break)."""

    start: int
    end: int
    node: NoteMarker | PageBreak


class Built(msgspec.Struct, frozen=True, gc=False):
    """Content, its plain text, and the offset in that text of each marker."""

    content: tuple[Piece, ...]
    text: str
    offsets: tuple[int, ...]


CLOSE_UP = frozenset(" .,;:!?)]”’»")


def build(flow: Flow, inserts: Sequence[Insert] = ()) -> Built:
    """Build the content of a flow.

    A blank before a mark that another blank, a stop or the end follows goes with the mark, so that the text
    reads as it would without marks.
    """
    if not inserts:
        return Built(tuple(linked(flow, 0, len(flow.text))), flow.text, ())
    items: list[Piece] = []
    offsets: list[int] = []
    source, texts, length, at = flow.text, list[str](), 0, 0
    for insert in inserts:
        end = insert.start
        is_marker = isinstance(insert.node, NoteMarker)
        if (
            is_marker
            and end > at
            and source[end - 1] == " "
            and source[insert.end : insert.end + 1] in CLOSE_UP
        ):
            end -= 1
        items += linked(flow, at, end)
        texts.append(source[at:end])
        length += len(texts[-1])
        if is_marker:
            offsets.append(length)
        items.append(insert.node)
        at = insert.end
        if not length and isinstance(insert.node, NoteMarker) and flow.text[at : at + 1] == " ":
            at += 1  # a mark that opens the paragraph
    items += linked(flow, at, len(source))
    texts.append(source[at:])
    return _trimmed(items, "".join(texts), offsets)


def _trimmed(items: list[Piece], text: str, offsets: list[int]) -> Built:
    """Leave out a blank that the last marker left at the end."""
    if text.endswith(" "):
        text = text.rstrip()
        for at in range(len(items) - 1, -1, -1):
            item = items[at]
            if isinstance(item, Text) and item.text.endswith(" "):
                stripped = item.text.rstrip()
                items[at : at + 1] = [Text(stripped, item.marks, item.language)] if stripped else []
                break
        offsets = [min(offset, len(text)) for offset in offsets]
    return Built(tuple(items), text, tuple(offsets))


def linked(flow: Flow, start: int, end: int) -> list[Text | Link]:
    """Return a stretch as text and links; printed addresses become links to their clean form."""
    if start >= end:
        return []
    if not flow.marked:
        return _addresses(Text(flow.text[start:end]))
    pieces: list[Text | Link] = []
    for part in flow.content(start, end):
        if isinstance(part, Link):
            target = link_target(part.target)
            pieces.append(Link(part.text, target, part.marks) if target else Text(part.text, part.marks))
        else:
            pieces += _addresses(part)
    return pieces


def _addresses(part: Text) -> list[Text | Link]:
    text = part.text
    if not ("://" in text or "@" in text or names_www(text)):
        return [part]
    places = find_urls(text)
    if "@" in text and "://" not in text:
        places = sorted({*places, *find_emails(text)})
    pieces: list[Text | Link] = []
    at = 0
    for start, end in places:
        target = link_target(text[start:end]) if start >= at else None
        if target is None:
            continue
        if start > at:
            pieces.append(Text(text[at:start], part.marks))
        pieces.append(Link(text[start:end], target, part.marks))
        at = end
    if at < len(text):
        pieces.append(Text(text[at:], part.marks))
    return pieces


def link_target(printed: str) -> str | None:
    """Return the clean target of a printed address, or ``None`` when it is no usable one."""
    if "@" in printed and "/" not in printed:
        return f"mailto:{printed}"
    return web_target(printed)
