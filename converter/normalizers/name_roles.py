"""Which words of a byline are a rank or title, and whether a name is that of a body, not of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.normalizers.house_names import GEORGIAN, SURE, house_name
from converter.normalizers.kept import kept
from converter.normalizers.name_bodies import (
    ADDRESS,
    COMMON_GIVEN,
    FIRST_ACRONYMS,
    HEAD_BEGINNINGS,
    HEAD_ENDINGS,
    HEADS,
    LAST_HEADS,
)
from converter.normalizers.name_case import is_capitals
from converter.normalizers.name_words import (
    CORPORATE,
    KNOWN_BODIES,
    NOT_IN_NAMES,
    PARTICLES,
    POSITIONS,
    RETIRED,
    ROLE_BRACKETS,
    ROLE_FOLLOWERS,
    ROLES,
    ROLES_WITH_STOP,
    TURKISH_GIVEN,
    TURKISH_NAMES,
    WEAK_CORPORATE,
    fold_word,
)

EDITORS = re.compile(
    r"(?:the\s+)?editor(?:s|ial\s+(?:board|team|staff|desk))|(?:la\s+)?rédaction|(?:die\s+)?redaktion|от\s+редакции"
    r"|редакция(?:\s+\S+)?|редакція|yayın\s+kurulu|editörler|(?:la\s+)?redacción|(?:la\s+)?redazione|redakcja"
    r"|redaksiya|هيئة\s+التحرير|هیئت\s+تحریریه|编辑部|編集部",
    re.IGNORECASE,
)
"""Who writes where no person is named."""

ELISION = re.compile("^l['’]")
HONORARY = frozenset(["h.", "c.", "e.", "h.c.", "e.h.", "a.", "i."])
RETIRED_FORMS = (["a.", "D."], ["i.", "G."], ["i.", "R."], ["M.", "Sc."], ["B.", "Sc."], ["M.", "A."])
IN_BRACKETS = re.compile(r"\([a-zçğışöüа-яё]{1,4}\.?\)")
"""What follows a title in small letters: ``Dr. h. c.``, ``Oberst a. D.``."""

EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
ROLE_BEHIND = re.compile(r"\s*[(（](?P<role>[^()（）]{2,60})[)）]\Z")
"""``Jane Doe (Senior Fellow)``, ``山田太郎（主任研究員）``."""

LONGEST_ACRONYM = 5
ACRONYM_BEHIND = re.compile(r"\([A-ZÇĞİÖŞÜƏ]{3,}\)")
"""``Doğu Akdeniz Politika Atölyesi (DAPA)``; shorter ones are ``(R)`` and the like."""
AFFILIATION = re.compile(r"\s{0,3}\((?P<body>[^()]{3,80})\)\Z")
"""``Cem Aksoy (Bilkent University)``."""

CORPORATE_WORDS = CORPORATE | KNOWN_BODIES | HEADS
WEAK_HEADS = WEAK_CORPORATE | LAST_HEADS
CORPORATE_SMALL_WORDS = frozenset(["of", "for", "the"])


SCHOOL = re.compile(
    r"\b(?:universi\w+|üniversite\w*|college|école|hochschule|université|università|университет\w*|університет\w*"
    r"|πανεπιστήμιο|politecnico|politechnika|school\s+of)\b|دانشگاه|جامعة",
    re.IGNORECASE,
)
"""Where somebody teaches, behind a name: no author."""


def is_place_of_work(text: str) -> bool:
    """Tell whether what stands behind a name says where somebody works.

    >>> is_place_of_work("Trinity College"), is_place_of_work("Ada Orman")
    (True, False)
    """
    return SCHOOL.search(text) is not None or house_name(text) == SURE


@kept
def split_roles(literal: str) -> tuple[str, str | None]:
    """Part a printed name from the ranks and titles around it.

    >>> split_roles("Ambassador (R) Alev KILIÇ"), split_roles("Alev KILIÇ, Director of AVİM")
    (('Alev KILIÇ', 'Ambassador (R)'), ('Alev KILIÇ', 'Director of AVİM'))
    """
    if literal.endswith((")", "）")) and (match := ROLE_BEHIND.search(literal)) and _is_said(match["role"]):
        core, role = split_roles(literal[: match.start()])
        return core, ", ".join(filter(None, (role, match["role"].strip())))
    first, *others = literal.split(",")
    kept, roles = [first], []
    for segment in others:
        words = segment.split()
        role, rest = _role_of_segment(words, first)
        if role:
            roles.append(role)
        if rest is not None:
            kept.append(rest if role else segment)
    words = ",".join(kept).split()
    start, end = _leading(words), _trailing(words)
    around = " ".join(words[:start] + words[max(start, end) :])
    role = ELISION.sub("", ", ".join(part for part in (around, *roles) if part))
    return " ".join(words[start : max(start, end)]), role or None


def _is_said(text: str) -> bool:
    """Tell whether what stands in brackets behind a name says what somebody is."""
    words = text.split()
    return EAST_ASIAN.match(text) is not None or (len(words) > 1 and fold_word(words[0]) in POSITIONS)


def _role_of_segment(words: Sequence[str], first: str) -> tuple[str, str | None]:
    """Part what follows a comma into role and name: a role never takes a name with it."""
    start = _leading(words)
    if not start:
        is_position = bool(words) and (fold_word(words[0]) in POSITIONS or _is_told(words, first))
        return (" ".join(words), None) if is_position else ("", " ".join(words))
    rest = words[start:]
    is_school = len(rest) == 1 and is_capitals(rest[0]) and len(rest[0]) < LONGEST_ACRONYM  # prof. UG
    if is_school or not _may_be_name(rest):
        return " ".join(words), None
    if _is_family_alone(first):  # KILIÇ, Dr. Alev
        return " ".join(words[:start]), f" {' '.join(rest)}"
    if len(rest) > 1 or is_capitals(rest[0]):
        return "", " ".join(words)
    return " ".join(words), None


def _is_told(words: Sequence[str], first: str) -> bool:
    """Know what is said of a whole name by its small letters: ``Claire Dubois, chercheuse associée``."""
    letters = words[0].lstrip("(")[:1]
    if not letters.islower() or letters in GEORGIAN or len(first.split()) < 2:
        return False
    return fold_word(words[0]) not in PARTICLES and len(words[0].rstrip(".")) > 2 and "-" not in words[0][:4]


def is_known_role(role: str) -> bool:
    """Tell whether a word of a role is one of the known positions and ranks.

    >>> is_known_role("chercheuse associée"), is_known_role("laute Debatten")
    (True, False)
    """
    words = [fold_word(word).strip(",.") for word in role.split()]
    return any(word in POSITIONS for word in words) or any(
        _is_role(role.split(), place) for place in range(len(words))
    )


def _may_be_name(words: Sequence[str]) -> bool:
    return bool(words) and not any(
        not word[0].isupper() or fold_word(word) in POSITIONS or fold_word(word) in NOT_IN_NAMES
        for word in words
    )


def _is_family_alone(part: str) -> bool:
    words = part.split()
    return len(words) == 1 or (len(words) == 2 and all(map(is_capitals, words)))


def _leading(words: Sequence[str]) -> int:
    start = 0
    while start < len(words) and (
        words[start : start + 2] in RETIRED_FORMS[3:5]
        or _is_role(words, start)
        or (start and fold_word(words[start]).rstrip(".") in ROLE_FOLLOWERS)
        or (start and (words[start] in HONORARY or words[start - 1 : start + 1] in RETIRED_FORMS))
    ):
        start += 1
    return start


def _trailing(words: Sequence[str]) -> int:
    """Find where the titles at the end begin; at least two words stay a name, as in ``John MAJOR``."""
    end = len(words)
    while end and _is_role(words, end - 1) and (end > 2 or fold_word(words[end - 1]) in ROLE_BRACKETS):
        end -= 1
    while end < len(words) and end and fold_word(words[end - 1]) in RETIRED and end > 2:
        end -= 1
    return end


def _is_role(words: Sequence[str], place: int) -> bool:
    word = fold_word(words[place]).rstrip(",")
    word = word[2:] if word.startswith(("l'", "l’")) else word
    if place and IN_BRACKETS.fullmatch(words[place]) and _is_role(words, place - 1):
        return True
    if word in ROLE_BRACKETS or word in ROLES_WITH_STOP or word.rstrip(".") in ROLES or word in ROLES:
        return True
    return word in RETIRED and place + 1 < len(words) and fold_word(words[place + 1]).rstrip(".,") in ROLES


def split_affiliation(name: str) -> tuple[str, str | None]:
    """Part the name of a person from that of a body in brackets behind it.

    >>> split_affiliation("Cem Aksoy (Bilkent University)"), split_affiliation("Alev KILIÇ (R)")
    (('Cem Aksoy', 'Bilkent University'), ('Alev KILIÇ (R)', None))
    """
    match = AFFILIATION.search(name) if name.endswith(")") else None
    if match is None:
        return _split_place_of_work(name)
    before, body = name[: match.start()], match["body"].strip()
    is_acronym = ACRONYM_BEHIND.fullmatch(f"({body})") is not None
    if not (is_acronym or is_corporate(body)) or len(before.split()) < 2 or is_corporate(before):
        return name, None
    if is_acronym and body[0] == before.lstrip()[:1] and not _given_surname(before.split()):
        return name, None  # Doğu Akdeniz Politika Atölyesi (DAPA)
    return before, body


def _split_place_of_work(name: str) -> tuple[str, str | None]:
    """Part the school or house behind the last comma from a whole name before it."""
    before, comma, body = name.rpartition(", ")
    person = split_roles(before)[0].split() if comma else ()
    if len(person) < 2 or not is_place_of_work(body) or _heads(person) or house_name(before):
        return name, None
    return before, body.strip()


@kept
def is_corporate(name: str) -> bool:
    """Say whether a name is that of a body: a word such as *Institute*, or one word that is an acronym.

    >>> is_corporate("European Jewish Congress"), is_corporate("AVİM"), is_corporate("Alev KILIÇ")
    (True, True, False)
    """
    if name.endswith(")"):
        name, affiliation = split_affiliation(name)
        if affiliation is not None:
            return False
    words = name.split()
    if EDITORS.fullmatch(name.strip(" .*")):
        return True
    if len(words) == 1:
        return _is_acronym(words[0])
    if words and (ACRONYM_BEHIND.fullmatch(words[-1]) or words[0] in FIRST_ACRONYMS):
        return True
    return has_corporate_word(words) or not CORPORATE_SMALL_WORDS.isdisjoint(words)


def has_corporate_word(words: Sequence[str]) -> bool:
    """Say whether one of some words names a kind of body, and not a person as in ``Emily POST``."""
    heads = _heads(words)
    return bool(heads) and not (heads <= WEAK_HEADS and _is_person(words))


def is_doubtful_body(words: Sequence[str]) -> bool:
    """Say that the only word for a body is a surname too, and but one word stands beside it."""
    return len(words) == 2 and bool(heads := _heads(words)) and heads <= WEAK_HEADS


def _heads(words: Sequence[str]) -> set[str]:
    folded = [fold_word(word).strip(".,()") for word in words]
    heads = {
        word
        for word in folded
        if word in CORPORATE_WORDS or word.startswith(HEAD_BEGINNINGS) or word.endswith(HEAD_ENDINGS)
    }
    if len(folded) > 1 and folded[-1] in LAST_HEADS:
        heads.add(folded[-1])
    return heads


def _is_person(words: Sequence[str]) -> bool:
    given = fold_word(words[0])
    is_given = given in COMMON_GIVEN or given in TURKISH_GIVEN
    return _given_surname(words) or (len(words) == 2 and is_given)


def _given_surname(words: Sequence[str]) -> bool:
    return is_capitals(words[-1]) and not is_capitals(words[0])


def _is_acronym(word: str) -> bool:
    folded = fold_word(word).strip(".,()")
    if folded in CORPORATE_WORDS or folded.endswith(HEAD_ENDINGS) or ADDRESS.fullmatch(word):
        return True
    letters = word.replace("/", "")
    return (
        is_capitals(word)
        and letters.isalpha()
        and len(letters) <= LONGEST_ACRONYM
        and folded not in TURKISH_NAMES
    )
