"""Which names are known to be newspapers, agencies, broadcasters and news sites, in many languages."""

from __future__ import annotations

from converter.normalizers.keys import ascii_fold
from converter.normalizers.spaces import word_set

NAMES = """
Reuters; Associated Press; AP; AFP; Agence France-Presse; DPA; ANSA; EFE; Bloomberg
United Press International; UPI; BBC; BBC News; BBC Türkçe; BBC Russian; BBC World Service; CNN
CNN International; CNN Türk; Fox News; NBC News; CBS News; ABC News; NPR; The New York Times
New York Times; The Washington Post; Washington Post; The Wall Street Journal; Wall Street Journal
Los Angeles Times; The Times; Sunday Times; The Guardian; Guardian; The Independent; Independent
The Daily Telegraph; The Telegraph; Financial Times; The Economist; Newsweek; Time; The Atlantic; The Hill
Politico; Politico Europe; Axios; Foreign Policy; Foreign Affairs; The Diplomat; The National Interest
Voice of America; VOA; Radio Free Europe/Radio Liberty; RFE/RL; Radio Liberty; Al Jazeera; Al-Jazeera
Al Arabiya; Al-Monitor; Al Monitor; Middle East Eye; Euronews; Deutsche Welle; DW; DW Türkçe; France 24
RFI; RT; Sputnik; Sputnik News; Sputnik Armenia; Sputnik Azerbaijan; Sputnik Türkiye; TASS; Interfax
RIA Novosti; Kommersant; Izvestia; Izvestiya; Vedomosti; Nezavisimaya Gazeta; Rossiyskaya Gazeta
Novaya Gazeta; Regnum; Lenta; Gazeta; Meduza; Pravda; РИА Новости; ТАСС; Интерфакс; Коммерсант
Коммерсантъ; Известия; Ведомости; Независимая газета; Российская газета; Новая газета; Регнум; Лента.ру
Газета.ру; Медуза; Правда; Радио Свобода; Спутник; Кавказский узел; АЗЕРТАДЖ; Вестник Кавказа; Эхо Кавказа
Московский комсомолец; Красная звезда; РБК; Anadolu; Anadolu Ajansı; Anadolu Agency; AA; TRT; TRT Haber
TRT World; Hürriyet; Hürriyet Daily News; Milliyet; Cumhuriyet; Sabah; Daily Sabah; Sözcü; Yeni Şafak
Akşam; Star; Türkiye Gazetesi; Habertürk; NTV; Radikal; Zaman; Today’s Zaman; Vatan; Posta; Evrensel
BirGün; Agos; T24; Bianet; Karar; Aydınlık; Yeniçağ; Dünya; Taraf; Tercüman; İkdam; Tanin; Akit; Ulus
Türkgün; Gazete Duvar; Medyascope; Independent Türkçe; Ensonhaber; Haber7; İHA; DHA; AZERTAC; AZƏRTAC
AZERTAG; Azertag; Trend; Trend News Agency; Report; Report.az; APA; Turan; Azernews; Azvision; AzVision
Haqqin; Haqqin.az; Musavat; Yeni Müsavat; Azadlıq; Azadlıq Radiosu; Xalq qəzeti; Azərbaycan; Bizim Yol
Oxu.az; Qafqazinfo; News.az; Caliber; Caliber.az; Minval; 1news.az; Day.az; Armenpress; ARKA
ARKA News Agency; Panorama; Panorama.am; News.am; Hetq; Civilnet; CivilNet; Aravot; Asbarez; Mediamax
Tert.am; 1in.am; Azatutyun; PanARMENIAN; PanARMENIAN.Net; The Armenian Weekly; Armenian Weekly
The Armenian Mirror-Spectator; Massis Post; EVN Report; Novosti-Armenia; Verelq; Nouvelles d’Arménie
Արմենպրես; Ազատություն; Ազատություն ռադիոկայան; Հետք; Առավոտ; Հայաստանի Հանրապետություն; Մեդիամաքս
Առաջին լրատվական; Արմենիա; OC Media; JAMnews; Jam News; Eurasianet; EurasiaNet; Civil Georgia; Civil.ge
Agenda.ge; InterPressNews; Interpressnews; Caucasian Knot; Caucasus Watch; IRNA; ISNA; Mehr; Mehr News
Mehr News Agency; Tasnim; Tasnim News Agency; Fars; Fars News Agency; Press TV; Tehran Times
Iran International; Financial Tribune; Kayhan; ILNA; خبرگزاری ایرنا; ایرنا; ایسنا; تسنیم; خبرگزاری تسنیم
خبرگزاری مهر; خبرگزاری فارس; کیهان; اطلاعات; بی‌بی‌سی فارسی; Der Spiegel; Spiegel; Die Zeit; Zeit Online
Die Welt; Welt; Bild; Frankfurter Allgemeine Zeitung; FAZ; Süddeutsche Zeitung; Der Standard; Die Presse
Handelsblatt; taz; Der Tagesspiegel; Tagesspiegel; Neue Zürcher Zeitung; NZZ; Tagesschau; ZDF; ARD
Berliner Zeitung; Stern; Focus; Wiener Zeitung; Le Monde; Le Monde diplomatique; Le Figaro; Libération
L’Express; Le Point; L’Humanité; La Croix; Le Temps; Le Parisien; Les Échos; L’Orient-Le Jour; El País
El Mundo; La Vanguardia; Corriere della Sera; La Repubblica; La Stampa; Kathimerini; Ekathimerini; To Vima
Haaretz; The Jerusalem Post; The Times of Israel; Times of Israel; Ynet; Gazeta Wyborcza; Rzeczpospolita
Kyiv Post; The Kyiv Independent; Kyiv Independent; Ukrainska Pravda; Ukrinform; UNIAN; BelTA; Moldpres
Agerpres; BTA; Balkan Insight; EURACTIV; Euractiv; EUobserver; bne IntelliNews; Nikkei Asia; Nikkei
The Japan Times; Xinhua; Xinhua News Agency; Global Times; China Daily; People’s Daily; CGTN
South China Morning Post; 新华社; 新华网; 人民日报; 人民网; 环球时报; 中国日报
参考消息; 中新网; Kazinform; Astana Times
The Astana Times; Tengrinews; Gazeta.uz; Kun.uz; UzA; Kabar; 24.kg; AKIpress; Akipress; Asia-Plus
The Times of Central Asia; Orient; The Hindu; The Times of India; Hindustan Times; The Indian Express
Dawn; Asharq Al-Awsat; Arab News; Gulf News; The National; Anadolu Haber Ajansı
"""
"""Names as printed; letter case, accents and the script do not matter."""


LONGEST_NAME = 40
"""Characters of the longest name."""

ORDINARY = word_set("report trend time times focus star orient dawn welt bild gazeta stern dunya ulus")
"""Words that are no outlet where nothing but a date stands beside them."""


def _key(name: str) -> str:
    return ascii_fold(name).replace(" ", "") or name.strip()


OUTLETS = frozenset(_key(name) for line in NAMES.strip().splitlines() for name in line.split(";")) - {""}


def is_known_outlet(name: str, *, alone: bool = False) -> bool:
    """Tell whether a name is that of a known outlet; ``alone``: even where no title stands beside it.

    >>> is_known_outlet("AZƏRTAC"), is_known_outlet("Коммерсантъ"), is_known_outlet("Ada Orman")
    (True, True, False)
    """
    if len(name) > LONGEST_NAME:
        return False
    key = _key(name)
    return key in OUTLETS and not (alone and key in ORDINARY)
