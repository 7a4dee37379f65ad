"""How lines read that every house words alike: ends of sentences, headings, rights lines."""

from __future__ import annotations

import re

from converter.profiles.words import plain

HYPHENS = ("-", "\u2010")
STOPS = frozenset(".!?…。！？؟։")
IDEOGRAPHS = range(0x3040, 0xFB00)
"""Letters of which one is about as much as three of other scripts."""
SENTENCE_END = re.compile(
    r"""
    [.!?…。！？؟։] [”\"’'»)\]]*              # it ended.”
    (?: \s* \[ \^? \w{1,4} \] )*     # it ended.[1] [2]
    \s* $
    """,
    re.VERBOSE,
)
TRAILING_MARK = re.compile(
    r"""
    (?: \s* (?:
        \[ \^? [\w*]{1,6} \]                          # [1]
      | [(（] (?: \d{1,3} | \*{1,3} ) [)）]              # (1)   (*)
      | < \d{1,3} > | \{ \d{1,3} \} | [【［〔] \d{1,3} [】］〕]      # <1>   {1}   【1】
      | (?<![\s*]) \*{1,3} \d{0,3}                     # stands.*   stands.*1
      | (?<=[.!?…”"’»]) \d{1,3} \)?                    # stands.1   stands.1)
      | (?<=[.!?…”"’»]) (?: [ivx]{1,5} | [a-h] )        # stands.iv
      | [¹²³⁰-⁹]+                                      # ¹
    ) )+ $
    """,
    re.VERBOSE,
)
"""Markers at the end of a passage."""

TAIL = 40
"""Characters from the end of a passage that tell how it ends."""

GLUED_MARK = re.compile(r"(?<=[^\W\d_][.!?])\d{1,3}$")
"""The figure glued to the stop of a sentence: ``met twice.1``."""

MARK_ENDS = frozenset("])）>}】］〕*¹²³⁰ⁱ⁴⁵⁶⁷⁸⁹")
INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?] [^\W\d_a-zа-я]")
"""Where one sentence ends and another begins."""

RIGHTS = re.compile(
    r"""
      © | \(c\)\s | copyright\b | all\ rights\ reserved       # © 2025   (c) 2025   Copyright 2025
    | tüm\ hakları | her\ hakkı | bütün\ hakları              # Tüm hakları saklıdır
    | все\ права | alle\ rechte                               # Все права защищены   Alle Rechte vorbehalten
    | creative\ commons | cc[ -]by\b | (?:licen[cs]e|lizenz|licencia|licenza|licencja)\s?:    # CC BY 4.0
    | tous\ droits | todos\ los\ derechos | tutti\ i\ diritti | wszelkie\ prawa | усі\ права | всі\ права
    """,
    re.VERBOSE | re.IGNORECASE,
)
RIGHTS_SIGNS = (
    "©", "(c)", "copyright", "all rights reserved", "tüm haklari", "her hakki", "bütün haklari", "все права",
    "creative commons", "cc by", "cc-by", "license", "licence", "lizenz", "licenc", "licenza",
    "alle rechte", "tous droits", "todos los derechos", "tutti i diritti", "wszelkie prawa", "усі права",
    "всі права",
)  # fmt: skip
RIGHTS_OPENINGS = frozenset("©(cCaAtThHbBвВwWуУlL")

HEADING_WORDS = re.compile(
    r"""
    (?: introduction | conclusions? | background | einleitung | fazit | введение | заключение | nəticə
      | giriş | giriş\ yerine | sonuç | sonuç\ yerine | değerlendirme | genel\ değerlendirme
      | recommendations? | concluding\ remarks | outlook | at\ a\ glance
      | sonuç\ ve\ öneriler | öneriler | ausblick | schluss (?: folgerungen | bemerkung (?: en )? )?
      | ausgangslage
      | empfehlungen | handlungsempfehlungen | conclusiones | conclusión | introducción
      | recomendaciones | análisis
      | recommandations | perspectives | conclusioni | introduzione | raccomandazioni | conclusão | introdução
      | recomendações | вывод (?: ы )? | рекомендации | висновки | вступ | рекомендації | wnioski
      | wprowadzenie
      | wstęp | podsumowanie | zakończenie | rekomendacje | závěr | úvod | doporučení | záver | odporúčania
      | zaključak | uvod | закључак | увод | заключение | изводи | следствия | slot
      | conclusie (?: s )? | inleiding
      | aanbevelingen | slutsats (?: er )? | inledning | konklusjon | konklusion | innledning
      | indledning | johdanto
      | johtopäätökset | lopuksi | következtetések | bevezetés | összegzés | concluzii | introducere
      | recomandări
      | συμπεράσματα | εισαγωγή | συμπέρασμα | қорытынды | кіріспе | корутунду | kirish
      | sissejuhatus | secinājumi | ievads | išvados | įvadas | եզրակացություն | ներածություն | დასკვნა
      | შესავალი
      | خاتمة | مقدمة | توصيات | نتیجه‌گیری | مقدمه | סיכום | מבוא | 结论 | 结语 | 引言 | 前言 | 結論
      | はじめに | おわりに | 結び | 결론 | 서론 | 머리말 | kesimpulan | pendahuluan | kết\ luận | สรุป
    ) \s* :? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
NUMBERED_HEADING = re.compile(
    r"""
    (?: [IVXLC]{1,6} | \d{1,2} | [A-Z] )      # IV   2   B
    (?: \. | \) | \s[-–] ) \s+ \S             # 2. Title   2) Title   2 - Title
    """,
    re.VERBOSE,
)

ACRONYM_BEHIND = re.compile(r"\s*\([^\W\d_]{2,10}\)\s*$")
"""The acronym behind the name of a house: ``Northgate Institute (NI)``."""


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does; its last character mostly settles it."""
    last = text[-1:]
    if not last or last.isalnum():
        return False
    return last in STOPS or SENTENCE_END.search(text[-TAIL:]) is not None


def without_marks(text: str) -> str:
    """Return a text without the markers at its end.

    >>> without_marks("The ferry stopped.<2>"), without_marks("He went.12 ")
    ('The ferry stopped.', 'He went.12 ')
    """
    last = text[-1:]
    if last not in MARK_ENDS and not last.isalnum():
        return text
    tail = TRAILING_MARK.sub("", text[-TAIL:])
    return text[: len(text) - min(len(text), TAIL) + len(tail)] or text


def reading_length(text: str) -> int:
    """Return how long a text is, in letters of scripts that write sounds.

    >>> reading_length("port"), reading_length("港口")
    (4, 6)
    """
    ideographs = text[:1] and ord(text[0]) in IDEOGRAPHS
    return 3 * len(text) if ideographs else len(text)


def breaks_word(before: str, following: str) -> bool:
    """Tell whether a word goes on behind the hyphen that a line ends with.

    >>> breaks_word("demand an addi-", "tional watchkeeper"), breaks_word("from 1990-", "to")
    (True, False)
    """
    return before[-1:] in HYPHENS and before[-2:-1].isalpha() and following[:1].islower()


def splits_address(before: str, following: str) -> bool:
    """Tell whether an address goes on without a blank on the next line.

    >>> splits_address("<https://example.org/A-QUIET-", "WINTER>")
    True
    """
    tail = before.rsplit(" ", 1)[-1]
    return "://" in tail and tail[-1] in "/-=&?_%" and not following[:1].isspace() and bool(following)


def opens_with_rights(text: str) -> bool:
    """Tell whether a text begins as a rights line does."""
    return text[:1] in RIGHTS_OPENINGS and RIGHTS.match(text) is not None


def has_rights(text: str, plain_text: str | None = None) -> bool:
    """Tell whether a text says who has the rights; ``plain_text`` is the text written plain."""
    written = plain(text) if plain_text is None else plain_text
    return any(map(written.__contains__, RIGHTS_SIGNS)) and RIGHTS.search(text) is not None
