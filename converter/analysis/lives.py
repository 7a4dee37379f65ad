"""Whether a passage says who a person is: `Ada Orman is a fellow of the institute`, in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.normalizers.name_roles import is_known_role
from converter.normalizers.names import looks_like_name
from converter.normalizers.spaces import title_key

NAMED = re.compile(
    r"""
    (?P<name> (?: [^\W\d_][\w.'’-]* \s ){1,5}? [^\W\d_][\w.'’-]* )
    (?: \s \( [^()]{2,40} \) )?
    (?: \s* (?P<sign> [,،—–-] ) \s* | \s )
    (?P<rest> .{4,110} )
    """,
    re.VERBOSE | re.DOTALL,
)
"""A name, perhaps with a bracket behind it, and what is said of it."""

VERBS = frozenset(
    """
    is was has serves served works worked teaches taught leads led heads headed directs edits writes holds
    joined specialises specializes lectures researches studies covers runs chairs coordinates lives
    ist war hat arbeitet lehrt forscht leitet promoviert studiert berät schreibt est était enseigne dirige
    travaille occupe coordonne es era trabaja enseña coordina è era insegna lavora dirige é foi trabalha
    ensina leciona jest był była pracuje kieruje wykłada są является был была работает преподаёт преподает
    руководит ведёт возглавляет є був працює викладає очолює is werkt leidt doceert este lucrează predă
    conduce je radi ради predaje предаје је är var arbetar undervisar er jobber arbejder arbeider leder on
    työskentelee toimii johtaa van dolgozik tanít vezeti pracuje vyučuje vede působí είναι εργάζεται
    διδάσκει διευθύνει
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""What says of a person what he or she is or does, in the third person."""

ENDINGS = re.compile(
    r"""
      (?: uzman | görevli | üye | araştırmacı | profesör | direktör | koordinatör | öğrenci | danışman | yazar
        | gazeteci | editör | akademisyen | doçent | mütəxəssis | əməkdaş | müəllim | tədqiqatçı | jurnalist
        ) \w* [dt][ıiuüaə]\w* \b
    | \b (?: çalış | görev \s yap | sürdür | ders \s ver | yürüt | yönet | işlə | fəaliyyət \s göstər ) \w*
    | \b (?: է | է՝ | աշխատում | არის | մուշտում ) (?! \w )
    | (?: 研究员 | 研究員 | 教授 | 讲师 | 講師 | 记者 | 연구원 | 교수 | 所长 )
    | (?: باحث | أستاذ | كاتب | محاضر | پژوهشگر | استاد | دانشجوی | کارشناس | نویسنده )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The same in languages whose verb ends the sentence or is not written."""

BORN = re.compile(
    r"""
      (?: \d{4} .{0,40} \b doğum | \d{4} .{0,30} \b anadan
      | (?: was \s )? born \s in \b | geboren \s (?: 1 | in | am ) | née? \s (?: en | à | le )
      | nacid[oa] \s en
      | nat[oa] \s (?: a | nel ) | родил(?:ся|ась) | родився | народи(?:вся|лася) | urodzon[ya] | narozen
      | lives \s and \s works | mezunu | mezun \s ol )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How a life begins that does not name the person."""

SURE_NAME = 0.55
OPENING = 200
NEAR = 4
"""Words behind the name among which the verb stands."""


def tells_life(text: str, names: Sequence[str] = ()) -> bool:
    """Tell whether a passage begins with a person's name and says what the person is.

    Of those whom the header names (``names``, their keys) a verb is enough.

    >>> tells_life("Ada Orman is a senior fellow of the institute."), tells_life("The tide is a clock here.")
    (True, False)
    """
    match = NAMED.match(text[:OPENING])
    if match is None:
        return bool(names) and _is_named(text, names) and ENDINGS.search(text[:OPENING]) is not None
    rest = match["rest"]
    says = not VERBS.isdisjoint(word.strip(",.") for word in rest.lower().split()[:NEAR])
    ends = ENDINGS.search(text[: 2 * OPENING]) is not None
    if names and _is_named(text, names):
        return says or ends or match["sign"] is not None or _says_after_name(text)
    named = looks_like_name(match["name"]) >= SURE_NAME and match["name"][0].isupper()
    role = is_known_role(rest) or ends
    return named and role and (says or ends or match["sign"] is not None)


def tells_birth(text: str) -> bool:
    """Tell whether a passage begins with where and when somebody was born, or studied.

    >>> tells_birth("1979 Yozgat doğumludur. Halen enstitüde uzmandır.")
    True
    """
    return BORN.search(text[:60]) is not None


def _is_named(text: str, names: Sequence[str]) -> bool:
    return title_key(" ".join(text.split(" ", 6)[:6])).startswith(tuple(names))


def _says_after_name(text: str) -> bool:
    """Know the verb behind a name of several words, of which the shortest reading took too few."""
    words = [word.strip(",.") for word in text[:OPENING].lower().split()]
    return not VERBS.isdisjoint(words[1:9]) or is_known_role(" ".join(words[2:12]))
