"""Who made a cited work: authors and editors, persons and bodies, by words and shape."""

from __future__ import annotations

import re

from converter.analysis.outlet_names import is_outlet
from converter.analysis.parts import trimmed
from converter.analysis.work_draft import Piece, WorkDraft
from converter.analysis.work_patterns import (
    ARTICLE,
    BIBLIOGRAPHY,
    CAPITALS_FIRST,
    EDITED,
    EDITORS_BEHIND,
    INVERTED,
    NAME_AFTER,
    NAME_AFTER_SMALL,
    OUTLET,
)
from converter.normalizers.keys import ascii_fold
from converter.normalizers.name_bodies import COMMON_GIVEN
from converter.normalizers.name_roles import has_corporate_word
from converter.normalizers.name_words import TURKISH_GIVEN, fold_word
from converter.normalizers.names import is_corporate, looks_like_name, split_names
from converter.normalizers.spaces import word_set
from converter.normalizers.urls import site_label

LONGEST_AUTHORS = 160
MOST_WORDS = 4
"""Blanks in a name."""

MOST_BODY_WORDS = 11
"""Blanks in the name of a body (`Ministry of Foreign Affairs of the Republic of Armenia`)."""

SHORTEST_TITLE = 8
"""Letters of a title behind the first comma; with an imprint even two are enough."""

SURE_NAME = 0.6

BODIES = word_set("""
    administration army authority bank bureau chamber chancellery coalition commons consulate customs
    delegation directorate embassy endowment fund government headquarters house institution kremlin mission
    monetary ombudsman parliament presidency prosecutor senate tribunal watch amnesty treasury
    bakanligi baskanligi buyukelciligi cumhurbaskanligi hukumeti meclisi mudurlugu kurumu nazirliyi
""")
"""Words in names of bodies that write, beside those of the normalizers."""

GENRES = word_set("""
    statement speech remarks interview meeting visit declaration report summary text press joint letter treaty
    agreement convention message address resolution law act decree opening details review history map
""")
"""First words of titles that name a body further on."""

HEADING_NUMBER = re.compile(r"\A[IVX]\.(?= )")
"""An initial, in a citation; elsewhere the number of a heading."""

GIVEN = TURKISH_GIVEN | frozenset(map(fold_word, COMMON_GIVEN))

STATES = word_set("abd usa uk uae bae eu ab bm un iran irak nato cia fbi")
"""Acronyms that headlines begin with."""


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
        if not text[start].islower() or looks_like_name(text[start:end]) >= SURE_NAME:
            _add_writer(work, start, end)


def _add_writer(work: WorkDraft, start: int, end: int) -> None:
    """Take a body whole, persons one by one."""
    head = work.note.text[start:end]
    if is_body(head) and not _are_names(head):
        work.authors.append(Piece(start, end))
    else:
        add_people(work, start, end)


def name_start(text: str, start: int, end: int) -> int:
    """Skip prose before a person: `The letter was printed in Given Family, “Title”`.

    Behind a word in small letters only; the name of a body is never cut at its own `of` or `for`.
    """
    if is_body(text[start:end]) or _are_names(text[start:end]):
        return start
    cuts = NAME_AFTER_SMALL if text[start].islower() else NAME_AFTER
    for match in reversed(list(cuts.finditer(text, start, end))):
        if looks_like_name(text[match.end() : end]) >= SURE_NAME:
            return match.end()
    return start


def read_author_first(work: WorkDraft, start: int, end: int) -> int:
    """Take the author before the first comma, if one stands there; return where the title begins."""
    text = work.note.text
    for pattern in (BIBLIOGRAPHY, CAPITALS_FIRST):
        if match := pattern.match(text, start, end):
            work.authors.append(Piece(*match.span("author")))
            return match.end()
    comma = text.find(", ", start, end)
    if comma < 0:
        return start
    if text[start].islower():
        start = name_start(text, start, comma)
    if behind := EDITORS_BEHIND.match(text, comma, end):
        work.editors += [Piece(start + one, start + two) for one, two in split_names(text[start:comma])]
        work.understood.append(behind.span())
        return behind.end()
    if _is_author(work, start, comma, end) and not _is_title_and_outlet(work, comma, end):
        return _take_author(work, start, comma, end)
    return _behind_inverted(work, start, comma, end)


def _behind_inverted(work: WorkDraft, start: int, comma: int, end: int) -> int:
    """Take `Family, G. M.` for the author; return where the title begins."""
    text = work.note.text
    second = text.find(", ", comma + 2, end)
    if second > 0 and " " not in text[start:comma] and INVERTED.fullmatch(text, start, second):
        add_people(work, start, second)
        return second + 2
    return start


def _take_author(work: WorkDraft, start: int, comma: int, end: int) -> int:
    """Take the author before a comma, with the part of a body behind it; return where the title begins."""
    text = work.note.text
    work.author_confidence = 0.6 if work.url else 0.8
    head = text[start:comma]
    if not is_body(head) or _are_names(head):
        add_people(work, start, comma)
        return comma + 2
    second = text.find(", ", comma + 2, end)
    part = text[comma + 2 : second] if second > 0 else ""
    if part.count(" ") <= MOST_WORDS and is_body(part) and end - second > SHORTEST_TITLE:
        comma = second
    work.authors.append(Piece(start, comma))
    return comma + 2


def _is_title_and_outlet(work: WorkDraft, comma: int, end: int) -> bool:
    """Know `Title Words, Outlet`: two capitalised words are a title as well."""
    if not work.url or "year" in work.pieces:
        return False
    return work.note.text.find(", ", comma + 2, end) < 0 and is_outlet(work, comma + 2, end)


def _is_author(work: WorkDraft, start: int, comma: int, end: int) -> bool:
    """Tell whether what stands before the first comma is who wrote it."""
    text = work.note.text
    head = text[start:comma]
    shortest = 1 if "publisher" in work.pieces else SHORTEST_TITLE
    if end - comma - 2 < shortest or ":" in head or text[comma + 2].islower():
        return False
    name = EDITED.sub("", head) if "." in head or "(" in head or "dited" in head else head
    if ARTICLE.match(name) and not name[:2].isupper():
        return False
    if " " not in name:
        return _is_acronym(work, name)
    if is_body(name):
        return name.count(" ") <= MOST_BODY_WORDS and _is_capitalised(name)
    return _are_names(name) and not OUTLET.search(name)


def is_body(name: str) -> bool:
    """Tell whether a name is that of a body: a word such as `Ministry` or `Fund` in it, no clause."""
    words = name.split()
    if ":" in name or not name[:1].isupper() or ascii_fold(words[0]) in GENRES:
        return False
    return has_corporate_word(words) or not BODIES.isdisjoint(ascii_fold(name).split())


def _is_capitalised(name: str) -> bool:
    words = [word for word in name.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _is_acronym(work: WorkDraft, name: str) -> bool:
    """Tell whether one word is a body: `SIPRI`; beside an address only if that is its own."""
    key = ascii_fold(name)
    if not name.isupper() or not is_corporate(name):
        return False
    label = site_label(work.url) if work.url else ""
    if label:
        return label == key or (len(key) > 3 and label.startswith(key))
    return key not in STATES


def _are_names(text: str) -> bool:
    """Tell whether a stretch holds names of persons and nothing else."""
    names = [HEADING_NUMBER.sub("A.", text[start:end]) for start, end in split_names(text)]
    return bool(names) and all(
        name.count(" ") <= MOST_WORDS and looks_like_name(name) >= SURE_NAME for name in names
    )


def take_behind_title(work: WorkDraft, start: int, end: int, *, inside: bool) -> None:
    """Take where a work appeared, or who wrote it (`“Title”, Given Family, date`): that is never sure."""
    if not inside and not work.authors and _is_person(work.note.text[start:end]):
        add_people(work, start, end)
        work.author_confidence = 0.6
    else:
        work.take("container", start, end)


def _is_person(text: str) -> bool:
    """Tell whether a stretch is the name of one person: a given name that is known, then a family name."""
    words = text.split()
    if not 2 <= len(words) <= 3 or OUTLET.search(text) or is_body(text):
        return False
    return fold_word(words[0]) in GIVEN and looks_like_name(text) >= SURE_NAME
