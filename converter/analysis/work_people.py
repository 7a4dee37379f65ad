"""Who made a cited work and where it appeared: authors, editors and outlets, by words and shape."""

from __future__ import annotations

from converter.analysis.parts import trimmed
from converter.analysis.work_draft import Piece, WorkDraft
from converter.analysis.work_patterns import ARTICLE, EDITED, INVERTED, NAME_AFTER, OUTLET
from converter.normalizers.names import is_corporate, looks_like_name, split_names
from converter.normalizers.spaces import title_key
from converter.normalizers.urls import host_of

LONGEST_OUTLET = 70
LONGEST_AUTHORS = 160
MOST_WORDS = 4
"""Blanks in a name."""


def add_people(work: WorkDraft, start: int, end: int) -> None:
    """Take a stretch of names, as editors where it says so."""
    text = work.note.text
    start, end = trimmed(text, start, end, " \t,;:")
    edited = EDITED.search(text, start, end) if "." in text or "(" in text or "dited" in text else None
    if edited and edited["name"] is None:
        work.understood.append(edited.span())
        end = edited.start()
    into = work.editors if edited else work.authors
    into += [Piece(start + left, start + right) for left, right in split_names(text[start:end])]


def read_before_title(work: WorkDraft, title_start: int) -> None:
    """Take what stands before a title: who wrote it, or the outlet."""
    text = work.note.text
    start, end = trimmed(text, work.first, title_start, " \t.,;:(-–")
    if start >= end or not work.is_free(start, end):
        return
    if (
        OUTLET.search(text, start, end)
        and is_outlet(work, start, end)
        and not looks_like_name(text[start:end]) > 0.8
    ):
        work.take("container", start, end)
    elif end - start <= LONGEST_AUTHORS:
        start = name_start(text, start, end)
        if not text[start].islower() or looks_like_name(text[start:end]) >= 0.6:
            add_people(work, start, end)


def name_start(text: str, start: int, end: int) -> int:
    """Skip prose before the author: `The letter was printed in Given Family, “Title”`."""
    if not text[start].islower() and (
        text.count(" ", start, end) <= MOST_WORDS or looks_like_name(text[start:end]) >= 0.5
    ):
        return start
    for match in reversed(list(NAME_AFTER.finditer(text, start, end))):
        rest = text[match.end() : end]
        if looks_like_name(rest) >= 0.6 or is_corporate(rest):
            return match.end()
    return start


def read_author_first(work: WorkDraft, start: int, end: int) -> int:
    """Take the author before the first comma, if one stands there; return where the title begins."""
    text = work.note.text
    comma = text.find(", ", start, end)
    if comma < 0:
        return start
    if text.count(" ", start, comma) > MOST_WORDS or text[start].islower():
        start = name_start(text, start, comma)
    if _is_author(text[start:comma], comma, end):
        if _is_title_and_outlet(work, comma, end):
            return start
        add_people(work, start, comma)
        work.author_confidence = 0.6 if work.url else 0.8
        return comma + 2
    second = text.find(", ", comma + 2, end)
    if second > 0 and " " not in text[start:comma] and INVERTED.fullmatch(text, start, second):
        add_people(work, start, second)
        return second + 2
    return start


def _is_title_and_outlet(work: WorkDraft, comma: int, end: int) -> bool:
    """Know `Title Words, Outlet`: two capitalised words are a title as well."""
    if not work.url or "year" in work.pieces:
        return False
    return work.note.text.find(", ", comma + 2, end) < 0 and is_outlet(work, comma + 2, end)


def _is_author(head: str, comma: int, end: int) -> bool:
    """Tell whether what stands before the first comma is who wrote it."""
    name = EDITED.sub("", head) if "." in head or "(" in head or "dited" in head else head
    if " " not in name or ARTICLE.match(name) or end - comma <= 8:
        return False
    if is_corporate(name):
        words = [word for word in name.split() if len(word) > 3]
        return name.count(" ") <= 5 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
    return name.count(" ") <= MOST_WORDS and looks_like_name(name) >= 0.6 and not OUTLET.search(name)


def is_outlet(work: WorkDraft, start: int, end: int) -> bool:
    """Tell whether a stretch names the site or outlet: by the address, by its words, or by its shape."""
    text = work.note.text[start:end].strip()
    if not text or len(text) > LONGEST_OUTLET or not (text[0].isupper() or text[0].isdigit()):
        return "." in text and work.url is not None and text.casefold() in work.url.casefold()
    if work.url and _names_host(text, work.url):
        return True
    words = text.split()
    return (
        len(words) <= 5
        and all(word[:1].isupper() or len(word) <= 3 for word in words)
        and OUTLET.search(text) is not None
    )


def _names_host(text: str, url: str) -> bool:
    """Tell whether an address is that of an outlet of this name."""
    host, key = title_key(host_of(url)), title_key(text)
    return len(key) >= 3 and (key in host or (len(host) > 6 and host.replace("www", "") in key))
