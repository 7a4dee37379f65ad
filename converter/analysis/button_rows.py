"""Rows of buttons and counters of a site on one line: `Share | Print | PDF`, `12 comments · 40 shares`."""

from __future__ import annotations

import re

from converter.normalizers.spaces import word_set

LONGEST = 70
FEWEST = 2
SHARE_OF_WORDS = 0.6

WORD = re.compile(r"[^\W\d_]{2,}")
PICTURE = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]")

BUTTONS = word_set(
    "share tweet retweet print email mail pdf download comments comment shares likes views bookmark "
    "save follow "
    "subscribe newsletter rss facebook twitter linkedin whatsapp telegram instagram youtube pinterest "
    "messenger "
    "reddit viber vk copy link privacy sitemap cookies impressum datenschutz kontakt login "
    "teilen drucken druckversion druckansicht herunterladen schriftgröße versenden merken empfehlen "
    "abonnieren "
    "kommentare kommentieren imprimer envoyer réagir partager télécharger commentaires ami abonner "
    "imprimir enviar compartir descargar comentarios suscribirse stampa invia condividi scarica commenti "
    "partilhar compartilhar baixar comentários udostępnij drukuj pobierz komentarze wyślij polub "
    "sdílet tisk stáhnout komentáře zdieľať tlačiť stiahnuť komentáre facebooku twitteri delen afdrukken "
    "downloaden reacties dela skriv ladda kommentarer del udskriv kommenter jaa tulosta lataa kommentit "
    "megosztás nyomtatás letöltés hozzászólások distribuie tipărește descarcă comentarii сподели печат "
    "изтегли "
    "коментари podijeli podeli ispis štampaj preuzmi komentari deli natisni prenesi подели штампај "
    "поделиться распечатать скачать комментарии комментариев просмотров подписаться подписывайтесь канал "
    "поділитися роздрукувати завантажити коментарі підписатися підписуйтесь друк переглядів "
    "paylaş yazdır gönder indir yorumlar yorum beğen abone tweetle kaydet görüntülenme paylaşım "
    "paylaşın çap endir şərhlər abunə bax κοινοποίηση εκτύπωση λήψη σχόλια շարունակել տպել կիսվել "
    "გაზიარება ბეჭდვა бөлісу басып шығару жүктеу ulashish chop yuklab olish "
    "مشاركة طباعة تحميل تعليقات اشتراك اشتراک چاپ دانلود بازنشر نظرات שתף הדפסה 分享 打印 下载 评论 "
    "シェア 印刷 ダウンロード コメント 공유 인쇄 다운로드 댓글"
)
"""What buttons and counters of sites say, in small letters."""


def is_button_row(text: str) -> bool:
    """Tell whether a line is but buttons and counters.

    >>> is_button_row("Share: Twitter LinkedIn Email"), is_button_row("Print media and their share of trust")
    (True, False)
    """
    if len(text) > LONGEST:
        return False
    words = [word.replace("İ", "i").casefold() for word in WORD.findall(text)]
    if not words:
        return PICTURE.search(text) is not None
    known = sum(word in BUTTONS for word in words)
    return known >= FEWEST and known >= SHARE_OF_WORDS * len(words)
