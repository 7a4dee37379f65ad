"""The words that call persons editors or translators, before their names or behind them."""

from __future__ import annotations

import re

EDITORS_IN_BRACKETS = r"""
    [(\[]\s* (?: eds? | hrsg | hgg? | haz | der | dir | coords? | comp | éds? | red | ред | editors? | edl?
        | editör(?:ler)? | отв\.\s?ред | сост | a\ cura\ di | sous\ la\ dir(?:\.|ection)\ de ) \.?
    \s*(?:[)\]]|$)
"""
EDITORS = rf"""
    (?: {EDITORS_IN_BRACKETS}
      | ^(?:eds|dir|hrsg)\s
      | \b(?:
        eds?\.(?:\s+by\b)? | edited\ (?:with[^,]*\ )?by\b | editors?\b | (?<=,\s)[Ee]ds?$
      | hrsg\.(?:\s+v(?:on\b|\.))? | hgg?\.(?:\s+v(?:on\b|\.))? | haz\. | der\. | dir\. | nşr\.
      | yay\.\s?haz\.
      | edl?\. | editör(?:ler)?\b | éds?\.(?:\s+par\b)? | édité\ par\b | coords?\. | comp\.
      | sous\ la\ dir(?:ection|\.)\ de\b | a\ cura\ di\b | edición\ de\b | red\.(?:\s+nauk\.)?
      | pod\ red(?:akcją\b|\.) | oprac\. | под\ ред\. | отв\.\ ред\. | ред\. | сост\. | tərtib\ edən\b
      | redaktor\b )
    )
"""
TRANSLATORS = r"""
    (?: \(\s* (?: tr | trans | transl ) \.? \s*(?:\)|$)
      | \b(?:
        trans(?:l\.|lated\b|\.)(?:\s+by\b)? | tr\.(?:\s+by\b)? | çev(?:iren\b|\.):? | tr[cd]\. | terc\.
      | trad\.(?:\s+(?:it\.|de\b|par\b))? | traduit\ (?:de\ \S+\ )?par\b | traducción\ de\b
      | übers(?:etzt\b|\.)(?:\s+v(?:on\b|\.))? | aus\ dem\ \w+\ von\b | przeł\. | tłum\. | przekł\.
      | пер\.(?:\s+с\s+\w+\.)? | tərc(?:ümə\ edən\b|\.) )
    )
"""
ANY = re.compile(rf"(?: {EDITORS} | {TRANSLATORS} ) [:)\]]*", re.VERBOSE | re.IGNORECASE)
"""A cue anywhere, which is no part of a name."""

EDITOR_FIRST = re.compile(rf"[\s(\[]*{EDITORS}", re.VERBOSE | re.IGNORECASE)
TRANSLATOR_FIRST = re.compile(rf"[\s(\[]*{TRANSLATORS}", re.VERBOSE | re.IGNORECASE)
EDITOR_LAST = re.compile(
    rf"(?: {EDITORS_IN_BRACKETS} | ,\s+(?:eds?|editors?|hrsg|dir|éd)\b\.? ) $", re.VERBOSE | re.IGNORECASE
)
EDITOR_INSIDE = re.compile(
    rf"(?: {EDITORS_IN_BRACKETS} ) (?P<behind> [,:.\s]+ ) (?=\w)", re.VERBOSE | re.IGNORECASE
)
"""``Henry Barlow (ed.), Maritime Governance``: what follows is the book."""
