"""Invented works: persons, titles, journals, houses, dates, addresses, made from word lists of a language."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "matter"
LANGUAGES = {"en": 52, "tr": 14, "de": 8, "fr": 7, "ru": 7, "pl": 4, "es": 5, "az": 3}
"""Language → how often it is chosen."""
HOSTS = (
    ".com .org .net .org.tr .com.tr .gov .gov.az .ru .de .fr .eu .edu .int .co.uk .pl .az .am .info".split()
)
SMALL = {
    "en": "of the a and in on for to with from by as between towards under is are how what why an at into".split(),
    "tr": "ve ile bir bu için üzerine olarak da de üzerinde ne nasıl göre kadar".split(),
    "de": "der die das und in im von zur zum für mit des den ein eine als auf über bei".split(),
    "fr": "de la le les du des et en dans pour sur au aux une un par entre sous".split(),
    "ru": "в и на с о по для из от к как между при об под".split(),
    "pl": "w i na z o po dla od do jako między przy pod".split(),
    "es": "de la el los del y en para por con una un sobre entre las".split(),
    "az": "və ilə bir bu üçün üzrə haqqında kimi".split(),
}
SECTION = ["", "", "", "", "", " (abstract)", " [Abstract]"]


class Person(NamedTuple):
    """A person, by the parts of the name; a body has only ``family``."""

    given: str
    family: str

    @property
    def initials(self) -> list[str]:
        """The first letters of the given names."""
        return [name[0] for name in self.given.replace("-", " ").split()]


class Words:
    """The word lists of one language."""

    def __init__(self, language: str) -> None:
        table: dict[str, Any] = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
        self.language = language
        self.cue: dict[str, list[str]] = {
            name: value if isinstance(value, list) else value.split()
            for name, value in table.pop("cue").items()
        }
        self.lists: dict[str, list[str]] = {
            name: value if isinstance(value, list) else value.split("|" if "|" in value else None)
            for name, value in table.items()
        }
        self.small = SMALL[language]

    def pick(self, random: Random, name: str) -> str:
        """Return one of a list."""
        return random.choice(self.lists[name])

    def fill(self, random: Random, pattern: str) -> str:
        """Put words in the gaps of a pattern: a noun, an adjective, a city, a name, an ordinal."""
        ordinal = random.choice(["2nd", "3rd", "Third", "12th", "24th", "Fifth", "1st", "XII", "15.", "VII"])
        filled = pattern.replace("%O", ordinal)
        while "%" in filled or "@" in filled:
            at = min(found for found in (filled.find("%"), filled.find("@")) if found >= 0)
            kind = filled[at : at + 2]
            if kind == "%N":
                word, size = _capital(self.pick(random, "noun")), 2
            elif kind == "%A":
                word, size = _capital(self.pick(random, "adjective")), 2
            elif kind == "%C":
                word, size = self.pick(random, "city").split(",")[0], 2
            elif kind[0] == "@":
                word, size = random.choice(self.lists["place"] + self.lists["city"]).split(",")[0], 1
            else:
                name = self.pick(random, "pubname") if random.random() < 0.6 else self.pick(random, "family")
                word, size = name.replace("_", " "), 1
            filled = filled[:at] + word + filled[at + size :]
        return filled


def load_words() -> dict[str, Words]:
    """Return the word lists of all languages."""
    return {language: Words(language) for language in LANGUAGES}


def _capital(word: str) -> str:
    return ("İ" if word[0] == "i" and any(sign in word for sign in "ışğ") else word[0].upper()) + word[1:]


# --- Parts of a work --------------------------------------------------------------------------------------


def person(random: Random, words: Words) -> Person:
    """Invent a person."""
    given = words.pick(random, "given")
    if random.random() < 0.3:
        given += " " + (
            words.pick(random, "given")
            if random.random() < 0.5
            else random.choice("ABCDEFGHJKLMNPRSTVW") + "."
        )
    family = words.pick(random, "family")
    chance = random.random()
    if chance < 0.05 and words.lists["particles"]:
        family = f"{words.pick(random, 'particles')} {family}".replace("- ", "-").replace("' ", "'")
    elif chance < 0.1:
        family += random.choice("- ") + words.pick(random, "family")
    return Person(given, family)


def persons(random: Random, words: Words, most: int = 9) -> list[Person]:
    """Invent the authors of a work; most works have one or two."""
    count = random.choices([1, 2, 3, 4, 5, 6, most], [46, 24, 13, 7, 4, 3, 3])[0]
    return [person(random, words) for _ in range(count)]


def title(random: Random, words: Words, *, headlines: bool = False) -> str:
    """Invent a title: a heading in capitals, or a sentence."""
    style = random.choices(["sentence", "title", "capitals"], [52, 45, 3])[0]
    text = _phrase(random, words, random.choice([1, 2, 2, 3, 3, 4, 5]))
    if random.random() < 0.3:
        joint = random.choices(
            [": ", ": ", " – ", ". ", "? ", " - ", ", ", "; ", " / "], [60, 15, 8, 8, 4, 4, 4, 1, 1]
        )[0]
        text += joint + _phrase(random, words, random.choice([1, 2, 3, 4]), capital=random.random() < 0.7)
    if headlines and random.random() < 0.3:
        text = _headline(random, words)
    if random.random() < 0.1:
        first = random.randint(1500, 1990)
        span = f"{first}{random.choice('-–')}{random.randint(first + 1, 2020)}"
        ends = [
            "?",
            "?",
            "!",
            f" ({span})",
            f" {span}",
            f", {span}",
            f", {span}",
            f", {first}",
            " (Part II)",
            " I",
        ]
        text += random.choice([*ends, " 2.0", ", Part 1", " (abstract)", "?"])
    if random.random() < 0.04:
        text = (
            random.choice(["Review of ", "Introduction to ", "“The "])
            + text
            + ("”" if text.startswith("“") else "")
        )
    text = _cased(text, style, words)
    if "“The" in text and "”" not in text:
        text += "”"
    return text


def _phrase(random: Random, words: Words, size: int, *, capital: bool = True) -> str:
    pieces: list[str] = []
    for place in range(size):
        if place or random.random() < 0.25:
            pieces += random.choices(words.small, k=random.choice([1, 1, 2]))
        if random.random() < 0.45:
            pieces.append(words.pick(random, "adjective"))
        if random.random() < 0.12:
            pieces.append(random.choice(words.lists["place"]))
        elif random.random() < 0.03:
            pieces.append(words.pick(random, "family"))
        elif random.random() < 0.02:
            pieces.append(str(random.randint(1850, 2020)))
        elif random.random() < 0.02:
            pieces.append(
                random.choice(
                    ["NATO", "EU", "UN", "DNA", "AB", "ABD", "HIV-1", "3D", "COVID-19", "USSR", "IT"]
                )
            )
        else:
            pieces.append(words.pick(random, "noun"))
        pieces[-1] = _varied(random, words, pieces[-1])
    text = " ".join(pieces).rstrip(",")
    return _capital(text) if capital else text


def _varied(random: Random, words: Words, word: str) -> str:
    """Now and then write a word of a title with what titles have: a comma, a hyphen, brackets, a name."""
    chance = random.random()
    if chance > 0.155:
        return word
    if chance < 0.1:
        return _joined_word(random, words, word)
    family, noun, year = words.pick(random, "family"), words.pick(random, "noun"), random.randint(1750, 1980)
    name = random.choice(
        [("adjective", "noun"), ("noun", "noun"), ("adjective", "noun", "noun"), ("place", "noun")]
    )
    return random.choices(
        [
            " ".join(_capital(words.pick(random, one)) for one in name),
            f"{random.choice('ABCDHIPRTX')}{random.choice(['-', '', ' '])}{random.randint(1, 40)} {word}",
            f"{word} ({random.choice([noun, str(year), 'AI', 'EU', 'CBI', 'abstract'])})",
            f"{words.pick(random, 'given')} {family} {word}",
            f"{word}, {year}{random.choice('-–')}{random.randint(year + 1, 2020)}",
        ],
        [5, 2, 2, 1, 2],
    )[0]


def _joined_word(random: Random, words: Words, word: str) -> str:
    if random.random() < 0.5:
        return f"{word},"
    if random.random() < 0.6:
        return f"{word}-{words.pick(random, 'adjective')} {words.pick(random, 'noun')}"
    joint = random.choice(["'s", "’s", " and", ","])
    return f"{words.pick(random, 'family')}{joint} {word}"


def _headline(random: Random, words: Words) -> str:
    who = random.choice(words.lists["place"] + words.lists["family"] + words.lists["institution"])
    rest = _phrase(random, words, random.choice([2, 3, 4]), capital=False)
    return f"{words.fill(random, who)}{random.choice([' ', ' ', ': ', ', '])}{rest}"


def _cased(text: str, style: str, words: Words) -> str:
    if style == "capitals":
        return text.upper()
    if style == "title":
        small = set(words.small)
        pieces = text.split(" ")
        return " ".join(
            one if one in small and place else _capital(one) if one else one
            for place, one in enumerate(pieces)
        )
    return text


def address(random: Random, words: Words) -> str:
    """Invent a web address."""
    host = random.choice(["www.", "", "news.", "en."]) + words.pick(random, "pubname").lower().replace(
        "_", ""
    )
    host = "".join(sign for sign in host if sign.isascii() and (sign.isalnum() or sign in ".-"))
    path = "-".join(words.pick(random, "noun") for _ in range(random.choice([1, 2, 4])))
    path = "".join(sign if sign.isascii() else "x" for sign in path).lower()
    scheme = random.choices(["https://", "http://", ""], [6, 4, 1])[0]
    if not scheme and not host.startswith("www."):
        scheme = "https://"
    ending = random.choice(
        [
            "",
            "/",
            ".html",
            f"/{random.randint(100, 99999)}",
            "?id=12",
            ".pdf",
            f"/{random.randint(2001, 2024)}/05/{path}",
        ]
    )
    return f"{scheme}{host}{random.choice(HOSTS)}/{path}{ending}"


def pages(random: Random) -> str:
    """Invent a range of pages."""
    first = random.choice([random.randint(1, 99), random.randint(100, 999), random.randint(1000, 9999)])
    last = first + random.randint(1, 40)
    if random.random() < 0.1:
        return random.choice(
            [f"e{first}", f"S{first}", f"{first}-{last}, {last + 4}", "xi-xv", f"{first}A", f"{first}ff."]
        )
    shown = str(last)[-2:] if random.random() < 0.2 and first > 100 else str(last)
    sign = random.choices(["-", "–", "--", " - ", "—", "- "], [50, 35, 3, 4, 4, 4])[0]
    return f"{first}{sign}{shown}" if random.random() < 0.87 else str(first)


def volume(random: Random) -> str:
    """Invent a volume."""
    if random.random() < 0.08:
        return random.choice(["I", "II", "III", "IV", "XII", "XXIV", "VII"])
    return str(random.choice([random.randint(1, 60), random.randint(1, 300)]))


def issue(random: Random) -> str:
    """Invent an issue."""
    number = random.randint(1, random.choice([4, 12, 60]))
    return random.choices(
        [str(number), f"{number}-{number + 1}", f"{number}/{number + 1}", f"Suppl. {number}", f"{number}A"],
        [88, 5, 4, 2, 1],
    )[0]
