"""How texts behind the text begin: thanks, disclaimers, where it first appeared, who the author is.

All houses word them alike, in each language in its own way. Behind a list of notes, where nothing else parts
them from the last note, their first words do.
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

THANKS = re.compile(
    r"""
      (?: the \s )? (?: authors? | writers? ) \s (?: would \s like \s to \s | wish (?:es)? \s to \s
      | (?:is|are) \s )?
      (?: thanks? | acknowledges? | grateful | indebted | express )          # The author thanks
    | (?: I | we ) \s (?: would \s like \s to \s | wish \s to \s | am \s | are \s | also \s )?
      (?: thank | grateful | indebted | acknowledge )                        # I am grateful to
    | (?: my | our | with | many )? \s* thanks \s (?: are \s due \s )? (?: to | go )
    | this \s \w+ \s (?: was | has \s been | is ) \s (?: funded | supported | made \s possible )
    | (?: yazar | makale | müəllif | bu ) \w* \b .{0,140} (?: teşekkür | müteşekkir | minnettar
      | təşəkkür | minnətdar )
    | (?: der | die ) \s (?: autor | verfasser ) \w* \s (?: dank | bedank ) | ich \s danke
    | l[’'e] \s? auteure? \s (?: remercie | tient | exprime ) | les \s auteure?s \s (?: remercient
      | tiennent )
    | автор \w* \s (?: благодар | выража | призна | дяку | вдячн )
    | (?: el | la | los | las ) \s autor \w* \s (?: agradec | quier )
    | l[’'] \s? autore \s ringrazia | autor \w* \s dzięk
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

LIFE = re.compile(
    r"""
      (?: the \s )? (?: authors? | writer ) \s (?: is | are | was | works
      | has ) \b (?! \s (?: grateful | indebted ) )
    | (?: the \s )? author \s* : \s
    | yazar , \s | yazar \s .{0,120} (?: üyesi | uzmanı | araştırmacısı | görevlisi | profesörü
      | direktörü ) \w*
    | müəllif \s .{0,120} (?: dır | dir | dur | dür ) \b
    | (?: der \s autor | die \s autorin | der \s verfasser | die \s verfasserin ) \s (?: ist | war
      | arbeitet | lehrt )
    | l[’'] auteure? \s (?: est | travaille | enseigne )
    | автор \s (?: [—–-] | является | работает | преподаёт | преподает )
    | (?: el \s autor | la \s autora ) \s es
    """,
    re.VERBOSE | re.IGNORECASE,
)


RUN_IN_THANKS = re.compile(
    r"(?:Acknowledge?ments?|Teşekkür(?:ler)?|Danksagung|Remerciements|Благодарности)\s(?=[^\W\d_a-z])"
)
RUN_IN_LIFE = re.compile(
    r"""
    (?: (?i: about \s the \s authors?) | (?i: yazar (?: lar )? \s hakkında)
      | Über \s d(?: en \s Autor | ie \s Autor (?: in | en ) ) | Об \s автор (?: е | ах ) )
    \s (?= [^\W\d_a-z] )
    """,
    re.VERBOSE,
)
"""Headings on the line of what they head: ``About the author Ada Orman leads …``."""


def closes(text: str) -> bool:
    """Tell whether a passage behind the notes is none: a disclaimer, thanks, where the text first appeared.

    >>> closes("The author thanks the keepers."), closes("Council of Morrin, Minutes, 1911.")
    (True, False)
    """
    opening = text[:OPENING]
    return any(pattern.match(opening) for pattern in (DISCLAIMER, THANKS, ORIGIN))


def tells_of_author(text: str) -> bool:
    """Tell whether a passage says who the author is, without the name.

    >>> tells_of_author("The author is a fellow of the institute.")
    True
    """
    return LIFE.match(text[:OPENING]) is not None
