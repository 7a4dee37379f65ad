"""Which lines are captions of tables and pictures, or say whose picture it is; and to what they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.normalizers.kept import kept

LONGEST = 400
"""Characters of a caption."""

CAPTION = re.compile(
    r"""
    (?: (?P<table> table | tablo | çizelge | cədvəl | tabelle | tab\. | tableau | таблица | табл\. | таблиця
        | tabla | cuadro | tabella | tabela )
      | figure | fig\. | map | chart | graph | diagram | photo (?: graph )? | image | picture | exhibit
      | infographic | şekil | harita | grafik | fotoğraf | resim | görsel | şəkil | xəritə | qrafik
      | abbildung | abb\. | karte | schaubild | foto | bild | carte | graphique
      | рисунок | рис\. | карта | график | схема | фото | диаграмма | figura | mapa | gráfico
      | rysunek | rys\. | wykres | ilustracja )
    \s* (?: n[o°]\.? \s* )? (?: \d{1,3} (?: [.-]\d{1,2} )? | [IVX]{1,5} | [A-Z] )
    (?: \s* [.:|–—-] (?: \s | $ ) | \s* $ | \s+ (?= [^\W\d_] ) )    # Figure 1. The   Figure 1 The
    """,
    re.VERBOSE | re.IGNORECASE,
)
CREDIT = re.compile(
    r"""
    (?: (?: cover | header | main | title | kapak | ana | titel ) \s+ )?
    (?: (?: photo | image | picture ) (?: graph | graphy )? s? (?: \s+ (?: credits? | source | by ) )?
      | credits? | source s? | data \s source | illustration | caption
      | fotoğraf | görsel | resim | kaynak | foto | bild (?: nachweis | quelle )? | titelbild | quelle
      | crédits? (?: \s photo )? | фото (?: графия )? | источник | изображение | иллюстрация
      | mənbə | şəkil | fuente | imagen | fonte | źródło | джерело | zdjęcie )
    \s* (?: : | ©)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""``Photo: …``, ``Source: …``, ``Photo by: …``."""

CREDIT_BEHIND = re.compile(
    r"""
    [.!?)”"»] \s+ (?:
        photo (?: graph | graphy )? s? (?: \s+ (?: credits? | by ) )? | image | picture | fotoğraf | görsel
      | foto | bild | crédits? \s photo | фото (?: графия )? | zdjęcie | imagen ) \s* (?: : | ©) [^:]{2,60} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""``Dredgers off the port. Photo: A. Nonym``."""
LONGEST_WITH_CREDIT = 200

STARS = "*†‡ "


@kept
def caption_kind(text: str) -> str | None:
    """Return ``table``, ``figure`` or ``credit`` for a caption, ``None`` for anything else.

    >>> caption_kind("Table 2. Ferries by year"), caption_kind("* Photo: Elsa Norr")
    ('table', 'credit')
    >>> caption_kind("Figure 1 shows that the lamps were lit again.")
    """
    if len(text) > LONGEST:
        return None
    text = text.lstrip(STARS)
    match = CAPTION.match(text)
    if match and not text[match.end() : match.end() + 1].islower():
        return "table" if match["table"] else "figure"
    if CREDIT.match(text) or (len(text) <= LONGEST_WITH_CREDIT and CREDIT_BEHIND.search(text)):
        return "credit"
    return None


def belongs_to(kinds: Sequence[str], captions: Sequence[str | None], number: int) -> int:
    """Return which neighbour a caption belongs to: -1 the one before it, 1 the one behind it, 0 neither.

    A table has its caption over it, or else under it; a picture has it, and whose it is, under it.
    """
    caption = captions[number]
    before = kinds[number - 1] if number else ""
    behind = kinds[number + 1] if number + 1 < len(kinds) else ""
    if caption == "table" and "row" in (before, behind):
        return 1 if behind == "row" else -1
    if caption in ("figure", "credit") and before == "figure":
        return -1
    return 1 if caption == "figure" and behind == "figure" else 0
