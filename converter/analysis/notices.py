"""Notes to the reader: whose views a text gives, where it first appeared, who translated it.

Over the text or behind it, they stay where they stand, as paragraphs of the body.
"""

from __future__ import annotations

import re

OPENING = 200
"""Characters of a passage that tell how it begins."""

DISCLAIMER = re.compile(
    r"""
      (?: the | all | any )? \s* (?: views | opinions | ideas | statements | positions ) \b .{0,60}
      \b (?: expressed | presented | stated | contained | herein | are\ (?: those
      | solely ) )  # The views expressed
    | this \s \w+ (?:\s \w+)? \s (?: reflects | represents | gives | does\ not ) \b .{0,40}
      \b (?: views? | opinions?
      | position )                               # This commentary reflects the views
    | responsibility \s for \s the \s (?: views | content )
    | (?: bu \s \w+ | \w* (?: yazıda | makalede | yorumda | metinde | burada ) ) \s (?: yer\ alan
      | ifade | belirtilen
      | dile\ getirilen | ileri\ sürülen | açıklanan | savunulan ) \b .{0,60} (?: görüş | fikir
      | düşünce )
    | (?: yazıda | makalede )? \s* (?: görüş
      | fikir ) \w* \s .{0,40} yazar        # Görüşler yazarın kendisine aittir
    | (?: bu \s )? (?: məqalədə | yazıda | şərhdə ) .{0,50} (?: fikir | mövqe | rəy )
    | (?: die | alle ) \s .{0,60} (?: ansichten | meinungen
      | auffassungen ) \b    # Die geäußerten Ansichten
    | d(?: er | ieser ) \s (?: beitrag | text | artikel ) \s (?: gibt | spiegelt ) .{0,60} (?: wieder
      | wider )
    | les \s (?: opinions | vues | avis | propos | points\ de\ vue | analyses | idées ) \b .{0,50}
      \b (?: exprim | présent | émis | tenus | dévelop | n[’']engag )
    | (?: мнени | позици | взгляд | точка\ зрения | высказанны | изложенны ) .{0,60} (?: автор | стать )
    | (?: статья | публикация | материал ) \s .{0,30} (?: отража | выража )
    | (?: думк | погляд | позиці ) .{0,60} автор
    | (?: las | los ) \s (?: opiniones | ideas | puntos\ de\ vista ) \b .{0,40} \b (?: expresad
      | vertid | aquí )
    | le \s opinioni \s espresse | (?: opinie | poglądy ) \s (?: wyrażone | przedstawione )
    | հեղինակ .{0,40} (?: կարծիք | տեսակետ ) | ავტორ .{0,40} (?: მოსაზრებ | შეხედულებ )
    | (?: دیدگاه | نظر ) .{0,60} نویسنده
    """,
    re.VERBOSE | re.IGNORECASE,
)

ORIGIN = re.compile(
    r"""
      (?: this | the | an ) \s (?: \w+ \s ){0,3}? (?: article | commentary | paper | essay | piece
      | text | version | analysis )
      \b .{0,60} \b (?: published | appeared | printed | translat | adapted
      | based )  # This article was first published
    | (?: first | originally | previously ) \s (?: published | appeared | printed )
    | (?: re(?: published | printed ) ) \s (?: with | from | by )
    | translat (?: ed \s (?: from | by ) | ion \s* : | ors? [’']? s? [’']? \s note )
    | (?: editor | author ) s? [’']? s? [’']? \s note \b
    | bu \s (?: yazı | makale | yorum | metin | analiz ) \b .{0,120} (?: yayım | yayın | çevir | tercüme )
    | (?: çevir (?: en | i | menin ) | tercüme \s eden | yayına \s hazırlayan ) \b | \w+ (?: den
      | dan | ten | tan ) \s çeviren
    | bu \s məqalə \b .{0,120} (?: dərc | tərcümə ) | tərcümə \s (?: edən | etdi ) | tərcümə \s* :
    | (?: dieser | der ) \s (?: beitrag | text | artikel ) \b .{0,60} (?: erschien | veröffentlicht
      | übersetz )
    | aus \s dem \s \w+ (?: \s übersetzt )? \s von | übersetz (?: ung \s* : | t \s von )
    | (?: cet \s article | ce \s texte ) \b .{0,60} (?: publié | paru | tradui ) | traduit \s (?: d
      | par )
    | (?: статья | текст ) \b .{0,60} (?: впервые | опубликован | перевед ) | перевод \s (?: с \b
      | \w+ \s* : ) | перевод \s* :
    | переклад \s (?: з \b | \w+ \s* : ) | traducid[oa] \s (?: del | por )
    """,
    re.VERBOSE | re.IGNORECASE,
)

LEAD = re.compile(
    r"""
    \W* (?: (?: editor | author | publisher | translator ) [’']?s? [’']? \s )?
    (?: note | disclaimer | hinweis | anmerkung | nota | note \s bene | uyarı | not | qeyd | примечание
      | примітка | uwaga | poznámka | opmerking | avertissement | aviso | avvertenza )
    \s* [:.–—] \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The word that a note to the reader may begin with."""

VIEWS = re.compile(
    r"""
      \b (?: views? | opinions? | positions? | statements | fikir | görüş | düşünce | mövqe | ansicht
      | meinung
      | auffassung | position | standpunkt | opinion | propos | avis | мнени | взгляд | позици | точк | погляд
      | думк | opinion | posicion | opinion | parere | vedut | opini | pogląd | stanovis | názor | mening
      | uitsluitend | vélemény | álláspont | părer | opini | stav | ставов | απόψ | γνώμ | κարծիք | տեսակետ
      | seisukoh | näkemy | åsikt | synspunkt | pikir | пікір | көзқарас | fikr )
    """,
    re.VERBOSE | re.IGNORECASE,
)
OF_AUTHOR = re.compile(
    r"""
      \b (?: authors? | writers? | contributors? | necessarily | yazar | müəllif | autor | verfasser | auteur
      | rédact | автор | redak | szerző | συγγραφ | հեղինակ | ավտոր | muallif | автордун | kirjoittaj
      | forfatter | författar | zwangsläufig | forcément | nécessairement | necesariamente | necessariamente
      | niekoniecznie | обязательно )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_DISCLAIMER = 400

TRANSLATED = re.compile(
    r"""
      \b (?: translated \s (?: from | by ) | çevir | tərcümə | übersetz | tradui[tr] | traducid | tradott
      | traduz | перевод | перевел | перевёл | переклад | przekład | przełoży | tłumacz | přelož | prelož
      | překlad | preklad | vertaa?l | översätt | oversatt | oversat | fordít | traducere | tradus | превод
      | prevod | prijevod | μετάφρασ | թարգման | თარგმ | аударған | которгон | tarjima | tõlki | suoment )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_CREDIT = 120
"""Characters of a line that says who translated a text."""


def is_notice(text: str) -> bool:
    """Tell whether a passage is a note to the reader: a disclaimer, who translated it, where it appeared.

    >>> is_notice("Translated by Gil Norr."), is_notice("The author thanks the keepers.")
    (True, False)
    """
    lead = LEAD.match(text)
    opening = text[lead.end() if lead else 0 :][:OPENING]
    return any(pattern.match(opening) for pattern in (DISCLAIMER, ORIGIN))


def disclaims(text: str) -> bool:
    """Tell whether a passage behind the text says whose views it gives.

    >>> disclaims("GullNet pieces represent the views of their authors."), disclaims("He has views.")
    (True, False)
    """
    return len(text) <= LONGEST_DISCLAIMER and bool(VIEWS.search(text) and OF_AUTHOR.search(text))


def tells_translator(text: str) -> bool:
    """Tell whether a short line says who translated the text.

    >>> tells_translator("Z angličtiny přeložila Ilona Březinová")
    True
    """
    return len(text) <= LONGEST_CREDIT and TRANSLATED.search(text) is not None
