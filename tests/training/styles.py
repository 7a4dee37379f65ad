"""References printed in a style: the text, and for every character the part that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.training.matter import (
    LANGUAGES,
    Person,
    Words,
    address,
    issue,
    pages,
    person,
    persons,
    title,
    volume,
)

STYLES = Path(__file__).parent / "styles.txt"
TITLE_FIRST = re.compile(r"Q?\{title")
"""Such references are hard to read, so more of them are learnt from."""
FIELD = re.compile(r"\{(?P<name>[a-z]+)(?::(?P<form>[a-z0-9]+))?(?:\|(?P<decor>[^}]*))?\}")
OPTIONAL = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")
CHOICE = re.compile(r"<([^<>{}]*\|[^<>{}]*)>")
CUE = re.compile(r"\$([a-z]+)")
QUOTES = ["“”", "“”", '""', '""', "«»", "„“", "„”", "‘’", "''", "“”", "« »"]
INTERVIEW = [
    "interview by author",
    "Interview with",
    "Interview by",
    "personal interview",
    "röportaj",
    "interview",
    "mülakat",
    "интервью",
]
TYPE_WEIGHTS = {
    "article": 25, "newspaper": 14, "webpage": 22, "book": 20, "edited": 5, "chapter": 12, "conference": 5,
    "thesis": 4, "report": 7, "document": 3, "case": 1, "interview": 1,
}  # fmt: skip
EN_MONTHS = "January February March April May June July August September October November December".split()
PLAIN = "other"
TAILS = [
    " PMID: 9.",
    " PMCID: PMC9",
    " Cited 9 times.",
    " (in Russian)",
    " [in Turkish]",
    " Unpublished.",
    " Reprinted 9.",
    " MR 9",
    " Zbl 9",
    " PubMed PMID 9",
    " Abstract only.",
    " Google Scholar",
]
"""What lists print behind a reference, and what is no part of it."""


class Printed(NamedTuple):
    """A reference: its text, the part of each character (``other`` for none), its type, its style."""

    text: str
    labels: list[str]
    type: str
    language: str
    style: int


def load_styles() -> dict[str, list[tuple[int, str]]]:
    """Return the styles by type, each with the number of its line."""
    found: dict[str, list[tuple[int, str]]] = {}
    kind = ""
    for number, line in enumerate(STYLES.read_text("utf-8").splitlines(), 1):
        if line.endswith(":") and line[:-1].isalpha():
            kind = line[:-1]
            found[kind] = []
        elif line and not line.startswith("#"):
            found[kind].append((number, line))
    return found


class Printer:
    """Prints invented works, one after the other, the same on every run."""

    def __init__(self, words: dict[str, Words], styles: dict[str, list[tuple[int, str]]], seed: int) -> None:
        self.random = Random(seed)
        self.words = words
        self.styles = styles

    def print_one(self) -> Printed:
        """Print a work in some style of its type."""
        random = self.random
        kind = random.choices([*TYPE_WEIGHTS], [*TYPE_WEIGHTS.values()])[0]
        language = random.choices([*LANGUAGES], [*LANGUAGES.values()])[0]
        styles = self.styles[kind]
        number, style = random.choices(
            styles, [1.7 if TITLE_FIRST.match(style) else 1 for _, style in styles]
        )[0]
        matter = self.words[language]
        cues = self.words[random.choice([*LANGUAGES])] if random.random() < 0.12 else matter
        work = Work(random, matter, cues, kind)
        pieces = Layout(random, work, cues).print_style(style)
        return Printed("".join(text for text, _ in pieces), _labels(pieces), kind, language, number)


def _labels(pieces: list[tuple[str, str]]) -> list[str]:
    return [label for text, label in pieces for _ in text]


class Work:
    """The fields of an invented work, each made when it is asked for."""

    def __init__(self, random: Random, words: Words, cues: Words, kind: str) -> None:
        self.random, self.words, self.cues, self.kind = random, words, cues, kind
        self.made: dict[str, object] = {}
        self.missing = {name for name, chance in ABSENT.items() if random.random() < chance}
        self.year = random.randint(1890, 2024) if random.random() < 0.4 else random.randint(1985, 2024)

    def text(self, name: str, form: str) -> str | None:
        """Return a field as it is printed in a form; ``None`` if the work has none."""
        if name in self.missing:
            return None
        if name in ("author", "editor", "translator"):
            return self._names(name, form)
        if name in ("date", "accessed"):
            return self._date(name, form)
        if name not in self.made:
            self.made[name] = self._make(name)
        value = str(self.made[name])
        return f"{value} {self.random.choice(TOTAL)}" if form == "total" else value

    def _make(self, name: str) -> str:
        random, words = self.random, self.words
        makers: dict[str, Callable[[], str]] = {
            "title": lambda: self._title(),
            "container": lambda: self._container(),
            "publisher": lambda: words.fill(random, random.choice(words.lists[self._house()])),
            "place": lambda: words.pick(random, "city"),
            "series": lambda: words.fill(random, words.pick(random, "series")),
            "genre": lambda: words.pick(random, "thesis_genre" if self.kind == "thesis" else "report_genre"),
            "volume": lambda: volume(random),
            "issue": lambda: issue(random),
            "page": lambda: pages(random) if self.kind != "book" else str(random.randint(2, 900)),
            "edition": lambda: random.choice(
                self.cues.lists["ordinals"] if "ordinals" in self.cues.lists else self.cues.cue["ordinals"]
            ),
            "number": lambda: self._number(),
            "doi": lambda: (
                random.choice(
                    ["https://doi.org/", "doi:", "doi: ", "DOI: ", "http://dx.doi.org/", "DOI ", ""]
                )
                + f"10.{random.randint(1000, 9999)}/{random.choice(['j.', 's', ''])}{random.choice(words.lists['noun'])[:4].encode('ascii', 'ignore').decode() or 'x'}.{random.randint(1000, 99999)}"
            ),
            "url": lambda: address(random, words),
            "isbn": lambda: (
                random.choice(["ISBN ", "ISBN: ", "ISBN-13: "])
                + f"978-{random.randint(0, 9)}-{random.randint(100, 999)}-{random.randint(10000, 99999)}-{random.randint(0, 9)}"
            ),
            "from": lambda: random.choice(self.cues.cue["from"]),
        }
        return makers[name]()

    def _house(self) -> str:
        """Return the list that the publisher is of; bodies now and then publish by themselves."""
        if self.kind == "book" and self.random.random() < 0.1:
            return "institution"
        return PUBLISHERS.get(self.kind, "publisher")

    def _title(self) -> str:
        random = self.random
        if self.kind == "case":
            one, other = self.words.pick(random, "family"), random.choice(self.words.lists["place"])
            return f"{one} v. {other}" if random.random() < 0.6 else f"Case of {one} v. {other}"
        if self.kind == "document":
            start = random.choice(
                [
                    "Resolution on the",
                    "Convention on the",
                    "Treaty of",
                    "Charter of the",
                    "Agreement on",
                    "Protocol on the",
                    "Declaration on",
                    "Report of the",
                    "Statement by the",
                    "Law on",
                    "Joint Declaration on",
                ]
            )
            return (
                f"{start} {title(random, self.words)}"
                if self.words.language == "en"
                else title(random, self.words)
            )
        return title(random, self.words, headlines=self.kind in ("newspaper", "webpage"))

    def _container(self) -> str:
        random, words = self.random, self.words
        if self.kind in ("article", "newspaper"):
            name = "journal" if self.kind == "article" else "newspaper"
        elif self.kind == "webpage":
            name = random.choice(["site", "newspaper", "newspaper", "institution"])
        elif self.kind == "conference":
            name = "conference"
        elif self.kind == "interview":
            name = "newspaper"
        else:
            return (
                title(random, words)
                if random.random() < 0.85
                else words.fill(random, words.pick(random, "conference"))
            )
        pattern = words.pick(random, name)
        if name == "journal" and random.random() < 0.25:
            pattern = (
                pattern.replace("%NN", "%N").replace("%N", words.pick(random, "family"), 1)
                if random.random() < 0.2
                else pattern.replace("%NN", "%N and %N")
            )
        return words.fill(random, pattern.replace("%NN", "%N"))

    def _number(self) -> str:
        random = self.random
        if self.kind in ("document", "case"):
            return random.choice([
                f"A/RES/{random.randint(1, 78)}/{random.randint(1, 300)}", f"S/RES/{random.randint(100, 2600)}", f"S/{random.randint(1990, 2024)}/{random.randint(10, 999)}",
                f"Application no. {random.randint(1000, 60000)}/{random.randint(10, 23)}", f"UN Doc. A/{random.randint(40, 78)}/{random.randint(10, 900)}", f"COM({random.randint(1990, 2023)}) {random.randint(1, 900)} final",
                f"E/CN.4/Sub.2/{random.randint(1980, 2005)}/{random.randint(1, 40)}", f"OJ L {random.randint(1, 300)}", f"No. {random.randint(1000, 9000)}", f"Case C-{random.randint(1, 700)}/{random.randint(10, 23)}",
            ])  # fmt: skip
        return random.choice(
            [
                str(random.randint(1, 400)),
                f"{random.randint(2000, 2024)}/{random.randint(1, 60)}",
                f"{random.randint(1, 40)}-{random.randint(1, 20)}",
                f"TR-{random.randint(1, 300)}",
                f"{random.randint(80, 99)}-{random.randint(1, 90)}",
                f"{random.randint(1000, 60000)}",
            ]
        )

    # --- Names ---------------------------------------------------------------------------------------------

    def _names(self, name: str, form: str) -> str:
        random = self.random
        if form == "inst" or (name == "author" and random.random() < 0.07):
            return self.words.fill(random, self.words.pick(random, "institution"))
        if name not in self.made:
            many = persons(random, self.words)
            self.made[name] = many[:3] if name != "author" else many
        people: list[Person] = self.made[name]  # type: ignore[assignment]
        return names(random, people, form, self.cues)

    # --- Dates ---------------------------------------------------------------------------------------------

    def _date(self, name: str, form: str) -> str:
        random = self.random
        year = self.year if name == "date" else min(self.year + random.choice([0, 0, 1, 2, 5]), 2025)
        if name == "accessed":
            form = "any"
        month = random.randrange(12)
        day = random.randint(1, 28)
        months = self.cues.lists["months"] if random.random() < 0.8 else self.cues.lists["short_months"]
        named = months[month]
        if form == "y" or (form in ("sy", "yms") and random.random() < 0.5):
            return random.choices(
                [
                    str(year),
                    f"{year}a",
                    f"{year}b",
                    "n.d.",
                    "in press",
                    "forthcoming",
                    f"[{year}]",
                    f"{year} [{year - 30}]",
                    f"{year}/{year % 100 + 1:02}",
                    "t.y.",
                    f"c. {year}",
                ],
                [900, 22, 10, 8, 6, 4, 4, 3, 3, 2, 2],
            )[0]
        if form == "yms":
            return random.choice([f"{year} {named}", f"{year} {named[:3]}", f"{year} {named[:3]} {day}"])
        if form == "sy":
            return f"{random.choice([*SEASONS.get(self.cues.language, SEASONS['en']), named, named])} {year}"
        if form == "my" or (form == "my2"):
            return f"{named} {year}"
        if form == "md":
            return random.choice([f"{named} {day}", f"{day} {named}"])
        if form == "ymd":
            return random.choice(
                [
                    f"{year}, {named} {day}",
                    f"{year}, {day} {named}",
                    f"{year}, {named}",
                    f"{year}",
                    f"{day} {named} {year}",
                    f"{year}, {named} {day}",
                ]
            )
        return self._full_date(year, month, day, named)

    def _full_date(self, year: int, month: int, day: int, named: str) -> str:
        random = self.random
        english = self.cues.language == "en"
        number = month + 1
        forms = [
            f"{day} {named} {year}",
            f"{day} {named} {year}",
            f"{named} {day}, {year}" if english else f"{day} {named} {year}",
            f"{day:02}.{number:02}.{year}",
            f"{year}-{number:02}-{day:02}",
            f"{day}/{number}/{year}",
            f"{named} {year}",
            str(year),
            f"{day}. {named} {year}" if self.cues.language == "de" else f"{day} {named} {year}",
        ]
        shown = random.choices(forms, [26, 14, 26 if english else 5, 10, 5, 4, 4, 4, 4])[0]
        if random.random() < 0.04 and self.cues.language == "en":
            shown = f"{random.choice(['Monday', 'Tuesday', 'Friday', 'Sunday'])}, {shown}"
        if self.cues.language == "ru" and random.random() < 0.3:
            shown += " г."
        return shown


ABSENT = {
    "volume": 0.06, "issue": 0.45, "page": 0.2, "doi": 0.65, "url": 0.12, "isbn": 0.9, "series": 0.8, "edition": 0.75,
    "translator": 0.6, "accessed": 0.3, "number": 0.15, "from": 0.4,
}  # fmt: skip
"""Fields that not every work has; they may be absent only where the style allows it."""

PUBLISHERS = {"thesis": "university", "report": "institution", "webpage": "institution"}
TOTAL = ["p.", "pp.", "pages", "s.", "S.", "с.", "str.", "p"]
SEASONS = {
    "en": ["Spring", "Summer", "Autumn", "Fall", "Winter"],
    "tr": ["Bahar", "Yaz", "Güz", "Kış"],
    "de": ["Frühjahr", "Sommer", "Herbst"],
    "fr": ["printemps", "été", "automne"],
}


# --- How names are printed --------------------------------------------------------------------------------


def names(random: Random, people: list[Person], form: str, cues: Words) -> str:
    """Print a list of persons in one form."""
    stop = "" if form == "vanc" or random.random() < 0.06 else "."
    gap = random.choice(["", " ", " ", " "])
    if form == "caps" and random.random() < 0.3:
        form = "capsnat"
    if form in ("inv", "invfull") and random.random() < 0.006:
        return random.choice(["---", "———", "Anon.", "Anonymous", "[Anon.]"])
    upper = form in ("caps", "capsnat")
    written = [
        _name(one, _form_of(form, place), stop, gap, upper=upper, random=random)
        for place, one in enumerate(people)
    ]
    joint = random.choice(cues.cue["and"])
    most = random.choice([3, 6, 8])
    cut = len(written) > most
    if cut:
        etal = random.choice(cues.cue["etal"])
        return (
            ", ".join(written[: random.choice([1, 3]) if form != "vanc" else 6])
            + random.choice([", ", ", ", " "])
            + etal
        )
    if form == "semi":
        return random.choice(["; ", "; ", " ; "]).join(written)
    if form in ("vanc", "bare"):
        return ", ".join(written)
    return _joined(random, written, form, joint)


def _joined(random: Random, written: list[str], form: str, joint: str) -> str:
    if len(written) == 1:
        return written[0]
    inverted = form in ("inv", "invfull", "caps")
    chance = random.random()
    if inverted and chance < 0.1:
        return random.choice(["; ", " / ", "/", " – "]).join(written)
    comma = "," if (inverted and chance < 0.8) or chance < 0.2 else ""
    if chance > 0.95:
        return ", ".join(written)
    if len(written) == 2:
        comma = comma if inverted and random.random() < 0.6 else ""
    return ", ".join(written[:-1]) + f"{comma} {joint} {written[-1]}"


def _form_of(form: str, place: int) -> str:
    if form in ("invfull", "capsnat") and place:
        return "nat"
    return "caps" if form == "capsnat" else form


def _name(one: Person, form: str, stop: str, gap: str, *, upper: bool, random: Random) -> str:
    initials = (stop + gap).join(one.initials) + stop
    if "-" in one.given and stop and random.random() < 0.7:
        initials = ".-".join(one.initials) + "."
    family = _raised(one.family) if upper else one.family
    if form in ("inv", "semi"):
        return f"{family}, {initials}"
    if form == "bare":
        return f"{family}{' ' if random.random() < 0.85 else ', '}{initials}"
    if form == "vanc":
        return f"{family} {''.join(one.initials)}"
    if form == "ini":
        return f"{initials} {family}"
    if form == "nat":
        return f"{one.given} {_raised(family) if not upper and random.random() < 0.04 else family}"
    if form == "caps":
        return f"{family}, {one.given if random.random() < 0.75 else initials}"
    return f"{family}, {one.given}"


def _raised(word: str) -> str:
    turkish = any(sign in word for sign in "ığşİ")
    return (word.replace("i", "İ") if turkish else word).upper()


# --- The style --------------------------------------------------------------------------------------------


class Layout:
    """Puts the fields of one work in the order and between the signs of a style."""

    def __init__(self, random: Random, work: Work, cues: Words) -> None:
        self.random, self.work, self.cues = random, work, cues

    def print_style(self, style: str) -> list[tuple[str, str]]:
        """Return the pieces of text with the part that each belongs to."""
        style = self._chosen(style)
        while match := OPTIONAL.search(style):
            inner = match[1] if all(self._has(one) for one in FIELD.finditer(match[1])) else ""
            style = style[: match.start()] + inner + style[match.end() :]
        style = self._loosened(style)
        pieces: list[tuple[str, str]] = []
        position = 0
        for match in FIELD.finditer(style):
            pieces += self._plain(style[position : match.start()])
            pieces += self._field(match)
            position = match.end()
        pieces += self._plain(style[position:])
        return self._damaged(self._quoted(pieces))

    def _has(self, match: re.Match[str]) -> bool:
        return match["name"] not in self.work.missing

    def _chosen(self, style: str) -> str:
        return CHOICE.sub(lambda match: self.random.choice(match[1].split("|")), style)

    def _loosened(self, style: str) -> str:
        """Now and then print other signs between the parts than the style does."""
        random = self.random
        if random.random() < 0.75:
            return style
        old, new = random.choice(
            [
                (". {", ", {"),
                (", {", ". {"),
                (" (", ", ("),
                ("). ", ") "),
                (": {", ", {"),
                (". {", " {"),
                ("}, {", "} {"),
                (", {", "; {"),
                (". {", ": {"),
                (".Q ", "Q, "),
                (" ({date:y}).", ", {date:y}."),
                ("({date:y})", "{date:y}"),
            ]
        )
        return style.replace(old, new, random.choice([1, 1, 9]))

    def _plain(self, text: str) -> list[tuple[str, str]]:
        def expand(match: re.Match[str]) -> str:
            if match[1] == "interview":
                return self.random.choice(INTERVIEW)
            return str(self.random.choice(self.cues.cue[match[1]]))

        if not text:
            return []
        label = "genre" if "$interview" in text else PLAIN
        return [(CUE.sub(expand, text), label)]

    def _field(self, match: re.Match[str]) -> list[tuple[str, str]]:
        name = match["name"]
        value = self.work.text(name, match["form"] or "")
        if value is None:  # the style cannot do without it
            self.work.missing.discard(name)
            value = self.work.text(name, match["form"] or "") or ""
        if name == "from":
            return [(value, PLAIN)]
        decor = match["decor"] or "%"
        if decor.startswith("$") and (found := CUE.match(decor)):
            decor = str(self.random.choice(self.cues.cue[found[1]])) + decor[found.end() :]
        if match["form"] == "inst" and decor.endswith(")"):
            decor = "%"
        return [(decor.replace("%", value, 1), name)]

    def _quoted(self, pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
        signs = self.random.choice(QUOTES)
        opening, closing = (signs[:2], signs[1:]) if len(signs) == 3 else (signs[0], signs[-1])
        if self.random.random() < 0.06:
            opening = closing = ""
        written: list[tuple[str, str]] = []
        opened = False
        for text, label in pieces:
            while label in (PLAIN, "genre") and "Q" in text and _is_sign(text, text.find("Q")):
                text = text.replace("Q", closing if opened else opening, 1)
                opened = not opened
            written.append((text, label))
        return written

    def _damaged(self, pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Print a number before the reference, lose the stop behind it, leave two stops where one is enough."""
        random = self.random
        cleaned: list[tuple[str, str]] = []
        for text, label in pieces:
            before = cleaned[-1][0] if cleaned else ""
            if label == PLAIN and before and before[-1] in ".?!" and text[:1] == ".":
                text = text[1:]
            if text:
                cleaned.append((text, label))
        if cleaned and random.random() < 0.1 and cleaned[-1][1] == PLAIN:
            cleaned[-1] = (cleaned[-1][0].rstrip(". "), PLAIN)
        if random.random() < 0.03:
            cleaned.append((random.choice(TAILS).replace("9", str(random.randint(100, 99999999))), PLAIN))
        if random.random() < 0.03:
            place = random.randrange(len(cleaned))
            if cleaned[place][1] == PLAIN and len(cleaned[place][0]) > 1:
                cleaned[place] = (random.choice([" ", ", ", ". "]), PLAIN)
        return [piece for piece in cleaned if piece[0]]


def _is_sign(text: str, at: int) -> bool:
    """Tell the sign for quotes from the letter."""
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return not any(map(str.isalnum, around))


def invented_person(random: Random, words: Words) -> Person:
    """Invent one person."""
    return person(random, words)
