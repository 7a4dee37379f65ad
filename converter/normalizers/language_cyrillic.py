"""Which language a text in Cyrillic letters is in."""

from __future__ import annotations

import re
from collections.abc import Collection

from converter.normalizers.language_tables import (
    UNSURE,
    add_scores,
    best_and_margin,
    make_table,
    only_allowed,
)

LETTERS = {
    "ru": "ыэё", "uk": "їєґі", "be": "ўі", "sr": "ђјљњћџ", "mk": "ѓќѕј", "kk": "құңғәү",
}  # fmt: skip
"""Letters that only some of the languages have."""

WORDS = {
    "ru": """
        и в во не на что с со по для из к ко об от за до как это при под между против почему чем его их
        был были является россии россия
    """,
    "uk": """
        і й та в у не на що з із зі по для від за до як це при під між проти чому його їх був були є
        україни україна росії
    """,
    "be": """
        і ў не на што з па для ад за да як гэта пры пад паміж супраць чаму яго іх быў былі беларусі
    """,
    "bg": """
        и в във не на че с със по за от до как това при под между срещу защо него са се е ще като през
        които който след българия
    """,
    "sr": """
        и у не на да са по за од до како ово при под између против зашто његов је су се који која које
        србија србије
    """,
    "mk": """
        и во не на дека со по за од до како ова при под меѓу против зошто се е кој која кои македонија
    """,
    "kk": """
        және мен бен үшін туралы бұл бір қазақстан болып еді деп
    """,
}

BETWEEN_CONSONANTS = re.compile(r"[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ]")
"""Where only Bulgarian has ъ, as a vowel: ``България``."""

WORD = re.compile(r"[^\W\d_]+")
TAGS = tuple(WORDS)
TABLE = make_table({tag: words.split() for tag, words in WORDS.items()}, (1.0, 0.7, 0.5, 0.3))
RUSSIAN, BULGARIAN = TAGS.index("ru"), TAGS.index("bg")


def cyrillic_language(text: str, allowed: Collection[str] | None) -> tuple[str, float]:
    """Return the language of a text in lower case and a confidence.

    >>> cyrillic_language("політика та безпека", None)[0]
    'uk'
    """
    scores = [0.0] * len(TAGS)
    add_scores(scores, TABLE, WORD.findall(text))
    present = set(text)
    for tag, letters in LETTERS.items():
        scores[TAGS.index(tag)] += len(present.intersection(letters))
    scores[BULGARIAN] += 1.5 * (BETWEEN_CONSONANTS.search(text) is not None)
    scores[RUSSIAN] += 0.5  # far the most frequent, where nothing speaks against it
    best, margin = best_and_margin(only_allowed(TAGS, scores, allowed))
    return (TAGS[best], round(min(1.0, 0.5 + margin / 4), 2)) if margin > 0 else UNSURE
