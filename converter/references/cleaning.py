"""What a part of a reference says without the words and signs that only introduce it."""

from __future__ import annotations

import re

from converter.normalizers.spaces import squeeze

EDGES = " \t\n.,;:-–—/|«»“”„‘’\"'()[]{}<>*•=_"
QUOTES = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "'": "'", "»": "«", "”": "”"}
VOLUME = re.compile(
    r"(?:\b(?:vol(?:ume)?s?|cilt|cild|c|bd|band|jg|tome?|tomo|t|том|т|кн|v|j)\b[.:]*|\.?\s*jg\.?)\s*",
    re.IGNORECASE,
)
ISSUE = re.compile(
    r"\b(?:no|nr|nos|number|issue|iss|n|núm|num|sayı|say|sy|s|heft|h|вып(?:уск)?|zeszyt|z)\b[.:]*\s*|№\s*|n[°º]\.?\s*|\.?º\s*",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"\b(?:pp?|pages?|ss?|sayfa|seiten?|сс?|стр|səh|syf|p[áa]gs?|str|bl)\b[.:]*\s*", re.IGNORECASE
)
REPORT_NUMBER = re.compile(r"^(?:nos?|nr|№|n[°º]|sayı)[.:]*\s*(?=\d)", re.IGNORECASE)
TOTAL = re.compile(r"^\s*(?P<number>\d{1,4})\s*(?:pp?|pages?|s|с|seiten|str|págs?)\b\.?\s*$", re.IGNORECASE)
EDITION = re.compile(
    r"[\s.,]*\b(?:edition|edn?|aufl(?:age)?|baskı|basım|bs|b|изд(?:ание)?|wyd(?:anie)?|éd(?:ition)?|edición|nəşr)\b\.?\s*",
    re.IGNORECASE,
)
MEDIUM = re.compile(
    r"""
    [.,]? \s* (?: \[(?: online | internet | www\ document | en\ ligne | çevrimiçi | pdf
        | электронный\ ресурс )\]?
      | (?<=[.,]\s)online ) [.\s]* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What only says that something is on the web."""

BOUNDARY_WORDS = re.compile(r"^(?:[Ii]n|within|[Вв]|[Dd]ans|[Ww])\b:?\s+(?=[^\W\d_a-zа-я])")


def without_medium(text: str) -> str:
    """Leave out that something is on the web, where the end of a text says that."""
    if "[" not in text and "nl" not in text.lower():
        return text
    return MEDIUM.sub("", text)


def clean_title(text: str) -> str:
    """Take a title out of its quotes and free it of stops at its ends.

    >>> clean_title("“The Lamps,”"), clean_title("Who pays?"), clean_title("A “quiet” sea")
    ('The Lamps', 'Who pays?', 'A “quiet” sea')
    """
    text = without_medium(squeeze(text)).strip(" ,;:.-–—/|")
    while len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES[text[0]] and not _inside(text):
        text = text[1:-1].strip(" ,;:.")
    if text[:1] in QUOTES and not any(sign in text[1:] for sign in QUOTES[text[0]]):
        text = text[1:]
    if text[-1:] in '”»“"' and not any(sign in text[:-1] for sign in '“«„"»'):
        text = text[:-1]
    return text.strip(" ,;:.") if not text.endswith(("...", "…")) else text.strip(" ,;:")


def _inside(text: str) -> bool:
    """Tell whether the signs at the ends of a text belong to two quotes: “One” and “Two”."""
    opening, closing = text[0], text[-1]
    return opening != closing and closing in text[1:-1] and opening in text[1:-1]


def clean_name(text: str) -> str:
    """Free the name of a journal, a house or a town of the signs around it.

    >>> clean_name("Coastal Review. Online"), clean_name("(Harbour Press"), clean_name("in Tidal Studies")
    ('Coastal Review', 'Harbour Press', 'Tidal Studies')
    """
    text = clean_title(BOUNDARY_WORDS.sub("", squeeze(without_medium(text)).strip(" ,;:")))
    if text.startswith("(") and ")" not in text:
        text = text[1:]
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    return text.strip(" ,;:")


def clean_number(text: str, cue: re.Pattern[str]) -> str:
    """Return a number without the word before it.

    >>> clean_number("vol. 12", VOLUME), clean_number("no. 3–4", ISSUE), clean_number("Bd. IV,", VOLUME)
    ('12', '3–4', 'IV')
    """
    bare = cue.sub("", squeeze(text)).strip(EDGES)
    return bare or squeeze(text).strip(EDGES)


def clean_report_number(text: str) -> str:
    """Return the number of a report or document as it is counted.

    >>> clean_report_number("No. 12"), clean_report_number("A/RES/76/72")
    ('12', 'A/RES/76/72')
    """
    return REPORT_NUMBER.sub("", clean_name(text))


def clean_pages(text: str) -> str:
    """Return pages with a plain hyphen between the first and the last."""
    bare = PAGE.sub("", squeeze(text)).strip(EDGES)
    bare = re.sub(r"\s*(?:-{1,3}|[–—‑−])\s*", "-", bare)
    return bare or squeeze(text).strip(EDGES)


def total_pages(text: str) -> str | None:
    """Return how many pages a book has, where a stretch says that."""
    match = TOTAL.match(text.strip(EDGES + " "))
    return match["number"] if match else None


def clean_edition(text: str) -> str:
    """Return the number of an edition, or its words.

    >>> clean_edition("2nd edn"), clean_edition("(rev. ed.)"), clean_edition("3. baskı")
    ('2', 'rev', '3')
    """
    bare = EDITION.sub(" ", squeeze(text)).strip(EDGES)
    number = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th|d|e|a|ª|ème|-е|-ci|-cü|\.ª)?\.?", bare)
    return number[1] if number else bare
