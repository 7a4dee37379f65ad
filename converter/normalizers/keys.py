"""Which citation key a work gets: ``familyYYYYword`` in plain ASCII, the same on every run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_lowercase
from unicodedata import normalize

from converter.normalizers.folding import TABLE
from converter.normalizers.spaces import strip_marks

MAXIMUM_LENGTH = 40
MAXIMUM_WORD = 20

WORD = re.compile(r"[a-z0-9]+")
DIGRAPHS = (("ու", "u"), ("ου", "ou"), ("ού", "ou"))
"""Two letters for one sound, in Armenian and Greek."""

STOP_WORDS = {
    "en": """
        a an the of in on at by for from to with and or but as is are was were be been its it this that
        these those how why what when who whether will can between into over under against after before
        about around
    """,
    "tr": """
        bir ve bu su o ile icin mi mu de da ki ya veya ama gibi kadar daha en cok her ne nasil neden uzerine
        olarak
    """,
    "az": """
        bir ve bu o ile ucun mi de da ki ya amma kimi qeder daha en cox her ne nece niye uzre
    """,
    "ru": """
        в во на и с со к ко о об от до за из по под при про для не ни а но или что как это почему чем у же
        ли бы
    """,
    "de": """
        der die das den dem des ein eine einen einem einer eines und oder aber im in am an auf aus bei mit
        nach von vom zu zum zur fur uber unter als wie ist sind
    """,
    "fr": """
        le la les l un une des de du d et ou mais en dans sur sous par pour avec sans au aux ce cette ces
        est sont qui que comment pourquoi
    """,
    "es": """
        el la los las un una unos unas de del y o pero en con por para sin sobre al a es son que como su sus
        lo
    """,
}


def ascii_fold(text: str) -> str:
    """Write a text in lower-case ASCII words parted by one blank, by the versioned table of ``folding``.

    >>> ascii_fold("Политика баланса: İLHAM ƏLİYEV")
    'politika balansa ilham eliyev'
    """
    if text.isascii():
        if text.isalnum():
            return text.lower()
        return " ".join(WORD.findall(text.lower()))
    lowered = normalize("NFC", text.replace("İ", "i").lower())
    for letters_written, sound in DIGRAPHS:
        lowered = lowered.replace(letters_written, sound)
    folded = lowered.translate(TABLE)
    if not folded.isascii():
        folded = strip_marks(normalize("NFKD", folded)).translate(TABLE)
    return " ".join(WORD.findall(folded))


FOLDED_STOP_WORDS = {tag: frozenset(ascii_fold(words).split()) for tag, words in STOP_WORDS.items()}
ALL_STOP_WORDS = frozenset().union(*FOLDED_STOP_WORDS.values())


def significant_word(title: str, language: str) -> str:
    """Return the first word of a title, folded, that is no stop word, number or single letter.

    Where every word is one of these, the first longest is better than none.

    >>> significant_word("A SILENT POWER STRUGGLE", "en")
    'silent'
    """
    skipped = FOLDED_STOP_WORDS.get(language.partition("-")[0].lower(), ALL_STOP_WORDS)
    words: list[str] = []
    for printed in title.split():
        for word in ascii_fold(printed).split():
            if len(word) > 1 and word not in skipped and not word.isdigit():
                return word
            words.append(word)
    return max(words, key=len, default="")


def citation_key(family: str, year: str | None, title: str | None, language: str) -> str:
    """Make the key of a work from its author (or site), year and title; at most 40 characters.

    >>> citation_key("Khantamirova", "2025", "A SILENT POWER STRUGGLE", "en")
    'khantamirova2025silent'
    """
    word = significant_word(title, language)[:MAXIMUM_WORD] if title else ""
    figures = ascii_fold(year).replace(" ", "")[:4] if year else ""
    name = ascii_fold(family).replace(" ", "")
    if not name[:1].isalpha():
        name = f"x{name}"
    return name[: MAXIMUM_LENGTH - len(figures) - len(word)] + figures + word


class KeyRing:
    """The keys given so far: the first to ask has the plain key, later ones get ``a``, ``b`` and so on."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._asked: dict[str, int] = {}

    def keep(self, keys: Iterable[str]) -> None:
        """Give these keys to nobody who asks: they are taken."""
        self._given.update(keys)

    def take(self, key: str) -> str:
        """Return a key that nobody has.

        >>> ring = KeyRing()
        >>> ring.take("mod2025araz"), ring.take("mod2025araz")
        ('mod2025araz', 'mod2025araza')
        """
        choice = key
        while choice in self._given:
            count = self._asked.get(key, 0)
            self._asked[key] = count + 1
            choice = key + letters(count)
        self._given.add(choice)
        return choice


def letters(count: int) -> str:
    """Count in letters from zero: ``a`` to ``z``, then ``aa``.

    >>> letters(0), letters(25), letters(26)
    ('a', 'z', 'aa')
    """
    digits = ""
    count += 1
    while count:
        count, digit = divmod(count - 1, 26)
        digits = ascii_lowercase[digit] + digits
    return digits
