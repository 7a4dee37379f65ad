"""Names in scripts without capitals: Arabic, Georgian, Hebrew, Chinese, Japanese and Korean letters."""

from __future__ import annotations

import re
from collections.abc import Sequence


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HAN = r"\u3400-\u9fff\u3005"
KANA = r"\u3040-\u30ff"
HANGUL = r"\uac00-\ud7a3"

CHINESE = frozenset(
    "王李张张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫"
    "孔向汤張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸範賈韋鄒龍陶賀顧龔錢嚴湯"
)
DOUBLE = frozenset(
    ["欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "夏侯", "皇甫", "尉迟"]
)
JAPANESE = _names(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 清水 "
    "山崎 中島 池田 阿部 橋本 山下 森田 石川 前田 小川 藤田 岡田 後藤 長谷川 石井 村上 近藤 坂本 遠藤 "
    "青木 藤井 西村 福田 太田 三浦 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 "
    "森本 小島 柴田 原 宮崎 酒井 工藤 横山 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 "
    "上野 杉山 増田 平野 大塚 千葉 久保 松井 小山 岩崎 桜井 木下 野口 松尾 菊地 野村 新井 渡部 佐野 "
    "海野 西田 川口 浜田 黒田 本田 古川 秋山 土屋"
)
KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진지엄채원천방공현"
    "함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
)

GEORGIAN_ENDINGS = ("შვილი", "ძე", "ია", "ავა", "უა", "ელი", "ური", "ული", "იანი", "ანი", "აძე")

GIVEN = _names(
    "محمد احمد أحمد علي على علی حسن حسین حسين حسام سامي سامی سمير سمیر خالد عمر عثمان يوسف یوسف "
    "ابراهيم إبراهيم ابراهیم اسماعيل إسماعيل محمود مصطفى مصطفی عبد عبدالله عبدالرحمن كريم کریم کریمی "
    "جمال كمال کمال هشام وليد ولید طارق ياسر یاسر زياد زیاد نادر نبيل نبیل رامي رامی رضا مهدي مهدی "
    "مجید مجيد حمید حميد سعید سعيد امیر أمير امير بهرام بهروز پرویز داریوش کوروش فرهاد فریدون هوشنگ "
    "جواد جعفر صادق قاسم کاظم ناصر منصور مسعود محسن مرتضی میثم وحید مریم مريم فاطمه فاطمة زهرا زهراء "
    "لیلا ليلى لیلی سارا سارة نرگس نسرین شیرین پروین مینا مهناز الهام سمیه معصومه زینب زينب رقیه خديجة "
    "عائشة هدى منى ريم رنا دينا نور نورا هند سلمى سلمی ندى رشا رانيا هناء أمينة امینه جورج ميشال جوزيف "
    "الياس إلياس بطرس حنا غسان فؤاد رفيق رفیق عادل ماجد بشار باسل فيصل سلطان سلمان فهد تركي ناظم عدنان "
    "نزار"
)
"""Given names of people who write in Arabic letters."""

HAN_ALONE = re.compile(rf"[{HAN}]{{4}}")
"""Four ideographs: two of family and two of given name, or a phrase."""

NAME_OF_HAN = re.compile(rf"[{HAN}]{{2,4}}")
JAPANESE_NAME = re.compile(rf"[{HAN}{KANA}]{{1,5}}[ \u3000][{HAN}{KANA}]{{1,5}}")
KOREAN_NAME = re.compile(rf"[{HANGUL}]{{2,4}}")
CAPITAL_LESS = re.compile(rf"[\u0590-\u05ff\u0600-\u06ff\u10d0-\u10ff{HAN}{KANA}{HANGUL}]")
LETTER = re.compile(r"[^\W\d_]")

SURE, MAYBE, HARDLY = 0.75, 0.45, 0.25


def has_no_capitals(text: str) -> bool:
    """Tell whether a text begins in a script that has no capitals.

    >>> has_no_capitals("مریم احمدی"), has_no_capitals("Maryam")
    (True, False)
    """
    first = LETTER.search(text)
    return first is not None and CAPITAL_LESS.match(first[0]) is not None


def score_name(core: str) -> float:
    """Say from 0 to 1 how much a line in such a script looks like a name.

    >>> score_name("გიორგი მესხიშვილი") > 0.7 > 0.5 > score_name("ناوگان بدون کشتی")
    True
    """
    words = core.replace(",", " ").split()
    if split_east_asian(core):
        return SURE
    if HAN_ALONE.fullmatch(core.strip()):
        return MAYBE + 0.05
    first = core.lstrip()[:1]
    if re.match(rf"[{HAN}{KANA}{HANGUL}]", first) or not 2 <= len(words) <= 5:
        return 0.0
    if "\u10d0" <= first <= "\u10ff":
        return SURE if len(words) <= 3 and words[-1].endswith(GEORGIAN_ENDINGS) else HARDLY
    if words[0] in GIVEN:
        return SURE if len(words) <= 4 else MAYBE
    return HARDLY


def split_east_asian(core: str) -> tuple[str, str] | None:
    """Part family and given name of a Chinese, Japanese or Korean name; nothing where that is open.

    >>> split_east_asian("李海洋"), split_east_asian("山田太郎"), split_east_asian("港口")
    (('李', '海洋'), ('山田', '太郎'), None)
    """
    core = core.strip()
    if JAPANESE_NAME.fullmatch(core) and not KOREAN_NAME.fullmatch(core):
        family, given = core.split()
        return (family, given)
    if KOREAN_NAME.fullmatch(core):
        return (core[0], core[1:]) if core[0] in KOREAN and len(core) <= 4 else None
    if not NAME_OF_HAN.fullmatch(core):
        return None
    for length in (3, 2):
        if core[:length] in JAPANESE and 1 <= len(core) - length <= 3 and len(core) >= 3:
            return core[:length], core[length:]
    if core[:2] in DOUBLE and len(core) > 2:
        return core[:2], core[2:]
    return (core[0], core[1:]) if core[0] in CHINESE and len(core) <= 3 else None


def split_spaceless(words: Sequence[str]) -> list[str]:
    """Return the names of a line in which blanks part names, not their parts: ``李海洋 王晓明``.

    >>> split_spaceless("李海洋 王晓明".split()), split_spaceless("山田 太郎".split())
    (['李海洋', '王晓明'], [])
    """
    whole = [word for word in words if len(word) >= 2 and split_east_asian(word)]
    return list(words) if len(words) > 1 and len(whole) == len(words) else []
