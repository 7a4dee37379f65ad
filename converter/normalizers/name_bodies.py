"""The words, beginnings and endings of words that head the name of a body, in many languages."""

from __future__ import annotations

import re

from converter.normalizers.name_words import fold_word
from converter.normalizers.spaces import word_set


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold_word, text.split()))


def _endings(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HEADS = _words(
    "Commission Kommission Kommissionen Comisia Commissione Comisión Comissão Komisyonu Komissiyası "
    "Комиссия Administration Authority Treasury Bureau Directorate Presidency Delegation Observatory "
    "Endowment Trust Fund Fondul Fonds Tribunal Senate Duma Knesset Congrès Consiliul Conseil Consejo "
    "Conselho Consiglio Rada Regjeringen Stortinget Storting Regering Regierung Gouvernement Guvernul "
    "Gobierno Governo Vlada Kormány Parlament Parlement Parlamento Parlamentul Bundestag Bundesrat "
    "Riksdagen Sejm Saeima Folketing Folketinget Cumhurbaşkanlığı Başbakanlık Genelkurmay Elçiliği "
    "Valiliği Kaymakamlığı Belediyesi Belediye İdaresi Sekreterliği Temsilciliği Heyeti Prezidentliyi "
    "Agentliyi Komitəsi Məclisi Şurası Hökuməti Kabineti Academia Accademia Académie Akademie Akademia "
    "Hochschule Gesellschaft Verband Verein Zeitung Zeitschrift Radiotelevision Rundfunk "
    "Deutschlandfunk Kremlin Кремль Парламент Дума Госдума Правительства Комиссии Академия Посольство "
    "Администрация Управление Ассоциация Издательство Газета Журнал Рада Міністерство Уряд Влада "
    "Министерството Правителство Υπουργείο Κυβέρνηση Βουλή Νախարարություն Կառավարություն Monde Figaro "
    "Guardian Economist Spiegel Nikkei Jazeera Kommersant Euractiv Politico Haaretz Welle Hürriyet "
    "Milliyet Cumhuriyet Коммерсантъ Известия Ведомости Regulator Alliance Coalition Consortium "
    "Brotherhood Police Polisi Polizei Gendarmerie Jandarma Jandarması"
)
"""Words that head a body wherever they stand."""

LAST_HEADS = _words("Watch International House Rat Råd Rådet Voice Herald Tribune Telegraph")
"""Words that head a body only at the end of its name, and are surnames too: two of them leave a doubt."""

HEAD_BEGINNINGS = _endings(
    "bundes ministerul ministeriul ministerstw ministerstv ministarstv министерств правительств "
    "посольств администраци агентств комитет комисси utenriks aussenminist innenminist"
)
"""How words that head a body begin: ``Bundesakademie``, ``Министерства``."""

HEAD_ENDINGS = _endings(
    "departement departementet departementets ministerium ministeriet ministerio ministeriat stiftung "
    "stiftelse behorde verwaltung kommission parlament baskanligi bakanligi mudurlugu sekreterligi "
    "nazirliyi bakanlik baskanlik buyukelciligi"
)
"""How words that head a body end: ``utenriksdepartement``, ``Cumhurbaşkanlığı``."""

FIRST_ACRONYMS = word_set("UN EU МИД МВД ООН ЕС СНГ ОБСЕ МО ФСБ ЦБ РАН T.C. TC TBMM US UK")
"""Acronyms, as printed, that begin the name of a body: ``МИД России``."""

ADDRESS = re.compile(r"[^\W\d_][\w-]{2,30}(?:\.[\w-]{2,30}){0,3}\.(?:[a-z]{2,3}|info|news|рф)")
"""A site as author: ``Kremlin.ru``."""

COMMON_GIVEN = _words(
    "Charles Tom Thomas Maria Mary John James Robert William George Richard David Michael Peter Paul "
    "Mark Martin Henry Edward Alan Brian Kevin Simon Andrew Anna Anne Jane Emily Emma Sarah Laura Julia "
    "Elizabeth Margaret Susan Karen Stephen Steven Stefan Daniel Joseph Frank Jack Joe Ben Sam Tim Jim "
    "Bill Bob Rachel Rebecca Ruth Alice Lucy Kate Nancy Patrick Philip Roger Ralph Hans Karl Klaus "
    "Jürgen Andreas Ion Vasile"
)
"""Given names before which a word such as *House* or *Bank* is a surname."""
