"""Who a printed name names: given name, family name, role, and how capitals are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import structs

from converter.normalizers.name_case import INITIALS, is_capitals, recase_word
from converter.normalizers.name_lines import (
    MARKS,
    fold_name,
    has_others,
    looks_like_name,
    without_others,
)
from converter.normalizers.name_lists import split_names
from converter.normalizers.name_order import begins_with_family, begins_with_hungarian_family
from converter.normalizers.name_roles import (
    is_corporate,
    is_doubtful_body,
    split_affiliation,
    split_roles,
)
from converter.normalizers.name_scripts import HAN_ALONE, split_east_asian
from converter.normalizers.name_words import PARTICLES, PATRONYMS, fold_word
from converter.normalizers.spaces import squeeze

__all__ = [
    "ParsedName",
    "fold_name",
    "has_others",
    "is_corporate",
    "is_initialed",
    "looks_like_name",
    "parse_name",
    "split_names",
]


INITIALS_IN_BRACKETS = re.compile(
    r"(?P<family>[^\W\d_][^(),]{1,40}?) \((?P<given>(?:[^\W\d_]\.[ -]?){1,3})\)"
)
PATRONYMIC = re.compile(r"[а-яіїє](?:вич|вна|івна|ївна|ьич)$", re.IGNORECASE)
SPANISH = re.compile(r"[^\W\d_]{2,}(?:[eé]z)$")
"""The ending of the first of two Spanish family names."""

ARTICLES = frozenset(["LE", "LA"])
"""What begins a French family name and keeps its capital: ``LE GOFF``."""

CAPITAL_PARTICLES = frozenset(["Ó", "Lo", "Li", "Dalla", "Dello", "Degli"])

GENERATION = re.compile(r"II|III|IV")
"""What stands behind a family name and belongs to it."""

LONGEST_NAME = 150
"""A longer text is no name and stays whole."""


class ParsedName(msgspec.Struct, frozen=True, gc=False):
    """A name in parts; a body, or a name that cannot be split, has only ``literal``."""

    given: str | None
    family: str | None
    role: str | None
    literal: str
    """As printed, role included, marks such as ``*`` left out."""
    case: str = "as-printed"
    """``as-printed``, ``letters`` (lowered, the letters decide) or ``uncertain`` (lowered, they do not)."""
    printed_family: str | None = None
    certain_split: bool = True
    corporate: bool = False
    affiliation: str | None = None
    """The body in brackets behind a name: ``Cem Aksoy (Bilkent University)``."""


def is_initialed(short: ParsedName, whole: ParsedName) -> bool:
    """Say whether a name has but initials where another of the same family has given names.

    >>> is_initialed(parse_name("Korkmaz, S. A."), parse_name("Selin Aydın KORKMAZ"))
    True
    """
    if not (short.family and whole.family and short.given and whole.given):
        return False
    initials = [word for word in re.split(r"[\s.-]+", short.given) if word]
    given = [word for word in re.split(r"[\s.-]+", whole.given) if word]
    if not all(len(word) == 1 for word in initials) or len(initials) > len(given):
        return False
    if fold_name(short.family) != fold_name(whole.family):
        return _is_initialed_double(initials, given, short.family, whole.family)
    return all(fold_name(one) == fold_name(two[:1]) for one, two in zip(initials, given, strict=False))


def _is_initialed_double(initials: Sequence[str], given: Sequence[str], short: str, whole: str) -> bool:
    """Know a family name of two words of which the longer form counts the first to the given names."""
    families = short.split()
    if len(families) < 2 or fold_name(families[-1]) != fold_name(whole) or len(given) < 2:
        return False
    return fold_name(given[-1]) == fold_name(families[0]) and fold_name(initials[0]) == fold_name(
        given[0][:1]
    )


class _Parts(msgspec.Struct, frozen=True, gc=False):
    family: Sequence[str]
    given: Sequence[str]
    certain: bool


def parse_name(printed: str, known: Mapping[str, str] | None = None) -> ParsedName:
    """Read a printed name; ``known`` maps folded names to ``Given|Family`` as spelled elsewhere.

    >>> name = parse_name("Ambassador (R) Alev KILIÇ")
    >>> name.given, name.family, name.role
    ('Alev', 'Kılıç', 'Ambassador (R)')
    """
    literal = squeeze(printed).strip(MARKS)
    bracketed = INITIALS_IN_BRACKETS.fullmatch(literal)
    if len(literal) > LONGEST_NAME:
        return ParsedName(None, None, None, literal, certain_split=False)
    name, affiliation = split_affiliation(literal)
    if bracketed:  # Penhoët (L.)
        name = f"{bracketed['family']}, {bracketed['given']}"
    core, role = split_roles(without_others(name))
    core = core.strip(MARKS)
    if not core or is_corporate(core):
        return _without_parts(core, role, literal)
    parsed = _parse_person(core, role, literal, known)
    return parsed if affiliation is None else structs.replace(parsed, affiliation=affiliation)


def _without_parts(core: str, role: str | None, literal: str) -> ParsedName:
    corporate = bool(core) and is_corporate(literal)
    certain = corporate and not is_doubtful_body(core.split())
    role = None if corporate else role
    return ParsedName(None, None, role, literal, certain_split=certain, corporate=corporate)


def _parse_person(core: str, role: str | None, literal: str, known: Mapping[str, str] | None) -> ParsedName:
    parts = _split(core)
    if parts is None:
        return ParsedName(None, None, role, literal, certain_split=False)
    printed_family = " ".join(parts.family)
    spelled = known.get(fold_name(core)) if known else None
    if spelled is not None:
        given, _, family = spelled.partition("|")
        case = "as-printed" if family == printed_family else "letters"
        return ParsedName(given or None, family or None, role, literal, case, printed_family)
    return _recased(parts, role, literal, printed_family)


def _recased(parts: _Parts, role: str | None, literal: str, printed_family: str) -> ParsedName:
    words = [*parts.given, *parts.family]
    written: list[str] = []
    doubts: list[bool] = []
    for place, word in enumerate(words):
        if is_capitals(word):
            recased, certain = recase_word(word, words[:place] + words[place + 1 :])
            written.append(
                recased.capitalize() if word in ARTICLES and place == len(parts.given) else recased
            )
            doubts.append(not certain)
        else:
            written.append(word)
    case = "as-printed" if not doubts else "uncertain" if any(doubts) else "letters"
    count = len(parts.given)
    given, family = " ".join(written[:count]), " ".join(written[count:])
    return ParsedName(given or None, family, role, literal, case, printed_family, parts.certain)


def _split(core: str) -> _Parts | None:
    """Part family and given name; ``None`` where commas leave it open."""
    family, comma, given = core.partition(",")
    if comma and given.strip() and family.strip():
        open_ended = "," in given or split_roles(given.strip())[1] is not None  # Ali ASKER, Dr. Okan YEŞİLOT
        return None if open_ended else _Parts(family.split(), given.split(), certain=True)
    if HAN_ALONE.fullmatch(core) and not split_east_asian(core):
        return _Parts([core[:2]], [core[2:]], certain=False)
    if east_asian := split_east_asian(core):
        return _Parts([east_asian[0]], [east_asian[1]], certain=True)
    words = core.replace(",", " ").split()
    if len(words) > 2 and GENERATION.fullmatch(words[-1]):
        return _at(words, len(words) - 2, certain=True)
    capitals = [is_capitals(word) for word in words]
    if capitals[-1] and not all(capitals):
        return _at(words, _run_start(words, capitals), certain=True)
    if capitals[0] and not all(capitals):
        count = capitals.index(False)
        return _Parts(words[:count], words[count:], certain=True)
    return _by_order(words)


def _run_start(words: Sequence[str], capitals: Sequence[bool]) -> int:
    """Find where the capitals at the end begin."""
    start = len(words) - 1
    while start and capitals[start - 1]:
        start -= 1
    return start


def _by_order(words: Sequence[str]) -> _Parts:
    """Without capitals to tell, take the last word, unless what is last is an initial or a patronym."""
    if len(words) == 3 and PATRONYMIC.search(words[1]):
        return _Parts(words[2:], words[:2], certain=True)
    if len(words) == 3 and PATRONYMIC.search(words[2]):
        return _Parts(words[:1], words[1:], certain=True)
    if len(words) > 2 and fold_word(words[-1]) in PATRONYMS:
        return _Parts(words[:1], words[1:], certain=False)
    if begins_with_family(words) or begins_with_hungarian_family(words):
        return _Parts(words[:1], words[1:], certain=False)
    initials = [INITIALS.fullmatch(word) is not None for word in words]
    if len(words) > 1 and initials[-1] and not initials[0]:
        count = initials.index(True)
        return _Parts(words[:count], words[count:], certain=count == 1)
    certain = len(words) - sum(initials[:-1]) <= 2 and not is_doubtful_body(words)
    parts = _at(words, len(words) - 1, certain=certain)
    count = len(parts.given)
    if count > 1 and SPANISH.search(words[count - 1]):  # Lucía Fernández de Castro
        return _at(words, count - 1, certain=False)
    return parts


def _is_particle(word: str) -> bool:
    return fold_word(word) in PARTICLES or word in CAPITAL_PARTICLES


def _at(words: Sequence[str], start: int, *, certain: bool) -> _Parts:
    """Part at a place, moved back over particles; one that begins the name must be in lower case."""
    while start > 2 and words[start - 1] == "e":  # de Souza e Silva
        start -= 2
    while start and _is_particle(words[start - 1]) and (start > 1 or words[0].islower()):
        start -= 1
        certain = certain or len(words[:start]) <= 1
    return _Parts(words[start:], words[:start], certain)
