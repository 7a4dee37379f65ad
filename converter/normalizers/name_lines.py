"""Whether a line looks like a byline, whether it leaves persons out, and when two names are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from converter.normalizers.house_names import GEORGIAN
from converter.normalizers.kept import kept
from converter.normalizers.language_words import WORDS
from converter.normalizers.name_case import is_capitals
from converter.normalizers.name_roles import (
    has_corporate_word,
    is_corporate,
    is_known_role,
    split_affiliation,
    split_roles,
)
from converter.normalizers.name_scripts import has_no_capitals, score_name
from converter.normalizers.name_words import NOT_IN_NAMES, PARTICLES, PATRONYMS, POSITIONS, fold_word
from converter.normalizers.spaces import SPECIAL_LETTERS, strip_marks, word_set

MARKS = " \t\n\r\u00a0*†‡§¹²³,;"
LONGEST_BYLINE = 80
SURE_NAME = 0.5
LEAST_TOLD = 0.4
"""Score of a name behind which something in small letters stands that is no known role."""
NOT_LETTERS = re.compile(r"[\W\d_]+")
SENTENCE = re.compile(r"[?!:;…\"“”«»|/@#=+<>\[\]{}–—]|\d|[^\W\d_]{2}\.\Z")
TITLE_WORDS = frozenset(word for word in WORDS["en"].split() if len(word) > 3) - {
    *("will", "said", "west", "north", "east", "power", "georgia", "prime", "joint"),
    *("king", "prince", "queen", "winter", "summer", "spring", "french", "german", "israel", "hope", "banks"),
    *("bank", "camp", "storm", "song", "songs", "fish", "coach", "judge", "mayor", "wind", "port", "battle"),
    *(
        "poland",
        "japan",
        "bridges",
        "justice",
        "rule",
        "moves",
        "shadow",
        "harvest",
        "savage",
        "bond",
        "poet",
    ),
    *(
        "fleet",
        "fire",
        "flood",
        "grave",
        "graves",
        "sentence",
        "marketing",
        "sofia",
        "chief",
        "steps",
        "wage",
    ),
}
"""Words of headlines that are hardly anybody's name."""

JOINED = frozenset(["e", "y"])
"""What joins two family names: ``de Souza e Silva``, ``Ramón y Cajal``."""

ELIDED = re.compile(r"(?:d|l|dell|dall|de|n|t|s|o)['’][A-ZÀ-ÖØ-Þ]")  # d'Arcourt

ROMAN = re.compile(r"[IVX]{2,}\.?|[IVX]\.")
"""The number of a heading (``III. Demiryolu``); an initial I counts as one too."""

STROKE = re.compile(r"(?<!\s)\s+[/–—-]\s+")
"""What parts names where both sides are whole names: ``Ali DEMİR / Veli KAYA``."""

SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")

OTHERS = re.compile(
    r"""
    (?: \A | (?<!\s)\s*,\s* | (?<!\s)\s+ )
    (?:
        et \s al(?:ii|ia)?\b\.? | and \s others\b                           # et al.
        | ve \s (?: diğer(?:leri|ler)\b | ark\b\.? | başkaları\b ) | v\.?d\b\.?  # ve diğerleri, vd.
        | və \s (?: başqaları\b | digərləri\b | b\. | s\. )                  # və başqaları
        | и \s др(?:угие)?\b\.? | та \s ін(?:ші)?\b\.?                       # и др.
        | u\.\s?a\. | und \s andere\b | y \s otros\b | e \s altri\b | et \s autres\b
    )
    (?= [\s,;:.)] | \Z )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What says that more persons than the named ones wrote something."""

LAST_OF_OTHERS = word_set(
    "al alii alia others diğerleri diğerler ark başkalari vd d başqalari digərləri b s др другие ін інші a "
    "andere otros altri autres"
)
"""The last of such words, every i alike: most names end otherwise."""


def has_others(text: str) -> bool:
    """Say whether a line of names ends with *et al.* or the like, which is nobody's name.

    >>> has_others("A. Smith et al."), has_others("A. Smith, C. Jones vd."), has_others("Alev KILIÇ")
    (True, True, False)
    """
    return OTHERS.search(text) is not None


@kept
def without_others(text: str) -> str:
    """Leave out *et al.* and the like at the end of a line of names.

    >>> without_others("A. Smith, C. Jones et al."), without_others("Alev KILIÇ")
    ('A. Smith, C. Jones', 'Alev KILIÇ')
    """
    tail = text.rstrip(" ,;:.)*†")[-12:].lower().replace("ı", "i")
    if not LAST_OF_OTHERS.issuperset(tail.replace(".", " ").replace(",", " ").split()[-1:]):
        return text
    match = OTHERS.search(text)
    return text[: match.start()] if match and not any(map(str.isalpha, text[match.end() :])) else text


def fold_name(text: str) -> str:
    """Write a name for comparing: case, accents, İ and ı, punctuation and the order of words set aside.

    >>> fold_name("KILIÇ, Alev") == fold_name("Alev Kılıç")
    True
    """
    lowered = text.lower()
    if not lowered.isascii():
        lowered = strip_marks(normalize("NFKD", lowered)).casefold().translate(SPECIAL_LETTERS)
        lowered = normalize("NFC", lowered)
    return " ".join(sorted(filter(None, NOT_LETTERS.split(lowered))))


@kept
def looks_like_name(text: str) -> float:
    """Say from 0 to 1 how much a short line looks like a byline.

    >>> looks_like_name("İlaha KHANTAMIROVA") > 0.8 > 0.1 > looks_like_name("The border was closed.")
    True
    """
    line = text.strip(MARKS)
    if not line or len(line) > LONGEST_BYLINE:
        return 0.0
    line = without_others(line)
    if " / " in line or " - " in line or ("/" in line and SLASH.search(line)):
        return min(map(_score_name, STROKE.split(SLASH.sub(" / ", line))))
    return _score_name(line)


def _score_name(line: str) -> float:
    line, affiliation = split_affiliation(line)
    core, role = split_roles(line)
    if not core or SENTENCE.search(core):
        return 0.0
    if has_no_capitals(core) and not is_corporate(core):
        return min(1.0, score_name(core) + (0.2 if role or affiliation else 0.0))
    if is_corporate(core):
        return 0.3 if has_corporate_word(core.split()) and len(core) < 60 else 0.0
    words = core.replace(",", " ").split()
    if not all(
        map(is_name_word, [words[0], *[word for word in words[1:-1] if word not in JOINED], words[-1]])
    ):
        return 0.0
    if role and not affiliation and not is_known_role(role):
        return min(LEAST_TOLD, _shape(words, core))
    return min(1.0, _shape(words, core) + (0.2 if role or affiliation else 0.0))


def is_name_word(word: str) -> bool:
    """Say whether a word may stand in a name: written with a capital, or a particle.

    >>> is_name_word("Veli"), is_name_word("von"), is_name_word("border")
    (True, True, False)
    """
    folded = fold_word(word)
    if folded in PARTICLES or folded in PATRONYMS:
        return True
    first = next((letter for letter in word if letter.isalpha()), "")
    if not first or folded in NOT_IN_NAMES:
        return False
    if not first.islower() or "-" in word[:4] or first in GEORGIAN:  # el-Sisi
        return True
    return ELIDED.match(word) is not None


def _shape(words: Sequence[str], core: str) -> float:
    if len(words) > 5 or ROMAN.fullmatch(words[0]) or POSITIONS.issuperset(map(fold_word, words)):
        return 0.1
    if len(words) == 1:
        return 0.2
    capitals = [is_capitals(word) for word in words]
    base = 0.6 if len(words) <= 3 else 0.45
    if capitals[-1] and not all(capitals):
        return base + 0.3
    if capitals[0] and not capitals[-1]:
        return base + (0.2 if "," in core else -0.2)
    if not TITLE_WORDS.isdisjoint(map(fold_word, words)):
        return 0.2
    return base - 0.2 if all(capitals) else base
