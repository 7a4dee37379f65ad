"""Whether a line looks like a byline, where several names in it part, and when two names are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from converter.normalizers.language_words import WORDS
from converter.normalizers.name_case import INITIALS, is_capitals
from converter.normalizers.name_roles import has_corporate_word, is_corporate, split_affiliation, split_roles
from converter.normalizers.name_words import NOT_IN_NAMES, PARTICLES, PATRONYMS, POSITIONS, fold_word
from converter.normalizers.spaces import SPECIAL_LETTERS, strip_marks

MARKS = " \t\n\r\u00a0*†‡§¹²³,;"
LONGEST_BYLINE = 80
SURE_NAME = 0.5
NOT_LETTERS = re.compile(r"[\W\d_]+")
SENTENCE = re.compile(r"[?!:;…\"“”«»|/@#=+<>\[\]{}–—]|\d|[^\W\d_]{2}\.\Z")
TITLE_WORDS = frozenset(word for word in WORDS["en"].split() if len(word) > 3) - {
    *("will", "said", "west", "north", "east", "power", "georgia", "prime", "joint"),
}
"""Words of headlines that are hardly anybody's name."""

ROMAN = re.compile(r"[IVX]{2,}\.?|[IVX]\.")
"""The number of a heading (``III. Demiryolu``); an initial I counts as one too."""

LONGEST_LINE = 1000
"""A longer text is no line of names and stays whole."""

BETWEEN = re.compile(
    r"""
    (?<!\s)
    (?:
        \s* (?P<sign> [;&] )                                                        # A; B
        | \s+ (?P<stroke> [/–—-] ) (?=\s)                                           # A / B
        | (?: \s* , )? \s+ (?: and | ve | və | и | et | und | y ) (?=\s)            # A and B
    )
    \s*
    """,
    re.VERBOSE,
)
SEMICOLON = re.compile(r"(?<!\s)\s*(?P<sign>;)\s*")
COMMA = re.compile(r"(?<!\s)\s*,\s*")
STROKE = re.compile(r"(?<!\s)\s+[/–—-]\s+")
"""What parts names where both sides are whole names: ``Ali DEMİR / Veli KAYA``."""

IN_BRACKETS = re.compile(r"\([^()]*\)")

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

OTHERS_ENDINGS = (
    "al",
    "ii",
    "ia",
    "rs",
    "ri",
    "er",
    "rk",
    "ı",
    "d",
    "b",
    "s",
    "др",
    "ие",
    "ін",
    "ші",
    "a",
    "re",
)
"""How such words end, to pass over most names quickly."""


def has_others(text: str) -> bool:
    """Say whether a line of names ends with *et al.* or the like, which is nobody's name.

    >>> has_others("A. Smith et al."), has_others("A. Smith, C. Jones vd."), has_others("Alev KILIÇ")
    (True, True, False)
    """
    return OTHERS.search(text) is not None


def without_others(text: str) -> str:
    """Leave out *et al.* and the like at the end of a line of names.

    >>> without_others("A. Smith, C. Jones et al."), without_others("Alev KILIÇ")
    ('A. Smith, C. Jones', 'Alev KILIÇ')
    """
    if not text[-12:].rstrip(" ,;:.)*†").lower().endswith(OTHERS_ENDINGS):
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


def looks_like_name(text: str) -> float:
    """Say from 0 to 1 how much a short line looks like a byline.

    >>> looks_like_name("İlaha KHANTAMIROVA") > 0.8 > 0.1 > looks_like_name("The border was closed.")
    True
    """
    line = text.strip(MARKS)
    if not line or len(line) > LONGEST_BYLINE:
        return 0.0
    line = without_others(line)
    if " / " in line or " - " in line:
        return min(map(_score_name, STROKE.split(line)))
    return _score_name(line)


def _score_name(line: str) -> float:
    line, affiliation = split_affiliation(line)
    core, role = split_roles(line)
    if not core or SENTENCE.search(core):
        return 0.0
    if is_corporate(core):
        return 0.3 if has_corporate_word(core.split()) and len(core) < 60 else 0.0
    words = core.replace(",", " ").split()
    if not all(map(_is_name_word, words)):
        return 0.0
    return min(1.0, _shape(words, core) + (0.2 if role or affiliation else 0.0))


def _is_name_word(word: str) -> bool:
    folded = fold_word(word)
    if folded in PARTICLES or folded in PATRONYMS:
        return True
    first = next((letter for letter in word if letter.isalpha()), "")
    if not first or folded in NOT_IN_NAMES:
        return False
    return not first.islower() or "-" in word[:4]  # el-Sisi


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


# --- Several names ----------------------------------------------------------------------------------------


def split_names(text: str) -> list[tuple[int, int]]:
    """Return the places of the names in a line that may name several persons.

    >>> line = "A. B. Smith, C. Jones and D. Brown"
    >>> [line[start:end] for start, end in split_names(line)]
    ['A. B. Smith', 'C. Jones', 'D. Brown']
    """
    if len(text) <= LONGEST_LINE:
        text = without_others(text)
    if len(text) > LONGEST_LINE or not ("," in text or BETWEEN.search(text)):
        return [span for span in [_strip(text, 0, len(text))] if span[0] < span[1]]
    pieces: list[tuple[int, int]] = []
    for start, end in _strong_pieces(text):
        pieces += _comma_pieces(text, start, end)
    return [span for span in (_strip(text, *piece) for piece in pieces) if span[0] < span[1]]


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
    if match["stroke"] is None:
        return _both_whole(left, right)
    before, following = COMMA.split(left)[-1], COMMA.split(BETWEEN.split(right)[0])[0]
    return looks_like_name(before) >= SURE_NAME and looks_like_name(following) >= SURE_NAME


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
    return first and len(families) == 1 and not _is_whole_name(given) and all(map(_is_name_word, givens))


def _with_roles(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave ``, PhD`` and ``, Director of …`` with the name before them."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        core, role = split_roles(f"x, {text[start:end]}")
        if merged and core == "x" and role:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _is_whole_name(part: str) -> bool:
    core = split_roles(part)[0].partition(",")[0]
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
