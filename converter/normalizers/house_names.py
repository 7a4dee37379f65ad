"""Whether a line is but the name of a house that may publish: an institute, a centre, a foundation."""

from __future__ import annotations

import re

from converter.normalizers.kept import kept
from converter.normalizers.spaces import title_key


def _keys(text: str) -> frozenset[str]:
    return frozenset(map(title_key, text.split()))


FIRST = _keys(
    "Forschungsstelle Arbeitsstelle Forschungszentrum Denkfabrik Laboratoire Institut Institute Center "
    "Centre Fondation Fundación Fundação Fondazione Fundacja Instituto Istituto Instytut Institutul "
    "Ośrodek Centrum Centro Centrul Observatoire Observatorio Osservatorio Academia Accademia Académie "
    "Akademie Akademia Stiftung Zentrum Gesellschaft Stowarzyszenie Towarzystwo Asociación Associazione "
    "Fundația Institucija Institutet Instituttet Stichting Институт Центр Фонд Ассоциация Академия "
    "Общество Лаборатория Інститут Фундація Асоціація Товариство Академія Център Институтът Институция "
    "Ινστιτούτο Κέντρο Ίδρυμα Εταιρεία Παρατηρητήριο مرکز مركز معهد مؤسسة موسسه مؤسسه بنیاد پژوهشکده "
    "پژوهشگاه انجمن اندیشکده کانون جمعية منتدى מכון מרכז קרן"
)
"""Heads of names that begin with them: what follows says of what."""

LAST = _keys(
    "Institute Institution Center Centre Foundation Academy Observatory Endowment Merkezi Vakfı Derneği "
    "Enstitüsü Akademisi Platformu Mərkəzi İnstitutu Fondu Akademiyası Institut Stiftung Zentrum Akademie "
    "Centrum Instituut Institutet Instituttet Intézet Központ Alapítvány Markazi Instituti Орталығы "
    "Институты Қоры կենտրոն կենտրոնը ինստիտուտ ինստիտուտը հիմնադրամ հիմնադրամը ակադեմիա ինստիտուտի "
    "ცენტრი ინსტიტუტი ფონდი აკადემია 연구소 연구원 센터 재단 학회"
)
"""Heads of names that end with them, or before a word such as *for*."""

WEAK = _keys(
    "Group Forum Council Society Network Project Programme Program Initiative Trust Lab Laboratory Union "
    "Association Club Board Team Commission Committee League Alliance Consortium Grubu Forumu Kulübü "
    "Birliği Konseyi Topluluğu Ağı Girişimi Atölyesi Cəmiyyəti Birliyi Verein Verband Forum Rat Conseil "
    "Consejo Consiglio Société Sociedad Società Association Laboratoire Cercle Club Совет Клуб Группа "
    "Союз Форум Агентство Рада Клуб Союз Спілка Συμβούλιο مجلس شورای گروه"
)
"""Heads of names that stand in titles as well."""

ENGLISH = frozenset(["center", "centre", "institute", "academia", "forum"])
"""Heads that go on with a word such as *for* or *of*, or they begin a phrase (``Centre Stage``)."""

HEAD_ENDINGS = ("institut", "stiftung", "zentrum", "gesellschaft", "akademie", "instituut", "intezet")
CJK_HOUSE = re.compile(
    r"[\u3040-\u30ff\u4e00-\u9fffA-Za-z·・（）() ]{2,30}"
    r"(?:中心|研究所|研究院|研究会|研究會|基金会|基金會|協会|協會|协会|財団|财团|学会|學會|智库|機構|センター|フォーラム)"
)

PAPERS = _keys(
    "Report Statement Declaration Minutes Review Charter Rapport Bericht Rapor Доклад Отчёт Informe Rapporto"
)
"""What a body writes, and no body."""

CONNECTORS = _keys(
    "for of on and in the at for to & für und der des die das zur zum im am an de du la le les l d et "
    "pour sur en des y e el los las del para por per gli lo i il di della delle dello degli dei sul "
    "sulla dla i w z na do ve ile и по для на в при за та з у і και του της των για στη στο و در به для "
    "ja och för av"
)
NO_HOUSE = re.compile(
    r"""
    [?!:;"“”«»„/@|…()]                            # a question, a subtitle, an address
    | [’'] n? [ıiuü] n \b                          # İstanbul'un
    | \b (?: that | which | who | what | why | how | when | is | are | was | were | has | have | not
      | \w+(?:ется|ются|ится|атся|ает|яет|ают|яют|ують|ється|яться)
      | must | should | can | will | would | without | against | neden | nasıl | niçin | mi | mı | warum | wie
      | pourquoi | comment | qui | que | por \s qué | cómo | perché | почему | как | чего | кто | не ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
ACRONYM_BEHIND = re.compile(r"\s*[(（][^\W\d_][\w.&/-]{1,14}[)）]\s*$")
EDITOR_BEHIND = re.compile(r"\s*\((?:Hrsg|Hg|ed|eds|éd|dir|ред|haz|ed)\.?\)$", re.IGNORECASE)
LEGAL_FORM = re.compile(
    r"[\s,]+(?:e\.\s?V\.|gGmbH|GmbH|Inc\.?|Ltd\.?|LLC|A\.\s?Ş\.|z\.\s?s\.|o\.\s?p\.\s?s\.)$"
)
QUOTED_PART = re.compile(r"[«“„\"][^«»“”\"]{2,40}[»”“\"]")
LONGEST_HOUSE = 100
MOST_WORDS = 12

GEORGIAN = frozenset(map(chr, range(0x10D0, 0x1100)))
"""Letters of a script without capitals that Unicode counts as small ones."""

SURE, LIKELY, NOT = 2, 1, 0


@kept
def house_name(text: str) -> int:
    """Tell how surely a line is but the name of a house: 2 surely, 1 by a word of titles too, 0 not.

    >>> house_name("Institute for Coastal Studies (ICS)"), house_name("Why the Institute Failed")
    (2, 0)
    >>> house_name("Фонд «Открытый берег»"), house_name("Amsel Council on Foreign Relations")
    (2, 1)
    """
    name, acronyms = text.strip(), 0
    if name.endswith((")", "）")):
        name, acronyms = ACRONYM_BEHIND.subn("", EDITOR_BEHIND.sub("", name))
    if not name.isascii() and CJK_HOUSE.fullmatch(name):
        return SURE
    if len(text) > LONGEST_HOUSE:
        return NOT
    name = LEGAL_FORM.sub("", QUOTED_PART.sub("", name)).strip(" ,.-–")
    if text.lstrip()[:1] in '«“„"':  # «Дала ойы» талдау орталығы
        name = name[:1].upper() + name[1:]
    words = [key for key in map(title_key, re.split(r"[\s’'-]+", name)) if key]
    if not name or len(words) > MOST_WORDS:
        return NOT
    found = _of_words(words, name, text, acronyms)
    return NOT if found and NO_HOUSE.search(name) else found


def _of_words(words: list[str], name: str, text: str, acronyms: int) -> int:
    if len(words) < 2 and not (words and words[0].endswith(HEAD_ENDINGS)):
        return SURE if words and words[0] in FIRST and name != text.strip() and not acronyms else NOT
    if any(map(str.isdigit, name)):
        return NOT
    return _by_heads(words, name, has_acronym=bool(acronyms))


def _by_heads(words: list[str], name: str, *, has_acronym: bool) -> int:
    articles = {"the", "le", "la", "l", "das", "die", "der", "el", "il", "lo", "το", "η"}
    core = words[1:] if words[0] in articles else words
    if not core or core[0] in CONNECTORS - FIRST or core[0] in PAPERS:
        return NOT
    if _begins_with_head(core) and _is_capital(name):
        return SURE
    if _has_head(core, LAST) and _is_capitalised(name):
        return SURE
    if (_has_head(core, WEAK) or core[0] in WEAK) and _is_capitalised(name):
        return SURE if has_acronym else LIKELY
    return NOT


def _begins_with_head(words: list[str]) -> bool:
    """Know a head at the beginning, or behind one adjective; English ones go on with *for* or *of*."""
    for place in range(min(2, len(words) - 1)):
        if words[place] in FIRST:
            return words[place] not in ENGLISH or words[place + 1] in CONNECTORS
    return False


def _has_head(words: list[str], heads: frozenset[str]) -> bool:
    """Know a head that the name ends with, and that is no genitive (``The End of the Academy``)."""
    places = [
        place
        for place, word in enumerate(words)
        if word in heads or (heads is LAST and word.endswith(HEAD_ENDINGS))
    ]
    if not places or not _ends_name(words, places[-1]):
        return False
    return not places[-1] or words[places[-1] - 1] not in CONNECTORS


def _ends_name(words: list[str], place: int) -> bool:
    """Know a head at the end, or before what says of what (``Council on …``, ``Gesellschaft für …``)."""
    return place == len(words) - 1 or words[place + 1] in CONNECTORS


def _is_capital(name: str) -> bool:
    first = next((letter for letter in name if letter.isalpha()), "")
    return bool(first) and (not first.islower() or first in GEORGIAN)


def _is_capitalised(name: str) -> bool:
    """Tell whether all words but small ones have a capital; Latin letters alone are written so."""
    if not name[:1].isascii() and not any(map(str.isascii, filter(str.isalpha, name))):
        return _is_capital(name)
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isalpha()]
    return _is_capital(name) and all(
        not word[0].islower() or title_key(re.split("[’']", word)[0]) in CONNECTORS for word in words
    )
