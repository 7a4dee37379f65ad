"""Who is named in the list of persons of a reference, in any order of family and given name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import Name
from converter.normalizers.name_words import PARTICLES
from converter.normalizers.names import is_corporate, parse_name
from converter.references.cues import ANY

OTHERS = re.compile(
    r"""
    [\s,;(]*
    (?: \b(?: et\ al(?:ii|ia)?\b | and\ others | ve\ diğerleri | ve\ ark\b | v\.?\s?d\. | vd\b | и\ др\b
    | u\.\s?a\.
      | i\ in(?:ni|\.) | et\ autres | y\ otros | və\ (?:b\.|başqaları) )
      | \b(?:et|and)\s*$ | &\s*$ )
    [\s.,;:)]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
AND = re.compile(r"\s*[,;]?\s*(?:&|\b(?:and|ve|və|und|u\.|et|y|i|и|e|oraz|a)\b(?=\s))\s*")
STRONG = re.compile(r"\s*;\s*|\s+/\s+|(?<=\.)/(?=[^\W\d_a-z])")
COMMA = re.compile(r"\s*,\s*")
INITIALS = re.compile(r"(?:[^\W\d_a-zа-я](?:[a-zа-я]{0,2}\.|\b)[\s-]*){1,5}(?:,?\s*Jr\.?)?")
BARE_INITIALS = re.compile(r"[A-ZÀ-ÞĀ-ŽА-ЯŞĞİ]{1,3}")
LONGEST = 2500


def read_people(text: str) -> tuple[Name, ...]:
    """Return the persons (or the body) that a stretch names.

    >>> [(name.given, name.family) for name in read_people("Orman, A. B., & Vance, C.")]
    [('A. B.', 'Orman'), ('C.', 'Vance')]
    >>> [(name.given, name.family) for name in read_people("Orman, Ada, Carl Vance, and Lee Ashe")]
    [('Ada', 'Orman'), ('Carl', 'Vance'), ('Lee', 'Ashe')]
    >>> [(name.given, name.family) for name in read_people("Orman AB, Vance C, et al.")]
    [('AB', 'Orman'), ('C', 'Vance')]
    """
    stripped = OTHERS.sub(" ", ANY.sub(" ", text[:LONGEST])).strip(" ,;:()[]")
    if not stripped:
        return ()
    if is_body(stripped):
        return (Name(None, None, None, stripped),)
    names: list[Name] = []
    for strong in STRONG.split(stripped):
        names += _names_of(strong)
    return tuple(names)


def is_body(text: str) -> bool:
    """Tell whether a stretch is the name of a body, which is never cut."""
    if text.count(",") > 1 or ("," in text and INITIALS.fullmatch(text.rpartition(",")[2].strip())):
        return False
    return is_corporate(text)


def _names_of(text: str) -> list[Name]:
    pieces: list[str] = []
    joints: list[int] = []
    for stretch in AND.split(text):
        joints.append(len(pieces))
        pieces += [piece for piece in COMMA.split(stretch.strip(" ,")) if piece]
    return [_name(literal) for literal in _paired(pieces, joints)]


def _paired(pieces: Sequence[str], joints: Sequence[int]) -> list[str]:
    """Put family and given name together where a comma parts them."""
    written: list[str] = []
    place = 0
    inverted = _is_inverted(pieces, joints)
    while place < len(pieces):
        piece = pieces[place]
        follows = pieces[place + 1] if place + 1 < len(pieces) and place + 1 not in joints else ""
        if (
            follows
            and _has_no_given(piece)
            and (INITIALS.fullmatch(follows) or (inverted and _is_given(follows, first=not place)))
        ):
            written.append(f"{piece}, {follows}")
            place += 2
        else:
            written.append(piece)
            place += 1
    return written


def _is_inverted(pieces: Sequence[str], joints: Sequence[int]) -> bool:
    """Tell whether the first name is written family first, by the shortness of its pieces."""
    if len(pieces) < 2 or 1 in joints:
        return False
    family, given = pieces[0].split(), pieces[1].split()
    if family[0].lower() in PARTICLES:
        return len(given) <= 3
    return (len(family) == 1 and len(given) <= 3) or (len(family) == 2 and len(given) == 1)


def _has_no_given(piece: str) -> bool:
    """Tell whether a piece can be a family name alone: no initials in it."""
    words = piece.split()
    if len(words) > 4 or any(len(word.strip(".")) == 1 for word in words):
        return False
    return len(words) == 1 or not BARE_INITIALS.fullmatch(words[-1]) or words[0].isupper()


def _is_given(piece: str, *, first: bool) -> bool:
    words = piece.split()
    return (
        len(words) == 1
        or (first and len(words) <= 3)
        or (len(words) == 2 and (words[1].endswith(".") or words[0].endswith(".")))
    )


def _name(literal: str) -> Name:
    """Read one name; the forms of reference lists first, everything else as elsewhere."""
    family, comma, given = literal.partition(", ")
    if comma and not _in_capitals(family):
        return Name(given, family, None, literal)
    words = literal.split()
    if not comma and len(words) > 1:
        last = words[-1]
        if BARE_INITIALS.fullmatch(last) and not _in_capitals(words[0]):
            return Name(last, " ".join(words[:-1]), None, literal)
        if (
            len(words) < 5
            and all(INITIALS.fullmatch(word) for word in words[1:])
            and len(words[0].strip(".")) > 1
        ):
            return Name(" ".join(words[1:]), words[0], None, literal)
        if INITIALS.fullmatch(words[0]) and not _in_capitals(last):
            return _after_initials(words, literal)
    parsed = parse_name(literal)
    return Name(parsed.given, parsed.family, parsed.role, parsed.literal)


def _after_initials(words: list[str], literal: str) -> Name:
    """Read ``J. A. van Dyke``."""
    cut = next((place for place, word in enumerate(words) if not INITIALS.fullmatch(word)), len(words) - 1)
    return Name(" ".join(words[:cut]), " ".join(words[cut:]), None, literal)


def _in_capitals(word: str) -> bool:
    return len(word) > 3 and word.isupper()
