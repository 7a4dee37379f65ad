"""Which lines of a header name the house, the kind of the piece or a role, and are no title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.hints import BY, HEADER_LENGTH, Hints
from converter.analysis.issues import find_issue, is_issue_line
from converter.analysis.passages import Passage
from converter.analysis.wording import ends_sentence, reading_length
from converter.normalizers.dates import find_dates
from converter.normalizers.house_names import LIKELY, NOT, SURE, house_name
from converter.normalizers.name_roles import split_roles
from converter.normalizers.name_words import POSITIONS, ROLES, fold_word
from converter.normalizers.names import fold_name, looks_like_name, split_names
from converter.normalizers.spaces import title_key
from converter.profiles import Profile

LONGEST_ROLE = 120
LONGEST_SERIES = 60
PROSE = 200
SHORTEST_TITLE = 6
REACH = 8
"""Passages below (or above) a line in which another title would stand."""

CONTACT_LINE = re.compile(
    r"(?:[^\W\d_-]{1,10}-?[^\W\d_]{0,6}\s?:\s*)?"
    r"(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w{3,30}|(?:https?://)?(?:orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX])",
    re.IGNORECASE,
)
"""An address or a number of a person alone on its line."""

LONGER = 1.3
"""How much longer the title is than the banner over it."""

FIRST_LINES, MOST_WORDS, SURE_NAME = 2, 4, 0.8
"""Lines in which a house may go by its short name, the words of that, and what is rather a person."""


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(title_key, words.split()))


ACRONYM = re.compile(r"[A-ZÇĞİÖŞÜƏ][A-ZÇĞİÖŞÜƏ.&-]{2,11}")
PATH = re.compile(
    r"\S\s+[›»>]\s+\S.*\S\s+[›»>]\s+\S|^\W*(?:home|inicio|accueil|startseite|главная)\s+[›»>/]", re.IGNORECASE
)
LONGEST_PATH, LONGEST_MENU = 160, 14
MENU = _keys(
    "home about contact contacts donate publications events experts archive contributors search menu "
    "login subscribe news research topics people blog blogs all media press team careers newsletter "
    "podcasts issues analysis commentary conversations projects anasayfa hakkımızda iletişim yayınlar "
    "etkinlikler uzmanlar haberler arşiv startseite kontakt publikationen veranstaltungen themen personen "
    "presse accueil événements recherche équipe actualités inicio nosotros publicaciones eventos contacto "
    "equipo noticias pubblicazioni eventi contatti ricerca archivio главная публикации события контакты "
    "эксперты новости проекты головна публікації події контакти експерти новини start aktualności "
    "publikacje wydarzenia eksperci główna"
)
"""Words of the menus of sites."""

FOOTER, LONGEST_FOOTER = 12, 400
"""Passages at the end, and characters of one, that may name the house again."""

DATED = 0.5
"""Part of a line that a date fills, so that it is none of a title."""

NAME = 0.6
WEAK, WEAKER = 0.65, 0.15
"""Most that a line looks like a name where another can be the byline, and by how much that is surer."""


def is_house_line(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Tell whether a line is but the name of the house, and another line can be the title."""
    text = passages[number].unmarked()
    surely = SURE if text in hints.profile.publisher.all_names else house_name(text)
    if surely == NOT and number < FIRST_LINES and _is_named_again(number, passages):
        surely = SURE
    if surely == NOT and number == 0 and _is_banner(passages):
        surely = SURE
    if (
        surely == NOT
        or _is_cited_author(number, passages, hints)
        or not has_other_title(number, passages, hints)
    ):
        return False
    return surely == SURE or (surely == LIKELY and _is_beside_facts(number, passages, hints))


def _is_cited_author(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Know a body below the title that the cite-as block names as the author."""
    words = set(fold_name(passages[number].unmarked()).split())
    above = any(may_be_title(one, hints) for one in passages[:number])
    return above and bool(words) and words <= hints.cited_authors


def is_series_line(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Tell whether a line names the series whose number stands alone on the next one: ``Sayı 14``."""
    text = passages[number].unmarked()
    if len(text) > LONGEST_SERIES or number + 1 == len(passages) or ends_sentence(text) or _is_dated(text):
        return False
    issue = find_issue(passages[number + 1].text)
    if issue is None or issue.name or not is_issue_line(passages[number + 1].text.partition("|")[0].strip()):
        return False
    return house_name(text) != SURE and not is_issue_line(text) and has_other_title(number, passages, hints)


def is_kicker(text: str, profile: Profile) -> bool:
    """Tell whether a line says but the kind of the piece: ``COMMENTARY``, ``Мнение``."""
    return text in profile.kicker


def is_kind_line(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Tell whether a line is a kicker, and another line can be the title."""
    return is_kicker(passages[number].unmarked(), hints.profile) and has_other_title(number, passages, hints)


def is_role(text: str) -> bool:
    """Tell whether a line says what somebody is: it begins with a position or a rank, and is no name.

    >>> is_role("Leiter der Abteilung Häfen"), is_role("Prof. Ada Orman")
    (True, False)
    """
    words = text.split()
    if not words or len(text) > LONGEST_ROLE or text[-1] in "?!":
        return False
    first = fold_word(words[0]).strip(",.")
    if first in POSITIONS:
        return first not in ROLES or looks_like_name(split_roles(text)[0]) < NAME
    return (
        first in ROLES
        and len(words) > 1
        and not any(looks_like_name(text[start:end]) >= NAME for start, end in split_names(text))
    )


def has_other_title(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Tell whether a line near this one, above the text, can be the title."""
    for place in range(number + 1, min(number + REACH, len(passages), HEADER_LENGTH)):
        if is_prose(passages[place]):
            break
        if may_be_title(passages[place], hints):
            return True
    return any(may_be_title(passages[place], hints) for place in range(max(number - REACH, 0), number))


def is_prose(passage: Passage) -> bool:
    """Tell whether a passage is a paragraph of the text."""
    length = reading_length(passage.text)
    return length >= PROSE or (length > PROSE / 2 and ends_sentence(passage.closing))


def may_be_title(passage: Passage, hints: Hints) -> bool:
    """Tell whether a line is none of the things that stand beside a title."""
    text, profile = passage.unmarked(), hints.profile
    if hints.cited_titles and title_key(text) in hints.cited_titles:
        return True
    if sum(map(str.isalpha, text)) < SHORTEST_TITLE - 3 * (not text.isascii()) or is_prose(passage):
        return False
    labels = (
        profile.author,
        profile.date,
        profile.cite_as,
        profile.about,
        profile.abstract,
        profile.keywords,
    )
    if BY.match(text) or any(label.match(text) for label in labels) or "@" in text or "://" in text:
        return False
    if (
        is_navigation(text)
        or title_key(text) in MENU
        or house_name(text) == SURE
        or is_kicker(text, profile)
        or is_role(text)
        or is_issue_line(text)
    ):
        return False
    if profile.series.is_masthead(text) or _is_dated(text):
        return False
    name = min(looks_like_name(text[start:end]) for start, end in split_names(text) or [(0, 0)])
    return name < NAME or is_weak_name(name, hints)


def is_weak_name(name: float, hints: Hints) -> bool:
    """Tell whether a line looks like a name, but another line of the header much more so."""
    return name <= WEAK and hints.strong_name >= name + WEAKER


def _is_dated(text: str) -> bool:
    dates = find_dates(text, years=True) if any(map(str.isdigit, text)) else []
    return sum(date.end - date.start for date in dates) >= DATED * len(text)


def _is_beside_facts(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Know a house by the series line, kicker or date beside it, or by its name behind the text."""
    if number == 0 and len(passages) > 1 and _is_dated(passages[1].text):
        return True
    near = [*passages[max(number - 1, 0) : number], *passages[number + 1 : number + 2]]
    if any(
        is_issue_line(one.text)
        or is_kicker(one.text, hints.profile)
        or hints.profile.series.is_masthead(one.text)
        for one in near
    ):
        return True
    return title_key(passages[number].unmarked()) in _footer(passages)


def _footer(passages: Sequence[Passage]) -> str:
    return title_key(" ".join(one.text for one in passages[-FOOTER:] if len(one.text) < LONGEST_FOOTER))


def _is_banner(passages: Sequence[Passage]) -> bool:
    """Know a short line in capitals over a longer one in capitals, parted from it by an empty line."""
    if len(passages) < 2:
        return False
    first, second = passages[0].unmarked(), passages[1]
    return (
        first.isupper()
        and second.text.isupper()
        and second.gap > 0
        and is_short_name(first)
        and len(second.text) > LONGER * len(first)
    )


def is_short_name(text: str) -> bool:
    """Tell whether the first line of a page, which is no title, may be the short name of its house."""
    text = text.strip()
    return len(text.split()) <= MOST_WORDS and text.replace(" ", "").isalpha() and not is_navigation(text)


def _is_named_again(number: int, passages: Sequence[Passage]) -> bool:
    """Know the short name of a house in the first lines: an acronym, or what contact lines name again."""
    text = passages[number].unmarked().strip()
    if not is_short_name(text):
        return False
    if ACRONYM.fullmatch(text):
        return True
    contacts = " ".join([one.text for one in passages[-FOOTER:] if "©" in one.text or "@" in one.text])
    return looks_like_name(text) < SURE_NAME and title_key(text) in title_key(contacts)


def is_navigation(text: str) -> bool:
    """Tell whether a line is the menu or the path of a web page.

    >>> is_navigation("Home › Commenti › Mediterraneo"), is_navigation("Experts Events Publications About")
    (True, True)
    """
    if PATH.search(text) and len(text) < LONGEST_PATH:
        return True
    words = [title_key(word) for word in re.split(r"[\s|·•>/]+", text) if word]
    known = sum(word in MENU for word in words if word)
    return len(words) <= LONGEST_MENU and known >= 2 and 2 * known >= len(words)


def is_menu_line(number: int, passages: Sequence[Passage], hints: Hints) -> bool:
    """Tell whether a line is the menu or the path of the page, and another line can be the title."""
    text = passages[number].unmarked()
    return (is_navigation(text) or title_key(text) in MENU) and has_other_title(number, passages, hints)
