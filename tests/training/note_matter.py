"""Many notes from few: other names, titles, houses, dates and figures of the same language in the same places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from random import Random

from tests.training.labelled_notes import (
    ADDED,
    BACK,
    BACKS,
    LEADS,
    OTHER,
    PROSE,
    LabelledNote,
    LabelledPiece,
    as_notes_label,
    spread,
)
from tests.training.matter import LANGUAGES, Person, Words, person, title
from tests.training.styles import Layout, Printer, Work

POOLED = frozenset(
    ("author", "editor", "translator", "title", "container", "publisher", "place", "url", "doi")
)
LONG_PROSE = 6
"""Words of prose from which on another sentence may stand in its place."""
WEB_STYLES = (
    "{title}, {date:any}, {url}",
    "{title}, {date:any}, <{url}>",
    "{title}, {accessed|$accessed}, {url}",
    "{title}, {date:any}, {url} ({accessed:bare})",
    "{title}, {date:any}, {url}, {accessed|$accessed}.",
    "{title}, {date:any}, {url} ({accessed|$accessed})",
    "{title}, {container}, {date:any}, {url} ({accessed|$accessed}).",
    "{container}, {title}, {date:any}, {url}",
    "{title}, {url}",
)
"""How commentaries cite pages of sites; a field is a cue word and all, as in ``styles.txt``."""

YEAR = re.compile(r"(?<!\d)(1[89]|20)\d\d(?!\d)")
FIGURE = re.compile(r"\d+")
INITIAL = re.compile(r"[^\W\d_]\.")


class Pools:
    """What stands in the places of a language: its names, titles, houses, sentences."""

    def __init__(
        self, notes: Sequence[LabelledNote], prose: dict[str, list[str]], words: dict[str, Words]
    ) -> None:
        self.values: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self.prose = prose
        self.words = words
        for note in notes:
            for piece in note.pieces:
                if piece.name in POOLED:
                    self.values[note.language, piece.name, form_of(piece)].append(piece.text)

    def other(self, random: Random, note: LabelledNote, piece: LabelledPiece) -> str:
        """Return another value for a place: made up where there are word lists, else one of the same form."""
        words = self.words.get(note.language)
        if words and random.random() < 0.7:
            made = invented(random, words, piece)
            if made:
                return made
        known = self.values[note.language, piece.name, form_of(piece)]
        return random.choice(known) if known else piece.text

    def sentence(self, random: Random, language: str) -> str | None:
        """Return a sentence of prose in a language."""
        known = self.prose.get(language)
        return random.choice(known) if known else None


def form_of(piece: LabelledPiece) -> str:
    """Return how a value is written, as far as another must be written alike."""
    if piece.name in ("author", "editor", "translator"):
        text = piece.text
        comma = "," if "," in text else ""
        initial = "." if INITIAL.search(text) else ""
        upper = "^" if any(len(word) > 2 and word.isupper() for word in text.split()) else ""
        return f"{comma}{initial}{upper}{'first' if INITIAL.match(text) else ''}"
    return piece.language if piece.name == "title" else ""


def invented(random: Random, words: Words, piece: LabelledPiece) -> str | None:
    """Make a value up from the word lists of a language."""
    name = piece.name
    if name == "title":
        return title(random, words, headlines=True)
    if name == "place":
        return words.pick(random, "city")
    if name == "publisher":
        return words.fill(
            random, words.pick(random, random.choice(["publisher", "publisher", "institution"]))
        )
    if name == "container":
        kinds = [kind for kind in ("journal", "newspaper", "site") if kind in words.lists]
        return words.fill(random, words.pick(random, random.choice(kinds))) if kinds else None
    if name in ("author", "editor", "translator"):
        return like(piece.text, person(random, words))
    return None


def like(printed: str, one: Person) -> str | None:
    """Write a person as another is written; ``None`` for a body or several persons."""
    words = printed.replace(",", "").split()
    if not 2 <= len(words) <= 3 or len(printed) > 40 or any(word.islower() for word in words):
        return None
    initials = " ".join(f"{letter}." for letter in one.initials)
    family = one.family.upper() if any(len(w) > 2 and w.isupper() for w in words) else one.family
    if "," in printed:
        return f"{family}, {initials if INITIAL.search(printed) else one.given}"
    if INITIAL.match(printed):
        return f"{initials} {family}"
    return f"{family} {initials}" if INITIAL.search(printed) else f"{one.given} {family}"


def varied(random: Random, note: LabelledNote, pools: Pools) -> LabelledNote:
    """Return a note like another, with other values in its places."""
    found = []
    year = random.randint(1950, 2024)
    for piece in note.pieces:
        text = piece.text
        if piece.name in POOLED and random.random() < 0.85:
            text = pools.other(random, note, piece)
        elif piece.name == PROSE and len(text.split()) > LONG_PROSE and random.random() < 0.5:
            text = _other_prose(random, note, text, pools)
        elif piece.name != "title" and any(map(str.isdigit, text)) and text.isascii():
            text = YEAR.sub(lambda _: str(year - random.choice([0, 0, 0, 1, 3])), text)
            text = FIGURE.sub(lambda match: _figure(random, match[0]), text)
        found.append(piece._replace(text=text))
    return note._replace(pieces=tuple(found))


def _figure(random: Random, printed: str) -> str:
    if len(printed) == 4 or printed.startswith("0") or random.random() < 0.4:
        return printed
    size = len(printed)
    return str(random.randint(1 if size == 1 else 10 ** (size - 1), (28 if size == 2 else 10**size - 1)))


def _other_prose(random: Random, note: LabelledNote, text: str, pools: Pools) -> str:
    sentence = pools.sentence(random, note.language)
    if not sentence:
        return text
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inner = text.strip()
    stop = inner[-1] if not inner[-1].isalnum() else ""
    if inner[:1].islower():
        sentence = sentence[:1].lower() + sentence[1:]
    return f"{before}{sentence.rstrip('.!?。')}{stop}{behind}"


def set_into_note(random: Random, printer: Printer, pools: Pools) -> LabelledNote:
    """Print invented works as a note: alone, behind words that lead to them, several together, with prose."""
    printed = printer.print_one()
    language = printed.language
    pieces = [LabelledPiece(piece.text, piece.name) for piece in as_notes_label(printed.text, printed.labels)]
    if random.random() < 0.25:
        pieces = _with_tail(random, language, pieces)
    while random.random() < 0.16:
        more = printer.print_one()
        pieces = _stripped(pieces)
        pieces.append(LabelledPiece(random.choice(["; ", "; ", "; ", " "]), PROSE))
        if random.random() < 0.4:
            pieces.append(LabelledPiece(spread(random, LEADS[language]).lower(), PROSE))
        pieces += [LabelledPiece(piece.text, piece.name) for piece in as_notes_label(more.text, more.labels)]
    if random.random() < 0.22:
        pieces.insert(0, LabelledPiece(spread(random, LEADS[language]), PROSE))
    elif random.random() < 0.12 and (sentence := pools.sentence(random, language)):
        joint = random.choice(
            [
                ". ",
                ": ",
                ". " + spread(random, LEADS[language]),
                "; " + spread(random, LEADS[language]).lower(),
            ]
        )
        pieces.insert(0, LabelledPiece(sentence.rstrip(".!?") + joint, PROSE))
    if random.random() < 0.12 and (sentence := pools.sentence(random, language)):
        pieces = _stripped(pieces)
        pieces.append(LabelledPiece(random.choice([". ", " ", ". "]) + sentence, PROSE))
    return LabelledNote(tuple(pieces), language)


def web_note(random: Random, printer: Printer) -> LabelledNote:
    """Print the page of a site as notes of commentaries do: its title, a day, its address."""
    language = random.choices([*LANGUAGES], [*LANGUAGES.values()])[0]
    matter = printer.words[language]
    work = Work(random, matter, matter, "webpage")
    work.missing -= {"url", "accessed", "date"}
    printed = Layout(random, work, matter).print_style(random.choice(WEB_STYLES))
    labels = [label for text, label in printed for _ in text]
    return LabelledNote(tuple(as_notes_label("".join(text for text, _ in printed), labels)), language)


def _with_tail(random: Random, language: str, pieces: list[LabelledPiece]) -> list[LabelledPiece]:
    return [*_stripped(pieces), LabelledPiece(spread(random, ADDED[language]) + ".", OTHER)]


def _stripped(pieces: list[LabelledPiece]) -> list[LabelledPiece]:
    if pieces and pieces[-1].name in (OTHER, PROSE):
        last = pieces[-1]._replace(text=pieces[-1].text.rstrip(" ."))
        return [*pieces[:-1], last] if last.text else pieces[:-1]
    return list(pieces)


def back_note(random: Random, pools: Pools) -> LabelledNote:
    """Invent a note that comes back to a work, or one that cites none."""
    language = random.choice([*LEADS])
    words = pools.words[language]
    if random.random() < 0.45 and (sentence := pools.sentence(random, language)):
        more = pools.sentence(random, language) if random.random() < 0.4 else None
        return LabelledNote((LabelledPiece(" ".join(filter(None, (sentence, more))), PROSE),), language)
    one = person(random, words)
    name = random.choice(
        [one.family, one.family, f"{one.given} {one.family}", f"{one.initials[0]}. {one.family}"]
    )
    short = " ".join(title(random, words).split()[: random.randint(2, 4)]).rstrip(",:;.")
    back = spread(random, BACKS[language]).replace("%", name).replace("@", short)
    tail = random.choice(["", ".", spread(random, ADDED[language]) + ".", spread(random, ADDED[language])])
    pieces = [LabelledPiece(back, BACK)] + ([LabelledPiece(tail, PROSE)] if tail else [])
    if random.random() < 0.2:
        pieces.insert(0, LabelledPiece(spread(random, LEADS[language]), PROSE))
    if random.random() < 0.2 and (sentence := pools.sentence(random, language)):
        pieces.append(LabelledPiece(" " + sentence, PROSE))
    return LabelledNote(tuple(pieces), language)
