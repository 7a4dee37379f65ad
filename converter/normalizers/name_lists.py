"""Where the names in a line of several persons part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.normalizers.kept import kept
from converter.normalizers.name_case import INITIALS, is_capitals
from converter.normalizers.name_lines import (
    MARKS,
    SURE_NAME,
    is_name_word,
    looks_like_name,
    without_others,
)
from converter.normalizers.name_roles import is_corporate, is_place_of_work, split_roles
from converter.normalizers.name_scripts import has_no_capitals, split_east_asian, split_spaceless
from converter.normalizers.name_words import PARTICLES

LONGEST_LINE = 1000
"""A longer text is no line of names and stays whole."""

BETWEEN = re.compile(
    r"""
    (?<!\s)
    (?:
        \s* (?P<sign> ; \s+ (?: and | ve | und | et | y | и ) \s | [;&] )             # A; B   A; and B
        | (?P<slash> (?<=[^\W\d_]) / (?=[^\W\d_]) )                                # A/B
        | \s+ (?P<stroke> [/–—-] ) (?=\s)                                           # A / B
        | (?: \s* , )? \s+ (?: and | ve | və | и | et | und | y | e | ed | i | oraz | та | і | й | og | och
            | en | و | και | եւ | և | და ) (?=\s)                                  # A and B
    )
    \s*
    """,
    re.VERBOSE,
)
SEMICOLON = re.compile(r"(?<!\s)\s*(?P<sign>;)\s*")
COMMA = re.compile(r"(?<!\s)\s*[,،、，]\s*")
COMMAS = frozenset(",،、，")
SMALL_AND = frozenset(["e", "ed", "i", "en", "с"])
LEAST_INVERTED = 0.45
"""How much both sides of a stroke look like ``Family, Given``."""

IN_BRACKETS = re.compile(r"\([^()]*\)")


@kept
def split_names(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the names in a line that may name several persons.

    >>> line = "A. B. Smith, C. Jones and D. Brown"
    >>> [line[start:end] for start, end in split_names(line)]
    ['A. B. Smith', 'C. Jones', 'D. Brown']
    """
    if len(text) <= LONGEST_LINE:
        text = without_others(text)
    if len(text) > LONGEST_LINE or (COMMAS.isdisjoint(text) and not BETWEEN.search(text)):
        return tuple(_spaceless(text) or [span for span in [_strip(text, 0, len(text))] if span[0] < span[1]])
    pieces: list[tuple[int, int]] = []
    for start, end in _strong_pieces(text):
        pieces += _comma_pieces(text, start, end)
    return tuple(span for span in (_strip(text, *piece) for piece in pieces) if span[0] < span[1])


def _spaceless(text: str) -> list[tuple[int, int]]:
    """Return the places of names that blanks part: ``李海洋 王晓明``."""
    names = split_spaceless(text.split()) if has_no_capitals(text) else []
    places, at = [], 0
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        places.append((start, at))
    return places


def _strong_pieces(text: str) -> list[tuple[int, int]]:
    """Cut at semicolons and ``&``, and at words such as *and* where both sides can be names."""
    separators = SEMICOLON if is_corporate(IN_BRACKETS.sub("", text).replace("&", " ")) else BETWEEN
    pieces, start = [], 0
    for match in separators.finditer(text):
        if not match["sign"] and not _parts_names(match, text[start : match.start()], text[match.end() :]):
            continue
        pieces.append((start, match.start()))
        start = match.end()
    return [*pieces, (start, len(text))]


def _parts_names(match: re.Match[str], left: str, right: str) -> bool:
    if match["stroke"] is None and match["slash"] is None:
        return _both_whole(left, right) and (match[0].strip(" ,") not in SMALL_AND or _several(left, right))
    rest = BETWEEN.split(right)[0]
    if "," in left and "," in rest:  # von Halm, Jörg / Öz, Anna
        return min(looks_like_name(left), looks_like_name(rest)) >= LEAST_INVERTED
    before, following = COMMA.split(left)[-1], COMMA.split(rest)[0]
    return looks_like_name(before) >= SURE_NAME and looks_like_name(following) >= SURE_NAME


def _several(left: str, right: str) -> bool:
    """Ask for whole names on both sides of a word that is a letter of names too: ``Ramón y Cajal``."""
    return len(COMMA.split(left)[-1].split()) > 1 and len(COMMA.split(right)[0].split()) > 1


def _both_whole(left: str, right: str) -> bool:
    """Keep ``José Ortega y Gasset`` whole: after *and* must come as full a name as before it."""
    following = BETWEEN.split(COMMA.split(right.strip())[0])[0]
    before = COMMA.split(left.strip(" ,"))[-1]
    if len(COMMA.split(right.strip())) > 1 or "," in left:
        return bool(before and following)
    return (len(before.split()) > 1) == (len(following.split()) > 1)


def _comma_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    spans, place = [], start
    for match in COMMA.finditer(text, start, end):
        spans.append((place, match.start()))
        place = match.end()
    spans.append((place, end))
    merged = _with_roles(text, spans)
    parts = [text[first:last] for first, last in merged]
    yield from _in_pairs(merged, parts) or [(start, end)]


def _in_pairs(spans: Sequence[tuple[int, int]], parts: Sequence[str]) -> list[tuple[int, int]]:
    """Take whole names by themselves and ``KILIÇ, Ali`` in pairs; nothing where a part is neither."""
    if _inverted(parts):
        return []
    names: list[tuple[int, int]] = []
    place = 0
    while place < len(parts):
        pair = parts[place : place + 2]
        if len(pair) == 2 and _is_pair(*pair, first=place == 0):
            names.append((spans[place][0], spans[place + 1][1]))
            place += 2
        elif _is_whole_name(parts[place]):
            names.append(spans[place])
            place += 1
        else:
            return []
    return names


def _is_pair(family: str, given: str, *, first: bool) -> bool:
    """Know a name that begins with the family name; in mixed case only the first of a list."""
    families, givens = family.split(), split_roles(given)[0].split()
    if not families or not givens or all(map(INITIALS.fullmatch, families)) or is_corporate(given):
        return False
    if all(map(INITIALS.fullmatch, givens)):
        return len(families) < 4
    if all(map(is_capitals, families)) and not any(map(is_capitals, givens)):
        return True
    return first and len(families) == 1 and not _is_whole_name(given) and all(map(is_name_word, givens))


def _with_roles(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave ``, PhD`` and ``, Director of …`` with the name before them."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        core, role = split_roles(f"X Y, {text[start:end]}")
        is_school = merged and is_place_of_work(text[start:end]) and " " in text[slice(*merged[-1])]
        if merged and ((core == "X Y" and role) or is_school):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _is_whole_name(part: str) -> bool:
    core = split_roles(part)[0].partition(",")[0]
    if split_east_asian(core):
        return True
    words = core.split()
    if len(words) < 2 or all(map(INITIALS.fullmatch, words)) or words[0] in PARTICLES:
        return False
    return is_corporate(core) or looks_like_name(core) >= 0.3


def _inverted(parts: Sequence[str]) -> bool:
    """Know ``ÇAĞAN ELBİR, Hazel Can`` for one name: capitals, then none."""
    if len(parts) != 2:
        return False
    first, second = (list(map(is_capitals, part.split())) for part in parts)
    return all(first) and not any(second)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end
