"""What pages print over links, comments and on buttons, in the languages that commentaries are met in."""

from __future__ import annotations

import re

RELATED = re.compile(
    r"""
    (?: related \s+ (?: articles? | posts? | content | publications? | topics? | stories | reading |
      analys[ei]s )
      | (?: you \s+ (?: may | might ) \s+ also \s+ (?: like | be .* ) ) | read \s+ (?: more | also |
        next )
      | more \s+ (?: from | on | by | commentar | articles | analys ) .* | recommended .* | most \s+ (?:
        read | popular )
      | latest \s+ .* | (?: recent | popular | similar | other ) \s+ (?: articles | posts | commentaries
        | news )
      | ilgili \s+ \w+ | benzer \s+ \w+ | diğer \s+ (?: yazılar | haberler | makaleler | yorumlar |
        analizler ) .*
      | son \s+ (?: yazılar | haberler | eklenenler | yorumlar ) | en \s+ çok \s+ okunan\w* | bunlar .*
        ilginizi .*
      | ayrıca \s+ okuyun | похожие .* | по \s+ теме | читайте \s+ также | также \s+ по \s+ теме |
        другие \s+ \w+
      | последние \s+ \w+ | самое \s+ читаемое | (?: ähnliche | verwandte | weitere | neueste ) \s+ \w+
        | mehr \s+ zum \s+ thema
      | das \s+ könnte \s+ sie .* | meistgelesen\w* | (?: à \s+ )? lire \s+ (?: aussi | également )
      | (?: sur | dans ) \s+ (?: le | la ) \s+ même \s+ \w+ | articles \s+ (?: liés | similaires |
        connexes | récents )
      | les \s+ plus \s+ lus | oxşar \s+ \w+ | əlaqəli \s+ \w+ | digər \s+ (?: yazılar | məqalələr |
        xəbərlər | şərhlər )
      | həmçinin \s+ oxuyun | son \s+ (?: xəbərlər | yazılar ) | ən \s+ çox \s+ oxunan\w*
    ) \s* :? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A heading over links to other pages."""

ALSO = re.compile(
    r"""
    (?: read \s+ (?: more | also | next ) | see \s+ also | more | related | also \s+ read
      | ilgili (?: \s+ \w+ )? | ayrıca \s+ (?: okuyun | bkz ) | bunu \s+ da \s+ okuyun
      | читайте \s+ также | см\. \s+ также | по \s+ теме
      | lesen \s+ sie \s+ auch | mehr \s+ dazu | (?: à \s+ )? lire \s+ aussi | həmçinin \s+ oxuyun | oxuyun
    ) \s* : \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before a link to another page of the site, in the middle of the text."""

COMMENTS = re.compile(
    r"""
    (?: \d{1,5} \s+ (?: comments? | responses? | replies | thoughts .* | yorum | комментари\w+ |
      kommentare? | commentaires? | şərh )
      | (?: leave | post | write | add ) \s+ a \s+ (?: reply | comment ) .* | join \s+ the \s+ (?:
        discussion | conversation )
      | bir \s+ (?: yanıt | cevap | yorum ) \s+ (?: yazın | yazınız | bırakın ) .* | yorum \s+ (?:
        yap\w* | yaz\w* | ekle\w* | bırak\w* )
      | yorumlar | comments | комментарии | kommentare | commentaires | şərhlər | (?: оставить |
        добавить ) \s+ комментарий .*
      | schreib\w* \s+ .* kommentar .* | (?: laisser | ajouter ) \s+ un \s+ commentaire .* | şərh \s+
        (?: yaz\w* | əlavə .* )
    ) \s* (?: \( \d+ \) )? \s* :? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A heading over the comments of readers."""

TOOL = re.compile(
    r"""
    (?: \d[\d.,]*[km]? \s+ (?: views? | likes? | claps? | shares? | reads | okunma | görüntül\w+
        | beğen\w+ | просмотр\w* | aufrufe | vues | baxış )
      | (?: views | hits | reads | okunma | oxunub | oxunma
        | görüntülenme | baxış | просмотр\w* | aufrufe | lectures
        | 浏览 | 阅读 | 点击 ) (?: \s+ sayı (?: sı )? )? \s* [:：] \s* \d[\d.,\s]*
      | \+? \s* follow (?: ing )? | takip \s+ et | подписаться | s['’]abonner | folgen | abonnieren | izlə
      | (?: sign | log ) \s+ in | giriş \s+ yap | войти | anmelden | se \s+ connecter | daxil \s+ ol
      | advertisement | anzeige | werbung | reklam | реклама | publicité | sponsored (?: \s+ content )?
      | \d{1,2} [:.] \d{2} (?: \s* (?: [ap]\.?m\.? | uhr ) )?
      | (?: \d[\d.,]*[km]? \s+ )? share (?: \s+ (?: this | on | via | by ) .* )? | tweet
      | print (?: \s+ (?: this | page | article
      ) .* )? | e-?mail (?: \s+ this .* )?
      | (?: download | view ) \s+ (?: as \s+ )? (?: the \s+ )? pdf | pdf (?: \s+ (?: indir | version |
        olarak .* ) )? | copy \s+ link | save | bookmark
      | paylaş\w* (?: \s+ .{1,20} )? | yazdır\w* | çap \s+ et | e-posta .{0,15} | indir | linki \s+
        kopyala
      | поделиться .{0,30} | печать | распечатать | скачать .{0,15} | teilen .{0,20} | drucken | artikel
        \s+ (?: teilen | drucken )
      | partager .{0,25} | imprimer .{0,20} | télécharger .{0,20} | facebook | twitter | x | linkedin |
        whatsapp | telegram | vkontakte | vk | mastodon
      | (?: source | quelle | kaynak ) \s+ url: \s .*
      | \W* (?: back | zurück | geri | retour | назад | geriyə )
        (?: \s+ (?: to | zu[rm]? | dön\w* | à | au | к ) .{0,30} )?
      | (?: yazı \s+ boyutu | (?: font | text ) \s+ size | schriftgröße | размер \s+ шрифта ) .{0,15}
      | (?: back \s+ to | nach | zum ) \s+ (?: top | oben | seitenanfang ) | yukarı (?: \s+ çık )? | başa \s+
        dön | наверх | haut \s+ de \s+ page
    ) [\s:.…]* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is printed on a button, or beside a row of them."""

SHARE_ADDRESS = re.compile(
    r"(?:facebook\.com/(?:sharer|share\.php|dialog)|twitter\.com/(?:intent|share|home\?)|x\.com/(?:intent|share)|t\.me/share|"
    r"telegram\.me/share|wa\.me/|whatsapp(?:\.com/send|://)|linkedin\.com/(?:share|sharing)|vk\.com/share|"
    r"connect\.ok\.ru|pinterest\.\w+/pin/create|reddit\.com/submit|bsky\.app/intent|mailto:\?|javascript:window\.print)",
    re.IGNORECASE,
)
"""Where a button leads that shares a page."""
