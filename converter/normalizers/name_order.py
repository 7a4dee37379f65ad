"""Whether a name in mixed case begins with the family name, as Chinese, Korean and Vietnamese ones do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.normalizers.name_words import fold_word
from converter.normalizers.spaces import word_set

CHINESE = word_set(
    "xi wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song "
    "zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia "
    "ding wei xue ye pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai "
    "cui kang mao qiu qin gu hou shao meng wan duan lei qian yin chang qi qiao hua"
)
KOREAN = word_set(
    "kim lee park choi jung jeong kang cho yoon yun jang lim im han oh seo shin kwon hwang ahn an song "
    "ryu yoo hong jeon ko moon son yang bae baek heo nam no roh rhee ban tsai lai chiang ma soong hsiao"
)
"""Also families of Taiwan, whose given names have a hyphen as well."""

VIETNAMESE = word_set("nguyen tran le pham hoang huynh phan vu vo dang bui ho ngo duong truong dinh vuong to")

PINYIN = re.compile(
    r"""
    (?: (?: [zcs]h | [bpmfdtnlgkhjqxrzcsyw] )?
        (?: i(?: ang | ong | ao | an | ng | [aenu] )? | u(?: ang | ai | an | [aeino] )?
          | a(?: ng | [ion] )? | e(?: ng | [inr] )? | o(?: ng | u )? )
    ){1,2}
    """,
    re.VERBOSE,
)
"""One or two Chinese syllables: ``qiang``, ``jinping``."""

HYPHENED = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}")
"""A Korean given name: ``Jong-un``."""

ONE_SYLLABLE = re.compile(r"[b-df-hj-np-tv-z]{0,3}[aeiouy]{1,3}[b-df-hj-np-tv-z]{0,2}")


HUNGARIAN = word_set(
    "gergely eszter istvan laszlo jozsef janos zoltan sandor ferenc gabor attila tamas balazs miklos "
    "bela gyorgy andras peter csaba tibor imre lajos zsolt akos bence mate levente kalman matyas geza "
    "erzsebet katalin ilona zsuzsanna zsofia agnes judit ildiko eva reka orsolya boglarka dora kinga "
    "anna marta piroska emese"
)
"""Given names that, at the end, show a name of the Hungarian order."""

HUNGARIAN_FAMILIES = word_set(
    "szabo kiss nagy toth horvath varga kovacs molnar nemeth farkas balogh papp takacs juhasz lakatos "
    "meszaros olah racz fekete szilagyi torok feher balazs gal kis szucs kocsis orsos pinter fodor "
    "szalai sipos magyar lukacs gulyas biro kiraly laszlo katona jakab bogdan balog sandor boros fazekas "
    "kelemen antal somogyi fulop orban vincze veres hegedus deak papai balint pal illes szoke vass "
    "bognar lengyel"
)


def begins_with_hungarian_family(words: Sequence[str]) -> bool:
    """Say whether a name of two words is of the Hungarian order: ``Szabó Gergely``.

    >>> begins_with_hungarian_family(["Szabó", "Gergely"]), begins_with_hungarian_family(["Gergely", "Szabó"])
    (True, False)
    """
    if len(words) != 2:
        return False
    return fold_word(words[0]) in HUNGARIAN_FAMILIES and fold_word(words[1]) in HUNGARIAN


def begins_with_family(words: Sequence[str]) -> bool:
    """Say whether the first word is an East Asian family name and the others are such given names.

    >>> begins_with_family(["Xi", "Jinping"]), begins_with_family(["Kim", "Novak"])
    (True, False)
    """
    if not 2 <= len(words) <= 4:
        return False
    family = fold_word(words[0])
    if len(words) == 2:
        chinese = family in CHINESE and len(words[1]) < 13 and PINYIN.fullmatch(words[1].lower())
        return bool(chinese) or (family in KOREAN and HYPHENED.fullmatch(words[1]) is not None)
    if family not in VIETNAMESE and (family not in KOREAN or len(words) > 3):
        return False
    return all(ONE_SYLLABLE.fullmatch(fold_word(word)) for word in words[1:])
