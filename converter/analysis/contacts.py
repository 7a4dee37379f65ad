"""How many signs of a contact line a short passage has: telephone, e-mail, street, post code, profile."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.analysis.wording import has_rights
from converter.normalizers.spaces import word_set

CONTACT = re.compile(
    r"""
      \b (?: tel | telefon | phone | fax | faks | tlf | gsm | mobile ) \b \s* [.:]* \s* [+(\d]    # Tel: +90
    | \b (?: e-?\s?mail | e-?posta | eposta | email ) \b \s* :?                                   # E-Mail:
    | (?<![\w.+-]) [\w.+-]+ @ [\w-]+ \. [\w.]+  # a@example.org
    | (?<![\w.]) @ \w{3,}                                                                         # @handle
    | ^ (?: adres | address | ünvan | anschrift | адрес | адреса | indirizzo | dirección | adresse | نشانی
        | العنوان | διεύθυνση | 地址 | 住所 ) \s* [:：]                                            # Ünvan: …
    | ^ [^\W\d_]{2,12} \s? : \s* (?: https?:// | www\. )                                      # Сайт: www.…
    | (?: هاتف | تلفن | فاكس | 电话 | 電話 | հեռ | ტელ ) \.? \s* [:：]? \s* [+(\d]
    | \b (?: tél | тел | τηλ | teléfono | telefono | fon | ph ) \b \s* [.:]* \s* [+(\d]         # Tél. : 1
    | \b (?: sok | cad | cadde | caddesi | sokak | mah | bulv | bulvari | blv | street | avenue | road | floor
        | kat | daire | strasse | straße | ул | просп | вул ) \b \.?                             # Sok.
    | \b \w+ (?: straße | strasse | platz | allee | gasse ) \s+ \d                              # Kaistraße 4
    | \b (?: calle | via | piazza | viale | rue | ulica | ul\. ) [\w\s.'’]{2,40} ,? \s+ \d # Calle Mar, 14
    | \b \d{5,6} \b                                                                               # 06550
    | (?: facebook | twitter | x | instagram | linkedin | youtube | t ) \. (?: com | me ) /       # x.com/name
    """,
    re.VERBOSE,
)
CONTACT_WORDS = word_set(
    "tel telefon phone fax faks tlf gsm mobile mail email posta eposta sok cad cadde caddesi sokak mah bulv "
    "bulvari blv street avenue road floor kat daire strasse straße ул просп вул tél тел τηλ teléfono "
    "telefono fon ph www adres address ünvan anschrift адрес адреса indirizzo dirección adresse "
    "نشانی العنوان διεύθυνση هاتف تلفن فاكس 电话 電話 հեռ ტელ calle via piazza viale rue ulica ul courriel"
)
PROFILE_SITES = tuple(
    f"{site}.{ending}/"
    for site in ("facebook", "twitter", "x", "instagram", "linkedin", "youtube", "t")
    for ending in ("com", "me")
)
STREETS = ("straße ", "strasse ", "platz ", "allee ", "gasse ")
POST_CODE = range(5, 7)
"""How many figures a post code has."""

ONLY_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")


def count_signals(text: str, plain_text: str, words: Sequence[str]) -> int:
    """Count the signs of a contact line, a rights line or a lone web address."""
    signals = _contacts(plain_text, words)
    if has_rights(text, plain_text):
        signals += 2
    if text[0] in "hw" and ONLY_ADDRESS.match(text):
        signals += 2
    return signals


def _contacts(plain_text: str, words: Sequence[str]) -> int:
    """Count contacts; without any of the words and signs only figures that may be a post code are left."""
    if (
        "@" in plain_text
        or any(map(plain_text.__contains__, STREETS))
        or not CONTACT_WORDS.isdisjoint(words)
        or ("/" in plain_text and any(map(plain_text.__contains__, PROFILE_SITES)))
    ):
        return len(CONTACT.findall(plain_text))
    return sum(len(word) in POST_CODE for word in filter(str.isdecimal, words))
