"""Which language a text is in: first its script and letters, then its frequent words; unsure is ``und``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from unicodedata import normalize

from converter.normalizers.language_words import ENDINGS, LETTERS, WORDS
from converter.normalizers.spaces import SPECIAL_LETTERS, strip_marks

UNSURE = ("und", 0.0)
SLICE = 1500
SCRIPT_SLICE = 400
LONG = 60
"""Words from which on endings are not looked at: the frequent words decide."""

LATIN_WORD = re.compile(r"[^\W\d_]+")
LATIN_RUN = re.compile(r"[A-Za-z\u00c0-\u02ff\u1e00-\u1eff]+")
OTHER_RUN = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u3040-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufb13-\ufeff]+")

SCRIPTS = (
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x077F, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1C90, 0x1CBF, "Georgian"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x3040, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Han"),
    (0xAC00, 0xD7AF, "Hangul"),
    (0xFB13, 0xFB17, "Armenian"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFEFC, "Arabic"),
)

ONE_LANGUAGE = {
    "Greek": "el", "Armenian": "hy", "Hebrew": "he", "Devanagari": "hi", "Thai": "th", "Georgian": "ka",
    "Kana": "ja", "Han": "zh", "Hangul": "ko",
}  # fmt: skip

CYRILLIC_LETTERS = {
    "ru": "ыэё", "uk": "їєґі", "be": "ўі", "sr": "ђјљњћџ", "mk": "ѓќѕј", "kk": "құңғәү",
}  # fmt: skip
CYRILLIC_WORDS = {
    "ru": "и в во не на что с со по для из к ко об от за до как это при под между против почему чем его их был были является россии россия",
    "uk": "і й та в у не на що з із зі по для від за до як це при під між проти чому його їх був були є україни україна росії",
    "be": "і ў не на што з па для ад за да як гэта пры пад паміж супраць чаму яго іх быў былі беларусі",
    "bg": "и в във не на че с със по за от до как това при под между срещу защо него са се е ще като през които който след българия",
    "sr": "и у не на да са по за од до како ово при под између против зашто његов је су се који која које србија србије",
    "mk": "и во не на дека со по за од до како ова при под меѓу против зошто се е кој која кои македонија",
    "kk": "және мен бен үшін туралы бұл бір қазақстан болып еді деп",
}
BULGARIAN_VOWEL = re.compile(r"[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ]")

ARABIC_LETTERS = (
    ("ur", "ٹڈڑںےہھ"),
    ("ckb", "ێۆڕڵ"),
    ("fa", "پچژگکی۰۱۲۳۴۵۶۷۸۹"),
    ("ar", "ةىيكأإؤ"),
)

URL_TAGS = frozenset([*WORDS, *ONE_LANGUAGE.values(), *CYRILLIC_WORDS, "ar", "fa", "ur", "ckb"])
URL_PATH_TAG = re.compile(r"/([A-Za-z]{2,3})(?:[-_][A-Za-z]{2})?(?=/|\Z|\?)")
URL_QUERY_TAG = re.compile(r"[?&](?:lang|language|hl|locale)=([A-Za-z]{2,3})(?:[-_][A-Za-z]+)?(?=&|#|\Z)")

LANGUAGE_TAG = re.compile(
    r"""
    (?: [a-z]{2,3} (?: -[a-z]{3} ){0,3} | [a-z]{4} | [a-z]{5,8} )        # az, zh-yue
    (?: -[a-z]{4} )?                                                     # az-Cyrl
    (?: -(?: [a-z]{2} | \d{3} ) )?                                       # en-GB, es-419
    (?: -(?: [a-z\d]{5,8} | \d[a-z\d]{3} ) )*                            # de-1996
    (?: -[a-wy-z\d] (?: -[a-z\d]{2,8} )+ )*                              # -u-nu-latn
    (?: -x (?: -[a-z\d]{1,8} )+ )?                                       # -x-own
    | x (?: -[a-z\d]{1,8} )+                                             # x-own
    | i-(?: ami | bnn | default | enochian | hak | klingon | lux | mingo | navajo | pwn | tao | tay | tsu )
    | sgn-be-fr | sgn-be-nl | sgn-ch-de | en-gb-oed | zh-min | zh-min-nan
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def _fold(text: str) -> str:
    """Fold a text to the letters of the tables: lower case, every i alike, no accents, ə as e."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    return strip_marks(normalize("NFD", lowered)).translate(SPECIAL_LETTERS)


Table = Mapping[str, tuple[tuple[int, float], ...]]


def _table(languages: Mapping[str, Iterable[str]], weights: tuple[float, ...]) -> Table:
    """Turn word lists into word → (language, weight); what few languages share weighs more."""
    owners: dict[str, list[int]] = {}
    for place, words in enumerate(languages.values()):
        for word in set(words):
            owners.setdefault(word, []).append(place)
    return {
        word: tuple((place, weights[min(len(places), len(weights)) - 1]) for place in places) for word, places in owners.items()
    }


TAGS = tuple(WORDS)
WORD_TABLE = _table({tag: _fold(words).split() for tag, words in WORDS.items()}, (1.0, 0.7, 0.5, 0.4))
ENDING_TABLE = _table({tag: ENDINGS[tag].split() for tag in TAGS}, (0.5, 0.35, 0.2))
LETTER_TABLE = {letter: tuple(TAGS.index(tag) for tag in tags) for letter, tags in LETTERS.items()}
CYRILLIC_TAGS = tuple(CYRILLIC_WORDS)
CYRILLIC_TABLE = _table({tag: words.split() for tag, words in CYRILLIC_WORDS.items()}, (1.0, 0.7, 0.5, 0.3))


def language_of(text: str, allowed: Collection[str] | None = None) -> tuple[str, float]:
    """Return the language tag of a text and a confidence; ``("und", 0.0)`` when unsure.

    ``allowed`` limits the answer to some languages, which makes it surer.

    >>> language_of("Azərbaycan-İsrail hərbi əməkdaşlığı inkişaf etdirilir")[0]
    'az'
    """
    piece = text[:SLICE]
    script = "Latin" if piece.isascii() else _script(piece[:SCRIPT_SLICE])
    if script == "Latin":
        tag, confidence = _latin(piece, allowed)
    elif script == "Cyrillic":
        tag, confidence = _cyrillic(piece.lower(), allowed)
    elif script == "Arabic":
        tag, confidence = _arabic(piece)
    elif script == "Han" and re.search("[\u3040-\u30ff]", piece):
        tag, confidence = "ja", 1.0
    else:
        tag, confidence = (ONE_LANGUAGE[script], 1.0) if script in ONE_LANGUAGE else UNSURE
    return UNSURE if allowed is not None and tag not in allowed else (tag, confidence)


def _script(text: str) -> str:
    """Return the script of most letters."""
    counts = {"Latin": sum(map(len, LATIN_RUN.findall(text)))}
    for run in OTHER_RUN.findall(text):
        code = ord(run[0])
        for first, last, name in SCRIPTS:
            if first <= code <= last:
                weight = len(run) * (3 if name in {"Han", "Kana", "Hangul"} else 1)
                counts[name] = counts.get(name, 0) + weight
                break
    return max(counts, key=lambda name: counts[name])


# --- Latin ------------------------------------------------------------------------------------------------


def _latin(text: str, allowed: Collection[str] | None) -> tuple[str, float]:
    scores = [0.0] * len(TAGS)
    if not text.isascii():
        _score_letters(text, scores)
        if text.count("ə") + text.count("Ə") > len(text) / 100:
            scores[TAGS.index("az")] += 4.0
    words = LATIN_WORD.findall(_fold(text))
    _score_words(words, scores)
    if len(words) < LONG:
        _score_endings(words, scores)
    if allowed is not None:
        scores = [score if tag in allowed else 0.0 for tag, score in zip(TAGS, scores, strict=True)]
    return _verdict(TAGS, scores)


def _score_words(words: Iterable[str], scores: list[float]) -> None:
    known = WORD_TABLE.get
    for word in words:
        for place, weight in known(word, ()):
            scores[place] += weight


def _score_endings(words: Iterable[str], scores: list[float]) -> None:
    tr, az = TAGS.index("tr"), TAGS.index("az")
    for word in words:
        if len(word) > 4:
            for place, weight in ENDING_TABLE.get(word[-4:], ()) or ENDING_TABLE.get(word[-3:], ()):
                scores[place] += weight
        if ("x" in word or "q" in word) and "qu" not in word and not word.endswith("x") and "ex" not in word:
            scores[az] += 0.6
            scores[tr] -= 0.4


def _score_letters(text: str, scores: list[float]) -> None:
    scores[TAGS.index("tr")] += 0.4 * min(text.count("İ"), 3)
    scores[TAGS.index("az")] += 0.3 * min(text.count("İ"), 3)
    lowered = text.replace("İ", "i").lower()
    for letter in LETTER_TABLE.keys() & set(lowered):
        places = LETTER_TABLE[letter]
        weight = min(lowered.count(letter), 4) * (0.7 if len(places) == 1 else 0.45 if len(places) == 2 else 0.25)
        for place in places:
            scores[place] += weight


def _verdict(tags: tuple[str, ...], scores: list[float]) -> tuple[str, float]:
    """Turn the scores into an answer: the best must be good enough and clearly ahead of the next."""
    best = max(scores)
    ordered = sorted(scores)
    margin = best - ordered[-2]
    if best < 0.65 or margin < 0.2:
        return UNSURE
    confidence = min(1.0, margin / best + 0.1) * min(1.0, 0.4 + best / 4)
    return tags[scores.index(best)], round(confidence, 2)


# --- Other scripts ----------------------------------------------------------------------------------------


def _cyrillic(text: str, allowed: Collection[str] | None) -> tuple[str, float]:
    scores = [0.0] * len(CYRILLIC_TAGS)
    for word in LATIN_WORD.findall(text):
        for place, weight in CYRILLIC_TABLE.get(word, ()):
            scores[place] += weight
    present = set(text)
    for tag, letters in CYRILLIC_LETTERS.items():
        scores[CYRILLIC_TAGS.index(tag)] += 1.0 * len(present.intersection(letters))
    scores[CYRILLIC_TAGS.index("bg")] += 1.5 * bool(BULGARIAN_VOWEL.search(text))
    scores[CYRILLIC_TAGS.index("ru")] += 0.5  # far the most frequent where nothing speaks against it
    if allowed is not None:
        scores = [score if tag in allowed else 0.0 for tag, score in zip(CYRILLIC_TAGS, scores, strict=True)]
    best = max(scores)
    if best <= 0:
        return UNSURE
    margin = best - sorted(scores)[-2]
    return CYRILLIC_TAGS[scores.index(best)], round(min(1.0, 0.5 + margin / 4), 2)


def _arabic(text: str) -> tuple[str, float]:
    present = set(text)
    for tag, letters in ARABIC_LETTERS:
        if not present.isdisjoint(letters):
            return tag, 0.9
    return "ar", 0.5


# --- Addresses and tags -----------------------------------------------------------------------------------


def language_hint_of_url(url: str) -> str | None:
    """Return the language that a part of the path, the query or the first label of the host names.

    A hint only: ``az.sputniknews.ru`` writes in Russian.

    >>> language_hint_of_url("https://mod.gov.az/az/news/x"), language_hint_of_url("https://tr.mehrnews.com/")
    ('az', 'tr')
    """
    host, slash, path = url.partition("://")[2].partition("/")
    for match in URL_PATH_TAG.finditer(slash + path):
        if match[1].lower() in URL_TAGS:
            return match[1].lower()
    query = URL_QUERY_TAG.search(path)
    if query and query[1].lower() in URL_TAGS:
        return query[1].lower()
    labels = host.lower().removeprefix("www.").split(".")
    return labels[0] if len(labels) > 2 and labels[0] in URL_TAGS else None


def is_language_tag(tag: str) -> bool:
    """Say whether a language tag is well-formed (BCP 47).

    >>> is_language_tag("az-Cyrl"), is_language_tag("english_us")
    (True, False)
    """
    return LANGUAGE_TAG.fullmatch(tag) is not None
