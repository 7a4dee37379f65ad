"""The words that tell ranks, corporate bodies, particles, Turkish and foreign names from one another."""

from __future__ import annotations

from converter.normalizers.kept import kept
from converter.normalizers.spaces import strip_accents, word_set


@kept
def fold_word(word: str) -> str:
    """Write a word as the tables do: lower case, all i alike, no accents, stops kept.

    >>> fold_word("BÜYÜKELÇİ"), fold_word("Doç.")
    ('buyukelci', 'doc.')
    """
    return strip_accents(word.lower())


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold_word, text.split()))


def _endings(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ROLES = _words(
    "Judge Justice Senator Lt Col Gen Maj Capt Cdr Cmdr Sgt RM RN RAF Ambassador Büyükelçi Emekli "
    "Retired Former Professor Profesör Doctor Doktor Doçent General Orgeneral Korgeneral Tümgeneral "
    "Tuğgeneral Colonel Albay Yarbay Binbaşı Admiral Amiral Oramiral Koramiral Lieutenant Major "
    "Brigadier Captain Sir Dame Mr Mrs Ms Miss Dr Prof Doç Amb Avukat Academician Akademik Büyükelçisi "
    "Посол Профессор Доктор PhD PhDr PhDr. Mgr Mgr. MMag. JUDr. RNDr. MUDr. CSc CSc. DSc "
    "Ph.D Ph.D. DPhil D.Phil. MD M.D. MA M.A. MSc BSc LLM LL.M. MBA Esq Esq. "
    "Jr Jr. Sr Sr. CBE OBE KCMG CMG Botschafter Botschafterin Embajador Ambassadeur Ambassadrice Səfir "
    "Emeritus Emerita Professorin Doktorin Hon Hon. Honourable Honorable Lady Lord Baroness Maître Gräfin "
    "Freifrau Tuğamiral Tümamiral Général Amiral Vice-amiral Contre-amiral Lieutenant-colonel Oberst "
    "Brigadegeneral Oberstleutnant Hauptmann Fregattenkapitän Kommodore Commodore Generalmajor "
    "Generalleutnant Vizeadmiral Kapitän Coronel Almirante Generale Ammiraglio Colonnello Генерал "
    "Генерал-майор Генерал-лейтенант Генерал-полковник Полковник Подполковник Адмирал Контр-адмирал "
    "Вице-адмирал Адмірал Академик Академік Доцент Profesor Profesora Professeur Professore "
    "Professoressa Dottoressa Ambasador Ambasciatore Ambasciatrice Embajadora Əməkdar Dosent Akademik "
    "Generał Pułkownik Admirał Πρέσβης Καθηγητής Καθηγήτρια Στρατηγός Δρ دکتر دكتور الدكتور الدكتورة "
    "پروفسور سفیر السفير اللواء العميد դոկտոր պրոֆեսոր դեսպան დოქტორი პროფესორი ელჩი"
)
"""Words that are a rank or a title wherever they stand, with or without a stop."""

ROLES_WITH_STOP = _words(
    "Dr. Prof. Doç. Amb. Av. Gen. Col. Lt. Maj. Brig. Adm. Capt. Cmdr. Assoc. Assist. Asst. Yrd. Öğr. "
    "Gör. Arş. Uzm. Müh. Mr. Mrs. Ms. Mag. Dipl.-Ing. Ing. Rev. Fr. Sen. Rep. Gov. Pres. Bşk. Kur. Alb. "
    "Tuğg. Tümg. Korg. Org. H.E. H.E S.E. R.Adm. Maj.-Gen. Lt.-Col. Lt.-Gen. Prof.Dr. Doç.Dr. Prof.Dr "
    "Doç.Dr Δρ. Καθ. د. أ.د. م. პროფ. դոկտ. պրոֆ. mgr inż. hab. h.c. płk gen. kmdr adm. dott. dott.ssa "
    "avv. dr. Lic. Univ.-Prof. Prof.ssa Dra. PD Ass. Mtro. Mtra. д-р ген. канд. Av.Dr. Yrd.Doç.Dr. "
    "E.Büyükelçi к.и.н. д.и.н. к.п.н. д.п.н. проф. доц. акад. st. sayın"
)
"""Words that are a title only in this form."""

ROLE_BRACKETS = _words(
    "(R) (R.) (E) (E.) (Ret.) (Ret) (Retd) (Retd.) (Rtd.) (Rtd) (Emekli) (Retired) (D.) (a.D.) (em.) [R] "
    "(ret'd) (2S) (2s) (CR) (r.) (sr) (e.r.) (i.R.) (ε.α.) (b.d.)"
)

ROLE_FOLLOWERS = _words("Üyesi Üye Görevlisi Gör. Görevli Member в отставке запаса hab")
"""Words that go on with a title that has begun (``Dr. Öğr. Üyesi``)."""

RETIRED = _words("E. Em. R. e em")
"""Short forms of “retired”, a title only before a rank (``E. Büyükelçi``)."""

POSITIONS = _words(
    "Director Direktör Director, Analyst Analist Researcher Araştırmacı Uzman Expert Fellow Editor "
    "Editör President Başkan Başkanı Chairman Chair Honorary Onursal Misafir Visiting Senior Junior "
    "Research Lecturer Scholar Coordinator Koordinatör Müdür Müdürü Danışman Advisor Adviser Consultant "
    "Journalist Gazeteci Yazar Trainee Stajyer Intern Minister Bakan Secretary Deputy Head Specialist "
    "Scientist Historian Tarihçi Assistant Associate Programme Program Project Policy Principal Chief "
    "Founder Founding Co-Founder Vice Executive Managing Adjunct Contributing Postdoctoral Doctoral "
    "PhD-Candidate Candidate Reporter Correspondent Columnist Strategist Economist Lawyer Attorney Head "
    "Leader Student Member Fellow Officer Başuzman Doktora Öğretim Köşe Genel Kurucu Bağımsız Siyaset "
    "Uluslararası Doktorant Leiter Leiterin Direktor Direktorin Referent Referentin Mitarbeiter "
    "Mitarbeiterin Journalistin Forscher Forscherin Wissenschaftlicher Wissenschaftliche "
    "Stellvertretende Stellvertretender Geschäftsführer Geschäftsführerin Autorin Publizist Publizistin "
    "Doktorandin Chercheur Chercheuse Directeur Directrice Analyste Maître Chargé Chargée Doctorante "
    "Journaliste Présidente Président Consultant Consultante Politologue Historien Historienne "
    "Économiste Conseiller Conseillère Investigador Investigadora Directora Analista Profesor Profesora "
    "Periodista Consejero Doctoranda Economista Ricercatore Ricercatrice Direttore Direttrice Docente "
    "Giornalista Presidente Dottorando Dottoranda Senior Analityk Dyrektor Dyrektorka Kierownik Starszy "
    "Główny Ekspert Ekspertka Dziennikarz Dziennikarka Adiunkt Научный Старший Ведущий Младший Кандидат "
    "Эксперт Аналитик Директор Журналист Журналистка Историк Политолог Главный Заместитель Руководитель "
    "Заведующий Заведующая Аспирант Аспирантка Доктор Президент Председатель Науковий Старший Провідний "
    "Молодший Кандидат Експерт Аналітик Журналіст Історик Політолог Керівник Заступник Analitik Ekspert "
    "Jurnalist Tarixçi Politoloq Şöbə Baş Aparıcı Kiçik Ερευνητής Ερευνήτρια Αναλυτής Αναλύτρια "
    "Διευθυντής Διευθύντρια Δημοσιογράφος پژوهشگر کارشناس استاد مدیر تحلیلگر روزنامه‌نگار باحث باحثة "
    "أستاذ أستاذة مدير مديرة كاتب كاتبة صحفي محلل خبير վերլուծաբան փորձագետ հետազոտող տնօրեն լրագրող "
    "მკვლევარი ანალიტიკოსი დირექტორი ჟურნალისტი ექსპერტი"
)
"""Words that make what follows a comma a position, not a given name."""

CORPORATE = _words(
    "Center Centre Merkezi Merkez Institute Institution Enstitüsü Enstitü Institut Institutul Ministry "
    "Bakanlığı Bakanlık Ministère Ministerium Ministerio Nazirliyi Congress Kongresi University "
    "Üniversitesi Universität Université Universidad Universiteti Association Derneği Dernek Vakfı Vakıf "
    "Foundation Stiftung Fondation Fundación Fondu Council Konseyi Konsey Şurası Agency Ajansı Ajans "
    "Agentliyi Agence Committee Komitesi Komite Commission Komisyonu Union Birliği Organization "
    "Organisation Örgütü Teşkilatı Teşkilat Society Cəmiyyəti Group Grubu Network Press News Haber "
    "Haberler Xəbər Gazetesi Newspaper Times Post Journal Dergisi Magazine Office Ofisi Department "
    "Dairesi Başkanlığı Müdürlüğü Government Hükümeti Embassy Büyükelçiliği Consulate Assembly Meclisi "
    "Parliament Parlamentosu Federation Federasyonu Chamber Odası Company Corporation Inc. Ltd. Ltd GmbH "
    "Platform Platformu Forum Forumu Academy Akademisi Academies Bank Bankası Court Mahkemesi Kurumu "
    "Kurum Party Partisi Radio Radyosu Television Televizyonu TV Broadcasting Editorial Staff Team Board "
    "Kurulu Desk Service Servisi Library Kütüphanesi Museum Müzesi Program Programme Programı Project "
    "Projesi Initiative Nations Republic Cumhuriyeti Secretariat Think-Tank Centrum Zentrum Центр "
    "Институт Министерство Агентство Университет Комитет Фонд Совет Союз Организация Служба Редакция "
    "Правительство Mərkəzi İnstitutu Agentlik Xidməti"
)

KNOWN_BODIES = _words(
    "AVİM TASS AZERTAC AZƏRTAC AZERTAG ANKASAM ORSAM BİLGESAM TÜRKSAM TASAM TASAV SETA USAK EDAM TEPAV "
    "SETAV Reuters Interfax Armenpress Xinhua Bloomberg Sputnik Euronews NATO OSCE AGİT UNESCO UNICEF IRNA "
    "Mehr Tasnim TRT BBC CNN UPA TUİÇ KÖKSAV TURANSAM TESEV RUSI ECFR PISM DGAP"
)

PARTICLES = word_set(
    "van von der den de da del della di du la le el al bin ibn ben abu dos das do ter ten zu zur af zum "
    "vom und y und't 't st. san santa ap ni nic ui mac"
) - {"und", "y", "und't", "zum", "vom"}

NOT_IN_NAMES = _words(
    "the of and in on at for to with from by or as is are was were will a an its their how why what ve "
    "ile için bir bu olarak olan üzerine və üçün ilə на о об для из по что как et les des dans pour sur "
    "mit für und oder im giriş sonuç introduction conclusion conclusions özet"
)
"""Words that make a line a phrase."""

TURKISH_NAMES = _words(
    "yılmaz yıldız yıldırım yıldızoğlu yılan kılıç ışık akın akıncı altın altıntaş altınay altınok "
    "altunışık altıok aydın aydıner aykın çalık çalışkan çınar çakır arı arık arıkan arıcı ardıç atılgan "
    "ayık azık bakır balcı bacı bayır bıçak bıçakçı bıyık boyacı candır canlı çatık çaylı dağlı "
    "dağıstanlı dalkılıç fırat fırtına hacı hacıoğlu halıcı ılgaz ılıcak ılgın ıldız kadı kadıoğlu kalın "
    "kalaycı kanık kapıcı karakış karadağlı kasım katırcı kayalı kayıkçı kayıhan kazancı kıran kıraç "
    "kırca kırcı kırkpınar kırımlı kırmızı kırlı kıratlı kırgız kırış kırbaş kısa kışla kışlalı kıvanç "
    "kıvrak kıyak kızıl kızılkaya kızıltan kızılay kızıltepe kızılırmak kızgın kocabıyık konakçı mısır "
    "mısırlı narlı nazlı onarır sadık sakın salıcı sarı sarıca sarıkaya sarıoğlu sarıtaş sarıyer satıcı "
    "savcı sığın sıkı sınır sırrı sıtkı sıddık tatlı tatlıses tınaz tırpan topçu tanrıverdi tanrıkulu "
    "yakın yalçın yalçınkaya yalın yalım yanık yarış yazıcı yazır yaşlı yağcı yağmurlı zırh alıcı alkış "
    "ancı atlı bahçıvan baskın başlı batır çıtak dalgıç darı dayı dayıoğlu kavakçı nazım rıza rıfat "
    "rıdvan rıfkı hıdır hızır galip ışıl ışın ışıklı aslıhan aslı aşkın taşkın coşkun çapanoğlu "
    "karagülmez bayındır barlas bakırcı azaklı altınbaş akdağlı kadırga karakılıç kırdar sıvacı"
)
"""Turkish names with an ı, for capitals that show no other Turkish letter."""

TURKISH_GIVEN = _words(
    "ahmet mehmet mustafa ali hasan alev hazel teoman turgut deniz kerem murat osman omer emre cem can "
    "kemal orhan turan yusuf ibrahim ismail halil huseyin hakan serkan volkan gokhan burak baris onur "
    "tolga ufuk umut utku yavuz zafer ayse fatma emine hatice zeynep elif merve esra selin ceren derya "
    "gamze pinar sevgi sibel tugba vildan aslan engin ertugrul oguzhan selim selcuk tahsin tuncay veysel "
    "vedat yasar erdal erol ercan erhan ersin numan haluk sukru aylin nevin melek oguz ozgur cagla "
    "gulperi seyda tuba irem ece"
)
"""Given names that point to a Turkish surname without proving it."""

SLAVIC_ENDINGS = _endings(
    "OVA OV EV EVA OVICH EVICH OVNA EVNA SKY SKI SKII SKIY SKAYA SKA ENKO CHUK YAN IAN IANTS YANTS SHVILI "
    "DZE IA ULIA SHIN TSYN IDIS AKIS POULOS"
)
"""Endings of Slavic, Caucasian and Greek surnames, whose I is an i."""

WESTERN_ENDINGS = _endings(
    "SON TON FORD FIELD ELLI INI ETTI OTTI ICH ITZ IC STEIN BERG MANN IUS NIK LLI TTI ING IS ITO ILLA"
)
"""Endings of other surnames in Latin letters that no Turkish name has."""

TURKISH_ENDINGS = _endings(
    "OĞLU OGLU SOY KAN DAĞ TAŞ TAS HAN KAYA ASLAN ARSLAN BAŞ CI ÇI SIZ LIK TEKIN ALP DIR MAZ"
)
"""Endings of Turkish surnames, before which an I among back vowels is an ı."""

PATRONYMS = _words("oğlu qızı kızı oglu qizi ogly kyzy")
"""Words that end a patronym: ``Əliyev Vaqif Həsən oğlu`` begins with the family name."""

WEAK_CORPORATE = _words(
    "Post Times Press News Bank Court Team Desk Board Group Union Party Staff Office Service Merkez Haber "
    "Forum Project Council Fund Trust Police"
)
"""Corporate words that are surnames too, where a name is written ``Given SURNAME``."""
